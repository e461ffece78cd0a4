"""One line a finding, in the form in which compilers write them and editors read them."""

from collections.abc import Iterator

from termcheck.model import Finding, Report, Severity
from termcheck.reports.terminal import visible
from termcheck.reports.wording import one_paragraph, sentence

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
"""Severity -> the word that the GNU coding standards have for it, which editors know."""


def compact_lines(report: Report) -> Iterator[str]:
    """``file:line:column: severity: message [rule]``; columns count code points from 1; skipped articles come last."""
    for finding in report.findings:
        yield f"{_line(finding)}\n"
    for skipped in report.skipped:
        level = "error" if skipped.unreadable else "note"
        yield visible(f"{skipped.file}:1:1: {level}: skipped: {one_paragraph(skipped.reason)} [skipped]") + "\n"


def _line(finding: Finding) -> str:
    line, column = (finding.line, finding.column) if finding.location is None else (1, 1)
    place = f" (at {visible(finding.location)})" if finding.location is not None else ""
    head = visible(f"{finding.file}:{line}:{column}: {LEVELS[finding.severity]}: ")
    return f"{head}{sentence(finding)}{place} [{finding.rule}]"
