"""Opens collections: unpacks them as they are read, and stops where they unpack to far too much."""

import io
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import BinaryIO, Protocol

from termcheck.articles.collections.kinds import Kind
from termcheck.articles.read import Source, open_source
from termcheck.errors import ArticleError, Problem

_ALLOWED = 1 << 30
"""Bytes that any file may unpack to."""
_PIECE = 4096
"""Bytes of zstd that are unpacked at a time: all that they come to is held."""
_RATIO = 200
"""How many times its size a larger one may unpack to: text comes to 3 to 30."""


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes:
        """At most so many bytes."""


@contextmanager
def opened(source: Source, kind: Kind) -> Iterator[BinaryIO]:
    """The content of a collection, unpacked while it is read. Raises ArticleError where it cannot be opened."""
    with ExitStack() as stack:
        stream = stack.enter_context(open_source(source))
        if kind.packing:
            counted = _Counted(stream)
            unpacked = stack.enter_context(_unpacked(io.BufferedReader(counted, 1 << 16), kind.packing))
            yield io.BufferedReader(_Bounded(unpacked, counted), 1 << 18)
        else:
            yield stream


def _unpacked(stream: BinaryIO, packing: str) -> AbstractContextManager[_Readable]:
    if packing == "gz":
        import gzip

        return gzip.GzipFile(fileobj=stream)
    if packing == "bz2":
        import bz2

        return bz2.BZ2File(stream)
    if packing == "xz":
        import lzma

        return lzma.LZMAFile(stream)
    return _Zst(stream)


def check_growth(unpacked: int, packed: int) -> None:
    """Raise ArticleError where so many bytes are more than text comes to that was packed to so many."""
    if unpacked > _ALLOWED and unpacked > _RATIO * packed:
        remedy = "unpack it yourself, if you trust it"
        raise ArticleError(Problem(f"it unpacks to more than {_RATIO} times its size", remedy=remedy))


class _Counted(io.RawIOBase):
    """Counts what is read of a packed file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.bytes = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.bytes += len(data)
        return data

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what io.RawIOBase is called with
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Zst(io.RawIOBase):
    """Unpacks zstd; unlike the library's own reader, it tells a file that ends in the middle from a whole one."""

    def __init__(self, stream: BinaryIO) -> None:
        import zstandard

        self._stream = stream
        self._library = zstandard.ZstdDecompressor(max_window_size=1 << 27)
        self._frame = self._library.decompressobj()
        self._is_begun = False
        self._packed = self._unpacked = b""
        self._place = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes; none at the end. Raises EOFError where it comes too early."""
        while self._place == len(self._unpacked):
            self._packed = self._packed or self._stream.read(_PIECE)
            if not self._packed:
                if self._is_begun:
                    raise EOFError("it ends in the middle")
                return b""
            self._unpacked, self._place = self._frame.decompress(self._packed), 0
            self._packed, self._is_begun = b"", True
            if self._frame.eof:
                self._packed, self._is_begun = self._frame.unused_data, False
                self._frame = self._library.decompressobj()
        end = len(self._unpacked) if size < 0 else self._place + size
        data = self._unpacked[self._place : end]
        self._place += len(data)
        return data


class _Bounded(io.RawIOBase):
    """Stops where a packed file unpacks to far more than text does."""

    def __init__(self, stream: _Readable, packed: _Counted) -> None:
        self._stream = stream
        self._packed = packed
        self._bytes = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # as above
        data = self._stream.read(len(buffer))
        self._bytes += len(data)
        check_growth(self._bytes, self._packed.bytes)
        buffer[: len(data)] = data
        return len(data)
