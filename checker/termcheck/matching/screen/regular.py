"""What arrays tell of many words at once in a language with regularities: what most of them mean, and which are odd."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.languages.affixes import LONGEST_WORD
from termcheck.languages.language import Regularities
from termcheck.languages.wordlist import file_bytes
from termcheck.matching.index import LanguageIndex
from termcheck.matching.screen.arrays import Grouped, array_of, distinct, ranges
from termcheck.matching.screen.halves import Halves
from termcheck.matching.screen.hashed import Hashed, hashed
from termcheck.matching.screen.left_out import LeftOut
from termcheck.matching.screen.spelling import Spelt, hashes_of, spell
from termcheck.matching.screen.tables import CONTENT, Tables
from termcheck.matching.word_keys import CAPITALS

_SHORTEST_BEGINNING = 3
"""Letters of a word from which on it may be shortened to its beginning."""
_MOST_GONE = 2
"""Letters without which a word is not shortened yet."""


class New(NamedTuple):
    """Words that are new, as parallel arrays."""

    spelt: Spelt
    hashes: NDArray[np.uint64]
    dotted: NDArray[np.bool_]
    """Whether a full stop may follow."""
    plain: NDArray[np.bool_]
    """Whether it has nothing but ASCII letters and digits, and is no longer than words are."""


class Regular:
    """The regularities of a language, and the tables of a glossary as far as regular words need them."""

    def __init__(self, index: LanguageIndex, regularities: Regularities, left_out: LeftOut, halves: Halves) -> None:
        """Make the tables ready for numpy."""
        self._left_out = left_out
        self._halves = halves
        tables = index.tables
        self._words, self._names = (hashed(_listed(lists)) for lists in (regularities.words, regularities.names))
        kinds = np.frombuffer(tables.kinds, np.uint8)
        content = np.flatnonzero(kinds & CONTENT)
        self._beginnings = Hashed(_beginnings(tables.words[one] for one in content.tolist()))
        strange = (regularities.irregular, regularities.abbreviations, tables.plain.words)
        self._strange = hashed({word for words in strange for word in words})
        """Words that have to be looked at one by one, as those do that are joined."""
        self._joined = hashed(tables.joined.words)
        self._abbreviations = hashed(regularities.abbreviations)
        self._fill_keys(tables, regularities.mark)
        self._endings = [_Ending(*each) for each in regularities.endings]

    def _fill_keys(self, tables: Tables, mark: str) -> None:
        """``_keys``: what keys have without their marks; ``_first`` and ``_ids``: the words that have these keys."""
        lists = tables.keys.lists
        starts = array_of(lists.starts, np.uint32).astype(np.int64)
        bare = [key.removeprefix(CAPITALS).removeprefix(mark) for key in tables.keys.words]
        some = np.flatnonzero(np.fromiter(map(len, bare), np.int64, len(bare)))
        counts = (starts[1:] - starts[:-1])[some]
        hashes = np.repeat(hashes_of(filter(None, bare)), counts)
        ids = array_of(lists.values, np.uint32)[ranges(starts[some], counts)]
        order = np.lexsort((ids, hashes))
        hashes, ids = hashes[order], ids[order]
        is_first = np.append(True, hashes[1:] != hashes[:-1])[: len(hashes)]
        is_other = is_first | np.append(True, ids[1:] != ids[:-1])[: len(hashes)]
        self._ids = ids[is_other]
        self._keys = Hashed(hashes[is_first])
        self._first = np.append(np.flatnonzero(is_first[is_other]), len(self._ids)).astype(np.uint32)

    def are_words(self, new: New) -> NDArray[np.bool_]:
        """Which stand in the lists of the language; others may be words all the same."""
        return self._words.has(new.hashes) | self._names.has(new.hashes)

    def are_content(self, new: New) -> NDArray[np.bool_]:
        """Which are content words of fuzzy patterns."""
        return self._halves.are_words(new.hashes)

    def may_shorten(self, new: New) -> NDArray[np.bool_]:
        """Which may stand for longer words where a full stop follows, as far as the lists tell."""
        return (new.spelt.lengths > 1) & ~self.are_words(new) | self._abbreviations.has(new.hashes)

    def are_full(self, new: New) -> NDArray[np.bool_]:
        """Which are known to shorten no word where no full stop follows."""
        return self._words.has(new.hashes) | (new.spelt.lengths < _SHORTEST_BEGINNING)

    def same(self, new: New, which: NDArray[np.int64]) -> Grouped:
        """Of words that are not odd, numbers, and ids of the words with the same letters or the mark before them."""
        at, keys = self._keys.find(new.hashes[which])
        first, after = (self._first[keys + one].astype(np.int64) for one in (0, 1))
        ids = self._ids[ranges(first, after - first)].astype(np.int64)
        return Grouped(np.repeat(which[at], after - first), ids)

    def are_joined(self, new: New) -> NDArray[np.bool_]:
        """Which are two neighbouring words of a pattern as one."""
        return self._joined.has(new.hashes)

    def may_be_inflected(self, new: New) -> NDArray[np.bool_]:
        """Which plain words may be inflected forms of others than themselves."""
        found = np.zeros(len(new.spelt), np.bool_)
        for ending in self._endings:
            at = np.flatnonzero(ending.ends(new.spelt) & new.plain)
            found[at[self._keys.has(ending.changed(new.spelt.some(at)))]] = True
        return found

    def are_odd(self, new: New) -> NDArray[np.bool_]:
        """Which may mean more than words of which they are forms and words that they are misspelt for."""
        odd = ~new.plain | self._strange.has(new.hashes) | self._joined.has(new.hashes)
        at = np.flatnonzero(~(odd | new.dotted | self._words.has(new.hashes)))
        odd[at[self._beginnings.has(new.hashes[at])]] = True
        at = np.flatnonzero(~odd & new.dotted & self.may_shorten(new))
        odd[at[self._left_out.may_shorten(new.spelt.some(at))]] = True
        return odd


class _Ending:
    """One of the endings that a word may have, and what its key has instead."""

    def __init__(self, ending: str, cut: int, added: str) -> None:
        """As in ``Regularities``."""
        self._letters = [ord(letter) for letter in reversed(ending)]
        self._cut = cut
        self._added = hashes_of([added])[0] if added else np.uint64(0)

    def ends(self, spelt: Spelt) -> NDArray[np.bool_]:
        """Which words have the ending, and more letters than are cut."""
        found: NDArray[np.bool_] = spelt.lengths > max(self._cut, len(self._letters))
        for place, letter in enumerate(self._letters, start=1):
            found &= spelt.from_end(place) == letter
        return found

    def changed(self, spelt: Spelt) -> NDArray[np.uint64]:
        """The hashes of keys of words that have it."""
        return spelt.extended(spelt.lengths - self._cut, self._added)


def _beginnings(words: Iterable[str]) -> NDArray[np.uint64]:
    """The hashes of what words may be shortened to."""
    found = [np.zeros(0, np.uint64)]
    for spelt in spell(words):
        found += [
            distinct(spelt.some(np.flatnonzero(spelt.lengths > length + _MOST_GONE)).heads(length))
            for length in range(_SHORTEST_BEGINNING, int(spelt.lengths.max()) - _MOST_GONE)
        ]
    return distinct(np.concatenate(found))


def _listed(names: Iterable[str]) -> Iterator[str]:
    """All words in lists of the package."""
    lines = (file_bytes(name).decode().split("\n") for name in names)
    return (word for words in lines for word in words if 0 < len(word) <= LONGEST_WORD)
