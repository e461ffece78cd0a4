"""Tables of reStructuredText: each line of a cell is a text of its own, since offsets cannot go back a column."""

import re
from collections.abc import Sequence

from termcheck.articles.view import ViewBuilder
from termcheck.articles.written.lines import Line
from termcheck.articles.written.rst_inline import show_inline

ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
"""A line of signs, below a heading or in a table."""
GRID = re.compile(r"\+(?:[-=]+\+)+$")
"""The top of a table drawn with lines."""
SIMPLE = re.compile(r"=+(?:\s+=+)+$")
"""The top of a table without lines."""


def show_grid(builder: ViewBuilder, text: str, lines: Sequence[Line], place: int, end: int) -> int:
    """Show a table drawn with lines that begins at a line; returns the number of the line after it."""
    while place < end and lines[place].text[:1] in {"+", "|"}:
        line = lines[place]
        for cell in re.finditer(r"[^|]+", line.text) if line.text.startswith("|") else ():
            content = cell[0].strip()
            start = line.first + cell.start() + len(cell[0]) - len(cell[0].lstrip())
            if any(map(str.isalnum, content)):
                builder.end_block()
                show_inline(builder, text, start, start + len(content))
        place += 1
    return place


def show_simple_table(builder: ViewBuilder, text: str, lines: Sequence[Line], place: int, end: int) -> int:
    """Show a table without lines that begins at a line; returns the number of the line after it."""
    borders = 0
    while place < end:
        line = lines[place]
        place += 1
        if SIMPLE.match(line.text) or ADORNMENT.fullmatch(line.text):
            borders += line.text.startswith("=")
            if borders > 1 and (place >= end or lines[place].is_blank):
                break
            continue
        for cell in re.finditer(r"\S(?:\S|[ \t](?![ \t]))*", line.text):
            builder.end_block()
            show_inline(builder, text, line.first + cell.start(), line.first + cell.end())
    return place
