"""The articles in JSON Lines, CSV and Parquet files, record by record."""

import csv
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import msgspec

from termcheck.articles.collections.columns import Columns, Record, article, find_columns, no_text
from termcheck.articles.collections.kinds import Kind
from termcheck.articles.collections.opening import check_growth, opened
from termcheck.articles.decoding import MOST_BYTES
from termcheck.articles.read import Source
from termcheck.config import Settings
from termcheck.model import Skipped

_DELIMITERS = ",;\t|"
_LONGEST_REASON = 200
_BATCH = 256
"""Rows of a Parquet file that are held, at most."""
_BATCH_BYTES = 64 << 20
"""Bytes that they come to, by what the file says."""


def read_jsonl(source: Source, kind: Kind, settings: Settings, like: str) -> Iterator[Source | Skipped]:
    """The articles of a file with one JSON object a line."""
    columns: Columns | None = None
    with opened(source, kind) as stream:
        for number, line in _lines(stream):
            path = f"{source.path}#L{number}"
            if line is None:
                yield Skipped(path, f"the line is longer than {MOST_BYTES >> 20} MB", unreadable=True)
                continue
            if not line.strip():
                continue
            try:
                values = msgspec.json.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                yield Skipped(path, f"the line is not valid JSON: {error}", unreadable=True)
                continue
            if not isinstance(values, dict):
                yield Skipped(path, "the line is no JSON object", unreadable=True)
                continue
            columns = columns or find_columns(values, settings)
            if columns is None:
                yield no_text(source.path, values)
                return
            yield article(source.path, f"L{number}", Record(*(_value(values, name) for name in columns)), like)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a stream and their numbers; None in the place of one that is too long."""
    number = 0
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) > MOST_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MOST_BYTES)
            yield number, None
        else:
            yield number, line


def _value(values: Mapping[str, Any], name: str | None) -> object:
    """The value of a column; ``a.b`` is that of ``b`` in the object ``a``, where no key is called so."""
    if name is None:
        return None
    if name in values or "." not in name:
        return values.get(name)
    found: Any = values
    for key in name.split("."):
        found = found.get(key) if isinstance(found, dict) else None
    return found


def read_csv(source: Source, kind: Kind, settings: Settings, like: str) -> Iterator[Source | Skipped]:
    """The articles of a CSV or TSV file with a header, in UTF-8."""
    csv.field_size_limit(MOST_BYTES)
    with opened(source, kind) as stream:
        lines = _decoded(stream)
        first = next(lines, "").removeprefix("\ufeff")
        rows = csv.reader(_again(first, lines), delimiter=max(_DELIMITERS, key=first.count))
        header = next(rows, [])
        columns = find_columns(header, settings)
        if columns is None:
            yield no_text(source.path, header)
            return
        places = [header.index(name) if name in header else None for name in columns]
        yield from _rows(rows, places, source, like)


def _rows(
    rows: Iterator[list[str]], places: Sequence[int | None], source: Source, like: str
) -> Iterator[Source | Skipped]:
    number = 0
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Skipped(f"{source.path}#R{number}", f"the row cannot be read: {error}", unreadable=True)
            continue
        if row is None:
            return
        cells = [row[place] if place is not None and place < len(row) else None for place in places]
        if not row:
            continue
        if any("\udc80" <= char <= "\udcff" for char in cells[0] or ""):
            yield Skipped(f"{source.path}#R{number}", "the row is not UTF-8", unreadable=True)
        else:
            yield article(source.path, f"R{number}", Record(*cells), like)


def _decoded(stream: BinaryIO) -> Iterator[str]:
    while line := stream.readline(MOST_BYTES):
        yield line.decode("utf-8", "surrogateescape")


def _again(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def read_parquet(source: Source, settings: Settings, like: str) -> Iterator[Source | Skipped]:
    """The articles of a Parquet file. Raises pyarrow.ArrowException where it is damaged."""
    with opened(source, Kind("parquet")) as stream:
        size = stream.seek(0, os.SEEK_END)
        names, texts = _parquet_columns(stream)
        columns = find_columns(names, settings)
        if columns is None:
            yield no_text(source.path, names)
            return
        top = sorted({name if name in names else name.split(".")[0] for name in columns.wanted()})
        unpacked = 0
        rows = _parquet_rows(stream, top, [name for name in top if name in texts])
        for place, values in rows:
            if isinstance(values, Exception):
                reason = " ".join(str(values).split())[:_LONGEST_REASON]
                yield Skipped(f"{source.path}#{place}", f"the rows cannot be read: {reason}", unreadable=True)
                continue
            record = Record(*(_value(values, name) for name in columns))
            unpacked += len(record.text) if isinstance(record.text, str) else 0
            check_growth(unpacked, size)
            yield article(source.path, place, record, like)


def _parquet_columns(stream: BinaryIO) -> tuple[list[str], frozenset[str]]:
    """The names of all columns, and of those that hold texts."""
    from pyarrow import parquet, types

    with parquet.ParquetFile(stream) as file:
        schema = file.schema_arrow
        texts = (field.name for field in schema if types.is_string(field.type) or types.is_large_string(field.type))
        return schema.names, frozenset(texts)


def _parquet_rows(
    stream: BinaryIO, columns: list[str], texts: list[str]
) -> Iterator[tuple[str, dict[str, Any] | Exception]]:
    """Row by row, each with its place; in the place of those of a group that are damaged, why.

    A text that a file holds once for many rows is not held for each of them: it may be very long.
    """
    from pyarrow import ArrowException, parquet

    number = end = 0
    with parquet.ParquetFile(stream, read_dictionary=texts, page_checksum_verification=True) as file:
        for group in range(file.num_row_groups):
            about = file.metadata.row_group(group)
            number, end = end, end + about.num_rows
            rows = max(1, min(_BATCH, _BATCH_BYTES * about.num_rows // max(1, about.total_byte_size)))
            try:
                for batch in file.iter_batches(batch_size=rows, row_groups=[group], columns=columns):
                    for place in range(batch.num_rows):
                        values = {name: batch.column(name)[place].as_py() for name in columns}
                        number += 1
                        yield f"R{number}", values
            except (ArrowException, OSError) as error:
                yield f"R{number + 1}" if end == number + 1 else f"R{number + 1}-R{end}", error
