"""Reads unified diffs, byte for byte: names need not be UTF-8, and only LF ends a line.

Understood is what git writes (renames, binary files, quoted names, combined diffs of merges, any prefix or none) and
what ``diff -u`` and other version control systems write. Files that were deleted, links and submodules are left out.
"""

import codecs
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from termcheck.changes.lines import ChangedLines
from termcheck.errors import Problem, UsageError

_HUNK = re.compile(rb"(@@+)((?: -\d+(?:,\d+)?)+) \+(\d+)(?:,(\d+))? @@+")
_RANGE = re.compile(rb" -\d+(?:,(\d+))?")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_CONTROLS = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_PREFIX = re.compile(rb"[a-z]/")
_REGULAR = b"100"
"""How the modes of files begin, other than those of links and submodules."""
_NOTHING = b"/dev/null"


class DiffFile(Struct, frozen=True):
    """What a diff says of one file that exists after it."""

    names: tuple[bytes, ...]
    """What its name may be, likelier first: without git's prefix, and as written."""
    lines: ChangedLines
    blob: str | None = None
    """Id of the new content, where git gives it."""


class _Section:
    """One file of a diff, while it is read."""

    def __init__(self, names: tuple[bytes, ...] = ()) -> None:
        self.names = names
        self.added: list[tuple[int, int]] = []
        self.seams: list[int] = []
        self.blob: str | None = None
        self.everything = False
        self.is_left_out = False

    def finished(self) -> Iterator[DiffFile]:
        """The file, unless it is none or nothing in it changed."""
        if self.names and not self.is_left_out and (self.added or self.seams or self.everything):
            lines = ChangedLines(tuple(self.added), tuple(self.seams), self.everything)
            yield DiffFile(self.names, lines, self.blob)


def parse_diff(data: bytes) -> tuple[DiffFile, ...]:
    """The files of a diff in its order. Raises UsageError where it is none, or ends within a block of changes."""
    lines = _as_utf_8(data).split(b"\n")
    files: list[DiffFile] = []
    section = _Section()
    has_any = False
    number = 0
    while number < len(lines):
        line = lines[number].rstrip(b"\r")
        number += 1
        if line.startswith(b"diff --"):
            files.extend(section.finished())
            section, has_any = _Section(_names_of_header(line)), True
        elif line.startswith(b"--- ") and number < len(lines) and lines[number].startswith(b"+++ "):
            if section.added or section.seams:  # a diff without lines of git between its files
                files.extend(section.finished())
                section = _Section()
            _take_name(section, lines[number].rstrip(b"\r"))
            number += 1
        elif found := _HUNK.match(line):
            number, has_any = _read_hunk(section, found, lines, number), True
        else:
            _take_header(section, line)
    files.extend(section.finished())
    if not has_any and data.strip():
        raise UsageError(Problem("what was given is no unified diff", "--diff", "pipe in what `git diff` prints"))
    return tuple(files)


def _as_utf_8(data: bytes) -> bytes:
    """The bytes without a BOM; a shell of Windows may have made UTF-16 of them."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode("utf-8", "surrogatepass")
    return data.removeprefix(codecs.BOM_UTF8)


# --------------------------------------------------------------------------------------------------------- names


def _names_of_header(line: bytes) -> tuple[bytes, ...]:
    """What ``diff --git a/x b/x`` says, for files without a block of changes; a rename says more in a later line."""
    kind, _, rest = line.removeprefix(b"diff --").partition(b" ")
    if kind != b"git":  # diff --cc x, diff --combined x: one name without prefix
        return (_unquoted(rest),)
    if quoted := _QUOTED.findall(rest):
        return _without_prefix(_unescaped(quoted[-1]))
    half = len(rest) // 2
    return _without_prefix(rest[half + 1 :]) if rest[half : half + 1] == b" " else ()


def _take_name(section: _Section, line: bytes) -> None:
    name = _unquoted(line.removeprefix(b"+++ "))
    section.is_left_out = section.is_left_out or name == _NOTHING
    section.names = _without_prefix(name)


def _unquoted(field: bytes) -> bytes:
    """A name, which may be quoted, or be followed by a tab and a date."""
    quoted = _QUOTED.match(field)
    return _unescaped(quoted[1]) if quoted else field.split(b"\t", 1)[0]


def _unescaped(text: bytes) -> bytes:
    return _ESCAPE.sub(
        lambda found: bytes([int(found[1], 8) & 0xFF]) if len(found[1]) == 3 else _CONTROLS.get(found[1], found[1]),
        text,
    )


def _without_prefix(name: bytes) -> tuple[bytes, ...]:
    return (name[2:], name) if _PREFIX.match(name) else (name,)


# ------------------------------------------------------------------------------------------------------- content


def _take_header(section: _Section, line: bytes) -> None:
    """One of git's lines between the name of a file and its changes."""
    if line.startswith((b"rename to ", b"copy to ")):
        section.names = (_unquoted(line.split(b" to ", 1)[1]),)
    elif line.startswith((b"Binary files ", b"GIT binary patch")):
        section.everything = True
    elif line.startswith((b"new file mode ", b"new mode ")):
        section.is_left_out = section.is_left_out or not line.rsplit(b" ", 1)[1].startswith(_REGULAR)
    elif line.startswith(b"deleted file mode "):
        section.is_left_out = True
    elif line.startswith(b"index "):
        fields = line.split(b" ")
        section.blob = fields[1].rsplit(b"..", 1)[-1].decode("ascii", "replace")
        if len(fields) > 2:
            section.is_left_out = section.is_left_out or not fields[2].startswith(_REGULAR)


def _read_hunk(section: _Section, header: re.Match[bytes], lines: Sequence[bytes], number: int) -> int:
    """Read one block of changes; returns the number of the line after it. Of a merge, what differs from all parents."""
    old = [int(found or b"1") for found in _RANGE.findall(header[2])]
    new = int(header[4] or b"1")
    line = int(header[3]) + (new == 0)  # without new lines git names the line before
    while new > 0 or any(count > 0 for count in old):
        if number >= len(lines):
            raise UsageError(Problem("the diff ends within a block of changes", "--diff", "give the whole diff"))
        marks = lines[number][: len(old)].ljust(len(old))  # some tools drop the space of an empty line
        number += 1
        if marks.startswith(b"\\"):  # "\ No newline at end of file"
            continue
        is_gone = b"-" in marks
        old = [count - (mark == (b"-" if is_gone else b" ")[0]) for count, mark in zip(old, marks, strict=True)]
        if is_gone:
            _add_seam(section, line - 1, gone=marks == b"-" * len(old))
            continue
        if marks == b"+" * len(old):
            _add_line(section, line)
        new -= 1
        line += 1
    return number


def _add_seam(section: _Section, line: int, *, gone: bool) -> None:
    if gone and section.seams[-1:] != [line]:
        section.seams.append(line)


def _add_line(section: _Section, line: int) -> None:
    if section.added and section.added[-1][1] == line - 1:
        section.added[-1] = (section.added[-1][0], line)
    else:
        section.added.append((line, line))
