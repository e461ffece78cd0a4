"""Units of bilingual files -> what readers of articles yield."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termcheck.articles.bilingual.content import Content
from termcheck.articles.directives import DirectiveLog
from termcheck.articles.metadata import Dates
from termcheck.articles.reading import Reading, SourceReading
from termcheck.articles.view import ViewBuilder
from termcheck.model import Part, Segment, Span

_SLICE = 30_000
"""Characters of targets from which on a slice is enough."""


class Target(NamedTuple):
    """One translation."""

    content: Content
    lang: str | None
    """BCP 47 tag, as the file says."""
    source: int = 0
    """Which of the unit's sources it translates."""
    context: str = ""


class Unit(NamedTuple):
    """What stands together in a bilingual file: source texts and their translations, in the order of the file."""

    id: str
    sources: tuple[Content, ...]
    source_lang: str | None
    targets: tuple[Target, ...]
    """Those that count as translated; others are left out by their format."""
    context: str = ""


def read_units(text: str, units: Iterable[Unit]) -> Reading:
    """What an article is made of, from all units of a file or some that follow each other."""
    assembly = _Assembly(text)
    for unit in units:
        assembly.add(unit)
    return assembly.reading()


def slices(text: str, units: Iterable[Unit]) -> Iterator[Reading]:
    """The same in slices of some thousand words each; at least one."""
    assembly = _Assembly(text)
    is_first = True
    for unit in units:
        assembly.add(unit)
        if assembly.length > _SLICE:
            yield assembly.reading()
            assembly, is_first = _Assembly(text), False
    if is_first or assembly.length:
        yield assembly.reading()


class _Assembly:
    """Views of targets and sources that grow unit by unit."""

    def __init__(self, text: str) -> None:
        self._targets = _Side(text)
        self._sources = _Side(text)
        self._segments: list[Segment] = []

    @property
    def length(self) -> int:
        """Of the view of the targets."""
        return self._targets.builder.length

    def reading(self) -> Reading:
        """What was added, as a whole."""
        targets, sources = self._targets, self._sources
        lang, parts = targets.languages()
        source_lang, source_parts = sources.languages()
        return Reading(
            view=targets.builder.view(),
            regions=(),
            log=DirectiveLog(),
            title=None,
            dates=Dates(),
            lang=lang,
            parts=parts,
            segments=tuple(self._segments),
            source=SourceReading(sources.builder.view(), source_lang, source_parts),
        )

    def add(self, unit: Unit) -> None:
        """Add what of a unit is translated."""
        translated = [target for target in unit.targets if not target.content.is_blank]
        wanted = {target.source for target in translated}
        sources = {
            number: self._sources.add(content, unit.source_lang)
            for number, content in enumerate(unit.sources)
            if number in wanted
        }
        for target in translated:
            view_span = self._targets.add(target.content, target.lang)
            if view_span is None:
                continue
            source = sources.get(target.source)
            context = "\x04".join(filter(None, (unit.context, target.context)))
            span = Span(target.content.start, target.content.end)
            self._segments.append(Segment(unit.id, view_span, span, source, context))


class _Side:
    """The view of all targets, or of all sources."""

    def __init__(self, text: str) -> None:
        self.builder = ViewBuilder(text)
        self._stretches: list[tuple[Span, str | None]] = []

    def add(self, content: Content, lang: str | None) -> Span | None:
        """Show a string; where it stands in the view, if there is anything to see."""
        before = self.builder.length
        content.show(self.builder)
        if self.builder.length == before:
            return None
        span = Span(before + 1 if before else 0, self.builder.length)
        self._stretches.append((span, lang))
        return span

    def languages(self) -> tuple[str | None, tuple[Part, ...]]:
        """The language of most strings, and, where there are several, the stretches in each."""
        count = Counter(lang for _, lang in self._stretches)
        main = max(count, key=lambda lang: (count[lang], lang or ""), default=None)
        return main, tuple(_joined(self._stretches)) if len(count) > 1 else ()


def _joined(stretches: Iterable[tuple[Span, str | None]]) -> Iterator[Part]:
    """The stretches in each language, neighbours in one language as one."""
    last: Part | None = None
    for span, lang in stretches:
        if last is not None and last.lang == lang:
            last = Part(Span(last.view_span.start, span.end), last.lang)
            continue
        if last is not None:
            yield last
        last = Part(span, lang) if lang is not None else None
    if last is not None:
        yield last
