"""Builds the view of an article piece by piece, together with the way back to the file.

Readers say what they see in the order of the file: text as it stands, text that stands for something else, white space,
block borders. The builder sees to it that blocks carry no white space at their ends, that runs of white space collapse,
and that a line break between two characters of a script without spaces leaves no trace.
"""

from msgspec import Struct
from msgspec.structs import replace

from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Part, Piece, Region, RegionKind, Span, View

_SPACELESS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x312F),  # radicals, CJK punctuation, kana, bopomofo
    (0x31A0, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF01, 0xFF0F),  # full-width punctuation; full-width letters and digits are Latin ones
    (0xFF1A, 0xFF20),
    (0xFF3B, 0xFF40),
    (0xFF5B, 0xFF9F),
    (0x20000, 0x3FFFF),
)


def takes_no_space(char: str) -> bool:
    """Whether a character belongs to a script (or its punctuation) that puts no spaces between words."""
    code = ord(char)
    return code >= 0x0E00 and any(first <= code <= last for first, last in _SPACELESS)


class _Space(Struct, frozen=True):
    start: int
    end: int
    breaks_line: bool


class OpenRegion:
    """A region, or a part in a language, that has begun; it starts in the view where its first text is shown."""

    __slots__ = ("kind", "view_end", "view_start")

    def __init__(self, kind: RegionKind | str) -> None:
        """Begin a region of a kind, or a part in a language (BCP 47 tag), whose start is not known yet."""
        self.kind = kind
        self.view_start: int | None = None
        self.view_end = 0


class ViewBuilder:
    """Collects what a reader sees of ``text``; offsets are those of the file.

    They must not go backwards, unless ``scatter`` says that a text follows which stands beside the one before it.
    """

    def __init__(self, text: str) -> None:
        """Begin an empty view."""
        self._text = text
        self._shown: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._last = ""
        self._extendable = False
        self._at_block_start = True
        self._space: _Space | None = None
        self._waiting: list[OpenRegion] = []
        self._regions: list[Region] = []
        self._parts: list[Part] = []
        self._is_scattered = False

    @property
    def length(self) -> int:
        """Of the view as far as it is built."""
        return self._length

    @property
    def is_at_block_start(self) -> bool:
        """Whether nothing has been shown in the present block."""
        return self._at_block_start

    def copy(self, start: int, end: int) -> None:
        """Show ``text[start:end]`` as it stands."""
        if start >= end:
            return
        shown = self._text[start:end]
        self._prepare(shown[0], start)
        if self._extendable and self._pieces[-1].end == start:
            last = self._pieces[-1]
            self._pieces[-1] = Piece(last.view_start, self._length + len(shown), last.start, end)
            self._shown.append(shown)
            self._length += len(shown)
        else:
            self._append(shown, start, end)
        self._last = shown[-1]
        self._extendable = True

    def copy_trimmed(self, start: int, end: int) -> None:
        """Show ``text[start:end]`` as it stands, but its white space at either end as one space each."""
        text = self._text
        first, last = start, end
        while first < end and text[first] in " \t":
            first += 1
        while last > first and text[last - 1] in " \t":
            last -= 1
        if start < first:
            self.space(start, first)
        self.copy(first, last)
        if last < end and first < last:
            self.space(last, end)

    def show(self, shown: str, start: int, end: int) -> None:
        """Show ``shown`` in the place of ``text[start:end]`` (an entity, an escape)."""
        if shown:
            self._prepare(shown[0], start)
            self._append(shown, start, end)
            self._last = shown[-1]
            self._extendable = False

    def mark(self, start: int, end: int) -> None:
        """Show one mark in the place of protected text, or of the rest of it if something of it has been shown."""
        shown = self._pieces[-1].end if self._pieces else 0
        self.show(PROTECTED_MARK, shown if start < shown <= end else start, end)

    def space(self, start: int, end: int, *, breaks_line: bool = False) -> None:
        """Read ``text[start:end]`` as white space; several in a row are one."""
        if self._at_block_start:
            return
        if self._space is not None:
            start, breaks_line = self._space.start, breaks_line or self._space.breaks_line
        self._space = _Space(start, max(start, end), breaks_line)

    def end_block(self) -> None:
        """What follows belongs to another block."""
        self._at_block_start = True
        self._space = None

    def scatter(self) -> None:
        """What follows, a block of its own, may stand before what was shown last."""
        self.end_block()
        self._is_scattered = True

    def open_region(self, kind: RegionKind | str) -> OpenRegion:
        """Begin a region, or a part in a language (BCP 47 tag), with what is shown next."""
        region = OpenRegion(kind)
        self._waiting.append(region)
        return region

    def close_region(self, region: OpenRegion) -> None:
        """End a region with what was shown last; one without text is dropped."""
        if region.view_start is None:
            place = len(self._waiting) - 1
            while self._waiting[place] is not region:
                place -= 1
            del self._waiting[place]
        else:
            region.view_end = self._length
            span = Span(region.view_start, self._length)
            if isinstance(region.kind, RegionKind):
                self._regions.append(Region(region.kind, span))
            else:
                self._parts.append(Part(span, region.kind))

    def view(self) -> View:
        """The view as far as it is built."""
        return View("".join(self._shown), tuple(self._pieces), self._is_scattered)

    def regions(self) -> tuple[Region, ...]:
        """The closed regions, in the order in which they ended."""
        return tuple(self._regions)

    def parts(self) -> tuple[Part, ...]:
        """The closed parts in a language of their own, in the order in which they ended: inner ones first."""
        return tuple(self._parts)

    def _prepare(self, following: str, start: int) -> None:
        """Put the block border or the space before what is shown at ``start``, and begin the regions that wait."""
        if self._at_block_start:
            if self._length:
                self._append(BLOCK_BREAK, start, start)
                self._extendable = False
            self._at_block_start = False
        elif self._space is not None:
            self._put_space(self._space, following, start)
        if self._waiting:
            for region in self._waiting:
                region.view_start = self._length
            self._waiting.clear()

    def _put_space(self, space: _Space, following: str, limit: int) -> None:
        """Show white space as one space; a reader may have taken it for longer than it is."""
        self._space = None
        space = replace(space, end=min(space.end, limit))
        if space.breaks_line and takes_no_space(self._last) and takes_no_space(following):
            return
        if self._extendable and self._pieces[-1].end == space.start and self._text[space.start : space.end] == " ":
            last = self._pieces[-1]
            self._pieces[-1] = Piece(last.view_start, self._length + 1, last.start, space.end)
            self._shown.append(" ")
            self._length += 1
        else:
            self._append(" ", space.start, space.end)
            self._extendable = False

    def _append(self, shown: str, start: int, end: int) -> None:
        self._shown.append(shown)
        self._pieces.append(Piece(self._length, self._length + len(shown), start, end))
        self._length += len(shown)
