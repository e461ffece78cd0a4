"""Room in the folder of the cache: what was not used for longest goes first."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import time
from typing import NamedTuple

_DAY = 86_400.0


class _Entry(NamedTuple):
    used: float
    path: Path
    size: int


def room_left(folder: Path, most: int, needed: int, key_length: int, suffix: str) -> int:
    """Bytes that may be put before the folder is looked through again; of the entries no more stay than there is room.

    ``most``: bytes of all entries; ``needed``: of the one that comes next; ``key_length`` and ``suffix``: of the names.
    """
    entries = sorted(_entries(folder, key_length, suffix))
    size = sum(entry.size for entry in entries)
    for entry in entries:
        if size + needed <= most:
            break
        with suppress(OSError):
            entry.path.unlink()
            size -= entry.size
    return min(most - size, most // 16)


def _entries(folder: Path, key_length: int, suffix: str) -> Iterator[_Entry]:
    """Every entry; what interrupted writes left behind long ago is removed. Other files are not touched."""
    for kind in os.scandir(folder):
        if not kind.is_dir(follow_symlinks=False):
            continue
        for file in os.scandir(kind.path):
            with suppress(OSError):
                status = file.stat(follow_symlinks=False)
                name = file.name
                if name.endswith(suffix) and len(name) == key_length + len(suffix):
                    yield _Entry(status.st_mtime, Path(file.path), status.st_size)
                elif name.endswith(".tmp") and time() - status.st_mtime > _DAY:
                    os.unlink(file.path)  # noqa: PTH108 - it is a name, not a path
