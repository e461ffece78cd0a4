"""Of the places where two words speak for a pattern, those near which the others that it needs may stand as well."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.columns import Lists
from termcheck.matching.patterns import DROPPABLE_FROM
from termcheck.matching.places import EXTRA_WORDS
from termcheck.matching.screen.arrays import Grouped, are_set, array_of, distinct, ranges
from termcheck.matching.screen.vocabulary import TokenLists

_MOST_BITS = 22
_MOST_NEEDED = 255
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

    def __init__(self, contents: Lists, sizes: "memoryview[int]", apart: NDArray[np.uint32]) -> None:
        """``contents``: their ids by pattern, none for other patterns; ``sizes``: how many words each pattern has.

        ``apart``: by how many words that carry meaning two of them can lie apart.
        """
        self._apart = apart
        starts = array_of(contents.starts, np.uint32).astype(np.int64)
        counts = starts[1:] - starts[:-1]
        ids = array_of(contents.values, np.uint32)
        owners = np.repeat(np.arange(len(counts), dtype=np.uint64), counts)
        different = np.bincount((distinct(owners << _HALF | ids) >> _HALF).astype(np.int64), minlength=len(counts))
        self._needed = np.minimum(different - (counts >= DROPPABLE_FROM), _MOST_NEEDED).astype(np.uint8)
        """Of each pattern, how many different words there must be at least where a form of it stands."""
        self._sizes = array_of(sizes, np.uint32)
        self._shift = np.uint64(64 - min(_MOST_BITS, max(16, (16 * len(ids)).bit_length())))
        bits = np.zeros(1 << (64 - int(self._shift)), np.bool_)
        bits[self._places(owners, ids)] = True
        self._bits = np.packbits(bits, bitorder="little")

    def _places(self, patterns: NDArray[np.uint64], ids: NDArray[np.uint32]) -> NDArray[np.uint64]:
        places: NDArray[np.uint64] = (patterns * _ODD ^ ids * _OTHER) >> self._shift
        return places

    def held(
        self, spots: Spots, ranks: NDArray[np.int64], meant: TokenLists, numbers: NDArray[np.int32], pieces: Grouped
    ) -> Spots:
        """Those of the spots where enough words may stand; now and then there are too few all the same.

        ``ranks``: how many tokens that carry meaning stand up to each token; ``meant``: ids of the words that tokens
        with these ``numbers`` may stand for; ``pieces``: tokens, and what they may stand for together with another.
        """
        patterns, firsts, lasts = spots
        count = len(patterns)
        sizes, far = self._sizes[patterns], self._apart[patterns]
        further = np.maximum(sizes + EXTRA_WORDS, 2 * sizes)  # see places.reach
        start = np.maximum(lasts - further, np.searchsorted(ranks, ranks[lasts] - far))
        end = np.minimum(firsts + further + 1, np.searchsorted(ranks, ranks[firsts] + far, "right"))
        lengths = end - start
        rows, tokens = np.repeat(np.arange(count), lengths), ranges(start, lengths)
        owners, ids = meant.of(numbers[tokens])
        rows, tokens = rows[owners], tokens[owners]
        if len(pieces.owners):
            first = np.searchsorted(pieces.owners, start)
            lengths = np.searchsorted(pieces.owners, end) - first
            at = ranges(first, lengths)
            rows = np.append(rows, np.repeat(np.arange(count), lengths))
            tokens, ids = np.append(tokens, pieces.owners[at]), np.append(ids, pieces.values[at])
        places = self._places(patterns[rows].astype(np.uint64), ids.astype(np.uint32))
        own = np.flatnonzero(are_set(self._bits, places))
        needed = self._needed[patterns]
        held = (_distinct(rows[own], ids[own], count) >= needed) & (_distinct(rows[own], tokens[own], count) >= needed)
        return Spots(patterns[held], firsts[held], lasts[held])


def _distinct(rows: NDArray[np.int64], values: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """How many different values each row has."""
    pairs = distinct(rows.astype(np.uint64) << _HALF | values.astype(np.uint64))
    return np.bincount((pairs >> _HALF).astype(np.int64), minlength=count)
