"""The baseline accepts what was there; only what is new shows, and it grows only when asked."""

import json
from pathlib import Path

import pytest

from termcheck.cli import main
from termcheck.errors import UsageError
from termcheck.model import Report
from termcheck.pipeline import RunRequest, run

WRONG = "Central Network Information Office"
GLOSSARY = f"""concept,lang,term,status
cac,en,Cyberspace Administration of China,preferred
cac,en,{WRONG},deprecated
"""
NAME = "termcheck.baseline.jsonl"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "terms.csv").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "termcheck.toml").write_text(
        'lang = "en"\nglossary = ["terms.csv"]\ninclude = ["news"]\n', encoding="utf-8"
    )
    (tmp_path / "news" / "a.txt").write_text(f"The {WRONG} met.\n\nAnd the {WRONG} met again.\n", encoding="utf-8")
    (tmp_path / "news" / "b.txt").write_text("Nothing here.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(project: Path, **options: bool) -> Report:
    return run(RunRequest(cwd=project, **options))  # type: ignore[arg-type]


def _entries(project: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (project / NAME).read_text(encoding="utf-8").splitlines()]


def test_what_is_accepted_is_counted_as_suppressed_and_what_is_new_shows(project: Path) -> None:
    assert main(["baseline"]) == 0
    assert len(_entries(project)) == 2
    report = _run(project)
    assert (len(report.findings), len(report.suppressed)) == (0, 2)
    (project / "news" / "b.txt").write_text(f"The {WRONG} met.\n", encoding="utf-8")
    assert [finding.file for finding in _run(project).findings] == ["news/b.txt"]


def test_it_follows_findings_through_edits_elsewhere(project: Path) -> None:
    file = project / "news" / "a.txt"
    calm = "Here stands a paragraph that is long enough to keep its neighbours apart from each other.\n\n"
    text = f"{calm}The {WRONG} met.\n\n{calm}"
    file.write_text(text, encoding="utf-8")
    main(["baseline"])
    file.write_text(f"Something new.\n\n{text}Once more: the {WRONG}.\n", encoding="utf-8")
    assert [finding.line for finding in _run(project).findings] == [9]


def test_it_follows_a_renamed_file(project: Path) -> None:
    main(["baseline"])
    (project / "news" / "a.txt").rename(project / "news" / "z.txt")
    assert _run(project).findings == ()
    assert main(["baseline"]) == 0
    assert {entry["file"] for entry in _entries(project)} == {"news/z.txt"}


def test_it_does_not_follow_into_two_files(project: Path) -> None:
    main(["baseline"])
    text = (project / "news" / "a.txt").read_text(encoding="utf-8")
    (project / "news" / "a.txt").rename(project / "news" / "y.txt")
    (project / "news" / "z.txt").write_text(text, encoding="utf-8")
    assert len(_run(project).findings) == 4


def test_it_grows_only_when_asked(project: Path) -> None:
    main(["baseline"])
    before = _entries(project)
    (project / "news" / "b.txt").write_text(f"The {WRONG} met.\n", encoding="utf-8")
    assert main(["baseline"]) == 1
    assert _entries(project) == before
    assert main(["baseline", "--add"]) == 0
    assert len(_entries(project)) == 3


def test_entries_that_match_nothing_are_told_and_can_be_pruned(project: Path) -> None:
    main(["baseline"])
    (project / "news" / "a.txt").write_text("All good now.\n", encoding="utf-8")
    assert any("for cac in" in notice and "is gone" in notice for notice in _run(project).last_words)
    assert [finding.rule for finding in _run(project, strict=True).findings if finding.file == NAME] == [
        "stale-decision", "stale-decision",
    ]  # fmt: skip
    assert main(["baseline"]) == 1
    assert len(_entries(project)) == 2
    assert main(["baseline", "--prune"]) == 0
    assert _entries(project) == []


def test_entries_of_articles_that_are_not_checked_are_left_alone(project: Path) -> None:
    main(["baseline"])
    report = run(RunRequest(cwd=project, paths=("news/b.txt",), strict=True))
    assert [finding for finding in report.findings if finding.rule == "stale-decision"] == []


def test_a_damaged_baseline_stops_the_run_with_its_line(project: Path) -> None:
    (project / NAME).write_text('{"file": "a"}\n{\n', encoding="utf-8")
    with pytest.raises(UsageError, match=f"{NAME}:2"):
        _run(project)


def test_a_decision_that_silences_nothing_is_told_and_found_when_strict(project: Path) -> None:
    (project / "termcheck.decisions.jsonl").write_text(
        '{"concept":"cac","form":"No Such Office","verdict":"ignore"}\n'
        f'{{"concept":"cac","form":"{WRONG}","verdict":"ignore"}}\n',
        encoding="utf-8",
    )
    assert any("“No Such Office” of cac" in notice for notice in _run(project).last_words)
    stale = [finding for finding in _run(project, strict=True).findings if finding.rule == "stale-decision"]
    assert [(finding.file, finding.line) for finding in stale] == [("termcheck.decisions.jsonl", 1)]
    part = run(RunRequest(cwd=project, paths=("news/b.txt",), strict=True))
    assert [finding for finding in part.findings if finding.rule == "stale-decision"] == []


def test_rows_that_no_article_uses_are_told_and_found_when_strict(project: Path) -> None:
    told = "terms.csv:2: “Cyberspace Administration of China” (preferred for cac) was not met"
    assert told in _run(project).last_words
    with (project / "terms.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"c{number},en,Bureau of Matter {number},preferred\n" for number in range(30))
    assert any("31 approved rows of the glossary were not met" in notice for notice in _run(project).last_words)
    (project / "terms.csv").write_text(GLOSSARY, encoding="utf-8")
    unused = [finding for finding in _run(project, strict=True).findings if finding.rule == "unused-term"]
    assert [(finding.file, finding.line) for finding in unused] == [("terms.csv", 2)]


def test_all_reports_can_show_what_is_about_other_files_than_articles(project: Path) -> None:
    main(["baseline"])
    (project / "news" / "a.txt").write_text("All good now.\n", encoding="utf-8")
    assert main(["run", "--strict", "--reports", "reports"]) == 0
    page = (project / "reports" / "report.html").read_text(encoding="utf-8")
    assert "stale-decision" in page
    assert NAME in (project / "reports" / "findings.csv").read_text(encoding="utf-8-sig")
    for name in ("json", "sarif", "github", "gitlab", "junit", "checkstyle", "compact", "markdown"):
        assert main(["run", "--strict", "--no-reports", "--format", name]) == 0
