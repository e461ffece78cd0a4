"""Reads plain text.

Blank lines part paragraphs. A single line break is taken for a wrapped line, so that a name over two lines is found,
except where it surely is none: before a list item or an indented paragraph, around a rule. Sentences are cut elsewhere.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles.directives import DirectiveLog, is_line_directive
from termcheck.articles.reading import Reading, begin
from termcheck.articles.view import OpenRegion, ViewBuilder
from termcheck.config import Settings
from termcheck.model import RegionKind

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_BULLETS = frozenset("-*•‣◦▪●○■□·–—")
_NUMBER = r"[(（]?\d{1,3}[.)）、][ \t]*(?=[^\d\s])"
_HAN_NUMBERS = frozenset("一二三四五六七八九十")
_RULE_SIGNS = frozenset("=-_*~#+.")
_DATED = r"(?i:date)[ \t]+\d{4}-\d\d-\d\d[ \t]+"
_LONGEST_TITLE, _LONGEST_HEADING = 150, 80
_TITLE_STARTS = frozenset("“\"‘'「『《")
_NO_TITLE_END = frozenset(".。．;；,，:：、…\"”'’)）]】-–—")


class _Line(Struct, frozen=True):
    start: int
    end: int
    """Of what it holds besides white space at either end."""
    line_start: int
    next_start: int


_Paragraph = tuple[_Line, ...]


def read_text(text: str, settings: Settings) -> Reading:
    """Read the text of a plain-text file."""
    builder = ViewBuilder(text)
    log = DirectiveLog()
    front = begin(text, builder, settings)
    title = front.title
    paragraphs = _paragraphs(text, front.end, log)
    for number, paragraph in enumerate(paragraphs):
        is_followed = number + 1 < len(paragraphs)
        found = _Writer(text, builder).paragraph(paragraph, is_first=number == 0, is_followed=is_followed)
        title = title or found
    return Reading(builder.view(), builder.regions(), log, title, front.dates, front.lang)


def _paragraphs(text: str, start: int, log: DirectiveLog) -> list[_Paragraph]:
    """The paragraphs from an offset on; lines that are directives go to the log."""
    paragraphs: list[_Paragraph] = []
    lines: list[_Line] = []
    for match in _LINE.finditer(text, start):
        content = match[1].strip()
        if content:
            first = match.start() + match[1].index(content[0])
            if is_line_directive(content):
                log.comment(content[1:], first, first + len(content))
                continue
            lines.append(_Line(first, first + len(content), match.start(), match.end()))
        elif lines:
            paragraphs.append(tuple(lines))
            lines = []
    if lines:
        paragraphs.append(tuple(lines))
    return paragraphs


class _Writer:
    """Shows one paragraph."""

    def __init__(self, text: str, builder: ViewBuilder) -> None:
        self._text = text
        self._builder = builder
        self._quotation: OpenRegion | None = None

    def paragraph(self, paragraph: _Paragraph, *, is_first: bool, is_followed: bool) -> str | None:
        """Show a paragraph as a block or several; returns its text if it is the article's title."""
        self._builder.end_block()
        lines = paragraph
        if is_first:
            lines = (self._after_date(lines[0]), *lines[1:])
        is_underlined = len(lines) > 1 and _is_rule(self._content(lines[1]))
        kind = None
        if (len(lines) == 1 and is_followed) or is_underlined:
            kind = self._heading_kind(self._content(lines[0]), is_first=is_first)
        title = self._content(lines[0]) if kind is RegionKind.TITLE else None
        region = self._builder.open_region(kind) if kind is not None else None
        for line in lines:
            self._line(line)
            if region is not None:
                self._builder.close_region(region)
                region = None
        self._end_quotation()
        return title

    def _content(self, line: _Line) -> str:
        return self._text[line.start : line.end]

    def _after_date(self, line: _Line) -> _Line:
        """What follows the scraped date with which a first line may begin; that is shown as a block of its own."""
        content = self._content(line)
        prefix = re.match(_DATED, content) if content[:4].lower() == "date" else None
        if prefix is None:
            return line
        start = line.start + prefix.end()
        self._builder.copy_trimmed(line.start, start)
        self._builder.end_block()
        return replace(line, start=start)

    def _heading_kind(self, content: str, *, is_first: bool) -> RegionKind | None:
        """What a line of its own is that others follow."""
        first, last = content[:1], content[-1:]
        if not (first.isalnum() or first in _TITLE_STARTS) or first.islower() or last in _NO_TITLE_END:
            return None
        if is_first and len(content) <= _LONGEST_TITLE:
            return RegionKind.TITLE
        is_heading = len(content) <= _LONGEST_HEADING and last.isalnum() and any(map(str.isalpha, content))
        return RegionKind.HEADING if is_heading else None

    def _line(self, line: _Line) -> None:
        start = line.start
        content = self._content(line)
        if content.startswith(">"):
            start = self._quoted(line)
            content = self._text[start : line.end]
        else:
            self._end_quotation()
        if not content or _is_rule(content):
            self._builder.end_block()
            return
        if _is_item(content) or self._text.startswith("\u3000", line.line_start):
            self._builder.end_block()
        if content[0] in _BULLETS and content[1:2].isspace():
            start = line.end - len(content[1:].lstrip())
        self._builder.copy(start, line.end)
        self._builder.space(line.end, line.next_start, breaks_line=True)

    def _quoted(self, line: _Line) -> int:
        """Begin or continue a quotation; returns where its words start."""
        if self._quotation is None:
            self._builder.end_block()
            self._quotation = self._builder.open_region(RegionKind.BLOCK_QUOTATION)
        start = line.start
        while start < line.end and self._text[start] in "> \t":
            start += 1
        return start

    def _end_quotation(self) -> None:
        if self._quotation is not None:
            self._builder.close_region(self._quotation)
            self._builder.end_block()
            self._quotation = None


def _is_rule(content: str) -> bool:
    """Whether a line consists of one sign, three times or more."""
    signs = set(content)
    signs.discard(" ")
    return len(signs) == 1 and signs <= _RULE_SIGNS and content.count(content[0]) > 2


def _is_item(content: str) -> bool:
    """Whether a line begins like an item of a list: with a bullet or a number."""
    first = content[0]
    if first in _BULLETS:
        return content[1:2].isspace()
    if first.isdigit() or first in "(（":
        return re.match(_NUMBER, content) is not None
    return first in _HAN_NUMBERS and content.lstrip("一二三四五六七八九十").startswith("、")
