from collections.abc import Callable
from typing import Any

import pytest

from termcheck.abbreviations import drop_foreign, spells
from termcheck.model import BLOCK_BREAK, Finding, Glossary, Method, Role, Severity, Standing, Term

Make = Callable[..., Any]
Rows = tuple[Term, ...]
Scene = Any

FULL = "Cyberspace Administration of China"

NONE = Glossary(())


@pytest.fixture
def body(row: Make) -> Rows:
    return row("cac", FULL), row("cac", "CAC", "admitted", "abbreviation", case_sensitive=True)


def undefined(cast: Scene, **fields: object) -> list[Finding]:
    mentions = cast.every("CAC", **fields)
    if FULL in cast.article.text:
        mentions += cast.every(FULL)
    return cast.check("undefined-abbreviation", drop_foreign(cast.article, mentions, NONE))


@pytest.mark.parametrize(
    "text",
    [
        f"The {FULL} (CAC) met. The CAC decided.",
        f"The {FULL} (the “CAC”) met. The CAC decided.",
        f"The {FULL}, or CAC, met. The CAC decided.",
        f"The {FULL} met. Later the CAC decided.",
        f"The CAC ({FULL}) met. The CAC decided.",
        f"The CAC (the {FULL}) met.",
        f"The CAC（{FULL}）met.",
        f"The CAC, the {FULL}, met.",
        f"The CAC – {FULL} – met.",
    ],
)
def test_defined_abbreviations_are_silent(scene: Make, body: Rows, text: str) -> None:
    assert not undefined(scene(text, *body))


@pytest.mark.parametrize(
    "text",
    [
        "The CAC met. The CAC decided.",
        f"The CAC met. Later the {FULL} (CAC) decided. The CAC left.",
        f"The CAC met.{BLOCK_BREAK}{FULL} is its name.",
        f"The CAC met the press of the {FULL}.",
    ],
)
def test_the_first_undefined_use_is_one_hint(scene: Make, body: Rows, text: str) -> None:
    (finding,) = undefined(scene(text, *body))
    assert (finding.severity, finding.start, finding.concept) == (Severity.HINT, text.index("CAC"), "cac")
    assert f"{FULL} (CAC)" in finding.message


def test_headings_neither_use_nor_define(scene: Make, body: Rows) -> None:
    heading = f"CAC meets{BLOCK_BREAK}"
    assert not undefined(scene(f"{heading}The {FULL} (CAC) met.", *body, headings=(heading,)))
    heading = f"{FULL}{BLOCK_BREAK}"
    cast = scene(f"{heading}The CAC met.", *body, headings=(heading,))
    assert [finding.start for finding in undefined(cast)] == [len(heading) + 4]


def test_no_full_form_in_the_glossary_no_finding(scene: Make, row: Make) -> None:
    cast = scene("The CAC met.", row("cac", "CAC", kind="abbreviation"), row("cac", "the Office", "admitted", "short"))
    assert not cast.check("undefined-abbreviation", cast.every("CAC"))


def test_a_wrong_or_nested_or_misspelled_full_form_explains_too(scene: Make, row: Make, body: Rows) -> None:
    terms = [*body, row("cac", "Network Office", "deprecated")]
    cast = scene("The Network Office (CAC) met.", *terms)
    for fields in ({}, {"role": Role.NESTED}, {"method": Method.NEAR}):
        mentions = [cast.mention("Network Office", **fields), cast.mention("CAC")]
        assert not cast.check("undefined-abbreviation", drop_foreign(cast.article, mentions, NONE))


def test_nested_and_wrong_abbreviations_are_no_use(scene: Make, body: Rows) -> None:
    cast = scene("The CAC met.", *body)
    assert not undefined(cast, role=Role.NESTED)
    assert not undefined(cast, standing=Standing.WRONG)


@pytest.mark.parametrize(
    "text",
    [
        "The California Arts Council (CAC) met. The CAC paid grants.",
        "The CAC paid. The California Arts Council (the “CAC”) met.",
        "CAC (California Arts Council) paid grants.",
        "CAC (the California Arts Council) paid grants.",
        "The California Arts Council（CAC）met.",
        "The California Arts Council (hereinafter referred to as “CAC”) met.",
        "The California Arts Council (CAC, founded in 1976) met.",
        "The California\nArts Council (CAC) met.",
    ],
)
def test_an_abbreviation_defined_otherwise_is_no_mention(scene: Make, body: Rows, text: str) -> None:
    cast = scene(text, *body)
    assert drop_foreign(cast.article, cast.every("CAC"), NONE) == ()


@pytest.mark.parametrize(
    "text",
    [
        f"The {FULL} (CAC) met. The CAC left.",
        "The regulator (CAC) met.",
        "Several agencies (CAC, MIIT) met.",
        "Chinese agencies and commissions (CAC, MIIT) met.",
        "The California Arts Council met (CAC officials said).",
        f"California Arts Council{BLOCK_BREAK}(CAC)",
        "CAC (which met on Monday) left.",
    ],
)
def test_other_brackets_define_nothing_else(scene: Make, body: Rows, text: str) -> None:
    cast = scene(text, *body)
    mentions = cast.every("CAC") + (cast.every(FULL) if FULL in text else [])
    assert drop_foreign(cast.article, mentions, NONE) == tuple(mentions)


def test_wrong_abbreviations_are_dropped_too(scene: Make, row: Make) -> None:
    cast = scene("Private Danish Airline (PDA) flies. PDA pays.", row("pda", "PDA", "deprecated", "abbreviation"))
    assert drop_foreign(cast.article, cast.every("PDA"), NONE) == ()


def test_the_last_definition_before_a_mention_decides(scene: Make, body: Rows) -> None:
    text = f"The {FULL} (CAC) met. The CAC left. The California Arts Council (CAC) met. The CAC paid."
    cast = scene(text, *body)
    kept = drop_foreign(cast.article, cast.every("CAC") + cast.every(FULL), NONE)
    assert len([mention for mention in kept if mention.text == "CAC"]) == 2
    assert all(mention.span.end < text.index("California") for mention in kept)


def test_the_other_concept_inherits_the_span(scene: Make, row: Make, body: Rows) -> None:
    terms = [*body, row("arts", "California Arts Council"), row("arts", "CAC", "admitted", "abbreviation")]
    cast = scene("The California Arts Council (CAC) met.", *terms)
    mentions = [
        cast.mention("California Arts Council"),
        cast.mention("CAC", of="cac"),
        cast.mention("CAC", of="arts", role=Role.NESTED),
    ]
    kept = drop_foreign(cast.article, mentions, NONE)
    assert [(mention.concept, mention.role) for mention in kept] == [("arts", Role.WINNER), ("arts", Role.WINNER)]


@pytest.mark.parametrize(
    ("words", "short", "expansion"),
    [
        ("the World Health Organization", "WHO", "World Health Organization"),
        ("a study of heat shock protein", "HSP", "heat shock protein"),
        ("the Bank of England", "BoE", "Bank of England"),
        ("carbon dioxide", "CO2", None),
        ("the regulator", "CAC", None),
        ("", "CAC", None),
    ],
)
def test_initials_spell_an_abbreviation(words: str, short: str, expansion: str | None) -> None:
    start = spells(words, short)
    assert (None if start is None else words[start:]) == expansion
