"""``termcheck run --watch``: what is checked again, and when."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from termcheck.engines import Checked, Chunk
from termcheck.engines.checker import Checker
from termcheck.errors import UsageError
from termcheck.pipeline import RunRequest
from termcheck.watching import Watched

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
TERMS = """concept,lang,term,status
cac,en,Central Cyberspace Administration,preferred
cac,en,Central Network Information Office,deprecated
"""
WRONG = "The Central Network Information Office met.\n"
CLEAN = "The Central Cyberspace Administration met.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "termcheck.toml").write_text('glossary = ["terms.csv"]\nlang = "en"\n', encoding="utf-8")
    (tmp_path / "news").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "news" / name).write_text(WRONG, encoding="utf-8")
    return tmp_path


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the articles that were really checked, in their order."""
    paths: list[str] = []
    check = Checker.check

    def counted(self: Checker, chunk: Chunk) -> Iterator[Checked]:
        paths.extend(source.path for source in chunk.sources)
        return check(self, chunk)

    monkeypatch.setattr(Checker, "check", counted)
    return paths


def errors(watched: Watched) -> list[str]:
    return [finding.file for finding in watched.check()[0].findings]


def after(watched: Watched, change: Callable[[], object]) -> None:
    """Wait for a change that happens while it is waited."""
    changes = [change]
    looks = iter(range(1000))

    def sleep(seconds: float) -> None:
        assert seconds > 0
        assert next(looks) < 900, "the change was not seen"
        if changes:
            changes.pop()()

    watched.wait(sleep)


def test_only_what_has_changed_is_checked_again(project: Path, checked: list[str]) -> None:
    watched = Watched(RunRequest(("news",), cwd=project))
    assert errors(watched) == ["news/a.md", "news/b.md"]
    after(watched, lambda: (project / "news" / "b.md").write_text(CLEAN + "\n"))
    checked.clear()
    assert errors(watched) == ["news/a.md"]
    assert checked == ["news/b.md"]


def test_new_and_deleted_articles(project: Path, checked: list[str]) -> None:
    watched = Watched(RunRequest(("news",), cwd=project))
    errors(watched)
    checked.clear()
    after(watched, lambda: (project / "news" / "c.md").write_text(WRONG))
    assert errors(watched) == ["news/a.md", "news/b.md", "news/c.md"]
    after(watched, (project / "news" / "a.md").unlink)
    assert errors(watched) == ["news/b.md", "news/c.md"]
    assert checked == ["news/c.md"]


def test_another_glossary_means_everything(project: Path, checked: list[str]) -> None:
    watched = Watched(RunRequest(("news",), cwd=project))
    errors(watched)
    checked.clear()
    changed = TERMS.replace("deprecated", "admitted")
    after(watched, lambda: (project / "terms.csv").write_text(changed, encoding="utf-8"))
    assert errors(watched) == []
    assert checked == ["news/a.md", "news/b.md"]


def test_a_mistake_can_be_mended(project: Path) -> None:
    watched = Watched(RunRequest(("news",), cwd=project))
    errors(watched)
    after(watched, lambda: (project / "terms.csv").write_text(TERMS + "x,en,,\n", encoding="utf-8"))
    with pytest.raises(UsageError, match="empty"):
        watched.check()
    after(watched, lambda: (project / "terms.csv").write_text(TERMS, encoding="utf-8"))
    assert errors(watched) == ["news/a.md", "news/b.md"]
    after(watched, lambda: (project / "termcheck.toml").write_text('glossary = ["terms.csv"]\nlang = "xx"\n'))
    with pytest.raises(UsageError, match="no term in the language xx"):
        watched.check()


def test_it_waits_until_nothing_changes_any_more(project: Path) -> None:
    watched = Watched(RunRequest(("news",), cwd=project))
    errors(watched)
    looks: list[int] = []

    def write_slowly(seconds: float) -> None:
        assert seconds > 0
        looks.append(len(looks))
        if len(looks) < 5:
            (project / "news" / "b.md").write_text(CLEAN * len(looks))

    watched.wait(write_slowly)
    assert len(looks) >= 5
    assert errors(watched) == ["news/a.md"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for another process")
def test_a_writer_sees_the_change_and_ends_it_with_ctrl_c(project: Path) -> None:
    command = [sys.executable, "-u", "-m", "termcheck", "run", "news", "--watch"]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    ) as process:
        lines: Queue[str] = Queue()
        assert process.stdout is not None
        reader = threading.Thread(target=lambda: [lines.put(line) for line in process.stdout or ()], daemon=True)
        reader.start()
        until(lines, "watching 2 articles")
        (project / "news" / "c.md").write_text(WRONG)
        assert any(line.startswith("news/c.md:1:5: error") for line in until(lines, "watching 3 articles"))
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
        reader.join(timeout=60)
    assert process.returncode == 0
    assert lines.empty()
    assert not (project / "reports").exists()


def until(lines: "Queue[str]", end: str) -> list[str]:
    """All lines up to one that holds ``end``."""
    seen: list[str] = []
    while not seen or end not in seen[-1]:
        try:
            seen.append(lines.get(timeout=60))
        except Empty:
            pytest.fail(f"never printed: {end}; but {seen}")
    return seen


@pytest.mark.parametrize("args", [("-",), ("--staged",), ("--diff", "HEAD")])
def test_there_must_be_files_to_watch(cli: Run, project: Path, args: tuple[str, ...]) -> None:
    done = cli("run", "--watch", *args, cwd=project)
    assert done.returncode == 2
    assert b"--watch looks at files" in done.stderr
