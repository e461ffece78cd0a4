"""``termcheck run``."""

import datetime as dt
import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from termcheck.cli import output
from termcheck.cli.asked import ENGINE, JOBS, PARTIAL, SHARD, Options, request_of
from termcheck.cli.delivery import FAIL_ON, FORMAT, HISTORY, OUTPUT, REPORTS, STRICT, Look, Wanted, deliver, settle
from termcheck.cli.options import COLUMN, CONFIG, GLOSSARY, LANG, SOURCE_LANG
from termcheck.cli.scope import complete_rules
from termcheck.errors import Problem, UsageError
from termcheck.glossary import display_path
from termcheck.model import Report
from termcheck.pipeline import (
    Job,
    RunRequest,
    check_articles,
    check_history,
    check_workbook,
    exit_code,
    history_file,
    outcome_key,
    prepare,
    reports_folder,
    with_history,
    write_reports,
)

if TYPE_CHECKING:
    from termcheck.manifest import Manifest

_LAST_SECOND = 253_402_300_799
"""Of the year 9999."""
_FEW = 50
"""Articles that a process checks before it has to look for garbage."""


@click.command(
    "run",
    epilog="""\b
Exit status:
  0  nothing found at the level of --fail-on or above
  1  something found
  2  a mistake in the call, the configuration or the glossary; nothing was checked
  3  an article could not be read, or none could be checked

\b
Examples:
  termcheck run articles/
  termcheck run news.md --glossary terms.csv --format json
  termcheck run - --stdin-filename news.md < news.md
  termcheck run articles/ --diff origin/main... --format github""",
)
@click.argument("paths", nargs=-1, type=click.Path())
@GLOSSARY
@LANG
@SOURCE_LANG
@click.option("--source", type=click.Path(), metavar="FILE", help="The text that the article translates, beside it.")
@FORMAT
@OUTPUT
@REPORTS
@click.option("--no-reports", is_flag=True, help="Write no reports, even for a folder.")
@HISTORY
@FAIL_ON
@COLUMN
@CONFIG
@STRICT
@click.option("--no-directives", is_flag=True, help="Ignore the termcheck-disable comments in articles.")
@JOBS
@ENGINE
@click.option("--no-cache", is_flag=True, help="Check every article again, and leave nothing in the cache.")
@click.option("--stdin-filename", metavar="NAME", help="Name of the article on standard input; says how to read it.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours on the screen.",
)
@click.option("--diff", metavar="REV", help="Only lines changed since REV, or REV... for its fork; - reads a diff.")
@click.option("--staged", is_flag=True, help="Only lines that the next commit changes, as it will hold them.")
@click.option("--whole-files", is_flag=True, help="With --diff or --staged: all lines of changed files.")
@click.option(
    "--only-new",
    type=click.Path(),
    metavar="FILE",
    help="Only articles that are new or changed since the run that wrote FILE, which this run updates.",
)
@click.option("--only-included", is_flag=True, help="Of PATHS, only what the configuration includes.")
@click.option(
    "--only",
    multiple=True,
    metavar="RULE",
    shell_complete=complete_rules,
    help="Report this rule only, or corpus: those that compare articles. May be repeated.",
)
@SHARD
@PARTIAL
@click.option("-w", "--watch", "is_watch", is_flag=True, help="Check again whenever something changes; Ctrl-C ends.")
@click.option("-q", "--quiet", is_flag=True, help="Show findings and nothing else.")
@click.option("--statistics", is_flag=True, help="Count findings by rule and by concept.")
def command(
    formats: tuple[Wanted, ...],
    output_file: str | None,
    color: str,
    *,
    is_watch: bool,
    quiet: bool,
    statistics: bool,
    **options: Unpack[Options],
) -> int:
    """Check articles against the glossary.

    PATHS are files, folders, globs, or - for standard input; without any, what the configuration includes is checked.
    """
    everything = settle(formats, output_file)
    partial = options["partial"]
    if options["shard"] is not None or partial is not None:
        from termcheck.cli.partial import check_options

        check_options(dict(options), options["paths"], is_watch=is_watch, has_format=bool(formats or output_file))
    request, look = request_of(options), Look(color, quiet, statistics)
    if is_watch:
        if options["history"] or options["only_new"]:
            name = "--history" if options["history"] else "--only-new"
            raise UsageError(Problem(f"{name} and --watch contradict each other", remedy="give one of them"))
        return _watch(request, everything, look)
    job = prepare(request)
    if job.recovered:
        output.note(job.recovered)
    if partial is not None:
        from termcheck.cli.partial import write_shard

        return write_shard(
            job, partial, options["shard"], options["only_new"], pages=not options["no_reports"], quiet=quiet
        )
    return _run(job, everything, look, options)


def _run(job: Job, everything: Sequence[Wanted], look: Look, options: Options) -> int:
    folder = None if options["no_reports"] else reports_folder(job)
    if folder is not None:
        check_workbook(job)
    history = history_file(job)
    if history is not None:
        check_history(job, history)
    with manifest_at(options["only_new"], job) as manifest:
        pages = folder is not None or any(one.format == "html" for one in everything)
        report = _check(job, manifest, pages=pages)
        if history is not None:
            report = with_history(report, job, history, now())
        write_reports_to(folder, report, job, quiet=look.quiet)
        deliver(report, job, everything, look)
        if manifest is not None:
            manifest.keep(report.skipped)
    if not job.discovery.sources and not report.skipped and not look.quiet:
        output.note(f"there is no article to check{_how_to_name(job.discovery.nameable)}")
    return exit_code(report, job.settings.fail_on)


def _how_to_name(suffixes: Sequence[str]) -> str:
    if not suffixes:
        return ""
    return f"; {' and '.join(suffixes)} files are read where you name them, such as '**/*{suffixes[0]}'"


def now() -> dt.datetime:
    """When the run is said to have been: now, or what SOURCE_DATE_EPOCH says (reproducible-builds.org)."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told.isascii() and told.isdigit() and int(told) <= _LAST_SECOND:
        return dt.datetime.fromtimestamp(int(told), dt.UTC)
    return dt.datetime.now(dt.UTC)


@contextmanager
def manifest_at(path: str | None, job: Job) -> "Iterator[Manifest | None]":
    """The manifest of the articles that earlier runs have checked, if one is asked for."""
    if path is None:
        yield None
        return
    from termcheck.manifest import opened

    file = Path.cwd() / path
    with opened(file, display_path(file, Path.cwd()), outcome_key(job)) as manifest:
        yield manifest


def _check(job: Job, manifest: "Manifest | None", *, pages: bool) -> Report:
    sources = job.discovery.sources
    if len(sources) > _FEW or any(source.is_collection for source in sources):
        gc.freeze()
        gc.enable()
    return output.counted(lambda progress: check_articles(job, progress, pages=pages, manifest=manifest))


def _watch(request: RunRequest, everything: Sequence[Wanted], look: Look) -> int:
    from termcheck.cli.watch import watch

    def show(report: Report, job: Job) -> None:
        if request.reports:
            write_reports_to(reports_folder(job), report, job, quiet=look.quiet)
        deliver(report, job, everything, look)

    return watch(request, show, pages=bool(request.reports), quiet=look.quiet)


def write_reports_to(folder: Path | None, report: Report, job: Job, *, quiet: bool) -> None:
    """Write the reports to their folder, if they are wanted."""
    if folder is None:
        return
    for path in write_reports(report, folder, workbook=job.settings.workbook):
        if not quiet:
            output.note(f"wrote {display_path(path, Path.cwd())}")
