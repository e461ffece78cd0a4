"""Reads bilingual tables: CSV and TSV with a column for the source and one for each target.

The columns are called ``source`` and ``target``, or by codes or names of languages. Cells are scanned as the csv module
reads them, but with their places.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termcheck.articles.bilingual.content import Content
from termcheck.articles.bilingual.units import Target, Unit, read_units
from termcheck.articles.metadata import language_tag
from termcheck.articles.reading import Reading
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem
from termcheck.languages import KNOWN, SIMPLEMMA, SNOWBALL
from termcheck.languages.names import named_language
from termcheck.languages.tags import base, related

_DELIMITERS = ",;\t|"
_SOURCES = (
    "source", "source text", "source segment", "source string", "src", "original", "original text", "原文",
    "ausgangstext", "quelltext",
)  # fmt: skip
_TARGETS = (
    "target", "target text", "target segment", "target string", "trg", "tgt", "translation", "translated text", "译文",
    "zieltext", "übersetzung",
)  # fmt: skip
"""Names of columns, in lower case, the surest first."""
_IDS = ("id", "key", "segment", "segment id", "name")
_CODES = frozenset(
    "en et eu ga gl gu hy is ka kk kn ky lo lt lv mk ml mn mr ms my ne no nn pa ps si sl sq te tg tk tl ug ur uz yi "
    "zu".split()
)
"""Languages by whose codes columns are called, beside those that the program knows more of."""
_CONTEXTS = ("context", "ctx", "msgctxt")


class Columns(NamedTuple):
    """Which column of a table holds what."""

    source: int
    source_lang: str | None
    targets: tuple[tuple[int, str | None], ...]
    """Column and its language."""
    id: int | None
    context: int | None


class Cell(NamedTuple):
    """A cell and where its text stands, without quotation marks around it."""

    start: int
    end: int
    quoted: bool


def columns_of(header: Sequence[str], settings: Settings) -> Columns | None:
    """What the columns of a bilingual table hold; None where the header is not that of one."""
    names = [name.strip().lower() for name in header]
    given, target = _first(names, _SOURCES), _first(names, _TARGETS)
    if given is not None and target is not None:
        source, source_lang = given, None
        targets: tuple[tuple[int, str | None], ...] = ((target, None),)
    else:
        first = next((place for place, name in enumerate(names) if name), 0)
        first += names[first : first + 1] in (["id"], ["no"])  # an id or a number, rather than Indonesian or Norwegian
        tags = {place: tag for place, name in enumerate(header[first:], first) if (tag := _language(name))}
        if len(tags) < 2:
            return None
        wanted = settings.source_lang
        source = next((place for place, tag in tags.items() if wanted and related(tag, wanted)), min(tags))
        source_lang = tags.pop(source)
        targets = tuple(tags.items())
    return Columns(source, source_lang, targets, _first(names, _IDS), _first(names, _CONTEXTS))


def _language(name: str) -> str | None:
    """The language for which a column is named, by its code or its name."""
    tag = language_tag(name)
    if tag is None or len(tag) > 12:
        return language_tag(named_language(name))
    code = base(tag)
    return tag if code in _CODES or code in KNOWN or code in SNOWBALL or code in SIMPLEMMA else None


def _first(names: Sequence[str], wanted: Sequence[str]) -> int | None:
    return next((names.index(name) for name in wanted if name in names), None)


def is_bilingual_table(beginning: str, settings: Settings) -> bool:
    """Whether a text begins with the header of a bilingual table."""
    line = re.split(r"[\r\n]", beginning, maxsplit=1)[0]
    rows = rows_of(line, delimiter_of(line))
    header = [_text(line, cell) for cell in next(rows, ())]
    return columns_of(header, settings) is not None


def read_table(text: str, settings: Settings) -> Reading:
    """Read a bilingual table; raises ArticleError, without a place, where it is none."""
    return read_units(text, table_units(text, settings))


def table_units(text: str, settings: Settings) -> Iterator[Unit]:
    """The rows of a bilingual table."""
    rows = rows_of(text, delimiter_of(text))
    columns = columns_of([_text(text, cell) for cell in next(rows, ())], settings)
    if columns is None:
        message = "its header names neither source and target nor two languages"
        remedy = "name the columns so; in a table of articles say --column text=NAME; or leave the file out"
        raise ArticleError(Problem(message, remedy=remedy))
    for number, row in enumerate(rows, 2):
        yield from _units(text, row, number, columns)


def _units(text: str, row: Sequence[Cell], number: int, columns: Columns) -> Iterator[Unit]:
    def cell(place: int | None) -> Cell | None:
        return row[place] if place is not None and place < len(row) else None

    source = cell(columns.source)
    if source is None:
        return
    name, context = cell(columns.id), cell(columns.context)
    targets = [(found, lang) for place, lang in columns.targets if (found := cell(place)) is not None]
    yield Unit(
        (_text(text, name).strip() if name else "") or str(number),
        (_content(text, source),),
        columns.source_lang,
        tuple(Target(_content(text, found), lang) for found, lang in sorted(targets)),
        _text(text, context).strip() if context else "",
    )


def delimiter_of(text: str) -> str:
    """What parts the cells of a table: the most frequent candidate of its first line."""
    line = re.split(r"[\r\n]", text[:4096], maxsplit=1)[0]
    return max(_DELIMITERS, key=lambda sign: (line.count(sign), -_DELIMITERS.index(sign)))


def rows_of(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """The cells of each row that is not empty; a quotation mark doubled inside quotation marks is one.

    Raises ArticleError, without a place, where quotation marks are not closed.
    """
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    row: list[Cell] = []
    at = 0
    while at <= len(text):
        if text.startswith('"', at):
            end = _quoted_end(text, at)
            cell = Cell(at + 1, end, quoted=True)
            at = end + 1
            rest = plain.match(text, at)
            at = rest.end() if rest else at
        else:
            found = plain.match(text, at)
            cell = Cell(at, found.end() if found else at, quoted=False)
            at = cell.end
        row.append(cell)
        if text.startswith(delimiter, at):
            at += 1
            continue
        if len(row) > 1 or row[0].start < row[0].end:
            yield row
        row = []
        at += 2 if text.startswith("\r\n", at) else 1
        if at >= len(text):
            return


def _quoted_end(text: str, start: int) -> int:
    at = text.find('"', start + 1)
    while at >= 0 and text.startswith('""', at):
        at = text.find('"', at + 2)
    if at < 0:
        line = len(re.findall(r"\r\n|\r|\n", text[:start])) + 1
        message = f"the quotation mark in line {line} is never closed"
        raise ArticleError(Problem(message, remedy="close it, or double the ones inside the cell"))
    return at


def _text(text: str, cell: Cell) -> str:
    raw = text[cell.start : cell.end]
    return raw.replace('""', '"') if cell.quoted else raw


def _content(text: str, cell: Cell) -> Content:
    content = Content(cell.start)
    at = cell.start
    while cell.quoted and (mark := text.find('""', at, cell.end)) >= 0:
        content.add(text[at:mark], at, mark)
        content.add('"', mark, mark + 2)
        at = mark + 2
    content.add(text[at : cell.end], at, cell.end)
    return content
