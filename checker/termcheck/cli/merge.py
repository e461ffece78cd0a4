"""``termcheck merge``."""

import gc
from pathlib import Path
from typing import Any

import click

from termcheck.cli import output
from termcheck.cli.delivery import FAIL_ON, FORMAT, HISTORY, OUTPUT, REPORTS, STRICT, Look, Wanted, deliver, settle
from termcheck.cli.options import CONFIG, GLOSSARY, LANG, SOURCE_LANG
from termcheck.cli.run import now, write_reports_to
from termcheck.errors import Problem, UsageError
from termcheck.glossary import display_path
from termcheck.pipeline import RunRequest, check_history, check_workbook, exit_code, history_file, prepare, with_history


@click.command(
    "merge",
    epilog="""\b
Exit status: that of one `termcheck run` over all articles; 2 also where a shard is missing, doubled or of another run.

\b
Examples:
  termcheck run archive/ --shard 1/2 --partial 1.part
  termcheck run archive/ --shard 2/2 --partial 2.part
  termcheck merge *.part --reports reports""",
)
@click.argument("partials", nargs=-1, required=True, type=click.Path())
@GLOSSARY
@LANG
@SOURCE_LANG
@FORMAT
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
    """Put the partial results of all shards of a run together and report on them as on one run.

    PARTIALS are the files that `termcheck run --shard I/N --partial FILE` has written, in any order. Glossary,
    languages and configuration are those that they were made with. No article is read.
    """
    from termcheck.sharding import merge_shards

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
    cwd = Path.cwd()
    files = [(cwd / path, display_path(cwd / path, cwd)) for path in partials]
    pages = not no_reports and (folder is not None or any(one.format == "html" for one in everything))
    report = merge_shards(job, files, pages=pages)
    if history is not None:
        report = with_history(report, job, history, now())
    write_reports_to(folder, report, job, quiet=quiet)
    deliver(report, job, everything, Look(color, quiet, statistics))
    return exit_code(report, job.settings.fail_on)
