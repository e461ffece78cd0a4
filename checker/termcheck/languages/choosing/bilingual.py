"""The languages in which a bilingual article is checked: that of its targets, and that of what they translate."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from termcheck.languages.choosing.choice import by_language, choose_language, narrowest
from termcheck.languages.choosing.mixed import NOT_COVERED, with_parts
from termcheck.languages.tags import related
from termcheck.model import ANY_LANGUAGE, Article, Segment, Span, Term

SOURCE_UNKNOWN = (
    "the language of the source texts is not known, so that no term is looked for in them: give --source-lang"
)

_NO_LANGUAGE = "und"
"""Of the sources where the glossary has only terms of every language for them: these are looked for in any."""


def in_its_languages(
    article: Article, terms: Iterable[Term], lang: str | None, settings_lang: str | None, source_lang: str | None
) -> Article | str:
    """A bilingual article with the languages of its targets and sources, or why it cannot be checked.

    ``lang`` (--lang) is the target: of several in one file it picks one, else it is that of all. Without it the file
    says, then ``settings_lang``, then what the glossary and the text tell. ``source_lang`` holds where the file names
    none.
    """
    rows = tuple(terms)
    article = _picked(article, rows, lang)
    if lang is not None and article.parts and not any(related(part.lang, lang) for part in article.parts):
        return f"it has no text in {lang}"
    choice = choose_language(article, _but(rows, article.source, source_lang), lang, settings_lang, source_lang)
    if choice.reason:
        return choice.reason
    checked = with_parts(replace(article, lang=choice.lang), rows, only_marked=True)
    return _with_source(checked, rows, source_lang)


def _picked(article: Article, rows: Sequence[Term], lang: str | None) -> Article:
    """Of targets in several languages those in ``lang``; without it the most frequent with terms is the main one."""
    if lang is not None:
        parts = tuple(one if related(one.lang, lang) else replace(one, lang=NOT_COVERED) for one in article.parts)
        if parts == article.parts:
            return article
        others = [one.view_span for one in parts if one.lang == NOT_COVERED]
        return replace(article, parts=parts, segments=tuple(_outside(article.segments, others)))
    letters: Counter[str] = Counter()
    for part in article.parts:
        letters[part.lang] += part.view_span.end - part.view_span.start
    held = [tag for tag, _ in letters.most_common() if any(_holds(row, tag) for row in rows)]
    return replace(article, lang=held[0]) if held else article


def _outside(segments: Iterable[Segment], spans: Sequence[Span]) -> Iterator[Segment]:
    """The segments that lie in none of some stretches of the view; all are sorted and disjoint."""
    at = 0
    for segment in segments:
        while at < len(spans) and spans[at].end <= segment.view_span.start:
            at += 1
        if at == len(spans) or not spans[at].overlaps(segment.view_span):
            yield segment


def _holds(row: Term, lang: str) -> bool:
    return row.lang != ANY_LANGUAGE and related(row.lang, lang)


def _but(rows: Sequence[Term], source: Article | None, source_lang: str | None) -> Sequence[Term]:
    """The rows of languages that may be the target's: not those of the source, where that is known."""
    known = (source.lang if source is not None else None) or source_lang
    others = [row for row in rows if known is None or row.lang == ANY_LANGUAGE or not related(row.lang, known)]
    return others if any(row.lang != ANY_LANGUAGE for row in others) else rows


def _with_source(article: Article, rows: Sequence[Term], source_lang: str | None) -> Article:
    source = article.source
    if source is None:
        return article
    lang = source.lang or source_lang or _other_language(source, rows, article.lang or "")
    if lang is None:
        notice = f"{article.path}: {SOURCE_UNKNOWN}"
        return replace(article, notices=(*article.notices, notice) if source.view.text else article.notices)
    return replace(article, source=with_parts(replace(source, lang=lang), rows, only_marked=True))


def _other_language(source: Article, rows: Sequence[Term], target: str) -> str | None:
    """The glossary's other language; of several, the one that the source texts are in."""
    others = [row for row in rows if row.lang != ANY_LANGUAGE and not related(row.lang, target)]
    tags = sorted({row.lang for row in others})
    families = by_language(tags)
    if len(families) == 1:
        return narrowest(tags, source.view.text)
    if not families and any(row.lang == ANY_LANGUAGE for row in rows):
        return _NO_LANGUAGE
    return choose_language(source, others, None, None, None).lang if families else None
