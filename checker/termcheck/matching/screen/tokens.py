"""The tokens of many plain texts at once, hashed."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.arrays import ranges
from termcheck.matching.screen.characters import (
    FULL_STOP,
    INVISIBLE,
    PARTING,
    STRANGE,
    characters,
    codes_of,
    parting,
)
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
    parted: NDArray[np.bool_]
    """Tokens before which something stands that parts words, or a text begins."""
    stopped: NDArray[np.bool_]
    """Tokens before which a full stop stands."""

    def spelt(self, places: NDArray[np.int64]) -> Spelt:
        """Some of the tokens, letter by letter."""
        letters, sums, starts, ends = self.letters
        return Spelt(letters, sums, starts[places], ends[places])


def tokenize(texts: Sequence[str], marks: str = "") -> Tokens:
    """The tokens of some texts; ``marks``: what stands between words of terms, other than spaces."""
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
    parted, stopped = _parted(codes, ends, gap, parting(marks))
    if seen is not None:
        starts, ends = seen[starts], seen[ends - 1] + 1
    parted = np.append(parted, True)
    parted[np.searchsorted(starts, offsets)] = True
    return Tokens(
        text, offsets, strange, starts, ends, hashes, dotted, joined, single[quoted], letters, parted[:-1], stopped
    )  # fmt: skip


def _parted(
    codes: "NDArray[np.uint8] | NDArray[np.uint16]",
    ends: NDArray[np.int64],
    gaps: NDArray[np.int64],
    kinds: NDArray[np.uint8],
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Before which tokens something stands that parts words, and a full stop; ``gaps``: characters after each token."""
    first = kinds[codes[ends]]
    is_parted, is_stopped = first == PARTING, first == FULL_STOP
    wide = np.flatnonzero(gaps > 1)
    owners = np.repeat(wide, gaps[wide] - 1)
    rest = kinds[codes[ranges(ends[wide] + 1, gaps[wide] - 1)]]
    is_parted[owners[rest == PARTING]] = True
    is_stopped[owners[rest == FULL_STOP]] = True
    return np.append(True, is_parted)[:-1], np.append(True, is_stopped)[:-1]
