"""What one section of a TBX entry says, as cells: of a concept, of a language, or of a term."""

from collections.abc import Iterator
from urllib.parse import unquote

from termcheck.errors import Problem
from termcheck.glossary.content import safe_column
from termcheck.glossary.tbx.fields import NOTE_MARK, TRANSACTIONS, column_of
from termcheck.glossary.tbx.xml import Node

_STRUCTURE = frozenset("langSet langSec langGroup tig ntig termSec termGroup".split())
_GROUPS = frozenset(("descripGrp", "adminGrp", "termNoteGrp"))
_TYPED = frozenset("termNote descrip admin ref xref descripNote adminNote transac transacNote".split())
_SOURCED = frozenset(("definition", "context"))
_REFERENCES = frozenset(("ref", "xref", "crossReference", "externalCrossReference", "xGraphic"))
_SEPARATOR = " | "


class Kept:
    """What has no place in a glossary and is left out: counted, to be told."""

    def __init__(self) -> None:
        """Nothing so far."""
        self._counts: dict[str, tuple[int, int]] = {}

    def leave_out(self, node: Node) -> None:
        """Count an element that is not kept."""
        count, line = self._counts.get(node.tag, (0, node.line))
        self._counts[node.tag] = count + 1, line

    def warnings(self, file: str) -> Iterator[Problem]:
        """One for each kind of element."""
        for tag, (count, line) in sorted(self._counts.items()):
            message = f"{count:,} <{tag}> {'is' if count == 1 else 'are'} not kept"
            yield Problem(message, f"{file}:{line}", "write it as a note if it matters")


class Data:
    """The cells of a section, by our columns; those of our own notes apart, because they go before."""

    def __init__(self, node: Node, kept: Kept, *, is_verbatim: bool) -> None:
        """Read what stands directly in ``node``; white space inside texts is one space unless it ``is_verbatim``."""
        self.term = ""
        self.cells: dict[str, str] = {}
        self.ours: dict[str, str] = {}
        self._kept = kept
        self._is_verbatim = is_verbatim
        for child in _flat(node):
            self._take(child)

    def inherited(self) -> dict[str, str]:
        """What holds for all terms below."""
        return {name: self.cells[name] for name in ("domain", "definition") if self.cells.get(name)}

    def _take(self, node: Node) -> None:
        if node.tag == "term":
            self.term = self._text(node)
        elif node.tag == "note":
            self._take_note(self._text(node))
        elif node.tag in _GROUPS:
            self._take_group(node)
        elif node.tag == "transacGrp":
            self._take_transaction(node)
        elif node.tag in _TYPED and not node.attributes.get("type"):
            self._add("definition" if node.tag == "descrip" else "note", self._text(node))  # Weblate's explanations
        elif node.children:
            self._kept.leave_out(node)
        else:
            self._add(column_of(_category(node)), self._value(node))

    def _take_note(self, text: str) -> None:
        name, equals, cell = text.removeprefix(NOTE_MARK).partition("=")
        if text.startswith(NOTE_MARK) and equals:
            self.ours[unquote(name)] = cell
        else:
            self._add("note", text)

    def _take_group(self, node: Node) -> None:
        main, *others = node.children or [node]
        column = column_of(_category(main))
        self._take(main)
        for other in others:
            if column in _SOURCED and column_of(_category(other)) == "source":
                self._add(f"{column}_source", self._text(other))
            else:
                self._take(other)

    def _take_transaction(self, node: Node) -> None:
        main, *others = node.children or [node]
        done = self._text(main)
        column = TRANSACTIONS.get(done.lower(), done)
        for other in others:
            self._add(column if other.tag == "date" else f"{column}_by", self._text(other))

    def _value(self, node: Node) -> str:
        text, target = self._text(node), node.attributes.get("target", "").strip()
        return f"{text} <{target}>".strip() if target and node.tag in _REFERENCES else text

    def _text(self, node: Node) -> str:
        text = node.text().strip()
        return text if self._is_verbatim else " ".join(text.split())

    def _add(self, column: str, cell: str) -> None:
        if not cell:
            return
        name = column if column in _OURS else safe_column(column)
        separator = "\n" if name == "note" else _SEPARATOR
        self.cells[name] = f"{self.cells[name]}{separator}{cell}" if name in self.cells else cell


_OURS = frozenset(("status", "type", "note", "definition", "domain"))


def _flat(node: Node) -> Iterator[Node]:
    """The children that say something of the section itself; those of <termGrp> are its own (<ntig>)."""
    for child in node.children:
        if child.tag == "termGrp":
            yield from child.children
        elif child.tag not in _STRUCTURE:
            yield child


def _category(node: Node) -> str:
    """The data category: the attribute ``type`` (DCA), or the name of the element (DCT)."""
    return node.attributes.get("type", "").strip() if node.tag in _TYPED else node.tag
