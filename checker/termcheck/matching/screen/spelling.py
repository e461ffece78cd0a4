"""Words letter by letter, so that any stretch of any of them is hashed in one step: differences of sums of powers.

The hash of a word is the sum, modulo 2 ** 64, of a random number for each letter times a power of one base for its
place (M. O. Rabin and R. M. Karp, 1987, whose hashes have a prime modulus).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from termcheck.matching.screen.characters import STRANGE, characters

_BASE = 0x9E3779B97F4A7C15
_WORD = (1 << 64) - 1
_ROW_BITS = 12
_ROW = 1 << _ROW_BITS
"""Powers in a table: its square is far more than the characters that are screened together."""
_AT_ONCE = 1 << 17
"""Letters that are spelt together: more would only take more memory."""


class _Powers:
    """Powers of a number modulo 2 ** 64: of each two are multiplied, so that the tables stay small."""

    def __init__(self, base: int) -> None:
        """Make the tables."""
        self._low = _accumulated(base, _ROW)
        self._high = _accumulated(pow(base, _ROW, 1 << 64), _ROW)

    def of(self, exponents: NDArray[np.int64]) -> NDArray[np.uint64]:
        """Some of them; exponents are below ``_ROW`` ** 2."""
        found: NDArray[np.uint64] = self._high[exponents >> _ROW_BITS]
        found *= self._low[exponents & (_ROW - 1)]
        return found

    def below(self, count: int) -> NDArray[np.uint64]:
        """So many, in their order."""
        rows = self._high[: (count + _ROW - 1) >> _ROW_BITS]
        return np.multiply.outer(rows, self._low).ravel()[:count]


def _accumulated(base: int, length: int) -> NDArray[np.uint64]:
    found = np.full(length, base & _WORD, np.uint64)
    found[0] = 1
    return np.multiply.accumulate(found)


@cache
def powers() -> tuple[_Powers, _Powers]:
    """Powers of the base of hashes and of its inverse."""
    return _Powers(_BASE), _Powers(pow(_BASE, -1, 1 << 64))


class Spelt:
    """Words that stand in one text."""

    def __init__(
        self, letters: NDArray[np.uint16], sums: NDArray[np.uint64], starts: NDArray[np.int64], ends: NDArray[np.int64]
    ) -> None:
        """``letters``: of the text; ``sums``: over its letters, from the first to each; nothing begins at 0."""
        self.letters = letters
        self._sums = sums
        self.starts = starts
        self.lengths = ends - starts
        self._before = sums[starts - 1]
        self._back = powers()[1].of(starts)

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.starts)

    def some(self, at: NDArray[np.int64]) -> "Spelt":
        """Those with these numbers."""
        return Spelt(self.letters, self._sums, self.starts[at], self.starts[at] + self.lengths[at])

    def rest(self) -> "Spelt":
        """Those of two letters and more, without their first letters."""
        at = np.flatnonzero(self.lengths > 1)
        return Spelt(self.letters, self._sums, self.starts[at] + 1, self.starts[at] + self.lengths[at])

    def heads(self, lengths: NDArray[np.int64] | int) -> NDArray[np.uint64]:
        """Hashes of as many letters of each word, of the whole word where it has fewer; 0 for none."""
        ends = self.starts + np.minimum(lengths, self.lengths)
        found: NDArray[np.uint64] = (self._sums[ends - 1] - self._before) * self._back
        return found

    def extended(self, lengths: NDArray[np.int64], other: np.uint64) -> NDArray[np.uint64]:
        """Hashes of as many letters of each word and what has another hash behind them."""
        found: NDArray[np.uint64] = self.heads(lengths) + powers()[0].of(lengths) * other
        return found

    def from_end(self, place: int) -> NDArray[np.uint16]:
        """A letter of each word, counted from 1 at its end; whatever stands before words that have fewer."""
        found: NDArray[np.uint16] = self.letters[np.maximum(self.starts + self.lengths - place, 0)]
        return found

    def written(self) -> list[str]:
        """The words, which are in ASCII letters."""
        text = self.letters.astype(np.uint8).tobytes().decode("latin-1")
        ends = (self.starts + self.lengths).tolist()
        return [text[start:end] for start, end in zip(self.starts.tolist(), ends, strict=True)]

    def letter_bits(self) -> NDArray[np.uint64]:
        """The letters of each word as bits, as ``near_words.letter_bits`` has them."""
        counts = self.lengths
        first = np.cumsum(counts) - counts
        places = np.repeat(self.starts - first, counts) + np.arange(int(counts.sum()))
        bits = np.uint64(1) << (self.letters[places].astype(np.uint64) & np.uint64(63))
        found: NDArray[np.uint64] = np.bitwise_or.reduceat(bits, first) if len(bits) else np.zeros(0, np.uint64)
        return found


def spell(words: Iterable[str]) -> Iterator[Spelt]:
    """Folded words, none of them empty, in portions."""
    portion: list[str] = []
    size = 0
    for word in chain(words, [""]):
        if portion and (not word or size + len(word) > _AT_ONCE):
            yield _spell(portion)
            portion, size = [], 0
        portion.append(word)
        size += len(word) + 1


def _spell(words: Sequence[str]) -> Spelt:
    text = "\n".join(("", *words))
    letters = np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32), STRANGE)
    letters = letters.astype(np.uint16)
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    ends = np.cumsum(lengths + 1)
    return Spelt(letters, sums_of(letters), ends - lengths, ends)


def sums_of(letters: NDArray[np.uint16]) -> NDArray[np.uint64]:
    """The sums that hashes are differences of; zeros stand for no letters."""
    weighed = characters().weights[letters]
    weighed *= powers()[0].below(len(letters))
    return np.cumsum(weighed, out=weighed)


def hashes_of(words: Iterable[str]) -> NDArray[np.uint64]:
    """The hashes of folded words, none of them empty."""
    found = [spelt.heads(spelt.lengths) for spelt in spell(words)]
    return np.concatenate(found) if found else np.zeros(0, np.uint64)
