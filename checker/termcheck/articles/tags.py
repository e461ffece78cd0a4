"""Splits HTML into tokens with exact offsets, in time that grows with its length only.

The rules are those of the HTML standard (section 13.2.5) as far as they decide what is text. Two of them are bent so
that no text is lost: an unfinished tag or ``<title>`` at the end of a file is text. The standard library's html.parser
is not used: it takes minutes for 100 kB of unfinished tags, treats unclosed comments otherwise in each Python version,
and has no offsets of attribute values.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class TokenKind(Enum):
    """What a token is."""

    TEXT = "text"
    RAW = "raw"
    """What stands inside ``<script>``, ``<style>`` and the like: no text, no tags."""
    START = "start"
    END = "end"
    COMMENT = "comment"


class Token(NamedTuple):
    """A stretch of the source."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    """Lower-case name of a tag."""


class Attribute(NamedTuple):
    """An attribute and where its value stands, without quotation marks."""

    name: str
    start: int
    end: int


RAW_ELEMENTS = frozenset({"script", "style", "textarea", "iframe", "noembed", "noframes", "xmp"})
"""Elements in which no tag is known but their own end tag, and whose content is not read."""
_RAW_TO_THE_END = frozenset({"script", "style"})
_RCDATA_ELEMENTS = frozenset({"title"})
"""Elements in which no tag is known but their own end tag, and whose content is text."""

_LOWER_CASE = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_TAG_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_VALUE_OR_END = re.compile(r"=\s*([\"'])|>")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=][^\s>/=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>][^\s>]*)))?")


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a source, in order; what they leave out (a doctype, processing instructions) shows nothing."""
    return _Tokenizer(source).run()


def attributes(source: str, tag: Token) -> Iterator[Attribute]:
    """The attributes of a start tag, names in lower case; one without a value has an empty one after its name."""
    for match in _ATTRIBUTE.finditer(source, tag.start + 1 + len(tag.name), tag.end - 1):
        group = match.lastindex or 1
        yield Attribute(match[1].lower(), *(match.span(group) if group > 1 else (match.end(1), match.end(1))))


def fold_ascii(text: str) -> str:
    """The text with A to Z in lower case; unlike ``lower()``, this never changes its length."""
    return text.translate(_LOWER_CASE)


class _Tokenizer:
    """Walks through one source; remembers what was searched in vain, so that it is not searched again."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._folded = ""
        self._absent_from: dict[str, int] = {}
        """What -> offset from which on it does not occur."""
        self._unfinished: set[int] = set()
        """Ends of attributes after which the tag never ends."""

    def run(self) -> Iterator[Token]:
        """See ``tokens``."""
        source = self._source
        place = text_start = 0
        while (place := source.find("<", place)) >= 0:
            token = self._markup(place)
            if token is None:
                place += 1
                continue
            if text_start < place:
                yield Token(TokenKind.TEXT, text_start, place)
            if token.kind is not TokenKind.RAW:
                yield token
            place = text_start = token.end
            if token.kind is TokenKind.START and (content := self._content(token)) is not None:
                yield content
                place = text_start = content.end
        if text_start < len(source):
            yield Token(TokenKind.TEXT, text_start, len(source))

    def _markup(self, place: int) -> Token | None:
        """The token that starts with the ``<`` at ``place``, RAW for what shows nothing; None if that is text."""
        following = self._source[place + 1 : place + 2]
        if following.isascii() and following.isalpha():
            return self._tag(place, place + 1, TokenKind.START)
        if following == "/":
            if self._source[place + 2 : place + 3].isalpha():
                return self._tag(place, place + 2, TokenKind.END)
            return self._bogus(place)
        if following == "!":
            return self._comment(place) if self._source.startswith("<!--", place) else self._bogus(place)
        return self._bogus(place) if following == "?" else None

    def _tag(self, place: int, name_start: int, kind: TokenKind) -> Token | None:
        name = _TAG_NAME.match(self._source, name_start)
        if name is None:
            return None
        end = self._tag_end(name.end())
        return None if end < 0 else Token(kind, place, end, name[0].lower())

    def _tag_end(self, place: int) -> int:
        """Where the tag whose attributes start at ``place`` ends; -1 if it never does."""
        first = self._find(">", place)
        if first < 0:
            return -1
        at = place
        passed: list[int] = []
        while at not in self._unfinished and (match := _VALUE_OR_END.search(self._source, at)) is not None:
            if match[1] is None:
                return match.end()
            passed.append(at)
            closing = self._find(match[1], match.end())
            if closing < 0:
                break
            at = closing + 1
        self._unfinished.update(passed)
        return first + 1  # a quotation mark that is never closed is none

    def _comment(self, place: int) -> Token:
        for empty in ("<!-->", "<!--->"):
            if self._source.startswith(empty, place):
                return Token(TokenKind.COMMENT, place, place + len(empty))
        match = _COMMENT_END.search(self._source, place + 4)
        return Token(TokenKind.COMMENT, place, match.end() if match else len(self._source))

    def _bogus(self, place: int) -> Token | None:
        end = self._find(">", place)
        return None if end < 0 else Token(TokenKind.RAW, place, end + 1)

    def _content(self, tag: Token) -> Token | None:
        """What stands between a raw element's start tag and its end tag; None for other elements."""
        name = tag.name
        if name not in RAW_ELEMENTS and name not in _RCDATA_ELEMENTS:
            return None
        self._folded = self._folded or fold_ascii(self._source)
        closing = self._find(f"</{name}", tag.end, self._folded)
        if name in RAW_ELEMENTS and (closing >= 0 or name in _RAW_TO_THE_END):
            return Token(TokenKind.RAW, tag.end, closing if closing >= 0 else len(self._source), name)
        if name in RAW_ELEMENTS:
            return None
        return Token(TokenKind.TEXT, tag.end, closing) if closing >= 0 else None

    def _find(self, what: str, start: int, source: str = "") -> int:
        limit = self._absent_from.get(what, len(self._source))
        found = (source or self._source).find(what, start, limit + len(what)) if start < limit else -1
        if found < 0:
            self._absent_from[what] = min(start, limit)
        return found
