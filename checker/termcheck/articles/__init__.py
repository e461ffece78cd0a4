"""Articles: which files are meant, and what stands in them."""

from termcheck.articles.discovery import Discovery, Source, discover
from termcheck.articles.read import READERS, read_article

__all__ = ["READERS", "Discovery", "Source", "discover", "read_article"]
