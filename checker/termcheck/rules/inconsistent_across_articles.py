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

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from termcheck.findings import quoted, related_to
from termcheck.model import Corpus, CorpusRule, Finding, FreeUse, Severity
from termcheck.variants import competing

_ID = "inconsistent-across-articles"
_NAMED = 5
"""Renderings that the message names."""

_Key = tuple[str, str]
"""Concept and language."""


def _find(corpus: Corpus) -> Iterable[Finding]:
    preferred = {(entry.concept, entry.lang): entry.preferred for entry in corpus.reconciliation}
    by_concept: dict[_Key, list[FreeUse]] = {}
    for use in corpus.free:
        by_concept.setdefault((use.concept, use.lang), []).append(use)
    for key, uses in by_concept.items():
        if key not in corpus.mixed:
            different = sorted(competing(uses), key=_rarity)
            if different:
                yield _finding(different, preferred.get(key))


def _rarity(use: FreeUse) -> tuple[int, int, str]:
    """Sorts the rendering to change first: the rarest, then that of the later article, then file order."""
    return use.count, -use.date.toordinal() if use.date else 0, use.at.file


def _finding(different: Sequence[FreeUse], preferred: str | None) -> Finding:
    rarest, *others = different
    others.reverse()
    return replace(
        rarest.at,
        message=_message(rarest, others, preferred),
        preferred=preferred,
        related=tuple(related_to(use.at) for use in others),
    )


def _message(rarest: FreeUse, others: Sequence[FreeUse], preferred: str | None) -> str:
    named = ", ".join(map(_described, others[:_NAMED]))
    if len(others) > _NAMED:
        named += f" and {len(others) - _NAMED} more"
    tied = others[0].count == rarest.count or (len(others) > 1 and others[0].count == others[1].count)
    majority = "there is no majority" if tied else f"the majority is {quoted(others[0].text)}"
    advice = f", {quoted(preferred)} is preferred" if preferred else ""
    return f"Articles disagree: {_described(rarest)}, but {named}; {majority}{advice}"


def _described(use: FreeUse) -> str:
    """``“internet civilization” (9 mentions in 3 articles, 2022-08-28 to 2023-07-19)``."""
    span = ""
    if use.first and use.last:
        span = f", {use.first.isoformat()}" + (f" to {use.last.isoformat()}" if use.last != use.first else "")
    mentions = "1 mention" if use.count == 1 else f"{use.count} mentions"
    return f"{quoted(use.text)} ({mentions} in {use.articles} article{'s' if use.articles != 1 else ''}{span})"


RULE = CorpusRule(_ID, Severity.HINT, __doc__, _find)
