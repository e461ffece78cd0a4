"""Where in plain texts patterns stand as they are listed, told for many spots at once: nothing is left to compare."""

import numpy as np
from numpy.typing import NDArray

from termcheck.columns import Lists
from termcheck.matching.places import EXTRA_WORDS
from termcheck.matching.screen.arrays import array_of, ranges
from termcheck.matching.screen.contents import Spots
from termcheck.matching.screen.vocabulary import Vocabulary

NOWHERE = -1


class AsListed:
    """The patterns that are told by their words alone, and where each of these stands in them."""

    def __init__(self, content: Lists, positions: "memoryview[int]", sizes: "memoryview[int]") -> None:
        """``content``: ids of their content words, by pattern; ``positions``: of each of them, its place there."""
        self._starts = array_of(content.starts, np.uint32)
        self._ids = array_of(content.values, np.uint32)
        self._positions = np.frombuffer(positions, np.uint8)
        self._sizes = array_of(sizes, np.uint32)

    def begins(
        self, spots: Spots, numbers: NDArray[np.int32], pieces: NDArray[np.bool_], vocabulary: Vocabulary
    ) -> NDArray[np.int64]:
        """Of each spot, the token at which its pattern begins, where each of its content words is in its place there.

        ``NOWHERE`` where that is not so, or where another token near it may stand for one of these words as well.
        ``numbers``: of all tokens, in the vocabulary; ``pieces``: tokens that may be part of a word.
        """
        found = np.full(len(spots.patterns), NOWHERE, np.int64)
        first, after = (self._starts[spots.patterns + one].astype(np.int64) for one in (0, 1))
        some = np.flatnonzero(after - first)
        first, count = first[some], (after - first)[some]
        patterns, firsts, lasts = (column[some] for column in spots)
        sizes = self._sizes[patterns]
        further = np.maximum(sizes + EXTRA_WORDS, 2 * sizes)  # see places.reach
        start = np.maximum(0, lasts - further)
        lengths = np.minimum(len(numbers), firsts + further + 1) - start
        rows, tokens = np.repeat(np.arange(len(some)), lengths), ranges(start, lengths)
        is_open = np.bincount(rows[pieces[tokens]], minlength=len(some)) > 0
        owners, ids = vocabulary.all.of(numbers[tokens])
        counts = count[rows[owners]]
        at = ranges(first[rows[owners]], counts)
        hits = np.flatnonzero(self._ids[at] == np.repeat(ids, counts))
        owners = np.repeat(owners, counts)[hits]
        begins, rows = tokens[owners] - self._positions[at[hits]], rows[owners]
        lowest = np.full(len(some), len(numbers), np.int64)
        np.minimum.at(lowest, rows, begins)
        aside = np.bincount(rows[begins != lowest[rows]], minlength=len(some)) > 0
        is_whole = np.bincount(rows, minlength=len(some)) == count
        told = is_whole & ~is_open & ~aside & (lowest >= 0) & (lowest + sizes <= len(numbers))
        found[some[told]] = lowest[told]
        return found
