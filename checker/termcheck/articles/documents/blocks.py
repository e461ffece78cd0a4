"""The text of a document, block by block, and the article's parts that are made of it."""

import re
from typing import NamedTuple

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.metadata import Dates, conventional_date, language_tag
from termcheck.articles.reading import Extracted, Reading
from termcheck.articles.view import ViewBuilder
from termcheck.model import PROTECTED_MARK, Location, RegionKind

_SPACE = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
_NOT_TEXT = dict.fromkeys([*range(9), 14, 15, *range(16, 28), 127])
CODE_STYLES = ("preformatted text", "source text", "source code", "teletype", "user entry")
"""How LibreOffice and Pandoc call styles of code, in lower case."""
MARK = PROTECTED_MARK
"""What stands for a picture or a formula in a line."""


class Block(NamedTuple):
    """A paragraph, heading, cell or note."""

    label: str
    """Where it is."""
    text: str
    """With line ends where it breaks lines, ``MARK`` for what is no text."""
    region: RegionKind | None = None


class About(NamedTuple):
    """What a document says of itself."""

    title: str = ""
    lang: str = ""
    created: str = ""
    """When it was made, ISO 8601: the day of its article where nothing better is known."""


def extracted(blocks: list[Block], about: About) -> Extracted:
    """The article's parts: one block after the other in the text, each with its place."""
    texts = [block.text.translate(_NOT_TEXT) for block in blocks]
    text = "\n".join(texts)
    builder = ViewBuilder(text)
    locations: list[Location] = []
    start = 0
    title: str | None = None
    for block, content in zip(blocks, texts, strict=True):
        if not locations or locations[-1].label != block.label:
            locations.append(Location(start, block.label))
        builder.end_block()
        region = builder.open_region(block.region) if block.region is not None else None
        _show(builder, content, start)
        if region is not None:
            builder.close_region(region)
        if title is None and block.region is RegionKind.TITLE:
            title = " ".join(content.split())
        start += len(content) + 1
    view = builder.view()
    dates = Dates()
    found = conventional_date(view.text)
    dates.published(found.isoformat() if found else about.created)
    headings = (" ".join(block.text.split()) for block in blocks if block.region is RegionKind.HEADING)
    title = title or " ".join(about.title.split()) or next(headings, None)
    reading = Reading(view, builder.regions(), DirectiveLog(), title, dates, language_tag(about.lang))
    return Extracted(text, reading, tuple(locations) or (Location(0, "the document"),))


def is_prose(text: str) -> bool:
    """Whether there is anything to read."""
    return any(map(str.isalnum, text))


def _show(builder: ViewBuilder, content: str, base: int) -> None:
    at = 0
    for space in _SPACE.finditer(content):
        builder.copy(base + at, base + space.start())
        at = space.end()
        builder.space(base + space.start(), base + at, breaks_line="\n" in space[0])
    builder.copy(base + at, base + len(content))
