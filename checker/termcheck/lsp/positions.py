"""Positions of the protocol (line and character, in the client's units) and offsets (code points), both ways."""

from bisect import bisect_right

from lsprotocol.types import Position, Range
from pygls.workspace import PositionCodec

from termcheck.model import Article, Span

BOM = "\ufeff"


class Positions:
    """One text as the client knows it.

    Lines end as in articles (LF, CRLF, a lone CR), which is what the protocol says too. An article lacks the byte order
    mark of its text; all offsets here are those of the article.
    """

    def __init__(self, article: Article, codec: PositionCodec, *, has_bom: bool) -> None:
        """Keep the article and how the client counts characters."""
        self._text = article.text
        self._starts = article.line_starts
        self._codec = codec
        self._bom = codec.client_num_units(BOM) if has_bom else 0

    def position(self, offset: int) -> Position:
        """The position of an offset, 0 to the length of the text."""
        line = bisect_right(self._starts, offset) - 1
        units = self._codec.client_num_units(self._text[self._starts[line] : offset])
        return Position(line, units + (self._bom if line == 0 else 0))

    def range(self, span: Span) -> Range:
        """The range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a position; what lies beyond a line or the text means its end."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        end = self._starts[position.line + 1] if position.line + 1 < len(self._starts) else len(self._text)
        line = self._text[start:end].rstrip("\r\n")
        wanted = position.character - (self._bom if position.line == 0 else 0)
        units = 0
        for place, char in enumerate(line):
            if units >= wanted:
                return start + place
            units += self._codec.client_num_units(char)
        return start + len(line)
