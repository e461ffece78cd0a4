"""Files with decisions -> rows: the tables of a report after somebody has filled them in, and the HTML report's export.

Spreadsheets reorder rows, add and drop columns, change separators, encodings and line ends: the header says what is
what, and only the columns that identify a finding must be there.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from termcheck.articles.decoding import decode
from termcheck.choices import Choice, Row, parse_choice
from termcheck.errors import Problem, TermcheckError, UsageError
from termcheck.workbooks import read_sheets

_MOST_BYTES = 256 * 2**20
_FINDING = ("concept", "text", "file", "fingerprint", "decision")
_RENDERING = ("concept", "rendering", "decision")
_CHOICES = ", ".join(Choice)
_EXPORT_VERSION = 1
_PATH = re.compile(r"(?:^| \| )(.+?) \(\d+\)(?= \| |$)")
"""One article in the column ``articles`` of the table of renderings."""


class Table(NamedTuple):
    """The rows of a sheet, the header among them."""

    name: str
    """How messages show it."""
    rows: Sequence[tuple[int, Sequence[str]]]
    """(1-based line or row, cells)."""


class Decided(NamedTuple):
    """What a file says."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    paths: tuple[str, ...] = ()
    """The articles of the run that the report was made of, where the file says so."""


def read(file: Path, name: str) -> Decided:
    """The decisions of a file and all that is wrong with it; ``name`` is how messages show it.

    Raises UsageError where it cannot be read at all.
    """
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        raise UsageError(Problem("decisions are not read from such files", name, f"give one of the kinds {known}"))
    try:
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(Problem(f"it cannot be read: {error.strerror or error}", name, "check the path")) from error
    if len(data) > _MOST_BYTES:
        raise UsageError(Problem("it is larger than 256 MB", name, "check that it is the right file"))
    return reader(data, name)


# ----------------------------------------------------------------------------------------------------------- csv


def _read_csv(data: bytes, name: str) -> Decided:
    try:
        text = decode(data, name)
    except TermcheckError as error:
        raise UsageError(error.problems) from error
    return _read_tables([Table(name, list(_csv_rows(text, name)))])


def _csv_rows(text: str, name: str) -> Iterator[tuple[int, Sequence[str]]]:
    first = text.partition("\n")[0].strip('\r" ')
    forced = first[4:5] if first.lower().startswith("sep=") else ""
    body = text.partition("\n")[2] if forced else text
    header = body.partition("\n")[0]
    delimiter = forced or max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
    line = 1 + bool(forced)
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1 + bool(forced)
    except csv.Error as error:
        remedy = "save it anew as CSV from the spreadsheet"
        raise UsageError(Problem(f"the row cannot be read: {error}", f"{name}:{line}", remedy)) from error


# ---------------------------------------------------------------------------------------------------------- xlsx


def _read_xlsx(data: bytes, name: str) -> Decided:
    tables = [
        Table(f"{name} ({sheet})", [(number, [_cell(cell) for cell in cells]) for number, cells in enumerate(rows, 1)])
        for sheet, rows in read_sheets(data, name)
    ]
    return _read_tables([table for table in tables if _names(table) is not None] or tables[:1])


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


# ------------------------------------------------------------------------------------------------------- tables


def _read_tables(tables: Sequence[Table]) -> Decided:
    rows: list[Row] = []
    problems: list[Problem] = []
    paths: dict[str, None] = {}
    for table in tables:
        names = _names(table)
        if names is None:
            needed = f"findings need {', '.join(_FINDING)}; renderings {', '.join(_RENDERING)}"
            problems.append(Problem("the first row names neither findings nor renderings", table.name, needed))
            continue
        for number, cells in table.rows[1:]:
            values = {column: _unguarded(cells[at]) for column, at in names.items() if at < len(cells)}
            made = _row(values, f"{table.name}:{number}")
            if isinstance(made, Row):
                rows.append(made)
                paths.update(dict.fromkeys(_PATH.findall(values.get("articles", ""))))
            elif made is not None:
                problems.append(made)
    return Decided(tuple(rows), tuple(problems), tuple(paths))


def _names(table: Table) -> Mapping[str, int] | None:
    """Column -> position, if the header is one of a report's tables."""
    header = [cell.strip().strip("\ufeff").lower() for cell in table.rows[0][1]] if table.rows else []
    names = {name: at for at, name in reversed(list(enumerate(header))) if name}
    is_known = all(name in names for name in _FINDING) or all(name in names for name in _RENDERING)
    return names if is_known else None


def _unguarded(cell: str) -> str:
    """The cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    if cell.startswith("'") and cell.lstrip("'").startswith(("=", "+", "-", "@", "\t", "\r")):
        return cell[1:]
    return cell


def _row(values: Mapping[str, str], place: str) -> Row | Problem | None:
    """The decision of one row; None where the editor left it open."""
    cell, replacement = values.get("decision", "").strip(), values.get("replacement", "").strip()
    if not cell and not replacement:
        return None
    choice = parse_choice(cell) if cell else Choice.REPLACE
    if choice is None:
        return Problem(f"the decision cannot be “{cell[:40]}”", place, f"write one of {_CHOICES}, or leave it empty")
    if choice is Choice.REPLACE and not replacement:
        return Problem("there is nothing to write instead", place, "fill in the column replacement")
    if choice is Choice.ACCEPT and replacement:
        choice = Choice.REPLACE
    row = Row(
        place=place,
        choice=choice,
        concept=values.get("concept", "").strip(),
        form=(values.get("text") or values.get("rendering") or "").strip(),
        file=values.get("file", "").strip(),
        fingerprint=values.get("fingerprint", "").strip(),
        replacement=replacement if choice is Choice.REPLACE else "",
        suggestion=(values.get("suggestion") or values.get("preferred") or "").strip(),
        comment=values.get("comment", "").strip(),
        lang=values.get("lang", "").strip(),
    )
    return _complete(row)


def _complete(row: Row) -> Row | Problem:
    if not row.form:
        return Problem("the row does not say which name it is about", row.place, "restore the row from the report")
    if row.file and not row.fingerprint:
        return Problem("the row has no fingerprint", row.place, "restore the row from the report")
    if row.is_about_rendering and row.choice is Choice.IGNORE:
        return Problem("a rendering is not in one place", row.place, f"write {Choice.IGNORE_EVERYWHERE.value}")
    if not row.concept and row.choice not in {Choice.REPLACE, Choice.ACCEPT}:
        return Problem("the finding is about no concept", row.place, "decide it in the article")
    return row


# ------------------------------------------------------------------------------------------------------- export


def _read_export(data: bytes, name: str) -> Decided:
    """What the HTML report exports: an object with ``version``, ``articles`` and ``decisions``."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        remedy = "export the decisions from the report again"
        raise UsageError(Problem(f"it is no JSON: {error}", name, remedy)) from error
    if not isinstance(content, dict) or not isinstance(content.get("decisions"), list):
        remedy = "give a file that the HTML report has exported"
        raise UsageError(Problem("it holds no decisions", name, remedy))
    if content.get("version") != _EXPORT_VERSION:
        remedy = "make the report anew with this version of termcheck"
        raise UsageError(Problem("it comes from another version of the report", name, remedy))
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, one in enumerate(content["decisions"], start=1):
        made = _row(_texts(one), f"{name}: decision {number}")
        if isinstance(made, Row):
            rows.append(made)
        elif made is not None:
            problems.append(made)
    paths = content.get("articles", [])
    return Decided(tuple(rows), tuple(problems), tuple(map(str, paths)) if isinstance(paths, list) else ())


def _texts(one: Any) -> Mapping[str, str]:  # noqa: ANN401 - whatever somebody's JSON holds
    return {str(key): value for key, value in one.items() if isinstance(value, str)} if isinstance(one, dict) else {}


READERS: Mapping[str, Callable[[bytes, str], Decided]] = {
    ".json": _read_export,
    ".csv": _read_csv,
    ".tsv": _read_csv,
    ".xlsx": _read_xlsx,
}
"""Suffix -> reader: (bytes, name for messages) -> what the file says."""
