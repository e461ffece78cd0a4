"""The two tables that an editor opens in a spreadsheet: findings.csv and reconciliation.csv.

UTF-8 with BOM, CRLF, comma. What an article or a glossary says can never become a formula: see ``guard``.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from termcheck.languages.folding import fold
from termcheck.model import ArticleRecord, Finding, Form, Reconciliation, Rendering, Report
from termcheck.reports.passages import passage

FINDINGS_COLUMNS = (
    "severity", "rule", "concept", "preferred", "text", "suggestion", "file", "line", "column", "context", "reason",
    "confidence", "first_seen", "fingerprint", "decision", "replacement", "comment",
)  # fmt: skip
RECONCILIATION_COLUMNS = (
    "concept", "source", "preferred", "rendering", "status", "count", "nested", "articles", "first", "last", "share",
    "action", "decision", "comment",
)  # fmt: skip

Row = Mapping[str, object]
"""Column -> cell; columns that an editor fills in are left out."""

_CONTEXT_REACH = 60
"""Characters shown before and after a finding."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_CELL_LIMIT = 32_000
"""Characters: spreadsheets cut a cell off, or refuse it, a little above."""


def render_findings_csv(report: Report) -> str:
    """Every open finding in report order, with empty columns for the editor's decision."""
    articles = {result.path: result for result in report.results}
    rows = [_finding_row(finding, articles.get(finding.file), report.first_seen) for finding in report.findings]
    return _csv(FINDINGS_COLUMNS, rows)


def render_reconciliation_csv(report: Report) -> str:
    """Every rendering of every concept, most frequent first, with empty columns for the editor's decision."""
    return _csv(RECONCILIATION_COLUMNS, [row for entry in report.reconciliation for row in _rendering_rows(entry)])


def guard(cell: str) -> str:
    """The cell, with one apostrophe before it if a spreadsheet would take it for a formula.

    A cell that already looks guarded gets one more, so that a reader who removes exactly one has the original again.
    """
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA_STARTS) else cell


# ------------------------------------------------------------------------------------------------------ findings


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
        "confidence": f"{finding.confidence:.3g}",
        "first_seen": seen.get((finding.concept, fold(finding.text))),
        "fingerprint": finding.fingerprint,
    }


# ------------------------------------------------------------------------------------------------ reconciliation


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
            "share": f"{rendering.count / total:.3f}" if total else None,
        }


def _articles(rendering: Rendering) -> str:
    """``path (count) | path (count)``, as many as a cell can hold."""
    cells: list[str] = []
    length = 0
    for path, count in rendering.articles:
        cell = f"{path} ({count})"
        length += len(cell) + len(" | ")
        if length > _CELL_LIMIT:
            cells.append(f"and {len(rendering.articles) - len(cells)} more")
            break
        cells.append(cell)
    return " | ".join(cells)


# -------------------------------------------------------------------------------------------------------- writing


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    import pandas as pd

    frame = pd.DataFrame(
        [[_cell(row.get(column)) for column in columns] for row in rows], columns=list(columns), dtype="str"
    )
    return "\ufeff" + str(frame.to_csv(index=False, lineterminator="\r\n"))


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, dt.date) else str(value)
    return guard(text.replace("\0", "\ufffd").encode("utf-8", "replace").decode())
