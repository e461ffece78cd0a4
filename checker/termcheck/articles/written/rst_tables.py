"""Tables of reStructuredText: each cell is a text of its own, though its lines stand beside those of others."""

import re
from collections.abc import Iterator, Sequence

from termcheck.articles.grids import BORDER, Cell, CellLine, cells_of, columns_of
from termcheck.articles.view import ViewBuilder
from termcheck.articles.written.lines import Line
from termcheck.articles.written.rst_inline import show_inline

ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
"""A line of signs, below a heading or in a table."""
GRID = re.compile(rf"{BORDER.pattern}$")
"""The top of a table drawn with lines."""
SIMPLE = re.compile(r"=+(?:\s+=+)+$")
"""The top of a table without lines."""
_SPANS = re.compile(r"-+(?:\s+-+)*$")
"""The line below cells that go over several columns."""
_PHRASE = re.compile(r"\S(?:\S|[ \t](?![ \t]))*")
_ITEM = re.compile(r"(?:[-*+•]|(?:\d{1,3}|[A-Za-z#])[.)]|\|)[ \t]+(?=\S)")


def show_grid(builder: ViewBuilder, text: str, lines: Sequence[Line], place: int, end: int) -> int:
    """Show a table drawn with lines that begins at a line; returns the number of the line after it."""
    first = place
    while place < end and lines[place].text[:1] in {"+", "|"}:
        place += 1
    for cell in cells_of(text, [(line.first, line.end) for line in lines[first:place]]):
        _show_cell(builder, text, cell)
    return place


def show_simple_table(builder: ViewBuilder, text: str, lines: Sequence[Line], place: int, end: int) -> int:
    """Show a table without lines that begins at a line; returns the number of the line after it."""
    top = lines[place]
    columns = [columns_of(top.text)[match.start()] for match in re.finditer("=+", top.text)]
    borders = 0
    row: list[Cell] = []
    while place < end:
        line = lines[place]
        place += 1
        is_border = SIMPLE.match(line.text) or ADORNMENT.fullmatch(line.text)
        cells = {} if is_border or _SPANS.match(line.text) else dict(_phrases(line, line.indent - top.indent, columns))
        if not cells or 0 in cells:
            for cell in row:
                _show_cell(builder, text, cell)
            row = [[] for _ in columns]
        for number, found in cells.items():
            row[number].append(found)
        borders += line.text.startswith("=") if is_border else 0
        if borders > 1 and is_border and (place >= end or lines[place].is_blank):
            break
    for cell in row:
        _show_cell(builder, text, cell)
    return place


def _phrases(line: Line, indent: int, columns: Sequence[int]) -> Iterator[tuple[int, CellLine]]:
    """(number of the column, its part of the line), where anything stands there."""
    at = columns_of(line.text)
    last: tuple[int, CellLine] | None = None
    for phrase in _PHRASE.finditer(line.text):
        column = at[phrase.start()] + indent
        number = max((number for number, first in enumerate(columns) if first <= column), default=0)
        found = CellLine(line.first + phrase.start(), line.first + phrase.end())
        if last is not None and last[0] == number:
            found = found._replace(start=last[1].start)
        elif last is not None:
            yield last
        last = number, found
    if last is not None:
        yield last


def _show_cell(builder: ViewBuilder, text: str, cell: Cell) -> None:
    if not any(map(str.isalnum, "".join(text[line.start : line.end] for line in cell))):
        return
    if len(cell) > 1:
        builder.scatter()
    builder.end_block()
    before = cell[0].start
    for line in cell:
        item = _ITEM.match(text, line.start, line.end)
        if item is not None or line.is_blank:
            builder.end_block()
        builder.space(before, line.start, breaks_line=True)
        show_inline(builder, text, item.end() if item else line.start, line.end)
        before = line.end
