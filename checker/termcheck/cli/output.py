"""What the commands print: results to standard output, everything else to standard error."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import TextIOWrapper

import click

from termcheck.errors import Problem

_BROKEN_PIPE = 32
_INVALID_ON_WINDOWS = 22
"""How Windows reports that the program at the other end of a pipe is gone."""


def prepare_streams() -> None:
    """Let no console encoding stop a run: what it cannot show is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def show(text: str, *, color: bool = False) -> None:
    """Print a result in the console's encoding."""
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


def _while_someone_reads(write: Callable[[], None]) -> None:
    """Write; a reader that has gone away (``| head``) is no error."""
    try:
        write()
    except OSError as error:
        if error.errno not in (_BROKEN_PIPE, _INVALID_ON_WINDOWS):
            raise
        with suppress(OSError, ValueError):  # so that flushing at the end of the process stays quiet too
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
