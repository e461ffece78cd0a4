"""Bilingual workbooks: findings name the sheet and the cell."""

import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from termcheck.articles import Source, read_article
from termcheck.config import Settings
from termcheck.errors import ArticleError

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
pytest.importorskip("python_calamine", reason="needs the extra xlsx")
xlsxwriter = pytest.importorskip("xlsxwriter", reason="needs the extra xlsx")


def workbook(sheets: dict[str, list[list[object]]], corner: tuple[int, int] = (0, 0)) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for title, rows in sheets.items():
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            sheet.write_row(corner[0] + number, corner[1], row)
    book.close()
    return stream.getvalue()


def test_findings_name_the_cell(tmp_path: Path, cli: Run) -> None:
    rows: list[list[object]] = [
        ["id", "zh", "en"], [7, "其他", "Others"], ["b", "研发处", "Net\nOffice"],
        ["c", "研发处", ""], ["d", "研发处", "They"],
    ]  # fmt: skip
    data = workbook({"Numbers": [["a", "b"], [1, 2]], "Texts": rows}, (2, 27))
    (tmp_path / "a.xlsx").write_bytes(data)
    terms = "concept,lang,term,status\nrd,zh,研发处,preferred\nrd,en,R&D Office,preferred\nrd,en,Net Office,forbidden\n"
    (tmp_path / "terms.csv").write_text(terms, "utf-8")
    done = cli("run", "a.xlsx", "-g", "terms.csv", "--format", "json", cwd=tmp_path)
    found = json.loads(done.stdout)["findings"]
    keys = ("rule", "location", "segment", "text", "line", "start")
    assert [tuple(one[key] for key in keys) for one in found if one["severity"] == "error"] == [
        ("forbidden-term", "Texts!AD5", "b", "Net Office", None, None),
        ("missing-term", "Texts!AD7", "d", "They", None, None),
    ]
    fixed = cli("fix", "a.xlsx", "-g", "terms.csv", "--unsafe", cwd=tmp_path)
    assert (tmp_path / "a.xlsx").read_bytes() == data
    assert "a.xlsx" in (fixed.stdout + fixed.stderr).decode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (workbook({"Numbers": [["a", "b"], [1, 2]]}), "no sheet begins with a row that names source and target"),
        (workbook({"Empty": []}), "no sheet begins with a row"),
        (b"PK\x03\x04 cut off", "the workbook cannot be read"),
        (b"zh,en\n", "the workbook cannot be read"),
    ],
)
def test_others_are_told_apart(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_article(Source("a.xlsx", data=data), Settings())
    assert message in caught.value.problems[0].message
