"""Adds rows to a file in the native format and changes the status of some; every other byte stays as it is."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from termcheck.errors import GlossaryError, Problem
from termcheck.glossary.content import REQUIRED
from termcheck.glossary.native_csv import Header, decode, encode_like, find_header

Row = Mapping[str, str]
"""Column -> cell; ``concept``, ``lang``, ``term`` and ``status`` at least."""


class _Written(NamedTuple):
    """A row that is there already."""

    cells: Sequence[str]
    start: int
    end: int
    """Offsets in the text, the line end included."""


def with_rows(data: bytes, rows: Sequence[Row], file: str) -> bytes:
    """The bytes of a glossary file with more rows: each behind the last one of its concept, else at the end.

    A new row has the separator, the line end and the habit of quoting of the row before it. ``file`` is the path as it
    is to be reported. Raises GlossaryError where the file cannot be read, or where it lacks a column that a row needs.
    """
    text, header = _table(data, file)
    for row in rows:
        text = _with_row(text, header, row, file)
    return encode_like(text, data)


def with_statuses(data: bytes, statuses: Mapping[int, str], file: str, notes: Mapping[int, str] | None = None) -> bytes:
    """The bytes of a glossary file with other statuses: 1-based line at which a row starts -> its new status.

    ``notes`` are what is added to the notes of such rows, where the file has that column. Raises GlossaryError where
    the file cannot be read, or where no row starts at a line.
    """
    text, header = _table(data, file)
    lines = {text.count("\n", 0, one.start) + 1: one for one in _written(text, header)[1:]}
    for line in sorted(statuses, reverse=True):
        row = lines.get(line)
        if row is None:
            raise GlossaryError(Problem("no row starts here any more", f"{file}:{line}", "run the command again"))
        cells = list(row.cells)
        cells[header.places["status"]] = statuses[line]
        place = header.places.get("note", len(cells))
        if notes and notes.get(line) and place < len(cells):
            cells[place] = "; ".join(filter(None, (cells[place].strip(), notes[line])))
        old = text[row.start : row.end]
        end = old[len(old.rstrip("\r\n")) :]
        text = text[: row.start] + _joined(cells, header, is_quoted=old.startswith('"'), end=end) + text[row.end :]
    return encode_like(text, data)


def columns_of(data: bytes, file: str) -> frozenset[str]:
    """The known columns that a glossary file has. Raises GlossaryError where it cannot be read."""
    return frozenset(_table(data, file)[1].places)


def _table(data: bytes, file: str) -> tuple[str, Header]:
    text = decode(data, file)
    if isinstance(text, Problem):
        raise GlossaryError(text)
    header = find_header(text, file)
    if isinstance(header, Problem):
        raise GlossaryError(header)
    if missing := [name for name in REQUIRED if name not in header.places]:
        problem = f"rows can only be changed in a native table, and this one has no column {missing[0]}"
        remedy = "make it one with `termcheck glossary convert`, or change it by hand"
        raise GlossaryError(Problem(problem, f"{file}:{header.line}", remedy))
    return text, header


def _with_row(text: str, header: Header, row: Row, file: str) -> str:
    missing = [name for name, cell in row.items() if cell and name not in header.places]
    if missing:
        problem = f"the new row needs the column {missing[0]}, which the table lacks"
        raise GlossaryError(Problem(problem, f"{file}:{header.line}", "add the column to the first row"))
    written = _written(text, header)
    place = header.places["concept"]
    same = [one for one in written[1:] if place < len(one.cells) and one.cells[place].strip() == row["concept"]]
    before = same[-1] if same else written[-1]
    end = _line_end(text)
    cells = [""] * header.width
    for name, at in header.places.items():
        cells[at] = " ".join(row.get(name, "").split())
    line = _joined(cells, header, is_quoted=text.startswith('"', before.start), end=end)
    head, tail = text[: before.end], text[before.end :]
    return head + ("" if head.endswith(("\n", "\r")) else end) + line + tail


def _written(text: str, header: Header) -> list[_Written]:
    """The header and every row that is not empty."""
    stream = io.StringIO(text, newline="")
    for _ in range(header.line - 1):
        stream.readline()
    rows = csv.reader(iter(stream.readline, ""), delimiter=header.delimiter, skipinitialspace=True)
    found = []
    start = stream.tell()
    for cells in rows:
        if "".join(cells).strip():
            found.append(_Written(cells, start, stream.tell()))
        start = stream.tell()
    return found


def _line_end(text: str) -> str:
    at = text.find("\n")
    if at < 0:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if text[at - 1 : at] == "\r" else "\n"


def _joined(cells: Sequence[str], header: Header, *, is_quoted: bool, end: str) -> str:
    """A row as it is written in the file."""
    stream = io.StringIO(newline="")
    dialect = csv.unix_dialect if is_quoted else csv.excel  # all cells in quotation marks, or those that need them
    csv.writer(stream, dialect, delimiter=header.delimiter, lineterminator=end).writerow(cells)
    return stream.getvalue()
