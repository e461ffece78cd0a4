"""The tokens of many plain texts at once, hashed."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.characters import INVISIBLE, STRANGE, characters, codes_of
from termcheck.matching.screen.spelling import Spelt, powers_for, sums_of

_SPACE, _STOP = 32, 46


class Letters(NamedTuple):
    """What tokens are made of, as parallel arrays."""

    letters: NDArray[np.uint16]
    """Of all texts, folded; 0 for what stands between tokens."""
    sums: NDArray[np.uint64]
    """Of these, see ``Spelt``."""
    starts: NDArray[np.int64]
    """Of each token, among the letters."""
    ends: NDArray[np.int64]


class Tokens(NamedTuple):
    """Parallel arrays, in the order of the texts."""

    text: str
    """The texts, a line end before, between and after them."""
    offsets: list[int]
    """Where each text starts in ``text``."""
    strange: list[int]
    """Texts that are not plain: their tokens are not to be trusted."""
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    dotted: NDArray[np.bool_]
    """Whether a full stop may follow."""
    joined: NDArray[np.uint64]
    """Hash of each token but the last and the next one as one word."""
    clipped: NDArray[np.int64]
    """Tokens after which an apostrophe and a single letter may follow."""
    letters: Letters

    def spelt(self, places: NDArray[np.int64]) -> Spelt:
        """Some of the tokens, letter by letter."""
        letters, sums, starts, ends = self.letters
        return Spelt(letters, sums, starts[places], ends[places])


def tokenize(texts: Sequence[str]) -> Tokens:
    """The tokens of some texts."""
    text = "\n".join(("", *texts, ""))
    offsets = []
    offset = 1
    for one in texts:
        offsets.append(offset)
        offset += len(one) + 1
    tables = characters()
    codes = codes_of(text)
    folded = tables.folded[codes]
    strange: list[int] = []
    at = np.flatnonzero(folded == STRANGE)
    if len(at):
        strange = np.unique(np.searchsorted(offsets, at, "right") - 1).tolist()
        folded[at] = 0
    seen = None if text.isascii() else np.flatnonzero(folded != INVISIBLE)
    if seen is not None:
        codes, folded = codes[seen], folded[seen]
    is_word = folded != 0
    edges = np.flatnonzero(is_word[1:] != is_word[:-1]) + 1
    starts, ends = edges[0::2], edges[1::2]
    forward, backward = powers_for(len(folded))
    sums = sums_of(folded)
    hashes = (sums[ends - 1] - sums[starts - 1]) * backward[starts]
    joined = hashes[:-1] + forward[(ends - starts)[:-1]] * hashes[1:]
    after, gap = codes[ends], np.append(starts[1:], len(codes)) - ends
    dotted = (after == _STOP) | ((after == _SPACE) & (gap > 1))
    single = np.flatnonzero((ends - starts)[1:] == 1)
    quoted = (gap[single] > 1) | tables.is_apostrophe[codes[ends[single]]]
    letters = Letters(folded, sums, starts, ends)
    if seen is not None:
        starts, ends = seen[starts], seen[ends - 1] + 1
    return Tokens(text, offsets, strange, starts, ends, hashes, dotted, joined, single[quoted], letters)
