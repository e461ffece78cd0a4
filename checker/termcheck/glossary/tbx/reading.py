"""Reads TBX of any version and style, entry by entry."""

from collections.abc import Iterator

from termcheck.errors import Problem
from termcheck.glossary.content import (
    APPROVED,
    NO_OPTIONS,
    STATUS_COLUMN,
    Entry,
    FileContent,
    Options,
    entries_of_concept,
    read_entries,
    without_terms,
)
from termcheck.glossary.naming import Namer
from termcheck.glossary.statuses import is_approved, status_of
from termcheck.glossary.tables.language_names import language_of
from termcheck.glossary.tags import explain_tag
from termcheck.glossary.tbx.data import Data, Kept
from termcheck.glossary.tbx.fields import ANY_LANGUAGE_TAG, TYPE_COLUMN, TYPE_OF, WRITTEN_BY
from termcheck.glossary.tbx.xml import Node, entries_of
from termcheck.model import ANY_LANGUAGE, Status

_ENTRIES = frozenset(("termEntry", "conceptEntry"))
_LANGUAGES = frozenset(("langSet", "langSec", "langGroup"))
_TERMS = frozenset(("tig", "ntig", "termSec", "termGroup"))
_ROOTS = frozenset(("martif", "tbx", "TBX"))


def read(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of a TBX file; ``file`` is its path as reported. The file says all itself: no option is looked at.

    Terms without a status are right: the first of a concept and language is preferred, the others are admitted.
    """
    del options
    reader = _Reader(file)
    return read_entries(reader.entries(data), file, warnings=reader.kept.warnings(file))


class _Reader:
    """Turns one entry after the other into rows."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._namer = Namer()
        self._ids: dict[str, int] = {}
        self.is_ours = False
        """Whether termcheck wrote the file, so that white space inside texts is meant."""
        self.kept = Kept()

    def entries(self, data: bytes) -> Iterator[Entry | Problem]:
        """The terms of all entries, one entry after the other, so that a large file is never whole in memory."""
        for node in entries_of(data, self._file, _ENTRIES, _ROOTS):
            if node.tag in _ENTRIES:
                yield from self.entry(node)
            elif node.tag == "p":
                self.is_ours |= node.text().strip() == WRITTEN_BY

    def entry(self, node: Node) -> Iterator[Entry | Problem]:
        """The rows of a concept, each with all that holds for it, and what is wrong with it as a whole."""
        about = Data(node, self.kept, is_verbatim=self.is_ours)
        rows = [row for section in node.children if section.tag in _LANGUAGES for row in self._section(section, about)]
        if not rows:
            yield without_terms(self._file, node.line)
            return
        given = about.ours.get("concept") or node.attributes.get("id", "").strip()
        if given and (first := self._ids.setdefault(given, node.line)) != node.line:
            yield Problem(f"the id '{given[:40]}' is given to the entry at line {first} already",
                          f"{self._file}:{node.line}", "give each entry an id of its own")  # fmt: skip
        concept = given or self._namer.name_concept(row.cells for row in rows)
        yield from entries_of_concept(concept, rows, about.inherited(), _prefixed("concept_", about))

    def _section(self, node: Node, about: Data) -> Iterator[Entry]:
        """The terms of one language."""
        section = Data(node, self.kept, is_verbatim=self.is_ours)
        lang = _tag(node.attributes.get("lang", "").strip())
        upper = _prefixed("lang_", section)
        if section.cells.get("definition") and about.cells.get("definition"):
            about.cells.setdefault("concept_definition", about.cells["definition"])
        for child in node.children:
            if child.tag not in _TERMS:
                continue
            cells = self._term(child)
            cells.setdefault("lang", ANY_LANGUAGE if lang.lower() == ANY_LANGUAGE_TAG else lang)
            yield Entry({**section.inherited(), **upper, **cells}, child.line)
            upper = {}

    def _term(self, node: Node) -> dict[str, str]:
        data = Data(node, self.kept, is_verbatim=self.is_ours)
        cells = {"term": data.term, **data.cells}
        _settle_status(cells)
        _settle_type(cells)
        cells.update(data.ours)
        if cells.get("status") == Status.SUPERSEDED and not cells.get("until"):
            cells |= {"status": Status.DEPRECATED.value, STATUS_COLUMN: Status.SUPERSEDED.value}
        return cells


def _tag(lang: str) -> str:
    """A language tag as written, or that of a language that is written with its name or an underscore."""
    return (language_of(lang) or lang) if explain_tag(lang) else lang


def _prefixed(prefix: str, data: Data) -> dict[str, str]:
    """What a concept or a language has that its terms do not inherit, for its first row to keep."""
    cells = {**data.cells, **data.ours}
    return {f"{prefix}{name}": cell for name, cell in cells.items() if name not in {"concept", "domain", "definition"}}


def _settle_status(cells: dict[str, str]) -> None:
    """Put our word for the status where the file has its own."""
    given = cells.pop("status", "")
    if given:
        status = next(filter(None, map(status_of, given.split(" | "))), None)
        cells["status"] = APPROVED if is_approved(given) else status.value if status else given


def _settle_type(cells: dict[str, str]) -> None:
    given = cells.pop("type", "")
    kind = TYPE_OF.get("".join(filter(str.isalpha, given)).lower())
    if kind is not None:
        cells["type"] = kind.value
    if given and given not in {"fullForm", "shortForm", "abbreviation"}:
        cells[TYPE_COLUMN] = given
