"""What tokens of texts mean, looked up for many at once by their hashes."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.meanings import Meaning

_MOST_KNOWN = 200_000
"""Tokens that are kept; then all are forgotten."""
_BITS = 14
"""Of the table's size at first; it is never more than half full."""
_EMPTY = -1
_ROOM = 1 << 12
_Kind = TypeVar("_Kind", bound=np.generic)


class Vocabulary:
    """Tokens that were met, by hash, and the words of pairs that they may stand for.

    Two tokens share a hash once in 2 ** 40 vocabularies: nobody has to look.
    """

    def __init__(self, values: NDArray[np.uint32], far: NDArray[np.uint8]) -> None:
        """By id of a word: a value that is kept for it, and how far its partners may stand, 0 for words of no pair."""
        self._values = values
        self._far = far
        self._forget()

    def _forget(self) -> None:
        self._bits = _BITS
        self._hashes = np.zeros(1 << _BITS, np.uint64)
        self._numbers = np.full(1 << _BITS, _EMPTY, np.int32)
        self.singles: list[tuple[int, ...]] = []
        """By number of the token: patterns that it speaks for by itself."""
        self.first = np.zeros(_ROOM, np.int32)
        """By number of the token: where its words stand in ``values`` and ``ids``."""
        self.count = np.zeros(_ROOM, np.int32)
        """And how many they are."""
        self.speaks = np.zeros(_ROOM, np.bool_)
        """Whether it speaks for patterns by itself."""
        self.values = np.zeros(_ROOM, np.uint32)
        self.ids = np.zeros(_ROOM, np.int64)
        self.weighs = np.zeros(_ROOM, np.int32)
        """By number of the token: 1 where it carries meaning."""
        self._filled = 0
        self.first_of_all = np.zeros(_ROOM, np.int32)
        """By number of the token: where all words that it may stand for are in ``all_ids``."""
        self.count_of_all = np.zeros(_ROOM, np.int32)
        self.all_ids = np.zeros(_ROOM, np.uint32)
        self.wild = np.zeros(_ROOM, np.bool_)
        """By number of the token: whether it may stand for other words as well."""
        self._filled_of_all = 0

    def make_room(self, tokens: int) -> None:
        """Forget all where so many new tokens would be too many; numbers given before are void then."""
        if len(self.singles) + tokens > _MOST_KNOWN:
            self._forget()

    def numbers(self, hashes: NDArray[np.uint64]) -> NDArray[np.int32]:
        """The numbers of tokens, -1 for those that are not known."""
        slots = (hashes >> np.uint64(64 - self._bits)).astype(np.int64)
        found = self._numbers[slots]
        open_ = np.flatnonzero((self._hashes[slots] != hashes) & (found != _EMPTY))
        while len(open_):
            slots[open_] = (slots[open_] + 1) & (len(self._numbers) - 1)
            found[open_] = self._numbers[slots[open_]]
            open_ = open_[(self._hashes[slots[open_]] != hashes[open_]) & (found[open_] != _EMPTY)]
        return found

    def add(
        self, hashes: NDArray[np.uint64], meanings: Sequence[Meaning], weights: Sequence[bool], wild: Sequence[bool]
    ) -> NDArray[np.int32]:
        """Keep tokens that are not known yet; their numbers.

        ``weights``: whether each carries meaning; ``wild``: whether it may stand for words that its meaning leaves out.
        """
        first, after = len(self.singles), len(self.singles) + len(meanings)
        numbers = np.arange(first, after, dtype=np.int32)
        self._grow(after)
        self._take_slots(hashes, numbers)
        self.singles += [meaning.singles for meaning in meanings]
        while after > len(self.first):
            self.first, self.count = _doubled(self.first), _doubled(self.count)
            self.speaks, self.weighs = _doubled(self.speaks), _doubled(self.weighs)
            self.first_of_all, self.count_of_all = _doubled(self.first_of_all), _doubled(self.count_of_all)
            self.wild = _doubled(self.wild)
        self.weighs[first:after] = weights
        self.speaks[first:after] = [bool(meaning.singles) for meaning in meanings]
        ids = np.array([one for meaning in meanings for one in meaning.ids], np.int64)
        owners = np.repeat(np.arange(len(meanings)), [len(meaning.ids) for meaning in meanings])
        self.wild[first:after] = wild
        self._keep_all(first, ids, np.bincount(owners, minlength=len(meanings)))
        in_pairs = self._far[ids] > 0
        ids, counts = ids[in_pairs], np.bincount(owners[in_pairs], minlength=len(meanings))
        while self._filled + len(ids) > len(self.values):
            self.values, self.ids = _doubled(self.values), _doubled(self.ids)
        self.count[first:after] = counts
        self.first[first:after] = self._filled + np.cumsum(counts) - counts
        self.ids[self._filled : self._filled + len(ids)] = ids
        self.values[self._filled : self._filled + len(ids)] = self._values[ids]
        self._filled += len(ids)
        return numbers

    def _keep_all(self, first: int, ids: NDArray[np.int64], counts: NDArray[np.int64]) -> None:
        """Keep all words that tokens may stand for, from a number on."""
        while self._filled_of_all + len(ids) > len(self.all_ids):
            self.all_ids = _doubled(self.all_ids)
        self.count_of_all[first : first + len(counts)] = counts
        self.first_of_all[first : first + len(counts)] = self._filled_of_all + np.cumsum(counts) - counts
        self.all_ids[self._filled_of_all : self._filled_of_all + len(ids)] = ids
        self._filled_of_all += len(ids)

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


def _doubled(one: NDArray[_Kind]) -> NDArray[_Kind]:
    """An array with as much room again, which holds zeros."""
    found = np.zeros(2 * len(one), one.dtype)
    found[: len(one)] = one
    return found
