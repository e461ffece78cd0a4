"""The engine for many articles: several processes on this machine, which share one compiled glossary.

Each process has one chunk at a time. A process that dies costs nothing but time: what it had is done again article by
article, and only an article that takes two processes with it is given up and named.
"""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import chain
from multiprocessing.connection import Connection, Pipe, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import NamedTuple

from msgspec.structs import replace

from termcheck.articles import Source
from termcheck.engines import Checked, Chunk
from termcheck.engines.checker import Checker, Work
from termcheck.engines.packed import decode_chunk, decode_many, encode_chunk, encode_many, pack, unpack
from termcheck.model import Skipped

_AHEAD = 4
"""Chunks a process by which the others may be ahead of the slowest."""
_WARM_UP = 2
"""Articles that are checked before processes are forked, so that all share what these made ready."""
_FAREWELL = 2.0
"""Seconds that processes have to end once all is done."""


class Processes:
    """Checks articles in several processes."""

    def __init__(self, checker: Checker, count: int) -> None:
        """Use so many processes beside this one, which only hands out and collects."""
        self._checker = checker
        self._count = count

    def check(self, chunks: Iterable[Chunk]) -> Generator[Checked, None, None]:
        """What each article yields, in order. Whatever ends it, an interrupt as well, ends the processes too."""
        remaining = iter(chunks)
        if fork_is_safe():
            for first in remaining:
                yield from self._checker.check(replace(first, sources=first.sources[:_WARM_UP]))
                remaining = chain((replace(first, sources=first.sources[_WARM_UP:]),), remaining)
                break
        with closing(_Crew(self._checker, self._count)) as crew:
            yield from crew.run(remaining)


class _Task(NamedTuple):
    number: int
    """Place of the chunk in the run."""
    offset: int
    """Place of its first article in the chunk."""
    chunk: Chunk
    is_again: bool = False


class _Crew:
    """The processes, and what each of them has to do."""

    def __init__(self, checker: Checker, count: int) -> None:
        self._checker = checker
        self._count = count
        self._is_fork = fork_is_safe()
        self._processes: dict[Connection, BaseProcess] = {}
        self._tasks: dict[Connection, _Task] = {}
        self._again: deque[_Task] = deque()
        """What a dead process had to do."""
        self._done: dict[int, list[Checked | None]] = {}
        """Number of a chunk -> what is known of its articles."""

    def run(self, chunks: Iterable[Chunk]) -> Iterator[Checked]:
        """What each article yields, in order."""
        coming = enumerate(chunk for chunk in chunks if chunk.sources)
        is_over = False
        wanted = 0
        while True:
            while not is_over and not self._again and len(self._tasks) < self._count and len(self._done) < self._limit:
                number, chunk = next(coming, (-1, None))
                if chunk is None:
                    is_over = True
                else:
                    self._done[number] = [None] * len(chunk.sources)
                    self._give(_Task(number, 0, chunk))
            while self._again and len(self._tasks) < self._count:
                self._give(self._again.popleft())
            if not self._tasks:
                return
            self._collect()
            while wanted in self._done and None not in self._done[wanted]:
                yield from filter(None, self._done.pop(wanted))
                wanted += 1

    def close(self) -> None:
        """End the processes: at once where they are still at work."""
        for connection, process in self._processes.items():
            if connection in self._tasks:
                process.kill()
            with suppress(OSError):
                connection.close()  # a process that waits for work sees it and ends
        until = monotonic() + _FAREWELL
        for process in self._processes.values():
            process.join(max(0.0, until - monotonic()))
            if process.is_alive():
                process.kill()
                process.join()
        self._processes.clear()
        self._tasks.clear()

    @property
    def _limit(self) -> int:
        return _AHEAD * self._count

    def _give(self, task: _Task) -> None:
        """Hand a task to a process that has none; a new one, where there is none."""
        idle = next((one for one in self._processes if one not in self._tasks), None)
        connection = self._start() if idle is None else idle
        self._tasks[connection] = task
        with suppress(OSError):  # it has died: waiting for its answer tells
            connection.send_bytes(encode_chunk(task.chunk))

    def _collect(self) -> None:
        """Take what processes have done; notice those that died."""
        for ready in wait(list(self._tasks)):
            assert isinstance(ready, Connection)  # noqa: S101 - nothing else was waited for
            task = self._tasks.pop(ready)
            try:
                outcomes = decode_many(ready.recv_bytes())
            except (EOFError, OSError):
                self._mourn(ready, task)
                continue
            pages = self._checker.work.pages
            for place, (packed, source) in enumerate(zip(outcomes, task.chunk.sources, strict=True), task.offset):
                self._done[task.number][place] = unpack(packed, source, page=pages)

    def _mourn(self, connection: Connection, task: _Task) -> None:
        """See that what a dead process had is done again, each article apart; give up what was done again already."""
        process = self._processes.pop(connection)
        connection.close()
        process.join()
        for place, source in enumerate(task.chunk.sources, task.offset):
            if task.is_again:
                self._done[task.number][place] = Checked(source, _given_up(source, process.exitcode))
            else:
                alone = replace(task.chunk, sources=(source,))
                self._again.append(_Task(task.number, place, alone, is_again=True))

    def _start(self) -> Connection:
        ours, theirs = Pipe()
        process: BaseProcess
        if self._is_fork:
            process = _forked()(target=_work, args=(theirs, self._checker, [*self._processes, ours]), daemon=True)
        else:
            process = SpawnProcess(target=_work, args=(theirs, self._checker.work, []), daemon=True)
        with _interrupts_wait():
            process.start()
        theirs.close()
        self._processes[ours] = process
        return ours


def _work(connection: Connection, given: Checker | Work, others: Sequence[Connection]) -> None:
    """What a process does: check chunks until there are no more. ``others`` are ends of pipes that are not its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells every process; the first one ends the others
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for other in others:
        other.close()  # so that this process notices when the first one is gone
    checker = given if isinstance(given, Checker) else Checker(given)
    with suppress(EOFError, OSError):
        while True:
            chunk = decode_chunk(connection.recv_bytes())
            connection.send_bytes(encode_many([pack(checked) for checked in checker.check(chunk)]))


def _given_up(source: Source, status: int | None) -> Skipped:
    how = f"signal {-status}" if status is not None and status < 0 else f"status {status}"
    return Skipped(source.path, f"the process that checked it ended twice ({how}); was memory short?", unreadable=True)


def fork_is_safe() -> bool:
    """Whether processes are copies of this one. Elsewhere than on Linux that is not safe, nor beside other threads."""
    return sys.platform == "linux" and threading.active_count() == 1


def _forked() -> type[BaseProcess]:
    from multiprocessing.context import ForkProcess  # Windows has none

    return ForkProcess


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    """Let an interrupt wait while a process starts, which would else meet it before it is ready to."""
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def cores() -> int:
    """Processors that this process may use."""
    ours = getattr(os, "sched_getaffinity", None)  # Linux
    return len(ours(0)) if ours else os.cpu_count() or 1
