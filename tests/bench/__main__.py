"""The benchmark: quality and speed, beside other libraries, in one run: ``make bench``, ``make bench ARGS=--long``.

Nothing is downloaded: texts, glossaries and what is planted in the texts are made with a seed, from the word list of
the package. The results go to tests/bench/RESULTS.md; with ``--readme`` their first table goes into README.md, too.
"""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from bench.measures import LONG_PLAN, SHORT_PLAN, measure  # noqa: E402 - the path comes first
from bench.profiling import profile  # noqa: E402
from bench.table import page, section_of  # noqa: E402

RESULTS = ROOT / "tests" / "bench" / "RESULTS.md"
README = ROOT / "README.md"
SEED = 20261121


def main() -> int:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--long", action="store_true", help="all sizes, 22 MB of text, minutes for each slow library")
    parser.add_argument("--seed", type=int, default=SEED, help="other texts and glossaries (default: %(default)s)")
    parser.add_argument("--readme", action="store_true", help="also put the table of targets into README.md")
    parser.add_argument(
        "--profile", type=int, nargs="?", const=10_000, metavar="TERMS",
        help="measure nothing; show where the engine's time goes (default: %(const)s terms)",
    )  # fmt: skip
    arguments = parser.parse_args()
    if not hasattr(os, "fork"):
        parser.error("it needs os.fork: run it on Linux or macOS")
    if arguments.profile:
        profile(arguments.profile, arguments.seed)
        return 0
    plan = LONG_PLAN if arguments.long else SHORT_PLAN
    options = [f"--seed {arguments.seed}"] * (arguments.seed != SEED) + ["--long"] * arguments.long
    command = "make bench" + (f' ARGS="{" ".join(options)}"' if options else "")
    text = page(measure(plan, arguments.seed), plan, command)
    RESULTS.write_text(text, encoding="utf-8", newline="\n")
    print(text)
    if arguments.readme:
        copy_to_readme(text)
    return 0


def copy_to_readme(text: str) -> None:
    """Put the table of targets in the place of the one in the README."""
    readme = README.read_text(encoding="utf-8")
    old = section_of(readme, "How it scales")
    README.write_text(readme.replace(old, section_of(text, "Targets")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
