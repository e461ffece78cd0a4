"""What tokens of texts mean, looked up for many at once by their hashes."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.meanings import NOTHING, Meaning

_MOST_KNOWN = 200_000
"""Tokens that are kept; then all are forgotten."""
_BITS = 19
"""Of the table's size: it is never more than half full."""
_SLOTS = 1 << _BITS
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
        self._hashes = np.zeros(_SLOTS, np.uint64)
        self._numbers = np.full(_SLOTS, _EMPTY, np.int32)
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

    def make_room(self, tokens: int) -> None:
        """Forget all where so many new tokens would be too many; numbers given before are void then."""
        if len(self.singles) + tokens > _MOST_KNOWN:
            self._forget()

    def numbers(self, hashes: NDArray[np.uint64]) -> NDArray[np.int32]:
        """The numbers of tokens, -1 for those that are not known."""
        slots = (hashes >> np.uint64(64 - _BITS)).astype(np.int64)
        found = self._numbers[slots]
        open_ = np.flatnonzero((self._hashes[slots] != hashes) & (found != _EMPTY))
        while len(open_):
            slots[open_] = (slots[open_] + 1) & (_SLOTS - 1)
            found[open_] = self._numbers[slots[open_]]
            open_ = open_[(self._hashes[slots[open_]] != hashes[open_]) & (found[open_] != _EMPTY)]
        return found

    def add(self, hashed: int, meaning: Meaning, *, weighs: bool) -> int:
        """Keep a token that is not known yet; its number. ``weighs``: it carries meaning."""
        number = len(self.singles)
        slot = hashed >> (64 - _BITS)
        while self._numbers[slot] != _EMPTY:
            slot = (slot + 1) & (_SLOTS - 1)
        self._hashes[slot], self._numbers[slot] = hashed, number
        self.singles.append(meaning.singles)
        if number >= len(self.first):
            self.first, self.count = _doubled(self.first), _doubled(self.count)
            self.speaks, self.weighs = _doubled(self.speaks), _doubled(self.weighs)
        self.weighs[number] = weighs
        if meaning is not NOTHING:
            ids = [one for one in meaning.ids if self._far[one]]
            while self._filled + len(ids) > len(self.values):
                self.values, self.ids = _doubled(self.values), _doubled(self.ids)
            after = self._filled + len(ids)
            self.first[number], self.count[number] = self._filled, len(ids)
            self.ids[self._filled : after] = ids
            self.values[self._filled : after] = self._values[ids]
            self.speaks[number] = bool(meaning.singles)
            self._filled = after
        return number


def _doubled(one: NDArray[_Kind]) -> NDArray[_Kind]:
    """An array with as much room again, which holds zeros."""
    found = np.zeros(2 * len(one), one.dtype)
    found[: len(one)] = one
    return found
