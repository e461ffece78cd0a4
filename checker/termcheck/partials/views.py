"""Sequences that are made of others when they are looked at: what they are made of may lie on the disk."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Generic, TypeVar, overload

_Row = TypeVar("_Row")
_Made = TypeVar("_Made")


class _View(Sequence[_Made], Generic[_Made]):
    """What an iterator yields, as a sequence."""

    @overload
    def __getitem__(self, place: int) -> _Made: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[_Made]: ...
    def __getitem__(self, place: int | slice) -> _Made | Sequence[_Made]:
        if isinstance(place, slice):
            return tuple(self)[place]
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        return next(islice(iter(self), number, None))


class Mapped(_View[_Made], Generic[_Row, _Made]):
    """The rows of a sequence, each changed."""

    def __init__(self, rows: Sequence[_Row], change: Callable[[_Row], _Made]) -> None:
        """Change when asked."""
        self._rows = rows
        self._change = change

    def __iter__(self) -> Iterator[_Made]:
        return map(self._change, self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class Filtered(_View[_Row], Generic[_Row]):
    """Some of the rows of a sequence."""

    def __init__(self, rows: Sequence[_Row], keeps: Callable[[_Row], bool]) -> None:
        """Look when asked."""
        self._rows = rows
        self._keeps = keeps

    def __iter__(self) -> Iterator[_Row]:
        return filter(self._keeps, self._rows)

    def __len__(self) -> int:
        return self._length

    @cached_property
    def _length(self) -> int:
        return sum(1 for _ in self)


def mapped(rows: Sequence[_Row], change: Callable[[_Row], _Made]) -> Sequence[_Made]:
    """The rows, each changed: at once where they are in memory, else when they are looked at."""
    return tuple(map(change, rows)) if isinstance(rows, tuple) else Mapped(rows, change)


def filtered(rows: Sequence[_Row], keeps: Callable[[_Row], bool]) -> Sequence[_Row]:
    """Some of the rows: at once where they are in memory, else when they are looked at."""
    return tuple(filter(keeps, rows)) if isinstance(rows, tuple) else Filtered(rows, keeps)
