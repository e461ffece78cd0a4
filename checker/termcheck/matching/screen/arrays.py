"""What several modules do with arrays."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_Kind = TypeVar("_Kind", bound=np.generic)


def array_of(column: "memoryview[int]", kind: type[_Kind]) -> NDArray[_Kind]:
    """A column of a compiled index, where it lies."""
    return np.frombuffer(column, kind) if len(column) else np.zeros(0, kind)


def ranges(first: NDArray[np.signedinteger], counts: NDArray[np.signedinteger]) -> NDArray[np.int64]:
    """So many numbers from each first one on, one range after the other.

    >>> ranges(np.array([5, 1]), np.array([2, 3])).tolist()
    [5, 6, 1, 2, 3]
    """
    found: NDArray[np.int64] = np.repeat(first - (np.cumsum(counts) - counts), counts) + np.arange(int(counts.sum()))
    return found
