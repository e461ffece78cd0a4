"""``termcheck run``."""

import datetime as dt
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict, Unpack

import click
from msgspec.structs import replace

from termcheck.articles import Shard
from termcheck.cli import output
from termcheck.cli.delivery import FORMATS, Look, Wanted, complete_formats, deliver, read_formats, settle
from termcheck.cli.options import COLUMN, CONFIG, GLOSSARY, LANG, SOURCE_LANG
from termcheck.cli.scope import complete_rules, scope_of
from termcheck.errors import Problem, UsageError
from termcheck.glossary import display_path
from termcheck.model import Report, Severity
from termcheck.pipeline import (
    STDIN,
    Job,
    RunRequest,
    check_articles,
    check_history,
    check_workbook,
    exit_code,
    history_file,
    prepare,
    reports_folder,
    with_history,
    write_reports,
)

_MOST_JOBS = 1024
_MOST_SHARDS = 1_000_000
_LAST_SECOND = 253_402_300_799
"""Of the year 9999."""
_FEW = 50
"""Articles that a process checks before it has to look for garbage."""


def _read_jobs(_ctx: click.Context, _param: click.Parameter, value: str) -> int:
    """A number of processes; 0 for ``auto``."""
    if value == "auto":
        return 0
    if value.isascii() and value.isdigit() and int(value) <= _MOST_JOBS:
        return int(value)
    raise click.BadParameter(f"{value!r} is neither auto nor a number from 0 to {_MOST_JOBS}.")


def _read_engine(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    if value in {"local", "ray"} or (value.startswith("ray=") and len(value) > len("ray=")):
        return value
    raise click.BadParameter(f"{value!r} is no engine: write local, ray or ray=ADDRESS.")


def _read_shard(_ctx: click.Context, _param: click.Parameter, value: str | None) -> Shard | None:
    if value is None:
        return None
    number, slash, count = value.partition("/")
    if slash and number.isascii() and number.isdigit() and count.isascii() and count.isdigit():
        shard = Shard(int(number), int(count))
        if 1 <= shard.number <= shard.total <= _MOST_SHARDS:
            return shard
    raise click.BadParameter(f"{value!r} is no shard: write e.g. 3/50, the third of fifty.")


class _Options(TypedDict):
    """What is given on the command line and passed on."""

    paths: tuple[str, ...]
    glossary: tuple[str, ...]
    lang: str | None
    source_lang: str | None
    reports: str | None
    no_reports: bool
    history: str | None
    fail_on: str | None
    config: str | None
    no_directives: bool
    strict: bool
    stdin_filename: str | None
    columns: tuple[tuple[str, str], ...]
    diff: str | None
    staged: bool
    whole_files: bool
    only_included: bool
    only: tuple[str, ...]
    jobs: int
    engine: str
    no_cache: bool
    shard: Shard | None
    partial: str | None


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
@click.option(
    "--format",
    "formats",
    multiple=True,
    callback=read_formats,
    shell_complete=complete_formats,
    metavar="FORMAT[=FILE]",
    help=f"One of {', '.join(FORMATS)}; with =FILE it goes there. May be repeated.  [default: text]",
)
@click.option(
    "--output", "output_file", type=click.Path(), metavar="FILE", help="Write the result to FILE instead of the screen."
)
@click.option("--reports", type=click.Path(), metavar="DIR", help="Write report.html and the CSV reports to DIR.")
@click.option("--no-reports", is_flag=True, help="Write no reports, even for a folder.")
@click.option("--history", type=click.Path(), metavar="FILE", help="Keep what this run counts in FILE; show the trend.")
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), "never"]),
    help="Lowest severity that makes the exit status 1.  [default: error]",
)
@COLUMN
@CONFIG
@click.option("--strict", is_flag=True, help="Also find decisions, baseline entries and glossary rows of no use.")
@click.option("--no-directives", is_flag=True, help="Ignore the termcheck-disable comments in articles.")
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    callback=_read_jobs,
    default="auto",
    show_default=True,
    help="Processes that check articles; auto takes as many as there are processors, where that pays.",
)
@click.option(
    "--engine",
    callback=_read_engine,
    default="local",
    show_default=True,
    metavar="NAME[=ADDRESS]",
    help="Where articles are checked: local, or ray on the cluster at ADDRESS, RAY_ADDRESS or this machine.",
)
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
@click.option("--only-included", is_flag=True, help="Of PATHS, only what the configuration includes.")
@click.option(
    "--only",
    multiple=True,
    metavar="RULE",
    shell_complete=complete_rules,
    help="Report this rule only, or corpus: those that compare articles. May be repeated.",
)
@click.option(
    "--shard",
    callback=_read_shard,
    metavar="I/N",
    help="With --partial: only the articles that belong to shard I of N, from 1/N to N/N.",
)
@click.option(
    "--partial",
    type=click.Path(),
    metavar="FILE",
    help="Write what is found to FILE and report nothing; `termcheck merge` makes the reports of all shards.",
)
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
    **options: Unpack[_Options],
) -> int:
    """Check articles against the glossary.

    PATHS are files, folders, globs, or - for standard input; without any, what the configuration includes is checked.
    """
    everything = settle(formats, output_file)
    partial = options["partial"]
    if options["shard"] is not None or partial is not None:
        from termcheck.cli.partial import check_options

        check_options(dict(options), options["paths"], is_watch=is_watch, has_format=bool(formats or output_file))
    request, look = _request(options), Look(color, quiet, statistics)
    if is_watch:
        if options["history"]:
            raise UsageError(Problem("--history and --watch contradict each other", remedy="give one of them"))
        return _watch(request, everything, look)
    job = prepare(request)
    if job.recovered:
        output.note(job.recovered)
    if partial is not None:
        from termcheck.cli.partial import write_shard

        return write_shard(job, partial, options["shard"], pages=not options["no_reports"], quiet=quiet)
    folder = None if options["no_reports"] else reports_folder(job)
    if folder is not None:
        check_workbook(job)
    history = history_file(job)
    if history is not None:
        check_history(job, history)
    report = _check(job, pages=folder is not None or any(one.format == "html" for one in everything))
    if history is not None:
        report = with_history(report, job, history, now())
    write_reports_to(folder, report, job, quiet=quiet)
    deliver(report, job, everything, look)
    if not job.discovery.sources and not report.skipped and not quiet:
        output.note("there is no article to check")
    return exit_code(report, job.settings.fail_on)


def _request(options: _Options) -> RunRequest:
    from_stdin = STDIN in options["paths"]
    if options["reports"] and options["no_reports"]:
        raise UsageError(Problem("--reports and --no-reports contradict each other", remedy="give one of them"))
    if options["stdin_filename"] and not from_stdin:
        raise UsageError(Problem("--stdin-filename names standard input, which is not read", remedy="add the path -"))
    scope = scope_of(options["paths"], options["diff"], options["only"], staged=options["staged"])
    if options["whole_files"] and not scope.is_about_changes:
        raise UsageError(Problem("--whole-files is about changed files", remedy="add --diff or --staged"))
    if options["history"] and (scope.is_about_changes or scope.rules):
        remedy = "leave out --history, --diff, --staged or --only"
        raise UsageError(Problem("--history compares whole runs, and this one is about a part", remedy=remedy))
    return RunRequest(
        paths=options["paths"],
        glossary=options["glossary"],
        lang=options["lang"],
        source_lang=options["source_lang"],
        fail_on=options["fail_on"],
        config=options["config"],
        reports=options["reports"],
        history=options["history"],
        directives=not options["no_directives"],
        strict=options["strict"],
        stdin=_standard_input() if from_stdin or scope.diff == STDIN else b"",
        stdin_filename=options["stdin_filename"],
        columns=options["columns"],
        scope=replace(scope, whole_files=options["whole_files"], only_included=options["only_included"]),
        jobs=options["jobs"],
        engine=options["engine"],
        cache=not options["no_cache"],
    )


def now() -> dt.datetime:
    """When the run is said to have been: now, or what SOURCE_DATE_EPOCH says (reproducible-builds.org)."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told.isascii() and told.isdigit() and int(told) <= _LAST_SECOND:
        return dt.datetime.fromtimestamp(int(told), dt.UTC)
    return dt.datetime.now(dt.UTC)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UsageError(Problem("standard input is closed", remedy="name a file instead of -"))
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(Problem(f"cannot read standard input: {reason}", remedy="name a file instead of -")) from error


def _check(job: Job, *, pages: bool) -> Report:
    sources = job.discovery.sources
    if len(sources) > _FEW or any(source.is_collection for source in sources):
        gc.freeze()
        gc.enable()
    return output.counted(lambda progress: check_articles(job, progress, pages=pages))


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
