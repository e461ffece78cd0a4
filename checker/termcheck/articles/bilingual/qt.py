"""Reads the translations of Qt (``.ts``): each finished message beside its source."""

from collections.abc import Iterator

from termcheck.articles.bilingual.content import Content
from termcheck.articles.bilingual.units import Target, Unit, read_units
from termcheck.articles.bilingual.xml_events import Event, events
from termcheck.articles.metadata import language_tag
from termcheck.articles.reading import Reading
from termcheck.config import Settings

_LEFT_OUT = frozenset(("unfinished", "vanished", "obsolete"))
"""Types of a translation that no program shows."""
_LONGEST_NAME = 60


def read_qt(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read a file of translations; raises ArticleError, without a place, where it is none."""
    return read_units(text, _units(text))


def _units(text: str) -> Iterator[Unit]:
    reader = _Reader()
    for event in events(text, "TS", "file of Qt translations"):
        unit = reader.take(event)
        if unit is not None:
            yield unit


class _Reader:
    def __init__(self) -> None:
        self._lang: str | None = None
        self._source_lang: str | None = None
        self._context = ""
        self._id = ""
        self._comment = ""
        self._source: Content | None = None
        self._targets: list[Target] = []
        self._is_done = True
        self._element = ""
        """The open element, of those that hold text."""
        self._content: Content | None = None

    def take(self, event: Event) -> Unit | None:
        if event.kind == "start":
            self._start(event)
        elif event.kind == "text":
            self._text(event)
        else:
            return self._end(event)
        return None

    def _start(self, event: Event) -> None:
        self._element, self._content = event.name, None
        if event.name == "TS":
            self._lang = language_tag(event.attributes.get("language"))
            self._source_lang = language_tag(event.attributes.get("sourcelanguage"))
        elif event.name == "context":
            self._context = ""
        elif event.name == "message":
            self._id, self._comment, self._source = event.attributes.get("id", ""), "", None
            self._targets, self._is_done = [], True
        elif event.name == "translation":
            self._is_done = event.attributes.get("type", "") not in _LEFT_OUT

    def _text(self, event: Event) -> None:
        if self._element == "name":
            self._context += event.shown
        elif self._element == "comment":
            self._comment += event.shown
        elif self._element in {"source", "translation", "numerusform", "lengthvariant"}:
            if self._content is None:
                self._content = Content(event.start)
            self._content.add(event.shown, event.start, event.end)

    def _end(self, event: Event) -> Unit | None:
        content, self._content, self._element = self._content, None, ""
        if event.name == "source":
            self._source = content
        elif event.name in {"translation", "numerusform", "lengthvariant"} and content is not None and self._is_done:
            number = f"plural form {len(self._targets)}" if event.name == "numerusform" else ""
            self._targets.append(Target(content, self._lang, context=number))
        elif event.name == "message" and self._source is not None and self._targets:
            name = self._id or " ".join(self._source.text.split())
            name = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
            named = f"{self._context.strip()}: {name}" if self._context.strip() else name
            return Unit(named, (self._source,), self._source_lang, tuple(self._targets), self._comment.strip())
        return None
