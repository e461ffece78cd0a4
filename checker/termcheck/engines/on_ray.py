"""The engine for several machines: workers on a Ray cluster, or on one that Ray starts on this machine.

What articles are checked with is put into Ray's object store once, the compiled glossary with it. Each worker has at
most two chunks at a time, and no chunk is handed out while results that are far ahead wait for earlier ones. A worker
that dies, on whichever machine, costs nothing but time: what it had is done again article by article, and only an
article that takes two workers with it is given up and named.
"""

import os
import sys
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing, redirect_stdout
from itertools import chain
from typing import Any, NamedTuple

from msgspec.structs import replace

from termcheck.cache import Cache, user_cache
from termcheck.engines import Checked, Chunk
from termcheck.engines.checker import Checker, Work
from termcheck.engines.packed import decode_chunk, decode_many, encode_chunk, encode_many, pack, unpack
from termcheck.errors import Problem, UsageError
from termcheck.model import Skipped

_AHEAD = 8
"""Chunks a worker by which the others may be ahead of the slowest."""
_AT_ONCE = 2
"""Chunks that a worker has: one at work, and one that is on its way."""
_WARM_UP = 2
"""Articles that are checked here, so that what they make ready can be handed to all workers."""
_HOPELESS = 3
"""Times that each worker may die before any has done anything."""

_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0", "RAY_DEDUP_LOGS": "1"}
"""Environment in which Ray reports to nobody and warns of nothing that is not at stake."""


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
        self._checker = checker
        self._address = address
        self._jobs = jobs

    def check(self, chunks: Iterable[Chunk]) -> Generator[Checked, None, None]:
        """What each article yields, in order. Whatever ends it, an interrupt as well, ends the workers too."""
        remaining = iter(chunks)
        parcel = Parcel(self._checker.work.cache)
        here = Checker(replace(self._checker.work, cache=parcel))
        for first in remaining:
            yield from here.check(first._replace(sources=first.sources[:_WARM_UP]))
            if len(first.sources) > _WARM_UP:
                remaining = chain((first._replace(sources=first.sources[_WARM_UP:]),), remaining)
            break
        work = replace(here.work, cache=Parcel(None, parcel.entries))
        with closing(_Cluster(work, self._address, self._jobs)) as cluster:
            yield from cluster.run(remaining)


class Parcel(Cache):
    """A cache that travels: what was asked of it while articles were checked here, for workers elsewhere."""

    def __init__(self, behind: Cache | None, entries: dict[tuple[str, str], bytes] | None = None) -> None:
        """Ask the cache behind for what is not known; without one, the user's cache on whichever machine."""
        super().__init__(None)
        self._behind = behind
        self.entries = entries if entries is not None else {}

    @property
    def is_on(self) -> bool:
        """Always."""
        return True

    def get(self, kind: str, key: str) -> bytes | None:
        """The data last put under ``kind`` and ``key``; None where it is not there."""
        known = self.entries.get((kind, key))
        if known is not None:
            return known
        found = self._cache().get(kind, key)
        if found is not None and self._behind is not None:
            self.entries[kind, key] = found
        return found

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep data."""
        if self._behind is not None:
            self.entries[kind, key] = data
        self._cache().put(kind, key, data)

    def _cache(self) -> Cache:
        return self._behind if self._behind is not None else user_cache()


class _Worker:
    """What runs on the machines of the cluster."""

    def __init__(self, work: Work) -> None:
        self._checker = Checker(work)

    def check(self, chunk: bytes) -> bytes:
        return encode_many([pack(checked) for checked in self._checker.check(decode_chunk(chunk))])


class _Task(NamedTuple):
    number: int
    """Place of the chunk in the run."""
    offset: int
    """Place of its first article in the chunk."""
    chunk: Chunk
    is_again: bool = False


class _Cluster:
    """The workers, and what each of them has to do."""

    def __init__(self, work: Work, address: str | None, jobs: int) -> None:
        for name, value in _QUIET.items():
            os.environ.setdefault(name, value)
        import ray

        self._ray: Any = ray
        self._aside = ExitStack()
        self._aside.enter_context(redirect_stdout(sys.stderr))  # Ray tells there of workers that died; results go there
        self._is_ours = not ray.is_initialized()
        if self._is_ours:
            try:
                _connect(ray, address, jobs)
            except UsageError:
                self._aside.close()
                raise
        self._count = jobs or max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        self._kind = ray.remote(num_cpus=1)(_Worker)
        self._work = ray.put(work)
        self._pages = work.pages
        self._workers: list[Any] = []
        self._tasks: dict[Any, tuple[Any, _Task]] = {}
        """Result to come -> worker and task."""
        self._again: deque[_Task] = deque()
        """What a dead worker had to do."""
        self._done: dict[int, list[Checked | None]] = {}
        """Number of a chunk -> what is known of its articles."""
        self._deaths = 0
        """Since a task was done."""

    def run(self, chunks: Iterable[Chunk]) -> Iterator[Checked]:
        """What each article yields, in order."""
        coming = enumerate(chunk for chunk in chunks if chunk.sources)
        wanted = 0
        while True:
            self._hand_out(coming)
            if not self._tasks:
                return
            ready, _ = self._ray.wait(list(self._tasks), num_returns=1)
            for result in ready:
                self._take(result)
            while wanted in self._done and None not in self._done[wanted]:
                yield from filter(None, self._done.pop(wanted))
                wanted += 1

    def close(self) -> None:
        """End the workers: at once where they are still at work."""
        for worker in self._workers:
            self._ray.kill(worker)
        self._workers.clear()
        self._tasks.clear()
        if self._is_ours:
            self._ray.shutdown()
        self._aside.close()

    def _hand_out(self, coming: Iterator[tuple[int, Chunk]]) -> None:
        """Give each worker what it may have; what is done again stands alone, so that nothing else dies with it."""
        while self._again and (worker := self._free(1)) is not None:
            self._give(worker, self._again.popleft())
        while (
            not self._again and len(self._done) < _AHEAD * self._count and (worker := self._free(_AT_ONCE)) is not None
        ):
            number, chunk = next(coming, (-1, None))
            if chunk is None:
                return
            self._done[number] = [None] * len(chunk.sources)
            self._give(worker, _Task(number, 0, chunk))

    def _free(self, most: int) -> Any:  # noqa: ANN401 - a handle of Ray's
        """A worker that has fewer than ``most`` tasks, and none that is done again; a new one while there are few."""
        load = Counter[int]()
        for worker, task in self._tasks.values():
            load[id(worker)] += most if task.is_again else 1
        best = min(self._workers, key=lambda worker: load[id(worker)], default=None)
        if best is not None and load[id(best)] == 0:
            return best
        if len(self._workers) < self._count:
            self._workers.append(self._kind.remote(self._work))
            return self._workers[-1]
        return best if best is not None and load[id(best)] < most else None

    def _give(self, worker: Any, task: _Task) -> None:  # noqa: ANN401 - as above
        self._tasks[worker.check.remote(encode_chunk(task.chunk))] = worker, task

    def _take(self, result: Any) -> None:  # noqa: ANN401 - as above
        worker, task = self._tasks.pop(result)
        try:
            outcomes = decode_many(self._ray.get(result))
        except self._ray.exceptions.RayActorError as error:
            self._mourn(worker, task, error)
            return
        self._deaths = 0
        for place, (packed, source) in enumerate(zip(outcomes, task.chunk.sources, strict=True), task.offset):
            self._done[task.number][place] = unpack(packed, source, page=self._pages)

    def _mourn(self, worker: Any, task: _Task, error: Exception) -> None:  # noqa: ANN401 - as above
        """See that what a dead worker had is done again, each article apart; give up what was done again already."""
        if worker in self._workers:
            self._workers.remove(worker)
            self._deaths += 1
        if self._deaths > _HOPELESS * self._count:
            reason = " ".join(str(error).split())[:300]
            remedy = "install the same version of termcheck on all machines of the cluster, and give it memory"
            raise UsageError(Problem(f"the workers of the cluster die: {reason}", "--engine", remedy))
        for place, source in enumerate(task.chunk.sources, task.offset):
            if task.is_again:
                reason = "the worker that checked it ended twice; was memory short?"
                self._done[task.number][place] = Checked(source, Skipped(source.path, reason, unreadable=True))
            else:
                alone = task.chunk._replace(sources=(source,))
                self._again.append(_Task(task.number, place, alone, is_again=True))


def _connect(ray: Any, address: str | None, jobs: int) -> None:  # noqa: ANN401 - the module
    how: dict[str, object] = {"log_to_driver": False, "logging_level": "ERROR"}
    if address or os.environ.get("RAY_ADDRESS"):
        how["address"] = address
    else:
        how.update(num_cpus=jobs or None, include_dashboard=False)
    try:
        ray.init(**how)
    except (ConnectionError, ValueError, RuntimeError, OSError) as error:
        reason = " ".join(str(error).split())[:300]
        remedy = "check the address, and that the cluster runs"
        raise UsageError(Problem(f"the Ray cluster cannot be used: {reason}", address or "--engine", remedy)) from error
