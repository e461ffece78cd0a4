"""Writes files so that an interrupted run leaves the old file or the new one, never half of one."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

Content = str | bytes | Iterable[str | bytes]
"""Of a file: as a whole, or in pieces that are made while they are written."""


def write_atomically(path: Path, content: str | bytes) -> None:
    """Replace the file at ``path``, creating its folders; text is written as UTF-8 with its line ends as they stand.

    An existing file keeps its mode, a link keeps pointing to where it did. Raises OSError; then the old file is intact.
    """
    write_together({path: content})


def write_together(contents: Mapping[Path, Content]) -> None:
    """Replace several files; none is touched before all new ones lie complete on the disk. Raises OSError."""
    staged: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            target = Path(os.path.realpath(path))
            if target.exists() and not target.is_file() and not target.is_dir():
                with target.open("wb") as stream:  # a device or a pipe cannot be replaced
                    stream.writelines(_pieces(content))
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = _new_file_beside(target)
            staged.append((draft, target))
            _fill(draft, target, content)
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


def _pieces(content: Content) -> Iterator[bytes]:
    for piece in (content,) if isinstance(content, str | bytes) else content:
        yield piece.encode("utf-8", errors="backslashreplace") if isinstance(piece, str) else piece


def _fill(draft: Path, target: Path, content: Content) -> None:
    with draft.open("wb") as stream:
        stream.writelines(_pieces(content))
        stream.flush()
        os.fsync(stream.fileno())
    with suppress(FileNotFoundError):
        draft.chmod(stat.S_IMODE(target.stat().st_mode))
