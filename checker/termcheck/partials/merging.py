"""Several partial results as one, row by row."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby

from termcheck.partials.sections import Row, Rows, Section


class Merged:
    """Partial results of different articles as one; in which order they are given does not matter."""

    def __init__(self, parts: Sequence[Rows]) -> None:
        """Merge when asked."""
        self._parts = parts
        self.length = sum(part.length for part in parts)

    def rows(self, section: Section[Row]) -> Iterator[Row]:
        """The rows of a section of all of them, equal ones joined."""
        return joined(merge(*(part.rows(section) for part in self._parts), key=section.key), section)


def joined(rows: Iterable[Row], section: Section[Row]) -> Iterator[Row]:
    """Sorted rows with those of one key joined, where the section does that."""
    if section.join is None:
        yield from rows
        return
    for _, equal in groupby(rows, section.key):
        group = list(equal)
        yield section.join(group) if len(group) > 1 else group[0]
