"""Articles: which files are meant, and what stands in them."""

from termcheck.articles.discovery import Discovery, discover
from termcheck.articles.read import READERS, Source, read_article

__all__ = ["READERS", "Discovery", "Source", "discover", "read_article"]
