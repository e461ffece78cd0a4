"""Cheap bounds that keep words from being compared: they must never keep out what comparing would find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.languages import language
from termcheck.matching.near import edit_distance

_GERMAN = st.sampled_from(("", "klang", "adel", "wald", "dunk", "au", "baeu", "vaet", "ß", "kämm")).flatmap(
    lambda start: st.builds(
        "".join, st.tuples(st.just(start), st.text("abeghilnrstuüß", max_size=6), st.sampled_from(_ENDINGS))
    )
)
_ENDINGS = ("", "e", "er", "ern", "n", "s", "es", "el", "eln", "geschlechter", "ungen", "lichkeiten", "ischen")


@given(_GERMAN)
def test_what_is_left_of_a_word_without_vowels_begins_like_that_of_each_of_its_keys(word: str) -> None:
    german = language("de")
    bare = german.respell(word, word)
    for key in german.inflections(bare):
        assert german.frame(bare).startswith(german.frame(key.rpartition(":")[2]))


@pytest.mark.parametrize("code", ["de", "ru", "fi", "tr", "es", "hu", "ko", "nl", "ar"])
@given(st.data())
def test_stems_leave_out_no_more_of_words_than_is_said(code: str, data: st.DataObject) -> None:
    knowledge = language(code)
    letters = {"ru": "аеиймноыьюя", "ko": "가은이의정부에서", "ar": "الوبكمةنتي"}.get(code, "aeilnorstumáö")
    one, other = (data.draw(st.text(letters, min_size=3, max_size=9)) for _ in range(2))
    left_out = knowledge.left_out(one), knowledge.left_out(other)
    if None in left_out:
        return
    for stem, another in knowledge.stem_pairs(one, other):
        assert edit_distance(one, other, 99) <= edit_distance(stem, another, 99) + max(
            filter(None, (*left_out, 0)), default=0
        )
