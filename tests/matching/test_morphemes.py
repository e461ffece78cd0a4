"""Parts of source terms, and the words that a glossary shows to render them."""

from termcheck.matching.unlisted.morphemes import divisions, learn, source_parts, stretches
from termcheck.model import Status, Term

_KNOWN = {"网络", "安全", "中央", "网信", "办", "网", "信"}


def test_stretches_are_words_of_the_table_and_what_lies_between_them() -> None:
    assert stretches("网络素养", _KNOWN) == ["网络", "素养", "素", "养"]


def test_a_term_of_other_letters_has_no_stretches() -> None:
    assert stretches("data", _KNOWN) == []


def test_divisions_leave_nothing_out() -> None:
    assert divisions("中央网信办", _KNOWN) == [("中央", "网信", "办"), ("中央", "网", "信", "办")]
    assert divisions("中央文明办", _KNOWN) == []


def test_a_compound_is_taken_apart_by_other_words() -> None:
    terms = {
        "a": [Term("a", "de", "Datenschutzbehörde", Status.PREFERRED)],
        "b": [Term("b", "de", "Datenschutz", Status.PREFERRED)],
    }
    assert source_parts(terms, ())["a"] == ["datenschutzbehörde", "datenschutz"]


def test_a_word_goes_to_the_part_that_explains_it() -> None:
    rows = [
        ("a", ["网络", "安全"], ["network", "security"]),
        ("b", ["网络", "文明"], ["network", "civilization"]),
        ("c", ["生产", "安全"], ["production", "security"]),
    ]
    links = learn(rows, {})
    assert links["网络"] == {"network": ("a", "b")}
    assert links["安全"] == {"security": ("a", "c")}


def test_one_concept_alone_teaches_nothing() -> None:
    assert learn([("a", ["网络"], ["web"])], {}) == {}
