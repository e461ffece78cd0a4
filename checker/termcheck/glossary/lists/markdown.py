"""Reads and writes tables in Markdown files."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termcheck.errors import Problem
from termcheck.glossary.content import NO_OPTIONS, REQUIRED, FileContent, Options, read_entries
from termcheck.glossary.native_csv import decode
from termcheck.glossary.native_writing import table_of
from termcheck.glossary.tables.header import layout_of
from termcheck.glossary.tables.reading import is_table, native_layout
from termcheck.glossary.tables.rows import Row, entries_of, problem_with
from termcheck.model import Term

_MARKUP = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&^$:\"'/=@,;%?]")
_BREAK = "<br>"


class _Table(NamedTuple):
    line: int
    names: Sequence[str]
    rows: Sequence[Row]


def read(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of every table of a Markdown file whose header is that of a glossary; other tables are passed over."""
    text = decode(data, file)
    if isinstance(text, Problem):
        return FileContent((), (text,))
    contents = []
    for table in _tables(text):
        layout = native_layout(table.names) or layout_of(table.names, dict(options.columns))
        if not is_table(layout):
            continue
        problem = problem_with(layout, options, f"{file}:{table.line}")
        if problem is not None:
            contents.append(FileContent((), (problem,)))
        else:
            contents.append(read_entries(entries_of(layout, table.rows, options), file))
    if not contents:
        problem = Problem("the file has no table with the header of a glossary", file,
                          f"write a table with the columns {', '.join(REQUIRED)}")  # fmt: skip
        return FileContent((), (problem,))
    return FileContent(
        tuple(term for content in contents for term in content.terms),
        tuple(problem for content in contents for problem in content.problems),
    )


def _tables(text: str) -> Iterator[_Table]:
    import pyromark

    encoded = text.encode("utf-8")
    line, counted = 1, 0
    rows: list[Row] = []
    cells: list[str] = []
    cell: list[str] | None = None
    for event, place in pyromark.events_with_range(text, options=pyromark.Options.ENABLE_TABLES):
        (kind, content), *_ = event.items() if isinstance(event, dict) else ((event, None),)
        name = next(iter(content)) if isinstance(content, dict) else content
        if kind == "Start" and name == "Table":
            rows = []
        elif kind == "Start" and name in {"TableHead", "TableRow"}:
            cells = []
        elif kind == "Start" and name == "TableCell":
            cell = []
        elif kind == "End" and name == "TableCell" and cell is not None:
            cells.append("".join(cell).strip())
            cell = None
        elif kind == "End" and name in {"TableHead", "TableRow"}:
            line += encoded.count(b"\n", counted, place["start"])
            counted = place["start"]
            rows.append((line, cells))
        elif kind == "End" and name == "Table" and rows:
            (first, names), *others = rows
            yield _Table(first, names, others)
        elif cell is not None:
            cell.append(_shown(kind, content))


def _shown(kind: str, content: object) -> str:
    """What an event inside a cell shows."""
    if kind in {"Text", "Code"}:
        return str(content)
    if kind == "InlineHtml":
        return "\n" if str(content).lower().startswith("<br") else ""
    return " " if kind in {"SoftBreak", "HardBreak"} else ""


def write(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A Markdown table with one row a term: UTF-8, LF."""
    del options
    header, rows = table_of(terms)
    lines = [header, ["---"] * len(header), *([_escaped(cell) for cell in row] for row in rows)]
    lines[0] = [_escaped(cell) for cell in header]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines).encode("utf-8")


def _escaped(cell: str) -> str:
    """A cell that shows as it is: signs that could be markup escaped, a tag for each line end."""
    text = _MARKUP.sub(lambda found: f"\\{found[0]}", cell)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", _BREAK).replace("\t", " ")
