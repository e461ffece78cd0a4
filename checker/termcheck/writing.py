"""Writes files so that an interrupted run leaves the old file or the new one, never half of one."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path


def write_atomically(path: Path, content: str | bytes) -> None:
    """Replace the file at ``path``, creating its folders; text is written as UTF-8 with its line ends as they stand.

    An existing file keeps its mode, a link keeps pointing to where it did. Raises OSError; then the old file is intact.
    """
    write_together({path: content})


def write_together(contents: Mapping[Path, str | bytes]) -> None:
    """Replace several files; none is touched before all new ones lie complete on the disk. Raises OSError."""
    staged: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            data = content.encode("utf-8", errors="backslashreplace") if isinstance(content, str) else content
            target = Path(os.path.realpath(path))
            if target.exists() and not target.is_file() and not target.is_dir():
                target.write_bytes(data)  # a device or a pipe cannot be replaced
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = _new_file_beside(target)
            staged.append((draft, target))
            _fill(draft, target, data)
        for draft, target in staged:
            draft.replace(target)
    finally:
        for draft, _ in staged:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def _new_file_beside(target: Path) -> Path:
    """An empty file in the same folder, so that replacing never crosses a file system; its mode follows the umask."""
    for number in count():
        draft = target.with_name(f".termcheck-{os.getpid()}-{number}.tmp")
        with suppress(FileExistsError):
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            return draft
    raise AssertionError


def _fill(draft: Path, target: Path, data: bytes) -> None:
    with draft.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    with suppress(FileNotFoundError):
        draft.chmod(stat.S_IMODE(target.stat().st_mode))
