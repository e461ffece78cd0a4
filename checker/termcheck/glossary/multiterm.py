"""Reads the XML export of MultiTerm (``mtf``), entry by entry; fields are called as their owner calls them.

What a field means is told by its name, as with the columns of a table; every other field is kept under its name.
"""

from collections.abc import Iterator

from termcheck.errors import Problem
from termcheck.glossary.content import (
    NO_OPTIONS,
    Entry,
    FileContent,
    Options,
    entries_of_concept,
    read_entries,
    safe_column,
    without_terms,
)
from termcheck.glossary.naming import Namer
from termcheck.glossary.tables.column_names import COLUMN_OF
from termcheck.glossary.tables.language_names import language_of
from termcheck.glossary.tables.values import is_yes, settle
from termcheck.glossary.tags import explain_tag
from termcheck.glossary.tbx.xml import Node, entries_of
from termcheck.languages.names import plain
from termcheck.model import Status

_ENTRIES = frozenset(("conceptGrp",))
_ROOTS = frozenset(("mtf",))
_KIND = "export of MultiTerm"
_LINKS = frozenset(("xref",))
"""Elements inside the text of a field."""
_FIELDS = frozenset(("status", "note", "definition", "domain", "type", "case", "forbidden"))
"""What a field may be to us."""
_INHERITED = frozenset(("domain", "definition"))
"""What a concept or a language has for all of its terms."""


def read(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of an export; ``file`` is its path as reported. The file says all itself: no option is looked at.

    Terms without a status are right: the first of a concept and language is preferred, the others are admitted.
    """
    del options
    return read_entries(_entries(data, file), file)


def _entries(data: bytes, file: str) -> Iterator[Entry | Problem]:
    """The terms of all entries, one entry after the other, so that a large file is never whole in memory."""
    namer = Namer()
    for node in entries_of(data, file, _ENTRIES, _ROOTS, kind=_KIND, inline=_LINKS):
        if node.tag not in _ENTRIES:
            continue
        rows = [row for child in node.children if child.tag == "languageGrp" for row in _rows(child)]
        if not rows:
            yield without_terms(file, node.line)
            continue
        given = next((child.text().strip() for child in node.children if child.tag == "concept"), "")
        concept = given or namer.name_concept(row.cells for row in rows)
        about = _fields(node)
        yield from entries_of_concept(concept, rows, _inherited(about), _upper("concept_", about))


def _rows(node: Node) -> Iterator[Entry]:
    """The terms of one language."""
    section = _fields(node)
    lang = next((_language(child) for child in node.children if child.tag == "language"), "")
    upper = _upper("lang_", section)
    for child in node.children:
        if child.tag != "termGrp":
            continue
        term = next((one.text() for one in child.children if one.tag == "term"), "")
        cells = _fields(child)
        if is_yes(cells.pop("forbidden", "")):
            cells["status"] = Status.FORBIDDEN.value
        settle(cells)
        yield Entry({**_inherited(section), **upper, **cells, "term": term, "lang": lang}, child.line)
        upper = {}


def _language(node: Node) -> str:
    """The tag of a language; MultiTerm has one beside the name by which the term base knows the language."""
    tag = node.attributes.get("lang", "").strip()
    name = node.attributes.get("type", "").strip()
    return (language_of(tag) or language_of(name) or tag or name) if explain_tag(tag) else tag


def _fields(node: Node) -> dict[str, str]:
    """What is said of a concept, a language or a term itself, with what is said of that."""
    cells: dict[str, str] = {}
    for group in node.children:
        if group.tag != "descripGrp":
            continue
        for one in group.children:
            if one.tag == "descrip" and (text := " ".join(one.text().split())):
                name = _column(one.attributes.get("type", ""))
                cells[name] = f"{cells[name]}; {text}" if name in cells else text
        for name, text in _fields(group).items():
            cells.setdefault(name, text)
    return cells


def _column(name: str) -> str:
    field = COLUMN_OF.get(plain(name), "")
    return field if field in _FIELDS else safe_column(name)


def _inherited(cells: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in cells.items() if name in _INHERITED}


def _upper(prefix: str, cells: dict[str, str]) -> dict[str, str]:
    """What a concept or a language has that its terms do not inherit, for its first row to keep."""
    return {f"{prefix}{name}": cell for name, cell in cells.items() if name not in _INHERITED}
