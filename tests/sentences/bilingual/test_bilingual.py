"""Pairs of source and target: what must be flagged in a bilingual file and what must not.

One row a small file: ``pair`` of languages (its glossary is in glossaries.json), ``segments`` (source, target), and
under ``flag`` each finding above hint that must be there, and hints of the rules for segments: the number of the
segment, rule, severity, concept and, where it is not the whole target, what it stands at. ``alternatives`` are rules
that may say it instead.
"""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from termcheck.model import Finding, Severity
from termcheck.pipeline import RunRequest, run

FOLDER = Path(__file__).parent
GLOSSARIES = json.loads((FOLDER / "glossaries.json").read_text(encoding="utf-8"))
PAIRS = ("zh-en", "en-de", "en-ru", "en-ja", "en-ar", "de-en")
SEGMENT_RULES = {"missing-term", "untranslated-term", "inconsistent-translation", "inconsistent-source"}
FEWEST_ROWS = 60
FEWEST_OF_A_KIND = 4

Row = dict[str, Any]


def rows() -> list[Row]:
    tables = sorted(FOLDER.glob("*.jsonl"))
    return [json.loads(line) for table in tables for line in table.read_text("utf-8").split("\n") if line]


def write_glossary(pair: str, folder: Path) -> None:
    with (folder / "glossary.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["concept", "lang", "term", "status"])
        writer.writeheader()
        writer.writerows(GLOSSARIES[pair])


def check(row: Row, folder: Path) -> list[Finding]:
    write_glossary(row["pair"], folder)
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", *row["pair"].split("-"), "context"])
        for number, (source, target, *context) in enumerate(row["segments"], 1):
            writer.writerow([number, source, target, *context])
    report = run(RunRequest(paths=("a.csv",), cwd=folder, glossary=("glossary.csv",)))
    assert not report.skipped
    return [one for one in report.findings if one.severity is not Severity.HINT or one.rule in SEGMENT_RULES]


def fits(row: Row, flag: dict[str, Any], finding: Finding) -> bool:
    wanted = flag.get("surface") or " ".join(row["segments"][flag["segment"] - 1][1].split())
    is_exact = (finding.rule, finding.severity) == (flag["rule"], flag["severity"])
    return (
        (is_exact or finding.rule in row.get("alternatives", ()))
        and finding.segment == str(flag["segment"])
        and finding.concept == flag.get("concept")
        and (finding.text == wanted or not is_exact)
    )


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['pair']}-{n}") for n, row in enumerate(rows(), 1)])
def test_segments(row: Row, tmp_path: Path) -> None:
    findings = check(row, tmp_path)
    described = [f"{f.severity} {f.rule} {f.concept} {f.segment} {f.text!r}: {f.message}" for f in findings]
    for flag in row["flag"]:
        assert any(fits(row, flag, one) for one in findings), f"{row['why']} Not found: {flag}. Found: {described}"
    extra = [
        text for one, text in zip(findings, described, strict=True) if not any(fits(row, f, one) for f in row["flag"])
    ]
    assert not extra, f"{row['why']} Wrongly found: {extra}"


def test_there_are_enough_rows_of_every_pair_and_kind() -> None:
    kinds = Counter((row["pair"], bool(row["flag"])) for row in rows())
    assert sum(kinds.values()) >= FEWEST_ROWS
    assert all(kinds[pair, flagged] >= FEWEST_OF_A_KIND for pair in PAIRS for flagged in (True, False)), kinds
    contents = {json.dumps([row["pair"], row["segments"]]) for row in rows()}
    assert len(contents) == len(rows())
