"""Words of the glossary that have all letters of a shortened one, and more, by first letter, with numpy."""

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.arrays import array_of, distinct
from termcheck.matching.screen.near_words import letter_bits
from termcheck.matching.screen.spelling import Spelt
from termcheck.matching.screen.tables import Tables

_FEWEST = 2
"""Letters that are left out."""
_LAST = 0xFFFF
"""Stands for all letters behind it, as in ``Spelt``."""


class LeftOut:
    """The content words of fuzzy patterns by first letter."""

    def __init__(self, tables: Tables) -> None:
        """Make them ready for numpy."""
        self._initials = {min(ord(letter), _LAST): np.array(ids, np.int64) for letter, ids in tables.initials if letter}
        self._letters = array_of(tables.near.letters, np.uint64)
        self._lengths = np.frombuffer(tables.near.lengths, np.uint8)

    def may_shorten(self, spelt: Spelt) -> NDArray[np.bool_]:
        """Which of some words have letters that are all in a longer one with the same initial."""
        found = np.zeros(len(spelt), np.bool_)
        letters, lengths, initials = spelt.letter_bits(), spelt.lengths, spelt.letters[spelt.starts]
        for initial in distinct(initials.copy()).tolist():
            ids = self._initials.get(initial)
            if ids is not None:
                at = np.flatnonzero(initials == initial)
                has_all = letters[at, None] & ~self._letters[ids] == 0
                found[at] = (has_all & (self._lengths[ids] >= lengths[at, None] + _FEWEST)).any(1)
        return found

    def of(self, word: str) -> list[int]:
        """Ids of the longer words that begin with the same letter and have all letters of a word, in any order."""
        ids = self._initials.get(min(ord(word[0]), _LAST))
        if ids is None:
            return []
        has_all = ~self._letters[ids] & np.uint64(letter_bits(word)) == 0
        found: list[int] = ids[has_all & (self._lengths[ids] >= len(word) + _FEWEST)].tolist()
        return found
