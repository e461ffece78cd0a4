"""A string of a resource file: what its escapes stand for, and where each part of it stands in the file."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from termcheck.articles.bilingual.content import Content
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK

_ICU = re.compile(r"\{[ \t\r\n]*[\w.]+[ \t\r\n]*,[ \t\r\n]*(?:plural|select|selectordinal)[ \t\r\n]*,|[{}]")
_ICU_CASE = re.compile(r"[ \t\r\n]*(?:offset:\d+[ \t\r\n]*)?(?:=\d+|[\w-]+)[ \t\r\n]*\{")
_PARAGRAPH = re.compile(r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+[ \t]*")
"""A blank line parts texts."""
_AROUND_BREAK = re.compile(rf"[ \t\r\n]*{BLOCK_BREAK}[ \t\r\n]*")


class _Stretch(NamedTuple):
    first: int
    """Where it is in the text shown, as is ``last``."""
    last: int
    start: int
    """Where it is in the file, as is ``end``; as long as what is shown, if that stands there letter for letter."""
    end: int


class Shown:
    """A string as it reads, with the way back to the file."""

    __slots__ = ("_firsts", "_stretches", "start", "text")

    def __init__(self, parts: Iterable[tuple[str, int, int]], start: int) -> None:
        """Put together what is shown for stretches of the file, in its order; ``start``: where the string begins."""
        self._stretches: list[_Stretch] = []
        shown = []
        at = 0
        for text, first, last in parts:
            if text:
                self._stretches.append(_Stretch(at, at + len(text), first, last))
                shown.append(text)
                at += len(text)
        self.text = "".join(shown)
        self.start = start
        self._firsts = [one.first for one in self._stretches]

    @classmethod
    def verbatim(cls, text: str, start: int, end: int) -> "Shown":
        """A string that stands in the file's text as it reads."""
        return cls([(text[start:end], start, end)], start)

    def replaced(self, pattern: "re.Pattern[str]", show: Callable[[re.Match[str]], str | None]) -> "Shown":
        """The string with something else shown for what a pattern matches; None leaves it as it is."""
        cuts = ((match.start(), match.end(), show(match)) for match in pattern.finditer(self.text))
        return self.with_cuts((first, last, shown) for first, last, shown in cuts if shown is not None)

    def with_cuts(self, cuts: Iterable[tuple[int, int, str]]) -> "Shown":
        """The string with something else shown for stretches of its text, which are sorted, disjoint and not empty."""

        def parts() -> Iterator[tuple[str, int, int]]:
            at = 0
            for first, last, shown in cuts:
                yield from self._slice(at, first)
                yield shown, self._in_file(first), self._in_file(last - 1, is_end=True)
                at = last
            yield from self._slice(at, len(self.text))

        return Shown(parts(), self.start)

    def content(self) -> Content:
        """The string for a view."""
        content = Content(self.start)
        for shown, start, end in self.replaced(_PARAGRAPH, lambda _: BLOCK_BREAK).parts():
            content.add(shown, start, end)
        return content

    def parts(self) -> Iterator[tuple[str, int, int]]:
        """What is shown for which stretch of the file, in its order."""
        return self._slice(0, len(self.text))

    def _slice(self, first: int, last: int) -> Iterator[tuple[str, int, int]]:
        at = max(0, bisect_right(self._firsts, first) - 1)
        while first < last and at < len(self._stretches):
            one = self._stretches[at]
            end = min(last, one.last)
            if first < end:
                shown = self.text[first:end]
                if one.last - one.first == one.end - one.start:
                    yield shown, one.start + first - one.first, one.start + end - one.first
                else:
                    yield shown, one.start, one.end
                first = end
            at += 1

    def _in_file(self, offset: int, *, is_end: bool = False) -> int:
        one = self._stretches[bisect_right(self._firsts, offset) - 1]
        if one.last - one.first == one.end - one.start:
            return one.start + offset - one.first + is_end
        return one.end if is_end else one.start


def character(digits: str) -> str:
    """The character with that hexadecimal number; a replacement where there is none that text can hold."""
    code = int(digits, 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return chr(code) if chr(code) not in {BLOCK_BREAK, PROTECTED_MARK} else " "


def with_icu_messages(shown: Shown) -> Shown:
    """The string with the choices of ICU's plural and select as blocks of their own, and what steers them gone."""
    cuts = _icu_cuts(shown.text) if "{" in shown.text and "," in shown.text else []
    return shown.with_cuts(cuts).replaced(_AROUND_BREAK, lambda _: BLOCK_BREAK) if cuts else shown


def _icu_cuts(text: str) -> list[tuple[int, int, str]]:
    cuts: list[tuple[int, int, str]] = []
    open_braces: list[str] = []
    """Of each open brace: ``choice`` of a plural or select, ``case`` of one, or ``argument``."""
    at = 0
    while (match := _ICU.search(text, at)) is not None:
        at = match.end()
        if match[0] == "}":
            kind = open_braces.pop() if open_braces else ""
            if kind in {"choice", "case"}:
                following = _ICU_CASE.match(text, at) if kind == "case" else None
                end = following.end() if following else at
                cuts.append((match.start(), end, BLOCK_BREAK))
                if following:
                    open_braces.append("case")
                at = end
        elif match[0] == "{":
            open_braces.append("argument")
        else:
            case = _ICU_CASE.match(text, at)
            at = case.end() if case else at
            open_braces += ["choice", *(["case"] if case else [])]
            cuts.append((match.start(), at, BLOCK_BREAK))
    return cuts
