"""Quotations: what the settings say of a finding in text that quotes somebody."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from termcheck.config import Settings
from termcheck.model import Article, Finding, Mention, Policy, RegionKind, Span

_MARKS = "\"'“”„‟‘’‚«»‹›「」『』《》〈〉()（）[]【】*_ \u00a0.,;:!?。，"
_QUOTING = frozenset({RegionKind.QUOTATION, RegionKind.WORK_TITLE})


class Quotations:
    """The quoted stretches of one article that are not simply checked."""

    def __init__(self, article: Article, mentions: Iterable[Mention], settings: Settings) -> None:
        """Collect the quotations, where the settings treat them in their own way, and where mentions stand."""
        self._view = article.view.text
        self._kinds: list[tuple[Policy, list[Span], bool]] = []
        self._places: dict[Span, Span] = {}
        if not article.regions:
            return
        for policy, kinds, by_marks in (
            (settings.blockquotes, frozenset({RegionKind.BLOCK_QUOTATION}), False),
            (settings.quotes, _QUOTING, True),
        ):
            if policy is Policy.CHECK:
                continue
            spans = sorted(region.view_span for region in article.regions if region.kind in kinds)
            if spans:
                self._kinds.append((policy, _outermost(spans), by_marks))
        if self._kinds:
            self._places = {one.span: one.view_span for one in mentions}

    def policy_at(self, finding: Finding) -> Policy:
        """The strictest policy of the quotations around a finding; marks around nothing but a term quote nobody."""
        view_span = self._places.get(Span(finding.start, finding.end)) if self._places else None
        if view_span is None:
            return Policy.CHECK
        policies = {
            policy
            for policy, spans, by_marks in self._kinds
            if (around := _around(spans, view_span)) and not (by_marks and only_encloses(self._view, around, view_span))
        }
        return Policy.SKIP if Policy.SKIP in policies else Policy.NOTE if Policy.NOTE in policies else Policy.CHECK


def only_encloses(view: str, around: Span, view_span: Span) -> bool:
    """Whether a quotation holds nothing but what stands at ``view_span``: then its marks quote nobody."""
    return not (view[around.start : view_span.start] + view[view_span.end : around.end]).strip(_MARKS)


def _outermost(spans: Sequence[Span]) -> list[Span]:
    """Sorted spans without those that lie inside another."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def _around(spans: Sequence[Span], view_span: Span) -> Span | None:
    """The span that contains a view span."""
    at = bisect_right(spans, Span(view_span.start, len(spans) + view_span.end)) - 1
    candidates = spans[max(0, at) : at + 1]
    return next((span for span in candidates if span.contains(view_span)), None)
