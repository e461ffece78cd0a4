"""How far blocks of reStructuredText go, as their lines tell."""

import re
from collections.abc import Sequence

from termcheck.articles.written.lines import Line
from termcheck.articles.written.rst_tables import ADORNMENT

ITEM = re.compile(r"(?:[-*+•‣⁃]|\(?(?:\d{1,4}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,6}|#)[.)])(?:\s+|$)")
"""The beginning of a list's item."""


def body_end(lines: Sequence[Line], place: int, end: int, indent: int) -> int:
    """The number of the line after those that are blank or stand further to the right than a column."""
    last = place
    while place < end and (lines[place].is_blank or lines[place].indent > indent):
        place += 1
        if not lines[place - 1].is_blank:
            last = place
    return last


def after_literal(lines: Sequence[Line], place: int, end: int, indent: int) -> int:
    """The number of the line after the literal block that a paragraph with ``::`` at its end announces."""
    if not lines[place - 1].text.endswith("::"):
        return place
    after = place
    while after < end and lines[after].is_blank:
        after += 1
    if after < end and lines[after].indent > indent:
        return body_end(lines, after, end, indent)
    quote = lines[after].text[:1] if after < end else ""
    while quote and not quote.isalnum() and after < end and lines[after].text.startswith(quote):
        after += 1
        place = after
    return place


def next_blank(lines: Sequence[Line], place: int, end: int) -> int:
    """The number of the next blank line, or ``end``."""
    return next((number for number in range(place, end) if lines[number].is_blank), end)


def is_underlined(lines: Sequence[Line], place: int, end: int) -> bool:
    """Whether a line is a heading by the line of signs below it."""
    if place + 1 >= end:
        return False
    line, below = lines[place], lines[place + 1]
    adornment = ADORNMENT.fullmatch(below.text)
    return adornment is not None and below.indent == 0 and len(below.text) >= min(len(line.text), 4)


def is_list(lines: Sequence[Line], place: int, end: int) -> bool:
    """Whether a line that begins like ``A. text`` is an item: the next line is blank, indented or an item."""
    if place + 1 >= end:
        return True
    following = lines[place + 1]
    return following.is_blank or following.indent > lines[place].indent or bool(ITEM.match(following.text))
