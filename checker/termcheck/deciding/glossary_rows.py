"""What decisions change in glossary files: rows that are added, statuses that become others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from termcheck.choices import Choice, Row
from termcheck.errors import Problem, TermcheckError
from termcheck.glossary import native_csv
from termcheck.glossary.adding import columns_of, with_rows, with_statuses
from termcheck.glossary.validation import check_rows, drop_repeated
from termcheck.languages.folding import fold
from termcheck.languages.scripts import main_script, scripts_of_language
from termcheck.languages.tags import related
from termcheck.model import Concept, Glossary, Status, Term
from termcheck.replacing import Change

STATUS_OF = {Choice.ADMIT: Status.ADMITTED, Choice.DEPRECATE: Status.DEPRECATED}
"""Choices that say something of a form itself -> the status that its row gets."""
_EDITABLE = frozenset((".csv", ".tsv"))


class _Wanted(NamedTuple):
    row: Row
    concept: Concept
    lang: str
    status: Status
    listed: Term | None
    """The row that lists the form already."""


def changes_for(
    rows: Iterable[Row], langs: Mapping[Row, str], glossary: Glossary, root: Path
) -> tuple[list[Change], list[Problem]]:
    """What becomes of the glossary's files, and what is wrong with the decisions that ask for it.

    ``langs`` gives the language in which each row's form stands. Rows that are in effect already change nothing.
    """
    wanted, problems = _wanted(rows, langs, glossary)
    contents: dict[str, bytes] = {}
    old: dict[str, bytes] = {}
    for file, ones in _by_file(wanted).items():
        path = root / file
        if path.suffix.lower() not in _EDITABLE:
            problems.extend(
                Problem("rows can only be changed in CSV and TSV files", one.row.place, f"change {file} by hand")
                for one in ones
            )
            continue
        try:
            old[file] = path.read_bytes()
            contents[file] = _changed(old[file], ones, file)
        except TermcheckError as error:
            problems.extend(error.problems)
        except OSError as error:
            problems.append(Problem(f"it cannot be read: {error.strerror or error}", file, "check its rights"))
    if not problems:
        problems.extend(_contradictions(contents, glossary))
    return [Change(root / file, old[file], content) for file, content in contents.items()], problems


def _wanted(rows: Iterable[Row], langs: Mapping[Row, str], glossary: Glossary) -> tuple[list[_Wanted], list[Problem]]:
    concepts = {concept.id: concept for concept in glossary.concepts}
    wanted: dict[tuple[str, str], _Wanted] = {}
    problems: list[Problem] = []
    for row in rows:
        concept = concepts.get(row.concept)
        if concept is None:
            problems.append(Problem(f"the glossary has no concept {row.concept}", row.place, "check its id"))
            continue
        lang = langs.get(row) or row.lang or _likely_lang(concept, row.form)
        listed = next((term for term in concept.terms if related(term.lang, lang) and _same(term.text, row.form)), None)
        one = _Wanted(row, concept, lang, STATUS_OF[row.choice], listed)
        key = concept.id, fold(row.form)
        before = wanted.get(key)
        if before is not None and before.status is not one.status:
            problems.append(
                Problem(f"“{row.form}” is decided otherwise at {before.row.place}", row.place, "keep one of the two")
            )
        elif listed is not None and listed.status is Status.PREFERRED and one.status is not Status.ADMITTED:
            remedy = "make another row preferred first"
            problems.append(Problem(f"“{row.form}” is the preferred rendering of {concept.id}", row.place, remedy))
        elif listed is None or listed.status not in {one.status, Status.PREFERRED}:
            wanted.setdefault(key, one)
    return list(wanted.values()), problems


def _same(one: str, other: str) -> bool:
    return " ".join(fold(one).split()) == " ".join(fold(other).split())


def _likely_lang(concept: Concept, form: str) -> str:
    """The language of the concept's row with this form, else of its preferred row in the same script."""
    script = main_script(form) or ""
    alike = [term for term in concept.terms if script in scripts_of_language(term.lang)] or concept.terms
    listed = (term for term in concept.terms if _same(term.text, form))
    preferred = (term for term in alike if term.status is Status.PREFERRED)
    return next((term.lang for term in (*listed, *preferred)), alike[0].lang)


def _by_file(wanted: Iterable[_Wanted]) -> Mapping[str, list[_Wanted]]:
    found: defaultdict[str, list[_Wanted]] = defaultdict(list)
    for one in wanted:
        found[(one.listed or _neighbour(one)).place.file].append(one)
    return found


def _neighbour(one: _Wanted) -> Term:
    """The row that a new one stands beside: the preferred one of its language, else any of the concept."""
    rows = [term for term in one.concept.terms if related(term.lang, one.lang)] or list(one.concept.terms)
    return next((term for term in rows if term.status is Status.PREFERRED), rows[0])


def _changed(data: bytes, wanted: Sequence[_Wanted], file: str) -> bytes:
    listed = [(one.listed.place.line, one) for one in wanted if one.listed is not None]
    statuses = {line: one.status.value for line, one in listed}
    notes = {line: one.row.comment for line, one in listed}
    columns = columns_of(data, file)
    rows = [
        {name: cell for name, cell in _new_row(one).items() if name in columns} for one in wanted if one.listed is None
    ]
    return with_rows(with_statuses(data, statuses, file, notes), rows, file)


def _new_row(one: _Wanted) -> Mapping[str, str]:
    beside = _neighbour(one)
    row = {
        "concept": one.concept.id,
        "lang": beside.lang if related(beside.lang, one.lang) else one.lang,
        "term": one.row.form,
        "status": one.status.value,
    }
    if one.row.comment:
        row["note"] = one.row.comment
    if beside.domain:
        row["domain"] = beside.domain
    return row


def _contradictions(contents: Mapping[str, bytes], glossary: Glossary) -> Iterable[Problem]:
    """What would be wrong with the glossary if its files held this."""
    terms = [term for term in glossary.terms if term.place.file not in contents]
    for file, content in contents.items():
        read = native_csv.read(content, file)
        yield from read.problems
        terms.extend(read.terms)
    kept, _ = drop_repeated(terms)
    yield from check_rows(kept)[0]
