"""Tables that are drawn with lines, ``+---+`` and ``|``, as reStructuredText and Pandoc's Markdown have them.

The columns of a table are those of a terminal, where a character of Chinese, Japanese or Korean is as wide as two.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termcheck.articles.formats import suffix_of
from termcheck.model import Article

BORDER = re.compile(r"\+(?:[-=:]+\+)+")
"""A line that parts rows."""
_PART_OF_BORDER = re.compile(r"[-=:+]+")
"""... if it fills the whole width between two columns."""
_WIDE = frozenset("WF")


_SIMPLE = re.compile(r"[ \t]*=+(?:[ \t]+=+)+")
"""The border of a table of reStructuredText without lines that go down."""
_DRAWN = frozenset(".rst .md .markdown .mdown .mkd .mdx .qmd .rmd".split())


class CellLine(NamedTuple):
    """A line of a cell and where it stands in the file, without white space at either end."""

    start: int
    end: int

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return self.start == self.end


Cell = list[CellLine]
"""The lines of a cell; blank ones are empty."""


def cells_of(text: str, lines: Sequence[tuple[int, int]]) -> list[Cell]:
    """The cells of a table whose lines stand at these places of the file, by their first lines; none is empty."""
    columns = sorted({
        column
        for start, end in lines
        if BORDER.fullmatch(text[start:end])
        for column, sign in zip(columns_of(text[start:end]), text[start:end], strict=False)
        if sign == "+"
    })  # fmt: skip
    cells: list[Cell] = []
    open_cells: dict[tuple[int, int], Cell] = {}
    for start, end in lines:
        for where, first, last in _segments(text, start, end, columns):
            content = text[first:last]
            is_border = _PART_OF_BORDER.fullmatch(content) is not None
            beside = [one for one in open_cells if one[0] < where[1] and where[0] < one[1]]
            for other in beside if is_border else [one for one in beside if one != where]:
                del open_cells[other]
            if is_border:
                continue
            if where not in open_cells:
                open_cells[where] = []
                cells.append(open_cells[where])
            bare = content.strip()
            begin = first + len(content) - len(content.lstrip())
            open_cells[where].append(CellLine(begin, begin + len(bare)))
    return [cell for cell in cells if not all(line.is_blank for line in cell)]


def _segments(text: str, start: int, end: int, columns: Sequence[int]) -> Iterator[tuple[tuple[int, int], int, int]]:
    """What stands between the lines that go down: the columns around it, and where it is in the file."""
    line = text[start:end]
    at = columns_of(line)
    last: tuple[int, int] | None = None
    for column in columns:
        place = bisect_left(at, column)
        while place < len(line) and at[place] == column and line[place] not in "|+":
            place += 1  # a sign without width
        if place >= len(line) or at[place] != column:
            continue
        if last is not None:
            yield (last[0], column), start + last[1] + 1, start + place
        last = column, place


def columns_of(line: str) -> list[int]:
    """The column in which each character begins, and last the one after the line."""
    found = [0]
    for char in line:
        width = 0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in _WIDE else 1
        found.append(found[-1] + width)
    return found


def is_in_drawn_table(article: Article, offset: int) -> bool:
    """Whether an offset of the file is in a table whose columns must fit what stands in them."""
    if suffix_of(article.path) not in _DRAWN:
        return False
    number = article.position(offset)[0]
    while number > 0:
        start, end = article.line_span(number)
        line = article.text[start:end].strip(" \t\r\n>")
        if BORDER.fullmatch(line) or (_SIMPLE.fullmatch(line) and suffix_of(article.path) == ".rst"):
            return True
        if not line:
            return False
        number -= 1
    return False
