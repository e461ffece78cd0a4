"""Everything that one run measures, in the order in which it matters while time lasts."""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from msgspec import Struct, field

from bench import peers, program, speed
from bench.bilingual import Checked, costs
from bench.clock import apart, within
from bench.editor import Keystroke, keystroke
from bench.program import Many, Memory, Start
from bench.prose import Article, articles
from bench.scoring import Score
from bench.speed import LONG, SHORT, Added, Budget, Compared, Quality, Rate, Speeds

SIZES = (100, 1_000, 10_000, 100_000)
_Made = TypeVar("_Made")


class Plan(Struct, frozen=True):
    """A mode of the benchmark."""

    name: str
    budget: Budget
    characters: int
    """Of the prose."""
    seconds: float | None
    """CPU seconds (as many of wall time where nothing else runs); then nothing is begun, and what runs is ended."""
    step_seconds: float
    """The same for each single measure, where there is a limit at all."""
    many: int
    """Articles in a folder."""
    many_seconds: float
    """That one run over them may take."""
    start_seconds: float


SHORT_PLAN = Plan("short", SHORT, 6_000_000, 110, 16, 1_000, 2, 3)
LONG_PLAN = Plan("long", LONG, 22_000_000, None, 0, 10_000, 90, 120)


class Measured(Struct):
    """What was measured; None or missing where there was no time or something is not there."""

    speeds: dict[tuple[int, str], Speeds] = field(default_factory=dict)
    """(terms, density) -> speeds."""
    quality: dict[int, Score] = field(default_factory=dict)
    """Terms -> score."""
    compared: dict[str, Compared] = field(default_factory=dict)
    """Peer -> comparison at 1,000 terms."""
    unlisted: dict[int, Added] = field(default_factory=dict)
    """Concepts -> cost."""
    start: Start | None = None
    start_many_terms: Start | None = None
    reading: dict[str, Rate] = field(default_factory=dict)
    keystroke: Keystroke | None = None
    memory: Memory | None = None
    bilingual: tuple[Checked, ...] = ()
    """Only in the long mode."""
    many: Many | None = None
    left_out: list[str] = field(default_factory=list)
    """What was not measured, and why."""
    seconds: float = 0
    """Of wall time."""
    cpu: float = 0


def measure(plan: Plan, seed: int) -> Measured:
    """Measure everything that the plan has time for."""
    return _Run(plan, seed).all()


class _Run:
    def __init__(self, plan: Plan, seed: int) -> None:
        self._plan = plan
        self._seed = seed
        self._begun = time.monotonic()
        self._begun_cpu = _cpu()
        self._prose: list[Article] = _prose(plan.characters, seed)
        self._measured = Measured()
        self._ours: Quality | None = None

    def all(self) -> Measured:
        """Every step."""
        found, plan = self._measured, self._plan
        self._quality(1_000)
        for terms in (10_000, 1_000, 100, 100_000):
            self._speeds(terms, "sparse")
        self._quality(10_000)
        found.start = self._step("start", program.start_of_one)
        self._slow_peers()
        for concepts in (1_000, 10_000):
            self._unlisted(concepts)
        found.reading = self._step("reading", lambda: program.reading(self._prose, plan.budget.rounds)) or {}
        found.many = self._step(
            "many articles",
            lambda: program.many(self._prose, self._seed, 1_000, plan.many, plan.many_seconds),
        )
        found.start_many_terms = self._step(
            "start with 10,000 terms",
            lambda: program.start(self._prose, self._seed, 10_000, 9, plan.start_seconds),
        )
        found.keystroke = self._step(
            "a keystroke with 10,000 terms", lambda: keystroke(self._prose, self._seed, 10_000, 40)
        )
        self._memory()
        if plan.seconds is None:
            found.bilingual = self._step("bilingual files", lambda: tuple(costs(self._seed))) or ()
        self._speeds(10_000, "natural")
        for terms in (100, 100_000):
            self._quality(terms)
        found.seconds, found.cpu = time.monotonic() - self._begun, _cpu() - self._begun_cpu
        return found

    def _speeds(self, terms: int, density: str) -> None:
        name = f"speed with {terms:,} terms, {density}"
        made = self._step(name, lambda: speed.speeds(self._prose, self._seed, terms, density, self._plan.budget))
        if made is not None:
            self._measured.speeds[terms, density] = made

    def _quality(self, terms: int) -> None:
        name = f"quality with {terms:,} terms"
        made = self._step(name, lambda: speed.quality(self._prose, self._seed, terms, self._plan.budget))
        if made is not None:
            self._measured.quality[terms] = made.score
            self._ours = made if terms == 1_000 else self._ours

    def _slow_peers(self) -> None:
        if self._ours is None:
            return
        for name in peers.FUZZY:
            if name == "hyperscan, 1 edit" and self._plan.budget.hyperscan < SIZES[-1]:
                self._measured.left_out.append(f"{name}: compiles for too long for this mode")
                continue
            compare = partial(speed.compare, self._prose, self._seed, 1_000, name, self._ours, self._plan.budget)
            made = self._step(f"{name} with 1,000 terms", compare)
            if made is not None:
                self._measured.compared[name] = made

    def _unlisted(self, concepts: int) -> None:
        name = f"unlisted renderings with {concepts:,} concepts"
        made = self._step(name, lambda: speed.unlisted(self._prose, self._seed, concepts, self._plan.budget))
        if made is not None:
            self._measured.unlisted[concepts] = made

    def _memory(self) -> None:
        if (100_000, "sparse") not in self._measured.speeds:
            self._measured.left_out.append("memory with 100,000 terms: takes too long for this mode")
            return
        self._measured.memory = self._step(
            "memory with 100,000 terms", lambda: program.memory(self._prose, self._seed, 100_000, 100)
        )

    def _step(self, name: str, call: Callable[[], _Made | None]) -> _Made | None:
        """What the call makes, in a process of its own; None where it has no time or nothing to make."""
        now = time.monotonic() - self._begun
        spent = _cpu() - self._begun_cpu
        left = None if self._plan.seconds is None else self._plan.seconds - spent
        print(f"{now:6.0f} s  {name}", file=sys.stderr, flush=True)
        if left is not None and left < 1:
            self._measured.left_out.append(f"{name}: no time left")
            return None
        try:
            busy = max(1.0, now / spent)  # how much longer everything takes because of what else runs
            made = apart(call) if left is None else within(min(left, self._plan.step_seconds) * busy, call)
        except TimeoutError:
            self._measured.left_out.append(f"{name}: takes too long for this mode")
            return None
        if made is None:
            self._measured.left_out.append(f"{name}: takes too long for this mode, or is not installed")
        return made


def _cpu() -> float:
    """CPU seconds of this process and all that it has begun and seen end."""
    return sum(os.times()[:4])


def _prose(characters: int, seed: int) -> list[Article]:
    """Articles with so many characters."""
    found: list[Article] = []
    size = 0
    for article in articles(seed):
        if size >= characters:
            break
        found.append(article)
        size += sum(len(sentence) + 1 for paragraph in article for sentence in paragraph)
    return found
