"""Reads bilingual workbooks: XLSX with a column for the source and one for each target, in any of its sheets."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from termcheck.articles.bilingual.content import Content
from termcheck.articles.bilingual.table import Columns, columns_of
from termcheck.articles.bilingual.units import Target, Unit, read_units
from termcheck.articles.reading import Extracted
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem, UsageError
from termcheck.model import Location
from termcheck.workbooks import read_sheets


def read_workbook(data: bytes, settings: Settings) -> Extracted:
    """Read the sheets of a workbook that are bilingual; raises ArticleError, without a place, where none is."""
    try:
        sheets = read_sheets(data, "", from_corner=True)
    except UsageError as error:
        raise ArticleError([replace(one, place="") for one in error.problems]) from error
    cells = _Cells()
    units: list[Unit] = []
    found = False
    for title, rows in sheets:
        head = next((number for number, row in enumerate(rows) if any(map(_shown, row))), None)
        columns = columns_of([_shown(cell) for cell in rows[head]], settings) if head is not None else None
        if head is not None and columns is not None:
            found = True
            units.extend(_units(title, rows[head + 1 :], head + 2, columns, cells))
    if not found:
        message = "no sheet begins with a row that names source and target, or two languages"
        raise ArticleError(Problem(message, remedy="name the columns so, or leave the file out"))
    text = "\n".join(cells.texts)
    return Extracted(text, read_units(text, units), tuple(cells.locations) or (Location(0, sheets[0][0]),))


class _Cells:
    """The texts of cells, one after the other, with their places."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.locations: list[Location] = []
        self._length = 0

    def add(self, text: str, place: str) -> Content:
        """Put the text of a cell to the others."""
        start = self._length
        content = Content(start)
        content.add(text, start, start + len(text))
        self.texts.append(text)
        self.locations.append(Location(start, place))
        self._length += len(text) + 1
        return content


def _units(title: str, rows: Sequence[Sequence[object]], first: int, columns: Columns, cells: _Cells) -> Iterator[Unit]:
    def text(row: Sequence[object], place: int | None) -> str:
        return _shown(row[place]) if place is not None and place < len(row) else ""

    for number, row in enumerate(rows, first):
        source = text(row, columns.source)
        wanted = [(place, lang) for place, lang in columns.targets if text(row, place)]
        if not source or not wanted:
            continue
        read = cells.add(source, _address(title, columns.source, number))
        targets = tuple(
            Target(cells.add(text(row, place), _address(title, place, number)), lang) for place, lang in wanted
        )
        name = text(row, columns.id) or _address(title, columns.source, number)
        yield Unit(name, (read,), columns.source_lang, targets, text(row, columns.context))


def _shown(cell: object) -> str:
    """The text of a cell; numbers, dates and the like are none to be checked."""
    return cell.strip() if isinstance(cell, str) else ""


def _address(title: str, column: int, row: int) -> str:
    """``Sheet1!B7``; the column counts from 0, the row from 1."""
    letters = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return f"{title}!{letters}{row}"
