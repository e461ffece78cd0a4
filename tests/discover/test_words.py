"""Words that only the glossary takes for one: shown, decided, and never asked again."""

import csv
import json
from pathlib import Path

import pytest

from termcheck.check import check_article
from termcheck.cli import main
from termcheck.config import Settings
from termcheck.explain import explain
from termcheck.glossary import load_glossary
from termcheck.matching import compile_index
from termcheck.model import Article, Finding, View
from termcheck.pipeline import RunRequest, run

TERMS = """concept,lang,term,status
a,en,tidal barrage,preferred
a,en,tidal weir,admitted
b,en,river barrage project,preferred
"""
TEXT = "The river weir project began.\n"
TABLE = Path("proposed.csv")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "termcheck.toml").write_text('lang = "en"\n', encoding="utf-8")
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def proposed() -> list[dict[str, str]]:
    """The rows of word pairs that a search over the article writes."""
    TABLE.unlink(missing_ok=True)
    assert main(["discover", "a.md", "--format", "csv", "--output", str(TABLE)]) == 0
    with TABLE.open(encoding="utf-8-sig", newline="") as stream:
        return [row for row in csv.DictReader(stream) if "=" in row["term"]]


def decide(word: str) -> list[dict[str, str]]:
    """What is remembered after the pair was decided so."""
    with TABLE.open(encoding="utf-8-sig", newline="") as stream:
        found = list(csv.DictReader(stream))
    for row in found:
        row["decision"] = word if "=" in row["term"] else ""
    with TABLE.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(found[0]))
        writer.writeheader()
        writer.writerows(found)
    assert main(["discover", "--decide", str(TABLE)]) == 0
    return [json.loads(line) for line in Path("termcheck.decisions.jsonl").read_text(encoding="utf-8").splitlines()]


def findings(project: Path) -> list[Finding]:
    return list(run(RunRequest(paths=("a.md",), cwd=project)).findings)


def test_a_pair_is_proposed_with_who_teaches_it_and_where_it_is_met() -> None:
    (row,) = proposed()
    assert (row["concept"], row["lang"], row["term"], row["status"]) == ("a", "en", "barrage = weir", "proposed")
    assert "a.md:1 “river weir project”" in row["note"]


@pytest.mark.parametrize(
    ("word", "verdict", "severities"), [("yes", "same-word", ["warning"]), ("no", "other-word", [])]
)
def test_a_decision_settles_it(project: Path, word: str, verdict: str, severities: list[str]) -> None:
    assert [one.severity for one in findings(project)] == ["hint"]
    proposed()
    (line,) = decide(word)
    assert (line["concept"], line["form"], line["verdict"]) == ("a", "barrage = weir", verdict)
    assert "=" not in TABLE.read_text(encoding="utf-8-sig").split("\n", 1)[1]
    assert [one.severity for one in findings(project)] == severities
    assert proposed() == []


def test_what_is_not_decided_stays_in_the_table() -> None:
    proposed()
    assert main(["discover", "--decide", str(TABLE)]) == 0
    assert "barrage = weir" in TABLE.read_text(encoding="utf-8-sig")


def test_explain_says_how_to_settle_it(project: Path) -> None:
    index = compile_index(load_glossary([project / "glossary"], project))
    result = check_article(Article("a.md", TEXT, View.verbatim(TEXT), lang="en"), index, Settings())
    shown = explain(result, "1")
    assert '{"concept": "a", "form": "barrage = weir", "verdict": "same-word"}' in shown
    assert "barrage = weir only by a" in shown
