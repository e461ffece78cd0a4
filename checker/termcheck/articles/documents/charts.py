"""Reads the charts of DOCX and PPTX: their titles, the names of their series and categories (ECMA-376, DrawingML)."""

from collections.abc import Iterable, Iterator

from termcheck.articles.documents.blocks import Block, is_prose
from termcheck.articles.documents.ooxml import Relation
from termcheck.articles.documents.package import Package
from termcheck.articles.documents.xml import Attributes, parse

_NAMES = frozenset(("c:strCache", "c:strLit", "c:multiLvlStrCache"))
"""What holds texts; other caches hold numbers."""


class _Chart:
    """Collects the texts of a chart, each once: several series share their categories."""

    def __init__(self) -> None:
        self.texts: dict[str, None] = {}
        self._names = 0
        self._parts: list[str] = []
        self._takes_text = False

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002 - as every handler
        if name in _NAMES:
            self._names += 1
        elif name == "a:p":
            self._parts = []
        elif name == "c:v":
            self._parts, self._takes_text = [], self._names > 0
        elif name == "a:t":
            self._takes_text = True
        elif name == "a:br":
            self._parts.append("\n")

    def end(self, name: str) -> None:
        if name in _NAMES:
            self._names -= 1
        elif name in {"a:t", "c:v"}:
            self._takes_text = False
        if name in {"a:p", "c:v"} and is_prose("".join(self._parts)):
            self.texts.setdefault("".join(self._parts))
            self._parts = []

    def text(self, data: str) -> None:
        if self._takes_text:
            self._parts.append(data)


def chart_blocks(package: Package, related: Iterable[Relation], where: str = "") -> Iterator[Block]:
    """The texts of the charts to which a part refers; ``where`` is that part as users know it."""
    charts = [one.part for one in related if one.kind == "chart" and one.part in package.names]
    for number, part in enumerate(charts, start=1):
        chart = _Chart()
        parse(package.read(part), chart, part)
        label = "chart" if len(charts) == 1 else f"chart {number}"
        yield from (Block(f"{where}, {label}" if where else label, text) for text in chart.texts)
