"""Checkstyle's XML, which most tools that collect findings can read."""

from collections.abc import Iterator
from itertools import chain, groupby

from termcheck.model import Finding, Report, Severity, Skipped
from termcheck.reports.ci.xml import DECLARATION, element, element_pieces
from termcheck.reports.wording import one_paragraph, sentence

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "info"}
_VERSION = "4.3"
"""Of the form of the report, as other linters give it."""


def checkstyle_pieces(report: Report) -> Iterator[str]:
    """Open findings by file, then the articles that were skipped."""
    files = (
        element("file", {"name": file}, map(_error, findings))
        for file, findings in groupby(report.findings, key=lambda finding: finding.file)
    )
    skipped = (element("file", {"name": one.file}, [_skipped(one)]) for one in report.skipped)
    yield DECLARATION
    yield from element_pieces("checkstyle", {"version": _VERSION}, chain(files, skipped))


def _error(finding: Finding) -> str:
    placed = finding.location is None
    return element(
        "error",
        {
            "line": finding.line if placed else 1,
            "column": finding.column if placed else 1,
            "severity": _SEVERITIES[finding.severity],
            "message": sentence(finding) + ("" if placed else f" (at {finding.location})"),
            "source": f"termcheck.{finding.rule}",
        },
    )


def _skipped(skipped: Skipped) -> str:
    severity = "error" if skipped.unreadable else "info"
    message = f"Skipped: {one_paragraph(skipped.reason)}"
    return element("error", {"line": 1, "severity": severity, "message": message, "source": "termcheck.skipped"})
