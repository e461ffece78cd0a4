"""Where articles are checked: in this process, or in several on this machine.

An engine takes chunks of sources and yields what checking them gave, in their order. Results do not depend on which
engine did it, nor on how the sources were cut into chunks.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from termcheck.articles import Source
from termcheck.model import ArticleRecord, Skipped

Stamp = tuple[int, int, int, int]
"""Size, time of change, time of status change and number of a file: while they stay, its content does."""


class Chunk(NamedTuple):
    """Articles that one process checks together."""

    sources: Sequence[Source]
    whole_texts: bool = True
    """Whether the HTML report may still show whole texts."""


class Checked(NamedTuple):
    """What checking one article yielded."""

    source: Source
    outcome: ArticleRecord | Skipped
    digest: bytes = b""
    """Of the content; empty where it could not be read."""
    stamp: Stamp | None = None
    """Of the file before it was read; None where there is none, or where it is too new to be relied on."""


class Engine(Protocol):
    """Checks chunks of articles."""

    def check(self, chunks: Iterable[Chunk]) -> Iterator[Checked]:
        """What each article of each chunk yields, in order; ``chunks`` is read no further ahead than needed."""
