"""Workbooks from outside -> the cells of their sheets, if they are of a size that somebody may have made.

A workbook is an archive, so a few kilobytes may unpack to gigabytes; one cell in the last corner of a sheet makes its
reader hold all those before it; and cells share texts, so that a long one may be meant a million times. All this is
looked at before anything is unpacked into memory.
"""

import io
import re
import zipfile
import zlib
from array import array
from collections.abc import Iterator, Sequence
from typing import Any
from xml.parsers import expat

from msgspec.structs import replace

from termcheck.errors import Problem, UsageError

_MOST_UNPACKED = 512 * 2**20
_MOST_CELLS = 32_000_000
"""Of a sheet, from the first cell to the last in both directions."""
_MOST_ENDS = 16_000_000
"""End tags in a sheet: a cell has two or more."""
_MOST_TEXT = 128 * 2**20
"""Characters that the cells of all sheets have together where they share texts."""
_CHUNK = 2**20
_OVERLAP = 64
"""Bytes that are looked at twice, so that no cell hides at a border."""
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})([0-9]{1,7})["']""")
"""The number of a row, or the letters and the number of a cell."""
_TOO_LARGE = Problem("the workbook is too large", "", "check that it is the right file")

Sheets = Sequence[tuple[str, Sequence[Sequence[object]]]]


def read_sheets(data: bytes, name: str, *, from_corner: bool = False) -> Sheets:
    """The sheets of a workbook: (title, rows); raises UsageError where it cannot be read.

    ``from_corner``: rows and columns count from A1; else empty ones before the first cell are left out.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ModuleNotFoundError as error:
        remedy = "install it with: pip install 'termcheck[xlsx]', or save the sheet as CSV"
        what = "reading workbooks needs the extra “xlsx”, which is not installed"
        raise UsageError(Problem(what, name, remedy)) from error
    _check_size(data, name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            (sheet, book.get_sheet_by_name(sheet).to_python(skip_empty_area=not from_corner))
            for sheet in book.sheet_names
        ]
    except (CalamineError, ValueError, OSError) as error:
        raise UsageError(Problem(f"the workbook cannot be read: {error}", name, "save it anew")) from error


def _check_size(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _Inspection(archive, name).check()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, expat.ExpatError) as error:
        raise UsageError(Problem(f"the workbook cannot be read: {error}", name, "save it anew")) from error


class _Inspection:
    """Looks through the parts of a workbook; raises UsageError where there is more than anybody has written."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._left = _MOST_UNPACKED
        self._text = _MOST_TEXT

    def check(self) -> None:
        """Look at all parts, shared texts before the sheets that mean them."""
        members = self._archive.infolist()
        shared = [member for member in members if "sharedstrings" in member.filename.lower()]
        longest = max(map(self._check_shared, shared), default=0)
        for member in members:  # a sheet may have any name
            if member not in shared:
                ends = self._check_sheet(member)
                if longest * ends // 2 > self._text:
                    self._check_text(member, shared)

    def _chunks(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        with self._archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise self._too_large()
                yield chunk

    def _check_shared(self, member: zipfile.ZipInfo) -> int:
        """Bytes of the longest shared text, or more."""
        longest = since = 0
        for chunk in self._chunks(member):
            first, *others = re.split(rb"</[^<>]{0,20}\bsi\s*>", chunk)
            longest = max(longest, since + len(first), *map(len, others))
            since = len(others[-1]) if others else since + len(first)  # perhaps in the middle of an end tag
        return longest

    def _check_sheet(self, member: zipfile.ZipInfo) -> int:
        """The number of end tags in a sheet."""
        columns = rows = ends = 0
        tail = b""
        for chunk in self._chunks(member):
            for letters, number in _PLACE.findall(tail + chunk):
                columns, rows = max(columns, _column(letters)), max(rows, int(number))
            tail = chunk[-_OVERLAP:]
            ends += chunk.count(b"</") + tail.endswith(b"<")
            if columns * rows > _MOST_CELLS or ends > _MOST_ENDS:
                raise self._too_large()
        return ends

    def _check_text(self, member: zipfile.ZipInfo, shared: Sequence[zipfile.ZipInfo]) -> None:
        """Add up the texts that the cells of a sheet share, one by one."""
        self._left = _MOST_UNPACKED
        lengths = array("L", (len(text) for one in shared for text in self._values(one, "si")))
        for place in self._values(member, "v", of_shared=True):
            number = int(place) if place.strip().isdigit() else len(lengths)
            self._text -= lengths[number] if number < len(lengths) else 0
            if self._text < 0:
                raise self._too_large()

    def _values(self, member: zipfile.ZipInfo, wanted: str, *, of_shared: bool = False) -> Iterator[str]:
        """The texts of the elements with a name; ``of_shared``: only those in cells that mean a shared text."""
        found: list[str] = []
        parts: list[str] = []
        state = {"is_open": False, "is_shared": not of_shared}

        def start(name: str, attributes: dict[str, str]) -> None:
            name = name.rpartition(":")[2]
            if name == "c":
                state["is_shared"] = attributes.get("t") == "s"
            elif name == wanted:
                parts.clear()
                state["is_open"] = state["is_shared"]

        def end(name: str) -> None:
            if state["is_open"] and name.rpartition(":")[2] == wanted:
                found.append("".join(parts))
                state["is_open"] = False

        def text(data: str) -> None:
            if state["is_open"]:
                parts.append(data)

        parser: Any = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
        parser.EntityDeclHandler = self._refuse
        for chunk in self._chunks(member):
            parser.Parse(chunk, False)  # noqa: FBT003 - expat calls it so
            yield from found
            found.clear()

    def _refuse(self, *_declaration: object) -> None:
        raise ValueError("it declares entities")

    def _too_large(self) -> UsageError:
        return UsageError(replace(_TOO_LARGE, place=self._name))


def _column(letters: bytes) -> int:
    """``A`` -> 1, ``AA`` -> 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
