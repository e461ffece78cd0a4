"""The history of runs: what is kept, what is added when, and what is never written to."""

import datetime as dt
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termcheck.errors import UsageError
from termcheck.history import Counted, PastRun, check_history, count, keep_run, trend
from termcheck.model import ArticleResult, Report, Severity, TrendPoint
from termcheck.reports import REPORTERS

if TYPE_CHECKING:
    from tests.reports.conftest import Build

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
MONDAY = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
TUESDAY = MONDAY + dt.timedelta(days=1)


def keep(file: Path, report: Report, scope: tuple[str, ...] = ("news",), when: dt.datetime = MONDAY) -> list[dt.date]:
    return [run.date for run in keep_run(file, file.name, report, scope, when)]


def rows(file: Path, table: str) -> int:
    connection = sqlite3.connect(file)
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - our names
    finally:
        connection.close()


def test_mentions_and_findings_of_every_rendering_are_counted(report: Report) -> None:
    assert count(report) == (
        Counted("cac", "en", "Central Network Information Office", 3, 0, 1, 0, 0),
        Counted("cac", "en", "Cyberspace Central Administration", 1, 0, 0, 1, 0),
        Counted("netizen", "en", "netizen", 2, 2, 0, 0, 0),
    )


def test_the_same_run_again_adds_nothing(tmp_path: Path, report: Report) -> None:
    file = tmp_path / "folder" / "history.sqlite"
    assert keep(file, report) == [MONDAY.date()]
    before = file.read_bytes()
    assert keep(file, report, when=TUESDAY) == [MONDAY.date()]
    assert file.read_bytes() == before


def test_another_result_is_another_run_and_so_is_the_old_one_again(
    tmp_path: Path, report: Report, build: "Build"
) -> None:
    file = tmp_path / "h.sqlite"
    for one, when in ((report, MONDAY), (build.report(), TUESDAY), (report, TUESDAY)):
        dates = keep(file, one, when=when)
    assert dates == [MONDAY.date(), TUESDAY.date(), TUESDAY.date()]


def test_runs_over_other_articles_are_apart(tmp_path: Path, report: Report, build: "Build") -> None:
    file = tmp_path / "h.sqlite"
    keep(file, report, ("news",))
    assert keep(file, build.report(), ("archive",), TUESDAY) == [TUESDAY.date()]
    assert keep(file, report, ("news",), TUESDAY) == [MONDAY.date()]


def test_the_trend_of_each_concept_run_by_run() -> None:
    runs = (
        PastRun(MONDAY.date(), (Counted("a", "en", "x", 3, 1, 2), Counted("a", "en", "y", 1, 0, 0, 1))),
        PastRun(TUESDAY.date(), (Counted("a", "en", "x", 4, 4), Counted("b", "en", "z", 1, 1, 0, 0, 5))),
    )
    first, second = trend(runs)
    assert (first.concept, first.lang) == ("a", "en")
    assert first.points == (
        TrendPoint(MONDAY.date(), 4, 1, 2, 1, 0),
        TrendPoint(TUESDAY.date(), 4, 4, 0, 0, 0),
    )
    assert [point.hints for point in second.points] == [0, 5]


def test_one_run_shows_no_trend() -> None:
    assert trend(()) == trend((PastRun(MONDAY.date(), (Counted("a", "en", "x"),)),)) == ()


def test_the_newest_hundred_runs_are_shown(tmp_path: Path, build: "Build") -> None:
    article = build.article("a.txt", "The Office met.")
    file = tmp_path / "h.sqlite"
    for number in range(103):
        found = tuple(build.finding(article, "Office") for _ in range(number))
        runs = keep_run(file, "h", build.report(ArticleResult(article, (), found)), ("a",), MONDAY)
    assert len(runs) == 100
    assert [sum(one.errors for one in run.counts) for run in (runs[0], runs[-1])] == [3, 102]


def test_hostile_names_are_kept_as_text(tmp_path: Path, build: "Build") -> None:
    file = tmp_path / "h.sqlite"
    names = ["x'); DROP TABLE runs; --", "a\0b", "\ud800", "\u202e", "😀" * 20_000]
    article = build.article("a.txt", "The Office met.")
    found = tuple(build.finding(article, "Office", concept=name, text=name, matched=None) for name in names)
    (run,) = keep_run(file, "h", build.report(ArticleResult(article, (), found)), ("\udcff",), MONDAY)
    assert {one.concept for one in run.counts} == {*names} - {"\ud800"} | {"?"}


# ------------------------------------------------------------------------------------------------- foreign files


def database(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def foreign(file: Path, kind: str, report: Report) -> None:
    if kind == "text":
        file.write_text("Dear diary, " * 500, encoding="utf-8")
    elif kind == "other database":
        database(file, "CREATE TABLE runs (x)", "INSERT INTO runs VALUES (1)")
    else:
        keep(file, report)
    if kind == "damaged":
        data = bytearray(file.read_bytes())
        data[1024:] = b"\x55" * (len(data) - 1024)
        file.write_bytes(data)
    elif kind == "truncated":
        file.write_bytes(file.read_bytes()[:5000])
    elif kind == "later":
        database(file, "PRAGMA user_version = 9")
    elif kind == "with a trigger":
        database(file, "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM runs; END")
    elif kind == "wrong values":
        database(file, "UPDATE runs SET recorded = 'soon', digest = 'x'")


@pytest.mark.parametrize(
    "kind", ["text", "other database", "damaged", "truncated", "later", "with a trigger", "wrong values"]
)
def test_what_is_no_history_is_refused_and_left_as_it_is(
    tmp_path: Path, report: Report, build: "Build", kind: str
) -> None:
    file = tmp_path / "h.sqlite"
    foreign(file, kind, report)
    before = file.read_bytes()
    with pytest.raises(UsageError, match=r"^h\.sqlite: "):
        keep(file, build.report())
    assert file.read_bytes() == before
    if kind != "wrong values":  # nobody reads them before there is something to add
        with pytest.raises(UsageError, match=r"^h\.sqlite: "):
            check_history(file, "h.sqlite")
    assert [path.name for path in tmp_path.iterdir()] == ["h.sqlite"]


def test_a_folder_is_no_history(tmp_path: Path, report: Report) -> None:
    with pytest.raises(UsageError, match=tmp_path.name):
        keep(tmp_path, report)


def test_an_empty_file_may_become_one(tmp_path: Path, report: Report) -> None:
    file = tmp_path / "h.sqlite"
    file.touch()
    check_history(file, "h")
    assert file.read_bytes() == b""
    assert keep(file, report) == [MONDAY.date()]


def test_several_programs_write_at_once(tmp_path: Path) -> None:
    code = (
        "import sys, datetime as dt; from pathlib import Path; from termcheck.model import Glossary, Report, Skipped;"
        "from termcheck.history import keep_run; who = sys.argv[1]\n"
        "for n in range(10):\n"
        "    report = Report(Glossary(()), (), (), (), (), (Skipped(f'{who}-{n}', 'x'),))\n"
        "    keep_run(Path('h.sqlite'), 'h', report, ('a',), dt.datetime.now(dt.UTC))\n"
    )
    with ThreadPoolExecutor() as pool:
        calls = [[sys.executable, "-c", code, str(number)] for number in range(4)]
        done = list(pool.map(lambda call: subprocess.run(call, cwd=tmp_path, capture_output=True, check=False), calls))
    assert [one.returncode for one in done] == [0] * 4, done
    assert rows(tmp_path / "h.sqlite", "runs") == 40


# ------------------------------------------------------------------------------------------------- command line


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "termcheck.toml").write_text('glossary = "t.csv"\nlang = "en"\n', encoding="utf-8")
    rows = "x,en,netizen,preferred\nx,en,net citizen,deprecated\n"
    (tmp_path / "t.csv").write_text(f"concept,lang,term,status\n{rows}", encoding="utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("A net citizen.", encoding="utf-8")
    return tmp_path


def test_the_report_shows_the_trend_once_there_are_two_runs(cli: Run, project: Path) -> None:
    def report(day: str) -> str:
        when = dt.datetime.fromisoformat(f"{day}T12:00+00:00").timestamp()
        done = cli("run", "news", "--history", "h.sqlite", env={"SOURCE_DATE_EPOCH": f"{when:.0f}"})
        assert done.returncode in {0, 1}, done.stderr.decode()
        return (project / "reports" / "report.html").read_text(encoding="utf-8")

    first = report("2026-03-02")
    assert "picture runs" not in first
    assert report("2026-03-03") == first
    (project / "news" / "a.txt").write_text("A netizen.", encoding="utf-8")
    second = report("2026-03-04")
    assert 'data-say="2026-03-02: 1 finding; 1 mention, 1 not approved"' in second
    assert 'data-say="2026-03-04: 0 findings; 1 mention, 0 not approved"' in second
    assert report("2026-03-05") == second


def test_a_configured_history_is_about_folders(cli: Run, project: Path) -> None:
    with (project / "termcheck.toml").open("a", encoding="utf-8") as settings:
        settings.write('history = "kept/runs.sqlite"\n')
    cli("run", "news/a.txt")
    assert not (project / "kept").exists()
    (project / "kept").mkdir()
    done = cli("run", str(project / "news"), "--no-reports", "--config", "../termcheck.toml", cwd=project / "kept")
    assert done.returncode == 1, done.stderr.decode()
    cli("run", "news", "--no-reports")
    assert rows(project / "kept" / "runs.sqlite", "runs") == 1


@pytest.mark.parametrize("given", [["--staged"], ["--only", "wrong-case"], ["--watch"]])
def test_only_whole_runs_are_kept(cli: Run, project: Path, given: list[str]) -> None:
    done = cli("run", "news", "--history", "h.sqlite", *given)
    assert done.returncode == 2
    assert b"--history" in done.stderr
    assert not (project / "h.sqlite").exists()


def test_a_wrong_file_is_told_before_anything_is_checked(cli: Run, project: Path) -> None:
    done = cli("run", "news", "--history", "t.csv")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"t.csv: this is no history of termcheck, or it is damaged" in done.stderr
    assert not (project / "reports").exists()


def test_names_in_the_trend_run_nothing(build: "Build") -> None:
    evil = '"><script>alert(1)</script>'
    article = build.article("a.txt", "The Office met.")
    found = build.finding(article, "Office", concept=evil, severity=Severity.HINT)
    report = build.report(ArticleResult(article, (), (found,)))
    runs = (PastRun(MONDAY.date(), count(report)), PastRun(TUESDAY.date(), ()))
    from msgspec.structs import replace

    assert "<script>alert" not in str(REPORTERS["html"](replace(report, history=trend(runs))))
