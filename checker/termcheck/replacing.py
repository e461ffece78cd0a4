"""Replaces several files as one: an interrupted command leaves what the next one finishes or takes back.

A journal in the project's root names every target with the hashes of its old and its new content. It is written before
the new contents are (then the next command takes the drafts back), and again when all of them lie complete on the disk
(then the next command puts them in place). Targets are replaced one after the other, each in one step, so that each
file is the old or the new one at any moment.

A journal may come with somebody else's files: it is obeyed only for files inside the project, from drafts beside them.
"""

import hashlib
import os
import re
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from termcheck.errors import Problem, UsageError
from termcheck.writing import write_atomically

JOURNAL = ".termcheck-journal.json"
_JOURNAL_DRAFT = f"{JOURNAL}.tmp"
_MOST_BYTES = 64 * 2**20
_SHOWN = 3
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
"""A file without any of these is not to be changed, though replacing it would work."""


class Change(NamedTuple):
    """The new content of one file."""

    file: Path
    old: bytes | None
    """What the file held when the new content was made; None for a file that did not exist."""
    new: bytes


class _Target(Struct, frozen=True):
    file: str
    """Relative to the root, ``/``-separated, links resolved."""
    draft: str
    """Name of the file beside it that holds the new content."""
    old: str
    """Hash of the content; empty for a file that did not exist."""
    new: str


class _Journal(Struct, frozen=True):
    version: int
    is_ready: bool
    targets: tuple[_Target, ...]


def replace_all(changes: Sequence[Change], root: Path) -> None:
    """Replace the files, or none. ``root`` is the folder of the journal; files outside it are replaced one by one.

    Raises UsageError where a file has changed since its new content was made, or where it cannot be written.
    """
    changed = [
        change._replace(file=Path(os.path.realpath(change.file))) for change in changes if change.old != change.new
    ]
    problems = [
        Problem("the file has changed in the meantime", str(one.file), "run the command again")
        for one in changed
        if _content(one.file) != one.old
    ]
    problems += [
        Problem("the file is read-only", str(one.file), "make it writable, or leave it out")
        for one in changed
        if one.old is not None and one.file.exists() and not one.file.stat().st_mode & _WRITABLE
    ]
    if problems:
        raise UsageError(problems)
    base = Path(os.path.realpath(root))
    try:
        _replace_inside([one for one in changed if one.file.is_relative_to(base)], base)
        for one in changed:
            if not one.file.is_relative_to(base):
                write_atomically(one.file, one.new)
    except OSError as error:
        recover(root)
        place = str(error.filename2 or error.filename or root)
        remedy = "close it in other programs, check your rights and the space on the disk"
        raise UsageError(Problem(f"cannot be written: {error.strerror or error}", place, remedy)) from error


def _replace_inside(changes: Sequence[Change], base: Path) -> None:
    if not changes:
        return
    targets = tuple(_target(number, change, base) for number, change in enumerate(changes))
    _write_journal(base, targets, is_ready=False)
    for target, change in zip(targets, changes, strict=True):
        _fill(base, target, change)
    _write_journal(base, targets, is_ready=True)
    _put_in_place(base, targets)
    (base / JOURNAL).unlink()


def recover(root: Path) -> str:
    """Finish or take back what an interrupted command left in the project, and say so; empty where there is nothing.

    Raises UsageError where a file has changed since, or where the journal cannot be read or obeyed.
    """
    base = Path(os.path.realpath(root))
    with suppress(OSError):
        (base / _JOURNAL_DRAFT).unlink(missing_ok=True)
    journal = _read_journal(base)
    if journal is None:
        return ""
    if journal.is_ready:
        _check(base, journal.targets)
        _put_in_place(base, journal.targets)
    for target in journal.targets:
        with suppress(OSError):
            _draft(base, target).unlink(missing_ok=True)
    (base / JOURNAL).unlink(missing_ok=True)
    names = ", ".join(target.file for target in journal.targets[:_SHOWN])
    more = f" and {len(journal.targets) - _SHOWN} more" if len(journal.targets) > _SHOWN else ""
    if journal.is_ready:
        return f"an interrupted command was finished: {names}{more} written"
    return f"an interrupted command was taken back: {names}{more} as before"


def _target(number: int, change: Change, base: Path) -> _Target:
    old = "" if change.old is None else _hash(change.old)
    name = f".termcheck-{os.getpid()}-{number}.tmp"
    return _Target(change.file.relative_to(base).as_posix(), name, old, _hash(change.new))


def _draft(base: Path, target: _Target) -> Path:
    return (base / target.file).with_name(target.draft)


def _fill(base: Path, target: _Target, change: Change) -> None:
    draft, file = _draft(base, target), base / target.file
    file.parent.mkdir(parents=True, exist_ok=True)
    with draft.open("wb") as stream:
        stream.write(change.new)
        stream.flush()
        os.fsync(stream.fileno())
    with suppress(FileNotFoundError):
        draft.chmod(stat.S_IMODE(file.stat().st_mode))


def _put_in_place(base: Path, targets: Sequence[_Target]) -> None:
    for target in targets:
        draft = _draft(base, target)
        if draft.exists():
            draft.replace(base / target.file)


def _check(base: Path, targets: Sequence[_Target]) -> None:
    """Raises UsageError where a target is neither the old nor the new file, or its new content is lost."""
    problems = []
    for target in targets:
        content = _content(base / target.file)
        found = "" if content is None else _hash(content)
        draft = _content(_draft(base, target))
        if found != target.new and (found != target.old or draft is None or _hash(draft) != target.new):
            remedy = f"compare it with {target.draft} beside it, if that exists; then delete {JOURNAL}"
            problems.append(Problem("an interrupted command cannot be finished here", target.file, remedy))
    if problems:
        raise UsageError(problems)


def _write_journal(base: Path, targets: tuple[_Target, ...], *, is_ready: bool) -> None:
    draft = base / _JOURNAL_DRAFT
    with draft.open("wb") as stream:
        stream.write(msgspec.json.encode(_Journal(1, is_ready, targets)))
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(base / JOURNAL)


def _read_journal(base: Path) -> _Journal | None:
    file = base / JOURNAL
    try:
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(Problem(f"cannot be read: {error.strerror}", JOURNAL, "check its rights")) from error
    remedy = "see whether its files are as they should be, then delete it"
    try:
        journal = msgspec.json.decode(data, type=_Journal)
    except msgspec.DecodeError as error:
        raise UsageError(Problem("the journal of an interrupted command is damaged", JOURNAL, remedy)) from error
    if journal.version != 1 or not all(_is_ours(base, target) for target in journal.targets):
        raise UsageError(Problem("the journal names what termcheck did not write", JOURNAL, remedy))
    return journal


def _is_ours(base: Path, target: _Target) -> bool:
    """Whether a target lies inside the project, links resolved, and its draft is one of termcheck's."""
    file = base / target.file
    is_inside = Path(os.path.realpath(file)) == file and file.is_relative_to(base)
    return is_inside and re.fullmatch(r"\.termcheck-\d+-\d+\.tmp", target.draft) is not None


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
