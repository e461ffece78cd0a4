"""What ``termcheck glossary lint`` says."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from termcheck.model import Status, Term

WRONG = frozenset((Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN))
"""Statuses of rows that are wrong, in some articles at least."""
_NAMED = 40
"""Terms that one message names."""


class Level(StrEnum):
    """How much a message matters."""

    ERROR = "error"
    """The glossary does not do what it says it does."""
    WARNING = "warning"
    """Probably a mistake."""
    NOTE = "note"
    """Good to know."""


class LintMessage(NamedTuple):
    """One thing that is doubtful."""

    level: Level
    place: str
    """``file:line`` or ``file``; empty where there is none."""
    concept: str
    """Empty where it is not about one concept."""
    message: str
    """What is doubtful, in one sentence without a final full stop."""
    remedy: str = ""

    def __str__(self) -> str:
        """The message in one line."""
        place = f"{self.place}: " if self.place else ""
        return f"{place}{self.level}: {self.message}" + (f" ({self.remedy})" if self.remedy else "")


def about(level: Level, term: Term, message: str, remedy: str = "") -> LintMessage:
    """A message about one row."""
    return LintMessage(level, str(term.place), term.concept, message, remedy)


def named(texts: Iterable[str]) -> str:
    """Quoted terms, joined; beyond the first ones only their number."""
    quoted = [f"“{text}”" for text in texts]
    more = f" and {len(quoted) - _NAMED} more" if len(quoted) > _NAMED else ""
    return ", ".join(quoted[:_NAMED]) + more
