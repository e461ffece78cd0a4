"""Workbooks from outside -> the cells of their sheets, if they are of a size that somebody may have made.

A workbook is an archive, so a few kilobytes may unpack to gigabytes, and one cell in the last corner of a sheet makes
its reader hold all those before it. Both is looked at before anything is unpacked into memory.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence

from termcheck.errors import Problem, UsageError

_MOST_UNPACKED = 512 * 2**20
_MOST_CELLS = 32_000_000
"""Of a sheet, from the first cell to the last in both directions."""
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
        remedy = "pip install 'termcheck[xlsx]', or save the sheet as CSV"
        raise UsageError(Problem("reading workbooks needs the extra xlsx", name, remedy)) from error
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
    unpacked = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                unpacked += _checked(archive, member, _MOST_UNPACKED - unpacked, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise UsageError(Problem(f"the workbook cannot be read: {error}", name, "save it anew")) from error


def _checked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, name: str) -> int:
    """Bytes of a member; raises UsageError where they are more than ``most``, or where its last cell is too far off."""
    is_sheet = "worksheets/" in member.filename.lower().replace("\\", "/")
    size = columns = rows = 0
    tail = b""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if is_sheet:
                for letters, number in _PLACE.findall(tail + chunk):
                    columns, rows = max(columns, _column(letters)), max(rows, int(number))
                tail = chunk[-_OVERLAP:]
            if size > most or columns * rows > _MOST_CELLS:
                raise UsageError(_TOO_LARGE._replace(place=name))
    return size


def _column(letters: bytes) -> int:
    """``A`` -> 1, ``AA`` -> 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
