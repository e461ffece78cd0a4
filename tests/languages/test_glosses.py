"""The table of Chinese words and their English: what it promises to those who look words up."""

from termcheck.languages.glosses import glosses, romanized
from termcheck.languages.wordlist import file_bytes


def test_words_of_the_table_have_english() -> None:
    table = glosses("zh")
    assert len(table) > 600
    assert all(gloss.words or gloss.parts for gloss in table.values())


def test_every_word_is_han_and_every_gloss_plain_english() -> None:
    for word, gloss in glosses("zh").items():
        assert all("\u4e00" <= char <= "\u9fff" for char in word), word
        assert all(part.replace("_", "").isalpha() and part.isascii() for part in (*gloss.words, *gloss.parts)), word


def test_the_table_is_sorted_and_has_no_word_twice() -> None:
    words = [line.split(b"|")[0] for line in file_bytes("zh.glosses.txt").splitlines()]
    assert words == sorted(set(words))


def test_other_languages_have_no_table() -> None:
    assert glosses("de") == {}
    assert romanized("Haus", "de") == ""


def test_pinyin_of_a_word_is_written_in_one() -> None:
    assert romanized("清朗", "zh") == "qinglang"
    assert romanized("户口", "zh") == "hukou"


def test_what_has_no_reading_is_not_romanized() -> None:
    assert romanized("网A", "zh") == ""
