"""The workbook: what a spreadsheet program reads from it, and that nothing in it runs."""

import datetime as dt
import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from termcheck.choices import Choice
from termcheck.deciding.reading import read
from termcheck.model import ArticleResult, Reconciliation, Rendering, Report
from termcheck.reports import REPORTERS

calamine = pytest.importorskip("python_calamine", reason="needs the extra xlsx")
xlsxwriter = pytest.importorskip("xlsxwriter", reason="needs the extra xlsx")

if TYPE_CHECKING:
    from tests.reports.conftest import Build

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def sheets(data: bytes) -> dict[str, list[dict[str, Any]]]:
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    tables = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    return {name: [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] for name, rows in tables.items()}


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_both_tables_with_numbers_and_dates_as_such(report: Report) -> None:
    tables = sheets(REPORTERS["xlsx"](report))
    assert list(tables) == ["Findings", "Renderings"]
    first, second = tables["Findings"]
    assert (first["severity"], first["text"]) == ("error", "Central Network Information Office")
    assert (first["line"], first["column"], first["first_seen"]) == (3, 5, dt.date(2022, 8, 28))
    assert (second["confidence"], second["decision"]) == (pytest.approx(0.91234), "")
    rendering = tables["Renderings"][0]
    assert (rendering["count"], rendering["share"], rendering["last"]) == (3, 0.75, dt.date(2022, 8, 28))


def test_the_columns_are_those_of_the_csv_reports(report: Report) -> None:
    tables = sheets(REPORTERS["xlsx"](report))
    for name, table in (("Findings", "findings.csv"), ("Renderings", "reconciliation.csv")):
        header = str(REPORTERS[table](report)).removeprefix("\ufeff").split("\r\n", 1)[0]
        assert ",".join(tables[name][0]) == header


def test_the_header_stays_in_sight_filters_and_the_decision_is_chosen_from_a_list(report: Report) -> None:
    found = parts(REPORTERS["xlsx"](report))
    findings, renderings = found["xl/worksheets/sheet1.xml"], found["xl/worksheets/sheet2.xml"]
    assert 'state="frozen"' in findings
    assert '<autoFilter ref="A1:Q3"/>' in findings
    assert 'sqref="O2:O3"' in findings
    assert '<autoFilter ref="A1:N4"/>' in renderings
    lists = [re.findall(r"<formula1>\"(.*?)\"</formula1>", sheet) for sheet in (findings, renderings)]
    assert lists[0] == [",".join(Choice)]
    assert lists[1] == ["accept,admit,deprecate,ignore-everywhere,false-alarm"]


def test_severity_has_a_colour_beside_its_word(report: Report) -> None:
    found = parts(REPORTERS["xlsx"](report))
    styles = re.findall(r'<c r="A[23]" s="(\d+)"', found["xl/worksheets/sheet1.xml"])
    assert len(set(styles)) == 2
    assert found["xl/styles.xml"].count("<fgColor rgb=") >= 3


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    data = REPORTERS["xlsx"](report)
    assert REPORTERS["xlsx"](report) == data
    assert "2000-01-01T00:00:00Z" in parts(data)["docProps/core.xml"]


HOSTILE = (
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "{=1}", "\t=1", "http://a.example", "mailto:a@b.example", "file:///x",
    "internal:Findings!A1", "a\u202egnp.exe", "_x0041_", "<b>&\"'", "2024-01-02", "1e5", "007", " edge ", "\x01\x1b",
    "two\r\nlines",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_stays_text(build: "Build", text: str) -> None:
    article = build.article(f"{text}.txt", "The Office met.")
    found = build.finding(article, "Office", suggestion=text, preferred=text, concept=text, text=text, reason=text)
    rendering = Rendering(text, "unlisted", 0, 1, 0, ((article.path, 1),))
    entry = Reconciliation(text, "en", text, text, (rendering,), None, None, None, text)
    data = REPORTERS["xlsx"](build.report(ArticleResult(article, (), (found,)), reconciliation=(entry,)))
    tables = sheets(data)
    assert [tables["Findings"][0][column] for column in ("text", "suggestion", "reason")] == [text] * 3
    assert tables["Renderings"][0]["rendering"] == text
    whole = parts(data)
    assert not re.search("<f>|<hyperlink", "".join(whole.values()))
    assert not [name for name in whole if "external" in name.lower() or "vba" in name.lower()]
    assert 'quotePrefix="1"' in whole["xl/styles.xml"]  # so that editing the cell makes no formula of it


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\0b", "a\ufffdb"), ("\ud800", "?"), ("x" * 40_000, "x" * 31_999 + "…"), ("😀" * 20_000, "😀" * 15_999 + "…")],
)
def test_what_no_cell_can_hold(build: "Build", text: str, shown: str) -> None:
    tables = sheets(REPORTERS["xlsx"](build.one("The Office met.", "Office", reason=text)))
    assert tables["Findings"][0]["reason"] == shown


def test_more_findings_than_a_sheet_holds(build: "Build", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termcheck.reports.workbook.MOST_ROWS", 2)
    article = build.article("a.txt", "The Office met.")
    found = tuple(build.finding(article, "Office", fingerprint=f"1:{number}") for number in range(5))
    data = REPORTERS["xlsx"](build.report(ArticleResult(article, (), found)))
    rows = sheets(data)["Findings"]
    assert [row["fingerprint"] for row in rows] == ["1:0", "1:1", ""]
    assert rows[2]["severity"] == "and 3 more: see findings.csv"


def test_without_findings_there_is_still_a_header(build: "Build") -> None:
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(REPORTERS["xlsx"](build.report())))
    assert book.get_sheet_by_name("Findings").to_python()[0][0] == "severity"


# ------------------------------------------------------------------------------------------- from end to end


def saved_again(data: bytes, changes: dict[tuple[str, int, str], str]) -> bytes:
    """The workbook as another program saves it: (sheet, 0-based row below the header, column) -> cell."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for name, rows in ((name, rows) for name, rows in sheets(data).items() if rows):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, list(rows[0]))
        for number, row in enumerate(rows):
            values = [changes.get((name, number, column), value) for column, value in row.items()]
            for at, value in enumerate(values):
                sheet.write_string(number + 1, at, value.isoformat() if isinstance(value, dt.date) else str(value))
    book.close()
    return stream.getvalue()


def test_decisions_in_a_workbook_are_carried_out(cli: Run, tmp_path: Path) -> None:
    glossary = (
        "concept,lang,term,status\ncac,en,Cyberspace Administration,preferred\ncac,en,Network Bureau,deprecated\n"
    )
    (tmp_path / "terms.csv").write_text(glossary, encoding="utf-8")
    (tmp_path / "a.md").write_text("The Network Bureau met.\n", encoding="utf-8")
    done = cli("run", "a.md", "-g", "terms.csv", "--lang", "en", "--format", "xlsx=f.xlsx")
    assert done.returncode == 1, done.stderr.decode()
    file = tmp_path / "f.xlsx"
    file.write_bytes(saved_again(file.read_bytes(), {("Findings", 0, "decision"): "accept"}))
    done = cli("decide", "f.xlsx", "-g", "terms.csv", "--lang", "en")
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "The Cyberspace Administration met.\n"


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "'tis", "'", "_x0041_", "a\tb"])
def test_a_name_is_read_back_as_it_stands(build: "Build", tmp_path: Path, text: str) -> None:
    article = build.article("a.txt", "The Office met.")
    found = build.finding(article, "Office", text=text)
    data = REPORTERS["xlsx"](build.report(ArticleResult(article, (), (found,))))
    assert isinstance(data, bytes)
    file = tmp_path / "f.xlsx"
    file.write_bytes(saved_again(data, {("Findings", 0, "decision"): "ignore"}))
    decided = read(file, "f.xlsx")
    assert [row.form for row in decided.rows] == [text]


def test_a_folder_gets_a_workbook_where_that_is_configured(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "termcheck.toml").write_text('workbook = true\nglossary = "t.csv"\nlang = "en"\n', encoding="utf-8")
    (tmp_path / "t.csv").write_text("concept,lang,term,status\nx,en,netizen,preferred\n", encoding="utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("A netizen.", encoding="utf-8")
    done = cli("run", "news")
    assert done.returncode == 0, done.stderr.decode()
    assert sheets((tmp_path / "reports" / "findings.xlsx").read_bytes())["Renderings"][0]["rendering"] == "netizen"


def test_a_workbook_on_standard_output_is_the_same(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("concept,lang,term,status\nx,en,netizen,preferred\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("A netizen.", encoding="utf-8")
    done = cli("run", "a.txt", "-g", "t.csv", "--lang", "en", "--format", "xlsx")
    cli("run", "a.txt", "-g", "t.csv", "--lang", "en", "--format", "xlsx=f.xlsx")
    assert done.stdout == (tmp_path / "f.xlsx").read_bytes()


@pytest.mark.parametrize("given", [["--format", "xlsx=f.xlsx"], ["--config", "w.toml", "--reports", "r"]])
def test_without_the_extra_nothing_is_checked_and_the_message_names_it(
    cli: Run, tmp_path: Path, given: list[str]
) -> None:
    (tmp_path / "blocked").mkdir()
    blocker = "import importlib.util as util\nfind = util.find_spec\n"
    blocker += "util.find_spec = lambda name, *rest: None if name == 'xlsxwriter' else find(name, *rest)\n"
    (tmp_path / "blocked" / "sitecustomize.py").write_text(blocker, encoding="utf-8")
    (tmp_path / "w.toml").write_text("workbook = true\n", encoding="utf-8")
    (tmp_path / "t.csv").write_text("concept,lang,term,status\nx,en,netizen,preferred\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("A netizen.", encoding="utf-8")
    args = ["run", "a.txt", "-g", "t.csv", "--lang", "en", *given]
    done = cli(*args, env={"PYTHONPATH": str(tmp_path / "blocked")})
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"pip install 'termcheck[xlsx]'" in done.stderr
    assert not (tmp_path / "f.xlsx").exists()
    assert not (tmp_path / "r").exists()
