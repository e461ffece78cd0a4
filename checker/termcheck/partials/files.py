"""Partial results in files.

A file is a head, blocks of rows, and a table of contents with its own length at the very end:

    "termchk partial" 02 | block ... | contents | 8 bytes: where the contents begin | "end of partial" 01

A block is the number of its section, the lengths of its rows unpacked and as they lie there, a checksum of all that,
and the rows: one msgpack array, deflated. The contents (msgpack, in the same envelope) say what the result is about,
how many rows each section has and where its blocks are. A file that was cut off has no end and is told as such.
Whoever can write a file can also forge its checksums: what is read is typed, bounded and in order, or refused.
"""

import os
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from struct import Struct as Layout
from typing import Any, BinaryIO, Generic, NamedTuple, TypeVar, overload

import msgspec
from msgspec import Struct

from termcheck.cache import digest_of
from termcheck.errors import Problem, UsageError
from termcheck.partials.sections import SECTIONS, Row, Section

_HEAD = b"termchk partial\x02"
"""The last byte is the version of the format."""
_TAIL = b"end of partial\x01"
_END = Layout("<Q15s")
_BLOCK = Layout("<BII16s")
"""Section, length of the rows unpacked, length as they lie there, checksum."""
_CONTENTS = 255
_ROOM = 1 << 18
"""Bytes of rows from which on a block is written."""
_MOST = 1 << 30
"""Bytes of a block, unpacked: more than any article may yield."""
_LEVEL = 1
"""Of deflating: what matters is the time."""

Item = TypeVar("Item")


class About(Struct, frozen=True):
    """What a partial result is about."""

    made_with: dict[str, str] = {}
    """Name of what must be the same in all parts of a run -> what tells it from others."""
    shard: int = 1
    """1-based."""
    shards: int = 1
    pages: bool = False
    """Whether it has what the HTML report shows of articles."""
    length: int = 0
    """Of the views of all articles together."""
    others: int = 0
    """Files of other suffixes that were met."""
    is_whole: bool = False
    """Whether whole folders were checked."""
    command: str = "run"
    """What was asked: ``run``, or ``discover``."""
    min_count: int = 0
    """Of ``discover``: how often a new name must stand in one article."""


class _Place(NamedTuple):
    offset: int
    first: int
    """Number of its first row."""


class _Contents(Struct, frozen=True):
    about: About
    counts: list[int]
    blocks: list[list[_Place]]


class PartialFile:
    """A partial result in a file."""

    def __init__(self, path: Path, name: str, holder: object = None) -> None:
        """Read what it is about; ``name`` is how messages show it. Raises UsageError where it is none, or damaged.

        ``holder``: what has to live as long as the file is to be there.
        """
        self.path = path
        self.name = name
        self._holder = holder
        try:
            with path.open("rb") as stream:
                self._contents = self._read_contents(stream)
        except OSError as error:
            problem = Problem(f"the partial result cannot be read: {error.strerror or error}", name, "check its path")
            raise UsageError(problem) from error
        self.about = self._contents.about
        self.length = self.about.length

    def count(self, section: Section[Row]) -> int:
        """How many rows a section has."""
        return self._contents.counts[SECTIONS.index(section)]

    def rows(self, section: Section[Row], start: int = 0) -> Iterator[Row]:
        """The rows of a section, from one on. Raises UsageError where the file is damaged."""
        number = SECTIONS.index(section)
        places = self._contents.blocks[number]
        many: Any = list.__class_getitem__(section.type)
        decoder: msgspec.msgpack.Decoder[list[Row]] = msgspec.msgpack.Decoder(many)
        block = max(0, bisect_right(places, start, key=lambda place: place.first) - 1)
        last: Any = None
        done = places[block].first if places else 0
        with self.path.open("rb") as stream:
            for offset, first in places[block:]:
                if first != done:
                    raise self._damaged()
                stream.seek(offset)
                for row in self._decoded(self._read_block(stream, number), decoder):
                    key = section.key(row)
                    if last is not None and key < last:
                        raise self._damaged()
                    last = key
                    done += 1
                    if done > start:
                        yield row
        if done != self._contents.counts[number]:
            raise self._damaged()

    def _read_contents(self, stream: BinaryIO) -> _Contents:
        if stream.read(len(_HEAD)) != _HEAD:
            stream.seek(0)
            if stream.read(len(_HEAD) - 1) == _HEAD[:-1]:
                remedy = "make it and merge it with the same version"
                raise UsageError(Problem("the partial result is of another version of termcheck", self.name, remedy))
            raise UsageError(Problem("this is no partial result", self.name, "make one with run --partial"))
        size = stream.seek(0, os.SEEK_END)
        if size < len(_HEAD) + _END.size:
            raise self._cut_off()
        stream.seek(size - _END.size)
        offset, tail = _END.unpack(stream.read(_END.size))
        if tail != _TAIL:
            raise self._cut_off()
        if not len(_HEAD) <= offset <= size - _END.size - _BLOCK.size:
            raise self._damaged()
        stream.seek(offset)
        found = self._decoded(self._read_block(stream, _CONTENTS), msgspec.msgpack.Decoder(_Contents))
        if len(found.counts) != len(SECTIONS) or len(found.blocks) != len(SECTIONS):
            raise self._damaged()
        return found

    def _read_block(self, stream: BinaryIO, section: int) -> bytes:
        head = stream.read(_BLOCK.size)
        if len(head) < _BLOCK.size:
            raise self._damaged()
        kind, length, stored, checksum = _BLOCK.unpack(head)
        if kind != section or length > _MOST or stored > _MOST:
            raise self._damaged()
        packed = stream.read(stored)
        unpacker = zlib.decompressobj()
        try:
            data = unpacker.decompress(packed, length + 1)
        except zlib.error:
            raise self._damaged() from None
        if len(data) != length or len(packed) != stored or _checksum(section, data) != checksum:
            raise self._damaged()
        return data

    def _decoded(self, data: bytes, decoder: "msgspec.msgpack.Decoder[Item]") -> Item:
        try:
            return decoder.decode(data)
        except (msgspec.DecodeError, RecursionError):
            raise self._damaged() from None

    def _damaged(self) -> UsageError:
        return UsageError(Problem("the partial result is damaged", self.name, "make it again, or copy it again"))

    def _cut_off(self) -> UsageError:
        remedy = "let the run that writes it end, or start it again: it goes on where it was"
        return UsageError(Problem("the partial result is not complete", self.name, remedy))


def write_partial(path: Path, about: About, rows_of: Callable[[Section[Any]], Iterable[Any]]) -> None:
    """Write a partial result, replacing the file in one step; its folder exists. Raises OSError.

    ``rows_of`` gives the rows of each section, sorted; they are asked for one section after the other.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as stream:
            stream.write(_HEAD)
            counts, blocks = [], []
            for number, section in enumerate(SECTIONS):
                places = list(_write_rows(stream, number, rows_of(section)))
                counts.append(places.pop().first)
                blocks.append(places)
            offset = stream.tell()
            _write_block(stream, _CONTENTS, msgspec.msgpack.encode(_Contents(about, counts, blocks)))
            stream.write(_END.pack(offset, _TAIL))
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _write_rows(stream: BinaryIO, number: int, rows: Iterable[object]) -> Iterator[_Place]:
    """Write the blocks of a section; the places of them all, and one past the end."""
    encode = msgspec.msgpack.Encoder().encode
    waiting: list[bytes] = []
    size = done = 0
    for row in rows:
        waiting.append(encode(row))
        size += len(waiting[-1])
        if size >= _ROOM:
            yield _Place(stream.tell(), done)
            _write_block(stream, number, _array(waiting))
            done += len(waiting)
            waiting, size = [], 0
    if waiting:
        yield _Place(stream.tell(), done)
        _write_block(stream, number, _array(waiting))
        done += len(waiting)
    yield _Place(stream.tell(), done)


def _array(rows: Sequence[bytes]) -> bytes:
    """One msgpack array (array 32) of rows that are encoded already."""
    return b"\xdd" + len(rows).to_bytes(4, "big") + b"".join(rows)


def _write_block(stream: BinaryIO, section: int, data: bytes) -> None:
    packed = zlib.compress(data, _LEVEL)
    stream.write(_BLOCK.pack(section, len(data), len(packed), _checksum(section, data)))
    stream.write(packed)


def _checksum(section: int, data: bytes) -> bytes:
    return digest_of(bytes((section,)) + data)


class Stored(Sequence[Row], Generic[Row]):
    """The rows of one section of a file as a sequence; memory holds one block at a time."""

    def __init__(self, file: PartialFile, section: Section[Row]) -> None:
        """Read when asked."""
        self._file = file
        self._section = section

    def __len__(self) -> int:
        return self._file.count(self._section)

    def __iter__(self) -> Iterator[Row]:
        return self._file.rows(self._section)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        return next(self._file.rows(self._section, number))
