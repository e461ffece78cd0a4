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
    limited,
    read_entries,
    safe_column,
    with_default_statuses,
)
from termcheck.glossary.naming import Namer, naming_term
from termcheck.glossary.tables.column_names import COLUMN_OF
from termcheck.glossary.tables.language_names import language_of
from termcheck.glossary.tables.values import is_yes, settle
from termcheck.glossary.tags import explain_tag
from termcheck.glossary.tbx.xml import Node, RefusedError, entries_of
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

_Row = tuple[dict[str, str], int]
"""Cells of a term, and its line."""


def read(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of an export; ``file`` is its path as reported. The file says all itself: no option is looked at.

    Terms without a status are right: the first of a concept and language is preferred, the others are admitted.
    """
    del options
    reader = _Reader(file)
    try:
        terms, problems, _ = read_entries(reader.entries(data), file)
    except RefusedError as error:
        return FileContent((), (error.problem,))
    return FileContent(terms, limited([*reader.problems, *problems], file))


class _Reader:
    """Turns one entry after the other into rows."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._namer = Namer()
        self.problems: list[Problem] = []

    def entries(self, data: bytes) -> Iterator[Entry]:
        """The terms of all entries."""
        for node in entries_of(data, self._file, _ENTRIES, _ROOTS, kind=_KIND, inline=_LINKS):
            if node.tag in _ENTRIES:
                yield from self._entry(node)

    def _entry(self, node: Node) -> list[Entry]:
        about = _fields(node)
        rows = [row for child in node.children if child.tag == "languageGrp" for row in _rows(child)]
        if not rows:
            self.problems.append(Problem("the entry has no term", f"{self._file}:{node.line}", "add one, or delete it"))
            return []
        given = next((child.text().strip() for child in node.children if child.tag == "concept"), "")
        concept = given or self._namer.name(naming_term((cells["lang"], cells["term"]) for cells, _ in rows))
        own = _inherited(about)
        entries = [Entry({**own, **cells, "concept": concept}, line) for cells, line in rows]
        entries[0] = Entry({**_upper("concept_", about), **entries[0].cells}, entries[0].line)
        return with_default_statuses(entries)


def _rows(node: Node) -> Iterator[_Row]:
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
        yield {**_inherited(section), **upper, **cells, "term": term, "lang": lang}, child.line
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
