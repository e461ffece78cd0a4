"""The numbers at the end of every report."""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from termcheck.model import Finding, Report, Severity, State

UNKNOWN_LANGUAGE = "und"
"""BCP 47 for a language that nobody named."""

STATE_WORDS: Mapping[State, str] = {
    State.IGNORED: "by directives in the article",
    State.DECIDED: "by decisions",
    State.BASELINE: "by the baseline",
}
"""How to say to an editor what suppressed a finding."""


SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.HINT)
"""Worst first."""


class Summary(Struct, frozen=True):
    """What was looked at, what was found and what was left out."""

    articles: int
    """Checked and skipped ones."""
    checked: int
    skipped: int
    findings: Mapping[str, int]
    """Severity -> open findings, worst first, zeros included."""
    suppressed: int
    suppressed_by: Mapping[State, int]
    """What suppressed -> how many, zeros left out."""
    languages: Mapping[str, int]
    """Language tag -> checked articles, by tag."""

    @property
    def open(self) -> int:
        """Open findings of every severity."""
        return sum(self.findings.values())


def summarize(report: Report) -> Summary:
    """Count a report."""
    if report.languages is None:
        languages = Counter(result.lang or UNKNOWN_LANGUAGE for result in report.results)
    else:
        languages = Counter({lang or UNKNOWN_LANGUAGE: count for lang, count in report.languages.items()})
    states: Counter[State] = Counter()
    if report.tally is None:
        states.update(finding.state for finding in report.suppressed)
    else:
        for (state, _), count in report.tally.items():
            states[state] += count if state is not State.OPEN else 0
    return Summary(
        articles=len(report.results) + len(report.skipped),
        checked=len(report.results),
        skipped=len(report.skipped),
        findings={severity.value: report.count(severity) for severity in SEVERITIES},
        suppressed=len(report.suppressed),
        suppressed_by={state: states[state] for state in State if states[state]},
        languages=dict(sorted(languages.items())),
    )


def number(count: int, singular: str, plural: str = "") -> str:
    """``1 finding``, ``2,345 findings``: a count with its noun."""
    noun = singular if count == 1 else plural or f"{singular}s"
    return f"{count:,} {noun}"


def listing(parts: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def severities(counts: Mapping[str, int]) -> str:
    """``3 errors, 1 warning and 2 hints``; severities without a finding are left out."""
    return listing([number(count, severity) for severity, count in counts.items() if count])


def findings_in_words(summary: Summary) -> str:
    """``3 findings: 2 errors and 1 hint``, or ``No findings``."""
    return f"{number(summary.open, 'finding')}: {severities(summary.findings)}" if summary.open else "No findings"


def suppression(summary: Summary) -> str:
    """``2 by directives in the article and 1 by the baseline``; empty without any."""
    return listing([f"{count:,} {STATE_WORDS[state]}" for state, count in summary.suppressed_by.items()])


def worst_first(report: Report) -> Iterator[Finding]:
    """The open findings, errors first, in report order within; with one look at all of them for each severity."""
    for severity in SEVERITIES:
        if report.count(severity):
            yield from (finding for finding in report.findings if finding.severity is severity)
