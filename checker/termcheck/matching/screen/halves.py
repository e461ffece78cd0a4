"""Content words of a glossary that a text may have as two words, told by the halves."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.arrays import distinct
from termcheck.matching.screen.hashed import Bits, hashed
from termcheck.matching.screen.spelling import Spelt, spell
from termcheck.matching.screen.tables import CONTENT, Tables

_NONE = np.zeros(0, np.uint64)


class Halves:
    """The content words of fuzzy patterns, and all that they begin and end with."""

    def __init__(self, tables: Tables) -> None:
        """Make them ready for numpy."""
        content = np.flatnonzero(np.frombuffer(tables.kinds, np.uint8) & CONTENT).tolist()
        words = [tables.words[one] for one in content]
        spelt = list(spell(words))
        self._words = hashed(words)
        self._begins, self._ends = (
            Bits(np.concatenate([_NONE, *(hashes for each in spelt for hashes in of(each))]))
            for of in (_beginnings, _ends)
        )

    def begin(self, hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Which words may be the beginning of one."""
        return self._begins.have(hashes)

    def end(self, hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Which words may be the end of one."""
        return self._ends.have(hashes)

    def are_words(self, hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Which words are among them."""
        return self._words.has(hashes)


def _beginnings(spelt: Spelt) -> Iterator[NDArray[np.uint64]]:
    """The hashes of all beginnings, each once."""
    length = 1
    while len(spelt := spelt.some(np.flatnonzero(spelt.lengths > length))):
        yield distinct(spelt.heads(length))
        length += 1


def _ends(spelt: Spelt) -> Iterator[NDArray[np.uint64]]:
    """The hashes of all ends, each once."""
    while len(spelt := spelt.rest()):
        yield distinct(spelt.heads(spelt.lengths))
