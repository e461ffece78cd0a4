"""A rendering that the glossary no longer wants.

Purpose
    Names change. A row with the status `deprecated`, or `superseded` once its `until` date has passed, says that
    another name must be written now.

When it fires
    A deprecated or outdated form stands in the article: as written, in other letters, in any typography or inflected.
    It is an error. It is a hint where the row has dates and the article has none, and where the same words are an
    approved term of another concept.

What it does not flag
    A superseded form in an article dated inside its time, forms inside a longer approved term, protected text, phrases
    named in `not_when`, rows whose dates or `paths` do not hold for the article.

How to configure or silence
    `rules = {deprecated-term = "warning"}` in the configuration, also per path; one place with
    `<!-- termcheck-disable-next-line concept -->`; for good by the status `admitted` in the glossary.

For example
    The glossary prefers "internet civilization" and deprecates "network civilization".

    Flagged: They build network civilization.
    Not flagged: They build internet civilization.
"""

from collections.abc import Iterable

from termcheck.findings import listed_wrong
from termcheck.model import Article, ArticleRule, Finding, Mention, Renderings, Severity, Status

_ID = "deprecated-term"
_STATUSES = frozenset({Status.DEPRECATED, Status.SUPERSEDED})


def _find(article: Article, mentions: tuple[Mention, ...], renderings: Renderings) -> Iterable[Finding]:
    return listed_wrong(_ID, _STATUSES, article, mentions, renderings)


def _concerns(mention: Mention) -> bool:
    return mention.term.status in _STATUSES


RULE = ArticleRule(_ID, Severity.ERROR, __doc__, _find, concerns=_concerns)
