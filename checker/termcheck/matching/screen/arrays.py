"""What several modules do with arrays."""

from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

_Kind = TypeVar("_Kind", bound=np.generic)
_ONE, _OTHER = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_WORD = (1 << 64) - 1


class Grouped(NamedTuple):
    """Some numbers of each of some things, as parallel arrays: distinct pairs, sorted by the thing."""

    owners: NDArray[np.int64]
    values: NDArray[np.int64]


def array_of(column: "memoryview[int]", kind: type[_Kind]) -> NDArray[_Kind]:
    """A column of a compiled index, where it lies."""
    return np.frombuffer(column, kind) if len(column) else np.zeros(0, kind)


def scrambled(count: int, seed: int) -> NDArray[np.uint64]:
    """So many numbers that look random (SplitMix64, Steele, Lea and Flood 2014); numpy.random takes 8 MB to load."""
    return mixed(np.arange(seed + 1, seed + 1 + count, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))


def distinct(numbers: NDArray[_Kind]) -> NDArray[_Kind]:
    """The numbers in order, each once; sorts them in place.

    np.unique takes ten times as long for 64 bits, and loads masked arrays, which takes 9 ms.
    """
    numbers.sort()
    return numbers[np.append(True, numbers[1:] != numbers[:-1])] if len(numbers) else numbers


def set_bits(bits: NDArray[np.uint8], places: NDArray[np.integer]) -> None:
    """Set bits by their places; a byte has eight, the lowest first."""
    at = places.astype(np.int64, copy=False)
    np.bitwise_or.at(bits, at >> 3, (1 << (at & 7)).astype(np.uint8))


def are_set(bits: NDArray[np.uint8], places: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Which of the bits at these places are set; numpy is twice as fast with places that have a sign."""
    at = places.astype(np.int64, copy=False)
    held = bits[at >> 3] >> (at & 7).astype(np.uint8) & 1
    found: NDArray[np.bool_] = held.view(np.bool_)
    return found


def mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers that look random, another one for each: what SplitMix64 makes of them."""
    found = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(_ONE)
    found = (found ^ (found >> np.uint64(27))) * np.uint64(_OTHER)
    return found ^ (found >> np.uint64(31))


def mixed_one(number: int) -> int:
    """The same of a single number."""
    number = (number ^ number >> 30) * _ONE & _WORD
    number = (number ^ number >> 27) * _OTHER & _WORD
    return number ^ number >> 31


def ranges(first: NDArray[np.signedinteger], counts: NDArray[np.signedinteger]) -> NDArray[np.int64]:
    """So many numbers from each first one on, one range after the other.

    >>> ranges(np.array([5, 1]), np.array([2, 3])).tolist()
    [5, 6, 1, 2, 3]
    """
    found: NDArray[np.int64] = np.repeat(first - (np.cumsum(counts) - counts), counts) + np.arange(int(counts.sum()))
    return found
