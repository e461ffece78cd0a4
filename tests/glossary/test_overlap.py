import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.globs import matches
from termcheck.glossary.overlap import can_meet

MEET = [
    ("news/**", "news/**"),
    ("news/**", "*.md"),
    ("news/*.md", "**/a.*"),
    ("**/draft/**", "news/**"),
    ("a?c.md", "ab*"),
    ("[ab].md", "[bc].md"),
    ("[!a].md", "b.md"),
    ("[!a].md", "[!b].md"),
    ("news/", "news/a.md"),
    ("*a*b*", "*b*a*"),
    ("[a-c]x", "[b]x"),
    ("[!a-\uffff]", "z"),
]
NEVER_MEET = [
    ("news/**", "legal/**"),
    ("*.md", "*.html"),
    ("news/*.md", "news/*/*.md"),
    ("a.md", "b.md"),
    ("A.md", "a.md"),
    ("[ab].md", "[cd].md"),
    ("[!a].md", "a.md"),
    ("news/2023/**", "news/2024/**"),
    ("a*x", "b*x"),
    ("a?", "abc"),
]


@pytest.mark.parametrize(("one", "other"), MEET)
def test_patterns_that_can_hold_for_one_path(one: str, other: str) -> None:
    assert can_meet(one, other)
    assert can_meet(other, one)


@pytest.mark.parametrize(("one", "other"), NEVER_MEET)
def test_patterns_that_cannot(one: str, other: str) -> None:
    assert not can_meet(one, other)
    assert not can_meet(other, one)


NAMES = st.text("ab.", min_size=1, max_size=3).filter(lambda name: name.strip("."))
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
PATTERNS = st.lists(
    st.one_of(NAMES, st.sampled_from(["**", "*", "*a", "?b", "[ab]*", "[!a]*"])), min_size=1, max_size=3
).map("/".join)


@given(PATHS, PATTERNS, PATTERNS)
def test_patterns_that_hold_for_the_same_path_can_meet(path: str, one: str, other: str) -> None:
    if matches(path, one) and matches(path, other):
        assert can_meet(one, other)


def test_patterns_full_of_stars_are_compared_quickly() -> None:
    assert not can_meet("*a" * 200 + "x", "*a" * 200 + "y")
