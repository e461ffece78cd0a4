"""Segments of bilingual files as bytes: digests to compare them by, and the rest, of which few are ever looked at."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from msgspec import Struct

from termcheck.model import SegmentKey, SegmentUse

DIGEST = 8
"""Bytes of a digest."""
_LEVEL = 1
"""Of deflating: what matters is the time."""


class Digests(NamedTuple):
    """What a segment is compared with others by."""

    source: bytes
    """What makes two segments translate the same: languages, source text, context."""
    meaning: bytes
    """The letters of the source text alone."""
    target: bytes
    """The letters of the target and its language."""
    is_telling: bool
    """Whether one target for several sources may be a mistake: it says something, and it is no plural form."""


class _Packed(Struct, frozen=True, array_like=True):
    """Some segments of one file, in its order."""

    file: str
    starts: list[int]
    sources: bytes
    meanings: bytes
    targets: bytes
    telling: bytes
    """A byte of 0 or 1 for each."""
    uses: bytes
    """Deflated msgpack of the segments."""


_DECODER = msgspec.msgpack.Decoder(_Packed)
_USES = msgspec.msgpack.Decoder(list[SegmentUse])


def pack(segments: Sequence[tuple[Digests, SegmentUse]]) -> bytes:
    """Segments of one file, at least one, in its order."""
    digests = [one for one, _ in segments]
    uses = [use for _, use in segments]
    packed = _Packed(
        uses[0].file,
        [use.start for use in uses],
        b"".join(one.source for one in digests),
        b"".join(one.meaning for one in digests),
        b"".join(one.target for one in digests),
        bytes(one.is_telling for one in digests),
        zlib.compress(msgspec.msgpack.encode(uses), _LEVEL),
    )
    return msgspec.msgpack.encode(packed)


def unpacked(packed: Iterable[bytes]) -> Iterator[SegmentUse]:
    """The segments of any number of articles, by file and place. Raises DecodeError or zlib.error for other bytes."""
    parts = sorted((one.file, one.starts[0], one.uses) for one in map(_DECODER.decode, packed))
    for *_, uses in parts:
        yield from _USES.decode(zlib.decompress(uses))


def by_source(packed: Iterable[bytes]) -> Iterator[SegmentKey]:
    """Which segments have one source, in any order; they differ in their targets. Raises as above."""
    for one in map(_DECODER.decode, packed):
        for at, start in enumerate(one.starts):
            yield SegmentKey(_digest(one.sources, at), _digest(one.targets, at), one.file, start)


def by_target(packed: Iterable[bytes]) -> Iterator[SegmentKey]:
    """Which of those that say something have one target; they differ in their sources. As above."""
    for one in map(_DECODER.decode, packed):
        for at, start in enumerate(one.starts):
            if one.telling[at]:
                yield SegmentKey(_digest(one.targets, at), _digest(one.meanings, at), one.file, start)


def _digest(digests: bytes, at: int) -> bytes:
    return digests[at * DIGEST : (at + 1) * DIGEST]
