"""Outcomes <-> bytes: between processes, and to the cache and back."""

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import msgpack
from msgspec.structs import replace

from termcheck.articles import Source
from termcheck.engines import Checked, Chunk, Packed
from termcheck.model import ArticleRecord, Page, Skipped

_ENCODER = msgpack.Encoder()
_RECORD = msgpack.Decoder(ArticleRecord)
_SKIPPED = msgpack.Decoder(Skipped)
_PAGE = msgpack.Decoder(Page)
_MANY = msgpack.Decoder(list[Packed])


def pack(checked: Checked) -> Packed:
    """The outcome of one article."""
    if checked.packed is not None:
        return checked.packed
    outcome = checked.outcome
    if isinstance(outcome, Skipped):
        return Packed(checked.source.path, checked.digest, checked.stamp, _ENCODER.encode(outcome), is_skipped=True)
    page = outcome.page
    return Packed(
        outcome.path,
        checked.digest,
        checked.stamp,
        _ENCODER.encode(replace(outcome, page=None) if page else outcome),
        is_skipped=False,
        page=_ENCODER.encode(page) if page else b"",
        has_whole_page=page is not None and page.is_whole,
    )


def unpack(packed: Packed, source: Source, *, page: bool) -> Checked:
    """The outcome again, with its page or without. Raises msgspec.DecodeError where it is none."""
    outcome: ArticleRecord | Skipped
    if packed.is_skipped:
        outcome = _SKIPPED.decode(packed.outcome)
    else:
        outcome = _RECORD.decode(packed.outcome)
        if page and packed.page:
            outcome = replace(outcome, page=_PAGE.decode(packed.page))
    return Checked(source, outcome, packed.digest, packed.stamp, packed)


def encode_many(outcomes: Sequence[Packed]) -> bytes:
    """Several outcomes."""
    return _ENCODER.encode(outcomes)


def decode_many(data: bytes) -> list[Packed]:
    """Several outcomes again. Raises msgspec.DecodeError where they are none."""
    return _MANY.decode(data)


def encode_chunk(chunk: Chunk) -> bytes:
    """What a process is to do."""
    return _CHUNKS.encode((chunk.sources, chunk.whole_texts))


def decode_chunk(data: bytes) -> Chunk:
    """What this process is to do."""
    return Chunk(*_CHUNK.decode(data))


def _file_as_bytes(value: object) -> bytes:
    """Names of files may be no text."""
    if isinstance(value, Path):
        return os.fsencode(value)
    raise NotImplementedError(type(value))


def _file(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, bytes):
        return Path(os.fsdecode(value))
    raise NotImplementedError(kind)


_CHUNKS = msgpack.Encoder(enc_hook=_file_as_bytes)
_CHUNK = msgpack.Decoder(tuple[list[Source], bool], dec_hook=_file)
