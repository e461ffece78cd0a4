"""JUnit XML and Checkstyle's, read by programs that read them."""

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from termcheck.model import ArticleResult, Report, Severity, Skipped
from termcheck.reports import REPORTERS

if TYPE_CHECKING:
    from tests.reports.conftest import Build

HOSTILE = "a\"b<c>&d'\x00\x1b[31m\ufffe]]>\u202ee"


def junit_of(report: Report) -> "junitparser.JUnitXml":  # noqa: F821 - imported below, only where it is installed
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed (dependency group dev)")
    return junitparser.JUnitXml.fromstring(REPORTERS["junit"](report).encode())


def test_a_reader_of_junit_counts_the_same(report: Report) -> None:
    xml = junit_of(report)
    written = (xml.tests, xml.failures, xml.errors, xml.skipped)
    assert written == (3, 1, 1, 0)
    xml.update_statistics()
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == written
    assert [suite.name for suite in xml] == ["news/old.txt", "news/new.txt", "news/scan.pdf"]
    ((failed,), (passed,), (unreadable,)) = (list(suite) for suite in xml)
    assert failed.result[0].message == (
        "“Central Network Information Office” is a deprecated term [use “Central Cyberspace Administration”]"
    )
    assert failed.result[0].text.startswith("news/old.txt:3:5: error: ")
    assert passed.is_passed
    assert "new.txt:1:5: warning" in passed.system_out
    assert unreadable.result[0].type == "unreadable"


@pytest.mark.parametrize(("fail_on", "failures"), [(None, 0), (Severity.ERROR, 1), (Severity.WARNING, 2)])
def test_tests_fail_as_the_run_does(report: Report, fail_on: Severity | None, failures: int) -> None:
    assert junit_of(replace(report, fail_on=fail_on)).failures == failures


def test_a_clean_article_is_a_passed_test(build: "Build") -> None:
    xml = junit_of(build.report(ArticleResult(build.article("a.txt", "Nothing."), (), ())))
    assert (xml.tests, xml.failures) == (1, 0)


def test_an_article_of_another_language_is_skipped(build: "Build") -> None:
    assert junit_of(build.report(skipped=(Skipped("a.txt", "no term in fi"),))).skipped == 1


def test_a_reader_of_checkstyle_finds_the_same(report: Report) -> None:
    reader = pytest.importorskip(
        "diff_cover.violationsreporters.java_violations_reporter",
        reason="diff-cover is not installed (dependency group dev)",
    )
    read = reader.CheckstyleXmlDriver().parse_reports([REPORTERS["checkstyle"](report)])
    wrong, altered, advice = (
        "error: “Central Network Information Office” is a deprecated term",
        "warning: Words of “Central Cyberspace Administration” are moved",
        " [use “Central Cyberspace Administration”]",
    )
    assert {file: [tuple(one) for one in found] for file, found in read.items()} == {
        "news/old.txt": [(3, wrong + advice)],
        "news/new.txt": [(1, altered)],
        "news/scan.pdf": [(1, "error: Skipped: there is no reader for this format")],
    }


@pytest.mark.parametrize("format_", ["junit", "checkstyle"])
def test_hostile_text_stays_text(build: "Build", format_: str) -> None:
    article = build.article(f"{HOSTILE}.txt", "The Net Office.")
    finding = build.finding(article, "Net Office", message=HOSTILE, text=HOSTILE, suggestion=HOSTILE, location=HOSTILE)
    report = build.report(ArticleResult(article, (), (finding,)), skipped=(Skipped(HOSTILE, HOSTILE),))
    tree = ET.fromstring(REPORTERS[format_](report))  # noqa: S314 - our own output
    names = {"testsuites", "testsuite", "testcase", "failure", "skipped", "checkstyle", "file", "error"}
    assert {one.tag for one in tree.iter()} <= names
    values = [value for one in tree.iter() for value in one.attrib.values()]
    assert any(value.startswith("a\"b<c>&d'␀␛[31m") for value in values)


def test_a_finding_without_a_place_in_the_text(build: "Build") -> None:
    report = build.one("The Net Office.", "Net Office", location="page 3")
    (error,) = ET.fromstring(REPORTERS["checkstyle"](report)).iter("error")  # noqa: S314 - our own output
    assert (error.get("line"), error.get("column")) == ("1", "1")
    assert (error.get("message") or "").endswith("(at page 3)")
    ((case,),) = (list(suite) for suite in junit_of(report))
    assert "page 3" in case.name
