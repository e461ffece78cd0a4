"""Documents that are zip archives of parts: opened with bounds, so that none can fill memory or disk."""

import io
import zipfile
import zlib
from typing import NoReturn

from termcheck.errors import ArticleError, Problem

MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes that all parts of a document which are read may have together."""
_MOST_DIRECTORY = 4 * 1024 * 1024
"""Bytes of an archive's table of contents; a document of thousands of pictures needs a tenth."""
_END_OF_ARCHIVE = b"PK\x05\x06"
_REACH = 65_557
"""Bytes before the end of a file in which that must stand."""
_PASSWORD = 0x1
_SAVE_AGAIN = "open it in its program and save it again"
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF file"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"<?xml", "an XML file"),
    (b"<!DOCTYPE", "an HTML file"),
    (b"<html", "an HTML file"),
)
"""First bytes -> what a file is whose suffix says something else."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


class Package:
    """The parts of a document."""

    def __init__(self, data: bytes, what: str) -> None:
        """Open an archive; ``what`` names its format in errors ("Word document"). Raises ArticleError."""
        self._what = what
        self._left = MOST_UNPACKED
        if not data.startswith(b"PK"):
            raise mislabelled(data, what)
        end = data.rfind(_END_OF_ARCHIVE, max(0, len(data) - _REACH))
        if end < 0 or len(data) < end + 22:
            self._damaged("it is cut off")
        if int.from_bytes(data[end + 12 : end + 16], "little") > _MOST_DIRECTORY:
            raise ArticleError(Problem("it has more parts than any document", remedy=_SAVE_AGAIN))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            self._damaged("it is damaged")
        self.names = frozenset(self._archive.namelist())

    def read(self, name: str) -> bytes:
        """A part that must be there; raises ArticleError where it is not, is damaged or grows beyond all bounds."""
        found = self.find(name)
        if found is None:
            raise ArticleError(Problem(f"it is no {self._what}: the part {name[:80]} is missing", remedy=_SAVE_AGAIN))
        return found

    def find(self, name: str) -> bytes | None:
        """A part, or None where there is none with that name; raises ArticleError as ``read`` does."""
        name = name.lstrip("/")
        if name not in self.names:
            return None
        entry = self._archive.getinfo(name)
        if entry.flag_bits & _PASSWORD:
            raise protected(self._what)
        try:
            with self._archive.open(entry) as stream:
                content = stream.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError):
            self._damaged(f"its part {name[:80]} is damaged")
        self._left -= len(content)
        if self._left < 0:
            message = f"it unpacks to more than {MOST_UNPACKED >> 20} MB"
            raise ArticleError(Problem(message, remedy="split it, if it is what it should be"))
        return content

    def _damaged(self, message: str) -> NoReturn:
        raise ArticleError(Problem(message, remedy="get it again from where it came, or " + _SAVE_AGAIN)) from None


def mislabelled(data: bytes, what: str) -> ArticleError:
    """The error for a file that is not of the format that its suffix says."""
    if data.startswith(_OLD_OFFICE):
        message = f"it is no {what}: it is protected with a password, or in an old format of Office"
        return ArticleError(Problem(message, remedy="save it without a password in the format of its suffix"))
    found = next((kind for start, kind in _KINDS if data.lstrip()[:16].lower().startswith(start.lower())), None)
    message = f"it is no {what}" + (f" but {found}" if found else ": it is damaged, or something else")
    if not data:
        message = "it is empty"
    return ArticleError(Problem(message, remedy="give it the suffix of its format, or save it again"))


def protected(what: str) -> ArticleError:
    """The error for a document that cannot be opened without a password."""
    return ArticleError(Problem(f"this {what} is protected with a password", remedy="save it without one"))
