"""Where a mention begins and ends, and what its suggestion leaves behind."""

import pytest

from termcheck.check import check_article
from termcheck.config import Settings
from termcheck.matching import compile_index
from termcheck.model import Article, Concept, Finding, Glossary, Status, Term, View


def _findings(preferred: str, forbidden: str, text: str) -> tuple[Finding, ...]:
    terms = (Term("C", "en", preferred, Status.PREFERRED), Term("C", "en", forbidden, Status.FORBIDDEN))
    glossary = Glossary((Concept("C", terms),))
    article = Article("a.txt", text, View.verbatim(text), lang="en")
    return check_article(article, compile_index(glossary), Settings()).findings


FOUND = [
    ("section five", "§ 5", "See § 5 now.", "§ 5", "section five"),
    ("euro sum", "€ 100", "It costs € 100 today.", "€ 100", "euro sum"),
    ("Windows 11", "Windows 8", "Windows 8 is old.", "Windows 8", "Windows 11"),
    ("child", "kid", "The kids’ toys.", "kids", None),
    ("child", "kid", "The kids play.", "kids", "children"),
    ("limb", "prosthesis", "Two prostheses.", "prostheses", "limbs"),
    ("coronavirus disease", "Covid", "Flu vs. Covid here.", "Covid", "coronavirus disease"),
    ("coronavirus disease", "Covid", "It ended. Covid began.", "Covid", "Coronavirus disease"),
    ("web governance", "network governance", "The networks governance forum.", "networks governance", "web governance"),
]  # fmt: skip
SILENT = [
    ("Windows 11", "Windows 8", "Windows 8.1 is old."),
    ("one thousand", "1,000", "It cost 1,000,000 yen."),
    ("research fund", "R", "The R&D budget grew."),
    ("dotnet", ".NET", "They use ASP.NET here."),
    ("hypoglycaemia", "low sugar", "No hyperglycaemia was seen."),
    ("pneumonia", "lung fever", "The pneumonic plague came."),
    ("emergency medical treatment", "first help", "They reached the emergency medical tent. Then they left."),
]


@pytest.mark.parametrize(("preferred", "forbidden", "text", "observed", "suggestion"), FOUND)
def test_the_slice_and_what_may_replace_it(
    preferred: str, forbidden: str, text: str, observed: str, suggestion: str | None
) -> None:
    (finding,) = _findings(preferred, forbidden, text)
    assert (finding.observed, finding.suggestion) == (observed, suggestion)


@pytest.mark.parametrize(("preferred", "forbidden", "text"), SILENT)
def test_parts_of_numbers_names_and_other_words(preferred: str, forbidden: str, text: str) -> None:
    assert _findings(preferred, forbidden, text) == ()


def test_ten_thousand_mentions_in_one_heading() -> None:
    assert len(_findings("bureau", "office", "Office " * 10_000)) == 10_000
