"""Articles: which files are meant, and what stands in them."""

from termcheck.articles.discovery import Discovery, discover
from termcheck.articles.read import READERS, Source, article_of, read_article

__all__ = ["READERS", "Discovery", "Source", "article_of", "discover", "read_article"]
