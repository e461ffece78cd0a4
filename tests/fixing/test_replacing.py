"""Several files are replaced as one, whatever interrupts."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from termcheck.errors import UsageError
from termcheck.replacing import JOURNAL, Change, recover, replace_all

FILES = 12


def _changes(root: Path, content: bytes) -> list[Change]:
    files = [root / f"f{number % 3}" / f"{number}.txt" for number in range(FILES)]
    return [Change(file, file.read_bytes() if file.exists() else None, content) for file in files]


def test_all_files_are_replaced_and_nothing_is_left_behind(tmp_path: Path) -> None:
    replace_all(_changes(tmp_path, b"one"), tmp_path)
    replace_all(_changes(tmp_path, b"two"), tmp_path)
    assert {file.read_bytes() for file in tmp_path.rglob("*.txt")} == {b"two"}
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == FILES
    assert recover(tmp_path) == ""


def test_a_file_that_changed_in_the_meantime_stops_all(tmp_path: Path) -> None:
    replace_all(_changes(tmp_path, b"one"), tmp_path)
    changes = _changes(tmp_path, b"two")
    changes[7].file.write_bytes(b"mine")
    with pytest.raises(UsageError, match="changed in the meantime"):
        replace_all(changes, tmp_path)
    assert sorted({file.read_bytes() for file in tmp_path.rglob("*.txt")}) == [b"mine", b"one"]


@pytest.mark.skipif(os.name == "nt", reason="rights work otherwise there")
def test_a_folder_that_cannot_be_written_stops_all(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    replace_all(_changes(tmp_path, b"one"), tmp_path)
    (tmp_path / "f2").chmod(0o500)
    try:
        with pytest.raises(UsageError, match="cannot be written"):
            replace_all(_changes(tmp_path, b"two"), tmp_path)
    finally:
        (tmp_path / "f2").chmod(0o700)
    assert {file.read_bytes() for file in tmp_path.rglob("*.txt")} == {b"one"}


_LOOP = """
import itertools, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from termcheck.replacing import Change, recover, replace_all
root = Path(sys.argv[1])
files = [root / f"f{number % 3}" / f"{number}.txt" for number in range(12)]
recover(root)
print("go", flush=True)
for turn in itertools.count():
    content = str(turn).encode() * 1000
    replace_all([Change(one, one.read_bytes() if one.exists() else None, content) for one in files], root)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL there")
def test_killed_at_any_moment_each_file_is_old_or_new_and_after_one_more_command_all_are(
    tmp_path: Path, root: Path
) -> None:
    chance = random.Random(7)  # noqa: S311 - moments to kill at
    for _ in range(200):
        process = subprocess.Popen(
            [sys.executable, "-c", _LOOP, str(tmp_path), str(root / "checker")], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.02))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        found = {file.read_bytes() for file in tmp_path.rglob("*.txt")}
        assert all(content == content[: len(content) // 1000] * 1000 for content in found)
        recover(tmp_path)
        whole = {file.read_bytes() for file in tmp_path.rglob("*.txt")}
        assert len(whole) <= 1
        assert not [path for path in tmp_path.rglob(".*") if path.is_file()]


def test_a_journal_that_names_files_outside_the_project_is_not_obeyed(tmp_path: Path) -> None:
    project, victim = tmp_path / "project", tmp_path / "victim.txt"
    project.mkdir()
    victim.write_bytes(b"precious")
    (tmp_path / ".termcheck-1-0.tmp").write_bytes(b"evil")
    for name in ("../victim.txt", str(victim)):
        target = f'{{"file":"{name}","draft":".termcheck-1-0.tmp","old":"","new":""}}'
        (project / JOURNAL).write_text(f'{{"version":1,"is_ready":true,"targets":[{target}]}}', encoding="utf-8")
        with pytest.raises(UsageError, match="did not write"):
            recover(project)
        assert victim.read_bytes() == b"precious"


def test_a_link_out_of_the_project_in_a_journal_is_not_obeyed(tmp_path: Path) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    outside.mkdir()
    (outside / "victim.txt").write_bytes(b"precious")
    (project / "link").symlink_to(outside)
    (outside / ".termcheck-1-0.tmp").write_bytes(b"evil")
    target = '{"file":"link/victim.txt","draft":".termcheck-1-0.tmp","old":"","new":""}'
    (project / JOURNAL).write_text(f'{{"version":1,"is_ready":true,"targets":[{target}]}}', encoding="utf-8")
    with pytest.raises(UsageError, match="did not write"):
        recover(project)
    assert (outside / "victim.txt").read_bytes() == b"precious"


def test_a_damaged_journal_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / JOURNAL).write_bytes(b"{")
    with pytest.raises(UsageError, match="damaged"):
        recover(tmp_path)
    assert (tmp_path / JOURNAL).exists()


def test_a_finished_journal_is_told(tmp_path: Path) -> None:
    import hashlib

    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / ".termcheck-9-0.tmp").write_bytes(b"new")
    old, new = (hashlib.sha256(data).hexdigest() for data in (b"old", b"new"))
    target = f'{{"file":"a.md","draft":".termcheck-9-0.tmp","old":"{old}","new":"{new}"}}'
    (tmp_path / JOURNAL).write_text(f'{{"version":1,"is_ready":true,"targets":[{target}]}}', encoding="utf-8")
    assert recover(tmp_path) == "an interrupted command was finished: a.md written"
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_read_only_file_stops_all(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / "b").chmod(0o444)
    with pytest.raises(UsageError, match="the file is read-only"):
        replace_all([Change(tmp_path / name, b"old", b"new") for name in ("a", "b")], tmp_path)
    assert [(tmp_path / name).read_bytes() for name in ("a", "b")] == [b"old", b"old"]
