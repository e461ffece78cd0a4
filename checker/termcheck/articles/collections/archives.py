"""The articles in zip and tar files, one after the other; nothing is written to the disk."""

import stat
from collections.abc import Iterator
from typing import BinaryIO

from termcheck.articles.collections.kinds import Kind
from termcheck.articles.collections.opening import opened
from termcheck.articles.decoding import MOST_BYTES, too_large
from termcheck.articles.formats import format_of, suffix_of
from termcheck.articles.read import Source
from termcheck.config import Settings
from termcheck.model import Skipped

_ALLOWED = 1 << 20
"""Bytes that any member may unpack to."""
_RATIO = 1000
"""How many times its size a larger one may unpack to."""
_LINK = "link"
"""What is neither file nor folder, mostly."""
_NO_SUFFIX = "without a suffix"
_LONGEST_SUFFIX = 12
_LEFT_OUT = "__MACOSX"
"""The folder in which macOS keeps what is no file of the user's."""


def read_zip(source: Source, settings: Settings) -> Iterator[Source | Skipped]:
    """The articles of a zip file. Raises zipfile.BadZipFile and others where it is damaged."""
    from zipfile import ZipFile

    with opened(source, Kind("zip")) as stream, ZipFile(stream) as archive:
        for member in archive.infolist():
            path = _path(source, member.filename)
            if member.is_dir() or path is None:
                continue
            kind = member.external_attr >> 16
            if kind and stat.S_IFMT(kind) not in {0, stat.S_IFREG}:
                yield Skipped(path, source.path, type=_LINK)
            elif not _is_article(path, settings):
                yield _other(path, source)
            elif member.flag_bits & 1:
                yield Skipped(path, "it is encrypted", unreadable=True)
            elif member.file_size > MOST_BYTES:
                yield _too_large(path)
            elif member.file_size > _ALLOWED and member.file_size > _RATIO * member.compress_size:
                yield Skipped(path, f"it unpacks to more than {_RATIO} times its size", unreadable=True)
            else:
                try:
                    with archive.open(member) as content:
                        data = content.read(MOST_BYTES + 1)
                except Exception as error:  # noqa: BLE001 - whatever is wrong with one member, it stops this one only
                    yield Skipped(path, f"it cannot be unpacked: {error}", unreadable=True)
                    continue
                yield _too_large(path) if len(data) > MOST_BYTES else Source(path, named=False, data=data)


def read_tar(source: Source, kind: Kind, settings: Settings) -> Iterator[Source | Skipped]:
    """The articles of a tar file. Raises tarfile.TarError and others where it is damaged."""
    with opened(source, kind) as stream:
        yield from _members(stream, source, settings)


def _members(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Source | Skipped]:
    import tarfile

    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            archive.members.clear()  # type: ignore[attr-defined]  # they would pile up
            path = _path(source, member.name)
            if member.isdir() or path is None:
                continue
            if not member.isreg():
                yield Skipped(path, source.path, type=_LINK)
                continue
            if not _is_article(path, settings):
                yield _other(path, source)
                continue
            if member.size > MOST_BYTES:
                yield _too_large(path)
                continue
            content = archive.extractfile(member)
            if content is not None:
                yield Source(path, named=False, data=content.read(MOST_BYTES + 1))


def _other(path: str, source: Source) -> Skipped:
    """A file that nothing reads."""
    return Skipped(path, source.path, type=suffix_of(path)[:_LONGEST_SUFFIX] or _NO_SUFFIX)


def _path(source: Source, name: str) -> str | None:
    """The path of a member as reported; None for what a walk would leave out."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    if not parts or any(part.startswith(".") or part == _LEFT_OUT for part in parts):
        return None
    path = f"{source.path}/{'/'.join(parts)}"
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_article(path: str, settings: Settings) -> bool:
    return format_of(path, settings, named=False) is not None


def _too_large(path: str) -> Skipped:
    return Skipped(path, too_large(path).problems[0].message, unreadable=True)
