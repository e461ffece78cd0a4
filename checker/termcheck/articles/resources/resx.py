"""Reads .resx files of .NET: the values of entries that are texts."""

from collections.abc import Iterator

from termcheck.articles.bilingual.xml_events import events
from termcheck.articles.reading import Reading
from termcheck.articles.resources.shown import Shown
from termcheck.articles.resources.strings import String, read_strings, xml_comments
from termcheck.config import Settings


def read_resx(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read a .resx file; raises ArticleError, without a place, where it is none."""
    return read_strings(text, _strings(text), xml_comments(text))


def _strings(text: str) -> Iterator[String]:
    name = ""
    parts: list[tuple[str, int, int]] | None = None
    for event in events(text, "root", ".resx file"):
        if event.kind == "start" and event.name == "data":
            is_text = "type" not in event.attributes and "mimetype" not in event.attributes
            name = event.attributes.get("name", "") if is_text else ""
            name = "" if name.startswith(">>") else name
        elif event.kind == "start":
            parts = [] if event.name == "value" and name else None
        elif event.kind == "text" and parts is not None:
            parts.append((event.shown, event.start, event.end))
        elif event.kind == "end":
            if event.name == "value" and parts:
                yield String(name, Shown(parts, parts[0][1]).content())
            parts = None
            name = "" if event.name == "data" else name
