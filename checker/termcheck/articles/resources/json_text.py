"""JSON with the place of every string (RFC 8259); comments and a comma too many, as editors allow them, do no harm."""

import re
from collections.abc import Iterator
from typing import NamedTuple, NoReturn

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.resources.shown import Shown, character
from termcheck.errors import ArticleError, Problem

_GAP = re.compile(r"(?:[ \t\r\n\ufeff]+|//[^\r\n]*|/\*.*?\*/)*", re.DOTALL)
_COMMENT = re.compile(r"//([^\r\n]*)|/\*(.*?)\*/", re.DOTALL)
_STRING = re.compile(r'"((?:[^"\\\x00-\x1f]|\\.)*)"', re.DOTALL)
_OTHER = re.compile(r"[-+.\w]+")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_NAMED = {"n": "\n", "r": "\n", "t": "\t", "b": " ", "f": " "}
_DEEPEST = 200


class Node(NamedTuple):
    """A value: a string, an object, an array, or something that is no text."""

    kind: str
    """``string``, ``object``, ``array`` or ``other``."""
    start: int
    """Where it is in the file, as is ``end``: of a string without its quotation marks."""
    end: int
    members: "tuple[tuple[Node | None, Node], ...]" = ()
    """(key, value) of an object, (None, value) of an array."""


def parse(text: str, log: DirectiveLog) -> Node:
    """The value of a file, its comments handed to ``log``; raises ArticleError, without a place, where it is none."""
    parser = _Parser(text)
    found = parser.value(parser.gap(0), 0)
    end = parser.gap(found[1])
    if end != len(text):
        parser.fail(end, "something follows where it should end")
    if "termcheck" in text:
        for start, end in parser.gaps:
            for comment in _COMMENT.finditer(text, start, end):
                log.comment(comment[1] or comment[2] or "", comment.start(), comment.end())
    return found[0]


def shown(text: str, node: Node) -> Shown:
    """A string with its escapes resolved."""
    return Shown.verbatim(text, node.start, node.end).replaced(_ESCAPE, _unescaped)


def plain(text: str, node: Node | None) -> str:
    """A string as it reads; empty for what is none."""
    return shown(text, node).text if node is not None and node.kind == "string" else ""


def member(text: str, node: Node | None, key: str) -> Node | None:
    """The value of a key of an object; None where it is not there."""
    found = (value for name, value in node.members if plain(text, name) == key) if node is not None else ()
    return next(iter(found), None)


def strings(text: str, node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """(path, string) of every string in a value, in the order of the file."""
    if node.kind == "string":
        yield path, node
    for place, (key, value) in enumerate(node.members):
        name = f"[{place}]" if key is None else plain(text, key)
        yield from strings(text, value, f"{path}.{name}" if path and key is not None else f"{path}{name}")


def _unescaped(match: re.Match[str]) -> str:
    escape = match[0]
    if escape[1] != "u" or len(escape) < 6:
        return _NAMED.get(escape[1], escape[1])
    if len(escape) > 6:
        high, low = int(escape[2:6], 16), int(escape[8:12], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    return character(escape[2:])


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self.gaps: list[tuple[int, int]] = []

    def gap(self, at: int) -> int:
        match = _GAP.match(self._text, at)
        end = match.end() if match else at
        if end > at + 1:
            self.gaps.append((at, end))
        return end

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        if depth > _DEEPEST:
            self.fail(at, "it is nested too deeply")
        char = self._text[at : at + 1]
        if char == '"':
            return self._string(at)
        if char in {"{", "["} and char:
            return self._members(at, depth)
        match = _OTHER.match(self._text, at)
        if match is None:
            self.fail(at, "a value is missing" if char else "it ends in the middle")
        return Node("other", at, match.end()), match.end()

    def _string(self, at: int) -> tuple[Node, int]:
        match = _STRING.match(self._text, at)
        if match is None:
            self.fail(at, "a text has no end")
        return Node("string", at + 1, match.end() - 1), match.end()

    def _members(self, start: int, depth: int) -> tuple[Node, int]:
        is_object = self._text[start] == "{"
        closing = "}" if is_object else "]"
        members: list[tuple[Node | None, Node]] = []
        at = self.gap(start + 1)
        while self._text[at : at + 1] != closing:
            key = None
            if is_object:
                if self._text[at : at + 1] != '"':
                    self.fail(at, "a key is missing" if at < len(self._text) else "it ends in the middle")
                key, at = self._string(at)
                at = self.gap(at)
                if self._text[at : at + 1] != ":":
                    self.fail(at, "a colon is missing")
                at = self.gap(at + 1)
            value, at = self.value(at, depth + 1)
            members.append((key, value))
            at = self.gap(at)
            if self._text[at : at + 1] == ",":
                at = self.gap(at + 1)
            elif self._text[at : at + 1] != closing:
                self.fail(at, "a comma is missing" if at < len(self._text) else "it ends in the middle")
        return Node("object" if is_object else "array", start, at + 1, tuple(members)), at + 1

    def fail(self, at: int, message: str) -> NoReturn:
        before = self._text[:at].replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise ArticleError(Problem(f"it is no valid JSON: {message} (line {line}, column {column})", remedy="mend it"))
