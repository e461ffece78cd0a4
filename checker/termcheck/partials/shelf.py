"""Where a run puts what memory should not hold: a folder of partial results that goes when the run ends."""

from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp
from typing import Any
from weakref import finalize

from termcheck.errors import Problem, UsageError
from termcheck.model import ArticleRecord, Reconciliation, Skipped
from termcheck.partials.files import About, PartialFile, Stored, write_partial
from termcheck.partials.merging import Merged
from termcheck.partials.sections import FINAL, RECONCILED, SKIPPED, Row, Rows, Section

_MOST_OPEN = 64
"""Files that are read at the same time."""


class _Folder:
    """A folder that goes when nobody needs it any more."""

    def __init__(self) -> None:
        try:
            self.path = Path(mkdtemp(prefix="termcheck-"))
        except OSError as error:
            raise UsageError(_cannot_write(error, gettempdir())) from error
        finalize(self, rmtree, self.path, ignore_errors=True)


class Shelf:
    """A folder for a while, made when something is first put there; it stays as long as anything in it is in use."""

    def __init__(self) -> None:
        """Hold nothing."""
        self._folder: _Folder | None = None
        self._numbers = count(1)

    def put(self, part: Rows) -> PartialFile:
        """A partial result, put away. Raises UsageError where the disk is full, ..."""
        file = self._new()
        _write(file, About(length=part.length), part.rows)
        return PartialFile(file, file.name, self._folder)

    def few(self, parts: list[PartialFile]) -> list[PartialFile]:
        """The same as partial results that are few enough to be read at once: systems limit how many files are open."""
        while len(parts) > _MOST_OPEN:
            parts = [self.put(Merged(parts[at : at + _MOST_OPEN])) for at in range(0, len(parts), _MOST_OPEN)]
        return parts

    def keep_records(self, records: Iterable[ArticleRecord]) -> "Stored[ArticleRecord]":
        """Sorted records as a sequence."""
        return self._keep(records, FINAL)

    def keep_entries(self, entries: Iterable[Reconciliation]) -> "Stored[Reconciliation]":
        """The sorted entries of a reconciliation as a sequence."""
        return self._keep(entries, RECONCILED)

    def keep_skipped(self, skipped: Iterable[Skipped]) -> "Stored[Skipped]":
        """The articles that were not checked, sorted, as a sequence."""
        return self._keep(skipped, SKIPPED)

    def _keep(self, rows: Iterable[Row], section: Section[Row]) -> "Stored[Row]":
        file = self._new()
        _write(file, About(), lambda wanted: rows if wanted is section else ())
        return Stored(PartialFile(file, file.name, self._folder), section)

    def _new(self) -> Path:
        if self._folder is None:
            self._folder = _Folder()
        return self._folder.path / f"{next(self._numbers)}.part"


def put_away(part: Rows, about: About, file: Path, name: str) -> PartialFile:
    """A partial result in a file. Raises UsageError where it cannot be written."""
    _write(file, about, part.rows)
    return PartialFile(file, name)


def _write(file: Path, about: About, rows_of: Callable[[Section[Any]], Iterable[Any]]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_partial(file, about, rows_of)
    except OSError as error:
        raise UsageError(_cannot_write(error, file.as_posix())) from error


def _cannot_write(error: OSError, place: str) -> Problem:
    remedy = "make room on the disk, check your rights, or let TMPDIR name another folder"
    return Problem(f"cannot be written: {error.strerror or error}", place, remedy)
