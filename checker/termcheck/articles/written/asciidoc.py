"""Reads AsciiDoc (as Asciidoctor does)."""

import re

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.metadata import language_tag
from termcheck.articles.reading import Reading, begin
from termcheck.articles.view import OpenRegion, ViewBuilder
from termcheck.articles.written.asciidoc_inline import show_inline
from termcheck.articles.written.lines import Line, lines_of
from termcheck.config import Settings
from termcheck.model import RegionKind

_HEADING = re.compile(r"(?:={1,6}|#{1,6})[ \t]+(?=\S)")
_ATTRIBUTE = re.compile(r":(!?[\w][\w-]*!?):(?:[ \t]+(?=\S)|$)")
_REVISION = re.compile(r"(?:v?[\d.]+\w*,[ \t]*)?(\d{4}-\d\d-\d\d)(?:[:,].*)?$")
_FENCE = re.compile(r"-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|--|```\w*|\|===|!===|,===|:===")
_BLOCK_ATTRIBUTES = re.compile(r"\[[^\]\r\n]*\]+$")
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
_BLOCK_MACRO = re.compile(r"([a-z]\w*)::([^\s\[]*)\[(.*)\]$")
_ITEM = re.compile(
    r"(?:\*{1,5}|-|\.{1,5}|\d{1,4}\.|[a-zA-Z]\.|[ivxlcdmIVXLCDM]+\)|<(?:\d+|\.)>)[ \t]+(?:\[[ xX*]\][ \t]+)?"
)
_TERM = re.compile(r"(?=\S)(.*?\S)(?::{2,4}|;;)(?:[ \t]+|$)")
_CELL = re.compile(r"(?:\d*\.?\d*[+*])?[<^>]?(?:\.[<^>])?([aehlmsdv])?(?<!\\)\|")
_PROTECTED_FENCES = frozenset(".-+`/")
_CODE_STYLES = frozenset(
    "source listing literal stem latexmath asciimath pass plantuml mermaid graphviz ditaa comment".split()
)
_QUOTING = frozenset(("quote", "verse", "excerpt"))


def read_asciidoc(text: str, settings: Settings) -> Reading:
    """Read an AsciiDoc file."""
    writer = _Writer(text, settings)
    writer.write()
    view = writer.builder.view()
    heading = writer.first_heading
    title = None
    if heading is not None and heading.view_start is not None:
        title = " ".join(view.text[heading.view_start : heading.view_end].split())
    return Reading(view, writer.builder.regions(), writer.log, writer.title or title, writer.dates, writer.lang)


class _Writer:
    """Shows a file line by line."""

    def __init__(self, text: str, settings: Settings) -> None:
        self.builder = ViewBuilder(text)
        front = begin(text, self.builder, settings)
        self.builder.end_block()
        self.log = DirectiveLog()
        self.dates = front.dates
        self.lang = front.lang
        self.title = front.title
        self.first_heading: OpenRegion | None = None
        self._text = text
        self._lines = lines_of(text, front.end)
        self._prose = {key.lower() for key in settings.front_matter_prose}
        self._style = ""
        """Of the next block, from the attributes before it."""
        self._quotations: list[tuple[str, OpenRegion]] = []
        """The fences of quotations that are open."""
        self._in_header = False
        self._table = ""
        """The fence of the open table."""

    def write(self) -> None:
        """Show the whole file."""
        place = 0
        while place < len(self._lines):
            line = self._lines[place]
            if line.is_blank:
                self.builder.end_block()
                self._in_header = False
                place += 1
            else:
                place = self._block(place, line)
        self.builder.end_block()
        for _, region in reversed(self._quotations):
            self.builder.close_region(region)

    def _block(self, place: int, line: Line) -> int:
        text = line.text
        if text.startswith("//") and not text.startswith("////"):
            self.log.comment(text[2:], line.first, line.end)
            return place + 1
        if _FENCE.fullmatch(text):
            return self._fence(place, text)
        if self._table:
            self._cells(line)
            return place + 1
        if self._in_header and not _ATTRIBUTE.match(text):
            return self._header(place, line)
        if line.indent == 0 and self._one_line(line):
            return place + 1
        if text == "+":
            self.builder.end_block()
            return place + 1
        return self._paragraph(place, line)

    # --------------------------------------------------------------------------------------------------- one line

    def _one_line(self, line: Line) -> bool:
        """Read a line that is a block by itself; says whether it is one."""
        text = line.text
        attribute = _ATTRIBUTE.match(text)
        macro = _BLOCK_MACRO.fullmatch(text)
        if _HEADING.match(text):
            self._heading(line)
        elif attribute is not None:
            self._attribute(attribute, line)
        elif macro is not None:
            self._macro(macro, line)
        elif _BLOCK_ATTRIBUTES.fullmatch(text):
            self._style = re.split(r"[,#.%\]]", text[1:], maxsplit=1)[0].strip().lower()
            self.builder.end_block()
        elif _BLOCK_TITLE.match(text) and not _ITEM.match(text):
            self.builder.end_block()
            show_inline(self.builder, self._text, line.first + 1, line.end)
            self.builder.end_block()
        elif re.fullmatch(r"'''|---|\*\*\*|<<<", text):
            self.builder.end_block()
        else:
            return False
        return True

    def _heading(self, line: Line) -> None:
        match = _HEADING.match(line.text)
        self.builder.end_block()
        region = self.builder.open_region(RegionKind.HEADING)
        show_inline(self.builder, self._text, line.first + (match.end() if match else 0), line.end)
        self.builder.close_region(region)
        self.builder.end_block()
        self._in_header = self.first_heading is None and match is not None and len(match[0].strip()) == 1
        self._style = ""
        self.first_heading = self.first_heading or region

    def _header(self, place: int, line: Line) -> int:
        """A line of author or revision below the title."""
        revision = _REVISION.match(line.text)
        if revision is not None:
            self.dates.published(revision[1])
            self._in_header = False
        return place + 1

    def _attribute(self, match: re.Match[str], line: Line) -> None:
        name, start = match[1].lower(), line.first + match.end()
        value = self._text[start : line.end]
        if name in {"revdate", "date"}:
            self.dates.published(value)
        elif name == "lang":
            self.lang = language_tag(value)
        elif name in self._prose and value:
            self.title = value if name == "title" else self.title
            self.builder.end_block()
            show_inline(self.builder, self._text, start, line.end)
            self.builder.end_block()

    def _macro(self, match: re.Match[str], line: Line) -> None:
        self.builder.end_block()
        if match[1] == "image":
            alternative = match[3].partition(",")[0]
            if "=" not in alternative and any(map(str.isalnum, alternative)):
                start = line.first + match.start(3)
                show_inline(self.builder, self._text, start, start + len(alternative))
        self.builder.end_block()

    # ----------------------------------------------------------------------------------------------------- fences

    def _fence(self, place: int, text: str) -> int:
        self.builder.end_block()
        style, self._style = self._style, ""
        if text.endswith("===") and text[0] in "|!,:":
            self._table = "" if self._table == text else text
            return place + 1
        is_open = any(fence == text for fence, _ in self._quotations)
        if (text[0] in _PROTECTED_FENCES and text != "--") or (style in _CODE_STYLES and not is_open):
            return self._after_fence(place, text)
        if is_open:
            while self._quotations:
                fence, region = self._quotations.pop()
                self.builder.close_region(region)
                if fence == text:
                    break
        elif text[0] == "_" or style in _QUOTING:
            self._quotations.append((text, self.builder.open_region(RegionKind.BLOCK_QUOTATION)))
        return place + 1

    def _after_fence(self, place: int, text: str) -> int:
        """The number of the line after the fence that closes a block of code, or after this one if none does."""
        closing = "```" if text.startswith("```") else text
        for after in range(place + 1, len(self._lines)):
            if self._lines[after].text == closing:
                return after + 1
        return place + 1

    def _cells(self, line: Line) -> None:
        """The cells that begin in a line of a table, and what goes on in it from the line before."""
        at = line.first
        for match in _CELL.finditer(line.text) if self._table[0] in "|!" else ():
            self._cell(at, line.first + match.start())
            at = line.first + match.end()
            self.builder.end_block()
        if self._table[0] in ",:":
            self.builder.end_block()
        self._cell(at, line.end)
        self.builder.space(line.end, line.end, breaks_line=True)

    def _cell(self, start: int, end: int) -> None:
        while start < end and self._text[start].isspace():
            start += 1
        while end > start and self._text[end - 1].isspace():
            end -= 1
        show_inline(self.builder, self._text, start, end)

    # ------------------------------------------------------------------------------------------------- paragraphs

    def _paragraph(self, place: int, line: Line) -> int:
        item = _ITEM.match(line.text)
        term = _TERM.match(line.text) if item is None else None
        style, self._style = self._style, ""
        last = self._end_of(place)
        if item is None and term is None and (style in _CODE_STYLES or line.indent):
            self.builder.end_block()
            return last
        self.builder.end_block()
        region = self.builder.open_region(RegionKind.BLOCK_QUOTATION) if style in _QUOTING else None
        start = line.first
        if term is not None:
            show_inline(self.builder, self._text, start, start + term.end(1))
            self.builder.end_block()
            start += term.end()
        elif item is not None:
            start += item.end()
        show_inline(self.builder, self._text, min(start, line.end), self._lines[last - 1].end)
        if region is not None:
            self.builder.close_region(region)
        return last

    def _end_of(self, place: int) -> int:
        """The number of the line after a paragraph."""
        last = place + 1
        while last < len(self._lines):
            line = self._lines[last]
            text = line.text
            if line.is_blank or text == "+" or text.startswith("//") or _FENCE.fullmatch(text):
                break
            if (
                _BLOCK_MACRO.fullmatch(text)
                or _BLOCK_ATTRIBUTES.fullmatch(text)
                or _ITEM.match(text)
                or (_TERM.match(text) and "::" in text)
            ):
                break
            last += 1
        return last
