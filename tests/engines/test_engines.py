"""Checking many articles: in one process or several, in any chunks, with a cache or without, the bytes are the same."""

import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from small_archive import COUNT, TERMS, write_project
from termcheck import pipeline
from termcheck.cache import Cache
from termcheck.engines import checker, processes
from termcheck.engines.checker import Checker
from termcheck.model import Article, ArticleResult, Report
from termcheck.pipeline import RunRequest, check_articles, prepare
from termcheck.reports import REPORTERS

FORMATS = ("json", "findings.csv", "reconciliation.csv", "html")
linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are copies of each other on Linux only")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More articles than are checked without further ado; findings that only all of them show; some that fail."""
    root = tmp_path_factory.mktemp("project")
    write_project(root)
    return root


def report_of(root: Path, chunk_size: int = 5, **request: object) -> Report:
    job = prepare(RunRequest(paths=("news",), cwd=root, **request))  # type: ignore[arg-type]  # fields of the request
    return check_articles(job, chunk_size=chunk_size)


def bytes_of(root: Path, chunk_size: int = 5, **request: object) -> list[str]:
    report = report_of(root, chunk_size, **request)
    return [REPORTERS[name](report) for name in FORMATS]


@pytest.fixture(scope="module")
def expected(project: Path) -> list[str]:
    found = bytes_of(project, cache=False)
    assert all(word in found[0] for word in ("inconsistent-across-articles", "unused-directive", "deprecated-term"))
    assert "bytes.md" in found[0]
    return found


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    monkeypatch.setenv("TERMCHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chunk_size=st.integers(1, COUNT + 2), has_cache=st.booleans())
def test_neither_chunks_nor_the_cache_change_a_byte(
    project: Path,
    expected: list[str],
    chunk_size: int,
    has_cache: bool,  # noqa: FBT001 - hypothesis names it
) -> None:
    assert bytes_of(project, chunk_size, cache=has_cache) == expected


@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.parametrize("chunk_size", [1, 4, 100])
def test_processes_do_not_change_a_byte(
    project: Path, expected: list[str], cache: Path, jobs: int, chunk_size: int
) -> None:
    assert bytes_of(project, chunk_size, jobs=jobs, cache=False) == expected
    assert not cache.exists()
    assert bytes_of(project, chunk_size, jobs=jobs) == expected
    assert bytes_of(project, jobs=jobs) == expected


def test_new_processes_do_not_change_a_byte(
    project: Path, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where processes are no copies of this one, as on macOS and Windows."""
    monkeypatch.setattr(processes, "fork_is_safe", lambda: False)
    assert bytes_of(project, jobs=2, cache=False) == expected


def test_beyond_its_limit_the_page_shows_the_same_blocks(
    project: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from termcheck import gathering
    from termcheck.reports import html_report

    whole = bytes_of(project)
    for module in (gathering, html_report):
        monkeypatch.setattr(module, "WHOLE_TEXTS", 1000)
    cut = bytes_of(project, cache=False)
    assert cut[:3] == whole[:3]
    assert "Only the blocks with a finding are shown." in cut[3]
    assert [bytes_of(project), bytes_of(project), bytes_of(project, jobs=2, cache=False)] == [cut] * 3
    monkeypatch.undo()
    monkeypatch.setenv("TERMCHECK_CACHE", str(cache))
    assert bytes_of(project) == whole


# ----------------------------------------------------------------------------------------------------------- cache


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the articles that are checked rather than remembered."""
    paths: list[str] = []
    check = checker.check_articles

    def noting(articles: Sequence[Article], *others: object) -> Iterator[ArticleResult]:
        paths.extend(article.path for article in articles)
        return check(articles, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(checker, "check_articles", noting)
    return paths


@pytest.mark.usefixtures("cache")
def test_only_what_has_changed_is_checked_again(tmp_path: Path, checked: list[str]) -> None:
    write_project(tmp_path)
    report_of(tmp_path)
    assert set(checked) >= {f"news/{'abcd'[number % 4]}/{number:02}.md" for number in range(COUNT)}
    changed = tmp_path / "news" / "b" / "05.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace("Office", "Offices"), encoding="utf-8")
    (tmp_path / "news" / "new.md").write_text("The Central Network Information Office met.\n", encoding="utf-8")
    (tmp_path / "news" / "a" / "00.md").unlink()
    checked.clear()
    found = bytes_of(tmp_path)
    assert set(checked) == {"news/b/05.md", "news/new.md"}
    assert found == bytes_of(tmp_path, cache=False)


SETTINGS = 'lang = "en"\nglossary = ["terms.csv"]\n'
OFF_IN_A = """[[overrides]]
paths = ["news/a/**"]
rules = {deprecated-term = "off"}
"""
IGNORED = """{"concept": "cac", "form": "central network information office", "verdict": "ignore"}
"""


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("terms.csv", TERMS.replace("deprecated", "forbidden")),
        ("termcheck.toml", SETTINGS + '[rules]\ndeprecated-term = "hint"\n'),
        ("termcheck.toml", SETTINGS + OFF_IN_A),
        ("termcheck.decisions.jsonl", IGNORED),
    ],
)
@pytest.mark.usefixtures("cache")
def test_what_else_changes_counts_at_once(tmp_path: Path, file: str, content: str) -> None:
    write_project(tmp_path)
    before = bytes_of(tmp_path)
    (tmp_path / file).write_text(content, encoding="utf-8")
    after = bytes_of(tmp_path)
    assert after == bytes_of(tmp_path, cache=False) != before


@pytest.mark.usefixtures("cache")
def test_options_count_at_once(tmp_path: Path) -> None:
    write_project(tmp_path)
    with_directives = bytes_of(tmp_path)
    without = bytes_of(tmp_path, directives=False)
    assert without == bytes_of(tmp_path, directives=False, cache=False) != with_directives
    assert bytes_of(tmp_path) == with_directives


@pytest.mark.usefixtures("cache")
def test_the_content_counts_though_size_and_time_stay(tmp_path: Path) -> None:
    write_project(tmp_path)
    changed = tmp_path / "news" / "b" / "05.md"
    os.utime(changed, (1_000_000, 1_000_000))
    before = bytes_of(tmp_path)
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("Network", "Netwrok"), encoding="utf-8")
    os.utime(changed, (1_000_000, 1_000_000))
    assert changed.stat().st_size == len(text.encode())
    after = bytes_of(tmp_path)
    assert after == bytes_of(tmp_path, cache=False) != before


def test_a_damaged_cache_is_rebuilt(project: Path, expected: list[str], cache: Path, checked: list[str]) -> None:
    report_of(project)
    entries = list(cache.rglob("*.entry"))
    assert entries
    for place, path in enumerate(entries):
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] if place % 2 else data[:-1] + bytes([data[-1] ^ 1]))
    checked.clear()
    assert bytes_of(project) == expected
    assert len(set(checked)) == COUNT
    checked.clear()
    report_of(project)
    assert len(set(checked)) < COUNT


def test_entries_that_are_sound_but_hold_something_else_are_rebuilt(
    project: Path, expected: list[str], cache: Path
) -> None:
    report_of(project)
    other = Cache(cache)
    for path in cache.rglob("*.entry"):
        other.put(path.parent.name, path.stem, b"\xc1 no such data")
    assert bytes_of(project) == expected


def test_a_file_is_no_cache(project: Path, expected: list[str], cache: Path) -> None:
    cache.write_text("in the way", encoding="utf-8")
    assert bytes_of(project) == expected
    assert cache.read_text(encoding="utf-8") == "in the way"


# ---------------------------------------------------------------------------------------------------------- memory


def test_articles_are_gone_before_the_last_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = checker.read_article
    known: list[weakref.ref[Article]] = []
    alive: list[int] = []

    def noting(*arguments: object) -> Article:
        article = read(*arguments)  # type: ignore[arg-type]
        known.append(weakref.ref(WeakArticle.of(article)))
        alive.append(sum(one() is not None for one in known))
        return article

    class WeakArticle(Article, weakref=True, frozen=True):
        @classmethod
        def of(cls, article: Article) -> "WeakArticle":
            nonlocal latest
            latest = cls(**{name: getattr(article, name) for name in Article.__struct_fields__})
            return latest

    latest: Article | None = None

    def weak(*arguments: object) -> Article:
        noting(*arguments)
        assert latest is not None
        return latest

    monkeypatch.setattr(checker, "read_article", weak)
    report = report_of(project, cache=False)
    assert len(report.results) == COUNT
    assert max(alive) <= 7  # those of a chunk, and the last
    latest = None
    assert not any(one() for one in known)


# ------------------------------------------------------------------------------------------- processes that end early


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


def test_an_interrupted_run_keeps_what_it_has_done(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, checked: list[str]
) -> None:
    write_project(tmp_path)
    check = Checker.check

    def stopping(self: Checker, chunk: object) -> object:
        for number, one in enumerate(check(self, chunk)):  # type: ignore[arg-type]
            yield one
            if number == 2 and "05.md" in str(chunk):
                raise KeyboardInterrupt

    monkeypatch.setattr(Checker, "check", stopping)
    with pytest.raises(KeyboardInterrupt):
        report_of(tmp_path)
    done = set(checked)
    monkeypatch.setattr(Checker, "check", check)
    checked.clear()
    assert bytes_of(tmp_path) == bytes_of(tmp_path, cache=False)
    assert done
    assert cache.exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_memory_does_not_hold_does_not_change_a_byte(
    project: Path, expected: list[str], monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    from termcheck import gathering

    monkeypatch.setattr(gathering, "MOST_HELD", 30)
    report = report_of(project, jobs=jobs, cache=False)
    assert not isinstance(report.results, tuple)
    assert [REPORTERS[name](report) for name in FORMATS] == expected
