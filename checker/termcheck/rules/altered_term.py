"""A listed term with a word dropped, added, shortened or moved.

Purpose
    "Central Office for Network Information" is not in the glossary, but readers will hardly know that it is the Central
    Network Information Office.

When it fires
    All the words of a listed term but one stand there, with a word dropped, added, shortened ("Info") or moved
    ("Office for X" for "X Office"). It is a warning. The suggestion is the approved term that was altered; if a
    deprecated or forbidden one was, the preferred term.

What it does not flag
    Another number, date, place, level or antonym; words that merely stand near each other; an approved term with words
    added around it; listed forms of other concepts.

How to configure or silence
    `match = inflected` or `exact` in the term's row; an `admitted` row for a form that is right; `not_when` for
    phrases; `rules = {altered-term = "hint"}`; one place with `<!-- termcheck-disable-next-line concept -->`.

For example
    The glossary prefers "Ministry of Industry and Information Technology".

    Flagged: The Industry and Information Technology Ministry replied.
    Not flagged: The Ministry of Industry and Trade replied.
"""

from collections.abc import Iterable

from termcheck.findings import not_listed
from termcheck.model import Article, ArticleRule, Finding, Mention, Method, Renderings, Severity

_ID = "altered-term"


def _find(article: Article, mentions: tuple[Mention, ...], renderings: Renderings) -> Iterable[Finding]:
    return not_listed(_ID, Method.ALTERED, "seems to mean", article, mentions, renderings)


def _concerns(mention: Mention) -> bool:
    return mention.method is Method.ALTERED


RULE = ArticleRule(_ID, Severity.WARNING, __doc__, _find, concerns=_concerns)
