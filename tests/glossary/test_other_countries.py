"""The example glossary over what a news desk writes about other countries, where none of its rows is meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from termcheck.check import check_article
from termcheck.config import Settings
from termcheck.glossary import load_glossary
from termcheck.matching import compile_index
from termcheck.model import Article, Finding, Glossary, Severity, Status, View

GOLD = Path(__file__).parents[1] / "gold" / "other-countries" / "sentences.txt"
SENTENCES = [line for line in GOLD.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
COUNTRIES = ("Uganda", "Vietnam", "Germany", "Brazil", "Kazakhstan")
Check = Callable[[str, Severity | None], tuple[Finding, ...]]


@pytest.fixture(scope="module")
def glossary(root: Path) -> Glossary:
    return load_glossary([root / "glossary"], root)


@pytest.fixture(scope="module")
def check(glossary: Glossary) -> Check:
    index = compile_index(glossary)

    def findings(text: str, unlisted: Severity | None) -> tuple[Finding, ...]:
        settings = Settings(source_lang="zh", rules={"unlisted-rendering": unlisted})
        return check_article(Article("article.txt", text, View.verbatim(text), lang="en"), index, settings).findings

    return findings


def test_there_are_enough_sentences_and_none_twice() -> None:
    assert len(SENTENCES) >= 150
    assert len(set(SENTENCES)) == len(SENTENCES)


def test_ordinary_news_of_other_countries_is_left_alone(check: Check) -> None:
    found = [(sentence, one.rule, one.text) for sentence in SENTENCES for one in check(sentence, None)]
    assert found == []


def test_names_that_nobody_listed_are_hints_there_at_most(check: Check) -> None:
    loud = [
        (sentence, one.rule, one.text)
        for sentence in SENTENCES
        for one in check(sentence, Severity.WARNING)
        if one.severity is not Severity.HINT
    ]
    assert loud == []


def test_a_wrong_name_that_other_countries_have_is_theirs_beside_their_names(glossary: Glossary, check: Check) -> None:
    rows = [
        term for term in glossary.terms if term.status is Status.DEPRECATED and set(COUNTRIES) <= set(term.not_when)
    ]
    assert rows
    kept = [
        term.text for term in rows if any(one.rule == "deprecated-term" for one in check(f"{term.text} met.", None))
    ]
    assert kept == [term.text for term in rows]
    texts = [f"The {term.text} was named by {country} on Monday." for term in rows for country in COUNTRIES]
    assert [text for text in texts if check(text, None)] == []
