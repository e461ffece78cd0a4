"""``termcheck baseline``."""

from typing import Unpack

import click
from msgspec.structs import replace

from termcheck.baseline import Baseline, Entry, written
from termcheck.cli import output
from termcheck.cli.options import CONFIG, GLOSSARY, LANG, SOURCE_LANG, ArticleOptions
from termcheck.errors import ExitCode
from termcheck.model import Finding, Report, State
from termcheck.pipeline import Job, RunRequest, check_articles, prepare, status_of, write_files
from termcheck.reports.summary import number


@click.command(
    "baseline",
    epilog="""\b
Exit status:
  0  the baseline is as it should be, or was made so
  1  there are findings that it lacks, or entries that match nothing any more
  2  a mistake in the call, the configuration or the glossary
  3  an article could not be read; the baseline was not changed

\b
Examples:
  termcheck baseline articles/
  termcheck baseline articles/ --prune
  termcheck baseline articles/ --add""",
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--add", is_flag=True, help="Also accept what has been found since the baseline was written.")
@click.option("--prune", is_flag=True, help="Drop entries that match nothing any more.")
@GLOSSARY
@LANG
@SOURCE_LANG
@CONFIG
def command(*, add: bool, prune: bool, **options: Unpack[ArticleOptions]) -> int:
    """Accept what is found today, so that later runs show only what is new.

    Writes termcheck.baseline.jsonl beside the configuration, once; after that it only tells what has changed, and grows
    only with --add. Findings in the baseline are counted as suppressed, not lost.
    """
    job = prepare(RunRequest(**options))
    if job.recovered:
        output.note(job.recovered)
    report = output.counted(lambda progress: check_articles(job, progress))
    unreadable = status_of(report.skipped, checked=len(report.results))
    if unreadable is not None:
        for one in report.skipped:
            output.note(f"{one.file}: skipped: {one.reason}")
        return unreadable
    file = job.settings.root / job.settings.baseline
    is_new = not file.exists()
    baseline = Baseline(job.baseline, job.settings.baseline)
    renamed = baseline.renamed(report.results, job.settings.root)
    gone = {one.line for one in baseline.unmatched(report.results, job.settings.root, renamed)}
    kept = [replace(one, file=renamed.get(one.file, one.file)) for one in job.baseline if one.line not in gone]
    stale = [one for one in job.baseline if one.line in gone]
    fresh = [_entry(one) for one in report.findings]
    entries = [*kept, *([] if prune else stale), *(fresh if add or is_new else [])]
    if is_new or add or prune or renamed:
        write_files({file: written(entries)})
    _tell(report, job, len(fresh), len(stale), is_grown=add or is_new, is_pruned=prune)
    left = (fresh and not (add or is_new)) or (stale and not prune)
    return ExitCode.FINDINGS if left else ExitCode.CLEAN


def _entry(finding: Finding) -> Entry:
    return Entry(finding.file, finding.fingerprint, finding.rule, finding.concept)


def _tell(report: Report, job: Job, fresh: int, stale: int, *, is_grown: bool, is_pruned: bool) -> None:
    name = job.settings.baseline
    accepted = sum(one.state is State.BASELINE for one in report.suppressed)
    held = accepted + (fresh if is_grown else 0)
    output.show(f"{name} accepts {number(held, 'finding')} of these articles.\n")
    if fresh and not is_grown:
        output.show(f"{number(fresh, 'finding')} not in it; --add accepts what is new.\n")
    if stale:
        done = "dropped" if is_pruned else "that match nothing any more; --prune drops them"
        output.show(f"{stale:,} {'entry' if stale == 1 else 'entries'} {done}.\n")
