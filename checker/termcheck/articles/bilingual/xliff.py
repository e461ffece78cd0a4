"""Reads XLIFF 1.2 and 2.x (OASIS): ``trans-unit`` and ``unit`` elements with their segments.

Trados (``.sdlxliff``), memoQ (``.mqxliff``), Phrase (``.mxliff``) and Wordfast (``.txlf``) write XLIFF 1.2 with
elements and attributes of their own.

Left out: what is not to be translated, empty targets, targets in states before translation, alternative translations,
notes.
"""

from collections.abc import Iterator, Mapping

from termcheck.articles.bilingual.content import Content
from termcheck.articles.bilingual.inline import CODE, EMPTY, LAYOUT, InlineText
from termcheck.articles.bilingual.units import Target, Unit, read_units
from termcheck.articles.bilingual.xml_events import Event, events
from termcheck.articles.metadata import language_tag
from termcheck.articles.reading import Reading
from termcheck.config import Settings

_KINDS_1 = {"bpt": LAYOUT, "ept": LAYOUT, "it": LAYOUT, "bx": LAYOUT, "ex": LAYOUT, "ph": CODE, "x": EMPTY}
_KINDS_2 = {"ph": EMPTY, "sc": LAYOUT, "ec": LAYOUT, "sm": LAYOUT, "em": LAYOUT, "cp": EMPTY}
_UNTRANSLATED = frozenset(("new", "needs-translation", "initial"))
"""States of a target that nobody has translated yet."""
_STATE_OF = {"NotStarted": "new"}
"""What memoQ says of a ``trans-unit`` -> state of its target."""
_TEXTS = frozenset(("source", "seg-source", "target"))
_LEFT_OUT = frozenset(
    "alt-trans bin-source bin-target header skeleton ignorable originalData note notes count-group prop-group".split()
)


def read_xliff(text: str, settings: Settings) -> Reading:
    """Read an XLIFF file; raises ArticleError, without a place, where it is none."""
    return read_units(text, xliff_units(text, settings))


def xliff_units(text: str, settings: Settings) -> Iterator[Unit]:  # noqa: ARG001 - all formats are called alike
    """The translated units of an XLIFF file, one for each segment."""
    file = _File()
    for event in events(text, "xliff", "XLIFF"):
        yield from file.take(event)


class _Text:
    """A source or a target while it is read, with the segments that are marked in it (XLIFF 1.2)."""

    def __init__(self, kinds: Mapping[str, str], state: str) -> None:
        self.state = state
        self.depth = 0
        """Open elements inside it."""
        self.segments: dict[str, Content] = {}
        self.content: Content | None = None
        self._kinds = kinds
        self._whole: InlineText | None = None
        self._marked: InlineText | None = None
        self._mark = ""
        self._mark_depth = 0

    def take(self, event: Event) -> None:
        if self._whole is None:
            self._whole = InlineText(event.start, self._kinds)
        self._whole.take(event)
        if event.kind == "start":
            self.depth += 1
            if not self._mark_depth and event.name == "mrk" and event.attributes.get("mtype") == "seg":
                self._mark, self._mark_depth = event.attributes.get("mid", ""), self.depth
                return
        elif event.kind == "end":
            if self.depth == self._mark_depth:
                if self._marked is not None:
                    self.segments[self._mark] = self._marked.end(event.start)
                self._marked, self._mark_depth = None, 0
            self.depth -= 1
        if self._mark_depth:
            if self._marked is None:
                self._marked = InlineText(event.start, self._kinds)
            self._marked.take(event)

    def end(self, event: Event) -> None:
        self.content = self._whole.end(event.start) if self._whole else None


class _File:
    """What is known at a place of the file."""

    def __init__(self) -> None:
        self._kinds: Mapping[str, str] = _KINDS_1
        self._source_lang: str | None = None
        self._lang: str | None = None
        self._translate = [True]
        """For each open element, whether what stands in it is to be translated."""
        self._skipped = 0
        """Open elements of a part that is left out."""
        self._unit = self._segment = self._state = ""
        self._matching = False
        """Whether the present group of contexts tells equal sources apart."""
        self._context: list[str] = []
        self._texts: dict[str, _Text] = {}
        self._open_text = ""

    def take(self, event: Event) -> Iterator[Unit]:
        if self._skipped:
            self._skipped += (event.kind == "start") - (event.kind == "end")
        elif self._open_text:
            text = self._texts[self._open_text]
            if event.kind == "end" and text.depth == 0:
                text.end(event)
                self._open_text = ""
            else:
                text.take(event)
        elif event.kind == "start":
            self._open(event)
        elif event.kind == "end":
            yield from self._close(event)
            self._translate.pop()
        elif self._matching:
            self._context.append(event.shown.strip())

    def _open(self, event: Event) -> None:
        name, values = event.name, event.attributes
        if name in _LEFT_OUT or "|" in name:
            self._skipped = 1
        elif name in _TEXTS:
            self._texts[name] = _Text(self._kinds, values.get("state", ""))
            self._open_text = name
        else:
            said = values.get("translate")
            self._translate.append(self._translate[-1] if said is None else said != "no")
            self._enter(name, values)

    def _enter(self, name: str, values: Mapping[str, str]) -> None:
        if name == "xliff":
            self._kinds = _KINDS_2 if values.get("version", "").startswith("2") else _KINDS_1
            self._source_lang, self._lang = language_tag(values.get("srcLang")), language_tag(values.get("trgLang"))
        elif name == "file":
            self._source_lang = language_tag(values.get("source-language")) or self._source_lang
            self._lang = language_tag(values.get("target-language")) or self._lang
        elif name in {"trans-unit", "unit"}:
            self._unit, self._segment, self._state = (
                values.get("id", ""),
                "",
                _STATE_OF.get(values.get("status", ""), ""),
            )
            self._texts, self._context = {}, []
        elif name == "segment":
            self._segment, self._state = values.get("id", ""), values.get("state", "")
            self._texts = {}
        elif name == "context-group":
            self._matching = "match" in values.get("purpose", "")

    def _close(self, event: Event) -> Iterator[Unit]:
        if event.name == "context-group":
            self._matching = False
        elif event.name in {"trans-unit", "segment"} and self._translate[-1]:
            yield from self._units()

    def _units(self) -> Iterator[Unit]:
        target = self._texts.get("target")
        source = self._texts.get("seg-source") or self._texts.get("source")
        if target is None or source is None or not target.content or not source.content:
            return
        if (target.state or self._state) in _UNTRANSLATED:
            return
        name = f"{self._unit}/{self._segment}" if self._segment else self._unit
        context = "\x04".join(filter(None, self._context))
        pairs = {mark: (source.segments[mark], one) for mark, one in target.segments.items() if mark in source.segments}
        if pairs and len(pairs) == len(target.segments):
            for mark, (one, other) in pairs.items():
                yield self._pair(f"{name}/{mark}", one, other, context)
        else:
            yield self._pair(name, source.content, target.content, context)

    def _pair(self, name: str, source: Content, target: Content, context: str) -> Unit:
        return Unit(name, (source,), self._source_lang, (Target(target, self._lang),), context)
