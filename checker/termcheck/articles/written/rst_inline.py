"""What a reader sees of a line of reStructuredText: emphasis, links, roles, literals, escapes."""

import re
from collections.abc import Callable

from termcheck.articles.view import ViewBuilder
from termcheck.model import PROTECTED_MARK

_BEFORE = r"(?<![^\s'\"(\[{<\-/:‘“’«„…—–¿¡\\　-鿿＀-￯])"
_AFTER = r"(?=\Z|[\s'\")\]}>\-/:.,;!?\\‘’“”»…—–　-鿿＀-￯])"
_REACH = 1000
"""Longest emphasis or literal, so that unbalanced signs cost no more than that each."""
_INLINE = re.compile(
    rf"(?P<literal>{_BEFORE}``(?=\S).{{1,{_REACH}}}?(?<=\S)``{_AFTER})"
    rf"|(?P<role>{_BEFORE}:(?P<name>[A-Za-z][\w:+.-]*):`(?P<argument>[^`]+)`)"
    rf"|(?P<suffixed>{_BEFORE}`(?P<before>[^`\s][^`]*)`:(?P<named>[A-Za-z][\w:+.-]*):)"
    rf"|(?P<quoted>{_BEFORE}_?`(?P<phrase>[^`\s](?:[^`]*[^`\s])?)`_{{0,2}}{_AFTER})"
    rf"|(?P<strong>{_BEFORE}\*\*(?=\S)(?P<bold>.{{1,{_REACH}}}?)(?<=[^\s\\])\*\*{_AFTER})"
    rf"|(?P<emphasis>{_BEFORE}\*(?=[^\s*])(?P<slanted>.{{1,{_REACH}}}?)(?<=[^\s\\])\*{_AFTER})"
    rf"|(?P<note>[ \t]*{_BEFORE}\[(?:\d+|\#[\w.-]*|\*|[A-Za-z][\w.-]*)\]_{_AFTER})"
    rf"|(?P<substitution>{_BEFORE}\|(?=\S)[^|\n]+?(?<=\S)\|_{{0,2}}{_AFTER})"
    rf"|(?P<reference>(?<!\w)(?P<word>[^\W_]+(?:[-.:+_][^\W_]+)*)__?{_AFTER})"
    r"|(?P<escape>\\(?:[ \t\r\n]|.))|(?P<gap>[ \t]*(?:\r\n|\r|\n)[ \t]*|\t[ \t]*)",
    re.DOTALL,
)
_Show = Callable[[ViewBuilder, str, re.Match[str]], None]
_TITLED = re.compile(r"(.*?)\s*<[^<>]*>\s*", re.DOTALL)
_PROSE_ROLES = frozenset(
    "abbr abbreviation ac acronym dfn emphasis guilabel menuselection strong sub subscript sup superscript term title "
    "title-reference t cite index numref ref doc any".split()
)
_TARGET_ROLES = frozenset("ref doc any numref download".split())
"""Roles whose text is a target unless a title stands before it."""


def show_inline(builder: ViewBuilder, text: str, start: int, end: int) -> None:
    """Show ``text[start:end]``, which may go over several lines."""
    at = start
    for match in _INLINE.finditer(text, start, end):
        builder.copy(at, match.start())
        at = match.end()
        _SHOWS[match.lastgroup or "literal"](builder, text, match)
    builder.copy(at, end)


def _mark(builder: ViewBuilder, _text: str, match: re.Match[str]) -> None:
    builder.show(PROTECTED_MARK, match.start(), match.end())


def _group(name: str) -> _Show:
    def show(builder: ViewBuilder, text: str, match: re.Match[str]) -> None:
        _plain(builder, text, match.start(name), match.end(name))

    return show


def _plain(builder: ViewBuilder, text: str, start: int, end: int) -> None:
    """Show text in which only escapes and line ends count."""
    at = start
    for match in _INLINE_PLAIN.finditer(text, start, end):
        builder.copy(at, match.start())
        at = match.end()
        if match[0][0] == "\\":
            _escape(builder, text, match)
        else:
            builder.space(match.start(), at, breaks_line=True)
    builder.copy(at, end)


_INLINE_PLAIN = re.compile(r"\\(?:[ \t\r\n]|.)|[ \t]*(?:\r\n|\r|\n)[ \t]*", re.DOTALL)


def _phrase(builder: ViewBuilder, text: str, match: re.Match[str]) -> None:
    """A phrase that may carry a link: ``title <address>``."""
    start, end = match.span("phrase")
    titled = _TITLED.fullmatch(text, start, end)
    if titled is not None and not titled[1]:
        builder.show(PROTECTED_MARK, match.start(), match.end())
    else:
        _plain(builder, text, start, titled.end(1) if titled else end)


def _role(builder: ViewBuilder, text: str, match: re.Match[str]) -> None:
    is_before = match.lastgroup == "role"
    name = match["name" if is_before else "named"].rpartition(":")[2].lower()
    start, end = match.span("argument" if is_before else "before")
    titled = _TITLED.fullmatch(text, start, end)
    is_target = name not in _PROSE_ROLES or name in _TARGET_ROLES
    if is_target and (titled is None or not titled[1]):
        builder.show(PROTECTED_MARK, match.start(), match.end())
        return
    _plain(builder, text, start, titled.end(1) if titled and titled[1] else end)


def _escape(builder: ViewBuilder, _text: str, match: re.Match[str]) -> None:
    if not match[0][1].isspace():
        builder.copy(match.start() + 1, match.end())


def _gap(builder: ViewBuilder, _text: str, match: re.Match[str]) -> None:
    builder.space(match.start(), match.end(), breaks_line="\n" in match[0] or "\r" in match[0])


def _nothing(_builder: ViewBuilder, _text: str, _match: re.Match[str]) -> None: ...


_SHOWS = {
    "literal": _mark, "role": _role, "suffixed": _role, "quoted": _phrase, "strong": _group("bold"),
    "emphasis": _group("slanted"), "note": _nothing, "substitution": _mark, "reference": _group("word"),
    "escape": _escape, "gap": _gap,
}  # fmt: skip
