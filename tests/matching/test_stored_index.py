"""What is found does not depend on whether glossary and index were made anew or come from the cache, or from junk."""

import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from matching.test_screen import cases
from termcheck import cache as module
from termcheck.cache import OFF, Cache
from termcheck.columns import pack
from termcheck.config import Settings
from termcheck.glossary import load_glossary
from termcheck.matching import compile_index, compiling, find_mentions
from termcheck.model import Article, Glossary, Mention, View

ROWS = """concept,lang,term,status,until,forms,not_when
CAC,en,Cyberspace Administration of China,preferred,,,
CAC,en,Central Network Information Office,deprecated,,,
CAC,zh,国家互联网信息办公室,preferred,,,
café,fr,café littéraire,preferred,,,
plan,*,GDP,superseded,2020-01-01,GDPs,gross domestic
"""
TEXT = "The Central Network Infromation Office and the Cyberspace Administration of China met at the café litteraire."


@pytest.fixture(autouse=True, scope="module", params=[0, 1 << 30], ids=["in files", "in memory"])
def entries(request: pytest.FixtureRequest) -> Iterator[None]:
    """With entries that are left in their files, as large ones are, and without."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_LARGE", request.param)
        yield


@pytest.fixture
def glossary_file(tmp_path: Path) -> Path:
    path = tmp_path / "terms.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def mentions(text: str, lang: str, glossary: Glossary, cache: Cache) -> tuple[Mention, ...]:
    article = Article("a.txt", text, View.verbatim(text), lang=lang)
    return find_mentions(article, compile_index(glossary, cache), Settings())


def load(path: Path, cache: Cache) -> Glossary:
    return load_glossary([path], path.parent, cache)


@given(cases())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_a_kept_index_finds_what_a_new_one_does(case: tuple[str, Glossary, list[str]]) -> None:
    lang, glossary, texts = case
    with TemporaryDirectory() as folder:
        for text in texts:
            expected = mentions(text, lang, glossary, OFF)
            assert mentions(text, lang, glossary, Cache(Path(folder))) == expected
            assert mentions(text, lang, glossary, Cache(Path(folder))) == expected


def test_a_kept_glossary_is_the_one_that_was_read(glossary_file: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    read, kept = load(glossary_file, cache), load(glossary_file, cache)
    assert type(read) is not type(kept)
    for one in (kept, pickle.loads(pickle.dumps(kept))):  # noqa: S301 - as processes that are no copies get it
        assert list(one.concepts) == list(read.concepts)
        assert list(one.terms) == list(read.terms)
        assert one.terms[-1] == read.terms[-1]
        assert list(one.terms[1:3]) == list(read.terms[1:3])
        assert (one.kinds, one.languages) == (read.kinds, read.languages)
        assert (one.files, one.warnings, one.digest) == (read.files, read.warnings, read.digest)
        assert one.concept("café") == read.concept("café") is not None
        assert one.concept("cafe") is None
        assert one.terms[0] is one.concepts[0].terms[0]
        with pytest.raises(IndexError):
            one.terms[len(read.terms)]


def test_a_second_run_compiles_nothing_for_any_tag_with_the_same_rows(
    glossary_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    first = mentions(TEXT, "en", load(glossary_file, cache), cache)
    assert [one.method for one in first] == ["near", "exact"]
    monkeypatch.setattr(compiling, "compile_rows", pytest.fail)
    assert mentions(TEXT, "en", load(glossary_file, cache), cache) == first
    in_britain = mentions(TEXT, "en-GB", load(glossary_file, cache), cache)
    assert [replace(one, lang="en") for one in in_britain] == list(first)


def _junk(_: bytes) -> bytes:
    return b"junk"


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _other_columns(_: bytes) -> bytes:
    return pack({"head": b"\x92\x01\xc3"})


@pytest.mark.parametrize("kind", ["glossary", "index"])
@pytest.mark.parametrize("damage", [_junk, _cut, _other_columns])
def test_an_entry_with_other_content_is_made_again(
    kind: str, damage: Callable[[bytes], bytes], glossary_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "cache"
    first = mentions(TEXT, "en", load(glossary_file, Cache(folder)), Cache(folder))
    (entry,) = (folder / kind).glob("*.entry")
    before = entry.read_bytes()
    Cache(folder).put(kind, entry.stem, damage(Cache(folder).get(kind, entry.stem) or b""))
    assert entry.read_bytes() != before
    assert mentions(TEXT, "en", load(glossary_file, Cache(folder)), Cache(folder)) == first
    assert entry.read_bytes() == before


@pytest.mark.parametrize("kind", ["glossary", "index"])
def test_a_damaged_entry_is_made_again(kind: str, glossary_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    first = mentions(TEXT, "en", load(glossary_file, Cache(folder)), Cache(folder))
    (entry,) = (folder / kind).glob("*.entry")
    before = entry.read_bytes()
    for wrong in (before[:-3], before[:100], before[:-1] + bytes([before[-1] ^ 1]), b""):
        entry.write_bytes(wrong)
        assert mentions(TEXT, "en", load(glossary_file, Cache(folder)), Cache(folder)) == first
        assert entry.read_bytes() == before
