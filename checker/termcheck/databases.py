"""SQLite files of the user's in which termcheck keeps what it knows from run to run.

A file says what it is (``application_id``) and how it is built (``user_version``); one that is somebody else's, damaged
or of a later version is never written to. Several programs may write at once: each has the file to itself in one
transaction, and the others wait.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from termcheck.errors import Problem, UsageError

if TYPE_CHECKING:
    from sqlite3 import Connection

_PATIENCE = 30.0
"""Seconds to wait for other programs that write to the file."""
_OTHER_FILE = "name another file, or move this one away"


class Database(msgspec.Struct, frozen=True):
    """A kind of such files."""

    noun: str
    """What messages call it."""
    option: str
    """What to leave out where it cannot be read, for messages."""
    application: int
    """The number by which its files are known."""
    version: int
    tables: Mapping[str, str]
    """Name -> the statement that makes it, as SQLite keeps it."""

    @contextmanager
    def opened(self, file: Path, name: str) -> Iterator["Connection"]:
        """The file, made where there is none and locked for this program; what is not committed is taken back.

        ``name`` is how messages show it. Raises UsageError where the file cannot be read or written, or is no such one.
        """
        try:
            import sqlite3
        except ImportError as error:
            remedy = f"use a Python with the module sqlite3, or leave out {self.option}"
            raise UsageError(Problem("this Python cannot read SQLite files", name, remedy)) from error
        try:
            uri = f"{file.absolute().as_uri()}?mode=rwc"
            with closing(sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)) as connection:
                connection.execute("PRAGMA trusted_schema = OFF")
                connection.execute("PRAGMA temp_store = FILE")
                connection.execute("BEGIN IMMEDIATE")
                self._check(connection, name)
                yield connection
        except sqlite3.OperationalError as error:
            remedy = "check the path and its rights, and close it in other programs"
            raise UsageError(Problem(f"the {self.noun} cannot be read or written: {error}", name, remedy)) from error
        except sqlite3.DatabaseError as error:
            message = f"this is no {self.noun} of termcheck, or it is damaged"
            raise UsageError(Problem(message, name, _OTHER_FILE)) from error

    def check_whole(self, connection: "Connection", name: str) -> None:
        """Raises UsageError where pages of the file are damaged; reads all of it."""
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise self.damaged(name)

    def damaged(self, name: str) -> UsageError:
        """The error for a file in which something else stands than termcheck writes."""
        return UsageError(Problem(f"the {self.noun} is damaged", name, _OTHER_FILE))

    def _check(self, connection: "Connection", name: str) -> None:
        """Make the tables in an empty file; raises UsageError where the file holds anything but them."""
        select = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        schema = {(kind, table): made for kind, table, made in connection.execute(select)}
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if not schema and application == 0 and version == 0:
            for made in self.tables.values():
                connection.execute(made)
            connection.execute(f"PRAGMA application_id = {self.application}")
            connection.execute(f"PRAGMA user_version = {self.version}")
        elif application != self.application:
            raise UsageError(Problem(f"this is no {self.noun} of termcheck but another database", name, _OTHER_FILE))
        elif version > self.version:
            message = f"a later version of termcheck has written the {self.noun}"
            raise UsageError(Problem(message, name, "update termcheck"))
        elif version != self.version or schema != {("table", table): made for table, made in self.tables.items()}:
            raise self.damaged(name)


def storable(text: str) -> str:
    """A text without halves of surrogate pairs, which no database holds."""
    return text.encode("utf-8", "replace").decode()
