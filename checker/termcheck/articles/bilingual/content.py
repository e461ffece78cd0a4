"""What a string of a bilingual file says, and where each part of it stands in the file.

Tags that only lay out text leave no trace; those that break lines read as white space, placeholders as protected marks.
"""

import re
from typing import NamedTuple

from termcheck.articles.html_text import unescape
from termcheck.articles.view import ViewBuilder
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Span

LINE_BREAK = "\n"
_PLACEHOLDER = (
    r"%(?:\([^()\n]*\)|\d+\$)?[-+#0]*\d*(?:\.\d+)?(?:hh|h|ll|l|L|q|j|z|t)?[diouxXeEfFgGcCrsSpn@](?![^\W\d_])"
    r"|%\([^()\n]*\)|%L?\d+|\$?\{\{?[ \t]*[\w.$\-\[\]]*[ \t]*(?:[!:,][^{}\n]*)?\}\}?|\$\{[^{}\n]*\}"
)
_CODE = (
    r"<(?P<element>code|kbd|samp|tt|pre)(?:[ \t\r\n][^<>]*)?>[^<]*</(?P=element)>"
    r"|(?P<ticks>`{1,3})(?=[^`'\n]*(?P=ticks))[^`'\n]+(?P=ticks)"
)
"""Code in texts that hold HTML or Markdown. GNU's older messages write names between ` and '."""
_SPECIAL = re.compile(
    rf"(?P<block>{BLOCK_BREAK})|(?P<space>\s*[\t\r\n\f\v]\s*|[ ]{{2,}}|\A[ ]|[ ]\Z)"
    rf"|(?P<mark>{PROTECTED_MARK}|{_PLACEHOLDER}|{_CODE})"
    r"|(?P<tag></?[A-Za-z0-9][\w:.-]{0,40}(?:[ \t\r\n]+[^<>]*)?/?>)"
    r"|(?P<pair>\{\w{1,3}>|<\w{1,3}\})"  # tags, as Phrase writes them
)
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,9});"
_SPECIAL_OR_ENTITY = re.compile(rf"{_SPECIAL.pattern}|(?P<entity>{_ENTITY})")
"""The same, and entities of HTML, which programs put into texts of other formats."""
_CHOICES = re.compile(r"\{[ \t\r\n]*[\w.]+[ \t\r\n]*,[ \t\r\n]*(?:plural|select|selectordinal)[ \t\r\n]*,")
_RTF = re.compile(r"(?=.)(?:[{}\s]|\\[a-z]+-?\d*|\\['*][0-9a-f]*)*", re.DOTALL)
"""Codes of RTF, as translation memories of Trados hold them."""
_RTF_BREAKS = re.compile(r"\\(?:line|par|tab|cell|row)\b")
_TAG_NAME = re.compile(r"\s*</?([A-Za-z0-9][\w:.-]*)")
_BREAKING = frozenset(("br", "lb", "x-lb", "x-br", "x-html-br", "pb", "linebreak"))
_PARTING = frozenset("p div li ul ol td th tr table h1 h2 h3 h4 h5 h6 dt dd hr blockquote option".split())
_STANDING_FOR_TEXT = frozenset("img image x-image x-img var x-variable input object svg video x-html-img".split())
_LAYOUT = frozenset(
    "bold italic underlined underline link font b i u em strong fmt quote x-bold x-italic x-b x-i x-a x-html-b "
    "x-html-i x-html-a x-html-span x-html-strong x-html-em x-html-u pre:b pre:i pre:u xlf:b xlf:i xlf:u color "
    "strikethrough superscript subscript x-link x-span".split()
)


def reads_as(code: str, kind: str = "") -> str:
    """What a reader sees of inline code: nothing, a line break, a block border or a protected mark.

    ``code`` is the code itself as far as it is known (``<b>``, ``%s``), ``kind`` what the file calls it.
    """
    kind = kind.lower()
    tag = _TAG_NAME.match(code)
    if not tag and not kind and ("\\" in code or code in {"{", "}"}) and _RTF.fullmatch(code):
        return LINE_BREAK if _RTF_BREAKS.search(code) else ""
    name = tag[1].lower() if tag else ""
    if kind in _BREAKING or name in _BREAKING:
        return LINE_BREAK
    if name in _PARTING:
        return BLOCK_BREAK
    if kind in _STANDING_FOR_TEXT or name in _STANDING_FOR_TEXT:
        return PROTECTED_MARK
    return "" if kind in _LAYOUT or tag else PROTECTED_MARK


class _Stretch(NamedTuple):
    shown_start: int
    shown_end: int
    start: int
    end: int


class Content:
    """A string, collected stretch by stretch in the order of the file."""

    __slots__ = ("_open", "_shown", "_stretches", "end", "length", "start")

    def __init__(self, start: int) -> None:
        """Begin a string whose text starts at a file offset."""
        self.start = self.end = start
        self.length = 0
        self._shown: list[str] = []
        self._stretches: list[_Stretch] = []
        self._open = False

    @property
    def text(self) -> str:
        """All that was added, with special characters for what is no text."""
        return "".join(self._shown)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read."""
        return not any(shown.strip(f"{PROTECTED_MARK}{BLOCK_BREAK} \t\r\n\u00a0") for shown in self._shown)

    def add(self, shown: str, start: int, end: int) -> None:
        """Add what stands at a stretch of the file: text as it stands, or text for an entity, an escape, code."""
        if shown:
            self._stretches.append(_Stretch(self.length, self.length + len(shown), start, end))
            self._shown.append(shown)
            self.length += len(shown)
        self.end = end

    def show(self, builder: ViewBuilder, *, has_choices: bool = True) -> None:
        """Show it as blocks of their own; ``has_choices``: each choice of a message of ICU as one."""
        text = self.text
        if has_choices and "{" in text and _CHOICES.search(text):
            from termcheck.articles.resources.shown import Shown, with_icu_messages

            parts = ((shown, one.start, one.end) for shown, one in zip(self._shown, self._stretches, strict=True))
            with_icu_messages(Shown(parts, self.start)).content().show(builder, has_choices=False)
            return
        builder.end_block()
        pattern, mark = _SPECIAL, None
        if "&" in text or "_" in text or "~" in text:
            from termcheck.articles.bilingual.labels import key_mark

            pattern, mark = _SPECIAL_OR_ENTITY, key_mark(text)
        at = 0
        for match in pattern.finditer(text):
            self._copy_but(builder, at, match.start(), mark)
            self._show_special(builder, match)
            at = match.end()
        self._copy_but(builder, at, len(text), mark)

    def _show_special(self, builder: ViewBuilder, match: re.Match[str]) -> None:
        start, end = self._in_file(*match.span())
        kind, shown = match.lastgroup, match[0]
        if kind == "entity":
            shown = unescape(shown)
            if shown == match[0]:
                self._copy(builder, *match.span())
            kind = "" if shown == match[0] else "space" if shown.isspace() else "text"
        sign = reads_as(shown) if kind == "tag" else ""
        if kind == "space" or sign == LINE_BREAK:
            builder.space(start, end, breaks_line="\n" in shown or kind == "tag")
        elif kind == "block" or sign == BLOCK_BREAK:
            builder.end_block()
        elif kind == "mark" or sign == PROTECTED_MARK:
            builder.show(PROTECTED_MARK, start, end)
        elif kind == "text":
            builder.show(shown, start, end)

    def _copy_but(self, builder: ViewBuilder, first: int, last: int, mark: Span | None) -> None:
        """Show a stretch as it stands but for the mark of a key in it."""
        if mark is not None and first <= mark.start and mark.end <= last:
            self._copy(builder, first, mark.start)
            first = mark.end
        self._copy(builder, first, last)

    def _copy(self, builder: ViewBuilder, first: int, last: int) -> None:
        for index in range(self._at(first), len(self._stretches)) if first < last else ():
            stretch = self._stretches[index]
            if stretch.shown_start >= last:
                return
            low, high = max(first, stretch.shown_start), min(last, stretch.shown_end)
            if stretch.shown_end - stretch.shown_start == stretch.end - stretch.start:
                offset = stretch.start - stretch.shown_start
                builder.copy(low + offset, high + offset)
            else:
                shown = self._shown[index][low - stretch.shown_start : high - stretch.shown_start]
                builder.show(shown, stretch.start, stretch.end)

    def _in_file(self, first: int, last: int) -> Span:
        """The stretch of the file for a stretch of the text that is not empty."""
        one, other = self._stretches[self._at(first)], self._stretches[self._at(last - 1)]
        start, end = one.start, other.end
        if one.shown_end - one.shown_start == one.end - one.start:
            start += first - one.shown_start
        if other.shown_end - other.shown_start == other.end - other.start:
            end -= other.shown_end - last
        return Span(start, end)

    def _at(self, offset: int) -> int:
        low, high = 0, len(self._stretches)
        while low < high:
            middle = (low + high) // 2
            if self._stretches[middle].shown_end <= offset:
                low = middle + 1
            else:
                high = middle
        return low
