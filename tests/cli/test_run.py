"""What golden cases cannot show: streams, encodings, terminals, order of files, interrupted runs."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]
TERMS = """concept,lang,term,status
cac,zh,中央网信办,preferred
cac,en,Central Cyberspace Administration,preferred
cac,en,Central Network Information Office,deprecated
"""
WRONG = "中央网信办 – the Central Network Information Office – met.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "news").mkdir()
    for name in ("a.md", "b.md", "c.txt"):
        (tmp_path / "news" / name).write_text(WRONG, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk", "utf-8"])
@pytest.mark.parametrize(
    "args", [("run", "news/a.md", "--lang", "en"), ("explain", "news/a.md:1", "--lang", "en"), ("rules", "wrong-case")]
)
def test_no_console_encoding_stops_a_command(cli: Run, project: Path, encoding: str, args: tuple[str, ...]) -> None:
    done = cli(*args, cwd=project, env={"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding})
    assert done.returncode in (0, 1)
    assert done.stdout
    assert b"Traceback" not in done.stderr


def test_json_is_utf8_whatever_the_console_speaks(cli: Run, project: Path) -> None:
    args = ("run", "news/a.md", "--lang", "en", "--format", "json")
    done = cli(*args, cwd=project, env={"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"})
    (entry,) = json.loads(done.stdout.decode("utf-8"))["reconciliation"]
    assert entry["source"] == "中央网信办"


def test_standard_input_is_the_file_that_it_is_named_after(cli: Run, project: Path) -> None:
    """As editors call it: in some folder, with the path of the file, which holds something else on the disk."""
    (project / "termcheck.toml").write_text(
        'lang = "en"\n[[overrides]]\npaths = ["news/a.md"]\nrules = { deprecated-term = "warning" }\n', encoding="utf-8"
    )
    text = ("`Central Network Information Office`\n\n" + WRONG).encode()
    names = [("a.md", "news"), ("news/a.md", "."), (str(project / "news" / "a.md"), ".")]
    for name, folder in names:
        args = ("run", "-", "--stdin-filename", name)
        shown = cli(*args, cwd=project / folder, stdin=text).stdout.decode()
        assert shown.startswith("news/a.md:3:13: warning deprecated-term"), name
        shown = cli(*args, "--format", "compact", cwd=project / folder, stdin=text).stdout.decode()
        assert shown.startswith(f"{'news/' if folder == '.' else ''}a.md:3:13: warning"), name
    for name in ("new.md", "../elsewhere/new.md", "unsaved"):
        assert cli("run", "-", "--stdin-filename", name, cwd=project, stdin=text).returncode == 1
    done = cli("run", "-", "--stdin-filename", "a.doc", cwd=project, stdin=text)
    assert (done.returncode, b"no reader for .doc files" in done.stdout) == (3, True)


def test_no_colour_where_it_is_not_wanted_in_any_format(cli: Run, project: Path) -> None:
    for format_ in ("text", "compact", "github", "markdown", "sarif"):
        args = ("run", "news/a.md", "--lang", "en", "--format", format_)
        assert b"\x1b" not in cli(*args, cwd=project, env={"NO_COLOR": "1"}).stdout


@pytest.mark.parametrize("is_there", [True, False])
def test_a_step_of_github_gets_its_summary(cli: Run, project: Path, *, is_there: bool) -> None:
    file = project / "summary.md"
    if is_there:
        file.write_text("before\n", encoding="utf-8")
    args = ("run", "news", "--no-reports", "--lang", "en", "--format", "github")
    done = cli(*args, cwd=project, env={"GITHUB_STEP_SUMMARY": str(file)})
    assert done.stdout.decode().startswith("::error file=news/a.md,line=1")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("before\n<!-- termcheck -->" if is_there else "<!-- termcheck -->")
    assert text.count("| 🔴 error |") == 3
    done = cli(*args, cwd=project, env={"GITHUB_STEP_SUMMARY": str(project / "no" / "folder.md")})
    assert done.returncode == 1
    assert b"the summary of the job cannot be written" in done.stderr


def test_the_name_of_a_file_that_the_system_cannot_spell(cli: Run, project: Path) -> None:
    name = os.fsdecode(b"news/\xff\xe4.md") if os.name != "nt" else "news/ä.md"
    try:
        (project / name).write_text(WRONG, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    for args in (("--format", "json"), ("--reports", "out")):
        done = cli("run", name, "--lang", "en", *args, cwd=project)
        assert (done.returncode, b"Traceback" in done.stderr) == (1, False)


def test_two_runs_and_other_orders_give_the_same_bytes(cli: Run, project: Path) -> None:
    results = []
    for number, paths in enumerate(
        (["news"], ["news"], ["news/c.txt", "news/b.md", "news/a.md"], ["news/b.md", "news"])
    ):
        folder = f"out{number}"
        args = ["run", *paths, "--lang", "en", "--format", "json", "--reports", folder]
        done = cli(*args, cwd=project, env={"PYTHONHASHSEED": str(number)})
        written = {path.name: path.read_bytes() for path in sorted((project / folder).iterdir())}
        results.append((done.stdout, written))
        shutil.rmtree(project / folder)
    assert len(results[0][1]) == 3
    assert all(result == results[0] for result in results[1:])


def test_color_is_for_terminals_and_can_be_asked_for(cli: Run, project: Path) -> None:
    args = ("run", "news/a.md", "--lang", "en", "--color")
    assert b"\x1b[" not in cli(*args, "auto", cwd=project).stdout
    assert b"\x1b[" not in cli(*args, "never", cwd=project).stdout
    assert b"\x1b[" in cli(*args, "always", cwd=project).stdout


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("variable", "colored"), [("X", True), ("NO_COLOR", False)])
def test_a_terminal_gets_the_line_and_colour_unless_it_says_no(project: Path, variable: str, *, colored: bool) -> None:
    shown = _in_terminal(project, {variable: "1", "TERM": "xterm", "PYTHONUTF8": "1"})
    assert "^^^^" in shown
    assert ("\x1b[" in shown) is colored


def _in_terminal(project: Path, env: dict[str, str]) -> str:
    import pty

    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    command = [sys.executable, "-m", "termcheck", "run", "news/a.md", "--lang", "en"]
    with subprocess.Popen(
        command, cwd=project, stdout=theirs, stderr=subprocess.DEVNULL, env={**kept, **env}
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not part:
                break
            shown += part
        process.wait(timeout=60)
    os.close(ours)
    return shown.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_reader_that_goes_away_is_no_error(project: Path) -> None:
    (project / "news" / "long.md").write_text(WRONG * 3000, encoding="utf-8")
    command = [sys.executable, "-m", "termcheck", "run", "news/long.md", "--lang", "en", "--format", "json"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaints = process.stderr.read()
        process.wait(timeout=120)
    assert complaints == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for another process")
def test_an_interrupted_run_ends_quietly_with_130(project: Path) -> None:
    command = [sys.executable, "-m", "termcheck", "run", "-", "--lang", "en"]
    with subprocess.Popen(
        command, cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        time.sleep(2)  # it waits for standard input by then
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in complaints


@pytest.mark.parametrize(
    "command", [(), ("run",), ("explain",), ("glossary",), ("glossary", "lint"), ("rules",), ("init",)]
)
def test_help_shows_an_example(cli: Run, command: tuple[str, ...]) -> None:
    done = cli(*command, "--help")
    assert done.returncode == 0
    text = done.stdout.decode()
    assert "Example" in text
    assert " ".join(("  termcheck", *command)) in text or "Example: termcheck" in text


def test_version(cli: Run) -> None:
    import termcheck

    assert cli("--version").stdout.decode().strip() == f"termcheck {termcheck.__version__}"


FULL = Path("/dev/full")
needs_a_full_device = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
CALLS = [
    ("run", "news/a.md", "--lang", "en", "--no-reports"),
    ("run", "news/a.md", "--lang", "en", "--format", "json"),
    ("explain", "news/a.md:1", "--lang", "en"),
    ("glossary", "lint"),
    ("rules",),
    ("run", "--help"),
    ("--version",),
]


@needs_a_full_device
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("args", CALLS)
def test_a_full_disk_is_told_in_one_line(project: Path, args: tuple[str, ...], unbuffered: str) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "termcheck", *args],
            cwd=project,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered, "PYTHONUTF8": "1"},
        )
    reason = os.strerror(errno.ENOSPC)
    assert done.stderr.decode() == f"termcheck: error: cannot write to standard output: {reason}\n"
    assert done.returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell closes the streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&-"])
@pytest.mark.parametrize("args", CALLS)
def test_a_closed_stream_stops_no_command(cli: Run, project: Path, args: tuple[str, ...], closed: str) -> None:
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "termcheck", *args]
    done = subprocess.run(shell, cwd=project, capture_output=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})
    assert done.stderr == b""
    assert done.returncode == cli(*args, cwd=project).returncode


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell closes the streams")
def test_closed_standard_input_cannot_be_checked(project: Path) -> None:
    shell = ["sh", "-c", 'exec "$@" <&-', "sh", sys.executable, "-m", "termcheck", "run", "-", "--lang", "en"]
    done = subprocess.run(shell, cwd=project, capture_output=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})
    assert done.returncode == 2
    assert done.stderr.decode().startswith("termcheck: error: standard input is closed")
