"""Tokens: the words of a text, and what stands between them.

In scripts that write with spaces a token is a run of letters, marks, digits and underscores; in the others every
character with its marks is one. So a Latin word inside Han text is a token of its own, and a word edge is needed
exactly where the neighbouring character is of a spacing script.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from termcheck.languages.folding import Folded, fold_with_map
from termcheck.languages.scripts import SPACELESS
from termcheck.lazy import Pattern

_PLAIN = Pattern(r"(\w+)")
_CHARACTERS = "\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4db5\u4e00-\u9fef"
"""Han and kana, most of it."""
_RUNS = "\u0386-\u03ff\u0400-\u0481\u048a-\u052f\u0620-\u064a\u0660-\u0669\u0671-\u06d3"
"""Letters and digits in Greek, Cyrillic, Arabic."""
_NOT_PLAIN = Pattern(f"[^\\0-\u02ff\u2000-\u2bff{_RUNS}،؛؟]|'[єїюя]")
"""What may be a mark, or of a script that writes without spaces; elsewhere a token is a run of ``\\w``."""
_NOT_SIMPLE = Pattern(
    f"[^\\0-\u02ff\u2000-\u207f\u20a0-\u20cf\u2100-\u2bff{_RUNS}،؛؟{_CHARACTERS}\u3001-\u3003\u3008-\u301b・]|'[єїюя]"
)
"""The same where Han and kana are at most what writes without spaces."""
_SIMPLE = Pattern(f"([{_CHARACTERS}]|[^\\W{_CHARACTERS}]+)")
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
    parts = _SIMPLE.split(folded.text) if _NOT_SIMPLE.search(folded.text) is None else list(_parts(folded.text))
    edges = list(accumulate(map(len, parts)))
    starts, ends = _map_back(folded, edges[0:-1:2], edges[1::2])
    return Tokens(parts[1::2], starts, ends, _gaps(parts[::2], parts[1::2]))


def _tokenize_plain(folded: Folded) -> Tokens:
    """The same where every run of letters, digits and underscores is a token, in fewer steps."""
    parts = _PLAIN.split(folded.text)
    edges = list(accumulate(map(len, parts)))
    starts, ends = _map_back(folded, edges[0:-1:2], edges[1::2])
    gaps = [gap if gap == " " else normalize_gap(gap, beside_spaceless=False) for gap in parts[::2]]
    return Tokens(parts[1::2], starts, ends, gaps)


def _parts(text: str) -> Iterator[str]:
    """What stands before a token, the token, and so on; at the end what follows the last one."""
    import regex

    end = 0
    for match in regex.finditer(_TOKEN, text, regex.V1):
        yield text[end : match.start()]
        yield match[0]
        end = match.end()
    yield text[end:]


def _map_back(folded: Folded, starts: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
    if isinstance(folded.starts, range):
        return starts, ends
    return [folded.starts[start] for start in starts], [folded.ends[end - 1] for end in ends]


def _gaps(raws: list[str], words: list[str]) -> list[str]:
    """What stands before each token and after the last, normalised."""
    gaps: list[str] = []
    before = ""
    for raw, word in zip(raws, words, strict=False):
        if not raw:
            gaps.append("")
        else:
            beside_spaceless = _begins_spaceless(before) or _begins_spaceless(word)
            if raw in _KATAKANA_JOINTS and is_katakana(before) and is_katakana(word):
                gaps.append("")
            else:
                gaps.append(normalize_gap(raw, beside_spaceless=beside_spaceless))
        before = word
    gaps.append(normalize_gap(raws[-1], beside_spaceless=False))
    return gaps


def _begins_spaceless(word: str) -> bool:
    return word[:1] > "\u0dff" and is_spaceless(word[0])


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
