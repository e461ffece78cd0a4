"""Two parallel files (``--source``), and bilingual tables that a walk meets."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
TERMS = "concept,lang,term,status\nFW,en,firewall rule,preferred\nFW,de,Firewallregel,preferred\n"
SOURCE = "Rules\n\nDelete the firewall rule.\nThen copy the firewall rule.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "glossary.csv").write_text(TERMS, "utf-8")
    (tmp_path / "en.txt").write_text(SOURCE, "utf-8")
    return tmp_path


def findings(done: "subprocess.CompletedProcess[bytes]") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return found


@pytest.mark.parametrize(
    ("name", "text", "segment"),
    [
        ("de.txt", "Regeln\n\nLöschen Sie die Firewallregel.\nKopieren Sie sie dann.\n", "line 4"),
        ("de.md", "# Regeln\n\nLöschen Sie sie.\nKopieren Sie sie dann.\n", "paragraph 2"),
    ],
)
def test_the_source_stands_beside_the_article(folder: Path, cli: Run, name: str, text: str, segment: str) -> None:
    (folder / name).write_text(text, "utf-8")
    done = cli("run", name, "--source", "en.txt", "-g", "glossary.csv", "--format", "json", cwd=folder)
    (found,) = findings(done)
    assert (found["rule"], found["segment"], found["concept"]) == ("missing-term", segment, "FW")
    assert text[found["start"] : found["end"]] == found["observed"]
    assert {SOURCE[one["start"] : one["end"]] for one in found["related"]} == {"firewall rule"}
    assert {one["file"] for one in found["related"]} == {"en.txt"}


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("short.txt", "--source", "en.txt"), 3, "it has 1 paragraphs, but its source en.txt has 2"),
        (("short.txt", "--source", "gone.txt"), 2, "gone.txt: the path does not exist"),
        (("short.txt", "--source", "."), 2, ".: the path is a folder"),
        (("short.txt", "other.txt", "--source", "en.txt"), 2, "one article translates, and there are 2"),
    ],
)
def test_what_cannot_stand_beside_it(
    folder: Path, cli: Run, arguments: tuple[str, ...], status: int, message: str
) -> None:
    for name in ("short.txt", "other.txt"):
        (folder / name).write_text("Regeln\n", "utf-8")
    done = cli("run", *arguments, "-g", "glossary.csv", "--lang", "de", cwd=folder)
    assert done.returncode == status
    assert message in (done.stdout + done.stderr).decode()


def test_a_walk_meets_bilingual_tables_only(folder: Path, cli: Run) -> None:
    (folder / "texts").mkdir()
    (folder / "texts" / "a.csv").write_text("source,target\nThe firewall rule,Die Regel\n", "utf-8")
    (folder / "texts" / "b.tsv").write_text("en\tde\nThe firewall rule\tDie Regel\n", "utf-8")
    (folder / "texts" / "numbers.csv").write_text("name,size\nThe firewall rule,1\n", "utf-8")
    done = cli("run", "texts", "-g", "glossary.csv", "--format", "json", "--no-reports", cwd=folder)
    assert [(one["file"], one["text"]) for one in findings(done)] == [
        ("texts/a.csv", "Regel"),
        ("texts/b.tsv", "Regel"),
    ]
    assert json.loads(done.stdout)["summary"]["others"] == 1
