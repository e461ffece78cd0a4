"""GitLab's code quality report: a JSON list of what to show in a merge request.

The keys are those of "Code Quality report format" in GitLab's documentation.
"""

import hashlib
from collections.abc import Iterator
from itertools import chain

from termcheck.model import Finding, Report, Severity, Skipped
from termcheck.reports.json_report import indented_list
from termcheck.reports.wording import one_paragraph, sentence

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}
_UNREADABLE = "unreadable-article"


def gitlab_pieces(report: Report) -> Iterator[bytes]:
    """Open findings, then articles that could not be read, as one JSON list and a line end."""
    unreadable = (_unreadable(one) for one in report.skipped if one.unreadable)
    yield from indented_list(chain(map(_finding, report.findings), unreadable))
    yield b"\n"


def _finding(finding: Finding) -> dict[str, object]:
    placed = finding.location is None
    lines = {"begin": finding.line if placed else 1, "end": finding.end_line if placed else 1}
    return {
        "description": sentence(finding) + ("" if placed else f" (at {finding.location})"),
        "check_name": finding.rule,
        "fingerprint": _digest(finding.file, finding.fingerprint),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.file, "lines": lines},
    }


def _unreadable(skipped: Skipped) -> dict[str, object]:
    return {
        "description": f"Not checked: {one_paragraph(skipped.reason)}",
        "check_name": _UNREADABLE,
        "fingerprint": _digest(skipped.file, _UNREADABLE),
        "severity": "critical",
        "location": {"path": skipped.file, "lines": {"begin": 1}},
    }


def _digest(file: str, fingerprint: str) -> str:
    """GitLab compares branches by it and shows only the first of two equal ones, so the file has a part in it."""
    return hashlib.sha256(f"{file}\0{fingerprint}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
