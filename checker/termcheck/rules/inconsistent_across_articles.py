"""Articles that disagree on the approved name of one thing.

Purpose
    Each article is consistent, but one says "internet civilization" and the next "online civilization": a reader of
    both takes them for two things.

When it fires
    Over all articles of a run, two or more approved renderings of a concept that are different names are used. One
    hint a concept and language, at the first mention of the rarest one (of equally rare ones the one in the later
    article), with counts, dates and the majority; it links to the first mention of every other.

What it does not flag
    Concepts for which an article already has a `mixed-renderings` hint. Full forms beside abbreviations and short
    forms, and forms that differ in capitals, hyphen, space or number only. Rows with dates or `paths`, because there
    the glossary itself wants different names in different articles. Articles in different languages.

How to configure or silence
    `type = short` for a form that may stand beside the full one; another `status` for the one that should go;
    `rules = {inconsistent-across-articles = "off"}`.

For example
    The glossary prefers "internet civilization" and admits "online civilization".

    Flagged: (first article) The forum on internet civilization opened. (second article) A talk on online civilization.
    Not flagged: (first article) Internet Civilization grows. (second article) They like internet civilization.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termcheck.findings import at_mention, place, quoted
from termcheck.model import (
    Article,
    ArticleResult,
    Corpus,
    CorpusRule,
    Finding,
    Mention,
    Severity,
    Status,
)
from termcheck.variants import Uses, approved_uses, competing, competing_uses

_ID = "inconsistent-across-articles"
_NAMED = 5
"""Renderings that the message names."""


class _Use(NamedTuple):
    """The mentions of one rendering in one article."""

    order: int
    """Place of the article in the run."""
    article: Article
    mentions: list[Mention]


_Key = tuple[str, str]
"""Concept and language."""


def _find(corpus: Corpus) -> Iterable[Finding]:
    preferred = {(entry.concept, entry.lang): entry.preferred for entry in corpus.reconciliation}
    for key, renderings in _by_concept(corpus.results).items():
        terms = competing([uses[0].mentions[0].term for uses in renderings.values()])
        kept = {id(term) for term in terms}
        different = sorted((uses for uses in renderings.values() if id(uses[0].mentions[0].term) in kept), key=_rarity)
        if different:
            yield _finding(different, preferred.get(key))


def _by_concept(results: Iterable[ArticleResult]) -> dict[_Key, dict[str, list[_Use]]]:
    """The approved renderings of every concept that no article mixes, with their uses in file order."""
    found: dict[_Key, dict[str, list[_Use]]] = {}
    mixed: set[_Key] = set()
    for order, result in enumerate(results):
        for key, uses in _uses_in(result):
            if competing_uses(uses):
                mixed.add(key)
            for rendering, mentions in uses.items():
                free = [mention for mention in mentions if not _is_bound(mention)]
                if free:
                    by_rendering = found.setdefault(key, {})
                    by_rendering.setdefault(rendering, []).append(_Use(order, result.article, free))
    return {key: uses for key, uses in found.items() if key not in mixed}


def _uses_in(result: ArticleResult) -> Iterator[tuple[_Key, Uses]]:
    """The approved renderings in one article, for each of its languages apart."""
    for lang in sorted({mention.lang or "" for mention in result.mentions}):
        mentions = [mention for mention in result.mentions if (mention.lang or "") == lang]
        for concept, uses in approved_uses(mentions).items():
            yield (concept, lang or result.article.lang or ""), uses


def _is_bound(mention: Mention) -> bool:
    """Whether the glossary says in which articles the term is right."""
    term = mention.term
    return term.status is Status.SUPERSEDED or term.is_dated or bool(term.paths)


def _count(uses: list[_Use]) -> int:
    return sum(len(use.mentions) for use in uses)


def _rarity(uses: list[_Use]) -> tuple[int, int, int]:
    """Sorts the rendering to change first: the rarest, then that of the later article, then file order."""
    date = uses[0].article.date
    return _count(uses), -date.toordinal() if date else 0, uses[0].order


def _finding(different: list[list[_Use]], preferred: str | None) -> Finding:
    rarest, *others = different
    first = rarest[0]
    others.reverse()
    return at_mention(
        _ID,
        Severity.HINT,
        first.article,
        first.mentions[0],
        _message(rarest, others, preferred),
        preferred=preferred,
        related=tuple(place(uses[0].article, uses[0].mentions[0].span) for uses in others),
    )


def _message(rarest: list[_Use], others: list[list[_Use]], preferred: str | None) -> str:
    named = ", ".join(map(_described, others[:_NAMED]))
    if len(others) > _NAMED:
        named += f" and {len(others) - _NAMED} more"
    tied = _count(others[0]) == _count(rarest) or (len(others) > 1 and _count(others[0]) == _count(others[1]))
    majority = "there is no majority" if tied else f"the majority is {quoted(_term(others[0]))}"
    advice = f", {quoted(preferred)} is preferred" if preferred else ""
    return f"Articles disagree: {_described(rarest)}, but {named}; {majority}{advice}"


def _described(uses: list[_Use]) -> str:
    """``“internet civilization” (9 mentions in 3 articles, 2022-08-28 to 2023-07-19)``."""
    count, articles = _count(uses), len(uses)
    dates = sorted(use.article.date for use in uses if use.article.date)
    span = ""
    if dates:
        span = f", {dates[0].isoformat()}" + (f" to {dates[-1].isoformat()}" if dates[-1] != dates[0] else "")
    mentions = "1 mention" if count == 1 else f"{count} mentions"
    return f"{quoted(_term(uses))} ({mentions} in {articles} article{'s' if articles != 1 else ''}{span})"


def _term(uses: list[_Use]) -> str:
    return uses[0].mentions[0].term.text


RULE = CorpusRule(_ID, Severity.HINT, __doc__, _find)
