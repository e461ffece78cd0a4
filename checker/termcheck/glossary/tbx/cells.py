"""Cells of ours -> what TBX says instead."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from termcheck.glossary.cells import is_abbreviation
from termcheck.glossary.content import COLUMNS, STATUS_COLUMN, Cells
from termcheck.glossary.tbx import fields
from termcheck.glossary.tbx.fields import TYPE_COLUMN
from termcheck.model import Status, TermType

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SEPARATOR = " | "
_TERM_TYPES = frozenset("fullForm acronym abbreviation shortForm variant phrase".split())
_LINK = re.compile(r"(?:(\S|\S.*\S) )?<(https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+)>")


class Link(NamedTuple):
    """A reference to something outside."""

    text: str
    target: str


def link(cell: str) -> Link | None:
    """A cell that reads ``text <https://...>``; None for any other."""
    found = _LINK.fullmatch(cell)
    return Link(found[1] or "", found[2]) if found and is_plain(cell) else None


def administrative_status(row: Cells, ours: dict[str, str], taken: set[str]) -> str:
    """What TBX calls the status of a row; what it cannot say goes to ``ours``, columns that are done to ``taken``."""
    status = Status(row["status"])
    if status in {Status.FORBIDDEN, Status.PROPOSED}:
        ours["status"] = status.value
    if status is Status.DEPRECATED and row.get(STATUS_COLUMN) == Status.SUPERSEDED and not row.get("until"):
        taken.add(STATUS_COLUMN)
        return fields.STATUSES[Status.SUPERSEDED]
    return fields.STATUSES.get(status, "")


def term_type(row: Cells, ours: dict[str, str], taken: set[str]) -> str:
    """What TBX calls the type of a row, empty where it is what everybody takes it for; the rest as above."""
    kind = row.get("type", "")
    kept = row.get(TYPE_COLUMN, "")
    if kept not in _TERM_TYPES - set(fields.TYPES.values()):
        return fields.TYPES[TermType(kind)] if kind else ""
    meant = TermType(kind) if kind else TermType.ABBREVIATION if is_abbreviation(row["term"]) else TermType.FULL
    if fields.TYPE_OF[kept.lower()] is not meant:
        ours["type"] = meant.value
    taken.add(TYPE_COLUMN)
    return kept


def first(rows: Sequence[Cells], column: str) -> str:
    """The first cell of a column that is filled in; empty without one."""
    return next((row[column] for row in rows if row.get(column)), "")


def parts(cell: str) -> Iterator[str]:
    """The items of a list in a cell where they can be put together again, else the cell."""
    parts = cell.split(_SEPARATOR)
    if all(part and part == part.strip() for part in parts):
        yield from parts
    elif cell:
        yield cell


def order(name: str) -> tuple[int, str]:
    """A key that sorts columns: ours in their order, then others by name."""
    return (COLUMNS.index(name), name) if name in COLUMNS else (len(COLUMNS), name)


def is_date(cell: str) -> bool:
    """Whether a cell is a date as XML writes it."""
    try:
        return dt.date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


def is_plain(cell: str) -> bool:
    """Whether a cell is read back as it is, as the value of one field."""
    return cell == cell.strip() and _SEPARATOR not in cell


def escaped(cell: str) -> str:
    """A cell as the text of an element; characters that XML cannot hold are left out."""
    return escape(_ILLEGAL.sub("", cell), {"\r": "&#13;"})
