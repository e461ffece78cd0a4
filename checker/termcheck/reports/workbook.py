"""The two tables as one workbook (XLSX), for editors who would rather choose than type: the extra ``xlsx``.

What an article or a glossary says is written as text, never as a formula or a link, and stays text when somebody edits
the cell. Dates and numbers are dates and numbers, so that they sort and filter as such.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from termcheck.choices import FOR_FINDINGS, FOR_RENDERINGS, Choice
from termcheck.errors import Problem, UsageError
from termcheck.model import UNLISTED, Report, Severity, Status
from termcheck.reports.csv_reports import clean, guard
from termcheck.reports.tables import (
    FINDINGS_COLUMNS,
    MOST_CHARACTERS,
    RECONCILIATION_COLUMNS,
    Row,
    Value,
    finding_rows,
    rendering_rows,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_574
"""Of a sheet, beside its header and one row for what is left out."""
_MOST_HELD = 20_000
"""Findings up to which memory holds the workbook while it is made, so that cells of one text share it."""
_PIECE = 1 << 20
_CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook has no time zone; any fixed date keeps its bytes the same
_DEFAULT_WIDTH = 12
_WIDTHS = {
    "severity": 9, "rule": 18, "preferred": 30, "text": 30, "suggestion": 30, "file": 28, "line": 7, "column": 8,
    "context": 60, "reason": 40, "confidence": 11, "fingerprint": 22, "decision": 18, "replacement": 30, "comment": 40,
    "source": 18, "rendering": 30, "count": 7, "nested": 8, "articles": 50, "share": 8, "action": 50,
}  # fmt: skip
"""Column -> width, in characters of the standard font."""
_NUMBERS = {"confidence": "0.00", "share": "0.0%"}
_DATE = "yyyy-mm-dd"
_TEXT = "@"
"""Number format of what an editor types: 1-2 stays 1-2 and becomes no date."""
_FILLED_IN = frozenset(("decision", "replacement", "comment"))
_RED, _YELLOW, _BLUE, _GREEN = "#F8D7DA", "#FFF3CD", "#DCE9F7", "#DDF0DD"
_COLOURS = {
    Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.HINT: _BLUE,
    Status.PREFERRED: _GREEN, Status.ADMITTED: _GREEN,
    Status.DEPRECATED: _RED, Status.SUPERSEDED: _RED, Status.FORBIDDEN: _RED, UNLISTED: _YELLOW,
}  # fmt: skip
"""What stands in the columns severity and status -> colour of the cell; the word says the same."""
_COLOURED = frozenset(("severity", "status"))


class _Sheet(NamedTuple):
    name: str
    columns: Sequence[str]
    choices: Sequence[Choice]
    table: str
    """The CSV file with the same rows."""


_FINDINGS = _Sheet("Findings", FINDINGS_COLUMNS, FOR_FINDINGS, "findings.csv")
_RENDERINGS = _Sheet("Renderings", RECONCILIATION_COLUMNS, FOR_RENDERINGS, "reconciliation.csv")


def missing() -> Problem | None:
    """What is wrong where the extra is asked for and not installed."""
    if find_spec("xlsxwriter") is not None:
        return None
    remedy = "install it with: pip install 'termcheck[xlsx]', or ask for no workbook"
    return Problem("a workbook needs the extra “xlsx”, which is not installed", "", remedy)


def workbook_pieces(report: Report) -> Iterator[bytes]:
    """A workbook with the sheets Findings and Renderings; raises UsageError where the extra is missing."""
    with TemporaryFile() as stream:
        _write_workbook(report, stream)
        stream.seek(0)
        while piece := stream.read(_PIECE):
            yield piece


def _write_workbook(report: Report, stream: IO[bytes]) -> None:
    problem = missing()
    if problem is not None:
        raise UsageError(problem)
    from xlsxwriter import Workbook

    how = "in_memory" if len(report.findings) <= _MOST_HELD else "constant_memory"
    options = {how: True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(stream, options)
    book.set_properties({"title": "termcheck", "created": _CREATED})
    formats = _Formats(book)
    _fill(book, _FINDINGS, finding_rows(report), len(report.findings), formats)
    renderings = sum(len(entry.renderings) for entry in report.reconciliation)
    _fill(book, _RENDERINGS, rendering_rows(report), renderings, formats)
    book.close()


class _Formats:
    """The formats of cells, each made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, **properties: str | int) -> "Format":
        """The format with these properties, its text wrapped and at the top of the cell."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"valign": "top", "text_wrap": True, **properties})
        return self._made[key]


def _fill(book: "Workbook", about: _Sheet, rows: Iterable[Row], number: int, formats: _Formats) -> None:
    sheet = book.add_worksheet(about.name)
    shown = min(number, MOST_ROWS)
    for at, column in enumerate(about.columns):
        width = _WIDTHS.get(column, _DEFAULT_WIDTH)
        sheet.set_column(at, at, width, formats.of(num_format=_TEXT) if column in _FILLED_IN else None)
        sheet.write_string(0, at, column, formats.of(bold=True, bottom=1, bg_color="#EEEEEE"))
    for place, row in enumerate(islice(rows, shown), start=1):
        for at, column in enumerate(about.columns):
            _write(sheet, (place, at), column, row.get(column), formats)
    if shown < number:
        left = f"and {number - shown:,} more: see {about.table}"
        sheet.write_string(shown + 1, 0, left, formats.of(italic=True))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(shown, 1), len(about.columns) - 1)
    at = about.columns.index("decision")
    choices = [choice.value for choice in about.choices]
    sheet.data_validation(1, at, max(shown, 1), at, {
        "validate": "list", "source": choices, "error_title": "No decision of termcheck",
        "error_message": f"Choose one of {', '.join(choices)}, or leave the cell empty.",
    })  # fmt: skip


def _write(sheet: "Worksheet", place: tuple[int, int], column: str, value: Value, formats: _Formats) -> None:
    if value is None or value == "":
        if column in _FILLED_IN:
            sheet.write_blank(*place, None, formats.of(num_format=_TEXT))
    elif isinstance(value, str):
        colour: Mapping[str, str] = {"bg_color": _COLOURS[value]} if column in _COLOURED and value in _COLOURS else {}
        text = _text(value)
        sheet.write_string(*place, text, formats.of(quote_prefix=True, **colour))
    elif isinstance(value, dt.date):
        sheet.write_datetime(*place, dt.datetime.combine(value, dt.time()), formats.of(num_format=_DATE))
    else:
        sheet.write_number(*place, value, formats.of(num_format=_NUMBERS.get(column, "0")))


def _text(text: str) -> str:
    """The text as a cell can hold it; one that looks guarded gets one apostrophe more, because readers remove one."""
    cell = clean(guard(text) if text.startswith("'") else text)
    if len(cell.encode("utf-16-le")) // 2 <= MOST_CHARACTERS:
        return cell
    return cell.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"
