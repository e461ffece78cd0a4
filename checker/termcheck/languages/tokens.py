"""Tokens: the words of a text, and what stands between them.

In scripts that write with spaces a token is a run of letters, marks, digits and underscores; in the others every
character with its marks is one. So a Latin word inside Han text is a token of its own, and a word edge is needed
exactly where the neighbouring character is of a spacing script.
"""

from typing import NamedTuple

import regex

from termcheck.languages.folding import Folded, fold_with_map
from termcheck.languages.scripts import SPACELESS

_TOKEN = regex.compile(
    rf"[[{SPACELESS}]--\p{{M}}]\p{{M}}*+|[\p{{L}}\p{{N}}_--[{SPACELESS}]][[\p{{L}}\p{{N}}_--[{SPACELESS}]]\p{{M}}]*+",
    regex.V1,
)
_TOKEN_ASCII = regex.compile(r"[a-z0-9_A-Z]++", regex.ASCII)
_SPACELESS_CHARACTER = regex.compile(rf"[{SPACELESS}]")


class Tokens(NamedTuple):
    """The tokens of one text, as parallel lists."""

    words: list[str]
    """Folded."""
    starts: list[int]
    """In the text that was folded (a view or a term), code points."""
    ends: list[int]
    gaps: list[str]
    """``gaps[i]``: what stands before token i, normalised; one more at the end for what follows the last token.

    One space stands for white space or a hyphen, the empty string for nothing (or for either beside a character of a
    script without spaces); all else is punctuation, without the spaces around it.
    """


def tokenize(text: str) -> Tokens:
    """The tokens of a text; offsets are code points of ``text``."""
    folded = fold_with_map(text)
    pattern = _TOKEN_ASCII if folded.text.isascii() else _TOKEN
    matches = list(pattern.finditer(folded.text))
    words = [match[0] for match in matches]
    spans = [match.span() for match in matches]
    starts, ends = _map_back(folded, spans)
    return Tokens(words, starts, ends, _gaps(folded.text, spans, words))


def _map_back(folded: Folded, spans: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    if isinstance(folded.starts, range):
        return [start for start, _ in spans], [end for _, end in spans]
    return [folded.starts[start] for start, _ in spans], [folded.ends[end - 1] for _, end in spans]


def _gaps(text: str, spans: list[tuple[int, int]], words: list[str]) -> list[str]:
    gaps: list[str] = []
    previous_end = 0
    spaceless_before = False
    for (start, end), word in zip(spans, words, strict=True):
        raw = text[previous_end:start]
        spaceless = word[0] > "\u0dff" and is_spaceless(word[0])
        if raw == " " and not spaceless and not spaceless_before:
            gaps.append(" ")
        else:
            gaps.append(normalize_gap(raw, beside_spaceless=spaceless or spaceless_before))
        previous_end = end
        spaceless_before = spaceless
    gaps.append(normalize_gap(text[previous_end:], beside_spaceless=False))
    return gaps


def normalize_gap(raw: str, *, beside_spaceless: bool) -> str:
    """What stands between two tokens, for comparing (see ``Tokens.gaps``); ``raw`` is folded."""
    stripped = raw.strip(" ")
    if not stripped:
        return "" if not raw or beside_spaceless else " "
    if stripped == "-" and not raw.startswith(" "):
        return "" if beside_spaceless else " "
    return stripped if " " not in stripped else stripped.replace(" ", "")


def is_spaceless(char: str) -> bool:
    """Whether a character belongs to a script that writes without spaces."""
    return _SPACELESS_CHARACTER.match(char) is not None
