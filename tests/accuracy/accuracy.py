"""Accuracy over all labelled data: ``make accuracy``.

Prints, for each set of data, what must be found and was, what must stay silent and did not, by rule, method and
language, then every miss and false alarm. Definitions: tests/gold/README.md. ``--gate`` exits with 1 where the example
glossary, the probe or the conformance cases fall below what the project promises (tests/accuracy/gates.py).
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from discovering import measure_discover
from embeddings import measure_pairs_with_embeddings
from held_out import measure_calibration, measure_held_out
from inflections import measure_inflections
from measures import Measure, measure_conformance, measure_pairs, measure_probe, measure_seeds, measure_tico19
from official import measure_official
from unlisted import measure_guards, measure_pairs_by_halves, measure_seeds_approved

MEASURES: dict[str, Callable[[], Measure]] = {
    "seeds": measure_seeds,
    "probe": measure_probe,
    "conformance": measure_conformance,
    "tico19": measure_tico19,
    "pairs": measure_pairs,
    "halves": measure_pairs_by_halves,
    "held-out": measure_held_out,
    "calibration": measure_calibration,
    "approved": measure_seeds_approved,
    "guards": measure_guards,
    "discover": measure_discover,
    "embeddings": measure_pairs_with_embeddings,
    "official": measure_official,
    "inflections": measure_inflections,
}
_LISTED_AT_MOST = 60


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is named (default: all) and print it; 1 if ``--gate`` is given and a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*", choices=[*MEASURES, []], help="default: all of them")
    parser.add_argument("--gate", action="store_true", help="exit with 1 where a promise is broken")
    chosen = parser.parse_args(arguments)
    measures = [MEASURES[name]() for name in chosen.sets or MEASURES]
    for measure in measures:
        _print(measure)
    broken = [promise for measure in measures for promise in measure.broken]
    for promise in broken:
        print(f"BROKEN  {promise}")
    if not broken:
        print("All promises hold.")
    return int(chosen.gate and bool(broken))


def _print(measure: Measure) -> None:
    print(f"== {measure.name}: {measure.summary}")
    for title, counts in measure.tables.items():
        _print_table(title, counts)
    for title, rows in measure.listed.items():
        print(f"  {title} ({len(rows)}){':' if rows else ''}")
        for row in rows[:_LISTED_AT_MOST]:
            print(f"    {row}")
        if len(rows) > _LISTED_AT_MOST:
            print(f"    and {len(rows) - _LISTED_AT_MOST} more")
    print()


def _print_table(title: str, counts: dict[str, Counter[str]]) -> None:
    columns = sorted({column for row in counts.values() for column in row})
    width = max([len(title), *map(len, counts)]) if counts else len(title)
    print(f"  {title:<{width}} " + " ".join(f"{column:>12}" for column in columns))
    for name in sorted(counts):
        print(f"  {name:<{width}} " + " ".join(f"{counts[name][column] or '.':>12}" for column in columns))


if __name__ == "__main__":
    sys.exit(main())
