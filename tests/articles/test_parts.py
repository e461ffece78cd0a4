"""Parts of an article that markup says to be in another language."""

import random

import pytest

from termcheck.articles import Source, read_article
from termcheck.articles.parts import disjoint
from termcheck.config import Settings
from termcheck.model import Article, Part, Span


def read(text: str, path: str = "a.html") -> Article:
    return read_article(Source(path, data=text.encode()), Settings())


def shown(article: Article) -> list[tuple[str, str]]:
    return [(article.view.text[slice(*part.view_span)], part.lang) for part in article.parts]


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("<p>One</p><p lang=fr>Deux</p><p>Three</p>", [("Deux", "fr")]),
        ("<p>One <i lang='la'>duo</i> three</p>", [("duo", "la")]),
        ('<p>One <i xml:lang="pt_BR">dois</i></p>', [("dois", "pt-BR")]),
        ("<div lang=fr><p>Un <b lang=en>two</b> trois</p></div>", [("Un ", "fr"), ("two", "en"), (" trois", "fr")]),
        ("<div lang=fr><p lang=de>Eins</p></div>", [("Eins", "de")]),
        ("<div lang=fr><p lang=de>Eins</p>Deux</div>", [("Eins", "de"), ("\u2029Deux", "fr")]),
        ("<ul><li lang=fr>Un<li>Two</ul>", [("Un", "fr")]),
        ('<p>One</p><img lang=fr alt="une image"><p>Two</p>', [("une image", "fr")]),
        ('<p>One <a lang=fr title="le lien">two</a></p>', [("le lien\u2029two", "fr")]),
        ("<p lang=''>One</p><p lang=und>Two</p><p lang='*'>Three</p>", []),
        ("<p lang=fr></p><br lang=fr><p>Two</p>", []),
        ("<p lang=fr><code>x = 1</code></p>", [("\ufffc", "fr")]),
    ],
)
def test_elements_say_their_language(html: str, parts: list[tuple[str, str]]) -> None:
    assert shown(read(f"<html lang=en><body>{html}</body></html>")) == parts


def test_the_language_of_the_page_is_no_part() -> None:
    for html in ("<html lang=de><body><p>Eins", "<html><body lang=de><p>Eins", "<html lang=de><body lang=en><p>Eins"):
        article = read(html)
        assert article.lang == "de"
        assert not article.parts


def test_a_page_whose_main_part_says_its_language_is_in_it() -> None:
    page = "<html><body><nav>Home</nav><article lang=fr><p>Un texte assez long pour tout le reste.</p></article>"
    assert read(page).lang == "fr"
    assert read("<html><body><p>A text that is longer than its part.</p><p lang=fr>Un texte.</p>").lang is None


def test_html_in_markdown_says_its_language() -> None:
    article = read(
        'One <span lang="fr">deux</span> three.\n\n<div lang="de">\n\nVier *fünf*.\n\n</div>\n\nSix.\n', "a.md"
    )
    assert shown(article) == [("deux", "fr"), ("Vier fünf.", "de")]


def test_parts_are_cut_at_those_inside_them() -> None:
    picked = random.Random(7)  # noqa: S311 - the same trees each time
    for _ in range(200):
        parts: list[Part] = []
        _nest(picked, Span(0, 40), parts, 0)
        wanted = ["" for _ in range(40)]
        for part in reversed(parts):  # outer ones before those inside them
            wanted[slice(*part.view_span)] = [part.lang] * (part.view_span.end - part.view_span.start)
        got = ["" for _ in range(40)]
        cut = disjoint(parts)
        for part in cut:
            assert got[slice(*part.view_span)] == [""] * (part.view_span.end - part.view_span.start) != []
            got[slice(*part.view_span)] = [part.lang] * (part.view_span.end - part.view_span.start)
        assert got == wanted
        assert list(cut) == sorted(cut)


def _nest(picked: random.Random, within: Span, parts: list[Part], depth: int) -> None:
    """Add random parts that nest, inner ones first."""
    place = within.start
    while depth < 4 and place < within.end and picked.random() < 0.7:
        start = picked.randint(place, within.end - 1)
        span = Span(start, picked.randint(start + 1, within.end))
        _nest(picked, span, parts, depth + 1)
        parts.append(Part(span, picked.choice(("de", "fr", "es"))))
        place = span.end
