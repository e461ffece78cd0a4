"""Words of the glossary that may be meant by misspelt ones: what ``near_words`` does, for many words, with numpy."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from termcheck.languages.affixes import LONGEST_WORD
from termcheck.matching.near import swapped_around
from termcheck.matching.screen.arrays import array_of, ranges
from termcheck.matching.screen.near_words import ALLOWED, NearWords

_PREFIX = 6
"""Letters of a word that its keys are made of; see ``near``."""
_SHORTEST, _LONG = 3, 5
"""Letters from which on words may be misspelt, and may have two other letters than are meant."""
_AT_ONCE = 1024
"""Words that are looked up together: more would only take more memory."""
_MOST = 2
"""Edits in a word."""
_MASK = np.uint64(0xFFFFFFFF)
_CRC = np.array([crc32(bytes([byte])) ^ crc32(b"\0") for byte in range(256)], np.uint32)
"""The table of CRC-32 by byte, which is linear: what else is in both values cancels out."""
_CRC_OF_NOTHING = np.uint32(0xFFFFFFFF)
_BITS_SET = np.array([number.bit_count() for number in range(1 << 16)], np.uint8)
_ALLOWED = np.array([list(each) for each in ALLOWED], np.uint8)


class NearBatch:
    """Some words, by id, to be found from misspelt ones."""

    def __init__(self, near: NearWords, words: Sequence[str]) -> None:
        """Take what was compiled, and all words by id."""
        self._words = words
        entries = array_of(near.entries, np.uint64)
        hashes = (entries >> np.uint64(32)).astype(np.uint32)
        self._starts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])) if len(hashes) else np.zeros(0, int)
        self._hashes = hashes[self._starts]
        """Each hash of a key once, sorted."""
        self._starts = np.append(self._starts, len(entries))
        """Where the ids of each begin in ``_ids``."""
        self._ids = (entries & _MASK).astype(np.uint32)
        self._bloom = np.frombuffer(near.bloom, np.uint8)
        self._bits = np.uint32(8 * len(near.bloom) - 1)
        self._lengths = np.frombuffer(near.lengths, np.uint8)
        self._known: dict[int, str] = {}
        """Those of the words that were asked for."""
        self._letters = array_of(near.letters, np.uint64)

    def find(self, words: Sequence[str], slack: int, is_wide: Callable[[str], bool]) -> dict[str, list[int]]:
        """For each of some distinct words that is plain: sorted ids of those that it may be a misspelling of.

        Without ``slack`` (see ``NearWords.find``) these are within their bounds; with it they have to be measured.
        ``is_wide``: whether a word is hardly one.
        """
        plain = [word for word in words if _SHORTEST <= len(word) <= LONGEST_WORD and word.isascii() and word.isalnum()]
        found: dict[str, list[int]] = {word: [] for word in plain}
        for first in range(0, len(plain) if len(self._ids) else 0, _AT_ONCE):
            some = plain[first : first + _AT_ONCE]
            ours = _Ours(some, np.fromiter(map(is_wide, some), np.int64, len(some)))
            numbers, ids = self._candidates(ours, slack)
            near = zip(numbers.tolist(), ids.tolist(), strict=True) if slack else self._near(ours, numbers, ids)
            for number, one in near:
                found[some[number]].append(one)
        return found

    def _candidates(self, ours: "_Ours", slack: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Numbers of words and ids that share a key, and have about as many letters, and about the same ones."""
        found = [self._sharing(at, hashes, ours, slack) for at, hashes in ours.hashes()]
        pairs = np.unique(np.concatenate(found)) if found else np.zeros(0, np.uint64)
        return (pairs >> np.uint64(32)).astype(np.int64), (pairs & _MASK).astype(np.int64)

    def _sharing(
        self, at: NDArray[np.int64], hashes: NDArray[np.uint32], ours: "_Ours", slack: int
    ) -> NDArray[np.uint64]:
        """The number of a word << 32 | id, for words with these keys."""
        bits = hashes & self._bits
        there = np.flatnonzero(self._bloom[bits >> np.uint32(3)] >> (bits & np.uint32(7)) & 1)
        keys = hashes[there]
        which = np.minimum(np.searchsorted(self._hashes, keys), len(self._hashes) - 1)
        same = np.flatnonzero(self._hashes[which] == keys)
        at, which = at[there[same]], which[same]
        first = self._starts[which]
        counts = self._starts[which + 1] - first
        at, ids = np.repeat(at, counts), self._ids[ranges(first, counts)]
        theirs = self._lengths[ids]
        most = _ALLOWED[ours.wide[at], theirs] + np.uint8(slack)
        near = np.abs(ours.lengths[at] - theirs) <= most
        at, ids, most = at[near], ids[near], most[near]
        strange = _count(ours.letters[at] & ~self._letters[ids]) <= most
        at, ids, most = at[strange], ids[strange], most[strange]
        rest = _count(self._letters[ids] & ~ours.letters[at]) <= most
        found: NDArray[np.uint64] = at[rest].astype(np.uint64) << np.uint64(32) | ids[rest]
        return found

    def _near(self, ours: "_Ours", numbers: NDArray[np.int64], ids: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
        """Those of the candidates that are within the bounds of the word of the glossary: ``edit_distance``."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import cpdist

        known = self._known
        for one in np.unique(ids).tolist():
            if one not in known:
                known[one] = self._words[one]
        words, theirs = [ours.words[number] for number in numbers.tolist()], [known[one] for one in ids.tolist()]
        edits = cpdist(words, theirs, scorer=OSA.distance, score_cutoff=_MOST, dtype=np.uint8)
        most = _ALLOWED[ours.wide[numbers], self._lengths[ids]]
        longer = ours.lengths[numbers] - self._lengths[ids]
        more, fewer = ours.letters[numbers] & ~self._letters[ids], self._letters[ids] & ~ours.letters[numbers]
        odd = ((longer == 1) & (fewer == 0)) | ((longer == -1) & (more == 0))
        for at in np.flatnonzero((edits > _MOST) & (most == _MOST) & odd).tolist():
            if swapped_around(words[at], theirs[at]):
                edits[at] = _MOST
        near = (edits > 0) & (edits <= most)
        return zip(numbers[near].tolist(), ids[near].tolist(), strict=True)


class _Ours:
    """Some plain words of texts."""

    def __init__(self, words: Sequence[str], wide: NDArray[np.int64]) -> None:
        """``wide``: 1 for what is hardly a word, else 0."""
        self.words = words
        self.wide = wide
        filled = "".join(word.ljust(LONGEST_WORD, "\0") for word in words).encode()
        self._codes = np.frombuffer(filled, np.uint8).reshape(len(words), LONGEST_WORD)
        self.lengths = np.fromiter(map(len, words), np.int64, len(words))
        self.letters = np.zeros(len(words), np.uint64)
        """As bits."""
        for column in self._codes.T[: self.lengths.max()]:
            bits = np.uint64(1) << (column.astype(np.uint64) & np.uint64(63))
            self.letters |= np.where(column > 0, bits, np.uint64(0))

    def hashes(self) -> Iterator[tuple[NDArray[np.int64], NDArray[np.uint32]]]:
        """Which words, and their hashes of one key each: ``misspelt_keys``."""
        for length in range(_SHORTEST, _PREFIX + 1):
            at = np.flatnonzero(self.lengths == length if length < _PREFIX else self.lengths >= length)
            columns = [self._codes[at, place] for place in range(length)]
            missing = range(_MOST + 1 if length >= _LONG else _MOST)
            hashes = [_crc(kept, len(at)) for most in missing for kept in combinations(columns, length - most)]
            if len(at):
                yield np.tile(at, len(hashes)), np.concatenate(hashes)


def _crc(columns: Sequence[NDArray[np.uint8]], count: int) -> NDArray[np.uint32]:
    """CRC-32 of so many words, letter by letter."""
    crc = np.full(count, _CRC_OF_NOTHING)
    for column in columns:
        crc = _CRC[(crc ^ column) & np.uint32(255)] ^ (crc >> np.uint32(8))
    return ~crc


def _count(bits: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """How many bits are set in each number."""
    found: NDArray[np.uint8] = _BITS_SET[bits.view(np.uint16)].reshape(len(bits), 4).sum(1, np.uint8)
    return found
