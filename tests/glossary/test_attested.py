"""The example glossary: what its notes say of where a rendering is attested."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from termcheck.config import Settings
from termcheck.coverage import ATTESTED, NOT_ATTESTED, NOT_VERIFIED
from termcheck.glossary import load_glossary
from termcheck.matching import compile_index, find_rows
from termcheck.model import Article, Glossary, Standing, Status, Term, View

TEXTS = {
    "constitution-2018": ("Constitution of the PRC, official English translation (2018)",),
    "party-constitution-2017": ("Constitution of the Communist Party of China, English edition (2017)",),
    "un-general-assembly-2019": ("74th session of the UN General Assembly", "statement of 2019"),
    "un-general-assembly-2020": ("75th session of the UN General Assembly",),
    "un-general-assembly-2021": ("76th session of the UN General Assembly",),
}
"""Official text that is kept with the tests -> how notes name it."""


@pytest.fixture(scope="module")
def glossary(root: Path) -> Glossary:
    return load_glossary([root / "glossary"], root)


@pytest.fixture(scope="module")
def preferred(glossary: Glossary) -> list[Term]:
    return [term for term in glossary.terms if term.lang == "en" and term.status is Status.PREFERRED]


@pytest.fixture(scope="module")
def seen(root: Path, glossary: Glossary) -> Mapping[str, set[str]]:
    """Concept -> official texts in which one of its right names stands."""
    index = compile_index(glossary)
    found: dict[str, set[str]] = defaultdict(set)
    for name in TEXTS:
        text = (root / "tests" / "gold" / "official" / f"{name}.txt").read_text(encoding="utf-8")
        article = Article(f"{name}.txt", text, View.verbatim(text), lang="en")
        for mention in find_rows(article, index, Settings(source_lang="zh")):
            if mention.standing is Standing.APPROVED:
                found[mention.concept].add(name)
    return found


def test_every_rendering_says_where_it_is_attested_or_that_this_is_not_known(preferred: list[Term]) -> None:
    kinds = (ATTESTED, NOT_VERIFIED, NOT_ATTESTED)
    assert [term.text for term in preferred if not term.note.startswith(kinds)] == []
    assert [term.text for term in preferred if not term.note.partition(":")[2].strip()] == []


def test_what_is_called_attested_was_seen(preferred: list[Term], seen: Mapping[str, set[str]]) -> None:
    names = {name for some in TEXTS.values() for name in some}
    unseen = [
        f"{term.concept}: {term.note}"
        for term in preferred
        if term.note.startswith(ATTESTED)
        and "http" not in term.note
        and not (seen[term.concept] and any(name in term.note for name in names))
    ]
    assert unseen == []


def test_a_text_that_is_kept_has_what_notes_say_it_has(preferred: list[Term], seen: Mapping[str, set[str]]) -> None:
    wrong = [
        f"{term.concept}: {text}"
        for term in preferred
        for text, names in TEXTS.items()
        if term.note.startswith(ATTESTED)
        and any(name in term.note for name in names)
        and text not in seen[term.concept]
    ]
    assert wrong == []
