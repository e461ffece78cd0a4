"""Reads TMX 1.4 (LISA, GALA): each ``tu`` holds one text in any number of languages, one of which is the source."""

from collections.abc import Iterator

from termcheck.articles.bilingual.content import Content
from termcheck.articles.bilingual.inline import CODE, LAYOUT, InlineText
from termcheck.articles.bilingual.units import Target, Unit, read_units
from termcheck.articles.bilingual.xml_events import Event, events
from termcheck.articles.metadata import language_tag
from termcheck.articles.reading import Reading
from termcheck.config import Settings
from termcheck.languages.tags import related

_KINDS = {"bpt": LAYOUT, "ept": LAYOUT, "it": LAYOUT, "ut": CODE, "ph": CODE}
_LEFT_OUT = frozenset(("note", "ude", "map"))
_ANY = "*all*"
"""What a header says where each text may be the source."""


def read_tmx(text: str, settings: Settings) -> Reading:
    """Read a TMX file; raises ArticleError, without a place, where it is none."""
    return read_units(text, tmx_units(text, settings))


def tmx_units(text: str, settings: Settings) -> Iterator[Unit]:
    """The units of a TMX file: every text that is not the source is a target."""
    memory = _Memory(settings)
    for event in events(text, "tmx", "TMX"):
        if (unit := memory.take(event)) is not None:
            yield unit


class _Memory:
    """What is known at a place of the file."""

    def __init__(self, settings: Settings) -> None:
        self._wanted, self._target = settings.source_lang, settings.lang
        self._source_lang = self._unit_lang = _ANY
        self._number = 0
        self._id = ""
        self._lang = ""
        self._context: list[str] = []
        self._in_context = False
        self._skipped = 0
        self._text: InlineText | None = None
        self._in_text = False
        self._depth = 0
        self._found: list[tuple[str, Content]] = []

    def take(self, event: Event) -> Unit | None:
        if self._skipped:
            self._skipped += (event.kind == "start") - (event.kind == "end")
        elif self._in_text:
            self._take_text(event)
        elif event.kind == "start":
            self._open(event)
        elif event.kind == "text":
            if self._in_context:
                self._context.append(event.shown.strip())
        elif event.name == "prop":
            self._in_context = False
        elif event.name == "tu":
            return self._unit()
        return None

    def _take_text(self, event: Event) -> None:
        if event.kind == "end" and self._depth == 0:
            if self._text is not None:
                self._found.append((self._lang, self._text.end(event.start)))
            self._text, self._in_text = None, False
            return
        self._depth += (event.kind == "start") - (event.kind == "end")
        if self._text is None:
            self._text = InlineText(event.start, _KINDS)
        self._text.take(event)

    def _open(self, event: Event) -> None:
        name, values = event.name, event.attributes
        if name == "seg":
            self._in_text, self._depth = True, 0
        elif name == "header":
            self._source_lang = values.get("srclang", _ANY)
        elif name == "tu":
            self._number += 1
            self._id = values.get("tuid") or str(self._number)
            self._unit_lang = values.get("srclang") or self._source_lang
            self._found, self._context, self._lang = [], [], ""
        elif name == "tuv":
            self._lang = values.get("xml:lang") or values.get("lang") or ""
        elif name == "prop":
            self._in_context = not self._lang and values.get("type", "").lower() in {"context", "x-context"}
        elif name in _LEFT_OUT:
            self._skipped = 1

    def _unit(self) -> Unit | None:
        place = self._source_place()
        if place is None:
            return None
        lang, source = self._found[place]
        others = [one for number, one in enumerate(self._found) if number != place]
        targets = tuple(Target(content, language_tag(tag)) for tag, content in others if not _same(tag, lang))
        return Unit(self._id, (source,), language_tag(lang), targets, "\x04".join(filter(None, self._context)))

    def _source_place(self) -> int | None:
        """Which text is the source: as the user says, else the file, else the first that is not the target."""
        languages = [lang for lang, _ in self._found]
        for wanted in (self._wanted, self._unit_lang):
            if wanted and wanted != _ANY:
                for place, lang in enumerate(languages):
                    if _same(lang, wanted):
                        return place
        if self._unit_lang != _ANY:
            return None
        return next((place for place, lang in enumerate(languages) if not _same(lang, self._target or "")), None)


def _same(one: str, other: str) -> bool:
    return one.lower() == other.lower() or bool(one and other and related(one, other))
