"""Time of checking one article, as a multiple of the time of starting Python: ``python tests/measure/start_time.py``.

Prints medians of alternating pairs, so that a busy machine slows both sides. Exit status 1 where one is above its limit
three times in a row: whatever else the machine does can only make it larger. Measured are an example article with 83
concepts (the three files that the five seed articles were labelled with), the same with the whole example glossary,
and the pre-commit hook on an article of 3 KB with a glossary of 10,000 terms, each not for the first time.
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
LIMIT_MANY = 15.0
HOOK_TERMS = 10_000


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=float, default=LIMIT, help="times the start of Python (default: %(default)s)")
    parser.add_argument(
        "--limit-many", type=float, default=LIMIT_MANY, help="the same for large glossaries (default: %(default)s)"
    )
    limits = parser.parse_args()
    check, whole, bare = commands()
    with tempfile.TemporaryDirectory() as folder:
        hook = hook_with_many_terms(Path(folder))
        measured = (
            ("one article", check, limits.limit),
            ("the same with the whole example glossary", whole, limits.limit_many),
            (f"the hook with {HOOK_TERMS:,} terms", hook, limits.limit_many),
        )
        held = [any(_measure(*each, bare) for _ in range(TRIES)) for each in measured]
    return int(not all(held))


def commands() -> tuple[list[str], list[str], list[str]]:
    """Checking one article, the same with the whole example glossary, starting Python; each has run once."""
    program = Path(sys.executable).with_name("termcheck.exe" if os.name == "nt" else "termcheck")
    whole = [str(program), "run", ARTICLE, "--no-reports"]
    check = [*whole, *(f"--glossary=glossary/{name}.csv" for name in GLOSSARY)]
    bare = [sys.executable, "-c", "pass"]
    compileall.compile_dir(ROOT / "checker" / "termcheck", quiet=1)  # as installing does, whatever the environment says
    _seconds(check), _seconds(bare), _seconds(whole)  # the first of each warms the disk
    return check, whole, bare


def hook_with_many_terms(folder: Path) -> list[str]:
    """The declared hook on an article, with many terms; it has run once."""
    sys.path.insert(0, str(ROOT / "tests"))
    from bench.planting import for_speed
    from bench.prose import articles
    from bench.terms import csv_of, entries

    declared = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry = next(line.split(": ", 1)[1] for line in declared.splitlines() if line.startswith("  entry: "))
    program = Path(sys.executable).with_name("termcheck.exe" if os.name == "nt" else "termcheck")
    listed = entries(1, HOOK_TERMS)
    article = folder / "article.txt"
    (folder / "terms.csv").write_text(csv_of(listed), encoding="utf-8")
    article.write_text(next(iter(for_speed([next(articles(1))], listed, 1, 1))).text, encoding="utf-8")
    settings = folder / "termcheck.toml"
    settings.write_text('lang = "en"\nglossary = ["terms.csv"]\n', encoding="utf-8")
    hook = [str(program), *entry.split()[1:], f"--config={settings}", str(article)]
    found = subprocess.run(hook, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if "Checked 1 article" not in found.stdout:
        sys.exit(f"the hook did not check the article: {found.stdout}{found.stderr}")
    return hook


def pairs_of(command: list[str], bare: list[str]) -> list[tuple[float, float]]:
    """Seconds of the command and of starting Python, in pairs that alternate."""
    return [(_seconds(command), _seconds(bare)) for _ in range(PAIRS)]


def _measure(name: str, command: list[str], limit: float, bare: list[str]) -> bool:
    """Print one measurement; whether it is within the limit."""
    pairs = pairs_of(command, bare)
    ratio = statistics.median(checked / started for checked, started in pairs)
    checked, started = (statistics.median(each) * 1000 for each in zip(*pairs, strict=True))
    print(f"{name}: {checked:.0f} ms, python -c pass: {started:.0f} ms, ratio {ratio:.1f} (at most {limit:g})")
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
