"""The lines of a page of a PDF, cut where wide white space parts cells of a table."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

HYPHEN = "\ufffe"
"""What PDFium has for a hyphen at the end of a line."""
_CELL_GAP = 1.5
"""White space wider than so many heights of its line parts two cells or columns ..."""
_EVEN = 1.6
"""... unless the line is as wide as others, and its widest space at most so much wider than its narrowest."""
_SAME_EDGE = 3
"""Lines that end at one place on a page with lines of even width."""
_SAMPLES = 5
"""Letters of a line whose places are looked at."""


class Line(NamedTuple):
    """A line, or a cell of one; lengths in points."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    first_word: float
    """Width of its first word."""


class _Gap(NamedTuple):
    before: int
    """Where the text before it ends, in code points."""
    after: int
    width: float
    is_wide: bool


class _Raw(NamedTuple):
    start: int
    end: int
    right: float
    gaps: list[_Gap]


def lines_of(page: "PdfTextPage") -> Iterator[Line]:
    """The lines of a page, in the order in which the file draws them."""
    return _Page(page).lines()


class _Page:
    def __init__(self, page: "PdfTextPage") -> None:
        self._page = page
        self._text = page.get_text_range()
        self._index = _indices(self._text)

    def lines(self) -> Iterator[Line]:
        raw = list(self._raw_lines())
        edges = Counter(round(one.right) for one in raw)
        for one in raw:
            first = one.start
            widths = [gap.width for gap in one.gaps]
            is_even = edges[round(one.right)] >= _SAME_EDGE and bool(widths) and max(widths) <= _EVEN * min(widths)
            for gap in one.gaps:
                if gap.is_wide and not is_even:
                    yield self._line(first, gap.before)
                    first = gap.after
            yield self._line(first, one.end)

    def _raw_lines(self) -> Iterator[_Raw]:
        text = self._text
        at = 0
        for full in re.split(rf"(?<={HYPHEN})|\r\n|\r|\n", text):
            start = text.index(full, at) if full else at
            at = start + len(full)
            start += len(full) - len(full.lstrip())
            end = start + len(full.strip())
            if start < end:
                yield _Raw(start, end, self._box(end - 1)[2], list(self._gaps(start, end)))

    def _gaps(self, start: int, end: int) -> Iterator[_Gap]:
        for space in re.finditer(r"(?<=\S)\s+(?=\S)", self._text[start:end]):
            before, after = start + space.start(), start + space.end()
            _, bottom, right, top = self._box(before - 1)
            width = self._box(after)[0] - right
            yield _Gap(before, after, max(width, 0.1), width > _CELL_GAP * max(top - bottom, 1.0))

    def _line(self, first: int, last: int) -> Line:
        content = self._text[first:last]
        left = self._box(first)[0]
        bottom, height = self._bottom_and_height(first + place for place in _samples(content))
        word_end = first + len(content.split(maxsplit=1)[0]) - 1
        return Line(content, left, self._box(last - 1)[2], bottom, height, self._box(word_end)[2] - left)

    def _bottom_and_height(self, places: Iterable[int]) -> tuple[float, float]:
        """Of most of some letters; of the larger ones where two kinds are equally frequent."""
        boxes = [self._box(place) for place in places]
        heights = Counter((round(top - bottom, 2), round(bottom, 2)) for _, bottom, _, top in boxes)
        height, bottom = max(heights, key=lambda each: (heights[each], each))
        return bottom, max(height, 1.0)

    def _box(self, place: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character with the room that its font gives it."""
        left, bottom, right, top = self._page.get_charbox(self._index[place], loose=True)
        return left, bottom, right, top


def _samples(content: str) -> list[int]:
    """Some letters, evenly over a line: single ones may be in another font, as bullets and code are."""
    letters = [place for place, char in enumerate(content) if char.isalnum()] or [0]
    return letters[:: max(1, len(letters) // _SAMPLES)]


def _indices(text: str) -> Sequence[int]:
    """Place of each code point in UTF-16, in which PDFium counts; one more for the end."""
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    found = [0]
    for char in text:
        found.append(found[-1] + (2 if char > "\uffff" else 1))
    return found
