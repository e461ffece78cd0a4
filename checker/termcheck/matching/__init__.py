"""Matching: the compiled glossary against one article."""

from termcheck.cache import OFF, Cache
from termcheck.matching.index import TermIndex
from termcheck.matching.mentions import find_listed_mentions, find_mentions, find_rows, renderings_for, screen_articles
from termcheck.matching.screen.screened import Screened
from termcheck.matching.suggestions import suggest
from termcheck.model import Glossary

__all__ = [
    "Screened",
    "TermIndex",
    "compile_index",
    "find_listed_mentions",
    "find_mentions",
    "find_rows",
    "renderings_for",
    "screen_articles",
    "suggest",
]


def compile_index(glossary: Glossary, cache: Cache = OFF) -> TermIndex:
    """Compile a glossary; its languages are compiled when an article asks for them, or taken from the cache."""
    return TermIndex(glossary, cache)
