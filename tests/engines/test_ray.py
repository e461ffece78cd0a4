"""Checking on a Ray cluster of two workers gives the bytes of checking here, also where workers die."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = [
    pytest.mark.skipif(find_spec("ray") is None, reason="the extra ray is not installed"),
    pytest.mark.skipif(sys.platform == "win32", reason="Ray itself is experimental there"),
]

TERMS = """concept,lang,term,status
cac,en,Central Cyberspace Administration,preferred
cac,en,Central Network Information Office,deprecated
civ,en,internet civilization,preferred
civ,en,online civilization,admitted
"""
COUNT = 300
REPORTS = ("report.html", "findings.csv", "reconciliation.csv")


def text_of(number: int) -> str:
    name = "Central Network Information Office" if number % 3 else "Central Cyberspace Administration"
    civil = "Internet" if number % 5 else "Online"
    return f"---\ndate: 2023-01-{number % 28 + 1:02}\n---\n\nThe {name} met.\n\n{civil} civilization in {number}.\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("cluster")
    (root / "terms.csv").write_text(TERMS, encoding="utf-8")
    (root / "termcheck.toml").write_text('lang = "en"\nglossary = ["terms.csv"]\n', encoding="utf-8")
    (root / "news").mkdir()
    for number in range(COUNT):
        (root / "news" / f"{number:03}.md").write_text(text_of(number), encoding="utf-8")
    (root / "news" / "bytes.md").write_bytes(b"\x00\x01\x02\xff" * 50)
    lines = [json.dumps({"id": number, "text": text_of(number)}) for number in range(COUNT)]
    packed = gzip.compress("\n".join([*lines[:100], "no JSON", *lines[100:], lines[7]]).encode())
    (root / "more.jsonl.gz").write_bytes(packed)
    (root / "damaged.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    with ZipFile(root / "more.zip", "w") as archive:
        for number in range(40):
            archive.writestr(f"{number}.md", text_of(number))
    return root


def start(
    root: Path, name: str, *options: str, program: str = "", paths: Sequence[str] = ("news",)
) -> "subprocess.Popen[bytes]":
    arguments = ["run", *paths, "--no-cache", "--reports", name, "--output", f"{name}.txt", *options]
    begin = ["-c", program] if program else ["-m", "termcheck"]
    environment = {**os.environ, "TERMCHECK_CACHE": str(root / "cache")}
    return subprocess.Popen(
        [sys.executable, *begin, *arguments], cwd=root, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )


def written(root: Path, name: str) -> list[bytes]:
    return [*((root / name / report).read_bytes() for report in REPORTS), (root / f"{name}.txt").read_bytes()]


def done(process: "subprocess.Popen[bytes]") -> tuple[int, str]:
    out, err = process.communicate(timeout=240)
    assert out == b""
    return process.returncode, err.decode()


@pytest.fixture(scope="module")
def expected(root: Path) -> list[bytes]:
    assert done(start(root, "expected", "-j", "1"))[0] == 3
    return written(root, "expected")


def workers_at_work(parent: int) -> list[int]:
    """Workers of the cluster that a process has started, while they check articles."""
    parents, working = {}, []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if (folder / "cmdline").read_bytes().startswith((b"ray::_Worker.check", b"ray::_Worker.read")):
                working.append(int(folder.name))
        except OSError:
            continue

    def is_ours(process: int) -> bool:
        while process > 1:
            if process == parent:
                return True
            process = parents.get(process, 0)
        return False

    return [process for process in working if is_ours(process)]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are found in /proc")
@pytest.mark.parametrize("paths", [("news",), ("news", "more.jsonl.gz", "more.zip", "damaged.jsonl.gz")])
def test_a_worker_that_is_killed_costs_nothing(root: Path, paths: tuple[str, ...]) -> None:
    """Whether the first process reads the articles, or workers read files that hold many."""
    assert done(start(root, "expected", "-j", "1", paths=paths))[0] == 3
    expected = written(root, "expected")
    process = start(root, "killed", "--engine", "ray", "-j", "2", paths=paths)
    killed: list[int] = []
    until = time.monotonic() + 120
    while not killed and process.poll() is None and time.monotonic() < until:
        for worker in workers_at_work(process.pid)[:1]:
            os.kill(worker, signal.SIGKILL)
            killed.append(worker)
    status, err = done(process)
    assert (status, bool(killed)) == (3, True), err
    assert written(root, "killed") == expected


POISON = """
import os, sys
from termcheck.cli import main
from termcheck.engines import on_ray

class Poisoned(on_ray._Worker):
    def check(self, chunk):
        if b"news/137.md" in chunk:
            os.kill(os.getpid(), 9)
        return super().check(chunk)

if __name__ == "__main__":
    on_ray._Worker = Poisoned
    sys.exit(main())
"""


def test_an_article_that_kills_its_workers_is_named(root: Path, expected: list[bytes]) -> None:
    status, err = done(start(root, "poisoned", "--engine", "ray", "-j", "2", program=POISON))
    assert status == 3, err

    def lines(text: bytes) -> list[str]:
        found = text.decode().splitlines()[:-1]
        return [line for line in found if "inconsistent-across-articles" not in line]  # it counts articles

    made, whole = lines(written(root, "poisoned")[-1]), lines(expected[-1])
    lost = [line for line in whole if line not in made]
    assert lost
    assert all(line.startswith("news/137.md:") for line in lost)
    added = [line for line in made if line not in whole]
    assert added == ["news/137.md: skipped: the worker that checked it ended twice; was memory short?"]


def test_an_address_without_a_cluster_is_told(root: Path) -> None:
    status, err = done(start(root, "nowhere", "--engine", "ray=ray://127.0.0.1:1"))
    assert status == 2
    assert "ray://127.0.0.1:1: the Ray cluster cannot be used" in err
    assert not (root / "nowhere").exists()


def test_an_engine_that_is_none_is_told(root: Path) -> None:
    status, err = done(start(root, "none", "--engine", "spark"))
    assert status == 2
    assert "'spark' is no engine" in err


def test_the_extra_is_told(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from termcheck.cli import main

    monkeypatch.chdir(root)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert main(["run", "news", "--engine", "ray"]) == 2
    assert 'pip install "termcheck[ray]"' in capsys.readouterr().err
