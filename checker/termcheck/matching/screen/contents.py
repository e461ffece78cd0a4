"""Of the places where two words speak for a pattern, those near which the others that it needs may stand as well."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.columns import Lists
from termcheck.matching.patterns import DROPPABLE_FROM
from termcheck.matching.places import EXTRA_WORDS
from termcheck.matching.screen.arrays import array_of, ranges
from termcheck.matching.screen.vocabulary import Vocabulary

_MOST_BITS = 22
_HALF = np.uint64(32)
_ODD, _OTHER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


class Spots(NamedTuple):
    """Where words stand that speak for patterns, as parallel arrays."""

    patterns: NDArray[np.int64]
    firsts: NDArray[np.int64]
    """Of all tokens, the first one."""
    lasts: NDArray[np.int64]


class Contents:
    """The content words of fuzzy patterns that have three and more."""

    def __init__(self, contents: Lists, sizes: "memoryview[int]") -> None:
        """``contents``: their ids by pattern, none for other patterns; ``sizes``: how many words each pattern has."""
        starts = array_of(contents.starts, np.uint32).astype(np.int64)
        counts = starts[1:] - starts[:-1]
        ids = array_of(contents.values, np.uint32)
        owners = np.repeat(np.arange(len(counts), dtype=np.uint64), counts)
        distinct = np.bincount((np.unique(owners << _HALF | ids) >> _HALF).astype(np.int64), minlength=len(counts))
        self._needed = distinct - (counts >= DROPPABLE_FROM)
        """Of each pattern, how many different words there must be at least where a form of it stands."""
        self._sizes = array_of(sizes, np.uint32).astype(np.int64)
        self._shift = np.uint64(64 - min(_MOST_BITS, max(16, (16 * len(ids)).bit_length())))
        self._bits = np.zeros(1 << (64 - int(self._shift)), np.bool_)
        self._bits[self._places(owners, ids)] = True

    def _places(self, patterns: NDArray[np.uint64], ids: NDArray[np.uint32]) -> NDArray[np.uint64]:
        places: NDArray[np.uint64] = (patterns * _ODD ^ ids * _OTHER) >> self._shift
        return places

    def held(self, spots: Spots, numbers: NDArray[np.int32], wild: NDArray[np.bool_], vocabulary: Vocabulary) -> Spots:
        """Those of the spots where enough words may stand; now and then there are too few all the same.

        ``numbers``: of all tokens, in the vocabulary; ``wild``: which of them may stand for any word.
        """
        patterns, firsts, lasts = spots
        count = len(patterns)
        sizes = self._sizes[patterns]
        further = np.maximum(sizes + EXTRA_WORDS, 2 * sizes)  # see places.reach
        start = np.maximum(0, lasts - further)
        lengths = np.minimum(len(numbers), firsts + further + 1) - start
        rows, tokens = np.repeat(np.arange(count), lengths), ranges(start, lengths)
        anything = np.bincount(rows[wild[tokens]], minlength=count)
        found_ids = vocabulary.all.of(numbers[tokens])
        rows, ids = rows[found_ids.owners], found_ids.values.astype(np.uint32)
        own = self._bits[self._places(patterns[rows].astype(np.uint64), ids)]
        distinct = np.unique(rows[own].astype(np.uint64) << _HALF | ids[own]) >> _HALF
        found = np.bincount(distinct.astype(np.int64), minlength=count) + anything
        held = found >= self._needed[patterns]
        return Spots(patterns[held], firsts[held], lasts[held])
