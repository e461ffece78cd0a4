"""What the whole command costs: start, memory, cores, reports, and runs over what is known."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from msgspec import Struct

from bench import engine, formats
from bench.clock import cpu, median
from bench.planting import for_speed
from bench.prose import Article, text_of
from bench.speed import Rate
from bench.terms import csv_of, entries
from measure.start_time import commands, pairs_of

_LAUNCH = Path(__file__).with_name("launch.py")
_MEGA = 1e6 if sys.platform == "darwin" else 1e3
_MANY_SECONDS = 10
"""Of a run, from which on it is worth while to measure it twice: what else runs makes one of them slow."""
_BARE = [sys.executable, "-c", "pass"]
_PROGRAM = [sys.executable, "-m", "termcheck"]


class Cost(Struct, frozen=True):
    """What one command took."""

    wall: float
    cpu: float
    megabytes: float
    """At its largest."""


class Folder(Struct, frozen=True):
    """Where the command is tried: a folder of its own with a cache of its own."""

    path: Path

    def run(self, *args: str) -> Cost:
        """``termcheck run`` with these arguments. Raises RuntimeError where it fails."""
        return self.command([*_PROGRAM, "run", *args, "--lang", "en", "--fail-on", "never"])

    def command(self, command: Sequence[str]) -> Cost:
        """Any command."""
        environment = {**os.environ, "TERMCHECK_CACHE": str(self.path / "cache"), "PYTHONDONTWRITEBYTECODE": ""}
        done = subprocess.run(
            [sys.executable, "-I", str(_LAUNCH), *command], cwd=self.path, env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode or not done.stdout.endswith(" 0\n"):
            raise RuntimeError(f"{' '.join(command[:4])} ... failed: {done.stdout}{done.stderr[-2000:]}")
        wall, seconds, memory, _ = map(float, done.stdout.split())
        return Cost(wall, seconds, memory / _MEGA)

    def two_apart(self) -> float:
        """By how much two processes at once that share nothing are quicker than one after the other."""
        busy = [sys.executable, "-c", "for number in range(10_000_000): number * number"]
        single = self.command(busy).wall
        with ThreadPoolExecutor(2) as pool:
            both = [pool.submit(self.command, busy) for _ in range(2)]
            return 2 * single / max(one.result().wall for one in both)

    def write(self, name: str, text: str) -> str:
        """Write a file; returns its name."""
        path = self.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return name

    def write_articles(self, name: str, prose: Sequence[Article], seed: int, terms: int, count: int) -> str:
        """Write a folder with that many articles; where there is less prose, it comes again in another order."""
        listed = entries(seed, terms)
        for number, each in enumerate(for_speed(_repeated(prose, count), listed, 1, seed)):
            self.write(f"{name}/{number:06}.txt", each.text)
        return name


def _repeated(prose: Sequence[Article], count: int) -> Iterator[Article]:
    """That many articles; from the second time on each begins with another of its paragraphs."""
    for number in range(count):
        title, *paragraphs = prose[number % len(prose)]
        at = (number // len(prose)) % len(paragraphs)
        yield [title, *paragraphs[at:], *paragraphs[:at]]


@contextmanager
def folder() -> Iterator[Folder]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as path:
        yield Folder(Path(path))


# --------------------------------------------------------------------------------------------------------- start


class Start(Struct, frozen=True):
    """The time of a command as a multiple of the time of ``python -c pass``."""

    ratio: float
    seconds: float
    pairs: int


def start_of_one() -> Start:
    """An example article with the example glossary, as ``make start-time`` measures it."""
    command, _, bare = commands()
    pairs = pairs_of(command, bare)
    return Start(median([run / started for run, started in pairs]), median([run for run, _ in pairs]), len(pairs))


def start(prose: Sequence[Article], seed: int, terms: int, pairs: int, seconds: float) -> Start:
    """One article with so many terms and a warm cache; fewer pairs, and at least 3, where there is no time."""
    with folder() as place:
        article = place.write("article.txt", next(iter(for_speed(prose, entries(seed, terms), 1, seed))).text)
        glossary = place.write("terms.csv", csv_of(entries(seed, terms)))
        call = (article, "-g", glossary, "--no-reports")
        place.command(_BARE)
        once = max(place.run(*call).wall, place.run(*call).wall)
        count = max(3, min(pairs, int(seconds / once)))
        both = [(place.run(*call).wall, place.command(_BARE).wall) for _ in range(count)]
    return Start(median([run / bare for run, bare in both]), median([run for run, _ in both]), count)


# -------------------------------------------------------------------------------------------------------- memory


class Memory(Struct, frozen=True):
    """Megabytes over bare Python, at the largest."""

    megabytes: float
    """With the compiled glossary in the cache."""
    compiling: float
    """Of the run that compiled it."""
    terms: int
    articles: int


def memory(prose: Sequence[Article], seed: int, terms: int, articles: int) -> Memory:
    """Of a run with so many terms and articles, when another one has left the compiled glossary in the cache."""
    with folder() as place:
        texts = place.write_articles("articles", prose, seed, terms, articles)
        alone = place.write("alone/000000.txt", text_of(prose[-1]))
        call = ["-g", place.write("terms.csv", csv_of(entries(seed, terms))), "--no-reports", "-j", "1"]
        first = place.run(alone, *call).megabytes
        later = place.run(texts, *call).megabytes
        bare = place.command(_BARE).megabytes
    return Memory(later - bare, first - bare, terms, articles)


# ---------------------------------------------------------------------------------------------------- many articles


class Many(Struct, frozen=True):
    """A folder of articles, checked in several ways."""

    terms: int
    articles: int
    characters: int
    one: Cost
    """One process, no cache, no reports."""
    tenth: Cost
    """The same with a tenth of the articles."""
    reports: Cost
    """With reports."""
    single: Cost
    """One article alone: what starting costs."""
    two: Cost
    """Two processes; of both, the quicker of two runs that take turns, where there is time for them."""
    apart: float
    """What two processes that share nothing gain on this machine: time of one after the other, by time of both."""
    filling: Cost
    """The first run with a cache."""
    again: Cost
    """The second."""


def many(prose: Sequence[Article], seed: int, terms: int, articles: int, seconds: float) -> Many:
    """So many articles, or as many as are checked in so many seconds; at least 20."""
    with folder() as place:
        glossary = place.write("terms.csv", csv_of(entries(seed, terms)))
        probe = place.write_articles("probe", prose, seed, terms, 20)
        alone = place.write("alone/000000.txt", text_of(prose[0]))
        call = ["-g", glossary, "--no-cache"]
        in_one = [*call, "-j", "1"]
        place.run(alone, "--no-reports", *in_one)
        single = place.run(alone, "--no-reports", *in_one)
        each = max(1e-4, (place.run(probe, "--no-reports", *in_one).wall - single.wall) / 20)
        count = max(20, min(articles, int((seconds - single.wall) / each)) // 10 * 10)
        whole = place.write_articles("whole", prose, seed, terms, count)
        tenth = place.write_articles("tenth", prose, seed, terms, count // 10)
        characters = sum(len(file.read_text(encoding="utf-8")) for file in (place.path / whole).iterdir())
        turns = [
            [place.run(whole, "--no-reports", *call, "-j", jobs) for jobs in ("1", "2")]
            for _ in range(2 if seconds > _MANY_SECONDS else 1)
        ]
        one, two = (min(costs, key=lambda cost: cost.wall) for costs in zip(*turns, strict=True))
        return Many(
            terms, count, characters,
            one=one,
            tenth=place.run(tenth, "--no-reports", *in_one),
            reports=place.run(whole, "--reports", "reports", *in_one),
            single=single,
            two=two,
            apart=place.two_apart(),
            filling=place.run(whole, "--no-reports", "-g", glossary),
            again=place.run(whole, "--no-reports", "-g", glossary),
        )  # fmt: skip


# ------------------------------------------------------------------------------------------------------- reading


def reading(prose: Sequence[Article], rounds: int) -> dict[str, Rate]:
    """How fast articles are read, by format; characters of the files."""
    found = {}
    for name, suffix, of in (
        ("plain text", ".txt", text_of), ("Markdown", ".md", formats.markdown), ("HTML", ".html", formats.html),
    ):  # fmt: skip
        texts = [of(article) for article in islice(prose, 80)]
        engine.articles(texts[:5], suffix)
        times = [cpu(lambda t=texts, s=suffix: engine.articles(t, s)) for _ in range(rounds)]  # type: ignore[misc]
        found[name] = Rate(median(times), sum(map(len, texts)), len(texts))
    return found
