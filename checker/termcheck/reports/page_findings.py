"""Findings as the HTML report shows them: one numbered card each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from termcheck.model import Finding, Report, Severity, Span
from termcheck.reports.passages import Passage, passage

_CONTEXT_REACH = 90
"""Characters shown before and after a finding."""
_MOST_CARDS = 3_000
"""Findings on the page: with more, filtering and deciding would no longer feel immediate."""


class Card(Struct, frozen=True):
    """One open finding on the page."""

    number: int
    """1-based, in report order; the anchors of the card and of its mark in the article are made of it."""
    finding: Finding
    around: Passage
    place: str
    """``line:column``, or where in a format without text positions."""
    span: Span | None
    """In the article's view; None where nothing of it shows there."""
    lang: str | None
    """Language of the article."""

    @property
    def anchor(self) -> str:
        """Id of the card."""
        return f"finding-{self.number}"

    @property
    def mark(self) -> str:
        """Id of the mark in the article's text."""
        return f"mark-{self.number}"


def make_cards(report: Report) -> tuple[Card, ...]:
    """The open findings as cards, in report order."""
    articles = {result.path: result for result in report.results}
    cards = []
    for number, finding in enumerate(report.findings, start=1):
        article = articles.get(finding.file)
        excerpt = article.excerpt_of(finding) if article else None
        cards.append(
            Card(
                number=number,
                finding=finding,
                around=passage(excerpt, finding, _CONTEXT_REACH),
                place=finding.place,
                span=excerpt.view_span if excerpt else None,
                lang=finding.lang or (article.lang if article else None),
            )
        )
    return tuple(cards)


def most_urgent(cards: Sequence[Card]) -> tuple[Card, ...]:
    """As many cards as a page can bear, in their order: worse ones before others, then those of earlier articles."""
    if len(cards) <= _MOST_CARDS:
        return tuple(cards)
    kept = sorted(cards, key=lambda card: (-card.finding.severity.rank, card.number))[:_MOST_CARDS]
    return tuple(sorted(kept, key=lambda card: card.number))


def count_severities(cards: Iterable[Card]) -> Mapping[Severity, int]:
    """Severity -> cards, worst first, zeros left out."""
    counts = Counter(card.finding.severity for card in cards)
    return {severity: counts[severity] for severity in _worst_first(counts)}


def worst(cards: Sequence[Card]) -> Severity:
    """The highest severity among cards (at least one)."""
    return max((card.finding.severity for card in cards), key=lambda severity: severity.rank)


def _worst_first(severities: Iterable[Severity]) -> list[Severity]:
    return sorted(severities, key=lambda severity: -severity.rank)
