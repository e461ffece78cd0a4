"""Words of the glossary that may be meant by misspelt ones: what ``near_words`` does, for many words, with numpy."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.near import swapped_around
from termcheck.matching.screen.arrays import Grouped, array_of, distinct
from termcheck.matching.screen.hashed import Hashed
from termcheck.matching.screen.near_words import ALLOWED, MISSING, NearWords
from termcheck.matching.screen.spelling import Spelt, powers, spell

_PREFIX = 8
"""Letters of a word that its keys are made of: more than ``near_words`` takes, so that fewer words share one."""
_SHARED_PREFIX = 6
"""The same where what counts as near has to share a key of ``near``, which has so many."""
_SHORTEST, _LONG = 3, 5
"""Letters from which on words may be misspelt, and may have two other letters than are meant."""
_MOST = 2
"""Edits in a word."""
_ALLOWED = np.array([list(each) for each in ALLOWED], np.uint8)
_MISSING = np.array([list(each) for each in MISSING], np.uint8)
_SHORTEST_FOR_TWO = int(np.argmax(_ALLOWED[0] == _MOST))
"""Letters of a word of the glossary from which on what is a word may be two edits away."""
_AT_ONCE = 2048
"""Words that are looked up together: more would only take more memory."""
_ONE = np.uint64(1)
_MASK = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)


class NearBatch:
    """Some words, by id, to be found from misspelt ones."""

    def __init__(self, near: NearWords, words: Sequence[str], *, slack: int, is_wide: bool) -> None:
        """Take what was compiled, and all words by id; ``slack`` and ``is_wide`` as in ``near_words``."""
        self._words = words
        self._slack = slack
        self._prefix = _SHARED_PREFIX if slack else _PREFIX
        ids = distinct((array_of(near.entries, np.uint64) & _MASK).astype(np.uint32)).astype(np.int64)
        self._lengths = np.frombuffer(near.lengths, np.uint8)
        self._letters = array_of(near.letters, np.uint64)
        keys = [np.zeros(0, np.uint64)]
        first = 0
        for spelt in spell([words[one] for one in ids.tolist()]):
            some = ids[first : first + len(spelt)]
            first += len(spelt)
            for at, hashes, _ in _keys(spelt, _MISSING[int(is_wide), self._lengths[some]], self._prefix):
                keys.append(hashes.astype(np.uint64) << _HALF | some[at].astype(np.uint64))
        entries = np.concatenate(keys)
        entries.sort()
        self._keys = Hashed((entries >> _HALF).astype(np.uint32))
        self._ids = (entries & _MASK).astype(np.min_scalar_type(len(words)))
        self._known: dict[int, str] = {}
        """Those of the words that were asked for."""

    def find(self, spelt: Spelt, numbers: NDArray[np.int64], wide: NDArray[np.bool_], texts: "Texts") -> Grouped:
        """Of those of some words that have these numbers, which may be misspelt, and the ids of what may be meant.

        They are in ASCII letters and digits. Without slack the ids are within their bounds; with it they have to be
        measured. ``wide``: which of all words may be hardly any.
        """
        found = [Grouped(numbers[:0], numbers[:0])]
        for first in range(0, len(numbers) if len(self._ids) else 0, _AT_ONCE):
            some = numbers[first : first + _AT_ONCE]
            own = spelt.some(some)
            ours = _Ours(some, own, own.letter_bits(), wide[some].astype(np.int64))
            near = self._candidates(ours)
            near = near if self._slack else self._within(near, ours, texts)
            found.append(Grouped(some[near.owners], near.values))
        return Grouped(*map(np.concatenate, zip(*found, strict=True)))

    def _candidates(self, ours: "_Ours") -> Grouped:
        """Words and ids that share a key, and have about as many letters, and about the same ones."""
        lengths = ours.spelt.lengths
        most = np.where(lengths < _SHORTEST, -1, np.where(lengths < _LONG, _MOST - 1, _MOST))
        if not self._slack:
            # A word of two edits has more letters than these, so that one edit or both only left letters out.
            most[(ours.wide == 0) & (lengths < _SHORTEST_FOR_TWO)] = _MOST - 1
        found = [self._sharing(at, hashes, gone, ours) for at, hashes, gone in _keys(ours.spelt, most, self._prefix)]
        pairs = distinct(np.concatenate(found)) if found else np.zeros(0, np.uint64)
        return Grouped((pairs >> _HALF).astype(np.int64), (pairs & _MASK).astype(np.int64))

    def _sharing(
        self, at: NDArray[np.int64], hashes: NDArray[np.uint32], gone: int, ours: "_Ours"
    ) -> NDArray[np.uint64]:
        """The number of a word << 32 | id, for words with these keys, of which so many letters are gone."""
        which, places = self._keys.find(hashes)
        at, ids = at[which], self._ids[places]
        theirs = self._lengths[ids]
        most = _ALLOWED[ours.wide[at], theirs]
        near = (gone <= most) & (np.abs(ours.spelt.lengths[at] - theirs) <= most + self._slack)
        at, ids, most = at[near], ids[near], most[near] + np.uint8(self._slack)
        near = _have_few(ours.letters[at] & ~self._letters[ids], most)
        at, ids, most = at[near], ids[near], most[near]
        near = _have_few(self._letters[ids] & ~ours.letters[at], most)
        found: NDArray[np.uint64] = at[near].astype(np.uint64) << _HALF | ids[near]
        return found

    def _within(self, near: Grouped, ours: "_Ours", texts: "Texts") -> Grouped:
        """Those that are within the bounds of the word of the glossary: ``edit_distance``."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import cpdist

        known = self._known
        for one in distinct(near.values.copy()).tolist():
            if one not in known:
                known[one] = self._words[one]
        at = near.owners
        numbers = ours.numbers[at]
        own = ours.spelt.written()
        words, theirs = [own[number] for number in at.tolist()], [known[one] for one in near.values.tolist()]
        edits = cpdist(words, theirs, scorer=OSA.distance, score_cutoff=_MOST, dtype=np.uint8)
        most = _ALLOWED[ours.wide[at], self._lengths[near.values]]
        longer = ours.spelt.lengths[at] - self._lengths[near.values]
        letters, others = ours.letters[at], self._letters[near.values]
        odd = ((longer == 1) & (others & ~letters == 0)) | ((longer == -1) & (letters & ~others == 0))
        for place in np.flatnonzero((edits > _MOST) & (most == _MOST) & odd).tolist():
            if swapped_around(words[place], theirs[place]):
                edits[place] = _MOST
        held = (edits > 0) & (edits <= most)
        doubtful = np.flatnonzero(held & (edits > _ALLOWED[0, self._lengths[near.values]]))
        held[doubtful] = [texts.is_wide(number) for number in numbers[doubtful].tolist()]
        return Grouped(at[held], near.values[held])


class Texts(dict[int, str]):
    """The words by number, each made when first asked for."""

    def __init__(self, make: Callable[[int], str], is_wide: Callable[[str], bool]) -> None:
        """``is_wide``: whether a word is hardly one."""
        super().__init__()
        self._make = make
        self._is_wide = is_wide

    def __missing__(self, number: int) -> str:
        """Make the word."""
        made = self[number] = self._make(number)
        return made

    def is_wide(self, number: int) -> bool:
        """Whether a word is hardly one."""
        return self._is_wide(self[number])


class _Ours(NamedTuple):
    """Some words of texts."""

    numbers: NDArray[np.int64]
    spelt: Spelt
    letters: NDArray[np.uint64]
    """As bits."""
    wide: NDArray[np.int64]
    """1 for what may be hardly a word, else 0."""


def _keys(
    spelt: Spelt, most: "NDArray[np.signedinteger] | NDArray[np.uint8]", prefix: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.uint32], int]]:
    """Numbers of words, hashes of one key each, and how many letters are gone: their prefix without up to ``most``."""
    heads = [spelt.heads(length) for length in range(prefix + 1)]
    for length in range(_SHORTEST, prefix + 1):
        is_so_long = spelt.lengths == length if length < prefix else spelt.lengths >= length
        for gone in range(_MOST + 1):
            at = np.flatnonzero(is_so_long & (most >= max(gone, 1)))
            if not len(at):
                continue
            own = np.stack([head[at] for head in heads[: length + 1]])
            hashes = _without(own, gone)
            yield np.tile(at, len(hashes)), hashes.ravel(), gone


def _without(heads: NDArray[np.uint64], gone: int) -> NDArray[np.uint32]:
    """Hashes of words, given those of their first letters, without any so many letters; half of each hash is kept."""
    once, twice = powers()[1].below(3)[1:]
    whole = heads[-1]
    if gone == 0:
        found = whole[None]
    elif gone == 1:
        found = heads[:-1] + (whole - heads[1:]) * once
    else:
        one, other = np.array(list(combinations(range(len(heads) - 1), 2))).T
        found = heads[one] + (heads[other] - heads[one + 1]) * once + (whole - heads[other + 1]) * twice
    halves: NDArray[np.uint32] = (found >> _HALF).astype(np.uint32)
    return halves


def _have_few(bits: NDArray[np.uint64], most: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Whether each number has no more bits set than that."""
    for count in range(int(most.max(initial=0))):
        bits = np.where(most > count, bits & (bits - _ONE), bits)  # which clears the lowest one
    found: NDArray[np.bool_] = bits == 0
    return found
