"""What can go wrong for a user: the exit codes and the errors behind them."""

from collections.abc import Iterable
from enum import IntEnum

from msgspec import Struct


class ExitCode(IntEnum):
    """Exit status of every command; where several apply, 2 beats 3 beats 1."""

    CLEAN = 0
    """Nothing at or above the fail level."""
    FINDINGS = 1
    """At least one finding at or above the fail level."""
    USAGE = 2
    """A mistake in the call, the configuration or the glossary; nothing was checked."""
    UNREADABLE = 3
    """An article could not be read; all others were checked and reported."""


class Problem(Struct, frozen=True, order=True):
    """One mistake that a user can mend."""

    message: str
    """What is wrong, in one sentence without a final full stop."""
    place: str = ""
    """Where: ``file``, ``file:row`` or ``file:line``; empty where there is none."""
    remedy: str = ""
    """What to do about it, in one sentence without a final full stop."""

    def __str__(self) -> str:
        """The problem in one line: place, message, remedy."""
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text} ({self.remedy})" if self.remedy else text


class TermcheckError(Exception):
    """A mistake that stops the command; carries every problem found, not only the first."""

    exit_code = ExitCode.USAGE

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        """Keep the problems in the order in which they were found."""
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class UsageError(TermcheckError):
    """The call itself is wrong: an option, a path that does not exist, a glob without a match."""


class MissingExtraError(UsageError):
    """What is asked for takes an extra that is not installed."""


class ConfigError(TermcheckError):
    """The configuration holds a mistake."""


class GlossaryError(TermcheckError):
    """A glossary cannot be read or contradicts itself."""


class ArticleError(TermcheckError):
    """One article cannot be read; the run goes on without it."""

    exit_code = ExitCode.UNREADABLE
