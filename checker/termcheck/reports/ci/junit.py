"""JUnit XML: an article is a suite, a finding a test case.

A finding at or above the level that fails the run is a failure; any other passes and tells what it found, so that the
tests are red exactly when the run is.
"""

from collections import deque
from collections.abc import Iterator, Sequence

from termcheck.model import ArticleRecord, Finding, Report, Severity, Skipped, State
from termcheck.reports.ci.xml import DECLARATION, element, element_pieces
from termcheck.reports.wording import one_paragraph, sentence


def junit_pieces(report: Report) -> Iterator[str]:
    """One suite an article, the skipped ones last; without times, so that equal runs give equal reports."""
    totals = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    deque(_suites(report, totals), maxlen=0)  # the first line has the sums
    yield DECLARATION
    yield from element_pieces("testsuites", {"name": "termcheck", **totals}, _suites(report, {**totals}))


def _suites(report: Report, totals: dict[str, int]) -> Iterator[str]:
    for result in report.results:
        yield _suite(result, report.fail_on, totals)
    for skipped in report.skipped:
        yield _skipped(skipped, totals)


def _suite(result: ArticleRecord, fail_on: Severity | None, totals: dict[str, int]) -> str:
    findings = [finding for finding in result.findings if finding.state is State.OPEN]
    failing = [fail_on is not None and finding.severity.rank >= fail_on.rank for finding in findings]
    cases = [_case(finding, fails=fails) for finding, fails in zip(findings, failing, strict=True)]
    path = result.path
    if not cases:
        cases = [element("testcase", {"name": "no findings", "classname": path, "file": path})]
    return _counted(path, cases, {"failures": sum(failing)}, totals)


def _case(finding: Finding, *, fails: bool) -> str:
    place = finding.place
    attributes: dict[str, str | int] = {
        "name": f"{finding.rule} at {place}: {one_paragraph(finding.text)}",
        "classname": finding.file,
        "file": finding.file,
        "line": finding.line if finding.location is None else 1,
    }
    words = f"{finding.file}:{place}: {finding.severity}: {sentence(finding)}"
    if fails:
        failure = element("failure", {"type": finding.rule, "message": sentence(finding)}, text=words)
        return element("testcase", attributes, [failure])
    return element("testcase", attributes, [element("system-out", {}, text=words)])


def _skipped(skipped: Skipped, totals: dict[str, int]) -> str:
    reason = one_paragraph(skipped.reason)
    outcome = (
        element("error", {"type": "unreadable", "message": reason}, text=f"{skipped.file}: {reason}")
        if skipped.unreadable
        else element("skipped", {"message": reason})
    )
    case = element("testcase", {"name": "not checked", "classname": skipped.file, "file": skipped.file}, [outcome])
    return _counted(skipped.file, [case], {"errors" if skipped.unreadable else "skipped": 1}, totals)


def _counted(name: str, cases: Sequence[str], counts: dict[str, int], totals: dict[str, int]) -> str:
    own = {"tests": len(cases), "failures": 0, "errors": 0, "skipped": 0, **counts}
    for key, count in own.items():
        totals[key] += count
    return element("testsuite", {"name": name, **own}, cases)
