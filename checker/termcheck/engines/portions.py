"""Collections that the workers of a cluster read by themselves, batch by batch.

A large collection is read by several workers: each goes through all of it, which takes little, and checks every so many
batches. Which articles a batch holds depends on the collection alone, so that another worker can go on where one died.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from termcheck.articles import Source
from termcheck.articles.collections.expanding import articles_of
from termcheck.config import Settings
from termcheck.model import Skipped

_BATCH = 64
"""Articles."""
_EACH = 4
"""Portions a worker from which on none has to wait long for the last one."""
_MOST = 16
"""Portions of one collection: with more, going through it would take longer than checking."""

Item = Source | Skipped


class Portion(NamedTuple):
    """Every so many batches of a collection."""

    source: Source
    first: int = 0
    """Number of its first batch."""
    step: int = 1
    """From one of its batches to the next."""


def portions_of(collections: Sequence[Source], workers: int) -> list[Portion]:
    """What so many workers can read side by side, file by file."""
    step = 1
    if collections and len(collections) < _EACH * workers:
        step = min(workers, _MOST, -(-_EACH * workers // len(collections)))
    return [Portion(source, first, step) for source in collections for first in range(step)]


class PortionReader:
    """Reads portions, best one batch after the other."""

    def __init__(self, settings: Settings) -> None:
        """Open nothing yet."""
        self._settings = settings
        self._portion: Portion | None = None
        self._items: Iterator[Item] = iter(())
        self._batch = self._seen = 0
        self._ended: tuple[Portion, int, int] | None = None
        """The portion that was last read to its end, how many batches it has, and articles its file."""

    def read(self, portion: Portion, number: int) -> tuple[list[Item], int | None]:
        """A batch of a portion, and, where there is none with that number, how many articles the collection has."""
        if self._ended is not None and self._ended[0] == portion and number >= self._ended[1]:
            return [], self._ended[2]
        wanted = portion.first + number * portion.step
        if portion != self._portion or wanted < self._batch:
            self._portion, self._batch, self._seen = portion, 0, 0
            self._items = articles_of([portion.source], self._settings, with_others=True)
        while self._batch < wanted:
            passed = sum(1 for _ in islice(self._items, _BATCH))
            self._batch += 1
            self._seen += passed
            if passed < _BATCH:
                break
        found = list(islice(self._items, _BATCH)) if self._batch == wanted else []
        self._seen += len(found)
        self._batch += 1
        if found:
            return found, None
        self._portion, self._ended = None, (portion, number, self._seen)
        return found, self._seen
