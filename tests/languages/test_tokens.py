"""Tokens: the quick ways for common scripts come to the same as the long way for all."""

from hypothesis import given
from hypothesis import strategies as st

from termcheck.languages.tokens import tokenize

_LONG_WAY = " \u0e01"
"""A Thai letter: what it stands in is read character by character."""
_TEXTS = st.text("ab1_ -'’.,;ßÄ\u00ad国家々ア・イーぁ=（)。、「\u3000є'їкпаяקבаΣς٣عربـ؟،가나\u0301\u064b\n")


@given(_TEXTS)
def test_tokens_do_not_depend_on_what_else_stands_in_a_text(text: str) -> None:
    alone, beside = tokenize(text), tokenize(text + _LONG_WAY)
    assert beside.words == [*alone.words, "\u0e01"]
    assert (beside.starts[:-1], beside.ends[:-1]) == (alone.starts, alone.ends)
    assert beside.gaps[: len(alone.words)] == alone.gaps[:-1]
