"""The styles of a Word document: which paragraphs are headings, quotations or code, and what is hidden."""

from typing import NamedTuple

from termcheck.articles.documents.blocks import CODE_STYLES
from termcheck.articles.documents.xml import Attributes
from termcheck.model import RegionKind

OFF = frozenset(("0", "false", "off", "none"))
"""Values of a switch that is off; it is on where it has none."""
_CODE = (
    "html preformatted", "html code", "html keyboard", "html sample", "html typewriter", "verbatim", "code", "macro",
    *CODE_STYLES,
)  # fmt: skip
_QUOTED = ("quote", "intense quote", "block text")


class Style(NamedTuple):
    """What one style says."""

    name: str
    based_on: str
    level: int | None
    """Its outline level; None where it does not say."""
    is_hidden: bool


class Styles:
    """Reads styles.xml."""

    def __init__(self) -> None:
        """Begin without any."""
        self.by_id: dict[str, Style] = {}
        self.default = ""
        """Id of the style of paragraphs that name none."""
        self._id = ""
        self._style = Style("", "", None, is_hidden=False)

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in the start of an element."""
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._id = attributes.get("w:styleId", "")
            self._style = Style("", "", None, is_hidden=False)
            if attributes.get("w:type") == "paragraph" and attributes.get("w:default", "0") not in OFF:
                self.default = self._id
        elif name == "w:name":
            self._style = self._style._replace(name=value.lower().replace("_", " "))
        elif name == "w:basedOn":
            self._style = self._style._replace(based_on=value)
        elif name == "w:outlineLvl" and value.isdigit():
            self._style = self._style._replace(level=int(value))
        elif name == "w:vanish":
            self._style = self._style._replace(is_hidden=value not in OFF)

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        if name == "w:style":
            self.by_id[self._id] = self._style

    def text(self, data: str) -> None:
        """Pass over text: styles have none."""

    def lineage(self, style_id: str) -> list[Style]:
        """A style and those that it is based on."""
        found: list[Style] = []
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen:
            seen.add(style_id)
            found.append(self.by_id[style_id])
            style_id = found[-1].based_on
        return found

    def names(self, style_id: str) -> list[str]:
        """The names of a style and those that it is based on."""
        return [one.name for one in self.lineage(style_id)]

    def region(self, style_id: str, level: int | None) -> RegionKind | None:
        """What a paragraph with that style, and an outline level of its own, is."""
        names = self.names(style_id)
        if "title" in names:
            return RegionKind.TITLE
        levels = [level, *(one.level for one in self.lineage(style_id))]
        known = next((one for one in levels if one is not None), 9)
        if known < 9 or any(name.startswith("heading ") or name == "subtitle" for name in names):
            return RegionKind.HEADING
        return RegionKind.BLOCK_QUOTATION if any(name in _QUOTED for name in names) else None

    def is_code(self, style_id: str) -> bool:
        """Whether text in that style is code."""
        return any(name.startswith(_CODE) for name in self.names(style_id))

    def is_hidden(self, style_id: str) -> bool:
        """Whether text in that style is not shown."""
        return any(one.is_hidden for one in self.lineage(style_id))
