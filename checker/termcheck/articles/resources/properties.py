"""Reads Java's .properties files (java.util.Properties, MessageFormat)."""

import re
from collections.abc import Iterator

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.reading import Reading
from termcheck.articles.resources.shown import Shown, character
from termcheck.articles.resources.strings import String, read_strings
from termcheck.config import Settings

_LINE = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_SEPARATOR = re.compile(r"((?:[^\\:= \t\f]|\\.)*)[ \t\f]*[:=]?[ \t\f]*", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|(?:\r\n|\r|\n)[ \t\f]*|.)|''", re.DOTALL)
_NAMED = {"n": "\n", "r": "\n", "t": " ", "f": " "}


def read_properties(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read a .properties file."""
    log = DirectiveLog()
    return read_strings(text, list(_strings(text, log)), log)


def _strings(text: str, log: DirectiveLog) -> Iterator[String]:
    at = 0
    while at < len(text):
        start, end, at = _logical_line(text, at)
        if text[start : start + 1] in {"#", "!"}:
            log.comment(text[start + 1 : end], start, end)
            continue
        key = _SEPARATOR.match(text, start, end)
        if key is None or key.end() >= end:
            continue
        name = Shown.verbatim(text, start, start + len(key[1])).replaced(_ESCAPE, _unescaped).text
        yield String(name, Shown.verbatim(text, key.end(), end).replaced(_ESCAPE, _unescaped).content())


def _logical_line(text: str, at: int) -> tuple[int, int, int]:
    """Where a line begins, without its indentation, and ends, with those that continue it; where the next begins."""
    start = at
    while start < len(text) and text[start] in " \t\f":
        start += 1
    is_comment = text[start : start + 1] in {"#", "!"}
    while True:
        match = _LINE.match(text, at)
        end = match.end() if match else len(text)
        closing = _LINE_END.match(text, end)
        following = closing.end() if closing else len(text)
        line = text[max(start, at) : end]
        if is_comment or closing is None or (len(line) - len(line.rstrip("\\"))) % 2 == 0:
            return min(start, end), end, following
        at = following


def _unescaped(match: re.Match[str]) -> str:
    escape = match[0]
    if escape == "''":
        return "'"
    if escape[1] in "\r\n":
        return ""
    if escape[1] == "u" and len(escape) == 6:
        return character(escape[2:])
    return _NAMED.get(escape[1], escape[1])
