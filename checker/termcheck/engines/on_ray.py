"""The engine for several machines: workers on a Ray cluster, or on one that Ray starts on this machine.

What articles are checked with is put into Ray's object store once, the compiled glossary with it. Each worker has at
most two chunks at a time, and no chunk is handed out while results that are far ahead wait for earlier ones. Files that
hold many articles are read by the workers. A worker that dies, on whichever machine, costs nothing but time: what it
had is done again article by article, and only an article that takes two workers with it is given up and named.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from typing import Any, NamedTuple

from msgspec.structs import replace

from termcheck.articles import Source
from termcheck.engines import Checked, Chunk
from termcheck.engines.checker import Checker, Work
from termcheck.engines.cluster import Cluster
from termcheck.engines.packed import decode_chunk, decode_many, encode_chunk, encode_many, pack, unpack
from termcheck.engines.parcel import Parcel
from termcheck.engines.portions import Portion, PortionReader, portions_of
from termcheck.errors import Problem
from termcheck.model import Skipped

_AHEAD = 8
"""Chunks a worker by which the others may be ahead of the slowest."""
_AT_ONCE = 2
"""Chunks that a worker has: one at work, and one that is on its way."""
_WARM_UP = 2
"""Articles that are checked here, so that what they make ready can be handed to all workers."""


def missing() -> Problem | None:
    """What has to be installed before this engine can be used; None where it is there."""
    from importlib.util import find_spec

    if find_spec("ray") is not None:
        return None
    return Problem(
        "checking on a cluster takes the extra `ray`", "--engine", 'install it: pip install "termcheck[ray]"'
    )


class OnRay:
    """Checks articles in the workers of a cluster."""

    def __init__(self, checker: Checker, address: str | None = None, jobs: int = 0) -> None:
        """Use the cluster at an address, or that of RAY_ADDRESS; without either one on this machine.

        ``jobs``: workers; 0 means as many as the cluster has processors.
        """
        self._work = checker.work
        self._parcel = Parcel(checker.work.cache)
        self._here = Checker(replace(checker.work, cache=self._parcel))
        self._address = address
        self._jobs = jobs

    def check(self, chunks: Iterable[Chunk]) -> Generator[Checked, None, None]:
        """What each article yields, in order. Whatever ends it, an interrupt as well, ends the workers too."""
        remaining = iter(chunks)
        for first in remaining:
            yield from self._here.check(replace(first, sources=first.sources[:_WARM_UP]))
            if len(first.sources) > _WARM_UP:
                remaining = chain((replace(first, sources=first.sources[_WARM_UP:]),), remaining)
            break
        with closing(self._cluster()) as cluster:
            yield from _Chunks(cluster, pages=self._work.pages).run(remaining)

    def read(
        self, collections: Sequence[Source], wants_whole_texts: Callable[[], bool]
    ) -> Generator[Checked, None, None]:
        """What each article of some files that hold many yields, in any order; the workers read these.

        ``wants_whole_texts``: whether the HTML report may still show whole texts.
        """
        reader = PortionReader(self._work.settings)
        some, _ = reader.read(Portion(collections[0]), 0)
        here = [one for one in some if isinstance(one, Source)][:_WARM_UP]
        deque(self._here.check(Chunk(here)), maxlen=0)  # workers will do it again: what counts is what it makes ready
        with closing(self._cluster()) as cluster:
            portions = portions_of(collections, cluster.count)
            yield from _Portions(cluster, reader, wants_whole_texts, pages=self._work.pages).run(portions)

    def _cluster(self) -> Cluster:
        work = replace(self._here.work, cache=Parcel(None, self._parcel.entries))
        return Cluster(_Worker, work, self._address, self._jobs)


class _Worker:
    """What runs on the machines of the cluster."""

    def __init__(self, work: Work) -> None:
        self._checker = Checker(work)
        self._reader = PortionReader(work.settings)

    def check(self, chunk: bytes) -> bytes:
        return encode_many([pack(checked) for checked in self._checker.check(decode_chunk(chunk))])

    def read(self, portion: Portion, number: int, whole_texts: bool) -> tuple[bytes, int | None]:  # noqa: FBT001 - a message
        """A batch of a portion, checked; past its end, how many articles its file holds."""
        found, total = self._reader.read(portion, number)
        unread = [Checked(Source(one.file), one) for one in found if isinstance(one, Skipped)]
        chunk = Chunk([one for one in found if isinstance(one, Source)], whole_texts)
        return encode_many([pack(one) for one in chain(unread, self._checker.check(chunk))]), total


class _Task(NamedTuple):
    number: int
    """Place of the chunk in the run."""
    offset: int
    """Place of its first article in the chunk."""
    chunk: Chunk
    is_again: bool = False

    def start(self, worker: Any) -> Any:  # noqa: ANN401 - handles of Ray's
        return worker.check.remote(encode_chunk(self.chunk))


class _Chunks:
    """Chunks of articles, checked in their order."""

    def __init__(self, cluster: Cluster, *, pages: bool) -> None:
        self._cluster = cluster
        self._pages = pages
        self._again: deque[_Task] = deque()
        """What a dead worker had to do."""
        self._done: dict[int, list[Checked | None]] = {}
        """Number of a chunk -> what is known of its articles."""

    def run(self, chunks: Iterable[Chunk]) -> Iterator[Checked]:
        """What each article yields, in order."""
        coming = enumerate(chunk for chunk in chunks if chunk.sources)
        wanted = 0
        while True:
            self._hand_out(coming)
            if self._cluster.is_idle:
                return
            for _, task, data in self._cluster.taken():
                self._take(task, data)
            while wanted in self._done and None not in self._done[wanted]:
                yield from filter(None, self._done.pop(wanted))
                wanted += 1

    def _hand_out(self, coming: Iterator[tuple[int, Chunk]]) -> None:
        """Give each worker what it may have; what is done again stands alone, so that nothing else dies with it."""
        cluster = self._cluster
        cluster.give_alone(self._again)
        most = _AHEAD * cluster.count
        while not self._again and len(self._done) < most and (worker := cluster.free(_AT_ONCE)) is not None:
            number, chunk = next(coming, (-1, None))
            if chunk is None:
                return
            self._done[number] = [None] * len(chunk.sources)
            cluster.give(worker, _Task(number, 0, chunk))

    def _take(self, task: Any, data: bytes | None) -> None:  # noqa: ANN401 - one of ours
        """Take what a worker yielded, or see that what a dead one had is done again, each article apart."""
        done = self._done[task.number]
        if data is not None:
            for place, (packed, source) in enumerate(
                zip(decode_many(data), task.chunk.sources, strict=True), task.offset
            ):
                done[place] = unpack(packed, source, page=self._pages)
            return
        for place, source in enumerate(task.chunk.sources, task.offset):
            if task.is_again:
                done[place] = _given_up(source)
            else:
                self._again.append(_Task(task.number, place, replace(task.chunk, sources=(source,)), is_again=True))


class _Batch(NamedTuple):
    portion: Portion
    number: int
    whole_texts: bool
    is_again: bool = False
    """Never: what is done again are articles."""

    def start(self, worker: Any) -> Any:  # noqa: ANN401 - handles of Ray's
        return worker.read.remote(self.portion, self.number, self.whole_texts)


class _Portions:
    """Files that hold many articles, read by the workers: each has one portion at a time."""

    def __init__(
        self, cluster: Cluster, reader: PortionReader, wants_whole_texts: Callable[[], bool], *, pages: bool
    ) -> None:
        self._cluster = cluster
        self._reader = reader
        self._wants_whole_texts = wants_whole_texts
        self._pages = pages
        self._again: deque[_Task] = deque()
        """Articles that a dead worker had."""
        self._waiting: deque[tuple[Portion, int]] = deque()
        """Portions that no worker has, and the number of the next batch of each."""
        self._at_work: dict[Any, tuple[Portion, int]] = {}
        """Worker -> its portion, and the number of the next batch."""
        self._sizes: defaultdict[str, set[int]] = defaultdict(set)
        """File -> how many articles those who read it to its end found in it."""
        self._taken: Counter[str] = Counter()
        """File -> how many of its articles came."""

    def run(self, portions: Sequence[Portion]) -> Iterator[Checked]:
        """What each article yields, in any order."""
        self._waiting.extend((portion, 0) for portion in portions)
        while True:
            self._hand_out()
            if self._cluster.is_idle:
                break
            for worker, task, yielded in self._cluster.taken():
                if yielded is None and worker in self._at_work:
                    self._waiting.appendleft(self._at_work.pop(worker))
                if isinstance(task, _Batch):
                    yield from self._take_batch(worker, task, yielded)
                else:
                    yield from self._take_article(task, yielded)
        for path in dict.fromkeys(portion.source.path for portion in portions):
            if reason := self._incomplete(path):
                yield Checked(Source(path), Skipped(path, reason, unreadable=True))

    def _incomplete(self, path: str) -> str:
        """What tells that not all articles of a file came; empty where they did."""
        sizes = self._sizes[path]
        if len(sizes) > 1:
            return f"the machines of the cluster find different content: {min(sizes):,} or {max(sizes):,} articles"
        if sizes == {self._taken[path]}:
            return ""
        known = f" of {min(sizes):,}" if sizes else ""
        return f"only {self._taken[path]:,}{known} articles came from the machines of the cluster"

    def _hand_out(self) -> None:
        cluster = self._cluster
        cluster.give_alone(self._again)
        while not self._again:
            worker = cluster.free(_AT_ONCE, only=None if self._waiting else self._at_work)
            if worker is None:
                return
            if worker not in self._at_work:
                self._at_work[worker] = self._waiting.popleft()
            portion, number = self._at_work[worker]
            self._at_work[worker] = portion, number + 1
            cluster.give(worker, _Batch(portion, number, self._wants_whole_texts()))

    def _take_batch(
        self,
        worker: Any,  # noqa: ANN401 - a handle of Ray's
        task: _Batch,
        yielded: tuple[bytes, int | None] | None,
    ) -> Iterator[Checked]:
        if yielded is None:
            found, total = self._reader.read(task.portion, task.number)
            self._taken[task.portion.source.path] += len(found)
            for one in found:
                if isinstance(one, Skipped):
                    yield Checked(Source(one.file), one)
                else:
                    self._again.append(_Task(0, 0, Chunk((one,), task.whole_texts), is_again=True))
        else:
            data, total = yielded
            for packed in decode_many(data):
                self._taken[task.portion.source.path] += 1
                yield unpack(packed, Source(packed.path), page=self._pages)
        if total is not None:
            self._sizes[task.portion.source.path].add(total)
            if self._at_work.get(worker, (None, 0))[0] == task.portion:
                del self._at_work[worker]

    def _take_article(self, task: Any, data: bytes | None) -> Iterator[Checked]:  # noqa: ANN401 - one of ours
        (source,) = task.chunk.sources
        if data is None:
            yield _given_up(source)
            return
        for packed in decode_many(data):
            yield unpack(packed, source, page=self._pages)


def _given_up(source: Source) -> Checked:
    reason = "the worker that checked it ended twice; was memory short?"
    return Checked(source, Skipped(source.path, reason, unreadable=True))
