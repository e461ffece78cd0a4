"""Pairs of names that nothing was built on, and how far the rule's confidence can be believed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from measures import GOLD, Measure
from unlisted import THRESHOLD, Scored, kind_of, score_by_halves

from termcheck.matching.unlisted.calibration import confidence

_BINS = (0.95, 0.85, 0.7, 0.65, 0.55, 0.0)


def measure_held_out() -> Measure:
    """The fresh pairs, by halves of the concepts as the pairs are; hard negatives apart."""
    tables: dict[str, dict[str, Counter[str]]] = {}
    listed: dict[str, list[str]] = {}
    summary = []
    for name in ("pairs", "pairs2"):
        scored = score_by_halves(GOLD / "fresh" / f"{name}.jsonl")
        table: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for one in scored:
            for group in (one.row["domain"], "all zh" if one.row["lang"] == "zh" else "all others"):
                table[group][kind_of(one)] += 1
        for counts in table.values():
            right, wrong = counts["right"], counts["wrong"] + counts["wrong hard"]
            counts["P %"] = round(100 * right / max(1, right + wrong))
            counts["R %"] = round(100 * right / max(1, right + counts["missed"]))
        tables[name] = table
        parts = (f"{group} P {table[group]['P %']} R {table[group]['R %']}" for group in ("all zh", "all others"))
        summary.append(f"{name}: {', '.join(parts)}")
    return Measure("held-out", f"{'; '.join(summary)} at {THRESHOLD}", _flat(tables), listed)


def _flat(tables: dict[str, dict[str, Counter[str]]]) -> dict[str, dict[str, Counter[str]]]:
    return {f"fresh/{name}": table for name, table in tables.items()}


def measure_calibration() -> Measure:
    """Share of right pairs by score: in each half, what the other half says of it, and what the program gives."""
    rows: dict[str, Counter[str]] = {}
    error = count = 0.0
    for name, path in (("pairs", GOLD / "pairs" / "pairs.jsonl"), ("fresh", GOLD / "fresh" / "pairs.jsonl")):
        halves = _in_halves(score_by_halves(path))
        for number, half in enumerate(halves):
            learnt = _shares(halves[1 - number])
            for least, (right, whole) in _binned(half).items():
                if not whole:
                    continue
                cell = rows.setdefault(f"{name} {number + 1}, from {least:.2f}", Counter())
                cell["n"] = whole
                cell["right %"] = round(100 * right / whole)
                cell["fitted %"] = round(100 * learnt[least])
                cell["given %"] = round(100 * confidence(least))
                if least >= THRESHOLD:
                    error += abs(learnt[least] - right / whole) * whole
                    count += whole
    text = f"mean difference of fitted and right {100 * error / max(1, count):.0f} points in what is reported"
    return Measure("calibration", text, {"half and score": rows}, {})


def _in_halves(scored: Iterable[Scored]) -> tuple[list[Scored], list[Scored]]:
    halves: tuple[list[Scored], list[Scored]] = ([], [])
    numbers: dict[str, int] = {}
    for one in scored:
        halves[numbers.setdefault(one.row["canonical"], len(numbers)) % 2].append(one)
    return halves


def _binned(scored: Sequence[Scored]) -> dict[float, tuple[int, int]]:
    found = {least: [0, 0] for least in _BINS}
    for one in scored:
        cell = found[next(least for least in _BINS if one.score >= least)]
        cell[0] += bool(one.row["label"])
        cell[1] += 1
    return {least: (right, whole) for least, (right, whole) in found.items()}


def _shares(scored: Sequence[Scored]) -> dict[float, float]:
    """Share of right ones by score, as if one right and one wrong had been seen more."""
    return {least: (right + 1) / (whole + 2) for least, (right, whole) in _binned(scored).items()}
