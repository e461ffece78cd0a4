import pytest

from termcheck.languages.choosing.choice import Choice, choose_language
from termcheck.languages.tags import related
from termcheck.model import BLOCK_BREAK, Article, Status, Term, View

TERMS = (Term("C", "zh", "中央网信办", Status.PREFERRED), Term("C", "en", "Central Office", Status.PREFERRED),
         Term("C", "en", "Network Office", Status.DEPRECATED))  # fmt: skip


def _article(text: str, lang: str | None = None) -> Article:
    return Article("a.txt", text, View.verbatim(text), lang=lang)


def test_the_option_comes_before_everything() -> None:
    assert choose_language(_article("中央", lang="zh"), TERMS, "en", "zh", None).lang == "en"


def test_metadata_come_before_the_configuration() -> None:
    assert choose_language(_article("text", lang="en-GB"), TERMS, None, "zh", None).lang == "en-GB"


def test_the_script_tells_languages_apart() -> None:
    assert choose_language(_article("中央网信办发布规定"), TERMS, None, None, None).lang == "zh"
    assert choose_language(_article("The office met"), TERMS, None, None, None).lang == "en"


def test_of_two_languages_in_one_script_the_source_is_not_chosen() -> None:
    terms = (Term("C", "de", "Amt", Status.PREFERRED), Term("C", "en", "office", Status.PREFERRED))
    assert choose_language(_article("The office met"), terms, None, None, "de").lang == "en"


LANGUAGES = ("de", "en", "fr", "ru", "uk")
MANY = tuple(Term("C", lang, "ABC", Status.PREFERRED) for lang in LANGUAGES)
ENGLISH = "The office said on Monday that it had issued new rules for the collection of personal data."
GERMAN = "Das Amt hat am Montag neue Regeln für die Erhebung personenbezogener Daten vorgelegt."
UKRAINIAN = "Уряд учора запропонував суворіші правила збору персональних даних в інтернеті."
POLISH = "Rząd zaproponował wczoraj surowsze zasady zbierania danych osobowych w internecie."


@pytest.mark.parametrize(("text", "lang"), [(ENGLISH, "en"), (GERMAN, "de"), (UKRAINIAN, "uk")])
def test_words_tell_several_languages_of_one_script_apart(text: str, lang: str) -> None:
    assert choose_language(_article(text), MANY, None, None, None).lang == lang


@pytest.mark.parametrize("text", [POLISH, "ABC 2022", "Xi"])
def test_where_words_leave_doubt_the_article_is_skipped(text: str) -> None:
    assert choose_language(_article(text), MANY, None, None, None) == Choice(None, "language not known, give --lang")


def test_of_a_mixed_article_most_of_the_text_decides() -> None:
    text = BLOCK_BREAK.join((ENGLISH, GERMAN, GERMAN, POLISH))
    assert choose_language(_article(text), MANY, None, None, None).lang == "de"


@pytest.mark.parametrize(
    ("languages", "text", "lang"),
    [
        (("en-GB", "en-US"), "The office met", "en"),
        (("en", "en-GB"), "The office met", "en"),
        (("en-GB",), "The office met", "en-GB"),
        (("zh-Hans", "zh-Hant"), "國家網信辦發布規定", "zh-Hant"),
        (("zh-Hans", "zh-Hant"), "国家网信办发布规定", "zh-Hans"),
        (("zh-TW", "zh-HK"), "國家網信辦發布規定", "zh-Hant"),
        (("zh", "zh-Hant"), "国家网信办发布规定", "zh-Hans"),
        (("sr-Latn", "sr-Cyrl"), "Влада је јуче предложила правила", "sr-Cyrl"),
        (("sr-Latn", "sr-Cyrl"), "Vlada je juče predložila pravila", "sr-Latn"),
        (("no", "nb"), "Regjeringen la fram", "nb"),
        (("ja", "zh"), "国は個人データの規則を発表した", "ja"),
    ],
)
def test_of_several_tags_of_one_language_the_text_decides(languages: tuple[str, ...], text: str, lang: str) -> None:
    terms = tuple(Term("C", tag, "ABC", Status.PREFERRED) for tag in languages)
    assert choose_language(_article(text), terms, None, None, None).lang == lang


def test_without_a_name_the_source_is_the_language_whose_rows_are_all_preferred() -> None:
    terms = (Term("C", "de", "Amt", Status.PREFERRED), Term("C", "en", "office", Status.PREFERRED),
             Term("C", "en", "bureau", Status.DEPRECATED))  # fmt: skip
    assert choose_language(_article("The office met"), terms, None, None, None).lang == "en"


def test_a_language_without_terms_is_a_reason() -> None:
    choice = choose_language(_article("text", lang="fr"), TERMS, None, None, None)
    assert choice.lang is None
    assert "fr" in choice.reason


def test_tags_are_compared_at_subtag_borders() -> None:
    assert related("en", "en-GB")
    assert related("EN-gb", "en")
    assert related("*", "th")
    assert not related("en-US", "en-GB")
    assert not related("en", "enm")
