"""What is compiled for a glossary, as bytes: decoded entry by entry where a text asks for one."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Generic, TypeVar

import msgspec

from termcheck.columns import Columns

_Value = TypeVar("_Value")


def pack_table(name: str, entries: Mapping[str, object]) -> dict[str, "bytes | array[int]"]:
    """Columns for a mapping from words: buckets of msgpack maps; the same one always comes to the same bytes."""
    count = max(1, len(entries))
    buckets: list[dict[str, object] | None] = [None] * count
    for word in sorted(entries):
        place = _place(word, count)
        bucket = buckets[place] = buckets[place] or {}
        bucket[word] = entries[word]
    encode = msgspec.msgpack.Encoder(order="deterministic").encode
    return pack_blobs(name, (encode(bucket) if bucket else b"" for bucket in buckets))


def pack_blobs(name: str, items: Iterable[bytes]) -> dict[str, "bytes | array[int]"]:
    """Columns for bytes by number."""
    offsets, data = array("I", [0]), bytearray()
    for item in items:
        data += item
        offsets.append(len(data))
    return {f"{name}.offsets": offsets, f"{name}.data": bytes(data)}


class Blobs:
    """Bytes by number, of which one is cut out when it is asked for."""

    def __init__(self, columns: Columns, name: str, *, is_rare: bool = False) -> None:
        """Take what ``pack_blobs`` made under a name; ``is_rare``: few are ever asked for."""
        self._offsets = columns.numbers(f"{name}.offsets")
        self._read = partial(columns.read, f"{name}.data") if is_rare else None
        self._data = columns.numbers(f"{name}.data", "B")

    def __len__(self) -> int:
        """How many there are."""
        return len(self._offsets) - 1

    def __getitem__(self, number: int) -> "bytes | memoryview[int]":
        """Those of a number; IndexError where it is none."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        start, end = self._offsets[number], self._offsets[number + 1]
        return self._read(start, end) if self._read and start < end else self._data[start:end]


class Table(Generic[_Value]):
    """A packed mapping to look words up in."""

    def __init__(self, entries: Blobs, kind: object) -> None:
        """``entries``: what ``pack_table`` made; ``kind``: the type of the values."""
        self._entries = entries
        self._kind = kind
        self._decode: Callable[[bytes | memoryview[int]], dict[str, _Value]] | None = None

    def get(self, word: str) -> _Value | None:
        """What the mapping has for a word. Raises msgspec.DecodeError where its bytes are none of ours."""
        entries = self._entries[_place(word, len(self._entries))]
        if not entries:
            return None
        decode = self._decode
        if decode is None:  # many a table is never asked, and a decoder takes a while to make
            decode = self._decode = msgspec.msgpack.Decoder(dict[str, self._kind]).decode  # type: ignore[name-defined]
        return decode(entries).get(word)


def _place(word: str, count: int) -> int:
    return int.from_bytes(word.encode("utf-8", "surrogatepass"), "little") % count


def bits_of(numbers: Iterable[int], count: int) -> int:
    """A set of numbers below ``count`` as the bits of one."""
    found = bytearray(count // 8 + 1)
    for number in numbers:
        found[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(found, "little")


def numbers_in(bits: int) -> list[int]:
    """The numbers of the bits that are set, ascending.

    >>> numbers_in(bits_of([70, 3, 8], 100))
    [3, 8, 70]
    """
    found = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return found
