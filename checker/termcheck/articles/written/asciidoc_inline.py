"""What a reader sees of a line of AsciiDoc: formatting, links, macros, escapes."""

import re
from collections.abc import Callable

from termcheck.articles.html_text import unescape
from termcheck.articles.view import ViewBuilder
from termcheck.model import PROTECTED_MARK

_INLINE = re.compile(
    r"(?P<escape>\\(?=[*_`#^~{<\[+\"'h]))"
    r"|(?P<quote>[\"']`(?=\S)|(?<=[^\s`])`[\"'])"
    r"|(?P<link>(?:(?:link|xref|mailto|btn|menu|anchor):[^\s\[\]]*|(?:https?|ftp|irc)://[^\s\[\]<>]+"
    r"|\{[A-Za-z0-9_][\w-]*\}[^\s\[\]<>{}]*)\[(?P<linked>[^\]]{0,1000})\])"
    r"|(?P<code>\+\+\+.{1,1000}?\+\+\+|``[^\r\n]{1,1000}?``|(?<![\w`])`(?!\s)[^`\r\n]*[^`\s]`(?![\w`])|(?<![\w+])\+(?!\s)[^+\r\n]*\S\+(?![\w+])"
    r"|(?:pass|stem|latexmath|asciimath|kbd|indexterm):[a-z,]*\[[^\]\r\n]*\]|icon:[^\s\[]+\[[^\]\r\n]*\]"
    r"|\(\(\([^()\r\n]*\)\)\)|\{[A-Za-z0-9_][\w-]*(?::[^{}\r\n]*)?\}|\[\[[^\[\]\r\n]*\]\])"
    r"|(?P<image>image:[^\s\[:][^\s\[]*\[(?P<alternative>[^\],\r\n]*)[^\]\r\n]*\])"
    r"|(?P<note>footnote(?:ref)?:[\w-]*\[(?P<noted>[^\]]{0,2000})\])"
    r"|(?P<reference><<(?P<target>[^<>,\r\n]+)(?:,(?P<named>[^<>]{0,1000}))?>>)"
    r"|(?P<term>\(\((?P<indexed>[^()\r\n]+)\)\))"
    r"|(?P<role>\[[.\w#%-]+\](?=#))"
    r"|(?P<format>\*\*|__|\#\#|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])|(?<=[^\s_])_(?![\w_])"
    r"|(?<![\w#&])\#(?=[^\s#])|(?<=[^\s#])\#(?![\w#])|\^(?=\S)|(?<=\S)\^|~(?=\w)|(?<=\w)~)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#x[0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});)"
    r"|(?P<gap>(?:[ \t]+\+)?[ \t]*(?:\r\n|\r|\n)[ \t]*)"
)
_QUOTES = {'"`': "“", '`"': "”", "'`": "‘", "`'": "’"}
_CLOSING = r"(?<=\S){}{}"
_REACH = 2000
"""Characters in which the end of formatted text is looked for."""
_ATTRIBUTES = re.compile(r"\s*(?:,\s*)?(?:role|window|opts|options|title|width|height|id)=(?:\"[^\"]*\"|[^,\]]*)|\^\Z")


def show_inline(builder: ViewBuilder, text: str, start: int, end: int) -> None:
    """Show ``text[start:end]``, which may go over several lines."""
    at = start
    open_signs: set[str] = set()
    for match in _INLINE.finditer(text, start, end):
        if match.start() < at or (match.lastgroup == "format" and not _is_pair(text, match, end, open_signs)):
            continue
        builder.copy_trimmed(at, match.start())
        at = match.end()
        kind = match.lastgroup or "code"
        if kind == "code":
            builder.show(PROTECTED_MARK, match.start(), at)
        elif kind == "gap":
            builder.space(match.start(), at, breaks_line=True)
        elif kind == "entity":
            builder.show(unescape(match[0]), match.start(), at)
        elif kind == "quote":
            builder.show(_QUOTES[match[0]], match.start(), at)
        elif kind == "escape":
            builder.copy(at, at + 1)
            at += 1
        elif kind in _SHOWS:
            _SHOWS[kind](builder, text, match)
    builder.copy_trimmed(min(at, end), end)


def _is_pair(text: str, match: re.Match[str], end: int, open_signs: set[str]) -> bool:
    """Whether a sign of formatting opens or closes something, rather than standing for itself (C#)."""
    sign = match[0]
    if sign in open_signs:
        open_signs.remove(sign)
        return True
    closing = re.compile(_CLOSING.format(re.escape(sign), "" if len(sign) > 1 or sign in "^~" else r"(?!\w)"))
    if closing.search(text, match.end(), min(end, match.end() + _REACH)) is None:
        return False
    open_signs.add(sign)
    return True


def _group(name: str) -> Callable[[ViewBuilder, str, re.Match[str]], None]:
    def show(builder: ViewBuilder, text: str, match: re.Match[str]) -> None:
        start, end = match.span(name)
        first = _ATTRIBUTES.search(text, max(start, 0), max(end, 0))
        end = first.start() if first else end
        if start < 0 or not text[start:end].strip():
            builder.show(PROTECTED_MARK, match.start(), match.end())
        else:
            show_inline(builder, text, start, end)

    return show


def _note(builder: ViewBuilder, text: str, match: re.Match[str]) -> None:
    """A footnote is a text of its own."""
    builder.end_block()
    show_inline(builder, text, *match.span("noted"))
    builder.end_block()


_SHOWS = {
    "image": _group("alternative"), "link": _group("linked"), "reference": _group("named"), "term": _group("indexed"),
    "note": _note,
}  # fmt: skip
