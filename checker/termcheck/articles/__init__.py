"""Articles: which files are meant, and what stands in them."""

from termcheck.articles.discovery import Discovery, discover
from termcheck.articles.formats import FORMATS, READERS, format_of
from termcheck.articles.read import Source, article_of, read_article

__all__ = [
    "FORMATS",
    "READERS",
    "Discovery",
    "Source",
    "article_of",
    "discover",
    "format_of",
    "read_article",
]
