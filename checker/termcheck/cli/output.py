"""What the commands print: results to standard output, everything else to standard error."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO, TypeVar

import click

from termcheck.errors import Problem, UsageError

_Result = TypeVar("_Result")
_PATIENCE = 1.0
"""Seconds that a run may take before it says how far it is."""
_BROKEN_PIPE = 32
_INVALID_ON_WINDOWS = 22
"""How Windows reports that the program at the other end of a pipe is gone."""
_FAILED_WRITE = frozenset((errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EBADF, getattr(errno, "EDQUOT", errno.ENOSPC)))


def prepare_streams() -> None:
    """Let no console encoding stop a run: what it cannot show is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person reads a standard stream; nobody reads one that was closed before the program started."""
    return stream is not None and stream.isatty()


def show(text: str, *, color: bool = False) -> None:
    """Print a result in the console's encoding; of an empty one not even a line end."""
    if not text:
        return
    _while_someone_reads(lambda: click.echo(text, nl=not text.endswith("\n"), color=color))


def show_bytes(data: bytes) -> None:
    """Print a result for other programs, byte for byte."""
    _while_someone_reads(lambda: click.echo(data, nl=False))


def note(text: str) -> None:
    """Tell the user something beside the result."""
    with suppress(OSError):
        click.echo(f"termcheck: {text}", err=True)


def show_problems(problems: Iterable[Problem]) -> None:
    """Tell what is wrong, one line each."""
    for problem in problems:
        note(f"error: {problem}")


def show_bug() -> None:
    """Tell that the program itself failed, with all that a report of the bug needs."""
    import traceback

    traceback.print_exc()
    note("error: this is a mistake in termcheck itself; nothing was reported (please send us the lines above)")


class Counter:
    """Tells on a terminal how far a run is, once it has taken longer than a second."""

    def __init__(self) -> None:
        """Start the clock."""
        self._next = time.monotonic() + _PATIENCE
        self._shown = ""

    def tell(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` articles are checked; 0 stands for a number that is not known."""
        if time.monotonic() > self._next:
            self._next = time.monotonic() + _PATIENCE / 10
            self._show(f"{done:,} of {total:,} articles checked" if total else f"{done:,} articles checked")

    def clear(self) -> None:
        """Leave an empty line behind."""
        if self._shown:
            self._show("")
            click.echo("\r", nl=False, err=True)

    def _show(self, text: str) -> None:
        click.echo(f"\r{text:<{len(self._shown)}}", nl=False, err=True)
        self._shown = text


def counted(work: Callable[[Callable[[int, int], None] | None], _Result]) -> _Result:
    """What ``work`` gives; on a terminal it is handed what tells how far it is."""
    if not is_terminal(sys.stderr):
        return work(None)
    counter = Counter()
    try:
        return work(counter.tell)
    finally:
        counter.clear()


def is_failed_write(error: OSError) -> bool:
    """Whether an error without a file is of the kind that writing to a stream meets: the disk is full, ..."""
    return error.filename is None and error.errno in _FAILED_WRITE


def stop_writing(error: OSError) -> UsageError:
    """What to raise where standard output cannot be written; nothing more is written to it."""
    _drop_the_rest()
    return UsageError(Problem(f"cannot write to standard output: {error.strerror or type(error).__name__}"))


def _while_someone_reads(write: Callable[[], None]) -> None:
    """Write; a reader that has gone away (``| head``) is no error. Raises UsageError where the disk is full, ..."""
    try:
        write()
    except OSError as error:
        if error.errno not in (_BROKEN_PIPE, _INVALID_ON_WINDOWS):
            raise stop_writing(error) from error
        _drop_the_rest()


def _drop_the_rest() -> None:
    """Let what still waits for standard output vanish, so that flushing at the end of the process stays quiet too."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
