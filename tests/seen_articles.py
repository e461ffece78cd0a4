"""What tests look at in an article that was read."""

from collections.abc import Callable

from termcheck.model import Article, RegionKind, Span

Read = Callable[[str, str | bytes], Article]
"""Path and content of a file -> the article."""


def texts(article: Article) -> dict[str, str]:
    """Id of every string -> what a reader sees of it."""
    return {one.id: article.view.text[slice(*one.view_span)] for one in article.segments}


def raw(article: Article, shown: str) -> str:
    """What stands in the file for the first place where a reader sees something."""
    at = article.view.text.index(shown)
    return article.text[slice(*article.view.to_file(Span(at, at + len(shown))))]


def blocks(article: Article) -> list[str]:
    """What a reader sees, block by block."""
    return article.view.text.split("\u2029")


def regions(article: Article, kind: RegionKind) -> list[str]:
    """What stands in the regions of a kind."""
    return [article.view.text[slice(*one.view_span)] for one in article.regions if one.kind is kind]
