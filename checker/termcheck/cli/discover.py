"""``termcheck discover``."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click
from msgspec.structs import replace

from termcheck.cli import output
from termcheck.cli.asked import ENGINE, JOBS, PARTIAL, SHARD
from termcheck.cli.options import COLUMN, CONFIG, GLOSSARY, LANG, SOURCE_LANG, ArticleOptions
from termcheck.discover import MIN_COUNT, Discoveries, discover
from termcheck.discover.rendering import render, rows_of
from termcheck.discover.table import decide, merged
from termcheck.errors import ExitCode, Problem, UsageError
from termcheck.glossary import display_path
from termcheck.matching.mentions import UNLISTED_RENDERING
from termcheck.model import Severity
from termcheck.partials.sections import DOSSIERS, RECORDS, SKIPPED, Rows
from termcheck.pipeline import Job, RunRequest, checker_of, gather, prepare, status_of, write_files
from termcheck.verdicts import with_decisions

if TYPE_CHECKING:
    from termcheck.articles.shards import Shard

FORMATS = ("text", "csv", "json")


class _Options(ArticleOptions):
    columns: tuple[tuple[str, str], ...]
    jobs: int
    engine: str


@click.command(
    "discover",
    epilog="""\b
Exit status:
  0  done, whatever was found
  2  a mistake in the call, the configuration or the glossary
  3  an article could not be read, or none could be checked

\b
Examples:
  termcheck discover archive/
  termcheck discover archive/ --format csv --output glossary/proposed.csv
  termcheck discover --decide glossary/proposed.csv
  termcheck discover archive/ --shard 1/8 --partial 1.part""",
)
@click.argument("paths", nargs=-1)
@GLOSSARY
@LANG
@SOURCE_LANG
@click.option(
    "--min-count",
    type=click.IntRange(min=1),
    default=MIN_COUNT,
    show_default=True,
    metavar="N",
    help="Times that a new name must stand in one article; in two articles once each is enough.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="For people, as rows of a glossary, or for programs.  [default: text]",
)
@click.option("--output", "output_file", metavar="FILE", help="Write the result to FILE; a CSV file keeps its rows.")
@click.option(
    "--decide",
    "decided",
    metavar="FILE",
    help="Carry out what the column `decision` of a CSV file says: yes, no, or a status.",
)
@COLUMN
@CONFIG
@JOBS
@ENGINE
@SHARD
@PARTIAL
def command(
    format_: str | None,
    output_file: str | None,
    decided: str | None,
    min_count: int,
    shard: "Shard | None",
    partial: str | None,
    **options: Unpack[_Options],
) -> int:
    """Propose rows for the glossary: other names of its concepts, and names that it lacks.

    PATHS are files, folders or globs; without any, what the configuration includes is read. What the glossary has in
    any status, or the file of decisions names, is not proposed. Proposed rows are never enforced.

    To decide, write yes or no into the column `decision` of the CSV file, and call `termcheck discover --decide FILE`:
    rows with a yes are admitted, rows with a no go, and both are remembered in the file of decisions.
    """
    if decided is not None:
        return _decide(Path(decided), prepare(RunRequest(**options), needs_articles=False))
    if shard is not None or partial is not None:
        if partial is None:
            raise UsageError(Problem("a shard makes no proposals by itself", "--shard", "add --partial FILE"))
        if format_ or output_file:
            remedy = "give it to `termcheck merge`"
            raise UsageError(Problem("it is about the proposals of all shards", "--format or --output", remedy))
        return _write_shard(with_unlisted(prepare(RunRequest(**options))), partial, shard, min_count)
    job = with_unlisted(prepare(RunRequest(**options)))
    part = output.counted(lambda tell: gather(job, checker_of(job, pages=False, names=True), tell).part)
    return propose(part, job, min_count, format_ or "text", output_file)


def propose(part: Rows, job: Job, min_count: int, format_: str, output_file: str | None) -> int:
    """Show what was read of all articles to say, or write it to a file; returns the exit status."""
    found = discover(part.rows(DOSSIERS), job.glossary, job.settings, job.verdicts, min_count)
    if output_file and output_file != "-":
        write_files({Path(output_file): _with_rows_of(Path(output_file), found, format_)})
    elif format_ == "text":
        output.show(render(found, format_))
    else:
        output.show_bytes(render(found, format_).encode())
    skipped = list(part.rows(SKIPPED))
    for one in skipped:
        output.note(f"{one.file}: skipped: {one.reason}")
    checked = sum(1 for _ in part.rows(RECORDS))
    if not checked and not skipped:
        output.note("there is no article to read")
    return status_of(skipped, checked=checked) or ExitCode.CLEAN


def _write_shard(job: Job, file: str, shard: "Shard | None", min_count: int) -> int:
    from termcheck.articles.shards import WHOLE
    from termcheck.cli.partial import place_of, told
    from termcheck.sharding import read_names

    path = place_of(file)
    name = display_path(path, Path.cwd())
    made = output.counted(lambda tell: read_names(job, path, name, shard or WHOLE, min_count, tell))
    output.note(told(name, made))
    return ExitCode.CLEAN


def _with_rows_of(file: Path, found: Discoveries, format_: str) -> str:
    """What is written to a file: a table that is there keeps its rows."""
    if format_ == "csv" and file.is_file() and file.stat().st_size:
        return merged(_bytes_of(file), file.as_posix(), rows_of(found))
    return render(found, format_)


def _decide(file: Path, job: Job) -> int:
    result = decide(_bytes_of(file), file.as_posix(), job.glossary, dt.date.today())  # noqa: DTZ011 - the editor's day
    decisions = job.settings.root / job.settings.decisions
    before = decisions.read_text(encoding="utf-8-sig") if decisions.is_file() else ""
    write_files({file: result.content, decisions: with_decisions(before, result.decisions)})
    output.note(f"{result.accepted} accepted, {result.rejected} rejected, {result.left} still to decide")
    if result.accepted and file.absolute() not in _glossary_files(job):
        output.note(f"{file.as_posix()} is no glossary file: move it into the glossary, so that its rows hold")
    return ExitCode.CLEAN


def _glossary_files(job: Job) -> list[Path]:
    """The files of the glossary as they would be found now: every file below a folder of it counts."""
    here = Path.cwd()
    return [
        path.absolute()
        for named in job.settings.glossary
        for place in (job.settings.root / named,)
        for path in (place.rglob("*") if place.is_dir() else (place,))
    ] + [here / path for path in job.glossary.files]


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(Problem(f"cannot be read: {error.strerror}", file.as_posix(), "check the path")) from error


def with_unlisted(job: Job) -> Job:
    """The job with the rule for unlisted renderings on, whatever is configured for checking."""
    rules = {**job.settings.rules, UNLISTED_RENDERING: Severity.WARNING}
    return replace(job, settings=replace(job.settings, rules=rules))
