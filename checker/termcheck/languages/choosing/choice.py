"""The language in which an article is checked."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from termcheck.languages.scripts import chinese_script, main_script, scripts_of_language
from termcheck.languages.tags import base, parse, related
from termcheck.model import ANY_LANGUAGE, BLOCK_BREAK, Article, Status, Term


class Choice(Struct, frozen=True):
    """A language, or the reason why there is none."""

    lang: str | None
    reason: str = ""


UNKNOWN = "language not known, give --lang"
_SAMPLE = 20_000
_LONG_BLOCK = 60
_LEAST_SHARE = 0.25
"""Of the text in longer blocks, what must be in one language for a mixed article to count as written in it."""


def choose_language(article: Article, terms: Iterable[Term], explicit: str | None, settings_lang: str | None,
                    source_lang: str | None) -> Choice:  # fmt: skip
    """The language to check an article in.

    In this order: ``explicit`` (--lang); the article's metadata; ``settings_lang``; among the languages of the glossary
    the one whose script the article is written in, if only one is; else the only one that is not the source language;
    else the one that the words of the article are in, where that is sure.
    """
    rows = tuple(terms)
    if chosen := explicit or article.lang or settings_lang:
        return _if_covered(chosen, rows)
    languages = sorted({term.lang for term in rows} - {ANY_LANGUAGE})
    if not languages:
        return Choice("und", "") if rows else Choice(None, UNKNOWN)
    text = article.view.text
    script = main_script(text)
    if script is None:
        return Choice(languages[0] if len(languages) == 1 else _not_source(languages, rows, source_lang), "")
    written = [lang for lang in languages if script in scripts_of_language(lang)]
    if not written:
        return Choice(None, f"the glossary has no term in a language written in its script ({script})")
    families = by_language(written)
    if len(families) == 1:
        return Choice(narrowest(written, text))
    if target := _not_source(languages, rows, source_lang):
        return Choice(target)
    found = detected(text, families) or _main_language(text, families)
    return Choice(found) if found else Choice(None, UNKNOWN)


def by_language(tags: Iterable[str]) -> dict[str, list[str]]:
    """The tags of each language; ``no`` is Norwegian Bokmål, as it mostly is."""
    families: dict[str, list[str]] = {}
    for tag in tags:
        language = base(tag)
        families.setdefault("nb" if language == "no" else language, []).append(tag)
    return families


def detected(text: str, families: dict[str, list[str]], sure: float | None = None) -> str | None:
    """The language among several (as ``by_language`` has them) in which a text is written; None when unsure."""
    from termcheck.languages.choosing.detection import SURE, detect

    found = detect(text, families, SURE if sure is None else sure)
    return narrowest(families[found], text) if found else None


def _main_language(text: str, families: dict[str, list[str]]) -> str | None:
    """The language of most of the longer blocks of a mixed text; None where they are mostly in none of these."""
    letters: Counter[str] = Counter()
    for block in text[:_SAMPLE].split(BLOCK_BREAK):
        if len(block) >= _LONG_BLOCK:
            letters[detected(block, families) or ""] += len(block)
    found = max((lang for lang in letters if lang), key=letters.__getitem__, default=None)
    return found if found and letters[found] >= _LEAST_SHARE * letters.total() else None


def _if_covered(lang: str, rows: tuple[Term, ...]) -> Choice:
    if any(related(term.lang, lang) for term in rows):
        return Choice(lang)
    return Choice(None, f"the glossary has no term in its language ({lang})")


def narrowest(tags: Sequence[str], text: str) -> str:
    """The tag that says of a text's language all that its text and several tags of one language tell."""
    if len(tags) == 1:
        return tags[0]
    language = base(tags[0])
    scripts = {parse(tag).script for tag in tags}
    script = chinese_script(text) if language == "zh" else scripts.pop() if len(scripts) == 1 else ""
    return f"{language}-{script.title()}" if script else language


def _not_source(languages: list[str], rows: tuple[Term, ...], source_lang: str | None) -> str | None:
    """The only language that is not the source; without a name for the source, the one whose rows are all preferred."""
    source = source_lang or _guess_source(languages, rows)
    others = [lang for lang in languages if source is None or not related(lang, source)]
    return narrowest(others, "") if len(by_language(others)) == 1 else None


def _guess_source(languages: list[str], rows: tuple[Term, ...]) -> str | None:
    plain = [lang for lang in languages if all(row.status is Status.PREFERRED for row in rows if row.lang == lang)]
    return plain[0] if len(plain) == 1 and len(languages) > 1 else None
