"""Reads reStructuredText (docutils), with the directives and roles of Sphinx.

Its own scanner, because docutils knows no offsets. Cells of tables that go over several lines are read line by line.
"""

import re
from collections.abc import Callable, Sequence

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.metadata import language_tag
from termcheck.articles.reading import Reading, begin
from termcheck.articles.view import OpenRegion, ViewBuilder
from termcheck.articles.written.lines import Line, lines_of
from termcheck.articles.written.rst_extents import ITEM, after_literal, body_end, is_list, is_underlined, next_blank
from termcheck.articles.written.rst_inline import show_inline
from termcheck.articles.written.rst_names import NOT_PROSE, QUOTING, WITH_TITLE
from termcheck.articles.written.rst_tables import ADORNMENT, GRID, SIMPLE, show_grid, show_simple_table
from termcheck.config import Settings
from termcheck.model import RegionKind

_EXPLICIT = re.compile(r"\.\.(?:\s+|$)")
_DIRECTIVE = re.compile(r"\.\.\s+(?:\|[^|]+\|\s+)?([A-Za-z][\w:+.-]*)\s?::(?:\s+|$)")
_TARGET = re.compile(r"\.\.\s+_|__(?:\s|$)")
_NOTE = re.compile(r"\.\.\s+\[(?:\d+|#[\w.-]*|\*|[A-Za-z][\w.-]*)\](?:\s+|$)")
_BULLET = re.compile(r"[-*+•‣⁃]\s+(?=\S)")
_FIELD = re.compile(r":((?:[^:\\\s]|\\.)(?:[^:\\]|\\.|:(?!\s|$))*):(?:\s+|$)")
_LINE_BLOCK = re.compile(r"\|(?:\s+|$)")
_OPTION = re.compile(r"(?:-\w|--[\w-]+|/[A-Z])(?:[ =][\w<>-]+)?(?:,\s(?:-\w|--[\w-]+)(?:[ =][\w<>-]+)?)*\s{2,}(?=\S)")
_DOCTEST = re.compile(r">>> ")
_DEEPEST = 60
_DATES = {"date": "published", "created": "published", "modified": "changed", "updated": "changed"}


def read_rst(text: str, settings: Settings) -> Reading:
    """Read a reStructuredText file."""
    writer = _Writer(text, settings)
    lines = writer.lines
    writer.blocks(0, len(lines), 0)
    builder = writer.builder
    view = builder.view()
    title = writer.title
    heading = writer.first_heading
    if title is None and heading is not None and heading.view_start is not None:
        title = " ".join(view.text[heading.view_start : heading.view_end].split())
    return Reading(view, builder.regions(), writer.log, title, writer.dates, writer.lang)


class _Writer:
    """Shows blocks, those inside others by calling itself."""

    def __init__(self, text: str, settings: Settings) -> None:
        self.builder = ViewBuilder(text)
        self.log = DirectiveLog()
        front = begin(text, self.builder, settings)
        self.builder.end_block()
        self.lines = lines_of(text, front.end)
        self.title = front.title
        self.dates = front.dates
        self.lang = front.lang
        self.first_heading: OpenRegion | None = None
        self._text = text
        self._prose = {key.lower() for key in settings.front_matter_prose}
        self._depth = 0
        self._has_begun = False
        """Whether anything but metadata was read."""

    # -------------------------------------------------------------------------------------------------- structure

    def blocks(self, place: int, end: int, indent: int) -> None:
        """Show the lines from ``place`` to ``end``, which stand at a column or further to the right."""
        self._depth += 1
        if self._depth > _DEEPEST:
            self._prose_lines(place, end)
            place = end
        while place < end:
            line = self.lines[place]
            if line.is_blank:
                place += 1
            elif line.indent > indent:
                place = self._indented(place, end, indent)
            else:
                place = self._block(place, end, line)
            self.builder.end_block()
        self._depth -= 1

    def _inner(self, place: int, end: int) -> None:
        """Show the body of something, at the column where its first line stands."""
        indents = [line.indent for line in self.lines[place:end] if not line.is_blank]
        if indents:
            self.blocks(place, end, min(indents))

    def _indented(self, place: int, end: int, indent: int) -> int:
        """A block quotation."""
        after = body_end(self.lines, place, end, indent)
        region = self.builder.open_region(RegionKind.BLOCK_QUOTATION)
        self._inner(place, after)
        self.builder.close_region(region)
        return after

    def _block(self, place: int, end: int, line: Line) -> int:
        """Show the block that begins with a line; returns the number of the line after it."""
        text = line.text
        for is_one, show in self._kinds:
            if is_one(text):
                found = show(place, end)
                if found > place:
                    return found
        if is_underlined(self.lines, place, end):
            self._heading(line)
            return place + 2
        if place + 1 < end and not self.lines[place + 1].is_blank and self.lines[place + 1].indent > line.indent:
            return self._definition(place, end)
        return self._paragraph(place, end)

    @property
    def _kinds(self) -> Sequence[tuple[Callable[[str], object], Callable[[int, int], int]]]:
        return (
            (_EXPLICIT.match, self._explicit),
            (_TARGET.match, self._skip),
            (GRID.match, self._grid),
            (SIMPLE.match, self._simple_table),
            (ADORNMENT.fullmatch, self._overlined),
            (ITEM.match, self._item),
            (_FIELD.match, self._field),
            (_OPTION.match, self._option),
            (_LINE_BLOCK.match, self._line_block),
            (_DOCTEST.match, lambda place, end: next_blank(self.lines, place, end)),
        )

    # --------------------------------------------------------------------------------------------------- headings

    def _overlined(self, place: int, end: int) -> int:
        """A title between two lines of signs, or a line of signs between paragraphs."""
        if place + 2 < end and self.lines[place + 2].text == self.lines[place].text:
            self._heading(self.lines[place + 1])
            return place + 3
        return place + 1

    def _heading(self, line: Line) -> None:
        self.builder.end_block()
        region = self.builder.open_region(RegionKind.HEADING)
        show_inline(self.builder, self._text, line.first, line.end)
        self.builder.close_region(region)
        self.first_heading = self.first_heading or region

    # ----------------------------------------------------------------------------------------------------- bodies

    def _paragraph(self, place: int, end: int) -> int:
        indent, first = self.lines[place].indent, place
        while place < end and not self.lines[place].is_blank and self.lines[place].indent == indent:
            place += 1
        self._prose_lines(first, place)
        return after_literal(self.lines, place, end, indent)

    def _prose_lines(self, first: int, last: int, start: int | None = None) -> None:
        """Show lines as one paragraph, from an offset in the first of them on."""
        if first >= last:
            return
        self._has_begun = True
        begins = self.lines[first].first if start is None else start
        show_inline(self.builder, self._text, begins, max(begins, self.lines[last - 1].end))

    def _rest(self, place: int, end: int, start: int, column: int) -> int:
        """Show what begins in the middle of a line at an offset: the first paragraph, then all that is indented."""
        line = self.lines[place]
        while (inner := _BULLET.match(self._text, start, line.end)) is not None:
            start = inner.end()  # an item that begins with a list
        after = body_end(self.lines, place + 1, end, line.indent)
        last = place + 1
        while last < after and not self.lines[last].is_blank and self._text[start : line.end].strip():
            if ITEM.match(self.lines[last].text) and self.lines[last].indent >= column:
                break
            last += 1
        if self._text[start : line.end].strip():
            self._prose_lines(place, last, start)
            last = after_literal(self.lines, last, after, line.indent)
        self.builder.end_block()
        self._inner(last, after)
        return after

    def _item(self, place: int, end: int) -> int:
        line = self.lines[place]
        match = ITEM.match(line.text)
        if match is None or (match[0][0].isalpha() and not is_list(self.lines, place, end)):
            return place
        return self._rest(place, end, line.first + match.end(), line.indent + match.end())

    def _definition(self, place: int, end: int) -> int:
        line = self.lines[place]
        show_inline(self.builder, self._text, line.first, line.end)
        self.builder.end_block()
        after = body_end(self.lines, place + 1, end, line.indent)
        if line.text.endswith("::"):
            return after
        self._inner(place + 1, after)
        return after

    def _field(self, place: int, end: int) -> int:
        line = self.lines[place]
        match = _FIELD.match(line.text)
        if match is None:
            return place
        name = match[1].strip().lower()
        start = line.first + match.end()
        after = body_end(self.lines, place + 1, end, line.indent)
        if self._has_begun:
            return self._rest(place, end, start, line.indent + 1)
        value = " ".join(self._text[start : self.lines[after - 1].end].split())
        if name in _DATES:
            getattr(self.dates, _DATES[name])(value)
        elif name in {"lang", "language"}:
            self.lang = language_tag(value)
        if name in self._prose and value:
            self.title = self.title or (value if name == "title" else None)
            show_inline(self.builder, self._text, start, self.lines[after - 1].end)
        return after

    def _option(self, place: int, end: int) -> int:
        line = self.lines[place]
        match = _OPTION.match(line.text)
        if match is None:
            return place
        return self._rest(place, end, line.first + match.end(), line.indent + match.end())

    def _line_block(self, place: int, end: int) -> int:
        while place < end and (match := _LINE_BLOCK.match(self.lines[place].text)):
            line = self.lines[place]
            show_inline(self.builder, self._text, line.first + match.end(), line.end)
            self.builder.space(line.end, line.end, breaks_line=True)
            place += 1
        return place

    def _skip(self, place: int, end: int) -> int:
        return body_end(self.lines, place + 1, end, self.lines[place].indent)

    # ------------------------------------------------------------------------------------------------------ tables

    def _grid(self, place: int, end: int) -> int:
        return show_grid(self.builder, self._text, self.lines, place, end)

    def _simple_table(self, place: int, end: int) -> int:
        return show_simple_table(self.builder, self._text, self.lines, place, end)

    # --------------------------------------------------------------------------------------------- explicit markup

    def _explicit(self, place: int, end: int) -> int:
        line = self.lines[place]
        after = body_end(self.lines, place + 1, end, line.indent)
        directive = _DIRECTIVE.match(line.text)
        note = _NOTE.match(line.text)
        if directive is not None:
            self._directive(directive, place, after)
        elif note is not None:
            self._rest(place, after, line.first + note.end(), line.indent + 3)
        elif not _TARGET.match(line.text):
            match = _EXPLICIT.match(line.text)
            start = line.first + (match.end() if match else 2)
            if line.text == ".." and place + 1 < len(self.lines) and self.lines[place + 1].is_blank:
                return place + 1  # an empty comment takes nothing in
            self.log.comment(self._text[start : self.lines[after - 1].end], line.first, self.lines[after - 1].end)
        return after

    def _directive(self, match: re.Match[str], place: int, after: int) -> None:
        name = match[1].lower()
        line = self.lines[place]
        start = line.first + match.end()
        last = place + 1
        if name == "toctree":
            self._options(name, place + 1, after)
            return
        if name in NOT_PROSE or name.startswith("auto") or name.endswith("code"):
            return
        self._has_begun = self._has_begun or name != "meta"
        region = self.builder.open_region(RegionKind.BLOCK_QUOTATION) if name in QUOTING else None
        while last < after and not self.lines[last].is_blank and not _FIELD.match(self.lines[last].text):
            last += 1
        if name in WITH_TITLE and self._text[start : self.lines[last - 1].end].strip():
            self._prose_lines(place, last, start)
            self.builder.end_block()
        elif name not in WITH_TITLE:
            last = place + 1
        last = self._options(name, last, after)
        self._inner(last, after)
        if region is not None:
            self.builder.close_region(region)

    def _options(self, name: str, place: int, after: int) -> int:
        """Pass over the options of a directive; alternative texts and the description of a page are prose."""
        while place < after and (match := _FIELD.match(self.lines[place].text)):
            line = self.lines[place]
            last = body_end(self.lines, place + 1, after, line.indent)
            if match[1].lower() in ({"description"} if name == "meta" else {"alt", "caption"}):
                self._prose_lines(place, last, line.first + match.end())
                self.builder.end_block()
            place = last
        return place
