"""From one format into another, with what the other cannot hold."""

from collections.abc import Sequence
from typing import NamedTuple

from termcheck.errors import Problem, UsageError
from termcheck.glossary.comparing import Loss, losses
from termcheck.glossary.content import Options
from termcheck.glossary.formats import FORMATS
from termcheck.glossary.tbx.fields import NOTE_MARK
from termcheck.model import Term

_ASIDE = f"<note>{NOTE_MARK}".encode()


class Converted(NamedTuple):
    """A glossary in another format."""

    data: bytes
    losses: tuple[Loss, ...]
    asides: int = 0
    """Cells that are kept in notes which other programs show but do not understand."""


def convert(terms: Sequence[Term], name: str, options: Options) -> Converted:
    """The terms in the format ``name``, and what is not the same when that is read again.

    Raises UsageError where the format is only read, where more must be said of its languages, where none of the terms
    could be written, and where an extra is missing.
    """
    made = FORMATS[name]
    if not made.writer:
        raise UsageError(Problem(f"the format {name} is only read", "", f"choose one of {', '.join(writable())}"))
    data = made.write(terms, options)
    found = made.read(data, f"the {name} file", options) if made.reader else None
    back = found.terms if found else ()
    if not back:
        raise UsageError(Problem(f"the format {name} can hold none of the terms", "", "choose another format"))
    return Converted(data, losses(terms, back), data.count(_ASIDE))


def writable() -> tuple[str, ...]:
    """The names of the formats that can be written."""
    return tuple(name for name, one in FORMATS.items() if one.writer)
