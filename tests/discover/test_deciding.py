"""The editor's yes and no to what is proposed."""

import contextlib
import csv
import io
import json
from pathlib import Path
from typing import NamedTuple

import pytest

from termcheck.cli import main

TERMS = "concept,lang,term,status\nmof,zh,财政部,preferred\nmof,en,Ministry of Finance,preferred\n"
ARTICLE = "The Treasury Board (财政部) met. They saw the Lantern Club.\n"
OTHER = "They like the Lantern Club. The Finance Bureau (财政部) met.\n"
CSV = "glossary/proposed.csv"

pytestmark = pytest.mark.usefixtures("project")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "termcheck.toml").write_text('lang = "en"\nsource_lang = "zh"\n', encoding="utf-8")
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.md").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Result(NamedTuple):
    exit_code: int
    stdout: str
    stderr: str


def call(*arguments: str) -> Result:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(arguments)
    texts = [stream.buffer.getvalue().decode() for stream in (out, err)]  # type: ignore[attr-defined]
    return Result(status, *texts)


def propose() -> list[dict[str, str]]:
    assert call("discover", "a.md", "b.md", "--format", "csv", "--output", CSV).exit_code == 0
    return rows()


def rows() -> list[dict[str, str]]:
    with Path(CSV).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def write(decisions: dict[str, str], delimiter: str = ",") -> None:
    found = rows()
    for row in found:
        row["decision"] = decisions.get(row["term"], "")
    with Path(CSV).open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(found[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(found)


def test_proposals_have_an_empty_column_for_the_decision() -> None:
    found = propose()
    assert {(row["concept"], row["term"], row["status"], row["decision"]) for row in found} == {
        ("mof", "Treasury Board", "proposed", ""),
        ("mof", "Finance Bureau", "proposed", ""),
        ("lantern-club", "Lantern Club", "proposed", ""),
    }


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_yes_gives_a_status_and_no_takes_the_row_away(delimiter: str) -> None:
    propose()
    write({"Treasury Board": "No", "Finance Bureau": "deprecated", "Lantern Club": "YES"}, delimiter)
    result = call("discover", "--decide", CSV)
    assert (result.exit_code, "2 accepted, 1 rejected, 0 still to decide" in result.stderr) == (0, True)
    text = Path(CSV).read_text(encoding="utf-8-sig")
    assert f"mof{delimiter}en{delimiter}Finance Bureau{delimiter}deprecated" in text
    assert f"lantern-club{delimiter}en{delimiter}Lantern Club{delimiter}preferred" in text
    assert "Treasury Board" not in text


def test_decisions_are_remembered_and_nothing_is_asked_again() -> None:
    propose()
    write({"Treasury Board": "no", "Finance Bureau": "yes", "Lantern Club": "no"})
    call("discover", "--decide", CSV)
    lines = Path("termcheck.decisions.jsonl").read_text(encoding="utf-8").splitlines()
    assert {(one["form"], one["verdict"]) for one in map(json.loads, lines)} == {
        ("Treasury Board", "not-a-variant"),
        ("Finance Bureau", "admit"),
        ("Lantern Club", "ignore"),
    }
    assert "0 renderings and 0 names proposed." in call("discover", "a.md", "b.md").stdout


def test_what_is_rejected_stays_rejected_without_the_file() -> None:
    propose()
    write({"Treasury Board": "no"})
    call("discover", "--decide", CSV)
    Path(CSV).unlink()
    assert {row["term"] for row in propose()} == {"Finance Bureau", "Lantern Club"}


def test_an_existing_table_keeps_its_rows_and_their_decisions(project: Path) -> None:
    propose()
    write({"Treasury Board": "yes"})
    (project / "c.md").write_text("We saw the Tea House.\n", encoding="utf-8")
    (project / "d.md").write_text("They saw the Tea House.\n", encoding="utf-8")
    assert call("discover", "--format", "csv", "--output", CSV, "a.md", "b.md", "c.md", "d.md").exit_code == 0
    found = {row["term"]: row["decision"] for row in rows()}
    assert found == {"Treasury Board": "yes", "Finance Bureau": "", "Lantern Club": "", "Tea House": ""}


def test_accepted_rows_hold_at_once() -> None:
    propose()
    write({"Treasury Board": "deprecated"})
    call("discover", "--decide", CSV)
    result = call("run", "a.md", "--format", "compact")
    assert "Treasury Board" in result.stdout
    assert result.exit_code == 1


def test_says_where_accepted_rows_must_go_to_hold() -> None:
    call("discover", "a.md", "b.md", "--format", "csv", "--output", "proposed.csv")
    text = Path("proposed.csv").read_text(encoding="utf-8-sig").replace("proposed,,", "proposed,yes,")
    Path("proposed.csv").write_text(text, encoding="utf-8")
    assert "proposed.csv is no glossary file" in call("discover", "--decide", "proposed.csv").stderr


def test_a_decision_that_is_none_changes_nothing_and_names_every_row() -> None:
    propose()
    write({"Treasury Board": "perhaps", "Finance Bureau": "yes", "Lantern Club": "?"})
    before = Path(CSV).read_bytes()
    result = call("discover", "--decide", CSV)
    assert result.exit_code == 2
    assert "'perhaps'" in result.stderr
    assert "'?'" in result.stderr
    assert Path(CSV).read_bytes() == before
    assert not Path("termcheck.decisions.jsonl").exists()


@pytest.mark.parametrize(
    ("text", "message"), [("concept,lang\n", "no column term"), ("a;b\nc\n", "no column"), (None, "cannot be read")]
)
def test_a_file_that_is_no_table_of_proposals_is_refused(text: str | None, message: str) -> None:
    if text is not None:
        Path("other.csv").write_text(text, encoding="utf-8")
    result = call("discover", "--decide", "other.csv")
    assert (result.exit_code, message in result.stderr) == (2, True)
