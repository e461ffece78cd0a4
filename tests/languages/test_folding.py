import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.languages.folding import fold, fold_with_map
from termcheck.languages.tokens import tokenize

SAME = [
    ("Central Office", "central office", "letter case"),
    ("Ｃｅｎｔｒａｌ", "Central", "full width"),
    ("ｶﾞﾝ", "ガン", "half-width kana with its mark"),
    ("Oﬃce", "Office", "ligature"),
    ("re\u0301sume\u0301", "r\u00e9sum\u00e9", "NFD and NFC"),
    ("net\u00adwork", "network", "soft hyphen"),
    ("net\u200bwork", "network", "zero width space"),
    ("net\u2060work", "network", "word joiner"),
    ("\u200enetwork\u200f", "network", "direction marks"),
    ("Central\u00a0Office", "Central Office", "no-break space"),
    ("Central\u2009Office", "Central Office", "thin space"),
    ("on\u2011line", "on-line", "no-break hyphen"),
    ("on\u2010line", "on-line", "hyphen"),
    ("People’s", "People's", "apostrophe"),
    ("Peopleʼs", "People's", "modifier apostrophe"),
    ("مـحـمد", "محمد", "tatweel"),
    ("ΛΌΓΟΣ", "λόγος", "final sigma"),
    ("co\u0140laborador", "col\u00b7laborador", "Catalan l with its dot"),
]
DIFFERENT = [
    ("résumé", "resume", "accents"),
    ("m²", "m2", "superscripts"),
    ("½", "1/2", "fractions"),
    ("٣", "3", "digits of another script"),
    ("①", "1", "circled digits"),
    ("Straße", "Strasse", "ß"),
    ("中", "国", "characters"),
]


@pytest.mark.parametrize(("one", "other", "why"), SAME)
def test_what_a_reader_takes_for_the_same_folds_alike(one: str, other: str, why: str) -> None:
    assert fold(one) == fold(other), why


@pytest.mark.parametrize(("one", "other", "why"), DIFFERENT)
def test_what_a_reader_tells_apart_stays_apart(one: str, other: str, why: str) -> None:
    assert fold(one) != fold(other), why


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=80))
def test_canonically_equivalent_texts_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(max_size=80))
def test_every_folded_character_knows_where_it_comes_from(text: str) -> None:
    folded = fold_with_map(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)


@given(st.text(max_size=80))
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = tokenize(text)
    assert len(tokens.gaps) == len(tokens.words) + 1
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        folded = fold(text[start:end])
        # one character may fold to several tokens (ໜ, ㌔) or bring punctuation with it (㈱, ⒈)
        assert word in folded if len(folded) > end - start else word == folded
    assert tokens.starts == sorted(tokens.starts)


def test_a_latin_word_in_han_text_is_a_word_of_its_own() -> None:
    assert "javascript" in tokenize("使用Javascript编写").words


def test_a_word_of_300_000_letters_is_one_token() -> None:
    assert len(tokenize("a" * 300_000).words) == 1


@given(st.text(alphabet=st.characters(max_codepoint=0x2BFF, exclude_categories=("Cs", "M")), max_size=80))
def test_plain_scripts_are_tokenised_as_all_others(text: str) -> None:
    apart = "\uac00\u3002"  # a Hangul syllable makes the text one that is tokenised by script
    assert tokenize(text + " ." + apart).words[:-1] == tokenize(text).words
