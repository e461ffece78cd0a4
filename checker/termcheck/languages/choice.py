"""The language in which an article is checked."""

from collections.abc import Iterable
from typing import NamedTuple

from termcheck.languages.scripts import main_script, scripts_of_language
from termcheck.languages.tags import related
from termcheck.model import ANY_LANGUAGE, Article, Status, Term


class Choice(NamedTuple):
    """A language, or the reason why there is none."""

    lang: str | None
    reason: str = ""


UNKNOWN = "language not known, give --lang"


def choose_language(article: Article, terms: Iterable[Term], explicit: str | None, settings_lang: str | None,
                    source_lang: str | None) -> Choice:  # fmt: skip
    """The language to check an article in.

    In this order: ``explicit`` (--lang); the article's metadata; ``settings_lang``; among the languages of the glossary
    the one whose script the article is written in, if only one is; else the only one that is not the source language.
    """
    rows = tuple(terms)
    if chosen := explicit or article.lang or settings_lang:
        return _if_covered(chosen, rows)
    languages = sorted({term.lang for term in rows} - {ANY_LANGUAGE})
    if not languages:
        return Choice("und", "") if rows else Choice(None, UNKNOWN)
    script = main_script(article.view.text)
    if script is None:
        return Choice(languages[0] if len(languages) == 1 else _not_source(languages, rows, source_lang), "")
    written = [lang for lang in languages if script in scripts_of_language(lang)]
    if len(_families(written)) == 1:
        return Choice(written[0])
    if not written:
        return Choice(None, f"the glossary has no term in a language written in its script ({script})")
    if target := _not_source(languages, rows, source_lang):
        return Choice(target)
    return Choice(None, UNKNOWN)


def _if_covered(lang: str, rows: tuple[Term, ...]) -> Choice:
    if any(related(term.lang, lang) for term in rows):
        return Choice(lang)
    return Choice(None, f"the glossary has no term in its language ({lang})")


def _families(languages: Iterable[str]) -> set[str]:
    return {lang.lower().split("-")[0] for lang in languages}


def _not_source(languages: list[str], rows: tuple[Term, ...], source_lang: str | None) -> str | None:
    """The only language that is not the source; without a name for the source, the one whose rows are all preferred."""
    source = source_lang or _guess_source(languages, rows)
    others = [lang for lang in languages if source is None or not related(lang, source)]
    return others[0] if len(_families(others)) == 1 else None


def _guess_source(languages: list[str], rows: tuple[Term, ...]) -> str | None:
    plain = [lang for lang in languages if all(row.status is Status.PREFERRED for row in rows if row.lang == lang)]
    return plain[0] if len(plain) == 1 and len(languages) > 1 else None
