"""``termcheck decide``."""

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Unpack

import click

from termcheck.articles.decoding import decode
from termcheck.cli import output
from termcheck.cli.options import CONFIG, GLOSSARY, LANG, SOURCE_LANG, ProjectOptions
from termcheck.decide import plan_decisions, prepare_decisions
from termcheck.deciding.plan import Plan
from termcheck.errors import ExitCode, TermcheckError
from termcheck.glossary import display_path
from termcheck.pipeline import RunRequest
from termcheck.replacing import Change, replace_all
from termcheck.reports.summary import number


@click.command(
    "decide",
    epilog="""\b
Exit status:
  0  all was carried out, now or before
  1  some decisions are about what is not there any more, or could not be carried out; the others were
  2  a mistake in the decisions, the call, the configuration or the glossary; nothing was changed
  3  an article could not be read; nothing else was left out

\b
Examples:
  termcheck decide termcheck-decisions.json --dry-run
  termcheck decide reports/findings.csv
  termcheck decide findings.xlsx""",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@click.option("--articles", multiple=True, metavar="PATH", help="The articles that the report was made of.")
@GLOSSARY
@LANG
@SOURCE_LANG
@click.option("--who", default="", metavar="NAME", help="Your name, for the file of decisions.")
@click.option("--dry-run", is_flag=True, help="Show what would be changed, as a unified diff, and change nothing.")
@CONFIG
def command(
    *, files: tuple[str, ...], articles: tuple[str, ...], who: str, dry_run: bool, **options: Unpack[ProjectOptions]
) -> int:
    """Carry out what was decided in a report: mend articles, add glossary rows, remember what to ignore.

    FILE is what the HTML report has exported, or one of the report's tables with the columns decision, replacement and
    comment filled in, as CSV or XLSX. Nothing is written while one row is wrong.
    """
    prepared = prepare_decisions(files, RunRequest(articles, **options))
    job = prepared.job
    if job.recovered:
        output.note(job.recovered)
    if not prepared.decided.rows:
        output.note(f"there is no decision in {' or '.join(files)}")
        return ExitCode.CLEAN
    plan, skipped = plan_decisions(prepared, who)
    root = job.settings.root
    if dry_run:
        output.show("".join(line for change in plan.changes for line in _diff(change, root)))
    else:
        replace_all(plan.changes, root)
        output.show("".join(f"{line}\n" for line in _told(plan, root)))
    for row in plan.stale:
        output.note(f"{row.place}: stale: “{row.form}” is not there any more{f' in {row.file}' if row.file else ''}")
    for one in plan.left:
        finding = one.finding
        output.note(f"{finding.file}:{finding.place}: “{finding.text}” left alone: {one.reason}")
    for missing in skipped:
        output.note(f"{missing.file}: skipped: {missing.reason}")
    if any(missing.unreadable for missing in skipped):
        return ExitCode.UNREADABLE
    return ExitCode.FINDINGS if plan.stale or plan.left else ExitCode.CLEAN


def _told(plan: Plan, root: Path) -> Iterator[str]:
    yield from (f"wrote {display_path(change.file, root)}" for change in plan.changes)
    done = [
        f"{verb} {number(count, what)}"
        for verb, count, what in (
            ("mended", plan.fixed, "finding"),
            ("listed", plan.listed, "name"),
            ("remembered", plan.remembered, "decision"),
        )
        if count
    ]
    if plan.changes:
        told = f"{', '.join(done)}; {number(len(plan.changes), 'file')} written."
        yield told[0].upper() + told[1:]
    elif plan.stale or plan.left:
        yield "Nothing was changed."
    else:
        yield "Nothing was changed: all had been carried out before."


def _diff(change: Change, root: Path) -> Iterator[str]:
    name = display_path(change.file, root)
    before, after = (_lines(data, name) for data in (change.old or b"", change.new))
    for line in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n"


def _lines(data: bytes, name: str) -> Sequence[str]:
    try:
        return decode(data, name).splitlines(keepends=True) if data else []
    except TermcheckError:
        return data.decode("utf-8", "replace").splitlines(keepends=True)
