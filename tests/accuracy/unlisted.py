"""Measures of unlisted renderings: pairs by halves, the seed articles with approved rows only, and the guards."""

import csv
import tempfile
from collections import Counter, defaultdict
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from measures import GOLD, ROOT, Measure, _covers, _is_loud, _rows, _show
from msgspec.structs import replace

from termcheck.check import check_article
from termcheck.config import Settings
from termcheck.languages import english_data
from termcheck.languages.tokens import tokenize
from termcheck.matching import compile_index
from termcheck.matching.guards import HOME
from termcheck.matching.unlisted.calibration import confidence
from termcheck.matching.unlisted.concepts import Concepts
from termcheck.matching.unlisted.encoder import missing
from termcheck.matching.unlisted.judging import score
from termcheck.model import Article, Concept, Finding, Glossary, Method, Status, Term, View
from termcheck.pipeline import RunRequest, run

THRESHOLD = 0.7
_RIVAL_MARGIN, _LISTED = 0.02, 0.999
_STEPS = (0.65, 0.7, 0.85, 0.95)
_APART = {"network space", "internet space", "spiritual civilization", "my country", "theoretical armed positions"}
"""Renderings that share no content word with their term, or are of one word."""

Row = dict[str, Any]
_SETTINGS = Settings(source_lang="zh")


class Scored(NamedTuple):
    """A pair and its score."""

    score: float
    row: Row
    hard: bool
    """Whether it shares a word with the canonical name."""


# ------------------------------------------------------------------------------------------------------ pairs


def measure_pairs_by_halves() -> Measure:
    """Pairs of names, scored with the variants of the other half of the concepts listed."""
    scored = score_by_halves(GOLD / "pairs" / "pairs.jsonl")
    tables: dict[str, Counter[str]] = defaultdict(Counter)
    for one in scored:
        for name in (one.row["domain"], "all", "all zh" if one.row["lang"] == "zh" else "all others"):
            tables[name][kind_of(one)] += 1
    for counts in tables.values():
        right, wrong, missed = counts["right"], counts["wrong"] + counts["wrong hard"], counts["missed"]
        counts["P %"] = round(100 * right / max(1, right + wrong))
        counts["R %"] = round(100 * right / max(1, right + missed))
    bins: dict[str, Counter[str]] = defaultdict(Counter)
    for one in scored:
        step = max((step for step in _STEPS if one.score >= step), default=0.0)
        bins[f"{step:.2f} (given {confidence(step):.2f})"]["right" if one.row["label"] else "wrong"] += 1
    total = tables["all"]
    summary = f"P {total['P %']} % R {total['R %']} % at {THRESHOLD}, {total['wrong hard']} hard negatives taken"
    wrong = [_pair(one) for one in scored if kind_of(one).startswith("wrong")]
    missed = [_pair(one) for one in scored if kind_of(one) == "missed"]
    return Measure("halves", summary, {"domain": tables, "score": bins}, {"wrong": wrong, "missed": missed})


def score_by_halves(file: Path) -> list[Scored]:
    """The pairs of a file, each scored with the variants of the other half of its concepts listed."""
    rows = _rows(file)
    names = list(dict.fromkeys((row["canonical"], row["source"], row["lang"]) for row in rows))
    half = {name: number % 2 for number, (name, _, _) in enumerate(names)}
    compiled: dict[tuple[int, bool], Concepts] = {}
    scored = []
    for row in rows:
        key = half[row["canonical"]], row["lang"] == "zh"
        if key not in compiled:
            compiled[key] = _concepts(rows, names, half, key[0], chinese=key[1])
        scored.append(_score(row, compiled[key]))
    return scored


def _concepts(
    rows: list[Row], names: list[tuple[str, str, str]], half: dict[str, int], tested: int, *, chinese: bool
) -> Concepts:
    concepts = []
    for name, source, lang in names:
        if (lang == "zh") == chinese:
            terms = [Term(name, lang, source, Status.PREFERRED), Term(name, "en", name, Status.PREFERRED)]
            if half[name] != tested:
                terms += [
                    Term(name, "en", row["candidate"], Status.ADMITTED)
                    for row in rows
                    if row["canonical"] == name and row["label"] and row["candidate"] != name
                ]
            concepts.append(Concept(name, tuple(terms)))
    glossary = Glossary(tuple(concepts))
    home = frozenset().union(*(HOME.get(lang, ()) for _, _, lang in names if (lang == "zh") == chinese))
    return Concepts(compile_index(glossary).for_language("en"), glossary, home)


def _score(row: Row, concepts: Concepts) -> Scored:
    text = row["candidate"]
    found = tokenize(text)
    shapes = [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    tokens = concepts.tokens(found.words, shapes)
    links = frozenset(place for place, word in enumerate(found.words) if word in english_data.PREPOSITIONS)
    own = rival = 0.0
    for name in concepts.names:
        value = score(concepts, tokens, name, links).score
        if name.concept != row["canonical"]:
            rival = max(rival, 1.0 if [t.lemma for t in tokens] == [t.lemma for t in name.tokens] else value)
        elif name.pattern.term.text == row["canonical"]:
            own = max(own, value)
    if rival >= own + _RIVAL_MARGIN or rival >= _LISTED:
        own /= 2
    shared = {t.lemma for t in tokens} & {t.lemma for t in concepts.tokens(*_words(row["canonical"]))}
    return Scored(own, row, bool(shared))


def _words(text: str) -> tuple[list[str], list[str]]:
    found = tokenize(text)
    return found.words, [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def kind_of(one: Scored) -> str:
    """Whether a pair is right, wrong, missed or left at the threshold; ``hard`` where it shares a word."""
    if one.score >= THRESHOLD:
        return "right" if one.row["label"] else "wrong hard" if one.hard else "wrong"
    return "missed" if one.row["label"] else "left hard" if one.hard else "left"


def _pair(one: Scored) -> str:
    return f"{one.score:.2f} {one.row['domain']} {one.row['canonical']} <- {one.row['candidate']}"


# ------------------------------------------------------------------------------------------------------ seeds


def measure_seeds_approved() -> Measure:
    """The five articles with only the preferred and admitted rows of the labelled concepts."""
    with tempfile.TemporaryDirectory() as folder:
        _write_glossary(Path(folder) / "glossary.csv")
        request = RunRequest(paths=(str(ROOT / "seeds"),), cwd=Path(folder), glossary=("glossary.csv",), lang="en")
        report = run(request)
    mentions = _rows(GOLD / "seeds" / "mentions.jsonl")
    negatives = _rows(GOLD / "seeds" / "negatives.jsonl")
    loud = [finding for finding in report.findings if _is_loud(finding)]
    wanted: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in mentions:
        if row["status"] == "flag":
            wanted[row["concept"], row["surface"].lower()].append(row)
    found = {key for key, rows in wanted.items() if any(_covers(row, one, key[0]) for row in rows for one in loud)}
    main = [key for key in wanted if key[1] not in _APART]
    unlisted = [one for one in loud if one.method is Method.UNLISTED]
    kinds = Counter(_label(one, mentions, negatives) for one in unlisted)
    judged = kinds["flag"] + kinds["ok"] + kinds["other"] + kinds["negative"]
    return Measure(
        "approved",
        f"{sum(key in found for key in main)} of {len(main)} found, {len(found - set(main))} of "
        f"{len(wanted) - len(main)} apart; {kinds['flag']} of {judged} judged findings of the rule right, "
        f"{kinds['unsure']} unsure, {kinds['none']} without a label",
        {},
        {
            "missed": [" ".join(key) for key in main if key not in found],
            "not right": [_show(one) for one in unlisted if _label(one, mentions, negatives) not in {"flag", "unsure"}],
            "hints": [_show(one) for one in report.findings if one.method is Method.UNLISTED and not _is_loud(one)],
        },
    )


def _label(finding: Finding, mentions: list[Row], negatives: list[Row]) -> str:
    own = {row["status"] for row in mentions if _covers(row, finding, finding.concept)}
    for status in ("flag", "unsure", "ok"):
        if status in own:
            return status
    if any(_covers(row, finding) for row in negatives):
        return "negative"
    return "other" if any(_covers(row, finding) and row["status"] != "unsure" for row in mentions) else "none"


def _write_glossary(file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("concept", "lang", "term", "status"))
        for row in _rows(GOLD / "seeds" / "concepts.jsonl"):
            for number, source in enumerate(row["source"].split(" / ")):
                writer.writerow((row["concept"], "zh", source.strip(), "admitted" if number else "preferred"))
            terms = dict.fromkeys([row["preferred"], *row["admitted"]])
            for number, term in enumerate(term for term in terms if "{" not in term):
                writer.writerow((row["concept"], "en", term, "admitted" if number else "preferred"))


# ----------------------------------------------------------------------------------------------------- guards

_FRAMES = (
    ("{}th National Congress of the Farmers Union", tuple(str(number) for number in range(4, 21))),
    ("{}-Year Plan for Cyber Security", ("Two", "Three", "Four", "Five", "Six", "Seven", "Ten", "12", "20")),
    ("Five-{} Plan for Cyber Security", ("Second", "Minute", "Hour", "Day", "Week", "Month", "Year", "Decade")),
    ("Cyberspace Administration of {}", ("Fujian", "Tianjin", "Shanghai", "Bavaria", "Texas", "Ontario", "Scotland",
                                         "Catalonia", "Kerala", "Queensland", "Sicily", "Bretagne")),
    ("{} Cyber Security Office", ("Provincial", "Municipal", "County", "District", "Township", "Regional", "Local",
                                  "National", "International")),
    ("{} Control Office for Farm Goods", ("Import", "Export")),
    ("{} Affairs Commission for Energy", ("Internal", "External")),
    ("{} Audit Bureau for Schools", ("Public", "Private")),
    ("{} treatment of renal failure in the clinic", ("prenatal", "postnatal")),
)  # fmt: skip
_OTHER_WORDS = {"Congress": "Convention", "Plan": "Programme", "Cyber": "Network", "Office": "Bureau",
                "Administration": "Authority", "Commission": "Committee", "Bureau": "Office", "renal": "kidney",
                "Goods": "Products"}  # fmt: skip
"""Words that may stand for each other, so that only the guard keeps the two apart."""


def measure_guards() -> Measure:
    """Substitutions of numbers, units, places, levels and opposites, alone and beside a synonym: none may be found."""
    tried = 0
    taken = []
    with_model = None if missing() else replace(_SETTINGS, embeddings=True)
    for frame, fillers in _FRAMES:
        for one, other in product(fillers, fillers):
            if one == other:
                continue
            index = compile_index(Glossary((Concept("C", (Term("C", "en", frame.format(one), Status.PREFERRED),)),)))
            for name in _variants(frame.format(other)):
                tried += 1
                text = f"They named the {name} again."
                article = Article("pair", text, View.verbatim(text), lang="en")
                for settings in filter(None, (_SETTINGS, with_model)):
                    found = check_article(article, index, settings).findings
                    hits = [hit for hit in found if hit.rule == "unlisted-rendering"]
                    taken += [f"{frame.format(one)} <- {_show(hit)}" for hit in hits]
    model = "with and without" if with_model else "not tried with"
    summary = f"{len(taken)} of {tried} substitutions taken, {model} the extra embeddings"
    measure = Measure("guards", summary, {}, {"taken": taken})
    if taken:
        measure.broken.append(f"guards: {measure.summary}")
    return measure


def _variants(name: str) -> list[str]:
    words = name.split(" ")
    return [name, *(" ".join([*words[:at], _OTHER_WORDS[word], *words[at + 1 :]])
                    for at, word in enumerate(words) if word in _OTHER_WORDS)]  # fmt: skip
