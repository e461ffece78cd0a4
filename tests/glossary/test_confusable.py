"""The example glossary: names that are one word apart have examples that keep them apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from termcheck.glossary import load_glossary
from termcheck.languages.tokens import tokenize
from termcheck.matching.guards import HOME
from termcheck.model import Concept, Glossary, Status, Term, TermType

SMALL = frozenset("a and for in of on s the to".split()) | HOME["zh"]
Words = tuple[str, ...]


@pytest.fixture(scope="module")
def glossary(root: Path) -> Glossary:
    return load_glossary([root / "glossary"], root)


def words(text: str) -> Words:
    return tuple(word.lower() for word in tokenize(text).words)


def approved(concept: Concept) -> list[Term]:
    statuses = (Status.PREFERRED, Status.ADMITTED)
    return [term for term in concept.terms if term.lang == "en" and term.status in statuses]


def neighbours(concepts: Iterable[Concept]) -> Mapping[str, set[str]]:
    """Concept -> those of which an English name differs from one of its own by one word, replaced or added.

    Commission and Office, central and provincial, 12th and 13th; at least two other words that mean something, or one
    and what joins it, are the same.
    """
    whole: dict[Words, set[str]] = defaultdict(set)
    gapped: dict[tuple[Words, Words], set[str]] = defaultdict(set)
    for concept in concepts:
        for name in (words(term.text) for term in approved(concept) if term.type is not TermType.ABBREVIATION):
            whole[name].add(concept.id)
            for at, word in enumerate(name):
                rest = name[:at] + name[at + 1 :]
                if word not in SMALL and len(rest) > 1 and not SMALL.issuperset(rest):
                    gapped[name[:at], name[at + 1 :]].add(concept.id)
    found: dict[str, set[str]] = defaultdict(set)
    for (before, after), some in gapped.items():
        alike = some | whole.get(before + after, set())
        for one in alike:
            found[one] |= alike - {one}
    return {one: others for one, others in found.items() if others}


def test_the_neighbours_are_those_that_one_word_tells_apart(glossary: Glossary) -> None:
    found = neighbours(glossary.concepts)
    assert "npc-13" in found["npc-12"]
    assert "five-year-plan-14" in found["five-year-plan-13"]
    assert "hebei-party-committee" in found["fujian-party-committee"]
    assert "general-office-state-council" in found["scio"]
    assert "ccac" in found["central-foreign-affairs-commission"]
    assert len(found) > 250


def test_names_that_one_word_tells_apart_have_examples_that_do(glossary: Glossary) -> None:
    concepts = {concept.id: concept for concept in glossary.concepts}
    lacking = []
    for one, others in neighbours(glossary.concepts).items():
        examples = [example for term in concepts[one].terms if term.lang == "en" for example in term.examples]
        other_names = [f" {' '.join(words(term.text))} " for other in others for term in approved(concepts[other])]
        counter = [f" {' '.join(words(example.sentence))} " for example in examples if not example.found]
        if not any(example.found for example in examples):
            lacking.append(f"{one}: no + example")
        if not any(name in sentence for name in other_names for sentence in counter):
            lacking.append(f"{one}: no - example with a name of {', '.join(sorted(others)[:3])}")
    assert lacking == []


def test_what_was_renamed_has_examples_of_both_kinds(glossary: Glossary) -> None:
    lacking = [
        concept.id
        for concept in glossary.concepts
        if any(term.is_dated and term.status is Status.PREFERRED for term in concept.terms)
        and {example.found for term in concept.terms for example in term.examples} != {True, False}
    ]
    assert lacking == []
