"""The distance that saves an article from loading rapidfuzz is rapidfuzz's."""

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from termcheck.languages import distance
from termcheck.languages.distance import plain_distance, within

_WORDS = st.text("abcdé中", max_size=9)


@given(_WORDS, _WORDS, st.integers(0, 4))
@example("ab", "ba", 1)
@example("abcd", "acbd", 2)
@example("", "abc", 1)
def test_it_is_the_optimal_string_alignment_distance(one: str, other: str, limit: int) -> None:
    assert plain_distance(one, other, limit) == OSA.distance(one, other, score_cutoff=limit)


@given(_WORDS, st.lists(_WORDS), st.integers(0, 3))
@example("abcd", ["badc", "dabc", "abcd", "abcd"], 2)
def test_a_list_has_the_same_near_words_with_and_without_rapidfuzz(word: str, words: list[str], limit: int) -> None:
    near = [one for one in words if OSA.distance(word, one) <= limit]
    assert distance.plainly_within(word, words, limit) == near
    assert all(within(word, words, limit) == near for _ in range(10))
