"""A rendering that the glossary forbids.

Purpose
    Some names must never be published: they belong to another body, are offensive, or were settled against. A row with
    the status `forbidden` says so.

When it fires
    A form listed as `forbidden` stands in the article: as written, in other letters, in any typography (hyphen, line
    break, full-width letters, emphasis inside) or inflected (plural, possessive). It is an error. It is a hint where
    the row has dates and the article has none, and where the same words are an approved term of another concept.

What it does not flag
    Forms inside a longer approved term, protected text (code, links, paths), phrases named in `not_when`, and rows
    whose dates or `paths` do not hold for the article. Misspelled and altered forms have rules of their own.

How to configure or silence
    `rules = {forbidden-term = "warning"}` in the configuration, also per path; one place with
    `<!-- termcheck-disable-next-line concept -->`; for good by another `status` in the glossary.

For example
    The glossary prefers "Central Cyberspace Administration" and forbids "Central Network Information Office".

    Flagged: Two Central Network Information Offices were opened.
    Not flagged: The Central Cyberspace Administration was opened.
"""

from collections.abc import Iterable

from termcheck.findings import listed_wrong
from termcheck.model import Article, ArticleRule, Finding, Mention, Renderings, Severity, Status

_ID = "forbidden-term"
_STATUSES = frozenset({Status.FORBIDDEN})


def _find(article: Article, mentions: tuple[Mention, ...], renderings: Renderings) -> Iterable[Finding]:
    return listed_wrong(_ID, _STATUSES, article, mentions, renderings)


def _concerns(mention: Mention) -> bool:
    return mention.term.status in _STATUSES


RULE = ArticleRule(_ID, Severity.ERROR, __doc__, _find, concerns=_concerns)
