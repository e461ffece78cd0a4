"""Articles and mentions built by hand, so that rules are tested without matching."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from msgspec import Struct

from termcheck import findings as findings_module
from termcheck.model import (
    Article,
    ArticleRule,
    CaseFit,
    Finding,
    Mention,
    Method,
    Region,
    RegionKind,
    Renderings,
    Role,
    Span,
    Standing,
    Status,
    Term,
    TermType,
    View,
)
from termcheck.rules import RULES

_APPROVED = (Status.PREFERRED, Status.ADMITTED)


class Scene(Struct, frozen=True):
    """A plain-text article and the terms that hold for it."""

    article: Article
    terms: tuple[Term, ...]

    def mention(self, surface: str, term: str | None = None, nth: int = 1, **fields: object) -> Mention:
        """The nth place where ``surface`` stands, as a mention of the term (default: the one of that text)."""
        row = next(
            row for row in self.terms if row.text == (term or surface) and fields.get("of", row.concept) == row.concept
        )
        fields.pop("of", None)
        start = -1
        for _ in range(nth):
            start = self.article.text.index(surface, start + 1)
        span = Span(start, start + len(surface))
        standing = Standing.APPROVED if row.status in _APPROVED else Standing.WRONG
        known: dict[str, Any] = {
            "concept": row.concept, "term": row, "standing": standing, "span": span, "view_span": span,
            "text": " ".join(surface.split()), "method": Method.EXACT, "confidence": 1.0, "case": CaseFit.SAME,
            "role": Role.WINNER, "reason": "as listed",
        }  # fmt: skip
        return Mention(**{**known, **fields})

    def every(self, surface: str, term: str | None = None, **fields: object) -> list[Mention]:
        """All places where ``surface`` stands."""
        count = self.article.text.count(surface)
        return [self.mention(surface, term, nth, **fields) for nth in range(1, count + 1)]

    def check(self, rule_id: str, mentions: Iterable[Mention]) -> list[Finding]:
        """What one article rule finds."""
        rule = next(rule for rule in RULES if rule.id == rule_id)
        assert isinstance(rule, ArticleRule)
        approved: dict[str, tuple[Term, ...]] = {}
        for term in sorted(self.terms, key=lambda term: term.status is not Status.PREFERRED):
            if term.status in _APPROVED:
                approved[term.concept] = (*approved.get(term.concept, ()), term)
        preferred = {c: terms[0] for c, terms in approved.items() if terms[0].status is Status.PREFERRED}
        ordered = tuple(sorted(mentions, key=lambda mention: mention.span))
        return list(rule.find(self.article, ordered, Renderings(preferred, approved)))


SceneMaker = Callable[..., Scene]


@pytest.fixture(autouse=True)
def _suggest_the_dictionary_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_module, "suggest", lambda _mention, target, _article: target.text)


def row(concept: str, text: str, status: str = "preferred", kind: str = "full", **fields: object) -> Term:
    return Term(concept, fields.pop("lang", "en"), text, Status(status), type=TermType(kind), **fields)


@pytest.fixture(name="row")
def _row() -> Callable[..., Term]:
    return row


@pytest.fixture
def scene() -> SceneMaker:
    def make(
        text: str, *terms: Term, headings: tuple[str, ...] = (), date: str | None = None, path: str = "a.md"
    ) -> Scene:
        regions = tuple(
            Region(RegionKind.HEADING, Span(text.index(heading), text.index(heading) + len(heading)))
            for heading in headings
        )
        day = dt.date.fromisoformat(date) if date else None
        return Scene(Article(path, text, View.verbatim(text), lang="en", date=day, regions=regions), terms)

    return make
