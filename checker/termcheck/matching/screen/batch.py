"""The screen for many plain texts at once: what ``spots`` does, with numpy."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.languages.folding import fold
from termcheck.languages.tokens import normalize_gap
from termcheck.matching.index import LanguageIndex
from termcheck.matching.screen.meanings import Meaning
from termcheck.matching.screen.tables import CONTENT, Tables
from termcheck.matching.screen.tokens import Tokens, tokenize
from termcheck.matching.screen.vocabulary import Vocabulary

_DOTTED = np.uint64(0xD1B54A32D192ED03)
"""Changes the hash of a token after which a full stop may follow: it may mean more."""
_SEED = 5
_MOST_BITS = 24


class Spot(NamedTuple):
    """Where words stand that speak for a pattern."""

    pattern: int
    first: int
    """Of all tokens, the first one."""
    last: int


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
        apart_of = np.minimum(np.frombuffer(tables.apart, np.uint32), 255).astype(np.uint8)
        keys, apart = (np.concatenate(both) for both in zip(*_pairs(tables, apart_of), strict=True))
        one, other = keys >> np.uint64(32), keys & np.uint64(0xFFFFFFFF)
        self._far = np.zeros(len(tables.words), np.uint8)
        """By id of a word, how far it can lie from one that speaks with it (see ``Tables.apart``); 0 for none."""
        np.maximum.at(self._far, one, apart)
        np.maximum.at(self._far, other, apart)
        mask = (1 << min(_MOST_BITS, max(16, (32 * len(keys)).bit_length()))) - 1
        self._values = np.random.default_rng(_SEED).integers(0, 1 << 32, len(tables.words), np.uint32) & np.uint32(mask)
        """By id of a word; those of two words together are the place of the pair in ``_pair_far``."""
        self._pair_far = np.zeros(mask + 1, np.uint8)
        np.maximum.at(self._pair_far, self._values[one] ^ self._values[other], apart)
        self._vocabulary = Vocabulary(self._values, self._far)
        content = np.flatnonzero(np.frombuffer(tables.kinds, np.uint8) & CONTENT)
        self._split_shift = np.uint64(64 - min(_MOST_BITS, max(16, (32 * len(content)).bit_length())))
        self._is_split = np.zeros(1 << (64 - int(self._split_shift)), np.bool_)
        self._is_split[tokenize([tables.words[one] for one in content.tolist()]).hashes >> self._split_shift] = True

    def spots(self, texts: Sequence[str]) -> tuple[Tokens, dict[int, list[Spot]]]:
        """The tokens of some texts, and by number of the text the spots in it."""
        tokens = tokenize(texts)
        found: dict[int, list[Spot]] = defaultdict(list)
        owners = np.searchsorted(np.asarray(tokens.offsets), tokens.starts, "right") - 1
        for spot in self._all(tokens):
            owner = int(owners[spot.first])
            if owner == int(owners[spot.last]):
                found[owner].append(spot)
        return tokens, found

    def _all(self, tokens: Tokens) -> Iterator[Spot]:
        """The spots in all texts, and some across two of them."""
        numbers = self._numbers(tokens)
        vocabulary = self._vocabulary
        for place in np.flatnonzero(vocabulary.speaks[numbers]).tolist():
            for number in vocabulary.singles[numbers[place]]:
                yield Spot(number, place, place)
        words = self._words(numbers)
        more = list(self._pieces(tokens))
        for first, last, meaning in more:
            for number in meaning.singles:
                yield Spot(number, first, last)
        if any(meaning.ids for _, _, meaning in more):
            words = self._with(words, more)
        yield from self._pairs(words, np.cumsum(vocabulary.weighs[numbers]))

    def _numbers(self, tokens: Tokens) -> NDArray[np.int32]:
        """The numbers of all tokens in the vocabulary, which learns those that are new."""
        hashes = np.where(tokens.dotted, tokens.hashes ^ _DOTTED, tokens.hashes)
        numbers = self._vocabulary.numbers(hashes)
        new = np.flatnonzero(numbers < 0)
        if len(new):
            distinct, at, back = np.unique(hashes[new], return_index=True, return_inverse=True)
            before = len(self._vocabulary.singles)
            self._vocabulary.make_room(len(distinct))
            if len(self._vocabulary.singles) < before:
                return self._numbers(tokens)
            learnt = [
                self._learn(tokens, int(place), hashed)
                for place, hashed in zip(new[at], distinct.tolist(), strict=True)
            ]
            numbers[new] = np.asarray(learnt, np.int32)[back]
        return numbers

    def _learn(self, tokens: Tokens, place: int, hashed: int) -> int:
        word = fold(tokens.text[tokens.starts[place] : tokens.ends[place]])
        meaning = self._index.meanings.of(word, dotted=bool(tokens.dotted[place]))
        weighs = word != "s" and word not in self._index.language.function_words
        return self._vocabulary.add(hashed, meaning, weighs=weighs)

    def _words(self, numbers: NDArray[np.int32]) -> _Words:
        """The words of pairs that tokens may stand for."""
        counts = self._vocabulary.count[numbers]
        some = np.flatnonzero(counts)
        counts = counts[some]
        before = np.cumsum(counts) - counts
        at = np.repeat(self._vocabulary.first[numbers[some]] - before, counts) + np.arange(int(counts.sum()))
        places = np.repeat(some, counts)
        return _Words(places, places, self._vocabulary.values[at], self._vocabulary.ids[at])

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
        for place in np.flatnonzero(self._is_split[tokens.joined >> self._split_shift]).tolist():
            if self._gap(tokens, place) in {" ", "'"}:
                yield place, place + 1, meanings.of_split(self._both(tokens, place))
        for place in tokens.clipped.tolist():
            if self._gap(tokens, place) == "'" and tokens.text[tokens.starts[place + 1]] not in "sS":
                yield place, place + 1, meanings.of_contraction(self._both(tokens, place))

    def _gap(self, tokens: Tokens, place: int) -> str:
        return normalize_gap(fold(tokens.text[tokens.ends[place] : tokens.starts[place + 1]]), beside_spaceless=False)

    def _both(self, tokens: Tokens, place: int) -> str:
        first = fold(tokens.text[tokens.starts[place] : tokens.ends[place]])
        return first + fold(tokens.text[tokens.starts[place + 1] : tokens.ends[place + 1]])

    def _pairs(self, words: _Words, weights: NDArray[np.int64]) -> Iterator[Spot]:
        """Spots where two words of a pair are near each other; ``weights``: tokens that carry meaning, counted."""
        tables = self._index.tables
        values, ids = words.values, words.ids
        ranks, far = weights[words.places], self._far[ids]
        left = np.arange(len(ids) - 1) if len(ids) else np.zeros(0, np.int64)
        step = 1
        while len(left):
            right = left + step
            apart = ranks[right] - ranks[left]
            near = apart <= far[left]
            left, right, apart = left[near], right[near], apart[near]
            hits = np.flatnonzero(self._pair_far[values[left] ^ values[right]] >= np.maximum(apart, 1))
            for one, other in zip(left[hits].tolist(), right[hits].tolist(), strict=True):
                distance = int(ranks[other] - ranks[one])
                for number in tables.spoken_for(int(ids[one]), int(ids[other])):
                    if distance <= tables.apart[number]:
                        yield Spot(number, int(words.firsts[one]), int(words.places[other]))
            step += 1
            left = left[left < len(ids) - step]


def _pairs(tables: Tables, apart: NDArray[np.uint8]) -> Iterator[tuple[NDArray[np.uint64], NDArray[np.uint8]]]:
    """Keys of pairs, and how far the two words can lie apart; ``apart``: the same by pattern."""
    for pairs in (tables.pairs, tables.ordered):
        if len(pairs.keys):
            numbers, starts = (np.frombuffer(each, np.uint32) for each in (pairs.lists.values, pairs.lists.starts))
            yield np.frombuffer(pairs.keys, np.uint64), np.maximum.reduceat(apart[numbers], starts[:-1])
        else:
            yield np.zeros(0, np.uint64), np.zeros(0, np.uint8)
