from termcheck.languages.choice import choose_language
from termcheck.languages.tags import related
from termcheck.model import Article, Status, Term, View

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
    assert choose_language(_article("The office met"), terms, None, None, None).lang is None


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
