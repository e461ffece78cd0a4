"""Quotations and titles of works."""

import pytest

from termcheck.articles.quotes import quotations
from termcheck.model import RegionKind


def quoted(text: str, kind: RegionKind = RegionKind.QUOTATION) -> list[str]:
    return [text[slice(*one.view_span)] for one in quotations(text) if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “one two”.", ["one two"]),
        ('He said "one two".', ["one two"]),
        ('"one," he said, "two."', ["one,", "two."]),
        ("« oui »", [" oui "]),
        ("»ja«", ["ja"]),
        ("„ja“ und ‚nein‘", ["ja", "nein"]),
        ("”svenska” ord", ["svenska"]),
        ("他说「甲『乙』丙」", ["乙", "甲『乙』丙"]),
        ("He said ‘it’s one’ there", ["it’s one"]),
        ("“a ‘b’ c”", ["b", "a ‘b’ c"]),
        ('他说"中央"发布', ["中央"]),
        ("don’t, the offices’ rules, O’Neil", []),
        ('a 12" disk and a 14" one', []),
        ("“never closed", []),
        ("closed only”", []),
        ("“one\u2029two”", []),
        ('""', []),
        ("“" + "x" * 3000 + "”", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert sorted(quoted(text)) == sorted(expected)


def test_titles_of_works() -> None:
    assert quoted("见《网络安全法》和〈附录〉。", RegionKind.WORK_TITLE) == ["网络安全法", "附录"]
