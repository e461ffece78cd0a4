"""The measures: one function a set of labelled data."""

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from termcheck.check import check_article
from termcheck.config import Settings
from termcheck.glossary import load_glossary
from termcheck.matching import compile_index
from termcheck.model import Article, ArticleResult, Finding, Glossary, Report, Role, Severity, Span, Standing, View
from termcheck.pipeline import RunRequest, run

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
_CONFORMANCE_GROUPS = ("01", "02", "03", "04", "05", "07", "10", "11")
_HARD_PASSED = 2 / 3
"""Share of the hard cases of group 05 that must pass."""
_KNOWN_DIFFERENCES = frozenset({"05-tr-apostrophe"})
"""Cases whose expectation is wrong; README, “Known differences”, says why."""
"""A rule that is off unless it is configured."""
_HINTS_ALLOWED = 6
_WORDS_A_HINT = 150


@dataclass
class Measure:
    """What one set of data says."""

    name: str
    summary: str
    tables: dict[str, dict[str, Counter[str]]] = field(default_factory=dict)
    listed: dict[str, list[str]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _half(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans overlap by at least half of the shorter one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and 2 * shared >= min(one[1] - one[0], other[1] - other[0])


def _show(finding: Finding) -> str:
    place, what = f"{finding.file}:{finding.line}", f"{finding.severity} {finding.rule} {finding.concept}"
    return f"{place} {what} “{finding.text}” ({finding.reason})"


def _is_loud(finding: Finding) -> bool:
    return finding.severity is not Severity.HINT


def _by(findings: Iterable[Finding]) -> dict[str, dict[str, Counter[str]]]:
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    methods: dict[str, Counter[str]] = defaultdict(Counter)
    languages: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        rules[finding.rule][finding.severity] += 1
        methods[finding.method or "-"][finding.severity] += 1
        languages[finding.lang or "-"][finding.severity] += 1
    return {"by rule": rules, "by method": methods, "by language": languages}


# ------------------------------------------------------------------------------------------------------ seeds


def measure_seeds() -> Measure:
    """The five articles with the example glossary."""
    report = run(RunRequest(paths=("seeds",), cwd=ROOT))
    mentions = _rows(GOLD / "seeds" / "mentions.jsonl")
    loud = [finding for finding in report.findings if _is_loud(finding)]
    hints = [finding for finding in report.findings if not _is_loud(finding)]
    missed = [row for row in mentions if row["status"] == "flag" and not _is_found(row, mentions, loud)]
    false = list(_falsely_flagged(mentions, loud))
    negatives = [
        f"{row['surface']}: {_show(finding)}"
        for row in _rows(GOLD / "seeds" / "negatives.jsonl")
        for finding in _at(row, loud)
        if not any(mention["status"] != "ok" and _covers(mention, finding) for mention in mentions)
    ]
    confused = list(_confused(report, mentions))
    texts = (" ".join(block.text for block in result.page.blocks) for result in report.results if result.page)
    words = sum(len(text.split()) for text in texts)
    flags = sum(row["status"] == "flag" for row in mentions)
    unlabelled = [
        _show(finding) for finding in loud if not any(_covers(row, finding, finding.concept) for row in mentions)
    ]
    measure = Measure(
        "seeds",
        f"{flags - len(missed)} of {flags} found, {len(false)} falsely flagged, {len(negatives)} look-alikes flagged, "
        f"{len(confused)} confused, {len(hints)} hints in {words} words",
        _by(report.findings),
        {
            "missed": [f"{row['file']} {row['start']} {row['concept']} “{row['surface']}”" for row in missed],
            "falsely flagged": false,
            "look-alikes flagged": negatives,
            "confused": confused,
            "without a label": unlabelled,
            "hints": [_show(finding) for finding in hints],
        },
    )
    if missed or false or negatives or confused or len(hints) * _WORDS_A_HINT > words:
        measure.broken.append(f"seeds: {measure.summary}")
    return measure


def _span(row: dict[str, Any]) -> tuple[int, int]:
    return row["start"], row["end"]


def _covers(row: dict[str, Any], finding: Finding, concept: str | None = None) -> bool:
    fits = finding.file.endswith(row["file"]) and (concept is None or row["concept"] == concept)
    return fits and _half(_span(row), (finding.start, finding.end))


def _at(row: dict[str, Any], findings: Iterable[Finding]) -> Iterator[Finding]:
    near = row["near_concept"]
    return (one for one in findings if _covers(row, one) and (near in {"-", one.concept}))


def _is_found(row: dict[str, Any], mentions: list[dict[str, Any]], loud: list[Finding]) -> bool:
    concepts = {row["concept"]} | {
        other["concept"]
        for other in mentions
        if other["file"] == row["file"] and other["start"] <= row["start"] and row["end"] <= other["end"]
    }
    return any(_covers(row, finding) and finding.concept in concepts for finding in loud)


def _falsely_flagged(mentions: list[dict[str, Any]], loud: list[Finding]) -> Iterator[str]:
    for row in mentions:
        if row["status"] != "ok":
            continue
        for finding in loud:
            explained = any(other["status"] != "ok" and _covers(other, finding, finding.concept) for other in mentions)
            if _covers(row, finding, row["concept"]) and finding.concept == row["concept"] and not explained:
                yield _show(finding)


def _confused(report: Report, mentions: list[dict[str, Any]]) -> Iterator[str]:
    """Mentions of one concept of a confusable pair that are reported as the other."""
    for pair in _rows(GOLD / "seeds" / "confusable.jsonl"):
        for concept, other in ((pair["a"], pair["b"]), (pair["b"], pair["a"])):
            for row in (row for row in mentions if row["concept"] == concept):
                for finding in report.findings:
                    labelled = any(_covers(one, finding, other) for one in mentions)
                    if finding.concept == other and _covers(row, finding) and not labelled:
                        yield f"{concept} as {other}: {_show(finding)}"
            yield from _confused_terms(report.glossary, concept, other)


def _confused_terms(glossary: Glossary, concept: str, other: str) -> Iterator[str]:
    """Every listed English term of a concept, alone in a sentence: no finding may name the other concept."""
    index = compile_index(glossary)
    for term in glossary.terms:
        if term.concept == concept and term.lang == "en":
            text = f"On Monday the {term.text} was named again."
            article = Article("term", text, View.verbatim(text), lang="en")
            for finding in check_article(article, index, Settings(source_lang="zh")).findings:
                if finding.concept == other and finding.end - finding.start > len(term.text) // 2:
                    yield f"{concept} as {other}: “{term.text}” {finding.rule} {finding.severity}"


# ------------------------------------------------------------------------------------------------------ probe


def measure_probe() -> Measure:
    """The 18 small cases on which other tools were run."""
    expected = json.loads((GOLD / "probe" / "expected.json").read_text(encoding="utf-8"))
    cases = tuple(f"tests/gold/probe/cases/{name}.md" for name in sorted(expected))
    with tempfile.TemporaryDirectory() as empty:
        request = RunRequest(paths=tuple(str(ROOT / case) for case in cases), cwd=Path(empty),
                             glossary=(str(GOLD / "probe" / "glossary.csv"),))  # fmt: skip
        report = run(request)
    loud = {Path(finding.file).stem: finding for finding in report.findings if _is_loud(finding)}
    missed = sorted(name for name, want in expected.items() if want == "flag" and name not in loud)
    false = sorted(name for name, want in expected.items() if want == "ok" and name in loud)
    flags = sum(want == "flag" for want in expected.values())
    measure = Measure(
        "probe",
        f"{flags - len(missed)} of {flags} found, {len(false)} of {len(expected) - flags} false alarms",
        _by(report.findings),
        {"missed": missed, "false alarms": [_show(loud[name]) for name in false],
         "hints": [_show(one) for one in report.findings if not _is_loud(one)]},
    )  # fmt: skip
    if missed or false or report.skipped:
        measure.broken.append(f"probe: {measure.summary}, {len(report.skipped)} skipped")
    return measure


# ------------------------------------------------------------------------------------------------ conformance


def measure_conformance() -> Measure:
    """The conformance cases, through the command line."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.json"
        command = [sys.executable, str(GOLD / "conformance" / "run.py"), "--json", str(results), "--",
                   sys.executable, "-m", "termcheck"]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
        cases = json.loads(results.read_text(encoding="utf-8"))
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    failed = []
    for case in cases:
        row = groups[case["group"]]
        kind = "find" if case["must_total"] else "quiet"
        row[f"{kind} {case['level']}"] += 1
        row["passed"] += case["pass"]
        row["wrong"] += case["violations"]
        row["hints"] += case["hints"]
        row["crash"] += case["crash"]
        failed += [f"{case['id']} ({case['level']}) {'; '.join(case['fails'])[:300]}"] if not case["pass"] else []
    passed = sum(case["pass"] for case in cases)
    measure = Measure("conformance", f"{passed} of {len(cases)} cases passed", {"group": groups}, {"failed": failed})
    measure.broken += _broken_conformance(cases)
    return measure


def _broken_conformance(cases: list[dict[str, Any]]) -> Iterator[str]:
    """What the groups that this version promises must show."""
    promised = [
        case for case in cases if case["group"][:2] in _CONFORMANCE_GROUPS and case["id"] not in _KNOWN_DIFFERENCES
    ]
    hard = [case["pass"] for case in promised if case["group"].startswith("05") and case["level"] == "hard"]
    if sum(hard) < _HARD_PASSED * len(hard):
        yield f"conformance: {sum(hard)} of {len(hard)} hard cases of languages pass"
    for group in sorted({case["group"] for case in promised}):
        failed = [case for case in promised if case["group"] == group and case["level"] == "core" and not case["pass"]]
        finds = [case["id"] for case in failed if case["must_total"]]
        quiet = [case["id"] for case in failed if not case["must_total"]]
        if len(finds) > 1 or quiet:
            yield f"conformance {group}: failed {', '.join(finds + quiet)}"
    wrong = sum(case["violations"] for case in promised)
    crashes = [case["id"] for case in cases if case["crash"]]
    hints = sum(case["hints"] for case in promised)
    remarks = sorted({remark for case in cases for remark in case["contract"]})
    if wrong or crashes or hints > _HINTS_ALLOWED or remarks:
        yield f"conformance: {wrong} wrong, {hints} hints, crashes {crashes}, contract remarks {remarks}"


# ----------------------------------------------------------------------------------------------------- tico19


_FALSELY_FLAGGED_ALLOWED = 0.005
_ALLOWED_PER_1000_WORDS = 2.0
_HAN_A_WORD = 1.6
"""Chinese characters that count as one word; most words have one or two."""


def measure_tico19() -> Measure:
    """Professional medical translations: every finding at warning or above is a false alarm."""
    measure = Measure("tico19", "", {"language": {}}, {"false alarms": [], "hints": []})
    for file in sorted((GOLD / "tico19").glob("*.jsonl")):
        counts = measure.tables["language"][file.stem] = Counter()
        glossary = load_glossary([file.with_name(f"{file.stem}.glossary.csv")], ROOT)
        index = compile_index(glossary)
        for row in _rows(file):
            article = Article(row["id"], row["text"], View.verbatim(row["text"]), lang=file.stem)
            result = check_article(article, index, Settings(source_lang="en"))
            _count_translation(row, result, counts, measure)
    total = sum(measure.tables["language"].values(), Counter[str]())
    measure.summary = (
        f"{total['loud']} findings at warning and {total['hint']} hints in {total['words']:,} words; "
        f"{total['falsely flagged']} of {total['marks']} approved forms flagged, {total['recognised']} recognised"
    )
    if total["falsely flagged"] > _FALSELY_FLAGGED_ALLOWED * total["marks"]:
        measure.broken.append(f"tico19: {measure.summary}")
    if max(total["loud"], total["hint"]) > _ALLOWED_PER_1000_WORDS * total["words"] / 1000:
        measure.broken.append(f"tico19: {measure.summary}")
    return measure


def _count_translation(row: dict[str, Any], result: ArticleResult, counts: Counter[str], measure: Measure) -> None:
    text = row["text"]
    counts["sentences"] += 1
    counts["words"] += round(len(text) / _HAN_A_WORD) if row["lang"] == "zh" else len(text.split())
    loud = [finding for finding in result.findings if _is_loud(finding)]
    for mark in row["gold"]:
        counts["marks"] += 1
        counts["falsely flagged"] += any(
            _half(_span(mark), Span(finding.start, finding.end)) and finding.concept == mark["concept"]
            for finding in loud
        )
        counts["recognised"] += any(
            _half(_span(mark), mention.span) and mention.standing is Standing.APPROVED
            for mention in result.mentions
            if mention.role in {Role.WINNER, Role.NESTED}
        )
    for finding in result.findings:
        counts["loud" if _is_loud(finding) else "hint"] += 1
        measure.listed["false alarms" if _is_loud(finding) else "hints"].append(_show(finding))


# ------------------------------------------------------------------------------------------------------ pairs


def measure_pairs() -> Measure:
    """Pairs of names: what the near and altered tiers take for one concept when only the first is listed."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    false = []
    for row in _rows(GOLD / "pairs" / "pairs.jsonl"):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "glossary.csv"
            cell = row["canonical"].replace('"', '""')
            file.write_text(f'concept,lang,term,status\nC,en,"{cell}",preferred\n', encoding="utf-8")
            glossary = load_glossary([file], Path(folder))
        text = f"They named the {row['candidate']} again."
        article = Article("pair", text, View.verbatim(text), lang="en")
        result = check_article(article, compile_index(glossary), Settings(source_lang=row["lang"]))
        label = "same" if row["label"] else "other"
        found = [one for one in result.findings if one.method is not None and not one.method.is_listed]
        kind = "none" if not found else "loud" if any(map(_is_loud, found)) else "hint"
        counts[row["domain"]][f"{label} {kind}"] += 1
        if found and not row["label"]:
            false.append(
                f"{row['canonical']} <- {row['candidate']}: {found[0].severity} {found[0].rule}, {found[0].reason}"
            )
    total = sum(counts.values(), Counter[str]())
    return Measure(
        "pairs",
        f"of the same concept {total['same loud']} found, {total['same hint']} hinted, {total['same none']} left to "
        f"unlisted-rendering; of others {total['other loud']} falsely found, {total['other hint']} falsely hinted",
        {"domain": counts},
        {"false": false},
    )
