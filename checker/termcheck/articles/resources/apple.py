"""Reads Apple's .strings and .stringsdict files."""

import re
from collections.abc import Iterator
from typing import NoReturn

from termcheck.articles.bilingual.xml_events import events
from termcheck.articles.directives import DirectiveLog
from termcheck.articles.reading import Reading
from termcheck.articles.resources.shown import Shown, character
from termcheck.articles.resources.strings import String, read_strings, xml_comments
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem

_TOKEN = re.compile(
    r'(?P<space>\s+)|(?P<comment>//[^\r\n]*|/\*.*?\*/)|(?P<text>"(?:[^"\\]|\\.)*")|(?P<word>[\w.$/:-]+)|(?P<sign>[=;])',
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:[uU][0-9A-Fa-f]{4}|[0-7]{3}|.)", re.DOTALL)
_NAMED = {"n": "\n", "r": "\n", "t": " "}
_TECHNICAL = frozenset(("NSStringFormatSpecTypeKey", "NSStringFormatValueTypeKey"))


def read_apple_strings(text: str, settings: Settings) -> Reading:
    """Read a .strings file; raises ArticleError, without a place, where it is none."""
    if text.lstrip().startswith(("<?xml", "<!DOCTYPE plist", "<plist")):
        return read_stringsdict(text, settings)
    log = DirectiveLog()
    return read_strings(text, list(_strings(text, log)), log)


def _strings(text: str, log: DirectiveLog) -> Iterator[String]:
    at = 0
    entry: list[tuple[str, int, int]] = []
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            _fail(text, at, "a text has no end" if text[at] == '"' else "something else stands there")
        at = match.end()
        kind = match.lastgroup
        if kind == "comment":
            log.comment(match[0][2:].removesuffix("*/"), match.start(), match.end())
        elif match[0] == ";":
            yield from _string(text, entry, match.start())
            entry = []
        elif kind != "space":
            entry.append((match[0], *match.span()))
    if entry:
        _fail(text, entry[0][1], "the entry has no end")


def _string(text: str, entry: list[tuple[str, int, int]], end: int) -> Iterator[String]:
    """The string of ``"key" = "value"``; ``"key"`` alone has none."""
    if len(entry) == 1:
        return
    if len(entry) != 3 or entry[1][0] != "=" or "=" in (entry[0][0], entry[2][0]):
        _fail(text, entry[0][1] if entry else end, 'no entry of the form "key" = "value" stands there')
    key, value = (_shown(text, one) for one in (entry[0], entry[2]))
    yield String(key.text, value.content())


def _shown(text: str, token: tuple[str, int, int]) -> Shown:
    _, start, end = token
    if text[start] != '"':
        return Shown.verbatim(text, start, end)
    return Shown.verbatim(text, start + 1, end - 1).replaced(_ESCAPE, _unescaped)


def _unescaped(match: re.Match[str]) -> str:
    escape = match[0]
    if escape[1] in "uU" and len(escape) == 6:
        return character(escape[2:])
    return _NAMED.get(escape[1], escape[1]) if len(escape) == 2 else "\ufffd"


def _fail(text: str, at: int, message: str) -> NoReturn:
    line = len(re.findall(r"\r\n|\r|\n", text[:at])) + 1
    raise ArticleError(Problem(f"it is no file of Apple's strings: {message} (line {line})", remedy="mend it"))


# ----------------------------------------------------------------------------------------------------- stringsdict


def read_stringsdict(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read a property list of strings: plurals, and what depends on the width of a screen."""
    return read_strings(text, _in_plist(text), xml_comments(text))


def _in_plist(text: str) -> Iterator[String]:
    keys: list[str] = []
    """Of the dictionaries around, and last the present one."""
    parts: list[tuple[str, int, int]] = []
    open_element = ""
    for event in events(text, "plist", "property list"):
        if event.kind == "start":
            open_element, parts = event.name, []
            if event.name == "dict":
                keys.append("")
        elif event.kind == "text":
            parts.append((event.shown, event.start, event.end))
        elif event.name == "dict" and keys:
            keys.pop()
        elif event.name == "key" and keys:
            keys[-1] = "".join(shown for shown, _, _ in parts)
        elif event.name == open_element == "string" and parts and keys and keys[-1] not in _TECHNICAL:
            yield String(".".join(filter(None, keys)), Shown(parts, parts[0][1]).content())
