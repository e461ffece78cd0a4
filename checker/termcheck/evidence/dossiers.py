"""What ``discover`` keeps of a checked article, so that names can be read in it where neither it nor its file is."""

from collections.abc import Iterator
from itertools import groupby

from termcheck.languages import language
from termcheck.matching.text import Text, text_of
from termcheck.model import Article, ArticleResult, Dossier, Method, Named, Region, RegionKind, Role, Span, View


def dossier_of(result: ArticleResult, *, with_places: bool = True) -> Dossier:
    """The dossier of a checked article; ``with_places``: with what it takes to quote it."""
    article = result.article
    text = tokens_of(article)
    return Dossier(
        article.path,
        article.lang,
        article.view.text,
        text.headings,
        article.protected,
        tuple(
            Named(one.view_span, one.concept, one.term.lang, one.reason, one.confidence)
            if one.method is Method.UNLISTED
            else Named(one.view_span, one.concept, one.term.lang)
            for one in result.mentions
            if one.role is Role.WINNER
        ),
        tuple(_places(article, text)) if with_places else (),
    )


def tokens_of(article: Article) -> Text:
    """The tokens of an article as its language has them."""
    return text_of(article, language(article.lang or "und"))


def article_of(dossier: Dossier) -> Article:
    """As much of an article as it takes to find its tokens."""
    headings = tuple(Region(RegionKind.HEADING, span) for span in dossier.headings)
    view = View.verbatim(dossier.text)
    return Article(dossier.path, "", view, dossier.lang, protected=dossier.protected, regions=headings)


def _places(article: Article, text: Text) -> Iterator[tuple[int, int, str]]:
    """Where each token stands, one after the other that stands elsewhere than the one before."""
    found = ((start, *_place(article, Span(start, end))) for start, end in zip(text.starts, text.ends, strict=True))
    return (next(same) for _, same in groupby(found, lambda one: one[1:]))


def _place(article: Article, span: Span) -> tuple[int, str]:
    at = article.view.to_file(span).start
    return article.position(at)[0], article.location(at) or ""
