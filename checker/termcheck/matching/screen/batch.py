"""The screen for many plain texts at once: what ``spots`` does, with numpy."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.languages.affixes import LONGEST_WORD
from termcheck.matching.index import LanguageIndex
from termcheck.matching.places import EXTRA_WORDS
from termcheck.matching.screen.arrays import Grouped, array_of
from termcheck.matching.screen.as_listed import NOWHERE, AsListed
from termcheck.matching.screen.contents import Contents, Spots
from termcheck.matching.screen.first_sight import (
    IN_PAIRS,
    JOINED,
    MEASURED,
    SPEAKS,
    STEADY,
    WEIGHS,
    WILD,
    FirstSight,
)
from termcheck.matching.screen.meanings import Seen
from termcheck.matching.screen.pairs import NearPairs, PairWords
from termcheck.matching.screen.pieces import PieceFinder
from termcheck.matching.screen.tokens import Tokens, hash_of, tokenize
from termcheck.matching.screen.vocabulary import Vocabulary

_DOTTED = np.uint64(0xD1B54A32D192ED03)
"""Changes the hash of a token after which a full stop may follow: it may mean more."""
_APART = 1 << 10
"""More words than two of one form can lie apart."""
_MARGIN = 6
"""Tokens around a form that have a say in whether it is one."""


class Spot(NamedTuple):
    """Where words stand in a text that speak for a pattern; all but the pattern are offsets, some beyond the text."""

    pattern: int
    first: int
    """Where the first token starts."""
    last: int
    """Where the last token starts."""
    start: int
    """Of a stretch that holds all that has a say."""
    end: int
    begin: int
    """Where the pattern begins, if its words stand in their places and no others are near; else negative."""
    after: int
    """Where it ends then."""


class BatchScreen:
    """Screens texts in one language."""

    def __init__(self, index: LanguageIndex) -> None:
        """Make the tables of the index ready for numpy."""
        self._index = index
        tables = index.tables
        apart = array_of(tables.apart, np.uint32)
        self._pairs = NearPairs(tables, apart)
        self._contents = Contents(tables.contents, index.patterns.sizes, apart)
        self._sizes = array_of(index.patterns.sizes, np.uint32)
        self._as_listed = AsListed(tables.told, tables.told_at, index.patterns.sizes)
        self._vocabulary = Vocabulary(self._pairs.far > 0)
        self._first_sight = FirstSight(index)
        self._pieces = PieceFinder(index.meanings, self._first_sight.halves)
        index.meanings.elsewhere = self
        tables.let_go()

    def spots(self, texts: Sequence[str]) -> tuple[Tokens, dict[int, list[Spot]]]:
        """The tokens of some texts, and by number of the text the spots in it."""
        tokens = tokenize(texts, self._index.tables.marks)
        patterns, firsts, lasts, begins = self._all(tokens)
        offsets = np.asarray(tokens.offsets)
        owners = np.searchsorted(offsets, tokens.starts[firsts], "right") - 1
        inside = np.flatnonzero(owners == np.searchsorted(offsets, tokens.starts[lasts], "right") - 1)
        found: dict[int, list[Spot]] = defaultdict(list)
        owners, patterns, firsts, lasts, begins = (one[inside] for one in (owners, patterns, firsts, lasts, begins))
        base = offsets[owners]
        columns = (one - base for one in self._offsets(tokens, patterns, firsts, lasts, begins))
        lists = (one.tolist() for one in (owners, patterns, *columns))
        for owner, *spot in zip(*lists, strict=True):
            found[owner].append(Spot(*spot))
        return tokens, found

    def _offsets(
        self,
        tokens: Tokens,
        patterns: NDArray[np.int64],
        firsts: NDArray[np.int64],
        lasts: NDArray[np.int64],
        begins: NDArray[np.int64],
    ) -> tuple[NDArray[np.int64], ...]:
        """The columns of spots but the pattern, as offsets in all texts."""
        starts, ends, final = tokens.starts, tokens.ends, len(tokens.starts) - 1
        sizes = self._sizes[patterns]
        further = np.maximum(sizes + EXTRA_WORDS, 2 * sizes) + _MARGIN  # see places.reach
        before, behind = lasts - further - 1, firsts + further + 1
        start = np.where(before >= 0, ends[np.maximum(before, 0)], 0)
        end = np.where(behind <= final, starts[np.minimum(behind, final)], len(tokens.text))
        told = begins >= 0
        at_last = np.minimum(begins + sizes - 1, final)
        begin, after = (np.where(told, one, NOWHERE) for one in (starts[begins], ends[at_last]))
        return starts[firsts], starts[lasts], start, end, begin, after

    def _all(self, tokens: Tokens) -> "tuple[NDArray[np.int64], ...]":
        """The columns of the spots in all texts, and some across two of them."""
        numbers = self._numbers(tokens)
        vocabulary = self._vocabulary
        kinds = vocabulary.kinds[numbers]
        words = self._words(numbers, kinds)
        more = self._pieces.find(tokens, kinds, vocabulary.spelt[numbers])
        both = more.words
        words = self._with(words, both)
        pieces = np.zeros(len(numbers), np.bool_)
        pieces[more.firsts] = pieces[more.firsts + 1] = True
        ranks = self._ranks(tokens, kinds)
        pairs = self._contents.held(
            self._pairs.find(words, ranks), ranks, vocabulary.all, numbers, Grouped(both.places, both.ids)
        )
        speaking = np.flatnonzero(kinds & SPEAKS)
        places, patterns = vocabulary.singles.of(numbers[speaking])
        places = speaking[places]
        first, across = more.singles
        columns = zip(Spots(patterns, places, places), Spots(across, first, first + 1), pairs, strict=True)
        spots = Spots(*map(np.concatenate, columns))
        return (*spots, self._as_listed.begins(spots, numbers, pieces, vocabulary))

    def _ranks(self, tokens: Tokens, kinds: NDArray[np.uint16]) -> NDArray[np.int64]:
        """For each token, how many stand up to it that carry meaning; behind what parts words, many more."""
        ranks = (kinds & WEIGHS != 0).astype(np.int32)
        ranks[tokens.clipped + 1] = 0
        may_be_short = kinds & WILD != 0
        may_be_short[tokens.clipped + 1] = True
        apart = tokens.parted.astype(np.int32)
        apart[1:] += tokens.stopped[1:] & ~may_be_short[:-1]
        ranks += apart * np.int32(_APART)
        return np.cumsum(ranks, dtype=np.int64)

    def _numbers(self, tokens: Tokens) -> NDArray[np.int32]:
        """The numbers of all tokens in the vocabulary, which learns those that are new."""
        hashes = tokens.hashes ^ tokens.dotted * _DOTTED
        numbers = self._vocabulary.numbers(hashes)
        new = np.flatnonzero(numbers < 0)
        if len(new):
            distinct, at, back = np.unique(hashes[new], return_index=True, return_inverse=True)
            if self._vocabulary.make_room(len(distinct)):
                return self._numbers(tokens)
            learnt = self._first_sight.learn(tokens, new[at])
            self._index.tables.let_go()  # for known words little of it is looked at
            numbers[new] = self._vocabulary.add(distinct, learnt)[back]
        return numbers

    def seen(self, word: str) -> Seen | None:
        """What is known of a word, if it was met."""
        if len(word) > LONGEST_WORD or not word.isascii():
            return None
        hashed, vocabulary = hash_of(word), self._vocabulary
        for one in (hashed, hashed ^ int(_DOTTED)):
            number = vocabulary.number(one)
            if number >= 0:
                kinds = int(vocabulary.kinds[number])
                near = vocabulary.near.of_one(number) if kinds & MEASURED else None
                ids, singles = vocabulary.all.of_one(number), vocabulary.singles.of_one(number)
                return Seen(near, ids, singles, is_joined=kinds & JOINED > 0, is_all=kinds & STEADY > 0)
        return None

    def holding(self, word: str) -> Sequence[int]:
        """Ids of longer content words with the same initial that have all letters of a word."""
        return self._first_sight.left_out.of(word)

    def _words(self, numbers: NDArray[np.int32], kinds: NDArray[np.uint16]) -> PairWords:
        """The words of pairs that tokens may stand for."""
        some = np.flatnonzero(kinds & IN_PAIRS)
        owners, ids = self._vocabulary.paired.of(numbers[some])
        places = some[owners]
        return PairWords(places, places, ids)

    def _with(self, words: PairWords, pieces: PairWords) -> PairWords:
        """The same with words that were written as two tokens; as such they stand at either of them."""
        held = np.flatnonzero(self._pairs.far[pieces.ids])
        if not len(held):
            return words
        added = PairWords(*(one[held] for one in pieces))
        at = np.searchsorted(words.places, added.places, "right")
        places, ids = np.insert(words.places, at, added.places), np.insert(words.ids, at, added.ids)
        firsts = places.copy()
        firsts[at + np.arange(len(at))] = added.firsts
        return PairWords(places, firsts, ids)
