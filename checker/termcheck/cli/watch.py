"""``termcheck run --watch``."""

import gc
import sys
from collections.abc import Callable

import click

from termcheck.cli import output
from termcheck.errors import Problem, TermcheckError, UsageError
from termcheck.model import Report
from termcheck.pipeline import STDIN, Job, RunRequest
from termcheck.reports.summary import number


def watch(request: RunRequest, show: Callable[[Report, Job], None], *, pages: bool, quiet: bool) -> int:
    """Check, show, and do so again whenever something changes, until Ctrl-C; returns 0.

    A mistake in the configuration or the glossary is shown and waits to be mended. Raises UsageError where there is
    nothing to watch.
    """
    from termcheck.watching import Watched

    if STDIN in request.paths or request.scope.is_about_changes:
        raise UsageError(Problem("--watch looks at files as they are on the disk", remedy="name files or folders"))
    gc.enable()
    watched = Watched(request, pages=pages)
    try:
        while True:
            if output.is_terminal(sys.stdout):
                click.clear()
            _check(watched.check, show, quiet=quiet)
            watched.wait()
    except KeyboardInterrupt:
        if output.is_terminal(sys.stderr):
            click.echo(err=True)  # the terminal has written ^C
        return 0


def _check(check: Callable[[], tuple[Report, Job]], show: Callable[[Report, Job], None], *, quiet: bool) -> None:
    try:
        report, job = check()
        show(report, job)
    except TermcheckError as error:
        output.show_problems(error.problems)
        output.note("waiting for the mistakes to be mended; Ctrl-C ends")
        return
    if not quiet:
        output.note(f"watching {number(len(job.discovery.sources), 'article')}; Ctrl-C ends")
