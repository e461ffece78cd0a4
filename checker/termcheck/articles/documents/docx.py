"""Reads DOCX: the text as it would be printed with all tracked changes accepted (ECMA-376 part 1, WordprocessingML).

Body, tables, text boxes, charts, diagrams, pictures' descriptions, footnotes and endnotes that are referred to, headers
and footers. Left out: comments, deletions, field codes, hidden text, the table of contents (made of headings), code.
"""

from collections.abc import Mapping
from typing import Any

from termcheck.articles.documents import ooxml
from termcheck.articles.documents.blocks import MARK, Block, extracted, is_prose
from termcheck.articles.documents.charts import chart_blocks
from termcheck.articles.documents.docx_styles import OFF, Styles
from termcheck.articles.documents.package import Package
from termcheck.articles.documents.pptx import read_drawing
from termcheck.articles.documents.xml import Attributes, parse
from termcheck.articles.reading import Extracted
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem

_LEFT_OUT = frozenset(("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:rt", "w:pPrChange", "w:rPrChange"))
"""Elements whose content a reader of the finished document does not see."""
_CHARACTERS = {"w:tab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad"}
_MARKED = frozenset(("w:sym", "m:oMath", "wp:inline"))
"""Elements in a line that are no text."""
_ENDED = frozenset(("w:del", "w:moveFrom"))


class _Paragraph:
    """An open paragraph."""

    __slots__ = ("added", "is_joined", "level", "parts", "style")

    def __init__(self, style: str, parts: list[str]) -> None:
        self.style = style
        self.level: int | None = None
        self.parts = parts
        self.is_joined = False
        """Whether it goes on in the next one, since its end is deleted."""
        self.added: list[str] = []
        """Descriptions of its pictures."""


class _Run:
    """A stretch of text with one look."""

    __slots__ = ("is_hidden", "is_open", "style")

    def __init__(self, *, is_open: bool = False) -> None:
        self.style = ""
        self.is_hidden = False
        self.is_open = is_open


class _Table:
    __slots__ = ("cell", "number", "row")

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = self.cell = 0


class _Story:
    """Reads a part with paragraphs: the body, notes, a header."""

    def __init__(self, styles: Styles, where: str) -> None:
        self.blocks: list[Block] = []
        self.notes: dict[str, list[str]] = {"w:footnoteReference": [], "w:endnoteReference": []}
        """Ids of the notes, in the order in which they are referred to."""
        self.by_note: dict[str, list[Block]] = {}
        """Id of a note -> its blocks, where the part holds notes."""
        self._styles = styles
        self._where = where
        """How its paragraphs are called; empty for those of the body, which are counted."""
        self._paragraphs = self._tables = 0
        self._open: list[_Paragraph] = []
        self._around: list[_Table] = []
        self._carried: list[str] = []
        """Text of paragraphs whose end is a deletion: it belongs to the next one."""
        self._boxes: list[tuple[str, _Run]] = []
        """Where the text boxes are that are open, and the run that each interrupts."""
        self._skipped = 0
        """Depth inside an element that is left out."""
        self._has_choice: list[bool] = []
        self._contents: list[bool] = []
        """Whether each open content control is left out: a table of contents, or a prompt to write something."""
        self._run = _Run()
        self._takes_text = self._in_properties = False
        self._stacks: Mapping[str, list[Any]] = {
            "w:tbl": self._around, "w:sdt": self._contents, "mc:AlternateContent": self._has_choice,
        }  # fmt: skip
        self.root = ""

    # ------------------------------------------------------------------------------------------------ elements

    def start(self, name: str, attributes: Attributes) -> None:
        self.root = self.root or name
        if self._skipped or self._is_left_out(name, attributes):
            self._skipped += 1
        elif name == "w:t":
            self._takes_text = True
        elif name == "w:r":
            self._run = _Run(is_open=True)
        elif name in _CHARACTERS:
            self._add(_CHARACTERS[name] if self._run.is_open else "")  # a w:tab among the properties is a tab stop
        elif name in _MARKED:
            self._mark(name)
        elif name in self.notes:
            self.notes[name].append(attributes.get("w:id", ""))
        else:
            self._structure(name, attributes)

    def _is_left_out(self, name: str, attributes: Attributes) -> bool:
        if name == "mc:AlternateContent":
            self._has_choice.append(False)
        elif name == "mc:Choice" and self._has_choice:
            was, self._has_choice[-1] = self._has_choice[-1], True
            return was
        elif name == "mc:Fallback":
            return bool(self._has_choice and self._has_choice[-1])
        elif name == "w:docPartGallery" and attributes.get("w:val") == "Table of Contents" and self._contents:
            self._contents[-1] = True
        elif name == "w:sdtContent":
            return bool(self._contents and self._contents[-1])
        elif name == "w:showingPlcHdr" and self._contents:
            self._contents[-1] = True
        elif name in _ENDED and self._in_properties and self._open:
            self._open[-1].is_joined = True
        return name in _LEFT_OUT

    def _structure(self, name: str, attributes: Attributes) -> None:
        value = attributes.get("w:val", "")
        if name == "w:p":
            self._open.append(_Paragraph(self._styles.default, self._carried))
            self._carried = []
        elif name == "w:pPr":
            self._in_properties = True
        elif name == "w:pStyle" and self._open:
            self._open[-1].style = value
        elif name == "w:outlineLvl" and self._open and value.isdigit():
            self._open[-1].level = int(value)
        elif name == "w:rStyle":
            self._run.style = value
        elif name in {"w:vanish", "w:webHidden"}:
            self._run.is_hidden = value not in OFF
        elif name == "wp:docPr" and self._open and is_prose(attributes.get("descr", "")):
            self._open[-1].added.append(attributes["descr"])
        else:
            self._container(name, attributes)

    def _container(self, name: str, attributes: Attributes) -> None:
        """Begin what paragraphs stand in."""
        if name == "w:tbl":
            self._tables += not self._around
            self._around.append(_Table(self._tables))
        elif name == "w:tr" and self._around:
            self._around[-1].row += 1
            self._around[-1].cell = 0
        elif name == "w:tc" and self._around:
            self._around[-1].cell += 1
        elif name == "w:sdt":
            self._contents.append(False)
        elif name == "w:txbxContent":
            self._boxes.append((self._label(self._paragraphs + 1), self._run))
        elif name in {"w:footnote", "w:endnote"}:
            self.by_note[attributes.get("w:id", "")] = self.blocks = []

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif name == "w:t":
            self._takes_text = False
        elif name == "w:r":
            self._run.is_open = False
        elif name == "w:pPr":
            self._in_properties = False
        elif name == "w:p" and self._open:
            self._close(self._open.pop())
        elif name == "w:txbxContent" and self._boxes:
            self._run = self._boxes.pop()[1]
        elif self._stacks.get(name):
            self._stacks[name].pop()

    def text(self, data: str) -> None:
        if self._takes_text and not self._skipped:
            self._add(data)

    # ------------------------------------------------------------------------------------------------ paragraphs

    def _add(self, text: str) -> None:
        style = self._run.style
        if not self._open or self._run.is_hidden or (style and self._styles.is_hidden(style)):
            return
        if style and self._styles.is_code(style):
            text = MARK
        self._open[-1].parts.append(text)

    def _mark(self, name: str) -> None:
        if self._open:
            self._open[-1].parts.append(MARK)
        if name == "m:oMath":
            self._skipped = 1

    def _label(self, number: int) -> str:
        if self._around and not self._boxes:
            table = self._around[0]
            return f"table {table.number}, row {table.row}, cell {table.cell}"
        return self._where or f"paragraph {number}"

    def _close(self, paragraph: _Paragraph) -> None:
        if paragraph.is_joined:
            self._carried = paragraph.parts
            return
        text = "".join(paragraph.parts)
        has_text = is_prose(text)
        if self._boxes:
            label = f"text box in {self._boxes[-1][0]}"
        else:
            self._paragraphs += has_text and not self._around
            label = self._label(self._paragraphs)
        names = self._styles.names(paragraph.style)
        if has_text and not (self._styles.is_code(paragraph.style) or any(name.startswith("toc ") for name in names)):
            self.blocks.append(Block(label, text, self._styles.region(paragraph.style, paragraph.level)))
        where = label if has_text or self._boxes else self._label(max(1, self._paragraphs))
        self.blocks.extend(Block(f"{where}, picture", one) for one in paragraph.added)


def read_docx(data: bytes, settings: Settings) -> Extracted:  # noqa: ARG001 - all readers are called alike
    """Read the bytes of a DOCX file."""
    package = Package(data, "Word document")
    main = ooxml.main_part(package, "word/document.xml")
    parts = ooxml.relations(package, main)
    styles = Styles()
    for part in (one.part for one in parts if one.kind == "styles"):
        if (content := package.find(part)) is not None:
            parse(content, styles, part)
    body = _read(package, main, styles, "")
    if body.root != "w:document":
        raise ArticleError(Problem("it is another document than its suffix says", remedy="give it the right suffix"))
    blocks = [*body.blocks, *chart_blocks(package, parts)]
    for part in (one.part for one in parts if one.kind == "diagramData" and one.part in package.names):
        blocks += read_drawing(package, part, "diagram")
    for kind, reference, name in (
        ("footnotes", "w:footnoteReference", "footnote"),
        ("endnotes", "w:endnoteReference", "endnote"),
    ):
        for part in (one.part for one in parts if one.kind == kind and one.part in package.names):
            notes = _read(package, part, styles, name).by_note
            for number, note in enumerate(dict.fromkeys(body.notes[reference]), start=1):
                blocks += (block._replace(label=f"{name} {number}") for block in notes.get(note, ()))
    return extracted(blocks + _margins(package, parts, styles), ooxml.about(package))


def _margins(package: Package, parts: list[ooxml.Relation], styles: Styles) -> list[Block]:
    """Headers and footers; what several sections repeat is read once."""
    blocks: dict[str, Block] = {}
    for kind in ("header", "footer"):
        for part in dict.fromkeys(one.part for one in parts if one.kind == kind and one.part in package.names):
            for block in _read(package, part, styles, kind).blocks:
                blocks.setdefault(f"{kind}\0{block.text}", block)
    return list(blocks.values())


def _read(package: Package, part: str, styles: Styles, where: str) -> _Story:
    story = _Story(styles, where)
    parse(package.read(part), story, part)
    return story
