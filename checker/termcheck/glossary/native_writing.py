"""Writes terms in the native format: as a new CSV or TSV file, one row a term."""

import csv
import io
from collections.abc import Iterable, Sequence

from termcheck.glossary.content import COLUMNS, NO_OPTIONS, REQUIRED, Cells, Options, cells_of
from termcheck.glossary.guarding import guard
from termcheck.glossary.native_csv import Header, decode, encode_like, find_header, is_native
from termcheck.model import Term

_JOIN = " | "


def write_csv(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """The bytes of a CSV file: UTF-8 without BOM, LF, a header with the columns that some term fills in.

    Cells that a spreadsheet would take for formulas have an apostrophe before them, which reading takes off.
    """
    del options
    return _written(terms, ",")


def write_tsv(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """The same with tabs between the cells."""
    del options
    return _written(terms, "\t")


def table_of(terms: Iterable[Term]) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of the native table that terms make."""
    rows = [_merged(cells_of(term)) for term in terms]
    used: dict[str, str] = {}
    for row in rows:
        for name in row:
            used.setdefault(name.casefold(), name)
    header = [column for column in COLUMNS if column in REQUIRED or column in used]
    header += [name for key, name in used.items() if key not in COLUMNS]
    keys = [name.casefold() for name in header]
    folded = ({name.casefold(): cell for name, cell in row.items()} for row in rows)
    return header, [[row.get(key, "") for key in keys] for row in folded]


def _merged(cells: Cells) -> Cells:
    """The cells with one column where two names differ in case only: the header may have each name once."""
    if len({name.casefold() for name in cells}) == len(cells):
        return cells
    merged: dict[str, str] = {}
    names: dict[str, str] = {}
    for name, cell in cells.items():
        first = names.setdefault(name.casefold(), name)
        merged[first] = f"{merged[first]}{_JOIN}{cell}" if first in merged else cell
    return merged


def _written(terms: Iterable[Term], delimiter: str) -> bytes:
    header, rows = table_of(terms)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([guard(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8")


def write_like(terms: Sequence[Term], data: bytes) -> bytes | None:
    """The terms as a table that looks like ``data``: its separator, line end, and columns in its order.

    None where ``data`` is no native table.
    """
    text = decode(data, "")
    header = find_header(text, "") if isinstance(text, str) else None
    if not isinstance(text, str) or not isinstance(header, Header) or not is_native(header):
        return None
    names, rows = table_of(terms)
    known = {name.casefold(): at for at, name in enumerate(names)}
    order = [known.get(name.casefold(), -1) for name in header.names]
    order += [at for at in range(len(names)) if at not in order]
    title = [*header.names, *(names[at] for at in order[len(header.names) :])]
    stream = io.StringIO(newline="")
    end = "\r\n" if "\r\n" in text else "\n"
    writer = csv.writer(stream, delimiter=header.delimiter, lineterminator=end)
    writer.writerow(title)
    writer.writerows([guard(row[at]) if at >= 0 else "" for at in order] for row in rows)
    return encode_like(stream.getvalue(), data)
