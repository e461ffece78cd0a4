"""Processes that die, fail or are stopped: no article is lost, no process is left."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from small_archive import COUNT, bytes_of, report_of, write_project
from termcheck import pipeline
from termcheck.engines import checker, processes
from termcheck.model import Article, ArticleResult

linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are copies of each other on Linux only")


@linux
def test_an_article_that_ends_its_process_twice_is_named_and_costs_no_other(
    project: Path, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker, "check_articles", dying(checker.check_articles, "news/c/14.md", lambda: True))
    report = report_of(project, jobs=2, cache=False)
    (dead,) = [one for one in report.skipped if one.file == "news/c/14.md"]
    assert (dead.unreadable, "ended twice (signal 9)" in dead.reason) == (True, True)
    assert len(report.results) == COUNT - 1
    monkeypatch.undo()
    assert bytes_of(project, jobs=2, cache=False) == expected


@linux
def test_what_a_dead_process_had_is_done_again(
    project: Path, expected: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def once() -> bool:
        try:
            (tmp_path / "died").touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    monkeypatch.setattr(checker, "check_articles", dying(checker.check_articles, "news/c/14.md", once))
    assert bytes_of(project, jobs=2, cache=False) == expected
    assert (tmp_path / "died").exists()


def dying(check: object, path: str, when: object) -> object:
    first = os.getpid()

    def check_or_die(articles: Sequence[Article], *others: object) -> list[ArticleResult]:
        if path in [article.path for article in articles] and os.getpid() != first and when():  # type: ignore[operator]
            os.kill(os.getpid(), signal.SIGKILL)
        return check(articles, *others)  # type: ignore[operator,no-any-return]

    return check_or_die


@linux
def test_no_process_outlives_a_run_that_fails(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    start = processes._Crew._start  # noqa: SLF001 - to know the processes

    def noting(crew: processes._Crew) -> object:
        connection = start(crew)
        started.extend(process.pid or 0 for process in crew._processes.values())  # noqa: SLF001
        return connection

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(processes._Crew, "_start", noting)  # noqa: SLF001
    monkeypatch.setattr(pipeline.Gathered, "add", fail)
    with pytest.raises(MemoryError):
        report_of(project, jobs=2, cache=False)
    assert not any(map(is_alive, started))


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


SLOW = """
import os, sys, time
from termcheck.engines import checker
check = checker.check_articles
first = os.getpid()
def slow(articles, *others):
    with open("at-work", "a") as file:
        file.write(f"{os.getpid()}\\n")
    time.sleep(20 if os.getpid() != first or "1" in sys.argv else 0)
    return check(articles, *others)
checker.check_articles = slow
from termcheck.__main__ import main
sys.argv = ["termcheck", "run", "news", *sys.argv[1:]]
main()
"""


@linux
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_leaves_neither_processes_nor_half_a_report(tmp_path: Path, jobs: str) -> None:
    write_project(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "report.html").write_text("the old one", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", SLOW, "-j", jobs], cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True
    ) as run:
        for _ in polls():
            if (tmp_path / "at-work").exists() and len(workers(tmp_path)) >= int(jobs):
                break
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: every process gets it
        _, told = run.communicate(timeout=60)
    assert (run.returncode, told.decode().strip()) == (130, "termcheck: interrupted")
    assert not any(map(is_alive, workers(tmp_path)))
    assert [path.name for path in (tmp_path / "reports").iterdir()] == ["report.html"]
    assert (tmp_path / "reports" / "report.html").read_text(encoding="utf-8") == "the old one"


@linux
def test_processes_end_when_the_first_one_is_killed(tmp_path: Path) -> None:
    write_project(tmp_path)
    with subprocess.Popen([sys.executable, "-c", SLOW, "-j", "2"], cwd=tmp_path) as run:
        for _ in polls():
            if (tmp_path / "at-work").exists() and len(workers(tmp_path)) >= 2:
                break
        run.kill()
    for _ in polls():
        if not any(map(is_running, workers(tmp_path))):
            return
    pytest.fail("a process outlived the run")


def is_running(process: int) -> bool:
    """Alive, and not only waiting for somebody to ask how it ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def workers(folder: Path) -> set[int]:
    return {int(line) for line in (folder / "at-work").read_text(encoding="utf-8").split()}


def polls() -> Iterator[None]:
    """A minute's worth of looks at what another process does."""
    import time

    for _ in range(600):
        yield
        time.sleep(0.1)
