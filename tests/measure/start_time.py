"""Time of checking one article, as a multiple of the time of starting Python: ``python tests/measure/start_time.py``.

Prints the median of alternating pairs, so that a busy machine slows both sides. Exit status 1 where it is above the
limit three times in a row: whatever else the machine does can only make it larger. The limit is for a glossary of 83
concepts, the three files that the five seed articles were labelled with; the time with the whole example glossary, and
that of the pre-commit hook with a glossary of 10,000 terms, are printed as well.
"""

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "seeds/000_fb498e32ceafee33.txt"
GLOSSARY = ("bodies-and-offices", "internet-civilization", "party-and-state")
PAIRS = 9
TRIES = 3
LIMIT = 12.0
HOOK_TERMS = 10_000
HOOK_GOAL = 20.0


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=float, default=LIMIT, help="times the start of Python (default: %(default)s)")
    limit = parser.parse_args().limit
    check, whole, bare = commands()
    holds = any(_measure(check, bare, limit) for _ in range(TRIES))
    ratio = statistics.median(checked / started for checked, started in pairs_of(whole, bare))
    print(f"with the whole example glossary: {ratio:.1f} (no limit)")
    print(f"the hook with {HOOK_TERMS:,} terms, not for the first time: {hook_ratio(bare):.1f} (meant: {HOOK_GOAL:g})")
    return int(not holds)


def commands() -> tuple[list[str], list[str], list[str]]:
    """Checking one article, the same with the whole example glossary, starting Python; each has run once."""
    program = Path(sys.executable).with_name("termcheck.exe" if os.name == "nt" else "termcheck")
    whole = [str(program), "run", ARTICLE, "--no-reports"]
    check = [*whole, *(f"--glossary=glossary/{name}.csv" for name in GLOSSARY)]
    bare = [sys.executable, "-c", "pass"]
    compileall.compile_dir(ROOT / "checker" / "termcheck", quiet=1)  # as installing does, whatever the environment says
    _seconds(check), _seconds(bare), _seconds(whole)  # the first of each warms the disk
    return check, whole, bare


def hook_ratio(bare: list[str]) -> float:
    """Time of the declared hook on one article, with many terms, as a multiple of the time of starting Python."""
    sys.path.insert(0, str(ROOT / "tests"))
    from bench.terms import csv_of, entries

    declared = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry = next(line.split(": ", 1)[1] for line in declared.splitlines() if line.startswith("  entry: "))
    program = Path(sys.executable).with_name("termcheck.exe" if os.name == "nt" else "termcheck")
    with tempfile.TemporaryDirectory() as folder:
        glossary = Path(folder) / "terms.csv"
        glossary.write_text(csv_of(entries(1, HOOK_TERMS)), encoding="utf-8")
        hook = [str(program), *entry.split()[1:], "--lang=en", f"--glossary={glossary}", ARTICLE]
        _seconds(hook)
        return statistics.median(checked / started for checked, started in pairs_of(hook, bare))


def pairs_of(command: list[str], bare: list[str]) -> list[tuple[float, float]]:
    """Seconds of the command and of starting Python, in pairs that alternate."""
    return [(_seconds(command), _seconds(bare)) for _ in range(PAIRS)]


def _measure(check: list[str], bare: list[str], limit: float) -> bool:
    """Print one measurement; whether it is within the limit."""
    pairs = pairs_of(check, bare)
    ratio = statistics.median(checked / started for checked, started in pairs)
    print(f"one article: {statistics.median(pair[0] for pair in pairs) * 1000:.0f} ms")
    print(f"python -c pass: {statistics.median(pair[1] for pair in pairs) * 1000:.0f} ms")
    print(f"ratio: {ratio:.1f} (median of {PAIRS} alternating pairs; at most {limit:g})")
    return ratio <= limit


def _seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False, env=os.environ)
    seconds = time.perf_counter() - begun
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode(errors="replace"))
    return seconds


if __name__ == "__main__":
    sys.exit(main())
