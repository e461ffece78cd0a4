"""The cells of a row of the native glossary format: what each may hold, and its default."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

from termcheck.glossary.cell_checks import Mistake, check_example, check_glob, check_words, show
from termcheck.glossary.guarding import unguard
from termcheck.glossary.tags import explain_tag
from termcheck.model import Example, Place, Status, Term, TermType, Tier

LIST_SEPARATOR = " | "
MOST_ITEMS = 100
"""Of a list inside a cell."""
_LONGEST_CONCEPT = 200
_BREAKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
_ABBREVIATION_LETTERS = 5
_CLOSE = 0.75
"""Likeness from which on one word may be meant for another."""
_ASCII_INNER_CAPITAL = re.compile("[a-z][A-Z]")

_Extra = tuple[tuple[str, str], ...]
Choice = TypeVar("Choice", bound=StrEnum)
Default = TypeVar("Default")


class _Case(StrEnum):
    SENSITIVE = "sensitive"
    INSENSITIVE = "insensitive"


class _Options(NamedTuple):
    """What the optional columns say that few rows fill in."""

    tier: Tier = Tier.FUZZY
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    paths: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    not_when: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    definition: str = ""
    domain: str = ""


_NO_OPTIONS = _Options()
_OPTIONAL = frozenset(("match", "from", "until", "paths", "forms", "not_when", "examples", "definition", "domain"))


class CellReader:
    """Turns rows into terms; made once for each file."""

    def __init__(self, places: Mapping[str, int], others: Sequence[tuple[int, str]]) -> None:
        """``places``: known column -> position; ``others``: position and name of the unknown columns."""
        self._places = tuple(places.items())
        self._others = tuple(others)
        self._width = 1 + max((*places.values(), *(place for place, _ in others)), default=0)

    def term(self, cells: list[str], place: Place) -> tuple[Term | None, Sequence[Mistake]]:
        """The term of a row, or None; and every mistake of the row."""
        if len(cells) < self._width:
            cells = [*cells, *[""] * (self._width - len(cells))]
        row = _Row({
            name: cell if cell[0] != "'" else unguard(cell)
            for name, at in self._places if (cell := cells[at].strip())
        })  # fmt: skip
        extra = self._extra(cells, row) if self._others else ()
        return _term_of(row, extra, place), row.mistakes

    def _extra(self, cells: Sequence[str], row: "_Row") -> _Extra:
        kept = [(name, cell) for at, name in self._others if (cell := unguard(cells[at].strip()))]
        for name, cell in kept:
            if not name:
                row.complain(f"the cell '{show(cell)}' stands under no column", "name the column in the header")
        return tuple(kept)


def term_of(cells: dict[str, str], extra: _Extra, place: Place) -> tuple[Term | None, Sequence[Mistake]]:
    """The term of cells by column, stripped and none of them empty, or None; and every mistake."""
    row = _Row(cells)
    return _term_of(row, extra, place), row.mistakes


def _term_of(row: "_Row", extra: _Extra, place: Place) -> Term | None:
    text = row.term()
    status = row.status()
    abbreviated = is_abbreviation(text)
    case = row.choice("case", _Case, None)
    options = _NO_OPTIONS if _OPTIONAL.isdisjoint(row.cells) else row.options()
    if status is Status.SUPERSEDED and "until" not in row.cells:
        row.complain("a superseded term needs the last day on which it was right, in the column until",
                     "write it as 2024-01-31, or make the term deprecated")  # fmt: skip
    term = Term(
        row.concept(),
        row.lang(),
        text,
        status,
        case is _Case.SENSITIVE if case else abbreviated or has_inner_capital(text),
        options.tier,
        row.choice("type", TermType, TermType.ABBREVIATION if abbreviated else TermType.FULL),
        options.valid_from,
        options.valid_until,
        options.paths,
        options.forms,
        options.not_when,
        options.examples,
        note=row.cells.get("note", ""),
        definition=options.definition,
        domain=options.domain,
        extra=extra,
        place=place,
    )
    return None if row.mistakes else term


class _Row:
    """One row while it is read: its cells that are not blank, by column, and what is wrong with them."""

    __slots__ = ("cells", "mistakes")

    def __init__(self, cells: dict[str, str]) -> None:
        self.cells = cells
        self.mistakes: list[Mistake] = []

    def complain(self, message: str, remedy: str) -> None:
        self.mistakes.append(Mistake(message, remedy))

    def required(self, column: str) -> str:
        cell = self.cells.get(column, "")
        if not cell:
            self.complain(f"the cell {column} is empty", f"fill in the {column}, or delete the row")
        return cell

    def concept(self) -> str:
        cell = self.required("concept")
        if len(cell) > _LONGEST_CONCEPT or not cell.isprintable():
            self.complain(f"the concept '{show(cell)}' is too long or holds a line break or an invisible character",
                          f"use a short name such as cac, at most {_LONGEST_CONCEPT} characters")  # fmt: skip
        return cell

    def lang(self) -> str:
        cell = self.required("lang")
        if cell and (remedy := explain_tag(cell)):
            self.complain(f"'{show(cell)}' is no language tag", remedy)
        return cell

    def term(self) -> str:
        cell = normalize(self.required("term"))
        if cell and (mistake := check_words(cell)):
            self.complain(f"the term {mistake.message}", mistake.remedy)
        return cell

    def status(self) -> Status:
        self.required("status")
        return self.choice("status", Status, Status.PROPOSED)

    def choice(self, column: str, kind: type[Choice], default: Default) -> Choice | Default:
        """The value of a column with a fixed vocabulary; the default where the cell is empty or wrong."""
        cell = self.cells.get(column)
        if cell is None:
            return default
        values = _values(kind)
        value: Choice | None = values.get(cell) or values.get(cell.lower())
        if value is None:
            self.complain(f"{column} '{show(cell)}' is not known", _instead(cell, kind))
            return default
        return value

    def options(self) -> _Options:
        """The optional columns."""
        first, last = self._date("from"), self._date("until")
        if first and last and last < first:
            self.complain(f"the row holds from {first} until {last}, so never", "exchange the two dates")
        return _Options(
            tier=self.choice("match", Tier, Tier.FUZZY),
            valid_from=first,
            valid_until=last,
            paths=self._items("paths", check_glob),
            forms=self._items("forms", check_words),
            not_when=self._items("not_when", check_words),
            examples=tuple(
                Example(item[1:].strip(), item[0] == "+") for item in self._items("examples", check_example)
            ),
            definition=self.cells.get("definition", ""),
            domain=self.cells.get("domain", ""),
        )

    def _date(self, column: str) -> dt.date | None:
        cell = self.cells.get(column, "")
        if not cell:
            return None
        try:
            if len(cell) == 10 and cell[4] == cell[7] == "-":
                return dt.date.fromisoformat(cell)
        except ValueError:
            pass
        self.complain(f"{column} '{show(cell)}' is no date", "write it as 2024-01-31, year, month, day")
        return None

    def _items(self, column: str, check: Callable[[str], Mistake | None]) -> tuple[str, ...]:
        """The items of a list inside a cell; empty ones are left out."""
        cell = self.cells.get(column, "")
        if not cell:
            return ()
        items = tuple(part for part in map(str.strip, f" {normalize(cell)} ".split(LIST_SEPARATOR)) if part)
        if len(items) > MOST_ITEMS:
            self.complain(f"{column} has {len(items)} items", f"keep at most {MOST_ITEMS}")
        for item in items[:MOST_ITEMS]:
            if mistake := check(item):
                self.complain(f"{column}: '{show(item)}' {mistake.message}", mistake.remedy)
        return items


def normalize(text: str) -> str:
    """A cell in the form in which terms are compared: NFC, with a space for each line break or tab inside."""
    if not text.isprintable():
        text = text.translate(_BREAKS)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def is_abbreviation(text: str) -> bool:
    """Whether a term is one word of two to five letters, all capitals, with or without digits (IT, WHO, CO2, G20).

    With digits, one letter will do.
    """
    if len(text) <= 1 or not text.isupper() or not text.isalnum():
        return False
    letters = [char for char in text if not char.isdigit()]
    return len(letters) <= _ABBREVIATION_LETTERS and all(map(str.isupper, letters))


def has_inner_capital(text: str) -> bool:
    """Whether a capital follows a lower-case letter inside a word (macOS, GitHub; not Wi-Fi, Five-Year)."""
    if text.isascii():
        return _ASCII_INNER_CAPITAL.search(text) is not None
    return any(before.islower() and char.isupper() for before, char in pairwise(text))


@cache
def _values(kind: type[Choice]) -> dict[str, Choice]:
    return {member.value: member for member in kind}


def _instead(cell: str, kind: type[StrEnum]) -> str:
    """What may have been meant, else all that may be written."""
    from difflib import get_close_matches

    *others, last = kind
    close = get_close_matches(cell[:_LONGEST_CONCEPT].lower(), [*others, last], 1, _CLOSE)
    return f"did you mean {close[0]}?" if close else f"write {', '.join(others)} or {last}"
