"""Columns give back what was packed, and refuse what is none."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.columns import Columns, Lists, WordLists, Words, pack, pack_lists, pack_word_lists, pack_words

_TEXT = st.text(st.characters(), max_size=5)
_NUMBERS = st.lists(st.integers(0, (1 << 32) - 1), max_size=4)


@given(st.lists(_TEXT, unique=True, max_size=50), st.lists(_TEXT, max_size=10))
def test_words_are_found_by_number_and_by_themselves(words: list[str], others: list[str]) -> None:
    found = Words(Columns(pack(pack_words("w", words))), "w")
    assert list(found) == words
    assert [found.find(word) for word in words] == list(range(len(words)))
    assert [word in found for word in others] == [word in words for word in others]


@given(st.lists(_NUMBERS, max_size=20), st.dictionaries(_TEXT, _NUMBERS, max_size=20), _TEXT)
def test_lists_are_found_by_number_and_by_word(
    lists: list[list[int]], by_word: dict[str, list[int]], word: str
) -> None:
    columns = Columns(pack({**pack_lists("l", lists), **pack_word_lists("w", by_word)}))
    found = Lists(columns, "l")
    assert [list(found[number]) for number in range(len(lists))] == lists
    named = WordLists(columns, "w")
    assert {one: list(numbers) for one, numbers in named} == by_word
    assert list(named.get(word)) == by_word.get(word, [])


def test_numbers_of_any_size_stand_where_they_may_be_read() -> None:
    columns = Columns(pack({"a": b"odd", "b": array("Q", [1 << 63]), "c": array("I", [7, 8])}))
    assert columns.bytes("a") == b"odd"
    assert list(columns.numbers("b", "Q")) == [1 << 63]
    assert list(columns.numbers("c")) == [7, 8]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 8,
        bytes(100),
        b"\xff" * 40,
        b"\x01" + bytes(7) + b"\x90",
        b"\x05" + bytes(7) + b"\x91\x92\xa1a\xff",
    ],
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="columns"):
        Columns(data)


def test_a_block_that_is_cut_off_or_continued_is_refused() -> None:
    data = pack({"a": b"some bytes", "b": array("I", range(9))})
    for wrong in (data[:-8], data[:-1], data + b"\x00", data[:20]):
        with pytest.raises(ValueError, match="columns"):
            Columns(wrong)
