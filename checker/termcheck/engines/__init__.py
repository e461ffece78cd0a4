"""Where articles are checked: in this process, or in several on this machine.

An engine takes chunks of sources and yields what checking them gave, in their order. Results do not depend on which
engine did it, nor on how the sources were cut into chunks.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from termcheck.articles import Source
from termcheck.cache import Cache
from termcheck.model import ArticleRecord, Skipped

if TYPE_CHECKING:
    from termcheck.engines.journal import Journal

Stamp = tuple[int, int, int, int]
"""Size, time of change, time of status change and number of a file: while they stay, its content does."""


Progress = Callable[[int, int], None]
"""Called before each article with how many are done and how many there are, 0 where that is not known."""

CHUNK = 64
"""Articles that a process gets at a time: enough to pay for the way, few enough to tell how far a run is."""
FEW = 16
"""Articles from which on a run asks what earlier runs found, and whether several processes pay."""


class Plan(Struct, frozen=True):
    """How many articles are to be checked."""

    jobs: int
    """Processes; 0 means as many as pay."""
    chunk_size: int
    cache: Cache
    key: str
    """Differs where an outcome may differ though its article is the same; empty where that is not known."""
    total: int = 0
    """Articles, as far as that is known; 0 where it is not."""
    engine: str = "local"
    """``ray``, ``ray=ADDRESS``, or ``local``: this process and others on this machine."""
    collections: Sequence[Source] = ()
    """Files that hold many articles, for an engine whose workers read them."""
    journal: "Journal | None" = None
    """Where what is done is noted, for a run that goes on after this one was stopped."""


class Chunk(Struct, frozen=True):
    """Articles that one process checks together."""

    sources: Sequence[Source]
    whole_texts: bool = True
    """Whether the HTML report may still show whole texts."""


class Packed(Struct, frozen=True, array_like=True):
    """An outcome as it travels between processes and lies in the cache."""

    path: str
    digest: bytes
    """Of the content; empty where it could not be read."""
    stamp: Stamp | None
    outcome: bytes
    """The record without its page, or what was skipped."""
    is_skipped: bool
    page: bytes = b""
    """The page, where it was wanted."""
    has_whole_page: bool = False


class Checked(Struct, frozen=True):
    """What checking one article yielded."""

    source: Source
    outcome: ArticleRecord | Skipped
    digest: bytes = b""
    """Of the content; empty where it could not be read."""
    stamp: Stamp | None = None
    """Of the file before it was read; None where there is none, or where it is too new to be relied on."""
    packed: Packed | None = None
    """The same, where it had to be packed anyway."""


class Engine(Protocol):
    """Checks chunks of articles."""

    def check(self, chunks: Iterable[Chunk]) -> Generator[Checked, None, None]:
        """What each article of each chunk yields, in order; ``chunks`` is read no further ahead than needed."""
