"""The table of proposals: a glossary file that editors decide in, and that is read back.

Every row is a row of a glossary with status ``proposed``; in the column ``decision`` the editor says yes or no, or the
status that the row should get. Rows that are there already, whatever was made of them, are never overwritten.
"""

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termcheck.errors import Problem, UsageError
from termcheck.glossary.content import REQUIRED
from termcheck.glossary.native_csv import decode, encoding_of, find_header, table_rows
from termcheck.model import Glossary, Status
from termcheck.reports.csv_reports import guard
from termcheck.verdicts import Decision, Verdict, form_key, word_pair

DECISION = "decision"
COLUMNS = ("concept", "lang", "term", "status", DECISION, "note")
_YES = frozenset("yes y accept accepted admit ok".split())
_NO = frozenset("no n reject rejected not-a-variant".split())
_STATUSES = frozenset({Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.FORBIDDEN})
_WRONG = frozenset({Status.DEPRECATED, Status.FORBIDDEN})
_WHY = "proposed by discover"

Row = Mapping[str, str]
"""Column -> cell."""


class Table(NamedTuple):
    """A file with rows of a glossary."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]
    """Line and cells."""
    delimiter: str
    bom: bool


class Decided(NamedTuple):
    """A table in which the editor's decisions are carried out."""

    content: str
    decisions: tuple[Decision, ...]
    accepted: int
    rejected: int
    left: int
    """Rows that are still to be decided."""


def read_table(data: bytes, name: str) -> Table:
    """The rows of a file; ``name`` is how problems show it. Raises UsageError with every mistake."""
    text = decode(data, name)
    header = text if isinstance(text, Problem) else find_header(text, name)
    if isinstance(text, Problem) or isinstance(header, Problem):
        raise UsageError(header if isinstance(header, Problem) else ())
    names = [one.lower() if one.lower() in {*COLUMNS, *header.places} else one for one in header.names]
    problems = [
        Problem(f"there is no column {column}", name, "name a file that discover has written")
        for column in REQUIRED
        if column not in names
    ]
    rows: list[tuple[int, Row]] = [
        (line, dict(zip(names, cells, strict=False))) for line, cells in table_rows(text, header, name, problems)
    ]
    if problems:
        raise UsageError(problems)
    return Table(tuple(names), tuple(rows), header.delimiter, bool(encoding_of(data)[0]))


def render_table(
    columns: Sequence[str], rows: Iterable[Row], delimiter: str = ",", *, bom: bool = True, escape: bool = True
) -> str:
    """The text of a file with these rows; ``escape``: cells that are formulas to spreadsheets get an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        cells = [row.get(column, "") for column in columns]
        writer.writerow(map(guard, cells) if escape else cells)
    return ("\ufeff" if bom else "") + out.getvalue()


def merged(data: bytes, name: str, proposed: Sequence[Row]) -> str:
    """The text of an existing table with what is newly proposed added at its end; what is there stays as it is."""
    table = read_table(data, name)
    there = {_key(row) for _, row in table.rows}
    new = [{key: guard(cell) for key, cell in row.items()} for row in proposed if _key(row) not in there]
    columns = (*table.columns, *(column for column in COLUMNS if column not in table.columns))
    rows = [row for _, row in table.rows]
    return render_table(columns, [*rows, *new], table.delimiter, bom=table.bom, escape=False)


def _key(row: Row) -> tuple[str, str, str]:
    return row.get("concept", "").strip(), row.get("lang", "").strip(), form_key(row.get("term", ""))


def decide(data: bytes, name: str, glossary: Glossary, today: dt.date) -> Decided:
    """Carry out what the editor wrote into the column ``decision``. Raises UsageError with every mistake.

    Rows with a yes get their status, rows with a no go, and so do rows with a pair of words ("cyber = network"); all
    become decisions, so that nobody is asked again.
    """
    table = read_table(data, name)
    if DECISION not in table.columns:
        raise UsageError(Problem(f"there is no column {DECISION}", name, "add it, with yes or no in each row"))
    problems = list(_mistakes(table, name))
    if problems:
        raise UsageError(problems)
    known = {term.concept for term in glossary.terms if term.status is not Status.PROPOSED}
    preferred = {(term.concept, term.lang) for term in glossary.terms if term.status is Status.PREFERRED}
    rows: list[Row] = []
    decisions: list[Decision] = []
    counts: Counter[str] = Counter()
    for _, row in table.rows:
        word = row.get(DECISION, "").strip().lower()
        concept, form = row["concept"].strip(), " ".join(row["term"].split())
        if word and word_pair(form) is not None:
            is_no = word in _NO
            counts["rejected" if is_no else "accepted"] += 1
            verdict = Verdict.OTHER_WORD if is_no else Verdict.SAME_WORD
            decisions.append(Decision(concept, form, verdict, when=today, why=_WHY))
        elif not word:
            counts["left"] += row["status"].strip().lower() == Status.PROPOSED
            rows.append(row)
        elif word in _NO:
            counts["rejected"] += 1
            verdict = Verdict.NOT_A_VARIANT if concept in known else Verdict.IGNORE
            decisions.append(Decision(concept, form, verdict, when=today, why=_WHY))
        else:
            counts["accepted"] += 1
            status = _status(word, (concept, row["lang"].strip()), preferred)
            verdict = Verdict.DEPRECATE if status in _WRONG else Verdict.ADMIT
            decisions.append(Decision(concept, form, verdict, when=today, why=_WHY))
            rows.append({**row, "status": status.value, DECISION: ""})
    content = render_table(table.columns, rows, table.delimiter, bom=table.bom, escape=False)
    return Decided(content, tuple(decisions), counts["accepted"], counts["rejected"], counts["left"])


def _status(word: str, key: tuple[str, str], preferred: set[tuple[str, str]]) -> Status:
    """The status that a decision gives; the first yes for a concept without a preferred term makes it that."""
    status = Status(word) if word not in _YES else Status.ADMITTED if key in preferred else Status.PREFERRED
    if status is Status.PREFERRED:
        preferred.add(key)
    return status


def _mistakes(table: Table, name: str) -> Iterator[Problem]:
    allowed: Collection[str] = {*_YES, *_NO, *_STATUSES, ""}
    for line, row in table.rows:
        word = row.get(DECISION, "").strip().lower()
        if word not in allowed:
            remedy = f"write yes, no, or {', '.join(sorted(one.value for one in _STATUSES))}"
            yield Problem(f"the decision cannot be {word!r}", f"{name}:{line}", remedy)
        elif word and not all(row.get(column, "").strip() for column in REQUIRED[:3]):
            yield Problem("the row that is decided lacks its concept, lang or term", f"{name}:{line}", "fill the cells")
