"""Path patterns."""

import pytest

from termcheck.globs import matches, problem_with


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.md", "a.md"),
        ("*.md", "deep/down/a.md"),
        ("news/*.md", "news/a.md"),
        ("news/**", "news/2024/a.md"),
        ("README", "docs/README"),
        ("news/", "news/2024/a.md"),
        ("./news/a.md", "news/a.md"),
        ("**/old/*.txt", "old/a.txt"),
        ("**/old/*.txt", "x/y/old/a.txt"),
        ("a/**/z.md", "a/z.md"),
        ("a/**/z.md", "a/b/c/z.md"),
        ("n?ws/[ab].md", "news/b.md"),
        ("新闻/*.md", "新闻/一.md"),
    ],
)
def test_holds(pattern: str, path: str) -> None:
    assert matches(path, pattern)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.md", "a.html"),
        ("news/*.md", "news/2024/a.md"),
        ("news/*.md", "old/news/a.md"),
        ("news", "news/a.md"),
        ("news/", "old/news/a.md"),
        ("news/2024", "news/2023/a.md"),
        ("a/**/z.md", "a/b/z.md.bak"),
        ("[ab].md", "c.md"),
        ("a.md", "axmd"),
    ],
)
def test_does_not_hold(pattern: str, path: str) -> None:
    assert not matches(path, pattern)


def test_a_hostile_pattern_ends_at_once() -> None:
    assert not matches("/".join(["aaaaaaaaaaaaaaaaaaaaaaaa"] * 200), "**/" * 200 + "*a*a*a*a*a*a*a*a*b")


@pytest.mark.parametrize("pattern", ["*.md", "news/**/*.md", "[!a]*", "a[]]b", "drafts/"])
def test_good_patterns_have_no_problem(pattern: str) -> None:
    assert problem_with(pattern) is None
