"""Findings for programs that work on tables too large for a spreadsheet: Parquet, with the columns of the JSON report.

Takes the extra ``parquet`` (pyarrow). Rows are written in groups, so that only one of these is held.
"""

import io
from collections.abc import Iterator
from itertools import islice

from termcheck.errors import Problem
from termcheck.model import Report
from termcheck.reports.json_report import finding_object

_AT_ONCE = 20_000
_WHOLE_NUMBERS = ("line", "column", "end_line", "end_column", "start", "end")
_TEXTS = (
    "rule", "severity", "method", "concept", "lang", "file", "segment", "location", "observed", "text", "matched",
    "suggestion", "preferred", "message", "reason", "fingerprint",
)  # fmt: skip


def missing() -> Problem | None:
    """What has to be installed before Parquet can be written; None where it is there."""
    from importlib.util import find_spec

    if find_spec("pyarrow") is not None:
        return None
    return Problem("Parquet takes the extra `parquet`", "", 'install it: pip install "termcheck[parquet]"')


def render_parquet(report: Report) -> bytes:
    """Every open finding in report order."""
    return b"".join(parquet_pieces(report))


def parquet_pieces(report: Report) -> Iterator[bytes]:
    """The same in pieces."""
    import pyarrow as pa
    from pyarrow import parquet

    place = pa.struct({"file": pa.string(), "line": pa.int64(), "start": pa.int64(), "end": pa.int64()})
    kinds = {
        **dict.fromkeys(_TEXTS, pa.string()),
        **dict.fromkeys(_WHOLE_NUMBERS, pa.int64()),
        "confidence": pa.float64(),
        "related": pa.list_(place),
    }
    sink = _Sink()
    found = (finding_object(finding) for finding in report.findings)
    schema = pa.schema(sorted(kinds.items()))
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        while rows := [_clean(row) for row in islice(found, _AT_ONCE)]:
            writer.write_table(pa.Table.from_pylist(rows, schema))
            yield sink.taken()
    yield sink.taken()


def _clean(row: dict[str, object]) -> dict[str, object]:
    """The row without halves of surrogate pairs, which Parquet cannot hold."""
    return {
        key: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for key, value in row.items()
    }


class _Sink(io.RawIOBase):
    """Takes what is written until somebody fetches it."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]  # a buffer
        self._pieces.append(piece)
        self._length += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._length

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
