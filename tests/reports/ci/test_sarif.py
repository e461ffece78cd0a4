"""SARIF against its schema, and what a viewer needs of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from termcheck.model import ArticleResult, Related, Report, Severity, Skipped, State
from termcheck.reports import REPORTERS
from termcheck.rules import RULES

if TYPE_CHECKING:
    from tests.reports.conftest import Build

Errors = Callable[[object], list[str]]
"""What a document breaks of the schema."""

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed (dependency group dev)")


@pytest.fixture(scope="module")
def errors_of(root: Path) -> Errors:
    schema = json.loads((root / "tests" / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    return lambda document: [error.message for error in validator.iter_errors(document)]


def run_of(report: Report, errors_of: Errors) -> dict[str, Any]:
    document = json.loads(REPORTERS["sarif"](report))
    assert errors_of(document) == []
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def test_a_report_keeps_the_schema(report: Report, errors_of: Errors) -> None:
    findings = tuple(sorted(report.findings, key=lambda finding: finding.order))  # as reports have them
    run = run_of(replace(report, findings=findings), errors_of)
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["level"] for result in run["results"]] == ["warning", "error", "error"]


def test_the_sample_keeps_the_schema(root: Path, errors_of: Errors) -> None:
    sample = json.loads((root / "reports" / "sample" / "termcheck.sarif").read_text(encoding="utf-8"))
    assert errors_of(sample) == []
    assert len(sample["runs"][0]["results"]) > 50


def test_the_validator_finds_mistakes(report: Report, errors_of: Errors) -> None:
    document = json.loads(REPORTERS["sarif"](report))
    document["runs"][0]["results"][0]["level"] = "hint"
    assert errors_of(document)


def test_every_rule_has_its_page(report: Report, errors_of: Errors) -> None:
    rules = run_of(report, errors_of)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES]
    for rule, ours in zip(rules, RULES, strict=True):
        assert rule["help"]["text"] == ours.page.strip()
        assert "#### Purpose" in rule["help"]["markdown"]
        assert len(rule["fullDescription"]["text"]) > len(rule["shortDescription"]["text"]) / 2
    for result in run_of(report, errors_of)["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_columns_count_code_points(build: "Build", errors_of: Errors) -> None:
    article = build.article("a.txt", "😀😀 Central Network Information Office")
    report = build.report(ArticleResult(article, (), (build.finding(article, "Central Network Information Office"),)))
    (result,) = run_of(report, errors_of)["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, 4, 38)
    assert region["snippet"]["text"] == "Central Network Information Office"
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == "Central Cyberspace Administration"


def test_fingerprints_do_not_depend_on_the_line(build: "Build", errors_of: Errors) -> None:
    (result,) = run_of(build.one("The Net Office.", "Net Office"), errors_of)["results"]
    assert result["partialFingerprints"] == {"termcheckFingerprint/v1": "1:abc", "primaryLocationLineHash": "abc:1"}


def test_suppressed_findings_say_by_what(report: Report, errors_of: Errors) -> None:
    (result,) = (result for result in run_of(report, errors_of)["results"] if "suppressions" in result)
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "termcheck-disable in line 1"}
    ]


def test_decisions_and_baseline_are_outside_the_source(build: "Build", errors_of: Errors) -> None:
    for state in (State.DECIDED, State.BASELINE):
        report = build.one("The Net Office.", "Net Office", state=state)
        (result,) = run_of(report, errors_of)["results"]
        assert result["suppressions"][0]["kind"] == "external"


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("news/a b%#?.md", {"uri": "news/a%20b%25%23%3F.md", "uriBaseId": "%SRCROOT%"}),
        ("新闻/ä.md", {"uri": "%E6%96%B0%E9%97%BB/%C3%A4.md", "uriBaseId": "%SRCROOT%"}),
        ("c:d.md", {"uri": "c%3Ad.md", "uriBaseId": "%SRCROOT%"}),
        ("/srv/x y.md", {"uri": "file:///srv/x%20y.md"}),
        ("C:/x y.md", {"uri": "file:///C:/x%20y.md"}),
    ],
)
def test_files_are_percent_encoded(build: "Build", errors_of: Errors, path: str, location: dict[str, str]) -> None:
    article = build.article(path, "The Net Office.")
    report = build.report(ArticleResult(article, (), (build.finding(article, "Net Office"),)))
    (result,) = run_of(report, errors_of)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location


def test_foreign_text_is_neither_a_link_nor_a_placeholder(build: "Build", errors_of: Errors) -> None:
    report = build.one("x", "x", message="“{0} [click](http://evil.example)” is wrong")
    (result,) = run_of(report, errors_of)["results"]
    assert result["message"]["text"] == "“{{0}} \\[click\\](http://evil.example)” is wrong"


def test_an_article_that_could_not_be_read_is_a_failed_execution(build: "Build", errors_of: Errors) -> None:
    for unreadable in (True, False):
        report = build.report(skipped=(Skipped("a.pdf", "no\nreader", unreadable=unreadable),))
        (invocation,) = run_of(report, errors_of)["invocations"]
        assert invocation["executionSuccessful"] is not unreadable
        (told,) = invocation["toolExecutionNotifications"]
        assert told["message"]["text"] == "Not checked: no reader"


def test_a_finding_without_a_place_in_the_text(build: "Build", errors_of: Errors) -> None:
    related = (Related("b.pdf", 3, 40, 46, "page 2"),)
    report = build.one("The Net Office.", "Net Office", location="Sheet1!B7", severity=Severity.HINT, related=related)
    (result,) = run_of(report, errors_of)["results"]
    (location,) = result["locations"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "Sheet1!B7"}]
    assert "region" not in location["physicalLocation"]
    (other,) = result["relatedLocations"]
    assert other["logicalLocations"] == [{"fullyQualifiedName": "page 2"}]
    assert "region" not in other["physicalLocation"]
    assert result["level"] == "note"
    assert "fixes" not in result
