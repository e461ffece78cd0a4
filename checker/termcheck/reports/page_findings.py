"""Findings as the HTML report shows them: one numbered card each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest

from msgspec import Struct

from termcheck.model import ArticleRecord, Finding, Report, Severity, Span
from termcheck.reports.passages import Passage, passage, with_articles

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
    """As many open findings as a page can bear, as cards in report order.

    Of more the worse ones are taken before others, then those of earlier articles.
    """
    found = enumerate(with_articles(report), start=1)
    if len(report.findings) <= _MOST_CARDS:
        return tuple(_card(number, *one) for number, one in found)
    kept = nsmallest(_MOST_CARDS, found, key=lambda numbered: (-numbered[1][0].severity.rank, numbered[0]))
    return tuple(_card(number, *one) for number, one in sorted(kept, key=lambda numbered: numbered[0]))


def _card(number: int, finding: Finding, article: ArticleRecord | None) -> Card:
    excerpt = article.excerpt_of(finding) if article else None
    return Card(
        number=number,
        finding=finding,
        around=passage(excerpt, finding, _CONTEXT_REACH),
        place=finding.place,
        span=excerpt.view_span if excerpt else None,
        lang=finding.lang or (article.lang if article else None),
    )


def count_severities(cards: Iterable[Card]) -> Mapping[Severity, int]:
    """Severity -> cards, worst first, zeros left out."""
    counts = Counter(card.finding.severity for card in cards)
    return {severity: counts[severity] for severity in _worst_first(counts)}


def worst(cards: Sequence[Card]) -> Severity:
    """The highest severity among cards (at least one)."""
    return max((card.finding.severity for card in cards), key=lambda severity: severity.rank)


def _worst_first(severities: Iterable[Severity]) -> list[Severity]:
    return sorted(severities, key=lambda severity: -severity.rank)
