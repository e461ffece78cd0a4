"""Lists that ship with the program: words, sorted, one a line, searched without being parsed; pairs of characters."""

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap

_BLOCK = 4096
"""Bytes that are searched from end to end: quicker than eight steps more."""
_FOLDER = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 - pathlib costs the hook 6 ms


class WordList:
    """A sorted list of words; a look-up is a binary search over the bytes of the file, and a search where it ends."""

    def __init__(self, data: "bytes | mmap") -> None:
        """Take the bytes of a file sorted by bytes, with LF line ends."""
        self._data = data
        self._probed: dict[int, tuple[int, int, bytes]] = {}
        """Step of a search, counted as in a heap -> where the line begins and ends at which it looks, and the line."""

    def __contains__(self, word: str) -> bool:
        """Whether the list has the word, as written."""
        wanted = word.encode(errors="replace")
        data, probed = self._data, self._probed
        low, high, step = 0, len(data), 1
        while high - low > _BLOCK:
            probe = probed.get(step)
            if probe is None:
                middle = (low + high) // 2
                start, end = data.rfind(b"\n", low, middle) + 1 or low, data.find(b"\n", middle, high)
                end = high if end < 0 else end
                probe = probed[step] = start, end, data[start:end]
            start, end, line = probe
            if line == wanted:
                return True
            if line < wanted:
                low, step = end + 1, 2 * step + 1
            else:
                high, step = start - 1, 2 * step
        return bool(wanted) and b"\n" not in wanted and b"\n%s\n" % wanted in b"\n%s\n" % data[low:high]

    def words(self) -> list[str]:
        """All of them."""
        return self._data[:].decode().split()


def first_line(data: "bytes | mmap", wanted: bytes) -> bytes:
    """The first line that is not before the wanted one, of lines sorted by bytes with LF ends; empty: there is none."""
    low, high = 0, len(data)
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", 0, middle) + 1
        end = data.find(b"\n", middle)
        end = len(data) if end < 0 else end
        if data[start:end] < wanted:
            low = end + 1
        else:
            high = start
    end = data.find(b"\n", low)
    return data[low:] if end < 0 else data[low:end]


@cache
def territories() -> dict[str, tuple[str, ...]]:
    """ISO 639 code -> folded names of countries and territories that are one word."""
    with open(os.path.join(_FOLDER, "territories.txt"), encoding="utf-8") as file:  # noqa: PTH118, PTH123 - as above
        return {line[:2]: tuple(line[3:].split()) for line in file if line.strip()}


@cache
def character_table(name: str) -> dict[str, str]:
    """Character -> the one that it is compared as, from a file of the package's data folder with such a pair a line."""
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:  # noqa: PTH118, PTH123 - as above
        return {pair[0]: pair[1] for pair in file.read().split("\n") if pair}


@cache
def word_list(name: str) -> WordList:
    """The list of that name in the package's data folder."""
    return WordList(mapped(name))


@cache
def mapped(name: str) -> "mmap":
    """The bytes of a file of the package's data folder, of which the system reads what is looked at."""
    from mmap import ACCESS_READ, mmap

    with open(os.path.join(_FOLDER, name), "rb") as file:  # noqa: PTH118, PTH123 - as above
        return mmap(file.fileno(), 0, access=ACCESS_READ)


@cache
def file_bytes(name: str) -> bytes:
    """The bytes of a file of the package's data folder."""
    with open(os.path.join(_FOLDER, name), "rb") as file:  # noqa: PTH118, PTH123 - as above
        return file.read()
