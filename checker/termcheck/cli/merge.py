"""``termcheck merge``."""

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from termcheck.cli import discover as proposals
from termcheck.cli import output
from termcheck.cli.delivery import (
    FAIL_ON,
    FORMATS,
    HISTORY,
    OUTPUT,
    REPORTS,
    STRICT,
    Look,
    Wanted,
    deliver,
    read_formats,
    settle,
)
from termcheck.cli.options import CONFIG, GLOSSARY, LANG, SOURCE_LANG
from termcheck.cli.run import now, write_reports_to
from termcheck.errors import Problem, UsageError
from termcheck.glossary import display_path
from termcheck.pipeline import RunRequest, check_history, check_workbook, exit_code, history_file, prepare, with_history

if TYPE_CHECKING:
    from termcheck.partials.files import PartialFile

_ABOUT_FINDINGS = {
    "reports": "--reports",
    "no_reports": "--no-reports",
    "history": "--history",
    "fail_on": "--fail-on",
    "strict": "--strict",
}
"""Options that say nothing of proposals."""


def _read_formats(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[Wanted, ...]:
    """As for ``run``, and what ``discover`` has."""
    theirs = [value for value in values if value.partition("=")[0] in proposals.FORMATS and value not in FORMATS]
    ours = read_formats(ctx, param, [value for value in values if value not in theirs])
    return (*ours, *(Wanted(value.partition("=")[0], value.partition("=")[2] or None) for value in theirs))


@click.command(
    "merge",
    epilog="""\b
Exit status: that of one run over all articles; 2 also where a shard is missing, doubled or of another run.

\b
Examples:
  termcheck run archive/ --shard 1/2 --partial 1.part
  termcheck run archive/ --shard 2/2 --partial 2.part
  termcheck merge *.part --reports reports
  termcheck merge names/*.part --format csv --output glossary/proposed.csv""",
)
@click.argument("partials", nargs=-1, required=True, type=click.Path())
@GLOSSARY
@LANG
@SOURCE_LANG
@click.option(
    "--format",
    "formats",
    multiple=True,
    callback=_read_formats,
    metavar="FORMAT[=FILE]",
    help=f"One of {', '.join(FORMATS)}; of proposals {', '.join(proposals.FORMATS)}; with =FILE it goes there."
    "  [default: text]",
)
@OUTPUT
@REPORTS
@click.option("--no-reports", is_flag=True, help="Write no reports, and ask for nothing that only they show.")
@HISTORY
@FAIL_ON
@CONFIG
@STRICT
@click.option("--no-cache", is_flag=True, help="Read the glossary again, and leave nothing in the cache.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours on the screen.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show findings and nothing else.")
@click.option("--statistics", is_flag=True, help="Count findings by rule and by concept.")
def command(
    partials: tuple[str, ...],
    formats: tuple[Wanted, ...],
    output_file: str | None,
    color: str,
    *,
    quiet: bool,
    statistics: bool,
    **options: Any,  # noqa: ANN401 - most are fields of the request
) -> int:
    """Put the partial results of all shards together and report on them as on one run.

    PARTIALS are the files that `termcheck run --shard I/N --partial FILE` has written, or `termcheck discover` with
    the same options, in any order. Glossary, languages and configuration are those that they were made with. No article
    is read.
    """
    from termcheck.sharding import DISCOVER, merge_shards, opened

    cwd = Path.cwd()
    parts = opened([(cwd / path, display_path(cwd / path, cwd)) for path in partials])
    if parts[0].about.command == DISCOVER:
        return _propose(parts, formats, output_file, options)
    if any(one.format not in FORMATS for one in formats):
        remedy = "give --reports DIR, which gets them"
        raise UsageError(Problem("the CSV reports of a run are two files", "--format csv", remedy))
    no_reports, no_cache = options.pop("no_reports"), options.pop("no_cache")
    if options["reports"] and no_reports:
        raise UsageError(Problem("--reports and --no-reports contradict each other", remedy="give one of them"))
    everything = settle(formats, output_file)
    job = prepare(RunRequest(cache=not no_cache, **options), needs_articles=False)
    if job.recovered:
        output.note(job.recovered)
    folder = job.settings.root / job.settings.reports if options["reports"] else None
    if folder is not None:
        check_workbook(job)
    history = history_file(job)
    if history is not None:
        check_history(job, history)
    gc.freeze()
    gc.enable()
    pages = not no_reports and (folder is not None or any(one.format == "html" for one in everything))
    report = merge_shards(job, parts, pages=pages)
    if history is not None:
        report = with_history(report, job, history, now())
    write_reports_to(folder, report, job, quiet=quiet)
    deliver(report, job, everything, Look(color, quiet, statistics))
    return exit_code(report, job.settings.fail_on)


def _propose(
    parts: "Sequence[PartialFile]", formats: Sequence[Wanted], output_file: str | None, options: dict[str, Any]
) -> int:
    """Show what `termcheck discover` proposes of all shards."""
    from termcheck.sharding import merge_names

    given = [option for name, option in _ABOUT_FINDINGS.items() if options[name]]
    problems = [Problem("it is about findings, and these are proposals", option, "leave it out") for option in given]
    wanted = formats[0] if formats else Wanted("text")
    if len(formats) > 1 or (wanted.file and output_file):
        problems.append(Problem("proposals go to one place in one format", "--format", "give one"))
    if wanted.format not in proposals.FORMATS:
        known = ", ".join(proposals.FORMATS)
        problems.append(Problem(f"proposals have no format {wanted.format}", "--format", f"give one of {known}"))
    if problems:
        raise UsageError(problems)
    request = RunRequest(**{name: options[name] for name in ("glossary", "lang", "source_lang", "config")})
    job = proposals.with_unlisted(prepare(request, needs_articles=False))
    part = merge_names(job, parts)
    return proposals.propose(part, job, parts[0].about.min_count, wanted.format, wanted.file or output_file)
