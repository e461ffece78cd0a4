"""The two tables that an editor opens in a spreadsheet: findings.csv and reconciliation.csv.

UTF-8 with BOM, CRLF, comma. What an article or a glossary says can never become a formula: see ``guard``.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from termcheck.model import Report
from termcheck.reports.tables import (
    FINDINGS_COLUMNS,
    RECONCILIATION_COLUMNS,
    Row,
    Value,
    finding_rows,
    rendering_rows,
)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_AT_ONCE = 20_000
"""Rows that are held."""
_NUMBERS = {"confidence": ".3g", "share": ".3f"}
"""Column -> how its numbers are written."""


def render_findings_csv(report: Report) -> str:
    """Every open finding in report order, with empty columns for the editor's decision."""
    return "".join(findings_csv(report))


def findings_csv(report: Report) -> Iterator[str]:
    """The same in pieces."""
    return _csv(FINDINGS_COLUMNS, finding_rows(report))


def render_reconciliation_csv(report: Report) -> str:
    """Every rendering of every concept, most frequent first, with empty columns for the editor's decision."""
    return "".join(reconciliation_csv(report))


def reconciliation_csv(report: Report) -> Iterator[str]:
    """The same in pieces."""
    return _csv(RECONCILIATION_COLUMNS, rendering_rows(report))


def guard(cell: str) -> str:
    """The cell, with one apostrophe before it if a spreadsheet would take it for a formula.

    A cell that already looks guarded gets one more, so that a reader who removes exactly one has the original again.
    """
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA_STARTS) else cell


def clean(text: str) -> str:
    """The text without what no file holds: NUL and halves of surrogate pairs."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    import pandas as pd

    left = iter(rows)
    start = "\ufeff"
    while True:
        cells = [[_cell(row.get(column), column) for column in columns] for row in islice(left, _AT_ONCE)]
        if not cells and not start:
            return
        frame = pd.DataFrame(cells, columns=list(columns), dtype="str")
        yield start + str(frame.to_csv(index=False, header=bool(start), lineterminator="\r\n"))
        start = ""


def _cell(value: Value, column: str) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return guard(clean(format(value, _NUMBERS.get(column, "")) if isinstance(value, float) else str(value)))
