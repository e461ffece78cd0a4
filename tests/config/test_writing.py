"""Replacing files atomically."""

import os
import stat
from pathlib import Path

import pytest

from termcheck.writing import write_atomically, write_together


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_text_as_utf8_with_its_line_ends_and_makes_folders(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b" / "c.csv", "\ufeff网信办\r\nx\n")
    assert (tmp_path / "a/b/c.csv").read_bytes() == "\ufeff网信办\r\nx\n".encode()
    assert names(tmp_path / "a" / "b") == ["c.csv"]


def test_replaces_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old and longer")
    write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_keeps_the_mode_of_an_existing_file_and_follows_the_umask_for_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("x", encoding="utf-8")
    (tmp_path / "old").chmod(0o640)
    umask = os.umask(0o027)
    try:
        write_together({tmp_path / "old": "y", tmp_path / "new": "z"})
    finally:
        os.umask(umask)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("old", "new")]
    assert modes == [0o640, 0o640]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_atomically(Path("/dev/null"), "x")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError])
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_an_interrupted_write_leaves_the_old_files_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, interruption: type[BaseException]
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(f"old {name}", encoding="utf-8")

    def interrupt(*_: object) -> None:
        raise interruption

    with monkeypatch.context() as patch:
        patch.setattr(step, interrupt)
        with pytest.raises(interruption):
            write_together({tmp_path / "a": "new a", tmp_path / "b": "new b", tmp_path / "c": "new c"})
    assert names(tmp_path) == ["a", "b"]
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in ("a", "b")] == ["old a", "old b"]


def test_a_folder_in_the_place_of_the_file_is_an_error_and_stays(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_atomically(tmp_path / "folder", "x")
    assert names(tmp_path) == ["folder"]
