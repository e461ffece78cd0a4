"""Reconciliation: all mentions of a concept over all articles, by rendering.

One article yields a partial result; partial results merge in any order and grouping, so that they can come from other
processes and from archives too large to hold.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from termcheck.advice import recommended
from termcheck.languages.folding import fold
from termcheck.languages.tags import related
from termcheck.model import (
    ANY_LANGUAGE,
    MOST_ARTICLES,
    UNLISTED,
    ArticleResult,
    Glossary,
    Mention,
    Reconciliation,
    Rendering,
    RenderingKey,
    Role,
    Standing,
    Status,
    Term,
    Use,
)

Partial = Mapping[RenderingKey, Use]
"""What some articles add to the reconciliation."""


def reconcile(
    results: Sequence[ArticleResult], glossary: Glossary, source_lang: str | None = None
) -> tuple[Reconciliation, ...]:
    """All concepts that the articles mention, by id and language of the articles, with their renderings.

    ``source_lang``: the language whose terms are the source terms; without it every language but the article's.
    """
    return finish(merge(*map(partial, results)), glossary, source_lang)


def partial(result: ArticleResult) -> Partial:
    """What one article adds."""
    article = result.article
    groups: defaultdict[RenderingKey, list[Mention]] = defaultdict(list)
    for mention in result.mentions:
        listed = mention.method.is_listed
        status = mention.term.status.value if listed else UNLISTED
        text = mention.term.text if listed else fold(mention.text)
        lang = mention.lang or article.lang or ""
        groups[RenderingKey(mention.concept, lang, status, text)].append(mention)
    return {key: _use(mentions, article.path, article.date) for key, mentions in groups.items()}


def merge(*parts: Partial) -> Partial:
    """Partial results of different articles as one; associative and commutative."""
    total = Total()
    for part in parts:
        total.add(part.items())
    return total.partial()


class Total:
    """Adds up what articles add to the reconciliation, in any order."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._sums: dict[RenderingKey, _Sum] = {}

    def add(self, uses: Iterable[tuple[RenderingKey, Use]]) -> None:
        """Add the uses of an article, or of several."""
        for key, use in uses:
            known = self._sums.get(key)
            if known is None:
                known = self._sums[key] = _Sum()
            known.add(use)

    def partial(self) -> Partial:
        """What was added so far."""
        return {key: known.use() for key, known in self._sums.items()}


class _Sum:
    """The uses of one rendering."""

    __slots__ = ("approved", "articles", "count", "days", "first", "last", "more", "nested", "spellings", "wrong")

    def __init__(self) -> None:
        self.spellings: dict[str, int] = {}
        self.articles: dict[str, int] = {}
        self.days: dict[dt.date, int] = {}
        self.approved = self.wrong = self.count = self.nested = self.more = 0
        self.first: dt.date | None = None
        self.last: dt.date | None = None

    def add(self, use: Use) -> None:
        for text, times in use.spellings:
            self.spellings[text] = self.spellings.get(text, 0) + times
        for path, times in use.articles:
            self.articles[path] = self.articles.get(path, 0) + times
        for day, times in use.days:
            self.days[day] = self.days.get(day, 0) + times
        self.more += use.more
        self.approved += use.approved
        self.wrong += use.wrong
        self.count += use.count
        self.nested += use.nested
        self.first = earlier(self.first, use.first)
        self.last = later(self.last, use.last)

    def use(self) -> Use:
        articles = sorted(self.articles.items())
        more = self.more + max(0, len(articles) - MOST_ARTICLES)
        return Use(
            tuple(sorted(self.spellings.items())), self.approved, self.wrong, self.count, self.nested,
            tuple(articles[:MOST_ARTICLES]), self.first, self.last, tuple(sorted(self.days.items())), more,
        )  # fmt: skip


def joined_uses(uses: Iterable[Use]) -> Use:
    """The uses of one rendering in different articles as one; their order does not matter."""
    total = _Sum()
    for use in uses:
        total.add(use)
    return total.use()


def earlier(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    """The earlier of two dates, of which either may be missing."""
    return min(one, other) if one and other else one or other


def later(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    """The later of two dates, of which either may be missing."""
    return max(one, other) if one and other else one or other


def finish(total: Partial, glossary: Glossary, source_lang: str | None = None) -> tuple[Reconciliation, ...]:
    """The reconciliation of merged partial results, sorted by concept, then language."""
    return tuple(entries(sorted(total.items(), key=lambda item: item[0]), glossary, source_lang))


def entries(
    uses: Iterable[tuple[RenderingKey, Use]], glossary: Glossary, source_lang: str | None = None
) -> Iterator[Reconciliation]:
    """The reconciliation, entry by entry, of the sorted uses of all articles."""
    for (name, lang), group in groupby(uses, key=lambda item: (item[0].concept, item[0].lang)):
        concept = glossary.concept(name)
        yield _entry(name, lang, dict(group), concept.terms if concept is not None else (), source_lang)


def _use(mentions: Sequence[Mention], path: str, date: dt.date | None) -> Use:
    listed = mentions[0].method.is_listed
    counted = [mention for mention in mentions if mention.role is not Role.NESTED]
    winners = [mention for mention in counted if mention.role is Role.WINNER]
    spellings = Counter(mention.term.text if listed else mention.text for mention in mentions)
    return Use(
        spellings=tuple(sorted(spellings.items())),
        approved=sum(mention.standing is Standing.APPROVED for mention in counted) if listed else 0,
        wrong=sum(mention.standing in (Standing.WRONG, Standing.DOUBTFUL) for mention in winners) if listed else 0,
        count=len(counted),
        nested=len(mentions) - len(counted),
        articles=((path, len(mentions)),),
        first=date,
        last=date,
        days=((date, len(mentions)),) if date is not None else (),
    )


def _entry(
    concept: str, lang: str, uses: Mapping[RenderingKey, Use], terms: Sequence[Term], source_lang: str | None
) -> Reconciliation:
    ordered = sorted(uses.items(), key=lambda item: (-item[1].count, -item[1].nested, item[1].text, item[0].status))
    own = [term for term in terms if related(term.lang, lang)]
    preferred = _preferred(own, lang)
    renderings = tuple(_rendering(key, use) for key, use in ordered)
    return Reconciliation(
        concept=concept,
        lang=lang,
        source=_source(terms, lang, source_lang),
        preferred=preferred.text if preferred else None,
        renderings=renderings,
        first=min((use.first for use in uses.values() if use.first), default=None),
        last=max((use.last for use in uses.values() if use.last), default=None),
        majority=_majority(renderings),
        action=recommended(ordered, own, preferred.text if preferred else None),
    )


def _rendering(key: RenderingKey, use: Use) -> Rendering:
    return Rendering(
        use.text, key.status, use.approved, use.count, use.nested, use.articles, use.first, use.last, use.days,
        use.more,
    )  # fmt: skip


def _preferred(terms: Iterable[Term], lang: str) -> Term | None:
    """The preferred term: of several, the one without dates, then that of the very language, then the newest."""
    candidates = [term for term in terms if term.status is Status.PREFERRED]
    return min(
        candidates,
        key=lambda term: (term.is_dated, bool(term.paths), term.lang.lower() != lang.lower(), _newest_first(term)),
        default=None,
    )


def _newest_first(term: Term) -> int:
    return -term.valid_from.toordinal() if term.valid_from else 0


def _source(terms: Iterable[Term], lang: str, source_lang: str | None) -> str:
    """The approved source terms, preferred ones first."""
    found = [
        term
        for term in terms
        if term.lang != ANY_LANGUAGE
        and term.status in (Status.PREFERRED, Status.ADMITTED)
        and (not related(term.lang, lang))
        and (source_lang is None or related(term.lang, source_lang))
    ]
    found.sort(key=lambda term: term.status is not Status.PREFERRED)
    return " / ".join(dict.fromkeys(term.text for term in found))


def _majority(renderings: Sequence[Rendering]) -> str | None:
    """``renderings`` most frequent first."""
    if not renderings or not renderings[0].count:
        return None
    tied = len(renderings) > 1 and renderings[1].count == renderings[0].count
    return None if tied else renderings[0].text
