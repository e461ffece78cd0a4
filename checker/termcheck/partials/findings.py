"""The findings of all articles in the order of reports, without holding them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import overload

from termcheck.model import ArticleRecord, Finding, State


class Findings(Sequence[Finding]):
    """The open findings of records and elsewhere, or the others, in report order."""

    def __init__(
        self, records: Sequence[ArticleRecord], elsewhere: Sequence[Finding], *, is_open: bool, count: int
    ) -> None:
        """Look when asked; ``elsewhere``: sorted findings that are in no article; ``count``: how many there are."""
        self._records = records
        self._elsewhere = elsewhere
        self._is_open = is_open
        self._count = count

    def __iter__(self) -> Iterator[Finding]:
        found: Iterable[Finding] = (finding for record in self._records for finding in record.findings)
        if self._elsewhere:
            from heapq import merge

            found = merge(found, self._elsewhere, key=lambda one: one.order)
        return (finding for finding in found if (finding.state is State.OPEN) is self._is_open)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Finding: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Finding]: ...
    def __getitem__(self, place: int | slice) -> Finding | Sequence[Finding]:
        if isinstance(place, slice):
            return tuple(self)[place]
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        return next(islice(self, number, None))
