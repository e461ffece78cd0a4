"""Many articles: what earlier runs found is taken from the cache, the rest is checked in as many processes as pay.

Articles come as a stream, of which only what is at work is held. With a journal they are taken in lots: of a lot that
is done a partial result lies on the disk, and the next run of the same kind goes on after it.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

from termcheck.articles import Source
from termcheck.cache import OFF
from termcheck.engines import Checked, Chunk, Engine, Packed, Plan, Progress
from termcheck.engines.checker import Checker
from termcheck.engines.in_process import InProcess
from termcheck.engines.packed import unpack
from termcheck.engines.remembered import Remembered, groups
from termcheck.gathering import Gathered
from termcheck.model import Skipped

if TYPE_CHECKING:
    from termcheck.engines.journal import Journal

_ENOUGH = 200
"""Articles a process that pay for starting it, where it is a copy of this one."""
_ENOUGH_TO_SPAWN = 2000
"""The same where a process has to import and compile everything anew."""
_LOT = 2000
"""Articles after which a journal is written, about."""
_MOST_BYTES = 4_000_000
"""Of texts that a process gets at a time, where it does not read them itself."""

_Group = tuple[str, Sequence[Source]]


def check_many(
    sources: Iterable[Source | Skipped],
    checker: Checker,
    gathered: Gathered,
    plan: Plan,
    progress: Progress | None = None,
) -> None:
    """Gather the outcomes of all sources."""
    with closing(Remembered(plan.cache if plan.key else OFF, plan.key)) as remembered:
        run = _Run(checker, gathered, plan, remembered, progress or _say_nothing)
        chunks = run.chunks(groups(run.sound(sources)))
        engine, chunks = _engine(plan, chunks, checker)
        with closing(engine.check(chunks)) as outcomes:
            for checked in outcomes:
                run.take(checked)
    if plan.collections:
        from termcheck.engines.on_ray import OnRay

        ray = OnRay(checker, _address(plan), plan.jobs)
        with closing(ray.read(plan.collections, lambda: gathered.wants_whole_texts)) as outcomes:
            for checked in outcomes:
                run.add(checked)
    run.end()


class _Lot:
    """Articles of which a partial result is kept when they are done."""

    def __init__(self, target: Gathered, key: str = "") -> None:
        self.target = target
        self.key = key
        self.missing = 0
        self.is_closed = False
        """Whether no more articles come to it."""


class _Run:
    """The way of articles through a run: found again, handed out, taken back, put together."""

    def __init__(
        self, checker: Checker, gathered: Gathered, plan: Plan, remembered: Remembered, tell: Progress
    ) -> None:
        self._pages = checker.work.pages
        self._gathered = gathered
        self._plan = plan
        self._journal: Journal | None = plan.journal
        self._remembered = remembered
        self._tell = tell
        self._done = 0
        self._at_work: deque[tuple[_Lot, int]] = deque()
        """Lot and number of articles of each chunk that was handed out."""

    def sound(self, sources: Iterable[Source | Skipped]) -> Iterator[Source]:
        """The sources; what could not even become one is noted."""
        for source in sources:
            if isinstance(source, Skipped):
                self._gathered.add(source)
            else:
                yield source

    def chunks(self, found: Iterable[_Group]) -> Iterator[Chunk]:
        """What has to be checked."""
        if self._journal is None:
            yield from self._missing(found, _Lot(self._gathered))
            return
        for some in _lots(found):
            key = self._journal.key_of(source for _, neighbours in some for source in neighbours)
            part = self._journal.known(key)
            if part is not None:
                self._gathered.add_part(part)
                self._done += sum(len(neighbours) for _, neighbours in some)
            else:
                lot = _Lot(Gathered(), key)
                yield from self._missing(some, lot)
                lot.is_closed = True
                self._finish(lot)

    def take(self, checked: Checked) -> None:
        """Take what checking an article yielded; they come in the order in which they were handed out."""
        self._count()
        lot, number = self._at_work.popleft()
        if number > 1:
            self._at_work.appendleft((lot, number - 1))
        lot.missing -= 1
        self._remembered.keep(checked)
        lot.target.add(checked.outcome)
        self._finish(lot)

    def add(self, checked: Checked) -> None:
        """Add what checking an article yielded that nobody here had handed out."""
        self._count()
        self._gathered.add(checked.outcome)

    def end(self) -> None:
        """Tell that all is done."""
        self._tell(self._done, self._plan.total)

    def _missing(self, found: Iterable[_Group], lot: _Lot) -> Iterator[Chunk]:
        waiting: list[Source] = []
        size = 0
        for border, neighbours in found:
            for source, known in self._remembered.look_up(border, neighbours, self._is_enough):
                if known is not None:
                    self._count()
                    lot.target.add(unpack(known, source, page=self._pages).outcome)
                    continue
                waiting.append(source)
                size += len(source.data or b"")
                if len(waiting) >= self._plan.chunk_size or size > _MOST_BYTES:
                    yield self._handed_out(waiting, lot)
                    waiting, size = [], 0
        if waiting:
            yield self._handed_out(waiting, lot)

    def _handed_out(self, sources: Sequence[Source], lot: _Lot) -> Chunk:
        lot.missing += len(sources)
        self._at_work.append((lot, len(sources)))
        return Chunk(sources, self._gathered.wants_whole_texts)

    def _finish(self, lot: _Lot) -> None:
        if lot.is_closed and not lot.missing and self._journal is not None:
            lot.is_closed = False
            self._gathered.add_part(self._journal.keep(lot.key, lot.target))

    def _count(self) -> None:
        self._tell(self._done, self._plan.total)
        self._done += 1

    def _is_enough(self, packed: Packed) -> bool:
        if not self._pages or packed.is_skipped:
            return True
        return packed.has_whole_page or (bool(packed.page) and not self._gathered.wants_whole_texts)


def _lots(found: Iterable[_Group]) -> Iterator[list[_Group]]:
    some: list[_Group] = []
    size = 0
    for group in found:
        some.append(group)
        size += len(group[1])
        if size >= _LOT:
            yield some
            some, size = [], 0
    if some:
        yield some


def _engine(plan: Plan, chunks: Iterator[Chunk], checker: Checker) -> tuple[Engine, Iterator[Chunk]]:
    """What checks the chunks, of which as many are looked at as it takes to know how many processes pay."""
    jobs = plan.jobs
    if plan.engine != "local":
        first_chunk = next(chunks, None)
        if first_chunk is None:
            return InProcess(checker), chunks
        from termcheck.engines.on_ray import OnRay

        return OnRay(checker, _address(plan), jobs), chain((first_chunk,), chunks)
    first: list[Chunk] = []
    if jobs == 1 or _take(chunks, first, fewest := 2 if jobs else 2 * _ENOUGH) < fewest:
        return InProcess(checker), chain(first, chunks)  # without loading what starts processes: 12 ms, 2 MB
    from termcheck.engines.processes import Processes, cores, fork_is_safe

    enough = 1 if jobs else _ENOUGH if fork_is_safe() else _ENOUGH_TO_SPAWN
    wanted = jobs or cores()
    count = min(wanted, _take(chunks, first, wanted * enough) // enough)
    engine: Engine = Processes(checker, count) if count > 1 else InProcess(checker)
    return engine, chain(first, chunks)


def _take(chunks: Iterator[Chunk], taken: list[Chunk], articles: int) -> int:
    """Take more chunks, until there are so many articles; how many there are."""
    count = sum(len(chunk.sources) for chunk in taken)
    while count < articles and (chunk := next(chunks, None)) is not None:
        taken.append(chunk)
        count += len(chunk.sources)
    return count


def _address(plan: Plan) -> str | None:
    """Of the cluster; None where it is not said."""
    return plan.engine.partition("=")[2] or None


def _say_nothing(_done: int, _total: int) -> None:
    pass
