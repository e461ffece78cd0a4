from collections.abc import Callable
from typing import Any

import pytest

from termcheck.model import CaseFit, Method, Severity

Make = Callable[..., Any]

DIFFERENT = {"case": CaseFit.DIFFERENT, "method": Method.FOLDED}


def test_case_sensitive_term_in_other_letters_is_a_warning(scene: Make, row: Make) -> None:
    cast = scene("It is on Github.", row("gh", "GitHub", case_sensitive=True))
    (finding,) = cast.check("wrong-case", [cast.mention("Github", "GitHub", **DIFFERENT)])
    assert (finding.severity, finding.suggestion) == (Severity.WARNING, "GitHub")


@pytest.mark.parametrize("case", [CaseFit.SAME, CaseFit.FORCED])
def test_right_or_forced_capitals_are_silent(scene: Make, row: Make, case: CaseFit) -> None:
    cast = scene("GITHUB", row("gh", "GitHub", case_sensitive=True))
    assert not cast.check("wrong-case", [cast.mention("GITHUB", "GitHub", case=case)])


@pytest.mark.parametrize(
    ("term", "text", "hints"),
    [
        ("State Council", "state council", 1),
        ("State Council", "State council", 1),
        ("State Council", "STATE COUNCIL", 0),
        ("Ministry of Finance", "ministry of finance", 1),
        ("Xi Jinping Thought on Socialism with Chinese Characteristics",
         "Xi Jinping thought on socialism with Chinese characteristics", 1),
        ("network culture", "Network Culture", 0),
        ("Network culture", "network culture", 0),
        ("Five-Year Plan", "five-year plan", 1),
        ("Five-Year Plan", "Five Year Plan", 0),
        ("网络文明", "网络文明", 0),
    ],
)  # fmt: skip
def test_names_in_small_letters_are_hints(scene: Make, row: Make, term: str, text: str, hints: int) -> None:
    cast = scene(f"See {text} there.", row("c", term))
    found = cast.check("wrong-case", [cast.mention(text, term, **DIFFERENT)])
    assert [finding.severity for finding in found] == [Severity.HINT] * hints


def test_an_admitted_common_noun_of_a_named_concept_may_be_small(scene: Make, row: Make) -> None:
    cast = scene("the Cabinet office", row("c", "Cabinet Office"), row("c", "cabinet bureau", "admitted"))
    assert not cast.check("wrong-case", [cast.mention("Cabinet office", "cabinet bureau", **DIFFERENT)])


def test_abbreviations_wrong_rows_and_near_misses_are_left_alone(scene: Make, row: Make) -> None:
    terms = [
        row("it", "IT", kind="abbreviation", case_sensitive=True),
        row("gh", "Githab", "forbidden", case_sensitive=True),
        row("mac", "macOS", case_sensitive=True),
    ]
    cast = scene("it Githab macOs", *terms)
    mentions = [
        cast.mention("it", "IT", **DIFFERENT),
        cast.mention("Githab", **DIFFERENT),
        cast.mention("macOs", "macOS", case=CaseFit.DIFFERENT, method=Method.NEAR),
    ]
    assert not cast.check("wrong-case", mentions)
