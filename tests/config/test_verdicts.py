"""The file of decisions, and what it does to a run."""

import json
from pathlib import Path

import pytest

from termcheck.errors import UsageError
from termcheck.model import Report, State
from termcheck.pipeline import RunRequest, run
from termcheck.verdicts import Loaded, Verdict, read_decisions

TERMS = "concept,lang,term,status\ncac,en,Central Cyberspace Administration,preferred\ncac,en,Net Office,deprecated\n"
GOOD = {"concept": "cac", "form": "Net Office", "verdict": "ignore"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.md").write_text("---\ndate: 2026-03-01\n---\nThe Net Office met.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("The net office left.\n", encoding="utf-8")
    return tmp_path


def checked(project: Path, *decisions: dict[str, object]) -> Report:
    lines = "".join(json.dumps(one) + "\n" for one in decisions)
    (project / "termcheck.decisions.jsonl").write_text(lines, encoding="utf-8")
    return run(RunRequest(paths=("news", "b.md"), cwd=project, lang="en", reports=None))


def open_files(report: Report) -> list[str]:
    return [finding.file for finding in report.findings]


@pytest.mark.parametrize("verdict", ["ignore", "false-alarm", "not-a-variant"])
def test_a_verdict_decides_findings_and_says_why(project: Path, verdict: str) -> None:
    report = checked(project, {**GOOD, "verdict": verdict, "who": "Ann", "when": "2026-02-01", "why": "quoted"})
    assert open_files(report) == []
    assert {finding.state for finding in report.suppressed} == {State.DECIDED}
    assert report.suppressed[0].state_reason == f"decision {verdict} by Ann on 2026-02-01: quoted"


@pytest.mark.parametrize("verdict", ["admit", "deprecate"])
def test_what_belongs_into_the_glossary_silences_nothing(project: Path, verdict: str) -> None:
    assert open_files(checked(project, {**GOOD, "verdict": verdict})) == ["b.md", "news/a.md"]


@pytest.mark.parametrize(
    ("changes", "still_open"),
    [
        ({"scope": "everywhere"}, []),
        ({"scope": "news/**"}, ["b.md"]),
        ({"scope": "*.md"}, None),
        ({"scope": ["b.md", "1:nothing"]}, ["b.md", "news/a.md"]),
        ({"until": "2026-03-01"}, []),
        ({"until": "2026-02-28"}, ["news/a.md"]),
        ({"form": "NET  OFFICE"}, []),
        ({"form": "Network Office"}, ["b.md", "news/a.md"]),
        ({"concept": "other"}, ["b.md", "news/a.md"]),
    ],
)
def test_a_verdict_holds_in_its_scope(project: Path, changes: dict[str, object], still_open: list[str] | None) -> None:
    found = open_files(checked(project, {**GOOD, **changes}))
    assert found == still_open or (still_open is None and "b.md" not in found)


def test_one_finding_is_decided_by_its_fingerprint(project: Path) -> None:
    first = checked(project).findings[0]
    report = checked(project, {**GOOD, "scope": [first.file, first.fingerprint]})
    assert open_files(report) == ["news/a.md"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not valid JSON"),
        ("[]", "no object"),
        ('{"concept": "cac", "form": "x"}', "no `verdict`"),
        ('{"form": "x", "verdict": "ignore"}', "no `concept`"),
        ('{"concept": "cac", "form": " ", "verdict": "ignore"}', "`form` must be a text"),
        ('{"concept": "cac", "form": 3, "verdict": "ignore"}', "`form` must be a text"),
        ('{"concept": "cac", "form": "x", "verdict": "maybe"}', "`verdict` cannot be 'maybe'"),
        ('{"concept": "cac", "form": "x", "verdict": "ignore", "vhen": ""}', "unknown key `vhen`"),
        ('{"concept": "cac", "form": "x", "verdict": "ignore", "when": "yesterday"}', "`when` must be a date"),
        ('{"concept": "cac", "form": "x", "verdict": "ignore", "until": 3}', "`until` must be a date"),
        ('{"concept": "cac", "form": "x", "verdict": "ignore", "scope": ["a"]}', "`scope` cannot be this"),
        ('{"concept": "cac", "form": "x", "verdict": "ignore", "scope": ""}', "`scope` is no glob"),
        ('{"concept": "cac", "form": "x", "verdict": "ignore", "who": []}', "`who` must be a text"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_every_mistake_is_told_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "termcheck.decisions.jsonl"
    file.write_text(f"{json.dumps(GOOD)}\n\n{line}\n", encoding="utf-8")
    loaded = read_decisions(file, file.name)
    assert [one.verdict for one in loaded.decisions] == [Verdict.IGNORE]
    assert message in loaded.problems[0].message
    assert (loaded.problems[0].place, bool(loaded.problems[0].remedy)) == ("termcheck.decisions.jsonl:3", True)


def test_a_wrong_file_of_decisions_stops_the_run(project: Path) -> None:
    with pytest.raises(UsageError, match="unknown key"):
        checked(project, {**GOOD, "how": "so"})


def test_the_configuration_names_another_file(project: Path) -> None:
    (project / "termcheck.toml").write_text('decisions = "kept/verdicts.jsonl"\nlang = "en"\n', encoding="utf-8")
    (project / "kept").mkdir()
    (project / "kept" / "verdicts.jsonl").write_text(json.dumps(GOOD) + "\n", encoding="utf-8")
    assert open_files(checked(project)) == []


def test_without_a_file_nothing_is_decided(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.jsonl", "none.jsonl") == Loaded((), ())
