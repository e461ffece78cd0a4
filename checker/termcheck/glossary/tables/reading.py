"""Reads workbooks, and CSV and TSV files of other programs."""

import datetime as dt
from collections.abc import Iterator, Sequence

from termcheck.errors import Problem, UsageError
from termcheck.glossary.content import COLUMNS, NO_OPTIONS, REQUIRED, FileContent, Options, read_entries
from termcheck.glossary.guarding import unguard
from termcheck.glossary.native_csv import Header, find_header, table_rows
from termcheck.glossary.tables.header import TERM, Column, Layout, layout_of
from termcheck.glossary.tables.rows import Row, entries_of, problem_with
from termcheck.workbooks import read_sheets

_FEWEST = 2
"""Columns that must be understood in the table of a workbook."""
_FIRST_ROWS = 20
"""Rows of a sheet among which the header is looked for, below a title."""


def read_table(text: str, file: str, options: Options) -> FileContent | None:
    """The terms of a CSV or TSV file that is not in the native format; None where its header is that of no glossary."""
    asked = dict(options.columns)
    header = find_header(text, file, lambda found: layout_of(found.names, asked).known)
    if isinstance(header, Problem):
        return None
    layout = layout_of(header.names, asked)
    if not is_table(layout):
        return None
    problems: list[Problem] = []
    return _content(layout, _rows(text, header, file, problems), problems, f"{file}:{header.line}", options)


def read_xlsx(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of a workbook: of every sheet whose header is that of a glossary."""
    try:
        sheets = read_sheets(data, file)
    except UsageError as error:
        return FileContent((), error.problems)
    contents = []
    for title, rows in sheets:
        cells = [(number, [_cell(value) for value in row]) for number, row in enumerate(rows, 1)]
        content = _sheet(cells, file, title, options)
        if content is not None:
            contents.append(content)
    if not contents:
        names = ", ".join(title for title, _ in sheets)
        problem = Problem(f"no sheet of the workbook has the header of a glossary (sheets: {names})", file,
                          f"name the columns {', '.join(REQUIRED)} in the first row")  # fmt: skip
        return FileContent((), (problem,))
    return FileContent(
        tuple(term for content in contents for term in content.terms),
        tuple(problem for content in contents for problem in content.problems),
    )


def _sheet(rows: Sequence[Row], file: str, title: str, options: Options) -> FileContent | None:
    """The content of a sheet; None where no row is the header of a glossary."""
    filled = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    for place, (number, names) in enumerate(filled[:_FIRST_ROWS]):
        layout = native_layout(names) or layout_of(names, dict(options.columns))
        if layout.known >= _FEWEST and is_table(layout):
            below = ((line, cells) for line, cells in filled[place + 1 :])
            return _content(layout, below, [], f"{file}:{number}", options)
    del title
    return None


def _content(layout: Layout, rows: Iterator[Row], problems: list[Problem], where: str, options: Options) -> FileContent:
    problem = problem_with(layout, options, where)
    if problem is not None:
        return FileContent((), (problem,))
    file = where.rpartition(":")[0]
    return read_entries(entries_of(layout, rows, options), file, problems)


def _rows(text: str, header: Header, file: str, problems: list[Problem]) -> Iterator[Row]:
    """The rows that can be read; what is wrong with the others goes to ``problems``."""
    for line, cells in table_rows(text, header, file, problems):
        yield line, [unguard(cell.strip()) for cell in cells]


def is_table(layout: Layout) -> bool:
    """Whether a table with these columns is one of terms."""
    return layout.is_pair or layout.is_wide or (Column(TERM) in layout.columns and layout.known >= _FEWEST)


def native_layout(names: Sequence[str]) -> Layout | None:
    """The layout of a native table, whose other columns are kept under their names; None for another table."""
    lowered = [name.strip().lower() for name in names]
    if not set(REQUIRED) <= set(lowered):
        return None
    return Layout([
        Column(low) if low in COLUMNS else Column(name.strip()) if name.strip() else None
        for low, name in zip(lowered, names, strict=True)
    ])  # fmt: skip


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)
