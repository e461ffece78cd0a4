"""Reads PPTX: slide by slide what stands on it, its tables, charts, diagrams and pictures' descriptions, its notes."""

from termcheck.articles.documents import ooxml
from termcheck.articles.documents.blocks import MARK, Block, extracted, is_prose
from termcheck.articles.documents.charts import chart_blocks
from termcheck.articles.documents.package import Package
from termcheck.articles.documents.xml import Attributes, parse
from termcheck.articles.reading import Extracted
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem
from termcheck.model import RegionKind

_TITLES = frozenset(("title", "ctrTitle", "subTitle"))
_NOT_READ = frozenset(("sldNum", "dt", "sldImg"))
"""Kinds of placeholder that the program fills: numbers of slides, dates, the picture of a slide beside its notes."""


class _Slides:
    """Reads which slides there are, in their order."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.root = ""

    def start(self, name: str, attributes: Attributes) -> None:
        self.root = self.root or name
        if name == "p:sldId":
            self.ids.append(attributes.get("r:id", ""))

    def end(self, name: str) -> None: ...

    def text(self, data: str) -> None: ...


class _Slide:
    """Reads the paragraphs of a slide, of its notes or of a diagram."""

    def __init__(self, label: str) -> None:
        self.blocks: list[Block] = []
        self._label = label
        self._parts: list[str] | None = None
        """Of the open paragraph."""
        self._takes_text = False
        self._placeholder = ""
        self._tables = self._row = self._cell = 0
        self._skipped = 0

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: C901 - one line an element
        if self._skipped:
            self._skipped += 1
        elif name in {"mc:Fallback", "a:rPr", "a:endParaRPr"}:
            self._skipped = 1
        elif name == "p:ph":
            self._placeholder = attributes.get("type", "")
        elif name == "a:tbl":
            self._tables += 1
            self._row = 0
        elif name == "a:tr":
            self._row += 1
            self._cell = 0
        elif name == "a:tc":
            self._cell += 1
        elif name == "a:p":
            self._parts = []
        elif name == "a:t":
            self._takes_text = self._parts is not None
        elif self._parts is not None and name in {"a:br", "a:tab"}:
            self._parts.append("\n")
        elif self._parts is not None and name == "m:oMath":
            self._parts.append(MARK)
            self._skipped = 1
        elif name == "p:cNvPr" and is_prose(attributes.get("descr", "")):
            self.blocks.append(Block(f"{self._label}, picture", attributes["descr"]))

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif name == "a:t":
            self._takes_text = False
        elif name == "p:sp":
            self._placeholder = ""
        elif name == "a:tbl":
            self._row = self._cell = 0
        elif name == "a:p" and self._parts is not None:
            self._close("".join(self._parts))
            self._parts = None

    def text(self, data: str) -> None:
        if self._takes_text and not self._skipped and self._parts is not None:
            self._parts.append(data)

    def _close(self, text: str) -> None:
        if not is_prose(text) or self._placeholder in _NOT_READ:
            return
        label = self._label
        if self._row:
            label += f", table {self._tables}, row {self._row}, cell {self._cell}"
        self.blocks.append(Block(label, text, RegionKind.HEADING if self._placeholder in _TITLES else None))


def read_pptx(data: bytes, settings: Settings) -> Extracted:  # noqa: ARG001 - all readers are called alike
    """Read the bytes of a PPTX file."""
    package = Package(data, "presentation")
    main = ooxml.main_part(package, "ppt/presentation.xml")
    slides = _Slides()
    parse(package.read(main), slides, main)
    if slides.root != "p:presentation":
        raise ArticleError(Problem("it is another document than its suffix says", remedy="give it the right suffix"))
    by_id = {one.id: one.part for one in ooxml.relations(package, main)}
    blocks: list[Block] = []
    for number, slide_id in enumerate(slides.ids, start=1):
        part = by_id.get(slide_id, "")
        if part not in package.names:
            continue
        label = f"slide {number}"
        blocks += read_drawing(package, part, label)
        related = ooxml.relations(package, part)
        blocks += chart_blocks(package, related, label)
        for one in related:
            if one.kind in {"notesSlide", "diagramData"} and one.part in package.names:
                blocks += read_drawing(
                    package, one.part, f"{label}, {'notes' if one.kind == 'notesSlide' else 'diagram'}"
                )
    return extracted(blocks, ooxml.about(package))


def read_drawing(package: Package, part: str, label: str) -> list[Block]:
    """The paragraphs of a slide, of its notes or of a diagram; ``label`` says where it is."""
    slide = _Slide(label)
    parse(package.read(part), slide, part)
    return slide.blocks
