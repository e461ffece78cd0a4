"""Numbers and words as bytes that can be looked things up in where they lie: nothing is decoded before it is asked for.

What is kept in the cache for large glossaries is made of these, so that an article pays only for the terms it meets.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, overload
from zlib import crc32

from msgspec import DecodeError, msgpack

if TYPE_CHECKING:
    from mmap import mmap

    class InFile(Protocol):
        """A block that is left in its file; as ``LargeEntry``."""

        data: mmap
        start: int

        def read(self, start: int, end: int) -> bytes:
            """A stretch of the file."""
            ...

        def let_go(self) -> None:
            """Hold nothing of it in memory."""
            ...


_ALIGNED = 8
_FEW = 2000
"""Look-ups up to which the table is asked where it lies."""
_MOST = 1 << 15
"""Words up to which a dictionary of them is made after as many look-ups: of more it would take too much memory."""
_HEAD = 8
"""Bytes that say how long the list of columns is."""


def pack(columns: Mapping[str, "bytes | array[int]"]) -> bytes:
    """Columns in one block; the same ones always come to the same bytes."""
    found = {name: column if isinstance(column, bytes) else column.tobytes() for name, column in columns.items()}
    head = msgpack.encode([(name, len(data)) for name, data in found.items()])
    parts = [len(head).to_bytes(_HEAD, "little"), head, _padding(len(head))]
    for data in found.values():
        parts += (data, _padding(len(data)))
    return b"".join(parts)


def _padding(length: int) -> bytes:
    return bytes(-length % _ALIGNED)


class Columns:
    """The columns of a block."""

    def __init__(self, block: "bytes | InFile") -> None:
        """Raises ValueError where the bytes are no such block."""
        self._large = None if isinstance(block, bytes) else block
        self.data = data = block if isinstance(block, bytes) else block.data
        self._begin = start = 0 if isinstance(block, bytes) else block.start
        view = memoryview(data)
        begin = start + _HEAD + int.from_bytes(data[start : start + _HEAD], "little")
        try:
            head = msgpack.decode(view[start + _HEAD : begin], type=list[tuple[str, int]])
        except DecodeError as error:
            raise ValueError("no columns") from error
        self._places: dict[str, tuple[int, int]] = {}
        begin += -begin % _ALIGNED
        for name, length in head:
            self._places[name] = begin, begin + length
            begin += length + -length % _ALIGNED
        if begin != len(data) or any(length < 0 for _, length in head):
            raise ValueError("columns are cut off")

    def whole(self) -> bytes:
        """The block itself."""
        return self.data[self._begin :]

    def let_go(self) -> None:
        """Hold nothing of it in memory that is in a file, until it is looked at again."""
        if self._large:
            self._large.let_go()

    def read(self, name: str, start: int, end: int) -> bytes:
        """A stretch of a column of which few are ever asked for: it is not held where it is in a file."""
        first = self._places[name][0]
        return self._large.read(first + start, first + end) if self._large else self.data[first + start : first + end]

    def bytes(self, name: str) -> bytes:
        """A column as it is; KeyError where it is missing."""
        start, end = self._places[name]
        return self.data[start:end]

    def size(self, name: str) -> int:
        """Bytes of a column."""
        start, end = self._places[name]
        return end - start

    def start(self, name: str) -> int:
        """Where in the block a column begins; KeyError where it is missing."""
        return self._places[name][0]

    def numbers(self, name: str, kind: str = "I") -> "memoryview[int]":
        """A column of numbers; ``kind`` as in ``array``."""
        start, end = self._places[name]
        return memoryview(self.data)[start:end].cast(kind)  # type: ignore[call-overload,no-any-return]


# ---------------------------------------------------------------------------------------------------------- words


def pack_words(name: str, words: Iterable[str]) -> dict[str, "bytes | array[int]"]:
    """Columns for distinct words, by number in their order and the other way round."""
    encoded = [_encoded(word) for word in words]
    ends = array("I", [0])
    end = 0
    for data in encoded:
        end += len(data)
        ends.append(end)
    count = 1 << max(3, (2 * len(encoded)).bit_length())
    slots = array("I", bytes(4 * count))
    for number, data in enumerate(encoded, start=1):
        at = crc32(data) & count - 1
        while slots[at]:
            at = (at + 1) & count - 1
        slots[at] = number
    return {f"{name}.text": b"".join(encoded), f"{name}.ends": ends, f"{name}.slots": slots}


class Words(Sequence[str]):
    """Distinct words by number; a hash table with open addressing leads back from a word to its number."""

    def __init__(self, columns: Columns, name: str) -> None:
        """Take what ``pack_words`` made under a name."""
        self._data = columns.data
        self._start = columns.start(f"{name}.text")
        self._ends = columns.numbers(f"{name}.ends")
        self._slots = columns.numbers(f"{name}.slots")
        self._mask = len(self._slots) - 1
        self._asked = 0
        self.numbers: dict[str, int] | None = None
        """Every word's number, once that pays."""

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ends) - 1

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        """The word of a number, or several."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        start = self._start
        return self._data[start + self._ends[number] : start + self._ends[number + 1]].decode("utf-8", "surrogatepass")

    def find(self, word: str) -> int:
        """The number of a word; -1 where it is none of them."""
        if self.numbers is not None:
            return self.numbers.get(word, -1)
        self._asked += 1
        if self._asked > max(len(self) // 2, _FEW) and len(self) <= _MOST:
            self.numbers = {one: number for number, one in enumerate(self)}
        data = _encoded(word)
        ends, slots, mask, start = self._ends, self._slots, self._mask, self._start
        at = crc32(data) & mask
        while number := slots[at]:
            if self._data[start + ends[number - 1] : start + ends[number]] == data:
                return number - 1
            at = (at + 1) & mask
        return -1

    def __contains__(self, word: object) -> bool:
        """Whether it is one of them."""
        return isinstance(word, str) and self.find(word) >= 0


def _encoded(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")


# ---------------------------------------------------------------------------------------------------------- lists


def pack_lists(name: str, lists: Iterable[Iterable[int]]) -> dict[str, "bytes | array[int]"]:
    """Columns for lists of numbers, by number."""
    starts, values = array("I", [0]), array("I")
    for one in lists:
        values.extend(one)
        starts.append(len(values))
    return {f"{name}.starts": starts, f"{name}.values": values}


class Lists:
    """Lists of numbers, by number."""

    def __init__(self, columns: Columns, name: str) -> None:
        """Take what ``pack_lists`` made under a name."""
        self.starts = columns.numbers(f"{name}.starts")
        """Of each list, where it begins in ``values``; the last one is where all end."""
        self.values = columns.numbers(f"{name}.values")

    def __getitem__(self, number: int) -> "memoryview[int]":
        """The list of a number."""
        return self.values[self.starts[number] : self.starts[number + 1]]


class WordLists:
    """Lists of numbers, by word."""

    def __init__(self, columns: Columns, name: str) -> None:
        """Take what ``pack_word_lists`` made under a name."""
        self.words = Words(columns, name)
        self.lists = Lists(columns, name)
        """By number of the word."""

    def get(self, word: str) -> Sequence[int]:
        """The list of a word; empty where it has none."""
        numbers = self.words.numbers
        number = self.words.find(word) if numbers is None else numbers.get(word, -1)
        return self.lists[number] if number >= 0 else ()

    def __iter__(self) -> Iterator[tuple[str, Sequence[int]]]:
        """Every word with its list."""
        return ((word, self.lists[number]) for number, word in enumerate(self.words))

    def __contains__(self, word: str) -> bool:
        """Whether it has a list."""
        return word in self.words

    def __bool__(self) -> bool:
        """Whether there are any."""
        return len(self.words) > 0


def pack_word_lists(name: str, lists: Mapping[str, Iterable[int]]) -> dict[str, "bytes | array[int]"]:
    """Columns for lists of numbers, by word."""
    return {**pack_words(name, lists), **pack_lists(name, lists.values())}
