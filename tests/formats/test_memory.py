"""What was read of an article is let go with it: nothing waits for the collector of cycles, with all of its file."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from sample_files import SAMPLES
from termcheck.articles import Source
from termcheck.articles.formats import FORMATS
from termcheck.config import Settings
from termcheck.engines import Chunk
from termcheck.engines.checker import Checker, Work
from termcheck.glossary import load_glossary
from termcheck.model import Article, ArticleRecord

GLOSSARY = """concept,lang,term,status
net,zh,网信办,preferred
net,en,Internet Office,preferred
net,en,Net Office,deprecated
"""
NEEDS = {"workbook": "python_calamine", "pdf": "pypdfium2", "yaml": "yaml"}


@pytest.fixture
def checker(tmp_path: Path) -> Checker:
    (tmp_path / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    glossary = load_glossary([tmp_path / "glossary.csv"], tmp_path)
    return Checker(Work(glossary, Settings(lang="en", source_lang="zh")))


@pytest.fixture
def left_over() -> Iterator[list[object]]:
    """What the collector finds when it is asked, instead of freeing it."""
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield gc.garbage
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_of_an_article_is_left_over(name: str, checker: Checker, left_over: list[object]) -> None:
    if name in NEEDS:
        pytest.importorskip(NEEDS[name], reason=f"needs the extra that brings {NEEDS[name]}")
    path, data = SAMPLES[name]
    source = Source(f"left-over/{path}", data=data)
    (checked,) = checker.check(Chunk((source,)))
    assert isinstance(checked.outcome, ArticleRecord)
    assert not [one for one in gc.get_objects() if isinstance(one, Article) and one.path == source.path]
    gc.collect()
    assert {type(one).__name__ for one in left_over if type(one).__module__.startswith("termcheck")} == set()
