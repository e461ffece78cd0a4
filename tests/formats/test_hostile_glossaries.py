"""Glossaries of every format that are damaged, mislabelled or made to harm: problems with place and remedy, no more."""

from pathlib import Path

import pytest

from hostile_files import EXTERNAL, LAUGHS, NESTED, bombs, parts_of
from sample_files import SAMPLES, zipped
from termcheck.errors import GlossaryError
from termcheck.glossary import load_glossary, read_content
from termcheck.glossary.content import FileContent, Options
from termcheck.glossary.formats import FORMATS
from termcheck.model import Status, Term

OPTIONS = Options(lang="en", source_lang="zh")
READ = sorted(name for name, one in FORMATS.items() if one.reader)
TERMS = (
    Term("rd", "zh", "研发处", Status.PREFERRED),
    Term("rd", "en", "R&D Office", Status.PREFERRED),
    Term("rd", "en", "Net Office", Status.FORBIDDEN),
)


ONLY_READ = {
    "multiterm": '<?xml version="1.0"?><mtf><conceptGrp><languageGrp><language type="English" lang="EN"/><termGrp>'
    "<term>R&amp;D Office</term></termGrp></languageGrp></conceptGrp></mtf>",
}
"""A glossary in each format that termcheck does not write."""


def sample(name: str) -> bytes:
    """A glossary of the format, as termcheck writes it where it does."""
    for module, where in (("python_calamine", "xlsx"), ("xlsxwriter", "xlsx"), ("yaml", "vale"), ("yaml", "prh")):
        if name.startswith(where):
            pytest.importorskip(module, reason=f"needs the extra that brings {module}")
    return FORMATS[name].write(TERMS, OPTIONS) if FORMATS[name].writer else ONLY_READ[name].encode()


def read(data: bytes, name: str) -> FileContent:
    content = read_content(data, f"terms.{name}", OPTIONS, name)
    for problem in content.problems:
        assert problem.place.startswith(f"terms.{name}")
        assert problem.remedy
        assert "root:" not in str(problem)
        assert len(str(problem)) < 400
    assert len(content.problems) <= 101
    return content


@pytest.mark.parametrize("name", READ)
def test_samples_are_read(name: str) -> None:
    content = read(sample(name), name)
    assert content.problems == ()
    assert any("Office" in term.text for term in content.terms)


@pytest.mark.parametrize("name", READ)
def test_cut_off_or_under_another_name(name: str) -> None:
    data = sample(name)
    for end in (0, 1, len(data) // 3, len(data) // 2, len(data) - 1):
        read(data[:end], name)
    for other in READ:
        read(sample(other), name)
    for _, other_data in SAMPLES.values():
        read(other_data, name)


@pytest.mark.parametrize("doctype", [LAUGHS, EXTERNAL], ids=["bomb", "external"])
@pytest.mark.parametrize("name", READ)
def test_entities(name: str, doctype: str) -> None:
    for data in (sample(name), FORMATS["tbx"].write(TERMS, OPTIONS), FORMATS["tbx3"].write(TERMS, OPTIONS)):
        if data.startswith(b"PK"):
            parts = parts_of(data)
            made = [
                zipped({**parts, part: content.replace(b"?>", b"?>" + doctype.encode(), 1).replace(b"Office", b"&d;")})
                for part, content in parts.items()
            ]
        else:
            plain = data.decode("utf-8").partition("<!DOCTYPE")
            text = plain[0] + plain[2].partition(">")[2] if plain[1] else plain[0]
            made = [text.replace("?>", f"?>{doctype}", 1).replace("Office", "&d;").encode()]
        for one in made:
            content = read(one, name)
            assert sum(len(term.text) for term in content.terms) < len(one)
            if name.startswith("tbx") and one.startswith(b"<"):
                assert content.terms == ()
                assert len(content.problems) == 1


def test_zip_bombs(much: bytes) -> None:
    packed = [(name, data) for name in READ if (data := sample(name)).startswith(b"PK")]
    assert packed
    for name, data in packed:
        for bomb in bombs(data, much):
            content = read(bomb, name)
            assert content.terms == ()
            assert len(content.problems) == 1


@pytest.mark.parametrize("name", READ)
def test_nested_without_end_and_noise(name: str) -> None:
    data = sample(name)
    for piece in NESTED:
        read(piece * 5_000, name)
        read(data.replace(b"Office", b"Office" + piece * 2_000), name)
    for noise in (b"\0" * 1000, bytes(range(256)) * 4, b"\xff\xfe" + data, data.replace(b"e", b"\xed\xa0\x80")):
        read(noise, name)


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    for name in ("csv", "tbx", "xlsx"):
        (tmp_path / f"terms.{name}").write_bytes(sample(name)[:300])
    (tmp_path / "bomb.tbx").write_bytes(f"<?xml version='1.0'?>{LAUGHS}<martif>&d;</martif>".encode())
    with pytest.raises(GlossaryError) as caught:
        load_glossary([tmp_path], tmp_path)
    assert {problem.place.partition(":")[0] for problem in caught.value.problems} >= {
        "bomb.tbx", "terms.tbx", "terms.xlsx"
    }  # fmt: skip
