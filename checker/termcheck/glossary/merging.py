"""Two or more versions of a glossary -> one, row by row, with what they contradict each other in.

A row is found again by its concept, language, term, dates and paths. Without a common ancestor rows are united: a cell
that only one side fills in is taken. With one, what only one side has changed is taken, as git does with lines, but
cell by cell.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from termcheck.errors import Problem
from termcheck.glossary.content import COLUMNS, Cells, Entry, cells_of, read_entries
from termcheck.glossary.validation import check_rows, drop_repeated
from termcheck.model import Place, Term

_IDENTITY = ("concept", "lang", "term", "from", "until", "paths")
_Key = tuple[str, ...]


class _Row(NamedTuple):
    cells: Cells
    place: Place


class Merged(NamedTuple):
    """What came of it; with conflicts, the terms are not to be written."""

    terms: tuple[Term, ...]
    conflicts: tuple[Problem, ...]


def merge(versions: Sequence[Sequence[Term]], base: Sequence[Term] | None = None) -> Merged:
    """The rows of all versions as one glossary, in the order of the first; ``base``: what all of them come from.

    A conflict is a cell that two versions fill in otherwise, a row that one has deleted and another changed, or rows
    that contradict each other once they stand together.
    """
    first, *others = versions
    rows, conflicts = _rows(first), list[Problem]()
    ancestor = None if base is None else _rows(base)
    for other in others:
        rows = _joined(rows, _rows(other), ancestor, conflicts)
    merged = _terms(_in_order(rows.values()))
    kept, _ = drop_repeated(merged)
    conflicts.extend(check_rows(kept)[0])
    return Merged(kept, tuple(conflicts))


def _joined(
    ours: Mapping[_Key, _Row], theirs: Mapping[_Key, _Row], base: Mapping[_Key, _Row] | None, conflicts: list[Problem]
) -> dict[_Key, _Row]:
    joined: dict[_Key, _Row] = {}
    for key in {**ours, **theirs}:
        one, other = ours.get(key), theirs.get(key)
        before = base.get(key) if base is not None else None
        if one is not None and other is not None:
            joined[key] = _both(one, other, before, conflicts)
        elif (left := one or other) is None:
            continue
        elif before is None:
            joined[key] = left
        elif left.cells != before.cells:
            conflicts.append(
                Problem(
                    f"“{left.cells['term']}” of {left.cells['concept']} is changed here and deleted in the other file",
                    str(left.place),
                    "keep it in both, or delete it in both",
                )
            )
            joined[key] = left
    return joined


def _both(one: _Row, other: _Row, before: _Row | None, conflicts: list[Problem]) -> _Row:
    cells: dict[str, str] = {}
    for name in (*COLUMNS, *(name for name in {**one.cells, **other.cells} if name not in COLUMNS)):
        mine, yours = one.cells.get(name, ""), other.cells.get(name, "")
        old = before.cells.get(name, "") if before is not None else ""
        if yours in {mine, old}:
            cells[name] = mine
        elif mine == old:
            cells[name] = yours
        else:
            cells[name] = mine
            conflicts.append(_conflict(name, one, other, mine, yours))
    return _Row({name: cell for name, cell in cells.items() if cell}, one.place)


def _conflict(name: str, one: _Row, other: _Row, mine: str, yours: str) -> Problem:
    about = f"“{one.cells['term']}” of {one.cells['concept']}"
    return Problem(
        f"{about}: {name} is '{_short(yours)}' here and '{_short(mine)}' at {one.place}",
        str(other.place),
        "make both the same, or clear the one that does not count",
    )


def _short(cell: str) -> str:
    text = " ".join(cell.split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def _rows(terms: Iterable[Term]) -> dict[_Key, _Row]:
    """Rows by what makes them the same; of several alike, each gets a number."""
    rows: dict[_Key, _Row] = {}
    for term in terms:
        cells = cells_of(term)
        key = tuple(cells.get(name, "") for name in _IDENTITY)
        number = 0
        while (*key, str(number)) in rows:
            number += 1
        rows[*key, str(number)] = _Row(cells, term.place)
    return rows


def _in_order(rows: Iterable[_Row]) -> list[_Row]:
    """Rows with those of one concept together, in the order in which concepts first appear."""
    by_concept: dict[str, list[_Row]] = {}
    for row in rows:
        by_concept.setdefault(row.cells["concept"], []).append(row)
    return [row for ones in by_concept.values() for row in ones]


def _terms(rows: Iterable[_Row]) -> tuple[Term, ...]:
    terms: list[Term] = []
    for row in rows:
        terms.extend(read_entries([Entry(row.cells, row.place.line)], row.place.file).terms)
    return tuple(terms)
