"""What is written piece by piece is what is written at once, and holds only a piece at a time."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from termcheck.cli import main
from termcheck.model import Report
from termcheck.partials.shelf import Shelf
from termcheck.reports import REPORTERS, STREAMS
from termcheck.writing import write_together


def as_bytes(pieces: Iterator[str | bytes]) -> bytes:
    return b"".join(one.encode() if isinstance(one, str) else one for one in pieces)


@pytest.mark.parametrize("name", STREAMS)
def test_pieces_are_the_whole(report: Report, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    whole = REPORTERS[name](report)
    assert as_bytes(STREAMS[name](report)) == (whole.encode() if isinstance(whole, str) else whole)
    monkeypatch.setattr("termcheck.reports.csv_reports._AT_ONCE", 1)
    assert name == "parquet" or as_bytes(STREAMS[name](report)) == (whole.encode() if isinstance(whole, str) else whole)


def test_json_lines_are_the_findings_of_the_json_report(report: Report) -> None:
    findings = json.loads(REPORTERS["json"](report))["findings"]
    lines = REPORTERS["jsonl"](report)
    assert isinstance(lines, bytes)
    assert [json.loads(line) for line in lines.splitlines()] == findings
    assert len(findings) > 1


def test_parquet_has_the_findings_of_the_json_report(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    monkeypatch.setattr("termcheck.reports.parquet._AT_ONCE", 1)
    made = REPORTERS["parquet"](report)
    assert isinstance(made, bytes)
    assert made == REPORTERS["parquet"](report)
    assert parquet.read_table(io.BytesIO(made)).to_pylist() == json.loads(REPORTERS["json"](report))["findings"]


def test_a_table_is_not_for_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("termcheck.cli.output.is_terminal", lambda _: True)
    assert main(["run", ".", "--format", "parquet"]) == 2
    assert "a Parquet file cannot be shown on the screen" in capsys.readouterr().err
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert main(["run", ".", "--format", "parquet=x.parquet"]) == 2
    assert 'pip install "termcheck[parquet]"' in capsys.readouterr().err


def test_a_file_is_written_while_its_pieces_are_made(tmp_path: Path) -> None:
    def pieces() -> Iterator[str | bytes]:
        for number in range(1000):
            yield "a" * 10_000 if number % 2 else b"b" * 10_000

    write_together({tmp_path / "one": pieces(), tmp_path / "two": "whole"})
    assert (tmp_path / "one").stat().st_size == 10_000_000
    assert (tmp_path / "two").read_bytes() == b"whole"

    def failing() -> Iterator[str | bytes]:
        yield "new"
        raise MemoryError

    with pytest.raises(MemoryError):
        write_together({tmp_path / "two": "new", tmp_path / "one": failing()})
    assert (tmp_path / "two").read_bytes() == b"whole"
    assert [one.name for one in tmp_path.iterdir()] == ["one", "two"] or len(list(tmp_path.iterdir())) == 2


def test_results_on_the_disk_make_the_same_reports(report: Report) -> None:
    from msgspec.structs import replace

    records = sorted(report.results, key=lambda one: one.path)
    findings = tuple(sorted(report.findings, key=lambda one: one.order))
    here = replace(report, results=tuple(records), findings=findings)
    away = replace(here, results=Shelf().keep_records(records))
    for name, reporter in REPORTERS.items():
        if name not in {"xlsx", "parquet"}:
            assert reporter(away) == reporter(here), name


def test_a_page_with_too_many_articles_says_what_it_leaves_out(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    from msgspec.structs import replace

    quiet = replace(report.results[0], path="quiet.txt", findings=(), excerpts=())
    many = replace(report, results=(*report.results, quiet))
    assert "left out" not in REPORTERS["html"](many)
    assert 'data-file="quiet.txt"' in REPORTERS["html"](many)
    monkeypatch.setattr("termcheck.reports.html_report._MOST_ARTICLES", 1)
    monkeypatch.setattr("termcheck.reports.page_matrix._MOST_COLUMNS", 1)
    page = REPORTERS["html"](many)
    assert 'data-file="quiet.txt"' not in page
    assert "1 more are left out. reconciliation.csv counts all of them." in page
    for module in ("page_matrix", "page_concepts"):
        monkeypatch.setattr(f"termcheck.reports.{module}.MOST_ARTICLES", 1)
    page = REPORTERS["html"](many)
    assert "left out, and the table of who calls it what with them. reconciliation.csv" in page
    assert 'id="matrix"' not in page
