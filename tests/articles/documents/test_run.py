"""What the whole program says of documents."""

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import docx, p

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
WRONG = "Central Network Information Office"
RIGHT = "Central Cyberspace Administration"
TERMS = f"concept,lang,term,status\ncac,en,{RIGHT},preferred\ncac,en,{WRONG},forbidden\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "terms.csv").write_text(TERMS, "utf-8")
    paragraphs = "".join(p(f"Line {number}.") for number in range(1, 10))
    table = f"<w:tbl><w:tr><w:tc>{p('Name')}</w:tc><w:tc>{p(WRONG)}</w:tc></w:tr></w:tbl>"
    (tmp_path / "report.docx").write_bytes(docx(f"{paragraphs}{p(f'Then the {WRONG} met.')}{table}"))
    return tmp_path


def test_findings_say_where_they_are_in_every_report(folder: Path, cli: Run) -> None:
    done = cli("run", "report.docx", "-g", "terms.csv", "--lang", "en", "--reports", "out", cwd=folder)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    assert lines[0].startswith("report.docx:paragraph 10: error forbidden-term: ")
    assert lines[1].startswith("report.docx:table 1, row 1, cell 2: error forbidden-term: ")
    with (folder / "out" / "findings.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = [(row["line"], row["column"], row["context"]) for row in csv.DictReader(stream)]
    assert rows == [
        ("paragraph 10", "", f"Then the ‹{WRONG}› met."),
        ("table 1, row 1, cell 2", "", f"‹{WRONG}›"),
    ]
    page = (folder / "out" / "report.html").read_text(encoding="utf-8")
    assert "</bdi>:paragraph 10</a>" in page


def test_json_has_no_positions_but_locations(folder: Path, cli: Run) -> None:
    done = cli("run", "report.docx", "-g", "terms.csv", "--lang", "en", "--format", "json", cwd=folder)
    findings = json.loads(done.stdout)["findings"]
    assert [finding["location"] for finding in findings] == ["paragraph 10", "table 1, row 1, cell 2"]
    keys = ("line", "column", "end_line", "end_column", "start", "end")
    assert {finding[key] for finding in findings for key in keys} == {None}
    assert {finding["observed"] for finding in findings} == {WRONG}


def test_fix_leaves_documents_alone_and_says_so(folder: Path, cli: Run) -> None:
    before = (folder / "report.docx").read_bytes()
    (folder / "a.md").write_text(f"The {WRONG} met.\n", "utf-8")
    done = cli("fix", "a.md", "report.docx", "-g", "terms.csv", "--lang", "en", cwd=folder)
    assert done.returncode == 0
    assert (folder / "report.docx").read_bytes() == before
    assert (folder / "a.md").read_text("utf-8") == f"The {RIGHT} met.\n"
    told = f"report.docx:paragraph 10: {WRONG}: left alone, termcheck does not write .docx files: change it there"
    assert told in done.stdout.decode().splitlines()


def test_an_accepted_finding_is_known_again_when_its_paragraph_moves(folder: Path, cli: Run) -> None:
    options = ("-g", "terms.csv", "--lang", "en")
    around = (
        p("Before it there is a paragraph that is longer than what is remembered.")
        + p(f"Then the {WRONG} met, as it does in each of the months of a long year.")
        + p("After.")
    )
    (folder / "report.docx").write_bytes(docx(around))
    assert cli("baseline", "report.docx", *options, cwd=folder).returncode == 0
    (folder / "report.docx").write_bytes(docx(p("A new first paragraph.") + p("Long enough to fill it.") + around))
    done = cli("run", "report.docx", *options, cwd=folder)
    assert done.returncode == 0
    assert "Suppressed: 1 by the baseline." in done.stdout.decode()


def test_explain_takes_a_place(folder: Path, cli: Run) -> None:
    options = ("-g", "terms.csv", "--lang", "en")
    done = cli("explain", "report.docx:table 1, row 1, cell 2", *options, cwd=folder)
    assert f"table 1, row 1, cell 2 “{WRONG}” names cac" in done.stdout.decode()
    done = cli("explain", "report.docx:12", *options, cwd=folder)
    assert done.returncode == 2
    assert "its places are named like “paragraph 1”" in done.stderr.decode()


def test_a_damaged_document_stops_nothing_else(folder: Path, cli: Run) -> None:
    (folder / "broken.docx").write_bytes((folder / "report.docx").read_bytes()[:300])
    done = cli("run", ".", "-g", "terms.csv", "--lang", "en", "--no-reports", cwd=folder)
    assert done.returncode == 3
    assert "broken.docx: skipped: it is cut off" in done.stdout.decode()
    assert done.stdout.decode().count("error forbidden-term") == 2


def test_the_cache_changes_nothing(folder: Path, cli: Run) -> None:
    arguments = ("run", "report.docx", "-g", "terms.csv", "--lang", "en", "--format", "json")
    outputs = {cli(*arguments, *more, cwd=folder).stdout for more in ((), (), ("--no-cache",))}
    assert len(outputs) == 1
