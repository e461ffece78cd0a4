"""Tokens: the words of a text, and what stands between them.

In scripts that write with spaces a token is a run of letters, marks, digits and underscores; in the others every
character with its marks is one. So a Latin word inside Han text is a token of its own, and a word edge is needed
exactly where the neighbouring character is of a spacing script.
"""

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from termcheck.languages.folding import Folded, fold_with_map
from termcheck.languages.scripts import SPACELESS
from termcheck.lazy import Pattern

_PLAIN = Pattern(r"(\w+)")
_NOT_PLAIN = Pattern("[\u0300-\u1fff\u2c00-\U0010ffff]")
"""Blocks with marks or with scripts that write without spaces; elsewhere a token is a run of ``\\w``."""
_CHARACTER = rf"[[{SPACELESS}]--\p{{Nd}}]"
"""Of the scripts without spaces, all but the digits, which make numbers as they do anywhere."""
_WORD = rf"[[\p{{L}}\p{{N}}_--{_CHARACTER}]\p{{M}}]"
_APOSTROPHE = "(?<=[бвгдзкмнпрстфхч])'(?=[єїюя])"
"""Where it is a letter: комп'ютер."""
_GERESH = "(?<=[גדזטצת])['׳](?=[א-ת])"
_GERSHAYIM = '(?<=[א-ת])["״“”](?=[א-ת](?:ים|ות|י|ית|יים|יות|ו|יו|ה)?+(?![א-ת]))'
"""The marks of abbreviations stand before their last letter: ארה״ב, and in the plural מנכ״לים."""
_TOKEN = (
    rf"[{_CHARACTER}&&[\p{{L}}\p{{N}}]]\p{{M}}*+|[\p{{L}}\p{{N}}_--{_CHARACTER}]{_WORD}*+"
    rf"(?:(?:{_APOSTROPHE}|{_GERESH}|{_GERSHAYIM}){_WORD}++)*+"
)
_KATAKANA_JOINTS = frozenset("・=")
"""What may stand between the parts of a foreign name or be left out, as a space may."""


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
    script without spaces, or for a middle dot in katakana); all else is punctuation, without the spaces around it.
    """


def tokenize(text: str) -> Tokens:
    """The tokens of a text; offsets are code points of ``text``."""
    folded = fold_with_map(text)
    if folded.text.isascii() or _NOT_PLAIN.search(folded.text) is None:
        return _tokenize_plain(folded)
    spans = _token_spans(folded.text)
    words = [folded.text[start:end] for start, end in spans]
    starts, ends = _map_back(folded, [start for start, _ in spans], [end for _, end in spans])
    return Tokens(words, starts, ends, _gaps(folded.text, spans, words))


def _tokenize_plain(folded: Folded) -> Tokens:
    """The same where every run of letters, digits and underscores is a token, in fewer steps."""
    parts = _PLAIN.split(folded.text)
    edges = list(accumulate(map(len, parts)))
    starts, ends = _map_back(folded, edges[0:-1:2], edges[1::2])
    gaps = [gap if gap == " " else normalize_gap(gap, beside_spaceless=False) for gap in parts[::2]]
    return Tokens(parts[1::2], starts, ends, gaps)


def _token_spans(text: str) -> list[tuple[int, int]]:
    import regex

    return [match.span() for match in regex.finditer(_TOKEN, text, regex.V1)]


def _map_back(folded: Folded, starts: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
    if isinstance(folded.starts, range):
        return starts, ends
    return [folded.starts[start] for start in starts], [folded.ends[end - 1] for end in ends]


def _gaps(text: str, spans: list[tuple[int, int]], words: list[str]) -> list[str]:
    gaps: list[str] = []
    previous_end = 0
    before = ""
    spaceless_before = False
    for (start, end), word in zip(spans, words, strict=True):
        spaceless = word[0] > "\u0dff" and is_spaceless(word[0])
        if start == previous_end:
            gaps.append("")
        else:
            raw = text[previous_end:start]
            if raw == " " and not spaceless and not spaceless_before:
                gaps.append(" ")
            elif raw in _KATAKANA_JOINTS and is_katakana(before) and is_katakana(word):
                gaps.append("")
            else:
                gaps.append(normalize_gap(raw, beside_spaceless=spaceless or spaceless_before))
        previous_end = end
        before = word
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


def is_katakana(word: str) -> bool:
    """Whether a token is katakana or the mark that lengthens it."""
    return "ァ" <= word[:1] <= "ヿ" and word[0] != "・"


def is_kana(word: str) -> bool:
    """Whether a token is hiragana, katakana or the mark that lengthens it."""
    return "ぁ" <= word[:1] <= "ヿ"


@lru_cache(maxsize=50_000)
def is_spaceless(char: str) -> bool:
    """Whether a character belongs to a script that writes without spaces."""
    if char < "\u0e00":
        return False
    import regex

    return regex.match(_CHARACTER, char, regex.V1) is not None
