"""What is compiled for a glossary, as bytes: read in whole, decoded entry by entry where a text asks for one."""

from collections.abc import Callable, Iterable, Mapping
from struct import Struct as Layout
from struct import pack
from typing import Generic, TypeVar

import msgspec

_Value = TypeVar("_Value")
_PAIR = Layout("<2I")


class Packed(msgspec.Struct, frozen=True, array_like=True):
    """A mapping from words: buckets of msgpack maps, and where each begins."""

    offsets: memoryview
    """Unsigned, four bytes, little-endian: one more than there are buckets."""
    data: memoryview


def packed(entries: Mapping[str, object]) -> Packed:
    """Pack a mapping; the same one always comes to the same bytes."""
    count = max(1, len(entries))
    buckets: list[dict[str, object]] = [{} for _ in range(count)]
    for word in sorted(entries):
        buckets[_place(word, count)][word] = entries[word]
    data = bytearray()
    offsets = [0]
    encode = msgspec.msgpack.Encoder(order="deterministic").encode
    for bucket in buckets:
        if bucket:
            data += encode(bucket)
        offsets.append(len(data))
    return Packed(memoryview(pack(f"<{len(offsets)}I", *offsets)), memoryview(data))


class Blobs(msgspec.Struct, frozen=True, array_like=True):
    """Bytes by number, of which one is cut out when it is asked for."""

    offsets: memoryview
    """As above."""
    data: memoryview

    def __len__(self) -> int:
        """How many there are."""
        return len(self.offsets) // 4 - 1

    def __getitem__(self, number: int) -> memoryview:
        """Those of a number; IndexError where it is none."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        start, end = _PAIR.unpack_from(self.offsets, 4 * number)
        return self.data[start:end]


def blobs(items: Iterable[bytes]) -> Blobs:
    """Put bytes one behind the other."""
    offsets, parts = [0], []
    for item in items:
        parts.append(item)
        offsets.append(offsets[-1] + len(item))
    return Blobs(memoryview(pack(f"<{len(offsets)}I", *offsets)), memoryview(b"".join(parts)))


class Table(Generic[_Value]):
    """A packed mapping to look words up in."""

    def __init__(self, entries: Packed, kind: object) -> None:
        """``kind``: the type of the values."""
        self._offsets = entries.offsets
        self._data = entries.data
        self._count = len(entries.offsets) // 4 - 1
        self._kind = kind
        self._decode: Callable[[memoryview], dict[str, _Value]] | None = None

    def get(self, word: str) -> _Value | None:
        """What the mapping has for a word. Raises msgspec.DecodeError where its bytes are none of ours."""
        start, end = _PAIR.unpack_from(self._offsets, 4 * _place(word, self._count))
        if start == end:
            return None
        decode = self._decode
        if decode is None:  # many a table is never asked, and a decoder takes a while to make
            decode = self._decode = msgspec.msgpack.Decoder(dict[str, self._kind]).decode  # type: ignore[name-defined]
        return decode(self._data[start:end]).get(word)


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
