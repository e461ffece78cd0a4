"""What all formats share: a term as cells by column, and what a file of any format holds."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from termcheck.errors import GlossaryError, Problem
from termcheck.model import Place, Status, Term, TermType, Tier

REQUIRED = ("concept", "lang", "term", "status")
OPTIONAL = (
    "note", "definition", "domain", "case", "match", "type", "from", "until", "paths", "forms", "not_when", "examples",
)  # fmt: skip
COLUMNS = (*REQUIRED, *OPTIONAL)
"""Columns that mean something; any other is kept as it is."""
STATUS_COLUMN = "given_status"
"""The status of a foreign file where ours is another one."""
APPROVED = "approved"
"""What a file says of a right term where it does not tell preferred and admitted ones apart."""
UNMARKED = frozenset(("", APPROVED))
"""Statuses of terms that are right, though nothing says which of them is preferred."""
MOST_PROBLEMS = 500
"""Of one file; the rest is counted."""

Cells = Mapping[str, str]
"""Column -> cell; a column that is empty may be missing."""


class Options(Struct, frozen=True):
    """What the user says of a file where the file itself does not."""

    lang: str = ""
    """Language of terms without one; for a format with two languages, that of the translations."""
    source_lang: str = ""
    """Language of the terms that are translated, for a format with two languages."""
    columns: tuple[tuple[str, str], ...] = ()
    """(column of a table as written, what it holds: a column of ours, or a language)."""


NO_OPTIONS = Options()


class FileContent(NamedTuple):
    """What one file holds."""

    terms: tuple[Term, ...]
    """Rows without a mistake, in the order of the file."""
    problems: tuple[Problem, ...]
    """Every mistake, in the order of the file."""
    warnings: tuple[Problem, ...] = ()
    """What is legal and probably not meant."""


class Entry(NamedTuple):
    """A term of a file as cells, with the 1-based line (of a workbook: row) at which it stands."""

    cells: Cells
    line: int


def read_entries(
    entries: Iterable[Entry | Problem], file: str, problems: Sequence[Problem] = (), warnings: Iterable[Problem] = ()
) -> FileContent:
    """The content of a file of ``entries``, with the mistakes in their places; ``problems`` were found before them.

    ``warnings`` are asked for once all entries are read. A GlossaryError while they are read refuses the whole file.
    """
    from termcheck.glossary.cells import term_of  # not needed where the glossary comes from the cache

    terms: list[Term] = []
    found = list(problems)
    try:
        for entry in entries:
            if isinstance(entry, Problem):
                found.append(entry)
                continue
            filled = [(name, text) for name, cell in entry.cells.items() if (text := cell.strip())]
            cells = {name: cell for name, cell in filled if name in _KNOWN}
            extra = tuple((name, cell) for name, cell in filled if name not in _KNOWN)
            term, mistakes = term_of(cells, extra, Place(file, entry.line))
            if term is not None:
                terms.append(term)
            found.extend(Problem(mistake.message, f"{file}:{entry.line}", mistake.remedy) for mistake in mistakes)
    except GlossaryError as error:
        return FileContent((), error.problems)
    return FileContent(tuple(terms), limited(found, file), tuple(warnings))


def limited(problems: Sequence[Problem], file: str) -> tuple[Problem, ...]:
    """The problems of one file; of very many only the first, and how many more there are."""
    if len(problems) <= MOST_PROBLEMS:
        return tuple(problems)
    more = Problem(f"{len(problems) - MOST_PROBLEMS} more mistakes are not shown", file, "mend those above first")
    return (*problems[:MOST_PROBLEMS], more)


def cells_of(term: Term) -> dict[str, str]:
    """A term as cells, without those that only say what holds anyway; other columns last."""
    from termcheck.glossary.cells import LIST_SEPARATOR, has_inner_capital, is_abbreviation

    abbreviated = is_abbreviation(term.text)
    cells = {
        "concept": term.concept,
        "lang": term.lang,
        "term": term.text,
        "status": term.status.value,
        "note": term.note,
        "definition": term.definition,
        "domain": term.domain,
        "paths": LIST_SEPARATOR.join(term.paths),
        "forms": LIST_SEPARATOR.join(term.forms),
        "not_when": LIST_SEPARATOR.join(term.not_when),
        "examples": LIST_SEPARATOR.join(f"{'+' if one.found else '-'} {one.sentence}" for one in term.examples),
    }
    if term.case_sensitive is not (abbreviated or has_inner_capital(term.text)):
        cells["case"] = "sensitive" if term.case_sensitive else "insensitive"
    if term.tier is not Tier.FUZZY:
        cells["match"] = term.tier.value
    if term.type is not (TermType.ABBREVIATION if abbreviated else TermType.FULL):
        cells["type"] = term.type.value
    if term.valid_from is not None:
        cells["from"] = term.valid_from.isoformat()
    if term.valid_until is not None:
        cells["until"] = term.valid_until.isoformat()
    for name, cell in term.extra:
        cells.setdefault(name, cell)
    return {name: cell for name, cell in cells.items() if cell}


def safe_column(name: str) -> str:
    """A name under which a column of others can be kept: never empty, never that of a column of ours."""
    name = " ".join(name.split()) or "other"
    return f"other {name}" if name.lower() in COLUMNS else name


def entries_of_concept(concept: str, rows: Sequence[Entry], shared: Cells, once: Cells) -> list[Entry]:
    """The terms of one entry of a term base, each with a status and with what they share.

    ``rows``: at least one; ``once``: what is said of the concept itself, for its first row to keep.
    """
    entries = [Entry({**shared, **row.cells, "concept": concept}, row.line) for row in rows]
    entries[0] = Entry({**once, **entries[0].cells}, entries[0].line)
    return with_default_statuses(entries)


def without_terms(file: str, line: int) -> Problem:
    """The mistake of an entry of a term base that holds no term."""
    return Problem("the entry has no term", f"{file}:{line}", "add one, or delete it")


def with_default_statuses(entries: Sequence[Entry], unmarked: frozenset[str] = UNMARKED) -> list[Entry]:
    """The entries with a status each: of those in ``unmarked``, the first of its concept and language is preferred.

    The others are admitted, as are all where the concept has a preferred term in that language.
    """
    taken = {_slot(entry) for entry in entries if entry.cells.get("status") == Status.PREFERRED}
    done = []
    for entry in entries:
        if entry.cells.get("status", "") not in unmarked:
            done.append(entry)
            continue
        slot = _slot(entry)
        status = Status.ADMITTED if slot in taken else Status.PREFERRED
        taken.add(slot)
        done.append(Entry({**entry.cells, "status": status.value}, entry.line))
    return done


_KNOWN = frozenset(COLUMNS)


def _slot(entry: Entry) -> tuple[str, str]:
    return entry.cells.get("concept", ""), entry.cells.get("lang", "").lower()
