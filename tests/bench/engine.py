"""termcheck as the benchmark calls it."""

from collections.abc import Sequence

from msgspec.structs import replace

import termcheck.check
from bench.scoring import Hit
from bench.terms import LANG, Entry, glossary
from termcheck.articles import Source, read_article
from termcheck.config import Settings
from termcheck.matching import TermIndex, compile_index
from termcheck.model import Article, ArticleResult

UNLISTED = Settings(source_lang="zh")
"""As users have it."""
SETTINGS = replace(UNLISTED, rules={"unlisted-rendering": None})
"""Without what no other library looks for; its cost is measured apart."""
_BEFORE = "It rained.\n" * 10_000
"""Checked once after compiling, so that what is made when one article is first checked, or many are, is there."""


def compiled(entries: Sequence[Entry]) -> TermIndex:
    """The index, ready for use."""
    index = compile_index(glossary(entries))
    check(articles([_BEFORE[:20]]), index)
    check(articles([_BEFORE]), index)
    return index


def articles(texts: Sequence[str], suffix: str = ".txt") -> list[Article]:
    """The articles as the reader for the suffix makes them."""
    read = (
        read_article(Source(f"{number:06}{suffix}", data=text.encode()), SETTINGS) for number, text in enumerate(texts)
    )
    return [replace(article, lang=LANG) for article in read]


def check(of: Sequence[Article], index: TermIndex, settings: Settings = SETTINGS) -> list[ArticleResult]:
    """Mentions and findings: everything that an article's check yields, in Python objects with offsets."""
    together = getattr(termcheck.check, "check_articles", None)
    if together is not None:
        return list(together(of, index, settings))
    return [termcheck.check.check_article(article, index, settings) for article in of]


def fresh(of: Sequence[Article]) -> list[Article]:
    """The same articles as other objects, so that nothing can be remembered of them but their words."""
    return [replace(article) for article in of]


def hits(results: Sequence[ArticleResult]) -> list[list[Hit]]:
    """Every mention of each article."""
    return [[(one.concept, one.span.start, one.span.end) for one in result.mentions] for result in results]
