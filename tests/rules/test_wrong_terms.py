import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from termcheck.model import CaseFit, Method, Related, Role, Severity, Span, Standing

Make = Callable[..., Any]
Fields = dict[str, object]

OFFICE = "Central Network Information Office"
GOOD = "Central Cyberspace Administration"


def test_forbidden_form_is_an_error_with_place_and_suggestion(scene: Make, row: Make) -> None:
    text = f"One line.\nThe {OFFICE} acted."
    cast = scene(text, row("cac", GOOD), row("cac", OFFICE, "forbidden"))
    (finding,) = cast.check("forbidden-term", [cast.mention(OFFICE)])
    assert (finding.rule, finding.severity, finding.concept, finding.lang) == (
        "forbidden-term", Severity.ERROR, "cac", "en",
    )  # fmt: skip
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (2, 5, 2, 5 + len(OFFICE))
    assert text[finding.start : finding.end] == finding.observed == OFFICE
    assert (finding.suggestion, finding.preferred, finding.matched) == (GOOD, GOOD, OFFICE)
    assert finding.message == f"“{OFFICE}” is a forbidden term; write “{GOOD}”"


def test_observed_keeps_the_markup_that_text_drops(scene: Make, row: Make) -> None:
    cast = scene(f"The Central **Network** {OFFICE}", row("cac", GOOD), row("cac", OFFICE, "forbidden"))
    mention = cast.mention("Central **Network**", OFFICE, text="Central Network")
    (finding,) = cast.check("forbidden-term", [mention])
    assert (finding.observed, finding.text) == ("Central **Network**", "Central Network")


@pytest.mark.parametrize(
    ("status", "rule"),
    [("forbidden", "forbidden-term"), ("deprecated", "deprecated-term"), ("superseded", "deprecated-term")],
)
def test_each_status_belongs_to_one_rule(scene: Make, row: Make, status: str, rule: str) -> None:
    cast = scene("An old name.", row("n", "new name"), row("n", "old name", status))
    by_rule = {id_: cast.check(id_, [cast.mention("old name")]) for id_ in ("forbidden-term", "deprecated-term")}
    assert [id_ for id_, found in by_rule.items() if found] == [rule]


def test_superseded_message_names_the_last_day(scene: Make, row: Make) -> None:
    cast = scene(
        "An old name.", row("n", "new name"), row("n", "old name", "superseded", valid_until=dt.date(2018, 3, 1))
    )
    (finding,) = cast.check("deprecated-term", [cast.mention("old name")])
    assert "2018-03-01" in finding.message


def test_approved_superseded_form_is_silent(scene: Make, row: Make) -> None:
    cast = scene("An old name.", row("n", "old name", "superseded", valid_until=dt.date(2030, 3, 1)))
    assert not cast.check("deprecated-term", [cast.mention("old name", standing=Standing.APPROVED)])


@pytest.mark.parametrize("doubt", [{"doubtful": True}, {"standing": Standing.DOUBTFUL}, {"role": Role.RIVAL}])
def test_doubt_lowers_the_finding_to_a_hint(scene: Make, row: Make, doubt: Fields) -> None:
    cast = scene("An old name.", row("n", "new name"), row("n", "old name", "deprecated"))
    (finding,) = cast.check("deprecated-term", [cast.mention("old name", **doubt)])
    assert finding.severity is Severity.HINT


def test_rival_message_names_both_concepts(scene: Make, row: Make) -> None:
    cast = scene("Use the CLI.", row("terminal", "CLI", "deprecated"), row("climate-index", "CLI", "preferred"))
    rival = cast.mention("CLI", of="terminal", role=Role.RIVAL)
    winner = cast.mention("CLI", of="climate-index")
    (finding,) = cast.check("deprecated-term", [rival, winner])
    assert "terminal" in finding.message
    assert "climate-index" in finding.message


@pytest.mark.parametrize("rule", ["forbidden-term", "deprecated-term", "misspelled-term", "altered-term", "wrong-case"])
@pytest.mark.parametrize("method", list(Method))
def test_nested_mentions_are_never_findings(scene: Make, row: Make, rule: str, method: Method) -> None:
    cast = scene("Old Name Plus", row("n", "Old Name", "forbidden"), row("m", "Plus"))
    mentions = [
        cast.mention("Old Name", role=Role.NESTED, method=method, case=CaseFit.DIFFERENT),
        cast.mention("Plus", role=Role.NESTED, method=method, case=CaseFit.DIFFERENT),
    ]
    assert not cast.check(rule, mentions)


@pytest.mark.parametrize("rule", ["forbidden-term", "deprecated-term", "misspelled-term", "altered-term"])
@pytest.mark.parametrize("method", list(Method))
def test_proposed_terms_are_never_enforced(scene: Make, row: Make, rule: str, method: Method) -> None:
    cast = scene("A draft name.", row("n", "draft name", "proposed"))
    assert not cast.check(rule, [cast.mention("draft name", method=method, standing=Standing.PROPOSED)])


def test_near_miss_of_an_approved_term_suggests_that_term(scene: Make, row: Make) -> None:
    cast = scene("A tranformer sub-station.", row("s", "substation"), row("s", "transformer station", "admitted"))
    mention = cast.mention("tranformer", "transformer station", method=Method.NEAR, confidence=0.9)
    (finding,) = cast.check("misspelled-term", [mention])
    assert (finding.severity, finding.suggestion, finding.preferred) == (
        Severity.WARNING, "transformer station", "substation",
    )  # fmt: skip
    assert finding.confidence == 0.9


@pytest.mark.parametrize(("method", "rule"), [(Method.NEAR, "misspelled-term"), (Method.ALTERED, "altered-term")])
def test_unlisted_form_of_a_wrong_term_suggests_the_preferred_one(
    scene: Make, row: Make, method: Method, rule: str
) -> None:
    cast = scene(f"The {OFFICE} acted.", row("cac", GOOD), row("cac", OFFICE, "deprecated"))
    mentions = [cast.mention(OFFICE, method=method)]
    (finding,) = cast.check(rule, mentions)
    assert (finding.severity, finding.suggestion) == (Severity.WARNING, GOOD)
    assert "deprecated" in finding.message
    assert GOOD in finding.message
    assert not cast.check("deprecated-term", mentions)


def test_without_a_preferred_term_several_admitted_ones_are_named_and_none_is_suggested(scene: Make, row: Make) -> None:
    terms = [row("n", "first name", "admitted"), row("n", "second name", "admitted"), row("n", "bad name", "forbidden")]
    cast = scene("A bad name.", *terms)
    (finding,) = cast.check("forbidden-term", [cast.mention("bad name")])
    assert finding.suggestion is None
    assert finding.preferred is None
    assert "“first name” or “second name”" in finding.message


def test_the_only_admitted_term_is_suggested(scene: Make, row: Make) -> None:
    cast = scene("A bad name.", row("n", "good name", "admitted"), row("n", "bad name", "forbidden"))
    (finding,) = cast.check("forbidden-term", [cast.mention("bad name")])
    assert finding.suggestion == "good name"


def test_without_any_approved_term_the_message_says_so(scene: Make, row: Make) -> None:
    cast = scene("A bad name.", row("n", "bad name", "forbidden"))
    (finding,) = cast.check("forbidden-term", [cast.mention("bad name")])
    assert finding.suggestion is None
    assert "no approved term" in finding.message


def test_linked_mentions_become_related_places(scene: Make, row: Make) -> None:
    cast = scene("One.\nA bad name.", row("n", "bad name", "forbidden"))
    (finding,) = cast.check("forbidden-term", [cast.mention("bad name", related=(Span(0, 3),))])
    assert finding.related == (Related("a.md", 1, 0, 3),)
