"""GitHub's workflow commands: lines that GitHub turns into annotations of the changed files.

The escapes are those of the workflow toolkit: ``%``, CR and LF in messages, ``:`` and ``,`` as well in properties.
"""

from collections.abc import Iterator, Mapping

from termcheck.model import Finding, Report, Severity
from termcheck.reports.summary import findings_in_words, number, summarize, worst_first
from termcheck.reports.terminal import visible
from termcheck.reports.wording import one_paragraph, sentence

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def github_lines(report: Report) -> Iterator[str]:
    """One command a finding and skipped article, the worst first, for GitHub shows ten of a kind; then one summary."""
    return (f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield from map(_annotation, worst_first(report))
    for skipped in report.skipped:
        command = "error" if skipped.unreadable else "notice"
        properties = {"file": skipped.file, "title": "termcheck: article not checked"}
        yield _command(command, properties, one_paragraph(skipped.reason))
    for notice in report.notices:
        yield _command("notice", {"title": "termcheck"}, one_paragraph(notice))
    summary = summarize(report)
    found = findings_in_words(summary)
    yield f"termcheck: {found}. Checked {number(summary.checked, 'article')}, skipped {summary.skipped:,}."


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
