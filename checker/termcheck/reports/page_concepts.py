"""The HTML report's part for each concept, and which of them need an editor first."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from termcheck.model import MOST_ARTICLES, Glossary, Reconciliation, Rendering, Report, Severity, Status
from termcheck.reports.page_findings import Card, count_severities

SOURCE_SEPARATOR = " / "
"""Between the source terms of a reconciliation."""
_NAMED = 12
"""Articles that the table of renderings names."""


class Use(StrEnum):
    """How a rendering stands, as colours and signs of the page tell it."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    WRONG = "wrong"
    UNLISTED = "unlisted"
    PROPOSED = "proposed"
    MIXED = "mixed"
    """Several of them in one article."""

    @property
    def sign(self) -> str:
        """One character that tells it without colour."""
        return _SIGNS[self]


_SIGNS = {
    Use.PREFERRED: "✓", Use.ADMITTED: "○", Use.WRONG: "✗", Use.UNLISTED: "?", Use.PROPOSED: "–", Use.MIXED: "≠",
}  # fmt: skip
_PLAIN_USES = {
    Status.PREFERRED.value: Use.PREFERRED,
    Status.ADMITTED.value: Use.ADMITTED,
    Status.DEPRECATED.value: Use.WRONG,
    Status.FORBIDDEN.value: Use.WRONG,
    Status.PROPOSED.value: Use.PROPOSED,
}


class RenderingRow(Struct, frozen=True):
    """One line of a concept's table of renderings."""

    rendering: Rendering
    use: Use
    share: float | None
    """Of all counted mentions of the concept, 0 to 1; None without any."""

    @property
    def percent(self) -> str:
        """The share as a whole percentage; empty without one."""
        return "" if self.share is None else f"{self.share:.0%}"

    @property
    def bar(self) -> str:
        """The length of a bar of at most 100 units."""
        return f"{100 * (self.share or 0):.1f}"


class SourceTerm(Struct, frozen=True):
    """A source term and its language."""

    text: str
    lang: str | None


class ConceptPart(Struct, frozen=True):
    """All the page says of one concept in one language."""

    anchor: str
    entry: Reconciliation
    sources: tuple[SourceTerm, ...]
    rows: tuple[RenderingRow, ...]
    cards: tuple[Card, ...]
    counts: Mapping[Severity, int]
    """Severity -> open findings, worst first, zeros left out."""

    @property
    def name(self) -> str:
        """What to call the concept in a heading: its preferred rendering, else its id."""
        return self.entry.preferred or self.entry.concept

    @property
    def named(self) -> int:
        """Mentions, nested ones included."""
        return sum(row.rendering.count + row.rendering.nested for row in self.rows)

    @property
    def files(self) -> frozenset[str]:
        """Paths of the articles with an open finding."""
        return frozenset(card.finding.file for card in self.cards)

    @property
    def is_wrong(self) -> bool:
        """Whether there is an error or a warning."""
        return any(severity is not Severity.HINT for severity in self.counts)

    @property
    def urgency(self) -> tuple[int, int, int, int, int, str, str]:
        """Sort key: most errors first, then warnings, hints, renderings, articles concerned, concept, language."""
        counts = [-self.counts.get(severity, 0) for severity in (Severity.ERROR, Severity.WARNING, Severity.HINT)]
        extent = (-len(self.rows), -len(self.files))
        return (counts[0], counts[1], counts[2], *extent, self.entry.concept, self.entry.lang)


def use_of(rendering: Rendering) -> Use:
    """How a rendering stands; a superseded one is admitted only if every mention stood inside its dates."""
    if rendering.status == Status.SUPERSEDED.value:
        return Use.ADMITTED if 0 < rendering.count <= rendering.approved else Use.WRONG
    return _PLAIN_USES.get(rendering.status, Use.UNLISTED)


def make_concepts(report: Report, cards: Sequence[Card]) -> tuple[tuple[ConceptPart, ...], tuple[Card, ...]]:
    """The concepts that the articles name, most urgent first, and the cards that belong to none of them."""
    langs = _source_langs(report.glossary)
    is_slim = len(report.results) > MOST_ARTICLES
    homes = _homes(report.reconciliation)
    grouped: dict[int | None, list[Card]] = {}
    for card in cards:
        concept, lang = card.finding.concept or "", card.finding.lang or ""
        grouped.setdefault(homes.get((concept, lang), homes.get((concept, ""))), []).append(card)
    parts = []
    for place, found in enumerate(report.reconciliation):
        cards_here = tuple(grouped.get(place, ()))
        if found.renderings or cards_here:
            entry = _slim(found, with_days=bool(cards_here)) if is_slim else found
            parts.append(
                ConceptPart(
                    anchor=f"name-{place + 1}",
                    entry=entry,
                    sources=_sources(entry, langs),
                    rows=_rows(entry),
                    cards=cards_here,
                    counts=count_severities(cards_here),
                )
            )
    return tuple(sorted(parts, key=lambda part: part.urgency)), tuple(grouped.get(None, ()))


def _slim(entry: Reconciliation, *, with_days: bool) -> Reconciliation:
    """The entry with what the page shows of it where there are many articles."""
    return replace(
        entry,
        renderings=tuple(
            replace(
                one,
                articles=one.articles[:_NAMED],
                more=one.spread - min(_NAMED, len(one.articles)),
                days=one.days if with_days else (),
            )
            for one in entry.renderings
        ),
    )


def _homes(entries: Iterable[Reconciliation]) -> Mapping[tuple[str, str], int]:
    """(concept, language) -> place of its entry; with an empty language, the concept's first entry."""
    homes: dict[tuple[str, str], int] = {}
    for place, entry in enumerate(entries):
        homes.setdefault((entry.concept, entry.lang), place)
        homes.setdefault((entry.concept, ""), place)
    return homes


def _source_langs(glossary: Glossary) -> Mapping[tuple[str, str], str]:
    return {(term.concept, term.text): term.lang for term in glossary.terms if term.lang != "*"}


def _sources(entry: Reconciliation, langs: Mapping[tuple[str, str], str]) -> tuple[SourceTerm, ...]:
    texts = [text for text in entry.source.split(SOURCE_SEPARATOR) if text]
    if any((entry.concept, text) not in langs for text in texts):
        return (SourceTerm(entry.source, None),)  # a term that has the separator in itself
    return tuple(SourceTerm(text, langs[entry.concept, text]) for text in texts)


def _rows(entry: Reconciliation) -> tuple[RenderingRow, ...]:
    total = sum(rendering.count for rendering in entry.renderings)
    return tuple(
        RenderingRow(rendering, use_of(rendering), rendering.count / total if total else None)
        for rendering in entry.renderings
    )
