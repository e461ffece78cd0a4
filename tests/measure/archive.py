"""One archive by every route: one process, local processes, shards that are merged, a local Ray cluster.

    python tests/measure/archive.py --articles 100000

Articles of 1 to 3 KB, dated, with planted variants of 10,000 concepts, are written as gzipped JSON Lines. Prints for
each route, as it ends, its time, its processor time, and how large its first process and the largest of the others
became; whether the reports are the same, byte for byte, also after a worker of the cluster was killed; and what an
archive of 100 million articles would take on 50 machines at that cost. Exit status 1 where reports differ or a limit is
missed.

With --folder what is done stays there: called again, it goes on with the next route, and --routes takes some of them.
"""

import argparse
import datetime as dt
import gzip
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

import msgspec
from msgspec import Struct, field

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from bench import prose  # noqa: E402 - the path comes first
from bench.planting import for_speed  # noqa: E402
from bench.terms import csv_of, entries  # noqa: E402

SEED = 20261121
TERMS = 20_000
"""Renderings: two of each concept."""
PLANTS = 5
"""Forms of terms in an article."""
SHORTEST, LONGEST = 600, 2400
"""Characters of an article without them."""
FILES = 16
WORKERS = 2
SHARDS = 4
MOST_BYTES = 1_000_000_000
"""Of any process."""
MOST_OVERHEAD = 1.3
"""Of the cluster against local processes, after start-up."""
GOAL, MACHINES, CORES = 100_000_000, 50, 16
_PAUSE = 0.2
_AT_WORK = 3.0
"""Seconds of processor time after which a worker has surely checked articles."""
_REPORTS = ("report.html", "findings.csv", "reconciliation.csv")


class Cost(Struct):
    """What a route took."""

    wall: float = 0.0
    cpu: float = 0.0
    first: int = 0
    """Bytes of the first process at its largest."""
    others: int = 0
    """Bytes of the largest other process."""
    own: float = 0.0
    """Of ``cpu``, what the first process took."""

    def __add__(self, other: "Cost") -> "Cost":
        """One after the other."""
        return Cost(
            self.wall + other.wall,
            self.cpu + other.cpu,
            max(self.first, other.first),
            max(self.others, other.others),
            self.own + other.own,
        )


def main() -> int:
    """Write the archive, take every route, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000, help="how many (default: %(default)s)")
    parser.add_argument("--folder", type=Path, help="where to work, and to leave all (default: a temporary folder)")
    parser.add_argument("--without-ray", action="store_true", help="leave the cluster out")
    parser.add_argument("--routes", nargs="+", choices=[*ROUTES], help="only these, of those that are not done yet")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        done = Done.of(folder, arguments.articles)
        if not done.characters:
            done.characters = write_archive(folder, arguments.articles)
            done.keep(folder)
        print(f"{done.articles:,} articles, {done.characters / 1e6:,.0f} MB of text, {TERMS // 2:,} concepts")
        wanted = [name for name in ROUTES if not (arguments.without_ray and name.startswith("ray"))]
        return measure(folder, done, wanted, arguments.routes or wanted)


def write_archive(folder: Path, count: int) -> int:
    """Write glossary and articles; returns the characters of these."""
    listed = entries(SEED, TERMS)
    (folder / "terms.csv").write_text(csv_of(listed), encoding="utf-8")
    (folder / "termcheck.toml").write_text('lang = "en"\nglossary = ["terms.csv"]\n', encoding="utf-8")
    lines = "".join(f'{{"id": {number}, "text": "Nothing."}}\n' for number in range(3))
    (folder / "few.jsonl").write_text(lines, encoding="utf-8")
    size = 0
    texts = islice(for_speed(_articles(), listed, PLANTS, SEED), count)
    each = -(-count // FILES)
    for file in range(FILES):
        with gzip.open(folder / f"news-{file:02}.jsonl.gz", "wt", encoding="utf-8", compresslevel=1) as stream:
            for number, one in enumerate(islice(texts, each), file * each):
                day = dt.date(2015, 1, 1) + dt.timedelta(number * 3650 // count)
                size += len(one.text)
                stream.write(json.dumps({"id": f"{number:09}", "date": day.isoformat(), "text": one.text}) + "\n")
    return size


def _articles() -> Iterator[prose.Article]:
    """Articles as long as those of an agency: cut after a sentence."""
    rng = Random(f"{SEED}:lengths")
    for article in prose.articles(SEED):
        left = rng.randrange(SHORTEST, LONGEST)
        short: prose.Article = []
        for paragraph in article:
            kept = [sentence for sentence in paragraph if (left := left - len(sentence)) > 0]
            short += [kept] if kept else []
        yield short


class Done(Struct):
    """What was measured in a folder."""

    articles: int
    characters: int = 0
    """Of the articles; 0 until they are written."""
    costs: dict[str, Cost] = {}
    """Route -> what it took."""
    merging: Cost = field(default_factory=Cost)
    """Its part in the route by shards."""

    @classmethod
    def of(cls, folder: Path, articles: int) -> "Done":
        """What was kept of the same archive, or nothing."""
        file = folder / _DONE
        done = msgspec.json.decode(file.read_bytes(), type=cls) if file.exists() else cls(articles)
        return done if done.articles == articles else cls(articles)

    def keep(self, folder: Path) -> None:
        """Write it down."""
        (folder / _DONE).write_bytes(msgspec.json.encode(self))


def measure(folder: Path, done: Done, wanted: Sequence[str], now: Sequence[str]) -> int:
    """Take those of the routes that are to be taken now; the exit status, which is of those that are wanted."""
    print(f"{'':24} {'seconds':>8} {'cpu':>8} {'an article':>10} {'first':>8} {'others':>8}  reports")
    for name in wanted:
        if name in now and name not in done.costs:
            done.costs[name] = ROUTES[name](folder, done)
            done.keep(folder)
        if name in done.costs:
            cost = done.costs[name]
            print(
                f"{name:24} {cost.wall:8.1f} {cost.cpu:8.1f} {1000 * cost.cpu / done.articles:7.2f} ms "
                f"{cost.first / 1e6:5.0f} MB {cost.others / 1e6:5.0f} MB  {_digest(folder / name)[:12]}",
                flush=True,
            )
    bad = len({_digest(folder / name) for name in done.costs}) > 1
    print("reports differ" if bad else "all reports are the same, byte for byte")
    bad |= any(max(cost.first, cost.others) > MOST_BYTES for cost in done.costs.values())
    if {_LOCAL, "ray"} <= done.costs.keys():
        bad |= _overhead(folder, done.costs) > MOST_OVERHEAD
    if {"one process", _SHARDED} <= done.costs.keys():
        _estimate(folder, done)
    return int(bad)


def _in_one_process(folder: Path, _done: Done) -> Cost:
    return run(folder, "run", NEWS, "-j", "1", "--reports", "one process")


def _in_processes(folder: Path, _done: Done) -> Cost:
    return run(folder, "run", NEWS, "-j", str(WORKERS), "--reports", _LOCAL)


def _in_shards(folder: Path, done: Done) -> Cost:
    total = Cost()
    parts = [f"{number}.part" for number in range(1, SHARDS + 1)]
    for number, part in enumerate(parts, start=1):
        total += run(folder, "run", NEWS, "-j", str(WORKERS), "--shard", f"{number}/{SHARDS}", "--partial", part)
    done.merging = run(folder, "merge", *parts, "--reports", _SHARDED)
    return total + done.merging


def _on_ray(folder: Path, _done: Done) -> Cost:
    return run(folder, "run", NEWS, "--engine", "ray", "-j", str(WORKERS), "--reports", "ray")


def _on_ray_with_a_death(folder: Path, _done: Done) -> Cost:
    return run(folder, "run", NEWS, "--engine", "ray", "-j", str(WORKERS), "--reports", _KILLED, kill=True)


NEWS = "news-*.jsonl.gz"
_DONE = "done.json"
_LOCAL = f"{WORKERS} local processes"
_SHARDED = f"{SHARDS} shards, merged"
_KILLED = "ray, a worker killed"
ROUTES: dict[str, Callable[[Path, Done], Cost]] = {
    "one process": _in_one_process,
    _LOCAL: _in_processes,
    _SHARDED: _in_shards,
    "ray": _on_ray,
    _KILLED: _on_ray_with_a_death,
}


def _overhead(folder: Path, costs: dict[str, Cost]) -> float:
    """How many times as long the cluster took as local processes, less what starting takes."""
    few = ("run", "few.jsonl", "--no-reports")
    start = run(folder, *few, "--engine", "ray", "-j", str(WORKERS)).wall - run(folder, *few, "-j", "1").wall
    ratio = (costs["ray"].wall - start) / costs[_LOCAL].wall
    print(f"ray: {start:.1f} s to start; after that {ratio:.2f} × local processes (at most {MOST_OVERHEAD} ×)")
    return ratio


def _first_process(folder: Path, done: Done, one: float) -> None:
    """How many workers the first process of a cluster can keep at work: it takes in what they find."""
    few = run(folder, "run", "few.jsonl", "--engine", "ray", "-j", str(WORKERS), "--reports", "few").own
    own = max(1e-9, done.costs["ray"].own - few) / done.articles
    print(f"on Ray the first process takes {1000 * own:.2f} ms an article, reports included: {one / own:.0f} workers")


def _estimate(folder: Path, done: Done) -> None:
    """What an article costs beside starting, and what that comes to; 3,000 findings on the page count as starting."""
    starting = run(folder, "run", "few.jsonl", "-j", "1", "--reports", "few").cpu
    run(folder, "run", "few.jsonl", "-j", "1", "--partial", "few.part")
    merging = run(folder, "merge", "few.part", "--reports", "few").cpu
    count = done.articles
    one = max(0.0, done.costs["one process"].cpu - starting) / count
    joined = max(0.0, done.merging.cpu - merging) / count
    table = (folder / _SHARDED / "findings.csv").stat().st_size / count
    size = sum((folder / f"{number}.part").stat().st_size for number in range(1, SHARDS + 1)) / count
    print(f"an article takes {1000 * one:.1f} ms to check, beside {starting:.1f} s to start;")
    print(f"{1000 * joined:.2f} ms to merge, beside {merging:.1f} s (with few articles mostly the page of findings);")
    print(f"{size:,.0f} bytes of partial results and {table:,.0f} of findings.csv")
    if "ray" in done.costs:
        _first_process(folder, done, one)
    print(f"{GOAL:,} such articles on {MACHINES} machines of {CORES} cores:")
    print(f"{one * GOAL / MACHINES / CORES / 3600:.1f} h of checking, {joined * GOAL / 3600:.0f} h of merging,")
    print(f"{size * GOAL / 1e9:,.0f} GB of partial results, {table * GOAL / 1e9:,.0f} GB of findings.csv")


def run(folder: Path, *args: str, kill: bool = False) -> Cost:
    """A command, watched; with ``kill`` a worker of its cluster is killed once it is at work."""
    environment = {**os.environ, "TERMCHECK_CACHE": str(folder / "cache")}
    command = [sys.executable, "-m", "termcheck", *args, "--no-cache", "-q"]
    if args[0] == "merge" or "--partial" not in args:
        command += ["--fail-on", "never", "--output", os.devnull]
    begun = time.monotonic()
    before = os.times()
    process = subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE)
    cost = Cost()
    seen: dict[int, float] = {}
    while process.poll() is None:
        for one, name, size, cpu in _tree(process.pid):
            if one == process.pid:
                cost.first = max(cost.first, size)
            elif "ray::" not in name or "_Worker" in name:
                cost.others = max(cost.others, size)
            seen[one] = max(seen.get(one, 0.0), cpu)
            if kill and name.startswith("ray::_Worker.") and seen[one] > _AT_WORK:
                os.kill(one, signal.SIGKILL)
                kill = False
        time.sleep(_PAUSE)
    cost.wall = time.monotonic() - begun
    after = os.times()
    waited = after.children_user + after.children_system - before.children_user - before.children_system
    cost.cpu = max(waited, sum(seen.values()))
    cost.own = seen.get(process.pid, 0.0)
    err = process.stderr.read().decode() if process.stderr else ""
    if process.returncode or kill:
        raise RuntimeError(f"{' '.join(args)} failed ({process.returncode}): {err[-2000:]}")
    return cost


def _tree(top: int) -> Iterator[tuple[int, str, int, float]]:
    """A process and all below it: number, command, bytes in memory, seconds of processor time."""
    ticks, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
    found: dict[int, tuple[int, str, int, float]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            name = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        cpu = (int(fields[11]) + int(fields[12])) / ticks
        found[int(folder.name)] = int(fields[1]), name, int(fields[21]) * page, cpu
    for number, (_, name, size, cpu) in found.items():
        at = number
        while at in found and at != top:
            at = found[at][0]
        if at == top:
            yield number, name, size, cpu


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in _REPORTS:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
