"""The cache on disk: whatever happens to it, it costs time and nothing else."""

import os
import signal
import stat
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from termcheck import cache as module
from termcheck.cache import OFF, Cache, LargeEntry, cache_folder, key_of, program_key, user_cache

KEY = key_of("one")
OTHER = key_of("other")
posix = pytest.mark.skipif(os.name == "nt", reason="POSIX rights")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def entry(folder: Path, kind: str = "kind", key: str = KEY) -> Path:
    return folder / kind / f"{key}.entry"


def test_what_was_put_is_there_for_the_next_run(folder: Path) -> None:
    Cache(folder).put("kind", KEY, b"data" * 1000)
    assert Cache(folder).get("kind", KEY) == b"data" * 1000
    Cache(folder).put("kind", KEY, b"")
    assert Cache(folder).get("kind", KEY) == b""
    assert Cache(folder).get("kind", OTHER) is None
    assert Cache(folder).get("other", KEY) is None


@pytest.fixture(params=[0, 1 << 30], ids=["in its file", "in memory"])
def opened(request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bytes | None]:
    """The data that ``open`` gives for an entry, with large ones left in their files and without."""
    monkeypatch.setattr(module, "_LARGE", request.param)

    def data() -> bytes | None:
        found = Cache(folder).open("kind", KEY)
        return found.data[found.start :] if isinstance(found, LargeEntry) else found

    return data


def test_an_opened_entry_has_the_data(folder: Path, opened: Callable[[], bytes | None]) -> None:
    assert opened() is None
    for data in (b"data" * 200_000, b""):
        Cache(folder).put("kind", KEY, data)
        assert opened() == data


@pytest.mark.parametrize("place", [0, 8, 16, 31, 32, 131])
def test_a_damaged_entry_is_not_opened(folder: Path, opened: Callable[[], bytes | None], place: int) -> None:
    Cache(folder).put("kind", KEY, bytes(100))
    sound = entry(folder).read_bytes()
    entry(folder).write_bytes(sound[:place] + b"\x7f" + sound[place + 1 :])
    assert opened() is None
    entry(folder).write_bytes(sound[:place])
    assert opened() is None


@posix
def test_an_open_entry_outlives_its_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGE", 0)
    Cache(folder).put("kind", KEY, b"data")
    found = Cache(folder).open("kind", KEY)
    Cache(folder).put("kind", KEY, b"others")
    entry(folder).unlink()
    assert isinstance(found, LargeEntry)
    found.let_go()
    assert found.data[found.start :] == b"data"
    assert found.read(found.start + 1, found.start + 3) == b"at"


def test_without_a_folder_nothing_is_kept() -> None:
    OFF.put("kind", KEY, b"data")
    assert OFF.get("kind", KEY) is None
    assert OFF.open("kind", KEY) is None
    assert not OFF.is_on


@pytest.mark.parametrize("length", [0, 1, 8, 31, 32, 33, 131])
def test_an_entry_that_is_cut_off_is_missing(folder: Path, length: int) -> None:
    Cache(folder).put("kind", KEY, bytes(100))
    path = entry(folder)
    assert path.stat().st_size == 132
    path.write_bytes(path.read_bytes()[:length])
    assert Cache(folder).get("kind", KEY) is None


@pytest.mark.parametrize("place", [0, 7, 8, 16, 31, 32, 80, 131])
def test_a_damaged_entry_is_missing_until_it_is_put_again(folder: Path, place: int) -> None:
    cache = Cache(folder)
    cache.put("kind", KEY, bytes(100))
    damaged = bytearray(entry(folder).read_bytes())
    damaged[place] ^= 1
    entry(folder).write_bytes(damaged)
    assert cache.get("kind", KEY) is None
    cache.put("kind", KEY, b"again")
    assert cache.get("kind", KEY) == b"again"


@pytest.mark.parametrize("content", [b"", b"\x80\x04\x95 a pickle", b"termchk\x02" + bytes(200), bytes(1000)])
def test_a_foreign_file_is_no_entry(folder: Path, content: bytes) -> None:
    Cache(folder).put("kind", KEY, b"data")
    entry(folder).write_bytes(content)
    assert Cache(folder).get("kind", KEY) is None


def test_an_entry_under_another_name_is_missing(folder: Path) -> None:
    cache = Cache(folder)
    cache.put("kind", KEY, b"data")
    cache.put("more", KEY, b"more")
    entry(folder).rename(entry(folder, key=OTHER))
    entry(folder, "more").rename(entry(folder))
    assert cache.get("kind", OTHER) is None
    assert cache.get("kind", KEY) is None


def test_a_folder_in_place_of_an_entry_is_passed_over(folder: Path) -> None:
    entry(folder).mkdir(parents=True)
    cache = Cache(folder)
    cache.put("kind", KEY, b"data")
    assert cache.get("kind", KEY) is None
    assert [one.name for one in (folder / "kind").iterdir()] == [f"{KEY}.entry"]


def test_a_file_in_place_of_the_folder_is_passed_over(folder: Path) -> None:
    folder.write_text("a file")
    cache = Cache(folder)
    cache.put("kind", KEY, b"data")
    assert cache.get("kind", KEY) is None
    assert folder.read_text() == "a file"


@posix
def test_only_the_user_can_look_into_the_cache(tmp_path: Path) -> None:
    Cache(tmp_path / "a" / "b").put("kind", KEY, b"data")
    assert [
        stat.S_IMODE((tmp_path / "a" / name).stat().st_mode) for name in ("b", "b/kind", f"b/kind/{KEY}.entry")
    ] == [
        0o700,
        0o700,
        0o600,
    ]


@posix
def test_a_folder_to_which_everybody_can_write_is_not_used(folder: Path) -> None:
    Cache(folder).put("kind", KEY, b"data")
    folder.chmod(0o777)
    assert Cache(folder).get("kind", KEY) is None
    Cache(folder).put("kind", OTHER, b"data")
    assert not entry(folder, key=OTHER).exists()


@posix
def test_a_folder_of_somebody_else_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(folder).put("kind", KEY, b"data")
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    assert Cache(folder).get("kind", KEY) is None
    Cache(folder).put("kind", OTHER, b"data")
    assert not entry(folder, key=OTHER).exists()


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_read(folder: Path) -> None:
    Cache(folder).put("kind", KEY, b"data")
    (folder / "kind").chmod(0o500)
    Cache(folder).put("kind", OTHER, b"data")
    assert Cache(folder).get("kind", KEY) == b"data"
    assert Cache(folder).get("kind", OTHER) is None
    (folder / "kind").chmod(0o700)


def test_a_full_disk_leaves_the_old_entry_and_no_draft(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(folder)
    cache.put("kind", KEY, b"old")

    def fail(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    cache.put("kind", KEY, b"new")
    assert cache.get("kind", KEY) == b"old"
    assert len(list((folder / "kind").iterdir())) == 1


def test_what_was_not_used_for_longest_goes_first(folder: Path) -> None:
    keys = [key_of(str(number)) for number in range(8)]
    for number, key in enumerate(keys):
        Cache(folder, 1000).put("kind", key, bytes(100))
        os.utime(entry(folder, key=key), (number, number))
    cache = Cache(folder, 1000)
    assert cache.get("kind", keys[2]) is not None  # it is in use
    cache.put("more", keys[0], bytes(300))
    left = [key for key in keys if entry(folder, key=key).exists()]
    assert keys[2] in left
    assert left == [keys[2], *keys[-len(left) + 1 :]]
    assert sum(path.stat().st_size for path in folder.rglob("*.entry")) <= 1000 + 32


def test_an_entry_larger_than_half_the_cache_is_not_kept(folder: Path) -> None:
    cache = Cache(folder, 1000)
    cache.put("kind", KEY, bytes(100))
    cache.put("kind", OTHER, bytes(501))
    assert (cache.get("kind", KEY), cache.get("kind", OTHER)) == (bytes(100), None)


def test_making_room_touches_no_other_file(folder: Path) -> None:
    (folder / "kind").mkdir(parents=True)
    kept = [folder / "letter.txt", folder / "kind" / "letter.entry", folder / "kind" / f"{KEY}.txt"]
    for path in kept:
        path.write_bytes(bytes(2000))
        os.utime(path, (0, 0))
    left_behind = folder / "kind" / "1-0.tmp"
    left_behind.write_bytes(bytes(2000))
    os.utime(left_behind, (0, 0))
    Cache(folder, 1000).put("kind", OTHER, bytes(100))
    assert [path.exists() for path in (*kept, left_behind)] == [True, True, True, False]


WRITER = """
import sys
from pathlib import Path
from termcheck.cache import Cache, key_of
cache = Cache(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(int(sys.argv[3])):
    cache.put("kind", key_of("one"), sys.argv[2].encode() * 200_000)
    found = cache.get("kind", key_of("one"))
    assert found is not None and len(found) == 200_000 and len(set(found)) == 1
"""


def writer(folder: Path, letter: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), letter, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses to replace what another process reads; then it is kept")
def test_processes_that_write_at_once_leave_whole_entries(folder: Path) -> None:
    writers = [writer(folder, letter, 200) for letter in "ab"]
    for one in writers:
        one.communicate(timeout=60)
    assert [one.returncode for one in writers] == [0, 0]
    assert Cache(folder).get("kind", KEY) in (b"a" * 200_000, b"b" * 200_000)
    assert len(list((folder / "kind").iterdir())) == 1


@posix
def test_a_process_killed_while_it_writes_leaves_a_whole_entry(folder: Path) -> None:
    Cache(folder).put("kind", KEY, b"old")
    with writer(folder, "n", 1_000_000) as one:
        assert one.stdout is not None
        one.stdout.readline()
        one.send_signal(signal.SIGKILL)
    assert Cache(folder).get("kind", KEY) in (b"old", b"n" * 200_000)


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"TERMCHECK_CACHE": "/a/b", "XDG_CACHE_HOME": "/x", "HOME": "/h"}, "linux", "/a/b"),
        ({"TERMCHECK_CACHE": "", "XDG_CACHE_HOME": "/x", "HOME": "/h"}, "linux", "/x/termcheck"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "linux", "/h/.cache/termcheck"),
        ({"HOME": "/h"}, "linux", "/h/.cache/termcheck"),
        ({}, "linux", None),
        ({"HOME": "/h", "XDG_CACHE_HOME": "/x"}, "darwin", "/h/Library/Caches/termcheck"),
        ({"HOME": "/h", "LOCALAPPDATA": "/l"}, "win32", "/l/termcheck/Cache"),
        ({"HOME": "/h"}, "win32", None),
    ],
)
@posix
def test_where_the_cache_is(environ: dict[str, str], platform: str, expected: str | None) -> None:
    folder = cache_folder(environ, platform)
    assert (folder.as_posix() if folder else None) == expected


def test_tests_do_not_use_the_cache_of_the_user() -> None:
    assert user_cache().is_on
    assert str(cache_folder(os.environ, sys.platform)) == os.environ["TERMCHECK_CACHE"]


def test_keys_tell_parts_apart() -> None:
    keys = [key_of(*parts) for parts in ((), ("",), ("ab",), ("a", "b"), ("b", "a"), ("", "ab"), (b"ab", ""))]
    assert len(set(keys)) == len(keys)
    assert key_of("é") == key_of("é".encode())


def test_the_key_of_the_program_follows_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "termcheck"
    (package / "languages").mkdir(parents=True)
    (package / "__pycache__").mkdir()
    for name in ("cache.py", "languages/data.txt"):
        (package / name).write_text("one")
        os.utime(package / name, (1, 1))
    monkeypatch.setattr(module, "__file__", str(package / "cache.py"))

    def key() -> str:
        return program_key.__wrapped__()

    first = key()
    (package / "__pycache__" / "cache.pyc").write_text("compiled")
    assert key() == first
    os.utime(package / "languages" / "data.txt", (2, 2))
    second = key()
    assert second != first
    (package / "languages" / "data.txt").rename(package / "data.txt")
    assert key() not in (first, second)


def test_the_key_of_the_program_follows_its_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "none")])
    first = program_key.__wrapped__()
    (tmp_path / "pytest-9.0.0.dist-info").mkdir()
    assert program_key.__wrapped__() == first
    (tmp_path / "rapidfuzz-3.9.0.dist-info").mkdir()
    assert program_key.__wrapped__() != first


def test_every_library_that_results_depend_on_is_known(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {name.split(">")[0].lower().replace("-", "_") for name in project["dependencies"]}
    assert names - module._LIBRARIES == {"click", "jinja2", "pandas", "pathspec"}  # noqa: SLF001 - shown and walked by
