"""The two tables that an editor works on in a spreadsheet, as plain values: findings and renderings."""

import datetime as dt
from collections.abc import Iterator, Mapping

from termcheck.languages.folding import fold
from termcheck.model import ArticleRecord, Finding, Form, Reconciliation, Rendering, Report
from termcheck.reports.passages import passage, with_articles

FINDINGS_COLUMNS = (
    "severity", "rule", "concept", "preferred", "text", "suggestion", "file", "line", "column", "context", "reason",
    "confidence", "first_seen", "fingerprint", "decision", "replacement", "comment",
)  # fmt: skip
RECONCILIATION_COLUMNS = (
    "concept", "source", "preferred", "rendering", "status", "count", "nested", "articles", "first", "last", "share",
    "action", "decision", "comment",
)  # fmt: skip

Value = str | int | float | dt.date | None
Row = Mapping[str, Value]
"""Column -> value; columns that an editor fills in are left out."""

MOST_CHARACTERS = 32_000
"""Of a cell: spreadsheets cut it off, or refuse it, a little above."""
_CONTEXT_REACH = 60
"""Characters shown before and after a finding."""


def finding_rows(report: Report) -> Iterator[Row]:
    """Every open finding in report order."""
    for finding, article in with_articles(report):
        yield _finding_row(finding, article, report.first_seen)


def rendering_rows(report: Report) -> Iterator[Row]:
    """Every rendering of every concept, most frequent first."""
    for entry in report.reconciliation:
        yield from _rendering_rows(entry)


def _finding_row(finding: Finding, article: ArticleRecord | None, seen: Mapping[Form, dt.date]) -> Row:
    placed = finding.location is None
    around = passage(article.excerpt_of(finding) if article else None, finding, _CONTEXT_REACH)
    return {
        "severity": finding.severity.value,
        "rule": finding.rule,
        "concept": finding.concept,
        "preferred": finding.preferred,
        "text": finding.text,
        "suggestion": finding.suggestion,
        "file": finding.file,
        "line": finding.line if placed else finding.location,
        "column": finding.column if placed else None,
        "context": f"{around.before}‹{around.text}›{around.after}",
        "reason": finding.reason,
        "confidence": finding.confidence,
        "first_seen": seen.get((finding.concept, fold(finding.text))),
        "fingerprint": finding.fingerprint,
    }


def _rendering_rows(entry: Reconciliation) -> Iterator[Row]:
    total = sum(rendering.count for rendering in entry.renderings)
    concept = {"concept": entry.concept, "source": entry.source, "preferred": entry.preferred, "action": entry.action}
    for rendering in entry.renderings:
        yield {
            **concept,
            "rendering": rendering.text,
            "status": rendering.status,
            "count": rendering.count,
            "nested": rendering.nested,
            "articles": _articles(rendering),
            "first": rendering.first,
            "last": rendering.last,
            "share": rendering.count / total if total else None,
        }


def _articles(rendering: Rendering) -> str:
    """``path (count) | path (count)``, as many as a cell can hold."""
    cells: list[str] = []
    length = 0
    for path, count in rendering.articles:
        cell = f"{path} ({count})"
        length += len(cell) + len(" | ")
        if length > MOST_CHARACTERS:
            cells.append(f"and {rendering.spread - len(cells)} more")
            break
        cells.append(cell)
    else:
        cells += [f"and {rendering.more} more"] if rendering.more else []
    return " | ".join(cells)
