"""The screen for many plain texts at once: what ``spots`` does, with numpy."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.languages.affixes import LONGEST_WORD
from termcheck.languages.folding import fold, fold_with_map
from termcheck.languages.tokens import normalize_gap
from termcheck.matching.index import LanguageIndex
from termcheck.matching.places import EXTRA_WORDS
from termcheck.matching.screen.arrays import Grouped, array_of, ranges, scrambled
from termcheck.matching.screen.as_listed import NOWHERE, AsListed
from termcheck.matching.screen.contents import Contents, Spots
from termcheck.matching.screen.first_sight import FirstSight
from termcheck.matching.screen.hashed import hashed
from termcheck.matching.screen.meanings import Meaning, Seen
from termcheck.matching.screen.spelling import hash_of
from termcheck.matching.screen.tables import CONTENT, Pairs
from termcheck.matching.screen.tokens import Tokens, tokenize
from termcheck.matching.screen.vocabulary import Vocabulary

_DOTTED = np.uint64(0xD1B54A32D192ED03)
"""Changes the hash of a token after which a full stop may follow: it may mean more."""
_HALF = np.uint64(32)
"""Bits of one of two ids in a key."""
_APART = 1 << 10
"""More words than two of one form can lie apart."""
_AT_ONCE = 8192
"""Words of pairs that are laid beside what follows them together: more would only take more memory."""
_MARGIN = 6
"""Tokens around a form that have a say in whether it is one."""
_SEED = 5
_MOST_BITS = 24


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


class _Words(NamedTuple):
    """Words of pairs that tokens may stand for, by token, as parallel arrays."""

    places: NDArray[np.int64]
    """The token."""
    firsts: NDArray[np.int64]
    """Where a word is written as two tokens, the first of them."""
    values: NDArray[np.uint32]
    ids: NDArray[np.int64]


class BatchScreen:
    """Screens texts in one language."""

    def __init__(self, index: LanguageIndex) -> None:
        """Make the tables of the index ready for numpy."""
        self._index = index
        tables = index.tables
        self._apart = array_of(tables.apart, np.uint32)
        self._paired, self._ordered = _PairTable(tables.pairs), _PairTable(tables.ordered)
        both = (self._paired, self._ordered)
        keys = np.concatenate([each.keys for each in both])
        apart = np.concatenate([each.most(np.minimum(self._apart, 255).astype(np.uint8)) for each in both])
        one, other = keys >> _HALF, keys & np.uint64(0xFFFFFFFF)
        self._far = np.zeros(len(tables.words), np.uint8)
        """By id of a word, how far it can lie from one that speaks with it (see ``Tables.apart``); 0 for none."""
        np.maximum.at(self._far, one, apart)
        np.maximum.at(self._far, other, apart)
        mask = (1 << min(_MOST_BITS, max(16, (16 * len(keys)).bit_length()))) - 1
        self._values = (scrambled(len(tables.words), _SEED) & np.uint64(mask)).astype(np.uint32)
        """By id of a word; those of two words together are the place of the pair in ``_pair_far``."""
        self._pair_far = np.zeros(mask + 1, np.uint8)
        np.maximum.at(self._pair_far, self._values[one] ^ self._values[other], apart)
        self._contents = Contents(tables.contents, index.patterns.sizes, self._apart)
        self._sizes = array_of(index.patterns.sizes, np.uint32)
        self._as_listed = AsListed(tables.told, tables.told_at, index.patterns.sizes)
        self._vocabulary = Vocabulary(self._far)
        self._first_sight = FirstSight(index)
        index.meanings.elsewhere = self
        kinds = np.frombuffer(tables.kinds, np.uint8)
        self._content = hashed(tables.words[one] for one in np.flatnonzero(kinds & CONTENT).tolist())

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
        words = self._words(numbers)
        more = list(self._pieces(tokens))
        if any(meaning.ids for _, _, meaning in more):
            words = self._with(words, more)
        pieces = np.zeros(len(numbers), np.bool_)
        for first, last, _ in more:
            pieces[first : last + 1] = True
        ranks = self._ranks(tokens, numbers)
        pairs = self._contents.held(self._pairs(words, ranks), ranks, vocabulary.all, numbers, _of_pieces(more))
        places, patterns = vocabulary.singles.of(numbers)
        across = [(number, first, last) for first, last, meaning in more for number in meaning.singles]
        columns = zip(Spots(patterns, places, places), np.array(across, np.int64).reshape(-1, 3).T, pairs, strict=True)
        spots = Spots(*map(np.concatenate, columns))
        return (*spots, self._as_listed.begins(spots, numbers, pieces, vocabulary))

    def _ranks(self, tokens: Tokens, numbers: NDArray[np.int32]) -> NDArray[np.int64]:
        """For each token, how many stand up to it that carry meaning; behind what parts words, many more."""
        ranks = self._vocabulary.weighs[numbers].astype(np.int64)
        ranks[tokens.clipped + 1] = 0
        may_be_short = self._vocabulary.wild[numbers]
        may_be_short[tokens.clipped + 1] = True
        ranks[tokens.parted] += _APART
        ranks[1:][tokens.stopped[1:] & ~may_be_short[:-1]] += _APART
        return np.cumsum(ranks)

    def _numbers(self, tokens: Tokens) -> NDArray[np.int32]:
        """The numbers of all tokens in the vocabulary, which learns those that are new."""
        hashes = np.where(tokens.dotted, tokens.hashes ^ _DOTTED, tokens.hashes)
        numbers = self._vocabulary.numbers(hashes)
        new = np.flatnonzero(numbers < 0)
        if len(new):
            distinct, at, back = np.unique(hashes[new], return_index=True, return_inverse=True)
            if self._vocabulary.make_room(len(distinct)):
                return self._numbers(tokens)
            learnt = self._first_sight.learn(tokens, new[at])
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
                near = vocabulary.near.of_one(number) if vocabulary.measured[number] else None
                ids, singles = vocabulary.all.of_one(number), vocabulary.singles.of_one(number)
                return Seen(near, ids, singles, bool(vocabulary.joined[number]), bool(vocabulary.steady[number]))
        return None

    def holding(self, word: str) -> Sequence[int]:
        """Ids of longer content words with the same initial that have all letters of a word."""
        return self._first_sight.left_out.of(word)

    def _words(self, numbers: NDArray[np.int32]) -> _Words:
        """The words of pairs that tokens may stand for."""
        places, ids = self._vocabulary.paired.of(numbers)
        return _Words(places, places, self._values[ids], ids)

    def _with(self, words: _Words, more: Sequence[tuple[int, int, Meaning]]) -> _Words:
        """The same with words that were written as two tokens; as such they stand at either of them."""
        added = [
            (first, last, one, at)
            for first, last, meaning in more
            for one in meaning.ids
            if self._far[one]
            for at in (first, last)
        ]
        places = np.append(words.places, [at for *_, at in added]).astype(np.int64)
        firsts = np.append(words.firsts, [first for first, *_ in added]).astype(np.int64)
        ids = np.append(words.ids, [one for _, _, one, _ in added]).astype(np.int64)
        order = np.argsort(places, kind="stable")
        return _Words(places[order], firsts[order], self._values[ids[order]], ids[order])

    def _pieces(self, tokens: Tokens) -> Iterator[tuple[int, int, Meaning]]:
        """Two tokens that may be written for one word: as in spots, split or contracted."""
        meanings = self._index.meanings
        for place in np.flatnonzero(self._content.has(tokens.joined)).tolist():
            if self._gap(tokens, place) in {" ", "'"}:
                yield place, place + 1, meanings.of_split(self._both(tokens, place))
        for place in tokens.clipped.tolist():
            if self._gap(tokens, place) == "'" and tokens.text[tokens.starts[place + 1]] not in "sS":
                yield place, place + 1, meanings.of_contraction(self._both(tokens, place))

    def _gap(self, tokens: Tokens, place: int) -> str:
        gap = fold_with_map(tokens.text[tokens.ends[place] : tokens.starts[place + 1]]).text
        return normalize_gap(gap, beside_spaceless=False)

    def _both(self, tokens: Tokens, place: int) -> str:
        first = fold(tokens.text[tokens.starts[place] : tokens.ends[place]])
        return first + fold(tokens.text[tokens.starts[place + 1] : tokens.ends[place + 1]])

    def _pairs(self, words: _Words, weights: NDArray[np.int64]) -> Spots:
        """Spots where two words of a pair are near each other; ``weights``: tokens that carry meaning, counted."""
        ids, ranks = words.ids, weights[words.places]
        lefts, rights = self._near_pairs(words, ranks)
        one, other = ids[lefts].astype(np.uint64), ids[rights].astype(np.uint64)
        ordered = self._ordered.find(one << _HALF | other)
        paired = self._paired.find(np.minimum(one, other) << _HALF | np.maximum(one, other))
        which, patterns = map(np.concatenate, zip(ordered, paired, strict=True))
        lefts, rights = lefts[which], rights[which]
        held = np.flatnonzero(ranks[rights] - ranks[lefts] <= self._apart[patterns])
        return Spots(patterns[held], words.firsts[lefts[held]], words.places[rights[held]])

    def _near_pairs(self, words: _Words, ranks: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Places in ``words`` of two that may be a pair, as far as its bit tells, and not too far from each other."""
        values, far = words.values, self._far[words.ids]
        after = np.searchsorted(ranks, ranks + far, "right")
        found = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
        for first in range(0, len(values), _AT_ONCE):
            left = np.arange(first, min(first + _AT_ONCE, len(values)))
            counts = after[left] - left - 1
            right = ranges(left + 1, counts)
            hits = np.flatnonzero(self._pair_far[np.repeat(values[left], counts) ^ values[right]])
            lefts, rights = np.repeat(left, counts)[hits], right[hits]
            apart = ranks[rights] - ranks[lefts]
            near = self._pair_far[values[lefts] ^ values[rights]] >= np.maximum(apart, 1)
            held = near & (words.places[lefts] < words.places[rights])
            found.append((lefts[held], rights[held]))
        lefts, rights = map(np.concatenate, zip(*found, strict=True))
        return lefts, rights


def _of_pieces(more: Sequence[tuple[int, int, Meaning]]) -> Grouped:
    """The words that tokens may stand for together with the one beside them."""
    found = sorted({(at, one) for first, last, meaning in more for one in meaning.ids for at in (first, last)})
    pairs = np.array(found, np.int64).reshape(-1, 2)
    return Grouped(pairs[:, 0], pairs[:, 1])


class _PairTable:
    """Patterns by two words, for many at once."""

    def __init__(self, pairs: Pairs) -> None:
        self.keys = array_of(pairs.keys, np.uint64)
        self._starts = array_of(pairs.lists.starts, np.uint32)
        self.values = array_of(pairs.lists.values, np.uint32)

    def most(self, by_pattern: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Of each pair, the most that its patterns have."""
        found: NDArray[np.uint8] = np.zeros(0, np.uint8)
        if len(self.keys):
            found = np.maximum.reduceat(by_pattern[self.values], self._starts[:-1])
        return found

    def find(self, keys: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Numbers of keys and the patterns that they have."""
        if not len(self.keys):
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        there = np.flatnonzero(self.keys[at] == keys)
        first, after = (self._starts[at[there] + one].astype(np.int64) for one in (0, 1))
        counts = after - first
        return np.repeat(there, counts), self.values[ranges(first, counts)].astype(np.int64)
