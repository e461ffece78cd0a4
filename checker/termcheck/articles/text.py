"""Reads plain text.

Blank lines part paragraphs. A single line break is taken for a wrapped line, so that a name over two lines is found,
except where it surely is none: before a list item or an indented paragraph, around a rule. Sentences are cut elsewhere.
"""

import re
from typing import NamedTuple

from termcheck.articles.directives import DirectiveLog, is_line_directive
from termcheck.articles.front_matter import metadata_of, read_front_matter, show_front_matter
from termcheck.articles.reading import Reading
from termcheck.articles.view import OpenRegion, ViewBuilder
from termcheck.config import Settings
from termcheck.model import RegionKind

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_BULLET = re.compile(r"[-*•‣◦▪●○■□·–—][ \t]+|[(（]?\d{1,3}[.)）、][ \t]*(?=[^\d\s])|[一二三四五六七八九十]{1,3}、")
_RULE = re.compile(r"([=\-_*~#+.])\1{2,}|(?:[=\-_*~#+.] ){3,}.?")
_DATED = re.compile(r"date[ \t]+\d{4}-\d\d-\d\d[ \t]+", re.IGNORECASE)
_LONGEST_TITLE, _LONGEST_HEADING = 150, 80
_TITLE_STARTS = frozenset("“\"‘'「『《")
_NO_TITLE_END = frozenset(".。．;；,，:：、…\"”'’)）]】-–—")


class _Line(NamedTuple):
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
    front = read_front_matter(text)
    title = show_front_matter(front, text, builder, settings) if front else None
    dates, lang = metadata_of(front, text)
    paragraphs = _paragraphs(text, front.end if front else 0, log)
    for number, paragraph in enumerate(paragraphs):
        is_followed = number + 1 < len(paragraphs)
        found = _Writer(text, builder).paragraph(paragraph, is_first=number == 0, is_followed=is_followed)
        title = title or found
    return Reading(builder.view(), builder.regions(), log, title, dates, lang)


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
        is_underlined = len(lines) > 1 and _RULE.fullmatch(self._content(lines[1])) is not None
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
        prefix = _DATED.match(self._text, line.start, line.end)
        if prefix is None:
            return line
        self._builder.copy_trimmed(line.start, prefix.end())
        self._builder.end_block()
        return line._replace(start=prefix.end())

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
        if _RULE.fullmatch(content):
            self._builder.end_block()
            return
        bullet = _BULLET.match(content)
        if bullet is not None or self._text.startswith("\u3000", line.line_start):
            self._builder.end_block()
        if bullet is not None and not any(map(str.isalnum, bullet[0])):
            start += bullet.end()
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
        if start == line.end:
            self._builder.end_block()
        return start

    def _end_quotation(self) -> None:
        if self._quotation is not None:
            self._builder.close_region(self._quotation)
            self._builder.end_block()
            self._quotation = None
