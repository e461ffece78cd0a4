"""Reads Android's string resources: strings, plurals and arrays of ``res/values``."""

import re
from collections.abc import Iterator

from termcheck.articles.bilingual.content import reads_as
from termcheck.articles.bilingual.xml_events import Event, events
from termcheck.articles.reading import Reading
from termcheck.articles.resources.shown import Shown, character
from termcheck.articles.resources.strings import String, read_strings, xml_comments
from termcheck.config import Settings
from termcheck.model import PROTECTED_MARK

_GROUPS = frozenset(("plurals", "string-array"))
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|.)|\"", re.DOTALL)
_NAMED = {"n": "\n", "t": " "}


def read_android(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read a file of string resources; raises ArticleError, without a place, where it is none."""
    return read_strings(text, _strings(text), xml_comments(text))


def _strings(text: str) -> Iterator[String]:
    reader = _Reader()
    for event in events(text, "resources", "file of Android strings"):
        found = reader.take(event)
        if found is not None:
            yield found


class _Reader:
    def __init__(self) -> None:
        self._group = ""
        """Name of the open plurals or array."""
        self._items = 0
        self._name = ""
        self._parts: list[tuple[str, int, int]] | None = None
        """Of the open string."""
        self._start = 0
        self._skipped = 0
        self._depth = 0
        """Open elements inside the string."""

    def take(self, event: Event) -> String | None:
        if self._skipped:
            self._skipped += (event.kind == "start") - (event.kind == "end")
        elif self._parts is not None:
            return self._inside(event, self._parts)
        elif event.kind == "start":
            self._begin(event)
        elif event.name in _GROUPS:
            self._group = ""
        return None

    def _begin(self, event: Event) -> None:
        values = event.attributes
        if values.get("translatable") == "false":
            self._skipped = 1
        elif event.name in _GROUPS:
            self._group, self._items = values.get("name", ""), 0
        elif event.name == "string" or (event.name == "item" and self._group):
            self._parts, self._start = [], -1
            self._name = values.get("name", "")
            if event.name == "item":
                self._name = f"{self._group}.{values['quantity']}" if "quantity" in values else ""
                self._name = self._name or f"{self._group}[{self._items}]"
                self._items += 1

    def _inside(self, event: Event, parts: list[tuple[str, int, int]]) -> String | None:
        if event.kind == "text":
            self._start = event.start if self._start < 0 else self._start
            parts.append((event.shown, event.start, event.end))
        elif event.kind == "start":
            self._depth += 1
            if event.name.endswith("|g"):
                parts.append((PROTECTED_MARK, event.start, event.start + 1))
                self._skipped, self._depth = 1, self._depth - 1
            else:
                parts.append((reads_as(f"<{event.name}>"), event.start, event.start + 1))
        elif self._depth:
            self._depth -= 1
        else:
            self._parts = None
            shown = Shown(parts, max(self._start, 0)).replaced(_ESCAPE, _unescaped)
            return String(self._name, shown.content())
        return None


def _unescaped(match: re.Match[str]) -> str:
    escape = match[0]
    if escape == '"':
        return ""
    if escape[1] == "u" and len(escape) == 6:
        return character(escape[2:])
    return _NAMED.get(escape[1], escape[1])
