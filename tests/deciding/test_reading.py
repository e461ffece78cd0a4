"""Decisions are read back from whatever a spreadsheet or the HTML report makes of them."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from termcheck.choices import Choice
from termcheck.deciding.reading import Decided, read
from termcheck.errors import UsageError

HEADER = "severity,rule,concept,preferred,text,suggestion,file,line,column,context,reason,confidence,first_seen,fingerprint,decision,replacement,comment"  # noqa: E501
ROW = 'error,deprecated-term,cac,CAC,Network Office,Cyberspace Office,a.md,1,5,"the, ‹x›",why,1,,1:abc,{},{},{}'


def _read(tmp_path: Path, content: bytes | str, name: str = "findings.csv") -> Decided:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read(file, name)


def _choices(decided: Decided) -> list[tuple[Choice, str, str, str]]:
    assert not decided.problems
    return [(row.choice, row.form, row.fingerprint, row.replacement) for row in decided.rows]


def test_rows_without_a_decision_are_left_open(tmp_path: Path) -> None:
    assert _read(tmp_path, f"{HEADER}\r\n{ROW.format('', '', 'later')}\r\n").rows == ()


@pytest.mark.parametrize("cell", ["accept", " Accept ", "ACCEPT"])
def test_a_decision_is_read_however_it_is_written(tmp_path: Path, cell: str) -> None:
    decided = _read(tmp_path, f"{HEADER}\n{ROW.format(cell, '', '')}\n")
    assert _choices(decided) == [(Choice.ACCEPT, "Network Office", "1:abc", "")]


@pytest.mark.parametrize("cell", ["ignore everywhere", "ignore-everywhere", "Ignore_Everywhere"])
def test_choices_of_two_words(tmp_path: Path, cell: str) -> None:
    assert _read(tmp_path, f"{HEADER}\n{ROW.format(cell, '', '')}\n").rows[0].choice is Choice.IGNORE_EVERYWHERE


def test_a_replacement_alone_is_a_decision(tmp_path: Path) -> None:
    decided = _read(tmp_path, f"{HEADER}\n{ROW.format('', 'CAC', '')}\n")
    assert _choices(decided) == [(Choice.REPLACE, "Network Office", "1:abc", "CAC")]


@pytest.mark.parametrize(
    ("separator", "encoding", "end"),
    [(";", "utf-8-sig", "\r\n"), ("\t", "utf-8", "\n"), (",", "utf-16", "\r\n"), (";", "utf-16", "\n")],
)
def test_what_spreadsheets_do_to_a_table(tmp_path: Path, separator: str, encoding: str, end: str) -> None:
    cells = ["mine", "decision", "fingerprint", "file", "text", "concept", "Comment"]
    first = ["x", "admit", "1:abc", "a.md", "Büro; “X”", "cac", "a note"]
    lines = [separator.join(f'"{cell}"' for cell in row) for row in (cells, first, [""] * 7)]
    decided = _read(tmp_path, (end.join(lines) + end).encode(encoding))
    assert _choices(decided) == [(Choice.ADMIT, "Büro; “X”", "1:abc", "")]
    assert decided.rows[0].comment == "a note"


def test_the_separator_line_of_excel(tmp_path: Path) -> None:
    text = "sep=;\r\nconcept;text;file;fingerprint;decision\r\ncac;X;a.md;1:a;ignore\r\n"
    assert _choices(_read(tmp_path, text)) == [(Choice.IGNORE, "X", "1:a", "")]


def test_exactly_one_guarding_apostrophe_is_taken_away(tmp_path: Path) -> None:
    text = "concept,text,file,fingerprint,decision\r\ncac,'=SUM(A1),a.md,1:a,admit\r\ncac,''-x,a.md,1:b,admit\r\n"
    text += "cac,'tis,a.md,1:c,admit\r\n"
    assert [row.form for row in _read(tmp_path, text).rows] == ["=SUM(A1)", "'-x", "'tis"]


def test_the_table_of_renderings(tmp_path: Path) -> None:
    text = "concept,source,rendering,status,count,decision,comment\ncac,网信办,Net Office,unlisted,3,deprecate,\n"
    (row,) = _read(tmp_path, text, "reconciliation.csv").rows
    assert (row.choice, row.form, row.is_about_rendering) == (Choice.DEPRECATE, "Net Office", True)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (("acept", "", ""), r"findings\.csv:2: the decision cannot be “acept” \(write one of accept, replace"),
        (("replace", "", ""), r"findings\.csv:2: there is nothing to write instead"),
    ],
)
def test_mistakes_name_row_and_remedy(tmp_path: Path, cells: tuple[str, str, str], message: str) -> None:
    decided = _read(tmp_path, f"{HEADER}\n{ROW.format(*cells)}\n")
    assert decided.rows == ()
    with pytest.raises(UsageError, match=message):
        raise UsageError(decided.problems)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = "\n".join([HEADER, *(ROW.format("perhaps", "", "") for _ in range(3))])
    assert len(_read(tmp_path, text).problems) == 3


def test_a_rendering_cannot_be_ignored_in_one_place(tmp_path: Path) -> None:
    (problem,) = _read(tmp_path, "concept,rendering,decision\ncac,X,ignore\n").problems
    assert "ignore-everywhere" in problem.remedy


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.csv", b"\x00\x01\x02\xff"),
        ("x.json", b"{"),
        ("x.json", b"[]"),
        ("x.json", b'{"version": 7, "decisions": []}'),
        ("x.json", b"[" * 100_000),
        ("x.xlsx", b"PK\x03\x04 no zip"),
        ("x.docx", b""),
    ],
)
def test_other_files_are_refused(tmp_path: Path, name: str, content: bytes) -> None:
    if name.endswith(".xlsx"):
        pytest.importorskip("python_calamine")
    with pytest.raises(UsageError, match=r"x\.\w+: "):
        _read(tmp_path, content, name)


def test_a_table_of_something_else_is_a_mistake(tmp_path: Path) -> None:
    (problem,) = _read(tmp_path, "name,price\nx,1\n").problems
    assert "neither findings nor renderings" in problem.message


def test_the_export_of_the_html_report(tmp_path: Path) -> None:
    one = {"concept": "cac", "text": "Net", "file": "a.md", "fingerprint": "1:a", "decision": "false-alarm", "n": 1}
    content = json.dumps({"version": 1, "articles": ["a.md", "b.md"], "decisions": [one]})
    decided = _read(tmp_path, content, "decisions.json")
    assert _choices(decided) == [(Choice.FALSE_ALARM, "Net", "1:a", "")]
    assert decided.paths == ("a.md", "b.md")


def test_a_workbook_is_read_like_its_tables(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine")
    xlsxwriter = pytest.importorskip("xlsxwriter")
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for name, rows in (
        ("Notes", [["mine"], ["x"]]),
        (
            "Findings",
            [["concept", "text", "file", "fingerprint", "decision"], ["cac", "2023", "a.md", "1:a", "accept"]],
        ),
        ("Renderings", [["concept", "rendering", "decision"], ["cac", "Net", "admit"]]),
    ):
        sheet = book.add_worksheet(name)
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
    book.close()
    decided = _read(tmp_path, stream.getvalue(), "findings.xlsx")
    assert [(row.choice, row.form, row.place) for row in decided.rows] == [
        (Choice.ACCEPT, "2023", "findings.xlsx (Findings):2"),
        (Choice.ADMIT, "Net", "findings.xlsx (Renderings):2"),
    ]


def _workbook(*cells: tuple[int, int, str]) -> bytes:
    xlsxwriter = pytest.importorskip("xlsxwriter", reason="needs the extra xlsx")
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Renderings")
    for row, column, text in ((0, 0, "concept"), (0, 1, "rendering"), (0, 2, "decision"), *cells):
        sheet.write_string(row, column, text)
    book.close()
    return stream.getvalue()


def test_a_cell_in_the_last_corner_is_not_given_room(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"x\.xlsx: the workbook is too large"):
        _read(tmp_path, _workbook((1_048_575, 16_383, "x")), "x.xlsx")


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    stream = io.BytesIO(_workbook((1, 0, "cac")))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/more.xml", "w") as member:
        for _ in range(600):
            member.write(bytes(2**20))
    with pytest.raises(UsageError, match=r"x\.xlsx: the workbook is too large"):
        _read(tmp_path, stream.getvalue(), "x.xlsx")


def test_rows_far_down_and_columns_far_right_are_read(tmp_path: Path) -> None:
    far = [(200_000, 0, "cac"), (200_000, 1, "Net"), (200_000, 2, "admit"), (3, 100, "mine")]
    assert _choices(_read(tmp_path, _workbook(*far), "x.xlsx")) == [(Choice.ADMIT, "Net", "", "")]


LONGER = [
    ["concept", "text", "file", "fingerprint", "first_seen", "decision", "comment"],
    ["cac", "{}", "a.md", "1:abc", "28.08.2022", "ignore", "{}"],
    ["cac", "{}", "b.md", "1:def", "8/28/22", "", "{}"],
]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "das “Büro für Äußeres” – größer, schöner, für alle"),
        ("gb18030", "中央网络安全和信息化委员会办公室，今天发布了新的规定，大家都说很好"),
    ],
)
@pytest.mark.parametrize("quote", ["", '"'])
def test_what_excel_saves_as_csv_in_the_encoding_of_its_system(
    tmp_path: Path, encoding: str, text: str, quote: str
) -> None:
    rows = [[cell.format(text) for cell in row] + ["", ""] for row in LONGER]
    lines = [";".join(f"{quote}{cell}{quote}" for cell in row) for row in rows]
    decided = _read(tmp_path, ("\r\n".join(lines) + "\r\n;;;;;;;;\r\n").encode(encoding))
    assert _choices(decided) == [(Choice.IGNORE, text, "1:abc", "")]
    assert decided.rows[0].comment == text
