"""Articles: which files are meant, and what stands in them."""

from termcheck.articles.collections.expanding import articles_of
from termcheck.articles.discovery import Discovery, discover
from termcheck.articles.formats import FORMATS, READERS, format_of
from termcheck.articles.read import Source, article_of, read_article
from termcheck.articles.shards import WHOLE, Shard

__all__ = [
    "FORMATS",
    "READERS",
    "WHOLE",
    "Discovery",
    "Shard",
    "Source",
    "article_of",
    "articles_of",
    "discover",
    "format_of",
    "read_article",
]
