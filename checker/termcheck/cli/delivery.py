"""In which formats a result is wanted, where each of them goes, and getting it there."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

import click
from msgspec import Struct

from termcheck.cli import output
from termcheck.errors import Problem, UsageError
from termcheck.model import Report, Severity
from termcheck.outcome import content_of
from termcheck.pipeline import STDIN, Job, write_files
from termcheck.writing import Content

WORKBOOK = "xlsx"
PARQUET = "parquet"
"""These formats are no text."""
FORMATS = (
    "text",
    "json",
    "compact",
    "github",
    "gitlab",
    "sarif",
    "junit",
    "checkstyle",
    "markdown",
    WORKBOOK,
    "jsonl",
    PARQUET,
)
_FROM_THE_TOP = frozenset(("github", "gitlab", "sarif", "junit", "checkstyle", "markdown"))
"""Services take the names of files from the top of the repository; editors, with ``compact``, from where they are."""
_DEFAULT_WIDTH = 100
_AT_ONCE = 5000
"""Lines or pieces that are shown together."""
_Piece = TypeVar("_Piece", str, bytes, str | bytes)
_STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""Environment variable: the file to which a step of a GitHub job appends Markdown."""


class Wanted(Struct, frozen=True):
    """One format and its place."""

    format: str
    file: str | None = None
    """None: standard output."""


class Look(Struct, frozen=True):
    """How the text on the screen looks."""

    color: str = "auto"
    quiet: bool = False
    """Findings only."""
    statistics: bool = False


def read_formats(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[Wanted, ...]:
    """Each ``FORMAT`` or ``FORMAT=FILE`` taken apart, for Click; raises BadParameter."""
    del ctx, param
    wanted = []
    for value in values:
        format_, equals, file = value.partition("=")
        if format_ not in FORMATS:
            raise click.BadParameter(f"{format_!r} is not one of {', '.join(map(repr, FORMATS))}.")
        if equals and not file:
            raise click.BadParameter(f"there is no file after {value!r}.")
        wanted.append(Wanted(format_, file or None))
    return tuple(wanted)


def complete_formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The formats that begin like this, for a shell."""
    del ctx, param
    return [format_ for format_ in FORMATS if format_.startswith(incomplete)]


def settle(formats: Sequence[Wanted], output_file: str | None) -> tuple[Wanted, ...]:
    """What goes where: the format without a file goes to ``output_file`` or the screen; without one that is text.

    Raises UsageError where two would go to one place.
    """
    placed = [wanted for wanted in formats if wanted.file]
    free = [wanted.format for wanted in formats if not wanted.file] or ["text"]
    if len(free) > 1:
        remedy = f"name a file for all but one: --format {free[-1]}=FILE"
        raise UsageError(Problem(f"the formats {' and '.join(free)} would go to one place", remedy=remedy))
    file = output_file if output_file != STDIN else None
    everything = (*placed, Wanted(free[0], file))
    for format_ in (WORKBOOK, PARQUET):
        _check_binary(everything, format_)
    files = [os.path.abspath(wanted.file) for wanted in everything if wanted.file]  # noqa: PTH100 - only compared
    if len(set(files)) < len(files):
        raise UsageError(Problem("two formats would go to one file", remedy="name different files"))
    return everything


def _check_binary(everything: Sequence[Wanted], format_: str) -> None:
    """Raises UsageError where a format that is no text is wanted and cannot be made, or would go to a screen."""
    places = [wanted.file for wanted in everything if wanted.format == format_]
    if not places:
        return
    if format_ == WORKBOOK:
        from termcheck.reports.workbook import missing
    else:
        from termcheck.reports.parquet import missing

    if problem := missing():
        raise UsageError(problem)
    if None in places and output.is_terminal(sys.stdout):
        what = "a workbook" if format_ == WORKBOOK else "a Parquet file"
        remedy = f"name a file: --format {format_}=findings.{format_}"
        raise UsageError(Problem(f"{what} cannot be shown on the screen", remedy=remedy))


def deliver(report: Report, job: Job, everything: Sequence[Wanted], look: Look) -> None:
    """Write the files, all or none, then what belongs on the screen. Raises UsageError where that fails."""
    files = {Path(wanted.file): _content(report, job, wanted.format) for wanted in everything if wanted.file}
    if files:
        write_files(files)
    for wanted in everything:
        if not wanted.file:
            _show(report, job, wanted.format, look)
    if any(wanted.format == "github" for wanted in everything):
        _append_step_summary(report, job)


def _show(report: Report, job: Job, format_: str, look: Look) -> None:
    is_terminal = output.is_terminal(sys.stdout)
    color = _wants_color(look.color, is_terminal=is_terminal)
    if format_ == "text":
        for lines in _some(_text(report, look, is_terminal=is_terminal, color=color)):
            output.show("".join(lines), color=color)
    else:
        content = _content(report, job, format_)
        for pieces in _some((content,) if isinstance(content, str | bytes) else content):
            output.show_bytes(
                b"".join(one.encode("utf-8", "replace") if isinstance(one, str) else one for one in pieces)
            )
    if look.statistics:
        from termcheck.reports.statistics import render_statistics

        if format_ == "text":
            output.show(render_statistics(report))
        else:
            click.echo(render_statistics(report), err=True, nl=False)


def _some(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces, many at a time."""
    left = iter(pieces)
    while some := list(islice(left, _AT_ONCE)):
        yield some


def _text(report: Report, look: Look, *, is_terminal: bool, color: bool) -> Iterator[str]:
    from termcheck.reports.text import text_lines

    width = _width() if is_terminal else _DEFAULT_WIDTH
    return text_lines(report, color=color, one_line=not is_terminal, width=width, quiet=look.quiet)


def _content(report: Report, job: Job, format_: str) -> Content:
    return content_of(_relocated(report, job, format_), format_)


def _relocated(report: Report, job: Job, format_: str) -> Report:
    """The report with the names of files that readers of that format expect."""
    if format_ in _FROM_THE_TOP:
        base = top_of_repository(job.settings.root) or job.settings.root
    elif format_ == "compact":
        base = Path.cwd()
    else:
        return report
    from termcheck.reports.ci.relocate import relocated

    return relocated(report, _name_from(job, base))


def _name_from(job: Job, base: Path) -> Callable[[str], str]:
    """Name of an article as reported -> its name from ``base``, where it lies below or beside that."""
    sources = job.discovery.sources
    files = {source.path: source.file for source in sources if source.file is not None}
    knows_all = bool(sources) and not any(source.is_collection for source in sources)
    folders: dict[str, str] = {}
    top = os.path.realpath(base)

    def name(path: str) -> str:
        file = files.get(path)
        if file is None and knows_all:
            return path
        try:
            if file is not None:
                found = os.path.relpath(os.path.realpath(file), top)
            else:  # in an archive or a table: its folder is that of many others
                folder, _, rest = path.rpartition("/")
                if folder not in folders:
                    folders[folder] = os.path.relpath(os.path.realpath(job.settings.root / folder), top)
                found = os.path.normpath(os.path.join(folders[folder], rest))  # noqa: PTH118 - no path of a file
        except ValueError:  # another drive of Windows
            return path
        return found.replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "replace")

    return name


def top_of_repository(folder: Path) -> Path | None:
    """The folder with ``.git`` (in a worktree or a submodule that is a file) at or above a folder."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)


def _append_step_summary(report: Report, job: Job) -> None:
    """What GitHub shows on the page of the job; a file that cannot be written is told and stops nothing."""
    file = os.environ.get(_STEP_SUMMARY)
    if not file:
        return
    from termcheck.reports.ci.markdown import MOST_SUMMARY_BYTES, render_markdown

    text = render_markdown(_relocated(report, job, "markdown"), MOST_SUMMARY_BYTES)
    try:
        with Path(file).open("a", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        output.note(f"the summary of the job cannot be written: {error.strerror or error}")


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return _DEFAULT_WIDTH


def _wants_color(color: str, *, is_terminal: bool) -> bool:
    if color != "auto":
        return color == "always"
    return is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


FORMAT = click.option(
    "--format",
    "formats",
    multiple=True,
    callback=read_formats,
    shell_complete=complete_formats,
    metavar="FORMAT[=FILE]",
    help=f"One of {', '.join(FORMATS)}; with =FILE it goes there. May be repeated.  [default: text]",
)
OUTPUT = click.option(
    "--output", "output_file", type=click.Path(), metavar="FILE", help="Write the result to FILE instead of the screen."
)
REPORTS = click.option(
    "--reports", type=click.Path(), metavar="DIR", help="Write report.html and the CSV reports to DIR."
)
HISTORY = click.option(
    "--history", type=click.Path(), metavar="FILE", help="Keep what this run counts in FILE; show the trend."
)
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), "never"]),
    help="Lowest severity that makes the exit status 1.  [default: error]",
)
STRICT = click.option(
    "--strict", is_flag=True, help="Also find decisions, baseline entries and glossary rows of no use."
)
