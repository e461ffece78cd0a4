"""Tables drawn with lines in Markdown, as Pandoc has them: each cell is a Markdown text of its own."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from termcheck.articles.grids import BORDER, Cell, cells_of

_LINE_END = r"(?:\r\n|\r|\n)"
_GRID = re.compile(
    rf"{BORDER.pattern}[ \t]*{_LINE_END}"
    rf"(?:[ \t>]*\|[^\r\n]*{_LINE_END}|[ \t>]*\+[^\r\n]*\+[ \t]*(?:{_LINE_END}|\Z))+"
)
_LINE = re.compile(r"[+|][^\r\n]*[+|]")


class CellText:
    """The text of a cell, line after line, and the way back to the file."""

    def __init__(self, text: str, cell: Cell) -> None:
        """Take the lines of a cell of a file's text."""
        lines = [text[line.start : line.end] for line in cell]
        self.text = "\n".join(lines)
        self.has_lines = len(lines) > 1
        self._lines: list[tuple[int, str, int]] = []
        """Bytes before a line, the line, and where it starts in the file."""
        at = 0
        for shown, line in zip(lines, cell, strict=True):
            self._lines.append((at, shown, line.start))
            at += len(shown.encode()) + 1

    def offset(self, byte: int) -> int:
        """The file offset of a byte of the text."""
        before, text, start = self._lines[bisect_right(self._lines, byte, key=lambda line: line[0]) - 1]
        return start + len(text.encode()[: byte - before].decode())


def grid_at(text: str, start: int) -> tuple[int, Iterator[CellText]] | None:
    """Where the table ends that begins at an offset, and its cells; None where there is none."""
    grid = _GRID.match(text, start)
    if grid is None:
        return None
    lines = [(start + line.start(), start + line.end()) for line in _LINE.finditer(grid[0])]
    return grid.end(), (CellText(text, cell) for cell in cells_of(text, lines))
