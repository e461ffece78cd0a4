"""What stands in brackets."""

import pytest

from termcheck.matching.brackets import bracket_after, brackets_in, is_abbreviation


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Net (CAC) met", "CAC"),
        ("Net(CAC) met", "CAC"),
        ("Net”\u00a0（国家网信办）会", "国家网信办"),
        ("Net [CAC] met", "CAC"),
        ("Net met (CAC)", None),
        ("Net (\ufffc) met", None),
        ("Net (CAC", None),
        ("Net ()", None),
    ],
)
def test_reads_the_bracket_after_a_place(text: str, inside: str | None) -> None:
    bracket = bracket_after(text, 3)
    assert (bracket.text if bracket else None) == inside
    if bracket:
        assert text[bracket.start : bracket.end] == inside


def test_lists_innermost_brackets_and_their_parts() -> None:
    found = list(brackets_in("A (b (c) d) and E (Chinese: “中央网信办”, CAC)"))
    assert [bracket.text for bracket in found] == ["c", "Chinese: “中央网信办”, CAC"]
    assert list(found[1].parts()) == ["Chinese", "中央网信办", "CAC"]


@pytest.mark.parametrize(
    ("text", "expected"), [("CAC", True), ("MoF", True), ("G20", False), ("Cac", False), ("C", False), ("CA C", False)]
)
def test_knows_abbreviations(text: str, *, expected: bool) -> None:
    assert is_abbreviation(text) is expected
