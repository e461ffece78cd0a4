"""A listed term with a few wrong letters.

Purpose
    A misspelled name is still meant to be the name, and no reader finds it by searching.

When it fires
    One letter (in a term of 8 to 11 letters) or two (in a longer one) are missing, added, changed or swapped, or an
    accent is missing. Terms of Chinese, Japanese and Korean characters allow one wrong character from 5 characters on.
    It is a warning. The suggestion is the approved term that was misspelled; if a deprecated or forbidden one was, the
    preferred term.

What it does not flag
    Inflected forms; another number, date, place, level or antonym ("Fujian" is no misspelled "Tianjin"); words of the
    language for a term of one word; the listed form of any other concept; terms that are too short.

How to configure or silence
    `match = inflected` or `exact` in the term's row looks for no misspellings of it; `rules =
    {misspelled-term = "off"}` for none at all; one place with `<!-- termcheck-disable-next-line concept -->`.

For example
    The glossary prefers "Federal Agency for Cartography".

    Flagged: The Federal Agency for Cartografy drew a map.
    Not flagged: The Federal Agency for Cartography's map is new.
"""

from collections.abc import Iterable

from termcheck.findings import not_listed
from termcheck.model import Article, ArticleRule, Finding, Mention, Method, Renderings, Severity

_ID = "misspelled-term"


def _find(article: Article, mentions: tuple[Mention, ...], renderings: Renderings) -> Iterable[Finding]:
    return not_listed(_ID, Method.NEAR, "looks like a misspelling of", article, mentions, renderings)


def _concerns(mention: Mention) -> bool:
    return mention.method is Method.NEAR


RULE = ArticleRule(_ID, Severity.WARNING, __doc__, _find, concerns=_concerns)
