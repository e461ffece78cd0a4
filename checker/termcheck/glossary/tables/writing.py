"""Writes tables with one row a concept and a column for each language and status."""

import csv
import io
from collections.abc import Iterable, Sequence

from termcheck.glossary.content import NO_OPTIONS, Options
from termcheck.glossary.guarding import guard
from termcheck.glossary.tables.values import alternatives
from termcheck.model import Status, Term

_JOIN = " | "
_ABOUT = ("domain", "definition")


def write_wide_csv(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A CSV file with one row a concept: UTF-8 without BOM, LF."""
    del options
    header, rows = wide_table(terms)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([guard(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8")


def wide_table(terms: Iterable[Term]) -> tuple[list[str], list[list[str]]]:
    """The header and the rows: id, field, definition, the terms by language and status, notes by language.

    Terms with a sign that separates terms in a cell are left out: they would be read as others.
    """
    concepts: dict[str, list[Term]] = {}
    for term in terms:
        if alternatives(term.text) != [term.text]:
            continue
        concepts.setdefault(term.concept, []).append(term)
    langs = list(dict.fromkeys(term.lang for rows in concepts.values() for term in rows))
    used = {(term.lang, term.status) for rows in concepts.values() for term in rows}
    columns = [(lang, status) for lang in langs for status in Status if (lang, status) in used]
    noted = [lang for lang in langs if any(_note(rows, lang) for rows in concepts.values())]
    about = [name for name in _ABOUT if any(_about(rows, name) for rows in concepts.values())]
    header = ["concept", *about, *(_title(*column) for column in columns), *(f"{lang} note" for lang in noted)]
    table = [
        [
            concept,
            *(_about(rows, name) for name in about),
            *(_JOIN.join(one.text for one in rows if (one.lang, one.status) == column) for column in columns),
            *(_note(rows, lang) for lang in noted),
        ]
        for concept, rows in concepts.items()
    ]
    return header, table


def _title(lang: str, status: Status) -> str:
    return lang if status is Status.PREFERRED else f"{lang} ({status.value})"


def _about(rows: Sequence[Term], name: str) -> str:
    return next((cell for term in rows if (cell := str(getattr(term, name)))), "")


def _note(rows: Sequence[Term], lang: str) -> str:
    """The note of the term that comes first in the row, to which reading gives it."""
    first = next((one for status in Status for one in rows if one.lang == lang and one.status is status), None)
    return first.note if first else ""
