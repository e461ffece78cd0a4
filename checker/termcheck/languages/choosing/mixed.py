"""Articles in several languages: which of their parts are in another language than the whole.

A part is what markup says to be in another language, and, where nobody has named the language of the article, a block
whose script or words show it, as the other script of Chinese does. What is short stays with its article: a name in
Chinese characters is no other language.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from termcheck.languages.choosing.choice import by_language, detected, narrowest
from termcheck.languages.scripts import is_chinese_in, letters_by_script, only_latin, scripts_of_language
from termcheck.languages.tags import base, parse, related
from termcheck.model import ANY_LANGUAGE, BLOCK_BREAK, Article, Part, Span, Term

NOT_COVERED = "und"
"""Language of parts for which the glossary has no term but those of every language."""
_FEWEST_LETTERS = 40
"""Weighted letters of a block (see ``letters_by_script``) below which it stays with its article."""
_MAIN_SHARE = 2 / 3
"""Share of its letters that a block must have in one script to count as written in it."""
_SURE = 0.98
"""As for ``detect``; of 4,000 short paragraphs in pairs of similar languages, none went wrong at this level."""
_FEWEST_COMMON_WORDS = 2


def with_parts(article: Article, terms: Iterable[Term], *, only_marked: bool) -> Article:
    """An article, whose language is chosen, with those of its parts that are in another one; sorted, disjoint.

    ``only_marked`` leaves out what only the text itself shows.
    """
    parts = _other_parts(article, terms, only_marked=only_marked)
    return article if parts == article.parts else replace(article, parts=parts)


def _other_parts(article: Article, terms: Iterable[Term], *, only_marked: bool) -> tuple[Part, ...]:
    lang = article.lang or ""
    languages = sorted({term.lang for term in terms} - {ANY_LANGUAGE})
    marked = [part for part in article.parts if not related(part.lang, lang)]
    parts = [replace(part, lang=name) for part, name in zip(marked, _told_apart(marked, languages), strict=True)]
    if not only_marked:
        own = next(iter(by_language((lang,))))
        others = {code: tags for code, tags in by_language(languages).items() if code != own}
        if others:
            parts.extend(_foreign_blocks(article, own, others))
        if own == "zh":
            taken = {part.view_span for part in parts}
            chinese = _other_chinese(article, [tag for tag in languages if base(tag) == own])
            parts.extend(part for part in chinese if part.view_span not in taken)
    return tuple(sorted(parts))


def _told_apart(parts: Iterable[Part], languages: Sequence[str]) -> Iterator[str]:
    """The language of each part: of several for which the same rows hold, the first, since the text is read for each.

    Otherwise a page could ask for any number of readings: en-x-1, en-x-2.
    """
    known: dict[tuple[str, tuple[str, ...]], str] = {}
    for part in parts:
        covering = tuple(tag for tag in languages if related(tag, part.lang))
        yield known.setdefault((base(part.lang), covering), part.lang) if covering else NOT_COVERED


def layers(article: Article) -> Iterator[Article]:
    """The article once for each of its languages, with all that is in another one protected."""
    if not article.parts:
        yield article
        return
    yield replace(article, protected=(*article.protected, *(part.view_span for part in article.parts)), parts=())
    for lang in sorted({part.lang for part in article.parts}):
        spans = [part.view_span for part in article.parts if part.lang == lang]
        edges = [0, *(edge for span in spans for edge in span), len(article.view.text)]
        outside = tuple(Span(*pair) for pair in list(pairwise(edges))[::2] if pair[0] < pair[1])
        yield replace(article, lang=lang, protected=(*article.protected, *outside), parts=())


def _foreign_blocks(article: Article, own: str, others: Mapping[str, list[str]]) -> Iterator[Part]:
    """The blocks outside of all markup for languages that are written in one of the other languages."""
    scripts = scripts_of_language(article.lang or "")
    by_script: dict[str, dict[str, list[str]]] = {}
    for code, tags in others.items():
        for tag in tags:
            for script in scripts_of_language(tag):
                by_script.setdefault(script, {}).setdefault(code, []).append(tag)
    for span in _unmarked_blocks(article):
        block = article.view.text[span.start : span.end]
        if "Latn" not in by_script and only_latin(block):
            continue
        letters = letters_by_script(block)
        script = max(letters, key=lambda code: (letters[code], code), default="")
        if script not in by_script or letters[script] < max(_FEWEST_LETTERS, _MAIN_SHARE * letters.total()):
            continue
        if script in scripts:
            lang = _by_words(block, (own, [article.lang or ""]), by_script[script])
        elif len(by_script[script]) == 1:
            lang = narrowest(next(iter(by_script[script].values())), block)
        else:
            lang = detected(block, by_script[script])
        if lang is not None:
            yield Part(span, lang)


def _other_chinese(article: Article, tags: Iterable[str]) -> Iterator[Part]:
    """The blocks outside of all markup of a Chinese article that are in the other script, for which there are tags."""
    script = {"hans": "hant", "hant": "hans"}.get(parse(article.lang or "").script, "")
    others = [tag for tag in tags if script and parse(tag).script == script]
    for span in _unmarked_blocks(article) if others else ():
        block = article.view.text[span.start : span.end]
        if letters_by_script(block)["Hani"] >= _FEWEST_LETTERS and is_chinese_in(script, block):
            yield Part(span, narrowest(others, block))


def _unmarked_blocks(article: Article) -> Iterator[Span]:
    """The blocks of the view of which no stretch is marked up as being in a language."""
    start = at = 0
    parts: Sequence[Part] = article.parts
    for block in article.view.text.split(BLOCK_BREAK):
        span = Span(start, start + len(block))
        start = span.end + 1
        while at < len(parts) and parts[at].view_span.end <= span.start:
            at += 1
        if at == len(parts) or not parts[at].view_span.overlaps(span):
            yield span


def _by_words(block: str, own: tuple[str, list[str]], others: Mapping[str, list[str]]) -> str | None:
    """The other language that a block in the script of its article is in; None where it is in the article's, or may be.

    The model is asked only where frequent words speak for another language, so that no other text waits for it.
    """
    from termcheck.languages.choosing.common_words import common_words

    most, fewest = max(common_words(block, code) for code in others), common_words(block, own[0])
    if most <= fewest or (fewest > 0 and most < _FEWEST_COMMON_WORDS):
        return None
    found = detected(block, {own[0]: own[1], **others}, _SURE)
    return None if found is None or related(found, own[1][0]) else found
