"""The tokens of many plain texts at once, hashed."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.characters import INVISIBLE, STRANGE, characters, codes_of

_BASE = 0x9E3779B97F4A7C15
_WORD = (1 << 64) - 1
_SPACE, _STOP = 32, 46


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


@cache
def powers(length: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Powers of the base of hashes and of its inverse, modulo 2 ** 64."""
    return _powers(_BASE, length), _powers(pow(_BASE, -1, 1 << 64), length)


def _powers(base: int, length: int) -> NDArray[np.uint64]:
    found = np.full(length, base & _WORD, np.uint64)
    found[0] = 1
    return np.multiply.accumulate(found)


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
    forward, backward = powers(1 << max(16, (len(folded) - 1).bit_length()))
    sums = np.cumsum(tables.weights[folded] * forward[: len(folded)], dtype=np.uint64)
    hashes = (sums[ends - 1] - sums[starts - 1]) * backward[starts]
    joined = hashes[:-1] + forward[(ends - starts)[:-1]] * hashes[1:]
    after, gap = codes[ends], np.append(starts[1:], len(codes)) - ends
    dotted = (after == _STOP) | ((after == _SPACE) & (gap > 1))
    single = np.flatnonzero((ends - starts)[1:] == 1)
    quoted = (gap[single] > 1) | tables.is_apostrophe[codes[ends[single]]]
    if seen is not None:
        starts, ends = seen[starts], seen[ends - 1] + 1
    return Tokens(text, offsets, strange, starts, ends, hashes, dotted, joined, single[quoted])
