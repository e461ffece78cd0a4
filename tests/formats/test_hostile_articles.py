"""Files of every format that are damaged, mislabelled or made to harm: one clear error each, and all else is checked.

A format that is added is covered as soon as it has a sample.
"""

import re
from pathlib import Path

import pytest

from hostile_files import EXTERNAL, LAUGHS, NESTED, bombs, parts_of, with_xml
from sample_files import NAME, SAMPLES, zipped
from termcheck.articles import Source, read_article
from termcheck.articles.formats import FORMATS, READERS
from termcheck.config import Settings
from termcheck.errors import ArticleError
from termcheck.model import Article
from termcheck.pipeline import RunRequest, run

SETTINGS = Settings(source_lang="zh", lang="en")
_XML = ("xliff", "tmx", "qt", "android", "stringsdict", "resx")
_ZIPPED = ("workbook", "docx", "pptx", "odf", "epub")


def sample(name: str) -> tuple[str, bytes]:
    """The file of a format."""
    for module, where in (("python_calamine", "workbook"), ("pypdfium2", "pdf"), ("yaml", "yaml")):
        if name == where:
            pytest.importorskip(module, reason=f"needs the extra that brings {module}")
    return SAMPLES[name]


def read(path: str, data: bytes) -> Article | None:
    """The article, or None where it was refused as it should be."""
    try:
        return read_article(Source(path, data=data), SETTINGS)
    except ArticleError as error:
        (problem,) = error.problems
        assert problem.place == path
        assert problem.message
        assert problem.remedy
        assert len(str(problem)) < 400
        assert "root:" not in str(problem)
        return None


def test_every_format_has_a_sample() -> None:
    assert set(SAMPLES) == set(FORMATS)
    for name, (path, data) in SAMPLES.items():
        assert READERS[Path(path).suffix] is FORMATS[name]
        assert (name in _ZIPPED) == data.startswith(b"PK")
        assert (name in _XML) == (data.startswith(b"<") and name != "html")


@pytest.mark.parametrize("name", FORMATS)
def test_samples_are_read(name: str) -> None:
    article = read(*sample(name))
    assert article is not None
    assert NAME in article.view.text


@pytest.mark.parametrize("name", FORMATS)
def test_cut_off(name: str) -> None:
    path, data = sample(name)
    for end in (0, 1, len(data) // 3, len(data) // 2, len(data) - len(data) // 8, len(data) - 1):
        article = read(path, data[:end])
        if name in _ZIPPED or (name in _XML and end < len(data) - 1):
            assert article is None


@pytest.mark.parametrize("name", FORMATS)
def test_under_the_name_of_another_format(name: str) -> None:
    path, _ = sample(name)
    for other, (_, data) in SAMPLES.items():
        article = read(path, data)
        if other != name and (name in _ZIPPED or other in _ZIPPED or "pdf" in {name, other}):
            assert article is None, f"{name} read as {other}"


@pytest.mark.parametrize("doctype", [LAUGHS, EXTERNAL], ids=["bomb", "external"])
@pytest.mark.parametrize("name", FORMATS)
def test_entities(name: str, doctype: str) -> None:
    path, data = sample(name)
    if name in _XML:
        assert read(path, with_xml(data, doctype)) is None
    elif name in _ZIPPED:
        parts = parts_of(data)
        for part in (part for part, content in parts.items() if NAME.encode() in content):
            article = read(path, zipped({**parts, part: with_xml(parts[part], doctype)}))
            assert article is None or len(article.text) < 2 * (len(doctype) + len(data))
            assert article is None or "root:" not in article.text
    other = with_xml(SAMPLES["resx"][1], doctype)
    article = read(path, other)
    assert article is None or len(article.view.text) <= len(other)
    assert article is None or "root:" not in article.text


@pytest.mark.parametrize("name", _ZIPPED)
def test_zip_bombs(name: str, much: bytes) -> None:
    path, data = sample(name)
    refused = 0
    for bomb in bombs(data, much):
        article = read(path, bomb)
        refused += article is None
        assert article is None or len(article.text) < 1000
    assert refused > 0


@pytest.mark.parametrize("name", FORMATS)
def test_nested_without_end(name: str) -> None:
    path, data = sample(name)
    for piece in NESTED:
        read(path, piece * 20_000)
        if name not in (*_ZIPPED, "pdf"):
            read(path, data.replace(NAME.encode(), NAME.encode() + piece * 5_000))


@pytest.mark.parametrize("name", FORMATS)
def test_noise(name: str) -> None:
    path, data = sample(name)
    for noise in (
        b"\0" * 1000,
        bytes(range(256)) * 4,
        b"\xff\xfe" + data,
        data.replace(b"e", b"\xed\xa0\x80"),
        b"\r" * 99,
    ):
        read(path, noise)


def test_they_stop_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text(
        f"concept,lang,term,status\nrd,en,{NAME},forbidden\nrd,en,R&D Office,preferred\nrd,zh,研发处,preferred\n",
        "utf-8",
    )
    bad = []
    for name, (path, data) in SAMPLES.items():
        suffix = Path(path).suffix
        (tmp_path / f"good{suffix}").write_bytes(data)
        damaged = {
            "cut": data[: len(data) // 2],
            "laughs": with_xml(SAMPLES["resx"][1], LAUGHS),
            "other": SAMPLES["pdf" if name in _ZIPPED else "docx"][1],
        }
        for kind, content in damaged.items():
            if read(f"{kind}{suffix}", content) is None:
                (tmp_path / f"{kind}{suffix}").write_bytes(content)
                bad.append(f"{kind}{suffix}")
    names = tuple(path.name for path in sorted(tmp_path.iterdir()) if path.name != "terms.csv")
    report = run(RunRequest(paths=names, cwd=tmp_path, glossary=("terms.csv",), lang="en", cache=False))
    unreadable = {one.file for one in report.skipped if one.unreadable}
    assert len(bad) > len(SAMPLES)
    assert set(bad) <= unreadable
    assert all(re.match(r"good\.", name) is None or "extra" in str(report.skipped) for name in unreadable)
    wrong = {one.file for one in report.findings if one.rule == "forbidden-term"}
    assert {f"good{Path(path).suffix}" for path, _ in SAMPLES.values()} - unreadable <= wrong
