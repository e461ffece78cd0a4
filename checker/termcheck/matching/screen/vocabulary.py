"""What tokens of texts mean, looked up for many at once by their hashes."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.arrays import Grouped, ranges
from termcheck.matching.screen.first_sight import IN_PAIRS, Learnt

_MOST_KNOWN = 200_000
"""Tokens that are kept; then all are forgotten."""
_BITS = 14
"""Of the table's size at first; it is never more than half full."""
_EMPTY = -1
_ROOM = 1 << 12
_Kind = TypeVar("_Kind", bound=np.generic)


class TokenLists:
    """Numbers of each token, one list behind the other."""

    def __init__(self) -> None:
        """None yet."""
        self._first = np.zeros(_ROOM, np.int32)
        self._counts = np.zeros(_ROOM, np.int32)
        self._values = np.zeros(_ROOM, np.uint32)
        self._filled = 0

    def add(self, first: int, after: int, added: Grouped) -> None:
        """Add the lists of tokens from a number on; the owners count from there."""
        counts = np.bincount(added.owners, minlength=after - first)
        self._first, self._counts = _with_room(self._first, after), _with_room(self._counts, after)
        self._values = _with_room(self._values, self._filled + len(added.values))
        self._counts[first:after] = counts
        self._first[first:after] = self._filled + np.cumsum(counts) - counts
        self._values[self._filled : self._filled + len(added.values)] = added.values
        self._filled += len(added.values)

    def of(self, numbers: NDArray[np.signedinteger]) -> Grouped:
        """The lists of some tokens; the owners are places among these."""
        counts = self._counts[numbers]
        some = np.flatnonzero(counts)
        counts = counts[some]
        values = self._values[ranges(self._first[numbers[some]], counts)]
        return Grouped(np.repeat(some, counts), values.astype(np.int64))

    def of_one(self, number: int) -> list[int]:
        """The list of one token."""
        first = int(self._first[number])
        found: list[int] = self._values[first : first + int(self._counts[number])].tolist()
        return found


class Vocabulary:
    """Tokens that were met, by hash, and what they mean.

    Two tokens share a hash once in 2 ** 40 vocabularies: nobody has to look.
    """

    def __init__(self, in_pairs: NDArray[np.bool_]) -> None:
        """``in_pairs``: which words are, by id."""
        self._in_pairs = in_pairs
        self._forget()

    def _forget(self) -> None:
        self._bits = _BITS
        self._hashes = np.zeros(1 << _BITS, np.uint64)
        self._numbers = np.full(1 << _BITS, _EMPTY, np.int32)
        self._count = 0
        self.singles = TokenLists()
        """Patterns that a token speaks for by itself."""
        self.paired = TokenLists()
        """Words of pairs that it may stand for."""
        self.all = TokenLists()
        """All words that it may stand for."""
        self.near = TokenLists()
        """Those that it may be misspelt for, where it is ``MEASURED``."""
        self.spelt = np.zeros(_ROOM, np.uint64)
        """The hash of each token as ``spelling`` has it."""
        self.kinds = np.zeros(_ROOM, np.uint16)
        """What is true of each token, as bits: see ``Learnt``."""

    def make_room(self, tokens: int) -> bool:
        """Whether all was forgotten since so many new tokens would be too many; numbers given before are void then."""
        is_full = self._count + tokens > _MOST_KNOWN
        if is_full:
            self._forget()
        return is_full

    def numbers(self, hashes: NDArray[np.uint64]) -> NDArray[np.int32]:
        """The numbers of tokens, -1 for those that are not known."""
        slots = (hashes >> np.uint64(64 - self._bits)).astype(np.int64)
        found = self._numbers[slots]
        open_ = np.flatnonzero(self._hashes[slots] != hashes)
        open_ = open_[found[open_] != _EMPTY]
        while len(open_):
            slots[open_] = (slots[open_] + 1) & (len(self._numbers) - 1)
            found[open_] = self._numbers[slots[open_]]
            open_ = open_[(self._hashes[slots[open_]] != hashes[open_]) & (found[open_] != _EMPTY)]
        return found

    def number(self, hashed: int) -> int:
        """The number of a token, -1 where it is not known."""
        slot = hashed >> 64 - self._bits
        while (found := int(self._numbers[slot])) != _EMPTY and int(self._hashes[slot]) != hashed:
            slot = (slot + 1) & (len(self._numbers) - 1)
        return found

    def add(self, hashes: NDArray[np.uint64], learnt: Learnt) -> NDArray[np.int32]:
        """Keep tokens that are not known yet; their numbers."""
        first, after = self._count, self._count + len(hashes)
        numbers = np.arange(first, after, dtype=np.int32)
        self._grow(after)
        self._take_slots(hashes, numbers)
        self._count = after
        in_pairs = self._in_pairs[learnt.ids.values]
        self.paired.add(first, after, Grouped(learnt.ids.owners[in_pairs], learnt.ids.values[in_pairs]))
        self.all.add(first, after, learnt.ids)
        self.singles.add(first, after, learnt.singles)
        self.near.add(first, after, learnt.near)
        self.kinds, self.spelt = _with_room(self.kinds, after), _with_room(self.spelt, after)
        learnt.kinds[learnt.ids.owners[in_pairs]] |= IN_PAIRS
        self.kinds[first:after], self.spelt[first:after] = learnt.kinds, learnt.hashes
        return numbers

    def _grow(self, tokens: int) -> None:
        """See that the table is not more than half full with so many tokens."""
        if 2 * tokens <= len(self._numbers):
            return
        filled = self._numbers != _EMPTY
        hashes, numbers = self._hashes[filled], self._numbers[filled]
        self._bits = (2 * tokens - 1).bit_length()
        self._hashes = np.zeros(1 << self._bits, np.uint64)
        self._numbers = np.full(1 << self._bits, _EMPTY, np.int32)
        self._take_slots(hashes, numbers)

    def _take_slots(self, hashes: NDArray[np.uint64], numbers: NDArray[np.int32]) -> None:
        """Put numbers of distinct tokens where their hashes lead to; of several that want one slot, one gets it."""
        slots = (hashes >> np.uint64(64 - self._bits)).astype(np.int64)
        open_ = np.arange(len(hashes))
        while len(open_):
            free = open_[self._numbers[slots[open_]] == _EMPTY]
            self._numbers[slots[free]] = numbers[free]
            placed = self._numbers[slots[open_]] == numbers[open_]
            self._hashes[slots[open_[placed]]] = hashes[open_[placed]]
            open_ = open_[~placed]
            slots[open_] = (slots[open_] + 1) & (len(self._numbers) - 1)


def _with_room(one: NDArray[_Kind], count: int) -> NDArray[_Kind]:
    """The array, or one twice as long or more where it has not room for so many; zeros are in the rest."""
    if count <= len(one):
        return one
    found = np.zeros(max(count, 2 * len(one)), one.dtype)
    found[: len(one)] = one
    return found
