"""Golden cases of the command line: each folder of tests/cases is one call and what it must print.

``cmd.toml`` holds ``why``, ``args``, ``exit``, and perhaps ``stdin``, ``cwd`` (below ``in``) and ``leaves``, files that
must be there afterwards; the call runs in a copy of ``in/``; ``out/stdout.txt`` and ``out/stderr.txt`` hold what it
prints. After a change that is meant, ``TERMCHECK_REWRITE_CASES=1 make test ARGS=tests/cli/test_cases.py`` writes
``out/`` anew: read the difference before you keep it.
"""

import os
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

CASES = Path(__file__).resolve().parents[1] / "cases"
REWRITE = bool(os.environ.get("TERMCHECK_REWRITE_CASES"))


@pytest.mark.parametrize("name", sorted(case.name for case in CASES.iterdir()))
def test_case(name: str, tmp_path: Path, cli: Callable[..., subprocess.CompletedProcess[bytes]]) -> None:
    case = CASES / name
    call = tomllib.loads((case / "cmd.toml").read_text(encoding="utf-8"))
    work = tmp_path / "work"
    shutil.copytree(case / "in", work) if (case / "in").exists() else work.mkdir()
    done = cli(*call["args"], cwd=work / call.get("cwd", ""), stdin=call.get("stdin", "").encode())
    printed = {"stdout.txt": _text(done.stdout), "stderr.txt": _text(done.stderr)}
    if REWRITE:
        _rewrite(case / "out", printed)
    assert done.returncode == call["exit"], done.stderr.decode()
    assert [file for file in call.get("leaves", ()) if not (work / file).is_file()] == []
    for file, text in printed.items():
        expected = case / "out" / file
        assert text == (expected.read_text(encoding="utf-8") if expected.exists() else "")


@pytest.mark.parametrize("name", sorted(case.name for case in CASES.iterdir()))
def test_a_case_keeps_the_contract_of_exit_statuses(name: str) -> None:
    case = CASES / name
    call = tomllib.loads((case / "cmd.toml").read_text(encoding="utf-8"))
    stderr = (case / "out" / "stderr.txt").read_text(encoding="utf-8") if (case / "out" / "stderr.txt").exists() else ""
    assert "Traceback" not in stderr
    if call["exit"] == 2:
        assert not (case / "out" / "stdout.txt").exists(), "with status 2 standard output is empty"
        assert stderr, "with status 2 something says why"


def _text(printed: bytes) -> str:
    return printed.decode("utf-8").replace("\r\n", "\n")


def _rewrite(out: Path, printed: dict[str, str]) -> None:
    shutil.rmtree(out, ignore_errors=True)
    for file, text in printed.items():
        if text:
            out.mkdir(exist_ok=True)
            (out / file).write_text(text, encoding="utf-8", newline="\n")
