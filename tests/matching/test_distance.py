"""The distance that saves an article from loading rapidfuzz is rapidfuzz's."""

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from termcheck.matching.near import plain_distance

_WORDS = st.text("abcdé中", max_size=9)


@given(_WORDS, _WORDS, st.integers(0, 4))
@example("ab", "ba", 1)
@example("abcd", "acbd", 2)
@example("", "abc", 1)
def test_it_is_the_optimal_string_alignment_distance(one: str, other: str, limit: int) -> None:
    assert plain_distance(one, other, limit) == OSA.distance(one, other, score_cutoff=limit)
