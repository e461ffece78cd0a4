"""Many articles: what earlier runs found is taken from the cache, the rest is checked in as many processes as pay."""

from collections.abc import Iterator, Sequence
from contextlib import closing

from termcheck.articles import Source
from termcheck.cache import OFF
from termcheck.engines import Chunk, Engine, Packed, Plan, Progress
from termcheck.engines.checker import Checker
from termcheck.engines.in_process import InProcess
from termcheck.engines.packed import unpack
from termcheck.engines.processes import Processes, cores, fork_is_safe
from termcheck.engines.remembered import Remembered
from termcheck.gathering import Gathered

_ENOUGH = 200
"""Articles a process that pay for starting it, where it is a copy of this one."""
_ENOUGH_TO_SPAWN = 2000
"""The same where a process has to import and compile everything anew."""


def check_many(
    sources: Sequence[Source], checker: Checker, gathered: Gathered, plan: Plan, progress: Progress | None = None
) -> None:
    """Gather the outcomes of all sources."""
    tell = progress or _say_nothing
    with closing(Remembered(plan.cache if plan.key else OFF, plan.key)) as remembered:
        missing = list(_look_up(sources, remembered, checker, gathered))
        done = len(sources) - len(missing)
        chunks = (
            Chunk(missing[start : start + plan.chunk_size], gathered.wants_whole_texts)
            for start in range(0, len(missing), plan.chunk_size)
        )
        with closing(_engine(plan.jobs, len(missing), checker).check(chunks)) as outcomes:
            for number, checked in enumerate(outcomes, start=done):
                tell(number, len(sources))
                remembered.keep(checked)
                gathered.add(checked.outcome)


def _look_up(
    sources: Sequence[Source], remembered: Remembered, checker: Checker, gathered: Gathered
) -> Iterator[Source]:
    """Gather what is known already; the sources of which nothing is known."""
    pages = checker.work.pages

    def is_enough(packed: Packed) -> bool:
        if not pages or packed.is_skipped:
            return True
        return packed.has_whole_page or (bool(packed.page) and not gathered.wants_whole_texts)

    for source, known in remembered.look_up(sources, is_enough):
        if known is None:
            yield source
        else:
            gathered.add(unpack(known, source, page=pages).outcome)


def _engine(jobs: int, articles: int, checker: Checker) -> Engine:
    count = jobs or min(cores(), articles // (_ENOUGH if fork_is_safe() else _ENOUGH_TO_SPAWN))
    return Processes(checker, min(count, articles)) if count > 1 and articles > 1 else InProcess(checker)


def _say_nothing(_done: int, _total: int) -> None:
    pass
