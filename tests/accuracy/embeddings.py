"""Measures of the extra ``embeddings``: pairs of names by halves, with alignment and language model together."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from measures import GOLD, Measure, _rows
from unlisted import THRESHOLD, _concepts, _score, _words

from termcheck.matching.unlisted.concepts import Concepts
from termcheck.matching.unlisted.encoder import encoder, missing
from termcheck.matching.unlisted.meaning import LEAST, Meanings

_GRID = tuple(step / 100 for step in range(60, 86))
_CAPITALS = 0.6

Row = dict[str, Any]


class _Judged(NamedTuple):
    score: float
    value: float
    """By the language model; 0 for proper names, which it tells apart too badly."""
    row: Row
    half: int
    hard: bool

    def is_taken(self, least: float) -> bool:
        return self.score >= THRESHOLD or self.value >= least


def measure_pairs_with_embeddings() -> Measure:
    """``gold/pairs``, then ``gold/fresh``: with the threshold of the program, and with one chosen on the other half."""
    problem = missing()
    if problem is not None:
        return Measure("embeddings", f"not measured: {problem.message}", {}, {})
    tables: dict[str, dict[str, Counter[str]]] = {}
    listed: dict[str, list[str]] = {}
    for name, file in (("pairs", GOLD / "pairs" / "pairs.jsonl"), ("fresh", GOLD / "fresh" / "pairs.jsonl")):
        judged = _judge(file)
        tables[f"{name}, {LEAST}"] = _table(judged, {0: LEAST, 1: LEAST})
        chosen = {half: _best([one for one in judged if one.half != half]) for half in (0, 1)}
        tables[f"{name}, halves {chosen[0]}, {chosen[1]}"] = _table(judged, chosen)
        if name == "pairs":
            listed["wrong"] = [_show(one) for one in judged if one.is_taken(LEAST) and not one.row["label"]]
            listed["missed"] = [_show(one) for one in judged if not one.is_taken(LEAST) and one.row["label"]]
    first = next(iter(tables.values()))["all others"]
    summary = (
        f"other domains P {first['P %']} % R {first['R %']} % F {first['F %']} %, {first['wrong hard']} hard negatives"
    )
    return Measure("embeddings", summary, tables, listed)


def _judge(file: Path) -> list[_Judged]:
    rows = _rows(file)
    names = list(dict.fromkeys((row["canonical"], row["source"], row["lang"]) for row in rows))
    half = {name: number % 2 for number, (name, _, _) in enumerate(names)}
    compiled: dict[tuple[int, bool], Concepts] = {}
    judged = []
    for row in rows:
        key = half[row["canonical"]], row["lang"] == "zh"
        if key not in compiled:
            compiled[key] = _concepts(rows, names, half, key[0], chinese=key[1])
        scored = _score(row, compiled[key])
        others = [name for name, _, lang in names if name != row["canonical"] and (lang == "zh") == key[1]]
        judged.append(_Judged(scored.score, _value(row, compiled[key], others), row, key[0], scored.hard))
    return judged


def _value(row: Row, concepts: Concepts, others: Sequence[str]) -> float:
    canonical, candidate = row["canonical"], row["candidate"]
    term = concepts.tokens(*_words(canonical))
    if sum(token.capital for token in term) >= _CAPITALS * len(term):
        return 0.0
    meaning = Meanings(concepts.language, concepts.similarity, encoder()).of(
        candidate, concepts.tokens(*_words(candidate)), canonical, term
    )
    encoder().prepare(map(str.lower, others))
    rival = max((encoder().likeness(candidate.lower(), other.lower()) for other in others), default=0.0)
    return meaning.value if meaning.likeness > rival else 0.0


def _best(judged: Sequence[_Judged]) -> float:
    return max(_GRID, key=lambda least: (_f([one for one in judged if one.row["lang"] != "zh"], least), least))


def _f(judged: Sequence[_Judged], least: float) -> float:
    taken = [one.row["label"] for one in judged if one.is_taken(least)]
    return 2 * sum(taken) / max(1, len(taken) + sum(one.row["label"] for one in judged))


def _table(judged: Sequence[_Judged], least: Mapping[int, float]) -> dict[str, Counter[str]]:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for one in judged:
        taken = one.is_taken(least[one.half])
        kind = ("right" if taken else "missed") if one.row["label"] else ("wrong" if taken else "left")
        for name in (one.row["domain"], "all", "all zh" if one.row["lang"] == "zh" else "all others"):
            table[name][kind if one.row["label"] or not one.hard else f"{kind} hard"] += 1
    for counts in table.values():
        right, wrong, missed = counts["right"], counts["wrong"] + counts["wrong hard"], counts["missed"]
        counts["P %"] = round(100 * right / max(1, right + wrong))
        counts["R %"] = round(100 * right / max(1, right + missed))
        counts["F %"] = round(200 * right / max(1, 2 * right + wrong + missed))
    return table


def _show(one: _Judged) -> str:
    return f"{one.score:.2f} {one.value:.2f} {one.row['domain']} {one.row['canonical']} <- {one.row['candidate']}"
