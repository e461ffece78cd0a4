"""What is compiled for unlisted renderings: nothing is lost by it, and a cache only saves time."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck import cache as module
from termcheck.cache import OFF, Cache
from termcheck.config import Settings
from termcheck.matching import TermIndex, compile_index, find_mentions
from termcheck.matching.unlisted import detect, likeness, resources
from termcheck.matching.unlisted.concepts import Concepts
from termcheck.matching.unlisted.glancing import Glances
from termcheck.matching.unlisted.prefilter import candidates
from termcheck.matching.unlisted.resources import Resources
from termcheck.model import Article, Concept, Glossary, Mention, Status, Term, TermType, View

NAMES = (
    ("Central Cyberspace Administration", "中央网信办"),
    ("Cyber Security Law", "网络安全法"),
    ("Network Security Review Measures", "网络安全审查办法"),
    ("Office of the Central Cyberspace Administration", "中央网信办秘书局"),
    ("National Health Commission", "国家卫生健康委员会"),
    ("internet information service", "互联网信息服务"),
    ("law and order of the network", "网络秩序"),
    ("rural road", "农村公路"),
    ("State Council", "国务院"),
    ("Party School of the Central Cyberspace Administration", "网信办党校"),
)
WORDS = sorted(
    {word for name, _ in NAMES for word in name.split()}
    | set(
        "Authority Bureau net online web statute regulation safety countryside country village street highways".split()
    )
    | {"cyberspace", "netizen", "CAC"}
    | set("hygiene medical Committee federal the , . and of new services informational administrative".split())
)
SETTINGS = Settings(source_lang="zh")
SHORT = Term("c0", "en", "CAC", Status.ADMITTED, type=TermType.ABBREVIATION, case_sensitive=True)
GLOSSARY = Glossary(
    tuple(
        Concept(f"c{number}", (Term(f"c{number}", "zh", source, Status.PREFERRED),
                               Term(f"c{number}", "en", name, Status.PREFERRED),
                               *((SHORT,) if number == 0 else ())))
        for number, (name, source) in enumerate(NAMES)
    )
)  # fmt: skip
HOME = frozenset({"china", "chinese"})


def mentions(words: Sequence[str], index: TermIndex) -> tuple[Mention, ...]:
    text = " ".join(words)
    return find_mentions(Article("a", text, View.verbatim(text), lang="en"), index, SETTINGS)


def every_name(*given: object) -> int:
    found = given[-1]
    assert isinstance(found, Resources)
    return found.common | found.proper


INDEX = compile_index(GLOSSARY)


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=14))
@settings(max_examples=150)
def test_what_is_passed_over_would_not_be_found(words: list[str]) -> None:
    found = mentions(words, INDEX)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(detect, "candidates", every_name)
        patch.setattr(Glances, "may_hold", lambda *_: True)
        assert mentions(words, INDEX) == found
    assert detect.candidates is candidates


FORGETFUL = compile_index(GLOSSARY)


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=14), max_size=3))
@settings(max_examples=50)
def test_what_is_remembered_changes_nothing(texts: list[list[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likeness, "MOST_OF_MEANINGS", 0)
        patch.setattr(resources, "MOST_NAMES", 1)
        forgetful = [mentions(words, FORGETFUL) for words in texts]
    assert forgetful == [mentions(words, INDEX) for words in texts]


def test_a_compound_before_a_known_name_does_not_shift_it() -> None:
    index = compile_index(Glossary((Concept("c", (Term("c", "en", "Tianjin Office of the CPC", Status.PREFERRED),)),)))
    assert mentions("In cyberspace and among netizens it is the CPC".split(), index) == ()
    (found,) = mentions("On the website it is the Tianjin Bureau of the CPC".split(), index)
    assert found.text == "Tianjin Bureau of the CPC"


def test_compiled_words_are_as_alike_as_before() -> None:
    language = INDEX.for_language("en")
    concepts = Concepts(language, GLOSSARY, HOME)
    compiled = Resources(language, GLOSSARY, HOME)
    assert list(compiled.names) == list(concepts.names)
    alike = 0
    for one in {token.lemma for word in WORDS for token in compiled.tokens([word.lower()], [word])}:
        for other in {token.lemma for name in concepts.names for token in name.tokens if token.lemma.isalpha()}:
            assert compiled.similarity.of(one, other).value == concepts.likeness(one, other).value, (one, other)
            alike += one != other and concepts.likeness(one, other).value > 0
    assert alike > 10


@pytest.mark.parametrize("large", [0, 1 << 30])
def test_a_second_run_compiles_nothing_and_finds_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    monkeypatch.setattr(module, "_LARGE", large)
    words = "The Central Cyberspace Authority met .".split()
    first = mentions(words, compile_index(GLOSSARY, Cache(tmp_path)))
    assert [one.concept for one in first] == ["c0"]
    with monkeypatch.context() as patch:
        patch.setattr(resources, "_build", pytest.fail)
        assert mentions(words, compile_index(GLOSSARY, Cache(tmp_path))) == first
    for entry in tmp_path.rglob("*.entry"):
        entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    assert mentions(words, compile_index(GLOSSARY, Cache(tmp_path))) == first
    assert mentions(words, compile_index(GLOSSARY, OFF)) == first


def test_another_glossary_is_compiled_anew(tmp_path: Path) -> None:
    words = "The Central Cyberspace Authority met .".split()
    assert mentions(words, compile_index(GLOSSARY, Cache(tmp_path)))
    assert not mentions(words, compile_index(Glossary(GLOSSARY.concepts[4:]), Cache(tmp_path)))
