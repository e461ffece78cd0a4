"""What holds for every language and every text, however strange."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from termcheck.config import Settings
from termcheck.languages import KNOWN, language
from termcheck.languages.affixes import LONGEST_WORD
from termcheck.languages.tokens import tokenize
from termcheck.matching import compile_index, find_mentions
from termcheck.model import Article, Concept, Glossary, Status, Term, View

CODES = ("en", *KNOWN, "cy", "lt", "xx")
ALPHABETS = (
    "abeginorstuäåéñőșß'", "ABEIOUÄİIÑ", "абвгдеиклноярјћї'", "αάεέίϊΐόωςσ", "אבגהוכםןרתּ\"״'", "ابةتكلمنهويئءٌ\u0640",
    "कखानीेंय़्", "কখাঁঙগড়্", "தமிழ்ுகக்", "กขเแำ่้ะาิ",
    "កខ្ដាើេីំ៉", "中网信办臺湾一二十第", "かナーヴァサーィ込申取扱み", "가나다을를이데터",
    "\u200d\u200c\u0301\u0308\u00adẞﬁ𝒜𠮷🙂", "0123٣५Ⅷ½²",
)  # fmt: skip
texts = st.one_of(
    st.text(max_size=30), *(st.text(alphabet=letters, max_size=20) for letters in ALPHABETS),
    st.text(alphabet="".join(ALPHABETS) + " -·.", max_size=30),
)  # fmt: skip
WORDS = ("a", "ab", "I", "и", "ί", "ί\u0308", "รา", "कि", "ك", "데이터", "サー", "ヴァ", "申込", "𝒜", "1", "s'", "ก่")


def _answers(code: str, text: str) -> list[object]:
    known = language(code)
    tokens = tokenize(text)
    written = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    words = [known.respell(word, shown) for word, shown in zip(tokens.words, written, strict=True)]
    answers: list[object] = [words, known.upper(text), known.adapt(text, text, text), [*known.spellings(text)]]
    for word in words:
        keys, wanted = known.inflections(word), known.term_inflections(word, verb=False)
        assert word, f"{code}: nothing is left of a word of {text!r}"
        assert {*keys} & {*wanted}, f"{code}: {word!r} is no form of itself"
        assert word in {*keys} & {*wanted}, f"{code}: {word!r} is not found as it stands"
        others = [words[0], words[-1], word[:-1] + "x"]
        answers += [[*keys], [*wanted], [*known.bare_words(word)], [*known.bare_capitals(word)], known.number(word)]
        answers += [[*known.stem_pairs(word, other)] for other in others]
        answers += [(known.excludes(word, other), known.attaches(word, other)) for other in others]
        answers += [known.level(word), known.is_place(word), known.plain_link(word)]
    return answers


@pytest.mark.parametrize("code", CODES)
@given(text=texts)
@example(text="第十十条")
@settings(max_examples=15, deadline=None)
def test_any_text_has_one_answer(code: str, text: str) -> None:
    assert _answers(code, text) == _answers(code, text)


def test_what_is_too_long_for_a_word_is_taken_as_it_stands() -> None:
    started = time.perf_counter()
    for word in WORDS:
        (long, *_) = tokenize((word * 100_000)[:100_000]).words
        for code in CODES:
            respelt = language(code).respell(long, (word * len(long))[: len(long)])
            if len(respelt) > LONGEST_WORD:
                assert [*language(code).inflections(respelt)] == [respelt]
    assert time.perf_counter() - started < 60  # in quadratic time, hours


@pytest.mark.parametrize("code", CODES)
def test_an_article_that_is_one_long_word_is_checked_in_no_time(code: str) -> None:
    started = time.perf_counter()
    terms = {"ja": "サーバー", "zh": "中央网信办", "th": "ประเทศไทย", "km": "ប្រទេសកម្ពុជា"}
    term = Term("c", code, terms.get(code, "Datenverarbeiter"), Status.DEPRECATED)
    index = compile_index(Glossary((Concept("c", (term,)),)))
    text = " ".join((word * 4_000)[:4_000] for word in ("a", "ab", "I", "и", "ί", "ำ่", term.text))
    find_mentions(Article("a.txt", text, View.verbatim(text), lang=code), index, Settings())
    assert time.perf_counter() - started < 10  # in quadratic time, minutes


def test_a_term_as_long_as_an_article_has_few_other_spellings() -> None:
    for text in ("申込" * 500, "ヴァイオリン" * 500, "第十四届中央网信办" * 500, "데이터 처리 " * 500):
        for code in ("ja", "zh", "ko", "de"):
            assert len(language(code).spellings(text)) < 100


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [("de", "zweiten", "dritten"), ("de", "ersten", "zehnten"), ("bn", "পাঁচ", "ছয়"), ("vi", "tỷ", "triệu")],
)
def test_numbers_differ_from_each_other(code: str, one: str, other: str) -> None:
    known = language(code)
    first, second = (known.number(known.respell(word, word)) for word in (one, other))
    assert first is not None
    assert first != second


@pytest.mark.parametrize("code", [code for code in CODES if code in KNOWN])
def test_listed_words_are_listed_as_texts_are_compared(code: str) -> None:
    known = language(code)
    for word in known.function_words | known.articles:
        assert known.respell(word, word) == word
