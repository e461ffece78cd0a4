import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from termcheck.gathering import Gathered, free_uses
from termcheck.model import (
    ArticleResult,
    Corpus,
    CorpusRule,
    Finding,
    Mention,
    Method,
    Role,
    Severity,
    Standing,
    Term,
)
from termcheck.partials.sections import MIXED
from termcheck.records import record
from termcheck.rules import RULES

Make = Callable[..., Any]
Rows = tuple[Term, ...]
Fields = dict[str, object]
Pairs = tuple[tuple[str, str], ...]
Forms = tuple[str, ...]
Scene = Any

INTERNET, ONLINE, CYBER = "internet civilization", "online civilization", "cyber civilization"


@pytest.fixture
def civilization(row: Make) -> Rows:
    return row("nc", CYBER), row("nc", INTERNET, "admitted"), row("nc", ONLINE, "admitted")


def across(*parts: tuple[Scene, list[Mention]]) -> list[Finding]:
    rule = next(rule for rule in RULES if rule.id == "inconsistent-across-articles")
    assert isinstance(rule, CorpusRule)
    gathered = Gathered()
    for cast, mentions in parts:
        gathered.add(record(ArticleResult(cast.article, tuple(mentions), ())))
    return list(rule.find(Corpus(free_uses(gathered), frozenset(gathered.rows(MIXED)), ())))


def test_one_hint_at_the_first_mention_of_the_rarest(scene: Make, civilization: Rows) -> None:
    cast = scene(f"{INTERNET}, {INTERNET}, {ONLINE}, {INTERNET}, {CYBER}, {CYBER}", *civilization)
    mentions = cast.every(INTERNET) + cast.every(ONLINE) + cast.every(CYBER)
    (finding,) = cast.check("mixed-renderings", mentions)
    assert (finding.severity, finding.observed, finding.concept) == (Severity.HINT, ONLINE, "nc")
    assert f"“{INTERNET}” (3 times), “{CYBER}” (2 times) and “{ONLINE}” (once)" in finding.message
    assert [place.start for place in finding.related] == [0, cast.article.text.index(CYBER)]
    assert finding.suggestion is None
    assert finding.preferred == CYBER


def test_of_equally_rare_ones_the_preferred_is_not_to_blame(scene: Make, civilization: Rows) -> None:
    cast = scene(f"{INTERNET} and {CYBER}", *civilization)
    (finding,) = cast.check("mixed-renderings", cast.every(INTERNET) + cast.every(CYBER))
    assert finding.observed == INTERNET


@pytest.mark.parametrize(
    "terms",
    [
        (("gap filler", "full"), ("gap fillers", "full")),
        (("e-mail", "full"), ("email", "full")),
        (("Wi-Fi", "full"), ("wifi", "full")),
        (("Cyberspace Administration of China", "full"), ("CAC", "abbreviation")),
        (("Cyberspace Administration of China", "full"), ("the Administration", "short")),
        (("CPC Central Committee", "full"), ("Central Committee", "full")),
        (("Communist Party of China Central Committee", "full"), ("CPC Central Committee", "full")),
        (("General Secretary Xi Jinping", "full"), ("Xi Jinping", "full")),
        (("中央网信办", "full"), ("网信办", "full")),
    ],
)
def test_spellings_and_short_forms_of_one_name_do_not_mix(scene: Make, row: Make, terms: Pairs) -> None:
    rows = [row("c", text, "admitted", kind) for text, kind in terms]
    cast = scene(" ; ".join(text for text, _ in terms), *rows)
    mentions = [cast.mention(text) for text, _ in terms]
    assert not cast.check("mixed-renderings", mentions)
    assert not across((cast, mentions[:1]), (cast, mentions[1:]))


@pytest.mark.parametrize(
    "texts",
    [
        ("Central Committee of the CPC", "CPC Central Committee"),
        ("heart attack", "myocardial infarction"),
        ("网络文明", "互联网文明"),
        ("ledger", "ledge"),
    ],
)
def test_other_words_and_other_orders_mix(scene: Make, row: Make, texts: Forms) -> None:
    cast = scene(" ; ".join(texts), *(row("c", text, "admitted") for text in texts))
    assert len(cast.check("mixed-renderings", [cast.mention(text) for text in texts])) == 1


@pytest.mark.parametrize(
    "second",
    [
        {"role": Role.NESTED},
        {"method": Method.NEAR},
        {"method": Method.ALTERED},
        {"standing": Standing.WRONG},
        {"standing": Standing.PROPOSED},
        {"doubtful": True},
    ],
)
def test_only_approved_winners_count(scene: Make, civilization: Rows, second: Fields) -> None:
    cast = scene(f"{INTERNET} and {ONLINE}", *civilization)
    mentions = [cast.mention(INTERNET), cast.mention(ONLINE, **second)]
    assert not cast.check("mixed-renderings", mentions)
    assert not across((cast, mentions[:1]), (cast, mentions[1:]))


def test_two_concepts_are_reported_apart(scene: Make, row: Make, civilization: Rows) -> None:
    cast = scene(f"{INTERNET} {ONLINE} heart attack infarction", *civilization,
                 row("mi", "infarction"), row("mi", "heart attack", "admitted"))  # fmt: skip
    mentions = [cast.mention(text) for text in (INTERNET, ONLINE, "heart attack", "infarction")]
    assert [finding.concept for finding in cast.check("mixed-renderings", mentions)] == ["nc", "mi"]


def test_articles_disagree(scene: Make, civilization: Rows) -> None:
    first = scene(f"{INTERNET}, {INTERNET}", *civilization, path="a.md", date="2022-08-28")
    second = scene(INTERNET, *civilization, path="b.md", date="2023-07-19")
    third = scene(f"Some {ONLINE}", *civilization, path="c.md", date="2021-11-19")
    (finding,) = across((first, first.every(INTERNET)), (second, second.every(INTERNET)), (third, third.every(ONLINE)))
    assert (finding.file, finding.observed, finding.severity) == ("c.md", ONLINE, Severity.HINT)
    assert [(place.file, place.start) for place in finding.related] == [("a.md", 0)]
    assert f"“{INTERNET}” (3 mentions in 2 articles, 2022-08-28 to 2023-07-19)" in finding.message
    assert f"“{ONLINE}” (1 mention in 1 article, 2021-11-19)" in finding.message
    assert f"the majority is “{INTERNET}”" in finding.message


def test_equal_counts_stand_at_the_later_article(scene: Make, civilization: Rows) -> None:
    later = scene(INTERNET, *civilization, path="a.md", date="2023-01-01")
    earlier = scene(ONLINE, *civilization, path="b.md", date="2020-01-01")
    (finding,) = across((later, later.every(INTERNET)), (earlier, earlier.every(ONLINE)))
    assert finding.file == "a.md"
    assert "no majority" in finding.message


def test_silent_where_one_article_mixes(scene: Make, civilization: Rows) -> None:
    mixed = scene(f"{INTERNET} {ONLINE}", *civilization)
    other = scene(CYBER, *civilization, path="b.md")
    mentions = mixed.every(INTERNET) + mixed.every(ONLINE)
    assert not across((mixed, mentions), (other, other.every(CYBER)))


def test_agreeing_articles_are_silent(scene: Make, civilization: Rows) -> None:
    one, two = scene(INTERNET, *civilization), scene(f"The {INTERNET}", *civilization, path="b.md")
    assert not across((one, one.every(INTERNET)), (two, two.every(INTERNET)))


@pytest.mark.parametrize("bound", [{"valid_from": dt.date(2020, 1, 1)}, {"paths": ("blog/**",)}])
def test_names_that_the_glossary_gives_to_some_articles_only_do_not_disagree(
    scene: Make, row: Make, bound: Fields
) -> None:
    rows = [row("nc", INTERNET), row("nc", ONLINE, "admitted", **bound)]
    one, two = scene(INTERNET, *rows), scene(ONLINE, *rows, path="b.md")
    assert not across((one, one.every(INTERNET)), (two, two.every(ONLINE)))
