"""What words of texts mean that were not met before: of most it is told by arrays, of all at once."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.languages.affixes import LONGEST_WORD
from termcheck.languages.folding import fold
from termcheck.matching.index import LanguageIndex
from termcheck.matching.near import is_wide, tells_words
from termcheck.matching.screen.arrays import Grouped, array_of, distinct, ranges
from termcheck.matching.screen.halves import Halves
from termcheck.matching.screen.hashed import hashed
from termcheck.matching.screen.left_out import LeftOut
from termcheck.matching.screen.meanings import Meaning
from termcheck.matching.screen.near_batch import NearBatch, Texts
from termcheck.matching.screen.regular import New, Regular
from termcheck.matching.screen.spelling import hashes_of
from termcheck.matching.screen.tokens import Tokens

_HALF = np.uint64(32)
_MASK = np.uint64(0xFFFFFFFF)
_SHORTEST = 3
"""Letters from which on words may be misspelt."""
_LAST_ASCII, _UNDERSCORE = 127, 95


MEASURED, WEIGHS, WILD, STEADY, JOINED, BEGINS, ENDS, SPEAKS, IN_PAIRS = (1 << bit for bit in range(9))
"""What may be true of a token. ``MEASURED``: what it may be misspelt for is known; ``WEIGHS``: it carries meaning;
``WILD``: it may stand for other words as well; ``STEADY``: it means the same whether a full stop follows or not;
``JOINED``: it is two neighbouring words of a pattern as one; ``BEGINS`` and ``ENDS``: content words may;
``SPEAKS``: it speaks for patterns by itself; ``IN_PAIRS``: it may stand for a word of a pair (told by
the vocabulary)."""


class Learnt(NamedTuple):
    """What some tokens mean."""

    ids: Grouped
    """Words of the tables that each may stand for."""
    singles: Grouped
    """Patterns that each speaks for by itself."""
    near: Grouped
    """Words that each may be misspelt for, where it is ``MEASURED``."""
    hashes: NDArray[np.uint64]
    """As ``spelling`` has them."""
    kinds: NDArray[np.uint16]
    """What is true of each, as bits."""


class FirstSight:
    """What words in one language mean."""

    def __init__(self, index: LanguageIndex) -> None:
        """Make the tables of the index ready for numpy."""
        self._index = index
        language, tables = index.language, index.tables
        self._tells_words = tells_words(language)
        self._near = NearBatch(tables.near, tables.words, slack=index.meanings.slack, is_wide=self._tells_words)
        self._grammar = hashed(sorted(language.function_words))
        self._possessive = hashes_of(["s"])[0]
        self._initials = np.zeros(1 << 16, np.bool_)
        self._initials[[min(ord(letter), 0xFFFF) for letter, _ in tables.initials]] = True
        self.left_out = LeftOut(tables)
        self.halves = Halves(tables)
        regularities, both = language.regularities, (self.left_out, self.halves)
        self._regular = Regular(index, regularities, *both) if regularities else None
        self._single_starts = array_of(tables.singles.starts, np.uint32)
        self._single_values = array_of(tables.singles.values, np.uint32)

    def learn(self, tokens: Tokens, places: NDArray[np.int64]) -> Learnt:
        """What some distinct tokens mean."""
        new = _new(tokens, places)
        starts, ends = tokens.starts[places], tokens.ends[places]
        texts = Texts(
            lambda number: fold(tokens.text[starts[number] : ends[number]]), partial(is_wide, self._index.language)
        )
        is_grammar = self._grammar.has(new.hashes)
        near, measured = self._misspelt(new, is_grammar, texts)
        odd = is_grammar | self._are_odd(new, near)
        own = ~odd[near.owners]
        same = self._same(new, np.flatnonzero(~odd), texts)
        meanings = self._one_by_one(np.flatnonzero(odd), new, texts, near, measured)
        ids = _joined([same, Grouped(near.owners[own], near.values[own]), _grouped(meanings, "ids")])
        singles = _joined([self._singles(same), _grouped(meanings, "singles")])
        kinds = self._kinds(new, is_grammar, texts, [(MEASURED, measured)])
        kinds[singles.owners] |= SPEAKS
        return Learnt(ids, singles, near, new.hashes, kinds)

    def _kinds(
        self, new: New, is_grammar: NDArray[np.bool_], texts: Texts, told: Iterable[tuple[int, NDArray[np.bool_]]]
    ) -> NDArray[np.uint16]:
        """What is true of words, as bits; ``told``: what is known already."""
        wild = self._wild(new, is_grammar, texts)
        told = [
            *told,
            (WEIGHS, ~is_grammar & (new.hashes != self._possessive)),
            (WILD, wild),
            (BEGINS, self.halves.begin(new.hashes)),
            (ENDS, self.halves.end(new.hashes)),
        ]
        if self._regular:
            told += [(STEADY, ~wild & self._regular.are_full(new)), (JOINED, self._regular.are_joined(new))]
        found = np.zeros(len(wild), np.uint16)
        for bit, which in told:
            found |= which * np.uint16(bit)
        return found

    def _misspelt(self, new: New, is_grammar: NDArray[np.bool_], texts: Texts) -> tuple[Grouped, NDArray[np.bool_]]:
        """The words that each word may be misspelt for, and of which that is known."""
        measured = new.plain & ~is_grammar & (new.spelt.lengths >= _SHORTEST)
        asked, wide = measured, np.full(len(new.spelt), self._tells_words)
        if self._regular:
            asked = asked & ~self._regular.are_content(new)
            wide = wide & ~self._regular.are_words(new)
        return self._near.find(new.spelt, np.flatnonzero(asked), wide, texts), measured

    def _are_odd(self, new: New, near: Grouped) -> NDArray[np.bool_]:
        """Which have to be looked at one by one."""
        if self._regular is None:
            return np.ones(len(new.spelt), np.bool_)
        odd = self._regular.are_odd(new)
        odd[near.owners[self._counts_of_singles(near.values) > 0]] = True
        return odd

    def _same(self, new: New, numbers: NDArray[np.int64], texts: Texts) -> Grouped:
        """The words that those with these numbers are forms of; they are not odd."""
        if self._regular is None:
            return Grouped(numbers, numbers)
        inflected = self._regular.may_be_inflected(new)[numbers]
        keys, inflections = self._index.tables.keys, self._index.keys.of_text
        found = [
            (number, one)
            for number in numbers[inflected].tolist()
            for key in inflections(texts[number])
            for one in keys.get(key)
        ]
        return _joined([self._regular.same(new, numbers[~inflected]), _pairs(found)])

    def _one_by_one(
        self, numbers: NDArray[np.int64], new: New, texts: Texts, near: Grouped, measured: NDArray[np.bool_]
    ) -> list[tuple[int, Meaning]]:
        """The meanings of the words with these numbers."""
        work_out = self._index.meanings.work_out
        first, after = (np.searchsorted(near.owners, numbers, side).tolist() for side in ("left", "right"))
        ids = near.values.tolist()
        asked, dotted = measured[numbers].tolist(), new.dotted[numbers].tolist()
        return [
            (number, work_out(texts[number], ids[first[at] : after[at]] if asked[at] else None, dotted=dotted[at]))
            for at, number in enumerate(numbers.tolist())
        ]

    def _counts_of_singles(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        first, after = (self._single_starts[ids + one].astype(np.int64) for one in (0, 1))
        return after - first

    def _singles(self, same: Grouped) -> Grouped:
        """The patterns that words speak for which stand for these ids."""
        counts = self._counts_of_singles(same.values)
        values = self._single_values[ranges(self._single_starts[same.values].astype(np.int64), counts)]
        return Grouped(np.repeat(same.owners, counts), values.astype(np.int64))

    def _wild(self, new: New, is_grammar: NDArray[np.bool_], texts: Texts) -> NDArray[np.bool_]:
        """Which may be shortened words where a full stop follows them."""
        wild = ~is_grammar & self._initials[new.spelt.letters[new.spelt.starts]]
        if self._regular:
            return wild & self._regular.may_shorten(new)
        may_shorten = self._index.language.may_shorten
        at = np.flatnonzero(wild)
        wild[at] = [may_shorten(texts[number], dotted=True) for number in at.tolist()]
        return wild


def _new(tokens: Tokens, places: NDArray[np.int64]) -> New:
    spelt = tokens.spelt(places)
    is_strange = (spelt.letters > _LAST_ASCII) | (spelt.letters == _UNDERSCORE)
    strange = np.cumsum(is_strange, dtype=np.int32)
    plain = (strange[spelt.starts + spelt.lengths - 1] == strange[spelt.starts - 1]) & (spelt.lengths <= LONGEST_WORD)
    return New(spelt, spelt.heads(spelt.lengths), tokens.dotted[places], plain)


def _grouped(meanings: Sequence[tuple[int, Meaning]], field: str) -> Grouped:
    """One field of the meanings of words."""
    return _pairs([(number, one) for number, meaning in meanings for one in getattr(meaning, field)])


def _pairs(found: Sequence[tuple[int, int]]) -> Grouped:
    pairs = np.array(found, np.int64).reshape(-1, 2)
    return Grouped(pairs[:, 0], pairs[:, 1])


def _joined(parts: Sequence[Grouped]) -> Grouped:
    """The pairs of several, each once."""
    pairs = [each.owners.astype(np.uint64) << _HALF | each.values.astype(np.uint64) for each in parts]
    found = distinct(np.concatenate(pairs))
    return Grouped((found >> _HALF).astype(np.int64), (found & _MASK).astype(np.int64))
