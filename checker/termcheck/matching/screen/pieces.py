"""Two tokens of a text that may be written for one word: split, or contracted with an apostrophe."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.languages.folding import fold, fold_with_map
from termcheck.languages.tokens import normalize_gap
from termcheck.matching.screen.arrays import Grouped, ranges
from termcheck.matching.screen.first_sight import BEGINS, ENDS
from termcheck.matching.screen.halves import Halves
from termcheck.matching.screen.meanings import NOTHING, Meaning, Meanings
from termcheck.matching.screen.pairs import PairWords
from termcheck.matching.screen.tokens import Tokens

_MOST_SPLIT = 5_000
"""Words written as two tokens that are kept."""


class Pieces(NamedTuple):
    """Where two tokens may be one word, each by the first of the two, in order."""

    firsts: NDArray[np.int64]
    ids: Grouped
    """Words that they may stand for."""
    singles: Grouped
    """Patterns that they speak for by themselves."""

    @property
    def words(self) -> PairWords:
        """These words at either of the two tokens."""
        firsts, ids = (np.concatenate([one, one]) for one in self.ids)
        places = firsts.copy()
        places[len(self.ids.owners) :] += 1
        order = np.argsort(places, kind="stable")
        return PairWords(places[order], firsts[order], ids[order])


_NONE = np.zeros(0, np.int64)
_NOWHERE = Pieces(_NONE, Grouped(_NONE, _NONE), Grouped(_NONE, _NONE))


class PieceFinder:
    """Finds them in texts of one language."""

    def __init__(self, meanings: Meanings, halves: Halves) -> None:
        """Know nothing of any text yet."""
        self._meanings = meanings
        self._halves = halves
        self._known: dict[str, Meaning] = {}
        """What two tokens mean that are a content word as one, by all that is written from one to the other."""

    def find(self, tokens: Tokens, kinds: NDArray[np.uint16], hashes: NDArray[np.uint64]) -> Pieces:
        """Those in some texts; ``kinds`` and ``hashes``: of each token, see ``Learnt``."""
        split = np.flatnonzero((kinds[:-1] & BEGINS != 0) & (kinds[1:] & ENDS != 0))
        split = split[self._halves.are_words(tokens.with_next(split, hashes))]
        found = list(zip(split.tolist(), self._split(tokens, split), strict=True))
        clipped = [(place, self._clipped(tokens, place)) for place in tokens.clipped.tolist()]
        if clipped:
            found = sorted([*found, *clipped], key=lambda one: one[0])
        return _pieces([(place, meaning) for place, meaning in found if meaning is not NOTHING])

    def _split(self, tokens: Tokens, places: NDArray[np.int64]) -> list[Meaning]:
        """What tokens mean as one word with the next, where they are a content word then."""
        text, known = tokens.text, self._known
        starts, ends = tokens.starts[places].tolist(), tokens.ends[places + 1].tolist()
        written = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        if len(known) >= _MOST_SPLIT:
            known.clear()
        for at, one in enumerate(written):
            if one not in known:
                place = int(places[at])
                is_one = _gap(tokens, place) in {" ", "'"}
                known[one] = self._meanings.of_split(_both(tokens, place)) if is_one else NOTHING
        return [known[one] for one in written]

    def _clipped(self, tokens: Tokens, place: int) -> Meaning:
        """What a token means with the single letter behind an apostrophe."""
        if _gap(tokens, place) != "'" or tokens.text[tokens.starts[place + 1]] in "sS":
            return NOTHING
        return self._meanings.of_contraction(_both(tokens, place))


def _gap(tokens: Tokens, place: int) -> str:
    gap = fold_with_map(tokens.text[tokens.ends[place] : tokens.starts[place + 1]]).text
    return normalize_gap(gap, beside_spaceless=False)


def _both(tokens: Tokens, place: int) -> str:
    first = fold(tokens.text[tokens.starts[place] : tokens.ends[place]])
    return first + fold(tokens.text[tokens.starts[place + 1] : tokens.ends[place + 1]])


def _pieces(found: Sequence[tuple[int, Meaning]]) -> Pieces:
    """The same as arrays: few meanings stand at many places."""
    if not found:
        return _NOWHERE
    numbers: dict[Meaning, int] = {}
    which = np.array([numbers.setdefault(meaning, len(numbers)) for _, meaning in found], np.int64)
    firsts = np.array([place for place, _ in found], np.int64)
    ids, singles = [each.ids for each in numbers], [each.singles for each in numbers]
    return Pieces(firsts, _spread(firsts, which, ids), _spread(firsts, which, singles))


def _spread(firsts: NDArray[np.int64], which: NDArray[np.int64], lists: Sequence[Sequence[int]]) -> Grouped:
    """At each place the list with its number."""
    counts = np.array([len(each) for each in lists], np.int64)
    values = np.array(list(chain.from_iterable(lists)), np.int64)
    starts = np.cumsum(counts) - counts
    return Grouped(np.repeat(firsts, counts[which]), values[ranges(starts[which], counts[which])])
