"""Completion in shells."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("termcheck ", {"run", "explain", "glossary", "hook", "completion"}),
        ("termcheck ru", {"run", "rules"}),
        ("termcheck run --fail-on ", {"error", "warning", "hint", "never"}),
        ("termcheck run --format s", {"sarif"}),
        ("termcheck run --only mi", {"misspelled-term", "missing-term", "mixed-renderings"}),
        ("termcheck run --st", {"--staged", "--statistics", "--stdin-filename", "--strict"}),
        ("termcheck rules wrong", {"wrong-case"}),
        ("termcheck completion ", {"bash", "zsh", "fish"}),
    ],
)
def test_what_is_offered(cli: Run, line: str, expected: set[str]) -> None:
    env = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1), "_TERMCHECK_COMPLETE": "bash_complete"}
    offered = {one.partition(",")[2] for one in cli(env=env).stdout.decode().splitlines()}
    assert expected <= offered
    if line.rsplit(" ", maxsplit=1)[-1]:
        assert offered == expected


@pytest.mark.parametrize("line", ["termcheck run ar", "termcheck run --glossary te", "termcheck run --config te"])
def test_paths_are_left_to_the_shell(cli: Run, line: str) -> None:
    env = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1), "_TERMCHECK_COMPLETE": "bash_complete"}
    assert cli(env=env).stdout.decode().startswith("file,")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_understands_its_script(cli: Run, tmp_path: Path, shell: str) -> None:
    script = cli("completion", shell).stdout
    assert b"_TERMCHECK_COMPLETE" in script
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "script").write_bytes(script)
    done = subprocess.run([program, "-n", "script"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_bash_completes(cli: Run, tmp_path: Path) -> None:
    program = shutil.which("bash")
    if program is None or sys.platform == "win32":
        pytest.skip("there is no bash")
    (tmp_path / "script").write_bytes(cli("completion", "bash").stdout)
    (tmp_path / "termcheck").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m termcheck "$@"\n')
    (tmp_path / "termcheck").chmod(0o755)
    lines = (
        "source ./script",
        "COMP_WORDS=(./termcheck run --fail)",
        "COMP_CWORD=2",
        "_termcheck_completion ./termcheck",
        'printf "%s\\n" "${COMPREPLY[@]}"',
    )
    done = subprocess.run([program, "-c", "\n".join(lines)], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode().split() == ["--fail-on"]


def test_a_shell_that_is_not_known(cli: Run) -> None:
    done = cli("completion", "tcsh")
    assert done.returncode == 2
    assert b"tcsh" in done.stderr
