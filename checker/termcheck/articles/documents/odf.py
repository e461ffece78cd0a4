"""Reads ODT and ODP: the text as it would be printed with all tracked changes accepted (OpenDocument 1.3, part 3).

Text, tables, text boxes, pictures' titles and descriptions, footnotes and endnotes, headers and footers. Left out:
comments, deletions, hidden text, indexes and tables of contents (made of the text), code.
"""

from collections.abc import Iterator

from termcheck.articles.documents.blocks import CODE_STYLES, MARK, About, Block, extracted, is_prose
from termcheck.articles.documents.package import Package, protected
from termcheck.articles.documents.xml import Attributes, parse
from termcheck.articles.reading import Extracted
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem
from termcheck.model import RegionKind

_LEFT_OUT = frozenset(
    "text:tracked-changes office:annotation text:note-citation text:ruby-text text:index-body text:hidden-text "
    "text:hidden-paragraph office:forms text:sequence-decls presentation:notes-style svg:script "
    "text:page-number text:page-count presentation:date-time presentation:page-number".split()
)
_NOTES = {"footnote": "footnote", "endnote": "endnote"}
_QUOTED = ("quotations", "quotation")
_MOST_SPACES = 1000


class _Styles:
    """Reads what the styles are based on."""

    def __init__(self) -> None:
        self.parents: dict[str, str] = {}
        self.hidden: set[str] = set()
        self._open = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "style:style":
            self._open = attributes.get("style:name", "")
            self.parents[self._open] = attributes.get("style:parent-style-name", "")
        elif name == "style:text-properties" and attributes.get("text:display") == "none":
            self.hidden.add(self._open)

    def end(self, name: str) -> None: ...

    def text(self, data: str) -> None: ...

    def lineage(self, style: str) -> Iterator[str]:
        """The name of a style, and those of the styles it is based on."""
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            yield style
            style = self.parents.get(style, "")

    def region(self, style: str) -> RegionKind | None:
        """What a paragraph with that style is."""
        names = {name.lower() for name in self.lineage(style)}
        if "title" in names:
            return RegionKind.TITLE
        if "heading" in names or "subtitle" in names:
            return RegionKind.HEADING
        return RegionKind.BLOCK_QUOTATION if names.intersection(_QUOTED) else None

    def is_code(self, style: str) -> bool:
        """Whether text in that style is code."""
        names = (name.lower().replace("_20_", " ").replace("_", " ") for name in self.lineage(style))
        return any(name in CODE_STYLES for name in names)

    def is_hidden(self, style: str) -> bool:
        """Whether text in that style is not shown."""
        return any(name in self.hidden for name in self.lineage(style))


class _Paragraph:
    __slots__ = ("label", "parts", "region", "style")

    def __init__(self, label: str, style: str, region: RegionKind | None) -> None:
        self.label = label
        """Where it is, unless it is counted."""
        self.style = style
        self.region = region
        self.parts: list[str] = []


class _Story:
    """Reads content.xml, and of styles.xml the headers and footers."""

    def __init__(self, styles: _Styles, where: str = "") -> None:
        self.blocks: list[Block] = []
        self.later: list[Block] = []
        """Notes, which stand inside the paragraphs that refer to them."""
        self._styles = styles
        self._where: list[str] = [where] if where else []
        """The notes, boxes and headers around; inner ones last."""
        self._open: list[_Paragraph] = []
        self._tables: list[list[int]] = []
        """Number, row and cell of the tables around."""
        self._counts = dict.fromkeys(("paragraph", "table", "slide", *_NOTES), 0)
        self._skipped = 0
        self._spans: list[str] = []
        self._description = ""
        self.has_body = False

    def start(self, name: str, attributes: Attributes) -> None:
        if self._skipped or name in _LEFT_OUT or self._is_hidden(name, attributes):
            self._skipped += 1
        elif name in {"text:p", "text:h"}:
            style = attributes.get("text:style-name", "")
            region = RegionKind.HEADING if name == "text:h" else self._styles.region(style)
            self._open.append(_Paragraph(self._label(), style, region))
        elif name == "text:span":
            self._spans.append(attributes.get("text:style-name", ""))
        elif name in {"text:tab", "text:line-break", "text:s", "text:soft-page-break"}:
            count = attributes.get("text:c", "1")
            spaces = min(int(count), _MOST_SPACES) if count.isdecimal() else 1
            self.text({"text:line-break": "\n", "text:soft-page-break": ""}.get(name, " " * spaces))
        elif name in {"svg:title", "svg:desc"}:
            self._open.append(_Paragraph(f"{self._label() or self._counted(1)}, picture", "", None))
        else:
            self._structure(name, attributes)

    def _is_hidden(self, name: str, attributes: Attributes) -> bool:
        if name == "text:section":
            return attributes.get("text:display") == "none"
        return name in {"text:span", "text:p", "text:h"} and self._styles.is_hidden(
            attributes.get("text:style-name", "")
        )

    def _structure(self, name: str, attributes: Attributes) -> None:
        if name == "office:body":
            self.has_body = True
        elif name == "text:note":
            kind = _NOTES.get(attributes.get("text:note-class", ""), "footnote")
            self._counts[kind] += 1
            self._where.append(f"{kind} {self._counts[kind]}")
        elif name == "draw:page":
            self._counts["slide"] += 1
            self._where.append(f"slide {self._counts['slide']}")
        elif name == "presentation:notes":
            self._where.append(f"{self._label()}, notes")
        elif name == "draw:text-box":
            self._where.append(self._label() if self._counts["slide"] else f"text box in {self._counted(1)}")
        elif name == "table:table":
            self._counts["table"] += not self._tables
            self._tables.append([self._counts["table"], 0, 0])
        elif name == "table:table-row" and self._tables:
            self._tables[-1][1:] = [self._tables[-1][1] + 1, 0]
        elif name in {"table:table-cell", "table:covered-table-cell"} and self._tables:
            repeated = attributes.get("table:number-columns-repeated", "1")
            self._tables[-1][2] += min(int(repeated), 10_000) if repeated.isdecimal() else 1
        elif name == "draw:object" and self._open:
            self._open[-1].parts.append(MARK)

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif name in {"text:p", "text:h", "svg:title", "svg:desc"} and self._open:
            self._close(self._open.pop())
        elif name == "text:span" and self._spans:
            self._spans.pop()
        elif name == "table:table" and self._tables:
            self._tables.pop()
        elif name in {"text:note", "draw:page", "presentation:notes", "draw:text-box"} and self._where:
            self._where.pop()

    def text(self, data: str) -> None:
        if self._open and not self._skipped:
            is_code = any(self._styles.is_code(span) for span in self._spans)
            self._open[-1].parts.append(MARK if is_code and data else data)

    def _label(self) -> str:
        """Where the present paragraph is; empty where it is counted."""
        around = self._where[-1] if self._where else ""
        if self._tables and (not around or self._counts["slide"]):
            number, row, cell = self._tables[0]
            inner = f"table {number}, row {row}, cell {cell}"
            return f"{around}, {inner}" if around else inner
        return around

    def _counted(self, ahead: int = 0) -> str:
        return f"paragraph {self._counts['paragraph'] + ahead}"

    def _close(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.parts)
        if not is_prose(text):
            return
        if not paragraph.label:
            self._counts["paragraph"] += 1
        block = Block(paragraph.label or self._counted(), text, paragraph.region)
        if not self._styles.is_code(paragraph.style):
            (self.later if block.label.startswith(tuple(_NOTES)) else self.blocks).append(block)


class _Margins(_Story):
    """Reads the headers and footers of styles.xml."""

    def start(self, name: str, attributes: Attributes) -> None:
        if name.startswith(("style:header", "style:footer")) and not name.endswith("-style"):
            self._where.append("header" if name.startswith("style:header") else "footer")
        elif self._where:
            super().start(name, attributes)

    def end(self, name: str) -> None:
        if name.startswith(("style:header", "style:footer")) and not name.endswith("-style"):
            self._where.pop()
        elif self._where:
            super().end(name)


class _Meta:
    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.is_encrypted = False
        self._open = ""

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002 - as every handler
        self._open = name
        self.is_encrypted |= name == "manifest:encryption-data"

    def end(self, name: str) -> None:  # noqa: ARG002 - as every handler
        self._open = ""

    def text(self, data: str) -> None:
        if self._open:
            self.values[self._open] = self.values.get(self._open, "") + data


def read_odf(data: bytes, settings: Settings) -> Extracted:  # noqa: ARG001 - all readers are called alike
    """Read the bytes of an ODT or ODP file."""
    package = Package(data, "OpenDocument file")
    if _meta(package, "META-INF/manifest.xml").is_encrypted:
        raise protected("document")
    styles = _Styles()
    content, margins = package.read("content.xml"), package.find("styles.xml")
    for part, found in (("styles.xml", margins), ("content.xml", content)):
        if found is not None:
            parse(found, styles, part)
    story, around = _Story(styles), _Margins(styles)
    parse(content, story, "content.xml")
    if not story.has_body:
        raise ArticleError(Problem("it is another document than its suffix says", remedy="give it the right suffix"))
    if margins is not None:
        parse(margins, around, "styles.xml")
    meta = _meta(package, "meta.xml").values
    about = About(*(meta.get(name, "") for name in ("dc:title", "dc:language", "meta:creation-date")))
    repeated = {f"{block.label}\0{block.text}": block for block in around.blocks}
    return extracted([*story.blocks, *story.later, *repeated.values()], about)


def _meta(package: Package, part: str) -> _Meta:
    found = _Meta()
    content = package.find(part)
    if content is not None:
        parse(content, found, part)
    return found
