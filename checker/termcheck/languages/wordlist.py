"""Lists that ship with the program: words, sorted, one a line, searched without being parsed; pairs of characters."""

import os
from functools import cache

_FOLDER = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 - pathlib costs the hook 6 ms


class WordList:
    """A sorted list of words; a look-up is a binary search over the bytes of the file."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a file sorted by bytes, with LF line ends."""
        self._data = data

    def __contains__(self, word: str) -> bool:
        """Whether the list has the word, as written."""
        wanted = word.encode(errors="replace")
        low, high = 0, len(self._data)
        while low < high:
            middle = (low + high) // 2
            start = self._data.rfind(b"\n", 0, middle) + 1
            end = self._data.find(b"\n", middle)
            end = len(self._data) if end < 0 else end
            entry = self._data[start:end]
            if entry == wanted:
                return True
            if entry < wanted:
                low = end + 1
            else:
                high = start
        return False


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
    with open(os.path.join(_FOLDER, name), "rb") as file:  # noqa: PTH118, PTH123 - as above
        return WordList(file.read())
