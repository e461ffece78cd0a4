"""Where two words stand near each other that speak for a pattern together."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.arrays import are_set, array_of, mixed, ranges, scrambled, set_bits
from termcheck.matching.screen.contents import Spots
from termcheck.matching.screen.hashed import Bits
from termcheck.matching.screen.tables import Pairs, Tables

_HALF = np.uint64(32)
"""Bits of one of two ids in a key."""
_FEW = 4
"""Once no more than one in so many words of pairs may speak with one so far behind it, only those are looked at."""
_SEED = 5
_BITS_A_PAIR = 16
_FEWEST_BITS, _MOST_BITS = 16, 24


class PairWords(NamedTuple):
    """Words of pairs that tokens may stand for, by token, as parallel arrays."""

    places: NDArray[np.int64]
    """The token."""
    firsts: NDArray[np.int64]
    """Where a word is written as two tokens, the first of them."""
    ids: NDArray[np.int64]


class NearPairs:
    """The words of a glossary that speak for patterns by two."""

    def __init__(self, tables: Tables, apart: NDArray[np.uint32]) -> None:
        """Make them ready for numpy; ``apart``: see ``Tables.apart``."""
        self._apart = apart
        self._paired, self._ordered = _PairTable(tables.pairs), _PairTable(tables.ordered)
        keys = np.concatenate([each.keys for each in (self._paired, self._ordered)])
        few = np.minimum(apart, 255).astype(np.uint8)
        most = np.concatenate([each.most(few) for each in (self._paired, self._ordered)])
        one, other = keys >> _HALF, keys & np.uint64(0xFFFFFFFF)
        self.far = np.zeros(len(tables.words), np.uint8)
        """By id of a word, how far it can lie from one that speaks with it; 0 for words of no pair."""
        np.maximum.at(self.far, one, most)
        np.maximum.at(self.far, other, most)
        bits = min(_MOST_BITS, max(_FEWEST_BITS, (_BITS_A_PAIR * len(keys)).bit_length()))
        self._values = (scrambled(len(tables.words), _SEED) >> np.uint64(64 - bits)).astype(np.int64)
        """By id of a word; those of two words together are the place of the pair in ``_bits``."""
        self._bits = np.zeros(1 << bits >> 3, np.uint8)
        set_bits(self._bits, self._values[one] ^ self._values[other])

    def find(self, words: PairWords, weights: NDArray[np.int64]) -> Spots:
        """Spots where two words of a pair are near each other; ``weights``: tokens that carry meaning, counted."""
        ids, ranks = words.ids, weights[words.places]
        lefts, rights = self._near(words, ranks)
        one, other = ids[lefts].astype(np.uint64), ids[rights].astype(np.uint64)
        ordered = self._ordered.find(one << _HALF | other)
        paired = self._paired.find(np.minimum(one, other) << _HALF | np.maximum(one, other))
        which, patterns = map(np.concatenate, zip(ordered, paired, strict=True))
        lefts, rights = lefts[which], rights[which]
        near = ranks[rights] - ranks[lefts] <= self._apart[patterns]
        held = np.flatnonzero(near & (words.places[lefts] < words.places[rights]))
        return Spots(patterns[held], words.firsts[lefts[held]], words.places[rights[held]])

    def _near(self, words: PairWords, ranks: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Places in ``words`` of two that may be a pair, as far as its bit tells, and not too far from each other.

        First each word is laid beside the next one, then beside the one after that, and so on, as far as the words go
        that may speak with it; once few do, only these are looked at.
        """
        values = self._values[words.ids]
        limits = (ranks + self.far[words.ids]).astype(np.int32)
        at = ranks.astype(np.int32)
        none = np.zeros(0, np.int64)
        found = [(none, none)]
        count, apart = len(values), 1
        while apart < count:
            near = at[apart:] <= limits[:-apart]
            lefts = np.flatnonzero(are_set(self._bits, values[apart:] ^ values[:-apart]) & near)
            found.append((lefts, lefts + apart))
            apart += 1
            if np.count_nonzero(near) * _FEW < count:
                break
        lefts = np.flatnonzero(near) if apart < count else none
        while len(lefts):
            lefts = lefts[: np.searchsorted(lefts, count - apart)]
            rights = lefts + apart
            near = at[rights] <= limits[lefts]
            lefts, rights = lefts[near], rights[near]
            hits = np.flatnonzero(are_set(self._bits, values[lefts] ^ values[rights]))
            found.append((lefts[hits], rights[hits]))
            apart += 1
        lefts, rights = map(np.concatenate, zip(*found, strict=True))
        return lefts, rights


class _PairTable:
    """Patterns by two words, for many at once."""

    def __init__(self, pairs: Pairs) -> None:
        self.keys = array_of(pairs.keys, np.uint64)
        self._starts = array_of(pairs.lists.starts, np.uint32)
        self.values = array_of(pairs.lists.values, np.uint32)
        self._bits = Bits(mixed(self.keys))

    def most(self, by_pattern: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Of each pair, the most that its patterns have."""
        found: NDArray[np.uint8] = np.zeros(0, np.uint8)
        if len(self.keys):
            found = np.maximum.reduceat(by_pattern[self.values], self._starts[:-1])
        return found

    def find(self, keys: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Numbers of keys and the patterns that they have."""
        perhaps = np.flatnonzero(self._bits.have(mixed(keys)))
        if not len(perhaps):
            return perhaps, perhaps
        at = np.minimum(np.searchsorted(self.keys, keys[perhaps]), len(self.keys) - 1)
        same = np.flatnonzero(self.keys[at] == keys[perhaps])
        first, after = (self._starts[at[same] + one].astype(np.int64) for one in (0, 1))
        counts = after - first
        return np.repeat(perhaps[same], counts), self.values[ranges(first, counts)].astype(np.int64)
