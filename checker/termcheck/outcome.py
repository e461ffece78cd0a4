"""What comes of a report: an exit status, a history, files."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from termcheck.errors import ExitCode, Problem, UsageError
from termcheck.glossary import display_path
from termcheck.model import Report, Severity, Skipped
from termcheck.preparing import STDIN, Job, shown
from termcheck.writing import Content


def exit_code(report: Report, fail_on: Severity | None) -> ExitCode:
    """Exit status of a run: what could not be checked comes before findings."""
    if status := status_of(report.skipped, checked=len(report.results)):
        return status
    if fail_on is not None and any(report.count(one) for one in Severity if one.rank >= fail_on.rank):
        return ExitCode.FINDINGS
    return ExitCode.CLEAN


def status_of(skipped: Sequence[Skipped], *, checked: int) -> ExitCode | None:
    """The exit status that tells of articles that could not be checked; None where there is nothing to tell."""
    nothing_checked = bool(skipped) and not checked
    return ExitCode.UNREADABLE if nothing_checked or any(one.unreadable for one in skipped) else None


def write_reports(report: Report, folder: Path, *, workbook: bool = False) -> tuple[Path, ...]:
    """Write the HTML and CSV reports, and the workbook if it is wanted; none is touched before all are rendered.

    Raises UsageError where that fails.
    """
    from termcheck.reports import IN_FOLDER, WORKBOOK

    wanted = {**IN_FOLDER, **WORKBOOK} if workbook else IN_FOLDER
    files = {folder / name: content_of(report, format_) for name, format_ in wanted.items()}
    write_files(files)
    return tuple(files)


def content_of(report: Report, format_: str) -> Content:
    """What a file of a format holds: piece by piece, where the format can be written so."""
    from termcheck.reports import REPORTERS, STREAMS

    return STREAMS[format_](report) if format_ in STREAMS else REPORTERS[format_](report)


def write_files(files: Mapping[Path, Content]) -> None:
    """Replace files atomically. Raises UsageError where that is not possible."""
    from termcheck.writing import write_together

    try:
        write_together(files)
    except OSError as error:
        place = display_path(Path(error.filename2 or error.filename or next(iter(files))), Path.cwd())
        remedy = "close it in other programs, check your rights, or choose another place"
        raise UsageError(Problem(f"cannot be written: {error.strerror or error}", place, remedy)) from error


def with_history(report: Report, job: Job, file: Path, when: dt.datetime) -> Report:
    """The report with what became of each concept since earlier runs, this one kept. Raises UsageError."""
    from termcheck.history import keep_run, trend

    paths = [job.request.stdin_filename or path if path == STDIN else shown(job, path) for path in job.request.paths]
    runs = keep_run(file, shown(job, str(file)), report, paths or job.settings.include, when)
    return replace(report, history=trend(runs))
