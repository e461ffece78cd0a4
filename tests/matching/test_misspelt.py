"""What is no word may differ from a word of a term by two letters, though the word is short; a word may not."""

import pytest

from termcheck.config import Settings
from termcheck.matching import compile_index, find_mentions
from termcheck.model import Article, Concept, Glossary, Mention, Method, Status, Term, View

TERMS = ("Fiasco Department", "Berate Polysyllable Fund", "Second Cookout Network", "Hubei Fund", "Reel Assembly",
         "vindication ruin", "Fourth Plenary Session", "Zigong Lantern Museum",
         "Galicia Round League", "Collier Initiative", "Odyssey Normative Collier Initiative")  # fmt: skip
INDEX = compile_index(Glossary(tuple(Concept(text, (Term(text, "en", text, Status.DEPRECATED),)) for text in TERMS)))


def found(text: str) -> tuple[Mention, ...]:
    view = f"They went to the {text} again."
    return find_mentions(Article("a.txt", view, View.verbatim(view), lang="en"), INDEX, Settings())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Fisqo Department", "Fiasco Department"),
        ("Berate Polysyllable Fud", "Berate Polysyllable Fund"),
        ("Second Cooaout Network", "Second Cookout Network"),
        ("Sxecond Cookout Network", "Second Cookout Network"),
        ("Forth Plenary Session", None),
        ("Fouth Plenary Session", "Fourth Plenary Session"),
        ("Reel ssembly", "Reel Assembly"),
        ("vinditcion ruin", "vindication ruin"),
        ("Huban Fund", None),
        ("Hunan Fund", None),
        ("Fist Plenary Session", None),
        ("Fifth Plenary Session", None),
        ("Sith Plenary Session", None),
        ("FIS Department", None),
        ("Berate Polysyllable FUD", None),
        ("Casino Department", None),
        ("Fresco Department", None),
        ("Fudan Lantern Museum", None),
        ("Zuchong Lantern Museum", None),
        ("Galicana Round League", "Galicia Round League"),
        ("Gascony Round League", None),
        ("Galucana Round League", None),
        ("Collier gInitiative", "Collier Initiative"),
        ("Odyssy Normative Collier gInitiative", "Odyssey Normative Collier Initiative"),
    ],
)
def test_what_is_no_word_may_be_further_from_what_is_meant(written: str, meant: str | None) -> None:
    mentions = found(written)
    assert [one.concept for one in mentions] == ([meant] if meant else [])
    assert all(one.method is Method.NEAR and one.text == written for one in mentions)


@pytest.mark.parametrize("written", ["Fisqo Department", "Berate Polysyllable Fud"])
def test_that_is_never_sure(written: str) -> None:
    assert [one.doubtful for one in found(written)] == [True]
