"""What tokens are made of in plain text, as tables over code points for numpy.

Plain are the letters of Latin alphabets and the signs around them: what folds to one character each, or to none, and
makes a token of every run of letters, digits and underscores. All else is left to ``termcheck.languages.tokens``.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.languages.folding import APOSTROPHES, fold, fold_with_map
from termcheck.matching.screen.arrays import distinct, scrambled
from termcheck.model import PROTECTED_MARK

_PLAIN = ((0x0, 0x300), (0x2000, 0x2C00))
"""The same blocks as those in which ``tokens`` takes a run of letters for a token."""
STRANGE = 0xFFFF
"""Marks characters that are not plain."""
INVISIBLE = 0xFFFE
"""Marks characters that fold to nothing: soft hyphens."""
PARTS, PARTS_AS_STOP, FULL_STOP, SPACE, APOSTROPHE = 1, 2, 4, 8, 16
"""Bits of kinds of characters between tokens. Forms of terms have none that part words but their own, and full stops of
shortened words."""
STRANGE_KIND, GONE, OTHER_LETTER = 32, 33, 34
"""Kinds of what is not plain, of what folds to nothing, and of letters that have no kind of their own."""
FIRST_LETTER = 34
"""This kind and all above it are letters."""
_JOINING = frozenset(" -&'")
"""What may stand between the words of any form, folded."""
_SEED = 20_261_121


class Characters(NamedTuple):
    """Tables by code point."""

    folded: NDArray[np.uint16]
    """Folded letter of a token, 0 for what stands between tokens, ``INVISIBLE``, ``STRANGE``."""
    weights: NDArray[np.uint64]
    """A random number for each folded letter, for hashing tokens."""


class Kinds(NamedTuple):
    """A byte for each character that says all that the screen asks of it."""

    table: NDArray[np.uint8]
    """By code point."""
    latin: bytes
    """The first 256 of them."""
    letters: NDArray[np.uint16]
    """By kind, the folded letter; 0 for what is none, and for ``OTHER_LETTER``."""


@cache
def characters() -> Characters:
    """The tables, made when first asked for."""
    folded = np.full(0x10000, STRANGE, np.uint16)
    for first, after in _PLAIN:
        for code in range(first, after):
            folded[code] = _folded(chr(code))
    folded[ord(PROTECTED_MARK)] = 0
    weights = scrambled(0x10000, _SEED)
    weights[0] = 0
    return Characters(folded, weights)


@cache
def kinds(marks: str) -> Kinds:
    """The kinds of characters where terms have these marks between their words, which change no letter's."""
    folded = characters().folded
    known = distinct(folded[(folded != 0) & (folded < INVISIBLE)])[: 255 - OTHER_LETTER]
    letters = np.zeros(256, np.uint16)
    letters[OTHER_LETTER + 1 : OTHER_LETTER + 1 + len(known)] = known
    by_letter = np.full(0x10000, OTHER_LETTER, np.uint8)
    by_letter[known] = np.arange(OTHER_LETTER + 1, OTHER_LETTER + 1 + len(known))
    by_letter[[0, INVISIBLE, STRANGE]] = 0, GONE, STRANGE_KIND
    table = by_letter[folded]
    for code in np.flatnonzero(folded == 0).tolist():
        table[code] = _between(chr(code), marks)
    return Kinds(table, table[:256].tobytes(), letters)


def _between(char: str, marks: str) -> int:
    """The kind of a character between tokens."""
    kind = {" ": SPACE, ".": FULL_STOP}.get(char, 0)
    if char in APOSTROPHES:
        kind |= APOSTROPHE
    if fold_with_map(char).text not in _JOINING.union(marks):
        kind |= PARTS_AS_STOP if char == "." else PARTS
    return kind


def _folded(char: str) -> int:
    plain = fold(char)
    if not plain:
        return INVISIBLE
    if len(plain) != 1 or not unicodedata.is_normalized("NFC", char) or ord(plain) >= INVISIBLE:
        return STRANGE
    return ord(plain) if plain.isalnum() or plain == "_" else 0


def kinds_of(text: str, marks: str) -> bytes:
    """The kind of each character of a text."""
    table, latin, _ = kinds(marks)
    try:
        return text.encode("latin-1").translate(latin)
    except UnicodeEncodeError:
        return np.take(table, codes_of(text), mode="clip").tobytes()


def codes_of(text: str) -> NDArray[np.uint16]:
    """The code points of a text; those beyond 16 bits as one that is not plain."""
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    if len(codes) > len(text):
        wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        codes = np.minimum(wide, STRANGE).astype(np.uint16)
    return codes
