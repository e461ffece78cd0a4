"""Guards on whole names."""

import pytest

from termcheck.languages import language
from termcheck.matching.guards import names_differ

HOME = frozenset({"china", "chinese"})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("18th congress", "20th congress", True),
        ("18th congress", "eighteenth congress", False),
        ("fujian office", "tianjin office", True),
        ("fujian office", "office", True),
        ("office of china", "office", False),
        ("provincial office", "office of the province", False),
        ("provincial office", "municipal office", True),
        ("provincial office", "office", True),
        ("national office", "office", False),
        ("food agency of europe", "european food agency", False),
        ("niger office", "nigeria office", True),
        ("import office", "export office", True),
        ("former office", "office", True),
        ("cyber office", "network bureau", False),
    ],
)
def test_names_differ_by_what_must_not_differ(one: str, other: str, *, expected: bool) -> None:
    knowledge = language("en")
    assert names_differ(knowledge, one.split(), other.split(), HOME) is expected
    assert names_differ(knowledge, other.split(), one.split(), HOME) is expected
