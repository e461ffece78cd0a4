"""Writes glossaries as workbooks (XLSX): the extra ``xlsx``.

Every cell is text, so that nothing becomes a formula, a link, a number or a date.
"""

import datetime as dt
import io
import re
from collections.abc import Sequence

from termcheck.errors import Problem, UsageError
from termcheck.glossary.content import NO_OPTIONS, Options
from termcheck.glossary.native_writing import table_of
from termcheck.glossary.tables.writing import wide_table
from termcheck.model import Status, Term, TermType, Tier

_CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook has no time zone; any fixed date keeps its bytes the same
_MOST_CHARACTERS = 32_767
"""Of a cell, in UTF-16 units."""
_MOST_ROWS = 1_048_575
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NARROW, _WIDE = 14, 40
_WIDTHS = {
    "lang": 10,
    "status": 12,
    "term": _WIDE,
    "note": _WIDE,
    "definition": _WIDE,
    "forms": _WIDE,
    "examples": _WIDE,
}
_CHOICES = {
    "status": [one.value for one in Status],
    "type": [one.value for one in TermType],
    "match": [one.value for one in Tier],
    "case": ["sensitive", "insensitive"],
}


def write_long(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A workbook with one row a term, in the columns of the native table."""
    del options
    return _written(*table_of(terms))


def write_wide(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A workbook with one row a concept and a column for each language and status."""
    del options
    return _written(*wide_table(terms))


def _written(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    try:
        from xlsxwriter import Workbook
    except ModuleNotFoundError as error:
        remedy = "install it with: pip install 'termcheck[xlsx]', or choose another format"
        what = "writing workbooks needs the extra “xlsx”, which is not installed"
        raise UsageError(Problem(what, "", remedy)) from error
    if len(rows) > _MOST_ROWS:
        raise UsageError(Problem(f"a sheet holds {_MOST_ROWS:,} rows, not {len(rows):,}", "", "choose another format"))
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(stream, options)
    book.set_properties({"title": "Glossary", "created": _CREATED})
    text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    bold = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EEEEEE"})
    sheet = book.add_worksheet("Glossary")
    for at, name in enumerate(header):
        sheet.set_column(at, at, _WIDTHS.get(name, _NARROW), text)
        sheet.write_string(0, at, _cell(name), bold)
        if name in _CHOICES and rows:
            sheet.data_validation(1, at, len(rows), at, {"validate": "list", "source": _CHOICES[name]})
    for place, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            if cell:
                sheet.write_string(place, at, _cell(cell), text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(header) - 1)
    book.close()
    return stream.getvalue()


def _cell(text: str) -> str:
    """The text as a cell can hold it."""
    cell = _ILLEGAL.sub("", text)
    if len(cell.encode("utf-16-le")) // 2 <= _MOST_CHARACTERS:
        return cell
    return cell.encode("utf-16-le")[: 2 * _MOST_CHARACTERS].decode("utf-16-le", "ignore")
