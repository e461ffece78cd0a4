"""Workbooks whose cells share long texts: what they come to is known before anything is unpacked."""

import pytest

from hostile_files import parts_of
from sample_files import NAME, SAMPLES, zipped
from termcheck.articles import Source, read_article
from termcheck.config import Settings
from termcheck.errors import ArticleError
from termcheck.glossary.content import NO_OPTIONS
from termcheck.glossary.formats import FORMATS

pytest.importorskip("python_calamine", reason="needs the extra xlsx")


def book(length: int, cells: int) -> bytes:
    """A bilingual workbook in which many cells mean one text of a length."""
    parts = {name: part.decode() for name, part in parts_of(SAMPLES["workbook"][1]).items()}
    shared, sheet = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
    parts[shared] = parts[shared].replace(NAME, NAME + "x" * length)
    rows = "".join(f'<row r="{row}"><c r="B{row}" t="s"><v>3</v></c></row>' for row in range(3, cells + 2))
    parts[sheet] = parts[sheet].replace("</sheetData>", f"{rows}</sheetData>")
    return zipped(parts)


def test_a_long_text_that_many_cells_share() -> None:
    data = book(1_000_000, 2_000)
    assert len(data) < 20_000
    with pytest.raises(ArticleError, match="the workbook is too large"):
        read_article(Source("a.xlsx", data=data), Settings())
    (problem,) = FORMATS["xlsx"].read(data, "a.xlsx", NO_OPTIONS).problems
    assert problem.message == "the workbook is too large"


def test_one_long_text_and_many_short_ones() -> None:
    parts = {name: part.decode() for name, part in parts_of(book(200_000, 2_000)).items()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace("<v>3</v>", "<v>2</v>").replace("<v>2</v>", "<v>3</v>", 1)
    article = read_article(Source("a.xlsx", data=zipped(parts)), Settings(source_lang="zh", lang="en"))
    assert [segment.id for segment in article.segments] == ["Terms!A2"]
