"""What a reader of one format makes of a text."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.metadata import Dates
from termcheck.articles.view import ViewBuilder
from termcheck.config import Settings
from termcheck.model import Location, Part, Region, Segment, View

if TYPE_CHECKING:
    from termcheck.articles.bilingual.units import Unit


class SourceReading(Struct, frozen=True):
    """What the segments of a bilingual file translate."""

    view: View
    lang: str | None
    """As the file says."""
    parts: tuple[Part, ...] = ()
    """As in ``Reading``."""


class Reading(Struct, frozen=True):
    """The parts of an article that depend on its format."""

    view: View
    regions: tuple[Region, ...]
    """In any order."""
    log: DirectiveLog
    title: str | None
    dates: Dates
    """What its metadata say; the conventions of running text are weighed later, for all formats alike."""
    lang: str | None
    parts: tuple[Part, ...] = ()
    """Parts marked up as being in a language of their own: inner ones before those around them."""
    segments: tuple[Segment, ...] = ()
    """In the order of the file, disjoint."""
    source: SourceReading | None = None


Reader = Callable[[str, Settings], Reading]
"""Reads a decoded text; raises ArticleError, without a place, only where a strict format is broken."""


class Extracted(Struct, frozen=True):
    """What is read of a file whose format has no text positions."""

    text: str
    """What ``reading`` is about."""
    reading: Reading
    locations: tuple[Location, ...]
    """By start, the first at 0; at least one."""


UnitReader = Callable[[str, Settings], "Iterator[Unit]"]
"""Yields the units of a bilingual file; raises ArticleError, without a place, where it is broken."""

BinaryReader = Callable[[bytes, Settings], Extracted]
"""Reads the bytes of a file; raises ArticleError, without a place, where they are damaged or too much."""


class Beginning(Struct, frozen=True):
    """What the front matter of a text says; nothing, where it has none."""

    end: int
    """Where the body starts in the file."""
    title: str | None
    dates: Dates
    lang: str | None


def begin(text: str, builder: ViewBuilder, settings: Settings) -> Beginning:
    """Read the front matter with which a text may begin, and show what of it is prose."""
    if not text.startswith(("---", "+++")):
        return Beginning(0, None, Dates(), None)
    from termcheck.articles.front_matter import metadata_of, read_front_matter, show_front_matter

    front = read_front_matter(text)
    if front is None:
        return Beginning(0, None, Dates(), None)
    return Beginning(front.end, show_front_matter(front, text, builder, settings), *metadata_of(front, text))
