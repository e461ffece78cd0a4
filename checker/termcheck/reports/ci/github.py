"""GitHub's workflow commands: lines that GitHub turns into annotations of the changed files.

The escapes are those of the workflow toolkit: ``%``, CR and LF in messages, ``:`` and ``,`` as well in properties.
"""

from collections.abc import Mapping

from termcheck.model import Finding, Report, Severity
from termcheck.reports.summary import findings_in_words, number, summarize
from termcheck.reports.terminal import visible
from termcheck.reports.wording import one_paragraph, sentence

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render_github(report: Report) -> str:
    """One command a finding and skipped article, the worst first, for GitHub shows ten of a kind; then one summary."""
    worst_first = sorted(report.findings, key=lambda finding: -finding.severity.rank)  # stable: report order within
    lines = [*map(_annotation, worst_first)]
    for skipped in report.skipped:
        command = "error" if skipped.unreadable else "notice"
        properties = {"file": skipped.file, "title": "termcheck: article not checked"}
        lines.append(_command(command, properties, one_paragraph(skipped.reason)))
    lines.extend(_command("notice", {"title": "termcheck"}, one_paragraph(notice)) for notice in report.notices)
    summary = summarize(report)
    found = findings_in_words(summary)
    lines.append(f"termcheck: {found}. Checked {number(summary.checked, 'article')}, skipped {summary.skipped:,}.")
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding) -> str:
    properties: dict[str, str | int] = {"file": finding.file}
    if finding.location is None:
        properties |= {"line": finding.line, "endLine": finding.end_line}
        if finding.line == finding.end_line:  # GitHub takes columns only within one line
            properties |= {"col": finding.column, "endColumn": finding.end_column}
    properties["title"] = f"termcheck: {finding.rule}"
    place = f" (at {finding.location})" if finding.location is not None else ""
    return _command(_COMMANDS[finding.severity], properties, sentence(finding) + place)


def _command(name: str, properties: Mapping[str, str | int], message: str) -> str:
    given = ",".join(f"{key}={visible(str(value)).translate(_IN_PROPERTIES)}" for key, value in properties.items())
    return f"::{name} {given}::{visible(message).translate(_IN_MESSAGES)}"
