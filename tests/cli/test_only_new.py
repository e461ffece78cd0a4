"""``--only-new FILE``: articles that earlier runs have checked, as they are now, are left out and told of."""

import gzip
import json
import sqlite3
from pathlib import Path

import pytest

from termcheck.cli import main

TERMS = "concept,lang,term,status\ncac,en,Central Cyberspace Administration,preferred\ncac,en,CNIO board,deprecated\n"


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "termcheck.toml").write_text('lang = "en"\nglossary = ["terms.csv"]\n', encoding="utf-8")
    (tmp_path / "news").mkdir()
    for number in range(20):
        (tmp_path / "news" / f"{number:02}.md").write_text(f"{number}: the CNIO board met.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERMCHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path


def run(*options: str, status: int = 1, path: str = "news") -> tuple[list[str], str]:
    """The files with findings, and what the summary says of what was left out."""
    formats = ("--format", "json=out.json", "--output", "out.txt", "--only-new", "known.db", "--no-reports")
    assert main(["run", path, *formats, *options]) == status
    document = json.loads(Path("out.json").read_text(encoding="utf-8"))
    notices = document["summary"]["notices"]
    return [one["file"] for one in document["findings"]], "".join(notices)


def test_only_what_is_new_or_changed_is_reported() -> None:
    assert len(run()[0]) == 20
    assert run(status=0) == ([], "20 articles have not changed since the last run and are left out")
    Path("news", "03.md").write_text("03: the CNIO board met again.", encoding="utf-8")
    Path("news", "new.md").write_text("A CNIO board.", encoding="utf-8")
    Path("news", "07.md").unlink()
    found, told = run()
    assert found == ["news/03.md", "news/new.md"]
    assert told.startswith("18 articles have not changed")
    assert run(status=0)[0] == []


def test_what_could_not_be_read_stays_new() -> None:
    Path("news", "bytes.md").write_bytes(b"\x00\x01\x02\xff" * 50)
    run(status=3)
    run(status=3)
    Path("news", "bytes.md").write_text("A CNIO board.", encoding="utf-8")
    assert run()[0] == ["news/bytes.md"]


def test_a_run_that_fails_leaves_all_new(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("termcheck.cli.run.deliver", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        assert main(["run", "news", "--only-new", "known.db"]) == 130
    assert len(run()[0]) == 20


def test_another_glossary_is_told() -> None:
    run()
    Path("terms.csv").write_text(TERMS + "new,en,board met,forbidden\n", encoding="utf-8")
    Path("news", "new.md").write_text("A board met.", encoding="utf-8")
    found, told = run()
    assert found == ["news/new.md"]
    assert "the glossary, the configuration or termcheck has changed since" in told


def test_records_and_shards_are_known_as_well() -> None:
    def write(count: int) -> None:
        rows = "".join(json.dumps({"id": number, "text": "A CNIO board."}) + "\n" for number in range(count))
        Path("news.jsonl.gz").write_bytes(gzip.compress(rows.encode()))

    write(5)
    assert len(run(path="news.jsonl.gz")[0]) == 5
    write(7)
    assert run(path="news.jsonl.gz")[0] == ["news.jsonl.gz#5", "news.jsonl.gz#6"]
    for count, expected in ((7, 7), (9, 2)):
        write(count)
        for number in (1, 2):
            shard = ("--shard", f"{number}/2", "--partial", f"{number}.part", "--only-new", f"{number}.db")
            assert main(["run", "news.jsonl.gz", *shard]) == 0
        assert main(["merge", "1.part", "2.part", "--format", "json=all.json", "--output", "all.txt"]) == 1
        assert len(json.loads(Path("all.json").read_text(encoding="utf-8"))["findings"]) == expected


@pytest.mark.parametrize("content", [b"this is no database, whatever it is", b""])
def test_a_file_that_is_no_manifest_is_left_alone(content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    if content:
        Path("known.db").write_bytes(content)
    else:
        with sqlite3.connect("known.db") as connection:
            connection.execute("CREATE TABLE mine (x)")
        connection.close()
    before = Path("known.db").read_bytes()
    assert main(["run", "news", "--only-new", "known.db"]) == 2
    assert "known.db: this is no manifest of" in capsys.readouterr().err
    assert Path("known.db").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "told"),
    [(("--watch",), "--only-new and --watch contradict"), (("--diff", "HEAD"), "--only-new is about files as a whole")],
)
def test_what_contradicts_is_told(options: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "news", "--only-new", "known.db", *options]) == 2
    assert told in capsys.readouterr().err
