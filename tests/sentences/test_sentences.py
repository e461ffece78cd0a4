"""Sentences for every rule and every language: what must be flagged and what must not.

One table a rule (``RULE.jsonl``) or a language (``languages/CODE.jsonl``), one row a sentence: ``why`` it is there,
``glossary`` rows, ``text`` (or ``texts`` by file name), ``format``, ``lang``, and under ``flag`` what must be found.
Every finding of the table's rule, and every finding at warning or above, must be explained by a ``flag`` entry; hints
of other rules do not matter.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from termcheck.languages import KNOWN
from termcheck.model import Finding, Severity, Span
from termcheck.pipeline import RunRequest, run
from termcheck.rules import RULES

FOLDER = Path(__file__).parent
ABOUT_OTHER_FILES = {"stale-decision", "unused-term"}
"""Rules about lines of the decisions, the baseline and the glossary, which no sentence shows: see tests/baseline."""
ABOUT_SEGMENTS = {"missing-term", "untranslated-term", "inconsistent-translation", "inconsistent-source"}
"""Rules about bilingual files: see bilingual/."""
FEWEST_ROWS = 45
FEWEST_ROWS_OF_ALL = 400
FEWEST_OF_EACH_KIND = 15
LANGUAGES = {"en": "English", **KNOWN}
FEWEST_ROWS_OF_A_LANGUAGE = 15
FEWEST_OF_A_KIND = {"approved": 4, "wrong": 4, "trap": 2, "near": 2}

Row = dict[str, Any]


def rows(rule: str) -> list[Row]:
    path = FOLDER / f"{rule}.jsonl"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [json.loads(line) for line in text.split("\n") if line]


def every_row() -> Iterator[Any]:
    for rule in RULES:
        for row in rows(rule.id):
            yield pytest.param(rule.id, row, id=row["id"])


def rows_of_language(code: str) -> list[Row]:
    return rows(f"languages/{code}")


def rules_of(flag: Row) -> list[str]:
    return flag["rule"] if isinstance(flag["rule"], list) else [flag["rule"]]


def files_of(row: Row) -> dict[str, str]:
    return row.get("texts") or {f"a.{row['format']}": row["text"]}


def check(row: Row, folder: Path) -> list[Finding]:
    """The open findings of a row, by the way that the command takes."""
    columns = list(dict.fromkeys(("concept", "lang", "term", "status", *(c for line in row["glossary"] for c in line))))
    with (folder / "glossary.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows({"lang": "en", **line} for line in row["glossary"])
    for name, text in files_of(row).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    report = run(RunRequest(paths=tuple(files_of(row)), cwd=folder, glossary=("glossary.csv",), lang=row["lang"]))
    assert not report.skipped
    return list(report.findings)


def span_of(row: Row, flag: Row) -> tuple[str, Span]:
    name, text = next((name, text) for name, text in files_of(row).items() if flag.get("file", name) == name)
    start = -1
    for _ in range(flag.get("nth", 1)):
        start = text.index(flag["surface"], start + 1)
    return name, Span(start, start + len(flag["surface"]))


def explains(row: Row, flag: Row, finding: Finding) -> bool:
    """Whether the finding stands where the flag wants one (by half of the shorter span) and is of its rule."""
    name, span = span_of(row, flag)
    shared = min(span.end, finding.end) - max(span.start, finding.start)
    shorter = min(span.end - span.start, finding.end - finding.start)
    return (
        finding.rule in rules_of(flag)
        and finding.file == name
        and 2 * shared >= shorter > 0
        and flag.get("concept", finding.concept) == finding.concept
    )


def described(findings: list[Finding]) -> list[str]:
    return [
        f"{f.severity} {f.rule} {f.concept} {f.file}:{f.line}:{f.column} {f.observed!r}: {f.message}" for f in findings
    ]


@pytest.mark.parametrize(("rule", "row"), list(every_row()))
def test_sentence(rule: str, row: Row, tmp_path: Path) -> None:
    findings = check(row, tmp_path)
    for flag in row["flag"]:
        found = [finding for finding in findings if explains(row, flag, finding)]
        assert found, f"{row['why']} Not found: {flag}. Found: {described(findings)}"
        for wanted in ("severity", "suggestion"):
            if wanted in flag:
                assert [getattr(finding, wanted) for finding in found] == [flag[wanted]], row["why"]
    unexplained = [
        finding
        for finding in findings
        if (finding.rule == rule or finding.severity is not Severity.HINT)
        and not any(explains(row, flag, finding) for flag in row["flag"])
    ]
    assert not unexplained, f"{row['why']} Wrongly found: {described(unexplained)}"
    if row.get("quiet"):
        assert all(finding.severity is Severity.HINT for finding in findings), described(findings)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"{number}-{row['id']}")
        for code in LANGUAGES
        for number, row in enumerate(rows_of_language(code))
    ],
)
def test_sentence_of_language(row: Row, tmp_path: Path) -> None:
    test_sentence("", row, tmp_path)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_sentences_of_every_kind(code: str) -> None:
    table = rows_of_language(code)
    kinds = Counter(row["kind"] for row in table)
    assert len({row["id"] for row in table}) == len(table) >= FEWEST_ROWS_OF_A_LANGUAGE
    assert all(kinds[kind] >= fewest for kind, fewest in FEWEST_OF_A_KIND.items()), kinds
    assert all(row["lang"].split("-")[0] == code for row in table)


@pytest.mark.parametrize("rule", [rule.id for rule in RULES if rule.id not in ABOUT_OTHER_FILES | ABOUT_SEGMENTS])
def test_every_rule_has_sentences_of_both_kinds(rule: str) -> None:
    table = rows(rule)
    flagged = sum(any(rule in rules_of(flag) for flag in row["flag"]) for row in table)
    assert len(table) >= FEWEST_ROWS
    assert flagged >= FEWEST_OF_EACH_KIND
    assert len(table) - flagged >= FEWEST_OF_EACH_KIND


def test_there_are_enough_sentences_without_doubles() -> None:
    table = [row for rule in RULES for row in rows(rule.id)]
    assert len(table) >= FEWEST_ROWS_OF_ALL
    assert len({row["id"] for row in table}) == len(table)
    contents = {json.dumps([row["glossary"], files_of(row), row["flag"]], sort_keys=True) for row in table}
    assert len(contents) == len(table)


def test_every_table_belongs_to_a_rule() -> None:
    assert {path.stem for path in FOLDER.glob("*.jsonl")} == {
        rule.id for rule in RULES
    } - ABOUT_OTHER_FILES - ABOUT_SEGMENTS
