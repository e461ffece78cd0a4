"""Hashes that others are looked up among, for many at once."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.arrays import are_set, ranges, set_bits
from termcheck.matching.screen.spelling import hashes_of

_BITS_A_HASH = 16
_MOST_BITS = 24
_SHORTEST_TABLE = 10
_HASHES_A_PLACE = 4
"""Of the table, so that it is small beside the hashes: the bits leave few to be looked for."""
_AT_ONCE = 1 << 16
_HALF = 16


def hashed(words: Iterable[str]) -> "Hashed":
    """The hashes of folded words, none of them empty."""
    found = hashes_of(words)
    found.sort()
    return Hashed(found)


class Bits:
    """A bit for every one of some hashes, by its first bits, which tells most others from them."""

    def __init__(self, hashes: "NDArray[np.uint64] | NDArray[np.uint32]") -> None:
        """Set their bits."""
        width, kind = 8 * hashes.dtype.itemsize, hashes.dtype.type
        self._shift = kind(width - min(_MOST_BITS, max(_SHORTEST_TABLE, (_BITS_A_HASH * len(hashes)).bit_length())))
        self._bits = np.zeros(1 << (width - int(self._shift) - 3), np.uint8)
        for at in range(0, len(hashes), _AT_ONCE):
            set_bits(self._bits, hashes[at : at + _AT_ONCE] >> self._shift)

    def have(self, hashes: "NDArray[np.uint64] | NDArray[np.uint32]") -> NDArray[np.bool_]:
        """Which of some hashes may be here."""
        return are_set(self._bits, hashes >> self._shift)


class Hashed:
    """Some hashes, which may be there more than once.

    A bit for every hash keeps most others out; a table of where hashes with the same first bits stand leads to the few
    that have to be compared.
    """

    def __init__(self, hashes: "NDArray[np.uint64] | NDArray[np.uint32]") -> None:
        """Take them sorted."""
        width, kind = 8 * hashes.dtype.itemsize, hashes.dtype.type
        many = max(_SHORTEST_TABLE, (len(hashes) // _HASHES_A_PLACE).bit_length())
        self._shift = kind(width - many)
        self._kind = np.uint16 if width - many <= _HALF else kind
        """Of what tells hashes with the same first bits apart."""
        firsts = np.left_shift(np.arange(1 << many, dtype=np.uint64).astype(hashes.dtype), self._shift)
        self._starts = np.append(np.searchsorted(hashes, firsts), len(hashes)).astype(np.uint32)
        """Where those begin whose first bits are so and so."""
        self._bits = Bits(hashes)
        self._hashes = hashes.astype(self._kind, copy=False)

    def find(self, hashes: "NDArray[np.uint64] | NDArray[np.uint32]") -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Which of some hashes are here, and their places in order; several times for what is here several times."""
        there = np.flatnonzero(self._bits.have(hashes))
        tops = (hashes[there] >> self._shift).astype(np.int64)
        first = self._starts[tops]
        counts = self._starts[tops + 1] - first
        which = np.repeat(there, counts)
        at = ranges(first.astype(np.int64), counts.astype(np.int64))
        same = np.flatnonzero(self._hashes[at] == hashes[which].astype(self._kind, copy=False))
        return which[same], at[same]

    def has(self, hashes: "NDArray[np.uint64] | NDArray[np.uint32]") -> NDArray[np.bool_]:
        """Whether each of some hashes is here."""
        found = np.zeros(len(hashes), np.bool_)
        found[self.find(hashes)[0]] = True
        return found
