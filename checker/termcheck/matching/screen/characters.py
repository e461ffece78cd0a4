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
from termcheck.matching.screen.arrays import scrambled
from termcheck.model import PROTECTED_MARK

_PLAIN = ((0x0, 0x300), (0x2000, 0x2C00))
"""The same blocks as those in which ``tokens`` takes a run of letters for a token."""
STRANGE = 0xFFFF
"""Marks characters that are not plain."""
INVISIBLE = 0xFFFE
"""Marks characters that fold to nothing: soft hyphens."""
FULL_STOP, PARTING = 1, 2
"""Kinds of characters that part words: forms of terms have none but their own, and full stops of shortened words."""
_JOINING = frozenset(" -&'")
"""What may stand between the words of any form, folded."""
_SEED = 20_261_121


class Characters(NamedTuple):
    """Tables by code point."""

    folded: NDArray[np.uint16]
    """Folded letter of a token, 0 for what stands between tokens, ``INVISIBLE``, ``STRANGE``."""
    is_apostrophe: NDArray[np.bool_]
    weights: NDArray[np.uint64]
    """A random number for each folded letter, for hashing tokens."""


@cache
def characters() -> Characters:
    """The tables, made when first asked for."""
    folded = np.full(0x10000, STRANGE, np.uint16)
    for first, after in _PLAIN:
        for code in range(first, after):
            folded[code] = _folded(chr(code))
    folded[ord(PROTECTED_MARK)] = 0
    is_apostrophe = np.zeros(0x10000, np.bool_)
    is_apostrophe[[ord(char) for char in APOSTROPHES]] = True
    weights = scrambled(0x10000, _SEED)
    weights[0] = 0
    return Characters(folded, is_apostrophe, weights)


@cache
def parting(marks: str) -> NDArray[np.uint8]:
    """By code point, what parts words where terms have these marks between theirs."""
    found = np.zeros(0x10000, np.uint8)
    harmless = _JOINING.union(marks)
    for code in np.flatnonzero(characters().folded == 0).tolist():
        if fold_with_map(chr(code)).text not in harmless:
            found[code] = FULL_STOP if chr(code) == "." else PARTING
    return found


def _folded(char: str) -> int:
    plain = fold(char)
    if not plain:
        return INVISIBLE
    if len(plain) != 1 or not unicodedata.is_normalized("NFC", char) or ord(plain) >= INVISIBLE:
        return STRANGE
    return ord(plain) if plain.isalnum() or plain == "_" else 0


def codes_of(text: str) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """The code points of a text; those beyond 16 bits as one that is not plain."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(codes, STRANGE).astype(np.uint16)
