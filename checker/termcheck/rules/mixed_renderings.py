"""Several approved names for one thing in one article.

Purpose
    Each of "internet civilization" and "online civilization" may be right, but a reader of one article takes them for
    two things.

When it fires
    One article uses two or more approved renderings of a concept that are different names. One hint an article and
    concept, at the first mention of the rarest one, with the counts; between equally rare ones at one that is not the
    preferred term.

What it does not flag
    A full form beside its own abbreviation or short form (column `type`, or words of the longer one left out: "Central
    Committee", "CPC Central Committee"); forms that differ in capitals, hyphen, space, number or layout only; names
    inside longer names.

How to configure or silence
    `type = short` for a form that may stand beside the full one; `rules = {mixed-renderings = "off"}`; one place with
    `<!-- termcheck-disable-next-line concept -->`.

For example
    The glossary prefers "internet civilization" and admits "online civilization".

    Flagged: They build internet civilization. All like internet civilization. Some say online civilization.
    Not flagged: Internet Civilization grows. All like internet civilization.
"""

from collections.abc import Iterable

from termcheck.findings import at_mention, place, preferred_text, quoted
from termcheck.model import Article, ArticleRule, Finding, Mention, Renderings, Severity, Standing, Status
from termcheck.variants import approved_uses, competing_uses, times

_ID = "mixed-renderings"
_FEWEST = 2
"""Renderings that can compete."""


def _find(article: Article, mentions: tuple[Mention, ...], renderings: Renderings) -> Iterable[Finding]:
    for uses in approved_uses(mentions).values():
        if len(uses) < _FEWEST:
            continue
        mixed = sorted(competing_uses(uses).values(), key=_rarity)
        if not mixed:
            continue
        first = mixed[0][0]
        yield at_mention(
            _ID,
            Severity.HINT,
            article,
            first,
            _message(mixed[::-1], preferred_text(first, renderings)),
            preferred=preferred_text(first, renderings),
            related=tuple(place(article, found[0].span) for found in mixed[:0:-1]),
        )


def _rarity(found: list[Mention]) -> tuple[int, bool, int]:
    """Sorts the rendering to change first: the rarest, then what is not preferred, then what came later."""
    return len(found), found[0].term.status is Status.PREFERRED, -found[0].span.start


def _message(mixed: list[list[Mention]], preferred: str | None) -> str:
    counted = [f"{quoted(found[0].term.text)} ({times(len(found))})" for found in mixed]
    named = ", ".join(counted[:-1]) + " and " + counted[-1]
    advice = f"; {quoted(preferred)} is preferred" if preferred else ""
    return f"This article uses several names for one thing: {named}{advice}"


def _concerns(mention: Mention) -> bool:
    return mention.standing is Standing.APPROVED


RULE = ArticleRule(_ID, Severity.HINT, __doc__, _find, reads_on=True, concerns=_concerns, compares=True)
