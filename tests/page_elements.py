"""The HTML report as a tree of elements, parsed strictly."""

from html.parser import HTMLParser

from termcheck.model import Report
from termcheck.reports import REPORTERS

VOID = {"meta", "link", "br", "input", "img"}


class Element:
    """A node of a parsed page."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes = tag, attributes
        self.children: list[Element | str] = []

    @property
    def classes(self) -> set[str]:
        """Names in its attribute ``class``."""
        return set(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str = "", class_: str = "", **attributes: str) -> list["Element"]:
        """Descendants of a tag, class and attributes, in order."""
        found = []
        for child in self.children:
            if isinstance(child, str):
                continue
            wanted = all(child.attributes.get(name) == value for name, value in attributes.items())
            if (not tag or child.tag == tag) and (not class_ or class_ in child.classes) and wanted:
                found.append(child)
            found.extend(child.all(tag, class_, **attributes))
        return found


class Page(HTMLParser):
    """Parses strictly: every end tag closes the element that is open."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]
        self.feed(source)
        self.close()
        assert self.open == [self.root], f"left open: {self.open[-1].tag}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute given twice in <{tag}>"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def page(report: Report) -> Element:
    """The HTML report, parsed."""
    return Page(REPORTERS["html"](report)).root


def table_rows(element: Element) -> list[list[str]]:
    """The cells of the first table body, row headers first."""
    rows = element.all("tbody")[0].all("tr")
    return [[squeezed(cell.text) for cell in (*row.all("th"), *row.all("td"))] for row in rows]


def squeezed(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())
