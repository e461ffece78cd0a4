"""The tokens of many plain texts at once, hashed."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.arrays import distinct, mixed, mixed_one, ranges
from termcheck.matching.screen.characters import (
    APOSTROPHE,
    FIRST_LETTER,
    FULL_STOP,
    GONE,
    OTHER_LETTER,
    PARTS,
    PARTS_AS_STOP,
    SPACE,
    STRANGE_KIND,
    characters,
    codes_of,
    kinds,
    kinds_of,
)
from termcheck.matching.screen.spelling import Spelt, powers, sums_of

_CHUNK = 8
"""Letters that are hashed together."""
_MASKS = np.array([(1 << 8 * count) - 1 for count in range(_CHUNK + 1)], np.uint64)
"""By how many letters of a chunk are a token's."""
_APART = 0x9E3779B97F4A7C15
"""Tells the chunks of a token from one another."""
_LETTER = 16
"""Bits of a letter."""
_WORD = (1 << 64) - 1


class Letters(NamedTuple):
    """What tokens are made of, as parallel arrays, but for the last two."""

    kinds: NDArray[np.uint8]
    """Of all texts, without what folds to nothing, and a chunk of zeros."""
    starts: NDArray[np.int64]
    """Of each token, among these."""
    lengths: NDArray[np.int64]
    others: NDArray[np.int64]
    """Where letters stand that have no kind of their own."""
    which: NDArray[np.uint16]
    """These letters, folded."""

    def of(self, starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.uint16]:
        """The folded letters of some stretches, one after the other."""
        places = ranges(starts, lengths)
        found = kinds("").letters[self.kinds[places]]
        if len(self.others):
            odd = np.flatnonzero(self.kinds[places] == OTHER_LETTER)
            found[odd] = self.which[np.searchsorted(self.others, places[odd])]
        return found


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
    """As ``hash_of`` has them."""
    dotted: NDArray[np.bool_]
    """Whether a full stop may follow."""
    clipped: NDArray[np.int64]
    """Tokens after which an apostrophe and a single letter may follow."""
    letters: Letters
    parted: NDArray[np.bool_]
    """Tokens before which something stands that parts words, or a text begins."""
    stopped: NDArray[np.bool_]
    """Tokens before which a full stop stands."""

    def spelt(self, places: NDArray[np.int64]) -> Spelt:
        """Some of the tokens, letter by letter."""
        starts, lengths = self.letters.starts[places], self.letters.lengths[places]
        after = np.cumsum(lengths + 1)
        first = after - lengths
        letters = np.zeros(int(after[-1]) if len(after) else 1, np.uint16)
        letters[ranges(first, lengths)] = self.letters.of(starts, lengths)
        return Spelt(letters, sums_of(letters), first, after)

    def with_next(self, places: NDArray[np.int64], hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """Hashes of some tokens, each with the next one as one word; ``hashes``: of all, as ``spelling`` has them."""
        lengths = self.letters.lengths[places]
        found: NDArray[np.uint64] = hashes[places] + powers()[0].of(lengths) * hashes[places + 1]
        return found


def tokenize(texts: Sequence[str], marks: str = "") -> Tokens:
    """The tokens of some texts; ``marks``: what stands between words of terms, other than spaces."""
    text = "\n".join(("", *texts, ""))
    offsets = []
    offset = 1
    for one in texts:
        offsets.append(offset)
        offset += len(one) + 1
    data = kinds_of(text, marks)
    strange: list[int] = []
    at = _where(data, STRANGE_KIND)
    if len(at):
        strange = distinct(np.searchsorted(offsets, at, "right") - 1).tolist()
    gone = _where(data, GONE)
    if len(gone):
        data = data.replace(bytes([GONE]), b"")
    here = np.frombuffer(data + bytes(_CHUNK), np.uint8)
    is_word = here >= FIRST_LETTER
    edges = np.flatnonzero(is_word[1:] != is_word[:-1]) + 1
    starts, ends = np.ascontiguousarray(edges[0::2]), np.ascontiguousarray(edges[1::2])
    lengths = ends - starts
    after, gaps = here[ends], np.append(starts[1:], len(data)) - ends
    dotted = (after & FULL_STOP != 0) | ((after & SPACE != 0) & (gaps > 1))
    single = np.flatnonzero(lengths[1:] == 1)
    quoted = (gaps[single] > 1) | (after[single] & APOSTROPHE != 0)
    parted, stopped = _parted(here, ends, gaps)
    others = _where(data, OTHER_LETTER)
    letters = Letters(here, starts, lengths, others, _letters_at(text, others, gone))
    hashes = _hashes(letters)
    if len(gone):
        starts, ends = _moved(starts, gone), _moved(ends - 1, gone) + 1
    parted[np.searchsorted(starts, offsets)] = True
    return Tokens(
        text, offsets, strange, starts, ends, hashes, dotted, single[quoted], letters, parted[:-1], stopped[:-1]
    )  # fmt: skip


def _where(data: bytes, kind: int) -> NDArray[np.int64]:
    """Where characters of a kind are."""
    return np.flatnonzero(np.frombuffer(data, np.uint8) == kind) if kind in data else np.zeros(0, np.int64)


def _moved(places: NDArray[np.int64], gone: NDArray[np.int64]) -> NDArray[np.int64]:
    """Sorted places among what is left, as places in the whole text."""
    before = np.searchsorted(places, gone - np.arange(len(gone)))
    return places + np.cumsum(np.bincount(before, minlength=len(places))[: len(places)])


def _letters_at(text: str, places: NDArray[np.int64], gone: NDArray[np.int64]) -> NDArray[np.uint16]:
    """The folded letters at places among what is left of a text."""
    there = _moved(places, gone) if len(gone) else places
    return characters().folded[codes_of("".join([text[place] for place in there.tolist()]))]


def _parted(
    here: NDArray[np.uint8], ends: NDArray[np.int64], gaps: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Before which tokens something stands that parts words, and a full stop; ``gaps``: characters after each token.

    There is one place more than there are tokens.
    """
    found = np.zeros(len(ends) + 1, np.uint8)
    found[0] = PARTS | PARTS_AS_STOP
    found[1:] = here[ends]
    wide = np.flatnonzero(gaps > 1)
    counts = gaps[wide] - 1
    if len(wide):
        rest = here[ranges(ends[wide] + 1, counts)]
        found[wide + 1] |= np.bitwise_or.reduceat(rest, np.cumsum(counts) - counts)
    return found & PARTS != 0, found & PARTS_AS_STOP != 0


# --------------------------------------------------------------------------------------------------------- hashes


def _hashes(letters: Letters) -> NDArray[np.uint64]:
    """The hash of each token: of words of up to eight letters no two have the same."""
    starts, lengths = letters.starts, letters.lengths
    chunks: NDArray[np.uint64] = np.ndarray(len(letters.kinds) - _CHUNK + 1, "<u8", letters.kinds, strides=(1,))
    first: NDArray[np.uint64] = chunks[starts] & np.take(_MASKS, lengths, mode="clip")
    found = mixed(first)
    long = np.flatnonzero(lengths > _CHUNK)
    if len(long):
        counts = (lengths[long] - 1) // _CHUNK
        number = ranges(np.ones(len(long), np.int64), counts)
        gone = _CHUNK * number
        rest = chunks[np.repeat(starts[long], counts) + gone]
        rest &= np.take(_MASKS, np.repeat(lengths[long], counts) - gone, mode="clip")
        rest ^= number.astype(np.uint64) * np.uint64(_APART)
        found[long] += np.add.reduceat(mixed(rest), np.cumsum(counts) - counts)
    if len(letters.others):
        owners = np.searchsorted(starts, letters.others, "right") - 1
        places = (letters.others - starts[owners]).astype(np.uint64)
        which: NDArray[np.uint64] = (places << np.uint64(_LETTER)) + letters.which
        np.add.at(found, owners, mixed(which))
    return found


def hash_of(word: str) -> int:
    """The hash of one folded word of ASCII letters."""
    data = word.encode("ascii").translate(kinds("").latin)
    found = 0
    for number, first in enumerate(range(0, len(data), _CHUNK)):
        chunk = int.from_bytes(data[first : first + _CHUNK], "little") ^ (number * _APART & _WORD)
        found += mixed_one(chunk)
    return found & _WORD
