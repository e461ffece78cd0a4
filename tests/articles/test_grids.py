"""Tables drawn with lines: the text of a cell goes on over its lines, and leads back to them."""

import subprocess
import unicodedata
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.articles.read import article_of
from termcheck.config import Settings
from termcheck.excerpts import excerpt
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Article, Span
from termcheck.pipeline import RunRequest, run

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
TERMS = "concept,lang,term,status\nx,en,R&D Office,preferred\nx,en,Net Office,forbidden\n"
GRID = """\
Before.

+----------------+-----------+
| Header *row*   | The Net   |
| of two         | Office    |
+================+===========+
| 中央           | - one     |
| 网信办         | - two     |
|                |   lines   |
| ``code``       |           |
+-------+--------+-----------+
| spans | small  | 12        |
| two   +--------+-----------+
| rows  | the Net Office     |
+-------+--------------------+

After.
"""
SIMPLE = """\
=====  ===========  ====
Name   The Net      No
       Office
=====  ===========  ====
one    a long
       description  1
two    x            2
---------------------
spans all of them
=====  ===========  ====

After.
"""


def read(path: str, text: str) -> Article:
    return article_of(path, text, Settings())


def blocks(article: Article) -> list[str]:
    return article.view.text.split(BLOCK_BREAK)


def raw(article: Article, shown: str, after: str = "") -> str:
    start = article.view.text.index(shown, article.view.text.index(after))
    span = article.view.to_file(Span(start, start + len(shown)))
    return article.text[span.start : span.end]


@pytest.mark.parametrize("path", ["a.md", "a.rst"])
def test_cells_of_several_lines(path: str) -> None:
    article = read(path, GRID)
    assert blocks(article) == [
        "Before.", "Header row of two", "The Net Office", "中央网信办", PROTECTED_MARK, "one", "two lines",
        "spans two rows", "small", "12", "the Net Office", "After.",
    ]  # fmt: skip
    assert raw(article, "The Net Office") == "The Net   |\n| of two         | Office"
    assert raw(article, "the Net Office") == "the Net Office"
    assert raw(article, "12") == "12"


def test_tables_without_lines() -> None:
    article = read("a.rst", SIMPLE)
    assert blocks(article) == [
        "Name", "The Net Office", "No", "one", "a long description", "1", "two", "x", "2", "spans all of them",
        "After.",
    ]  # fmt: skip
    assert raw(article, "a long description") == "a long\n       description"


def test_a_drawing_in_code_is_none() -> None:
    assert blocks(read("a.md", f"```\n{GRID}```\n\nText +--+ here.\n")) == ["Text +--+ here."]


@pytest.mark.parametrize("path", ["a.md", "a.rst"])
def test_findings_stand_where_the_name_begins(tmp_path: Path, path: str) -> None:
    (tmp_path / path).write_text(GRID, "utf-8")
    (tmp_path / "terms.csv").write_text(TERMS)
    report = run(RunRequest(paths=(path,), cwd=tmp_path, glossary=("terms.csv",), lang="en", cache=False))
    assert [(one.line, one.column, one.text) for one in report.findings] == [
        (4, 24, "Net Office"),
        (14, 15, "Net Office"),
    ]
    around = excerpt(read(path, GRID), Span(report.findings[0].start, report.findings[0].end))
    assert (around.before, around.shown, around.after) == ("The ", "Net Office", "")


@pytest.mark.parametrize(("path", "text"), [("a.md", GRID), ("a.rst", GRID), ("a.rst", SIMPLE)])
def test_fix_leaves_drawn_tables_to_people(tmp_path: Path, cli: Run, path: str, text: str) -> None:
    (tmp_path / "terms.csv").write_text(TERMS)
    (tmp_path / path).write_text(f"The Net Office.\n\n{text}\n| The Net Office\n", "utf-8")
    done = cli("fix", path, "-g", "terms.csv", "--lang", "en", cwd=tmp_path)
    assert (tmp_path / path).read_text("utf-8") == f"The R&D Office.\n\n{text}\n| The R&D Office\n"
    assert "the columns of the table around it must fit the name" in done.stdout.decode()


WORDS = st.lists(st.text(st.sampled_from("abcé中国"), min_size=1, max_size=5), min_size=1, max_size=5)


@given(st.lists(st.lists(WORDS, min_size=2, max_size=3), min_size=1, max_size=3), st.sampled_from(["a.md", "a.rst"]))
def test_every_word_leads_to_its_place(rows: list[list[list[str]]], path: str) -> None:
    """Cells with a word a line, in tables drawn for a terminal."""
    width = 12
    rows = [[cell for cell, _ in zip_longest(row, range(2), fillvalue=["x"])][:2] for row in rows]
    border = f"+{'-' * width}+{'-' * width}+\n"
    text = border
    for row in rows:
        for words in zip_longest(*row, fillvalue=""):
            text += "".join(f"| {word}{' ' * (width - 1 - columns(word))}" for word in words) + "|\n"
        text += border
    article = read(path, text)
    cells = [cell for row in rows for cell in row]
    assert "".join(article.view.text.split()) == "".join("".join(cell) for cell in cells)
    at = 0
    for cell in cells:
        for word in cell:
            at = article.view.text.index(word, at)
            span = article.view.to_file(Span(at, at + len(word)))
            assert article.text[span.start : span.end] == word
            assert article.view.of_file(span) == Span(at, at + len(word))
            at += len(word)


def columns(word: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in word)
