"""Articles in which terms stand as listed: checked together with others, they yield what each yields alone."""

from unittest.mock import patch

import pytest

from termcheck.check import check_article, check_articles
from termcheck.config import Settings
from termcheck.matching import TermIndex, compile_index
from termcheck.model import Article, Concept, Glossary, Mention, Span, Status, Term, View

TERMS = {
    "office": ("Central Network Information Office", Status.DEPRECATED),
    "culture": ("internet culture", Status.PREFERRED),
    "bureau": ("National Statistics Bureau of Industry", Status.FORBIDDEN),
    "version": ("network information 2", Status.PREFERRED),
}


@pytest.fixture(scope="module")
def index() -> TermIndex:
    concepts = (Concept(name, (Term(name, "en", text, status),)) for name, (text, status) in TERMS.items())
    return compile_index(Glossary(tuple(concepts)))


def _mentions(article: Article, index: TermIndex) -> tuple[Mention, ...]:
    """The mentions of an article that is checked beside another one, which are those that it has alone."""
    other = Article("other.txt", "It rained.", View.verbatim("It rained."), lang="en")
    alone = check_article(article, index, Settings())
    with patch("termcheck.matching.mentions._FEWEST_CHARACTERS", 0):
        _, together = check_articles((other, article), index, Settings())
    assert together == alone
    return together.mentions


def _article(text: str, protected: tuple[Span, ...] = ()) -> Article:
    return Article("one.txt", text, View.verbatim(text), lang="en", protected=protected)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Central Network Information Office met.", ["Central Network Information Office"]),
        ("Of internet culture and internet culture.", ["internet culture", "internet culture"]),
        ("The CENTRAL NETWORK INFORMATION OFFICE met.", ["CENTRAL NETWORK INFORMATION OFFICE"]),
        ("An internet\nculture, an inter\u00adnet culture.", ["internet culture", "inter\u00adnet culture"]),
        ("The Office, the Central Network Information Office.", ["Central Network Information Office"]),
        ("It rained on network information 2.5 times.", []),
        ("It rained on network information 2, and again.", ["network information 2"]),
    ],
)
def test_terms_are_found_as_they_are_alone(text: str, found: list[str], index: TermIndex) -> None:
    assert [one.text for one in _mentions(_article(text), index)] == found


def test_a_word_written_twice_encloses_the_term(index: TermIndex) -> None:
    mentions = _mentions(_article("The Central Central Network Information Office met."), index)
    assert {one.text for one in mentions} == {
        "Central Central Network Information Office", "Central Network Information Office"
    }  # fmt: skip


def test_protected_text_is_no_term_and_no_part_of_one(index: TermIndex) -> None:
    text = "See internet culture, and once more internet culture here."
    first, second = text.index("internet"), text.rindex("culture")
    protected = (Span(second + 8, second + 12), Span(0, second - 20), Span(first, first + 8))
    assert [one.span.start for one in _mentions(_article(text, protected), index)] == [text.rindex("internet")]
