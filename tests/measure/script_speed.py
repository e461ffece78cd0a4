"""Time per character of the engine by script: ``make script-speed``.

Chinese and Arabic articles are the translations of tests/gold/tico19, English ones their sources; Thai ones are the
sentences of tests/sentences and tests/languages. Each is checked against as many terms as the smallest of the
glossaries has. Prints microseconds per character beside English, the median of several rounds, all in one run.
"""

import csv
import itertools
import json
import statistics
import sys
import time
from pathlib import Path

from termcheck.check import check_article
from termcheck.config import Settings
from termcheck.matching import TermIndex, compile_index
from termcheck.model import Article, Concept, Glossary, Status, Term, View

ROOT = Path(__file__).parents[2]
TICO = ROOT / "tests" / "gold" / "tico19"
LIMIT = 3.0
_TERMS = 80
_SENTENCES_AN_ARTICLE = 25
_ROUNDS = 5


def main() -> int:
    """Print the table; 1 where a script takes more than ``LIMIT`` times as long as English."""
    cases = {"en": _english(), "zh": _translated("zh"), "ar": _translated("ar"), "th": _thai()}
    prepared = {lang: (_index(lang, terms), _articles(lang, texts)) for lang, (terms, texts) in cases.items()}
    times: dict[str, list[float]] = {lang: [] for lang in cases}
    for _, lang in itertools.product(range(_ROUNDS), cases):
        times[lang].append(_seconds(*prepared[lang]) / sum(len(one.text) for one in prepared[lang][1]))
    english = statistics.median(times["en"])
    slow = False
    for lang, each in times.items():
        ratio = statistics.median(each) / english
        slow |= ratio > LIMIT
        size = sum(len(one.text) for one in prepared[lang][1])
        print(f"{lang}  {statistics.median(each) * 1e6:6.2f} us/character  {ratio:5.2f} x English  ({size} characters)")
    return int(slow)


def _seconds(index: TermIndex, articles: list[Article]) -> float:
    started = time.perf_counter()
    for article in articles:
        check_article(article, index, Settings(source_lang="en" if article.lang != "en" else "zh"))
    return time.perf_counter() - started


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _terms(lang: str, wanted: str) -> list[str]:
    with (TICO / f"{lang}.glossary.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(dict.fromkeys(row["term"] for row in csv.DictReader(file) if row["lang"] == wanted))


def _english() -> tuple[list[str], list[str]]:
    return _terms("fr", "en"), [str(row["source_text"]) for row in _rows(TICO / "fr.jsonl")]


def _translated(lang: str) -> tuple[list[str], list[str]]:
    return _terms(lang, lang), [str(row["text"]) for row in _rows(TICO / f"{lang}.jsonl")]


def _thai() -> tuple[list[str], list[str]]:
    rows = _rows(ROOT / "tests" / "sentences" / "languages" / "th.jsonl")
    more = ROOT / "tests" / "languages" / "segmentation" / "th.jsonl"
    rows += _rows(more) if more.exists() else []
    terms = [str(line["term"]) for row in rows for line in row.get("glossary", ()) if line.get("lang") == "th"]  # type: ignore[attr-defined]
    terms += [str(row["term"]) for row in rows if "term" in row]
    texts = [str(row["text"]) for row in rows]
    return list(dict.fromkeys(terms)), texts * (6000 // max(1, sum(map(len, texts))) + 1)


def _index(lang: str, terms: list[str]) -> TermIndex:
    concepts = [
        Concept(f"c{number}", (Term(concept=f"c{number}", lang=lang, text=text, status=Status.DEPRECATED),))
        for number, text in enumerate(terms[:_TERMS])
    ]
    index = compile_index(Glossary(tuple(concepts)))
    index.for_language(lang)
    return index


def _articles(lang: str, texts: list[str]) -> list[Article]:
    joined = [" ".join(texts[at : at + _SENTENCES_AN_ARTICLE]) for at in range(0, len(texts), _SENTENCES_AN_ARTICLE)]
    return [Article(f"{lang}{at}", text, View.verbatim(text), lang=lang) for at, text in enumerate(joined)]


if __name__ == "__main__":
    sys.exit(main())
