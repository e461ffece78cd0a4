"""``termcheck fix --interactive`` on a terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

GLOSSARY = (
    "concept,lang,term,status\ncac,zh,中央网信办,preferred\ncac,en,Cyberspace Administration,preferred\n"
    "cac,en,Internet Authority,admitted\ncac,en,Network Bureau,deprecated\n"
)
TEXT = "The Network Bureau met.\nThe Network Bureau went.\r\nThe Network\nBureau came back.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "t.csv").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "termcheck.toml").write_text('glossary = "t.csv"\nlang = "en"\n', encoding="utf-8")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8", newline="")
    return tmp_path


def talk(project: Path, typed: str) -> str:
    """What the terminal shows while these lines are typed."""
    ours, theirs = pty.openpty()
    call = [sys.executable, "-m", "termcheck", "fix", "a.md", "b.md", "--interactive"]
    env = {**os.environ, "PYTHONUTF8": "1", "TERM": "dumb"}
    with subprocess.Popen(call, cwd=project, stdin=theirs, stdout=theirs, stderr=theirs, env=env) as process:
        os.close(theirs)
        os.write(ours, typed.encode())
        shown = b""
        try:
            while chunk := os.read(ours, 4096):
                shown += chunk
        except OSError:  # the other end is closed
            pass
        process.wait(60)
    os.close(ours)
    assert b"Traceback" not in shown, shown.decode()
    return shown.decode()


def content(project: Path, name: str) -> str:
    return (project / name).read_bytes().decode()


def test_every_finding_is_asked_for(project: Path) -> None:
    shown = talk(project, "y\nn\ny\nn\nn\nn\n")
    assert shown.count("is a deprecated term") == 6
    assert "The [Network Bureau -> Cyberspace Administration] came back." in shown
    assert content(project, "a.md") == (
        "The Cyberspace Administration met.\nThe Network Bureau went.\r\nThe Cyberspace\nAdministration came back.\n"
    )
    assert content(project, "b.md") == TEXT


def test_all_and_none_like_this_hold_for_every_article(project: Path) -> None:
    assert talk(project, "a\n").count("is a deprecated term") == 1
    assert "Network" not in content(project, "a.md") + content(project, "b.md")


def test_another_approved_name_or_words_of_ones_own(project: Path) -> None:
    shown = talk(project, "o\n1\no\nState Office\no\n\nx\n")
    assert "  1  Internet Authority" in shown
    assert "  2  " not in shown
    assert content(project, "a.md") == (
        "The Internet Authority met.\nThe State Office went.\r\nThe Network\nBureau came back.\n"
    )


@pytest.mark.parametrize("answer", ["y", "n"])
def test_who_quits_is_asked_what_becomes_of_what_was_accepted(project: Path, answer: str) -> None:
    shown = talk(project, f"y\ny\nq\n{answer}\n")
    assert "Write 2 accepted names? [Y/n]" in shown
    is_written = content(project, "a.md").count("Cyberspace") == 2
    assert is_written == (answer == "y")
    assert is_written or content(project, "a.md") == TEXT
    assert content(project, "b.md") == TEXT


def test_who_quits_at_once_is_asked_nothing(project: Path) -> None:
    assert "accepted" not in talk(project, "q\n")
    assert content(project, "a.md") == TEXT


def test_a_talk_that_breaks_off_changes_nothing(project: Path) -> None:
    talk(project, "y\n\x04")
    assert content(project, "a.md") == TEXT
