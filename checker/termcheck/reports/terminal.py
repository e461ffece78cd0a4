"""What a terminal needs to know of characters: how wide they are, and which must never reach it."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

_TAB = "    "
_CONTROL_PICTURES = 0x2400
"""U+2400 to U+241F show the control characters U+0000 to U+001F."""
_REPLACEMENT = "\ufffd"
_DIRECTION_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates: they would reorder what stands beside them on the screen."""
_JOINING_JAMO = range(0x1160, 0x1200)
"""Hangul vowels and final consonants, drawn into the syllable before them."""


def visible(text: str) -> str:
    """The text in one line, safe for a terminal: no control character, escape sequence or change of direction."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char == "\t":
        return _TAB
    if char < " ":
        return chr(_CONTROL_PICTURES + ord(char))
    if char in _DIRECTION_CONTROLS or category(char) in {"Cc", "Cs", "Zl", "Zp"}:
        return _REPLACEMENT
    return char


def width(text: str) -> int:
    """Columns that a ``visible`` text takes: two for an East Asian wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if category(char) in {"Mn", "Me", "Cf"} or ord(char) in _JOINING_JAMO:
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def clip_end(text: str, columns: int) -> str:
    """The beginning of a ``visible`` text, at most ``columns`` wide, with ``…`` where something is cut off."""
    if width(text) <= columns:
        return text
    return "".join(_fitting(iter(text), columns - 1)) + "…" if columns > 0 else ""


def clip_start(text: str, columns: int) -> str:
    """The end of a ``visible`` text, at most ``columns`` wide, with ``…`` where something is cut off."""
    if width(text) <= columns:
        return text
    return "…" + "".join(_fitting(reversed(text), columns - 1))[::-1] if columns > 0 else ""


def _fitting(chars: Iterator[str], columns: int) -> Iterator[str]:
    for char in chars:
        columns -= _char_width(char)
        if columns < 0:
            return
        yield char
