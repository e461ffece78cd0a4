"""The manifest: which articles earlier runs have checked, so that a run looks at new ones; a SQLite file of the user's.

An article is known by its path and its content. What one run finds new is written when its reports are: a run that was
stopped, or could not read an article, leaves it new.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import DecodeError, msgpack

from termcheck.articles import Source
from termcheck.articles.read import digest_of_source, read_bytes
from termcheck.databases import Database, storable
from termcheck.engines import Stamp
from termcheck.engines.checker import stamp_of
from termcheck.errors import ArticleError
from termcheck.model import Skipped

if TYPE_CHECKING:
    from sqlite3 import Connection

_MANIFEST = Database(
    "manifest",
    "--only-new",
    application=0x7465726E,
    version=1,
    tables={
        "articles": "CREATE TABLE articles (path TEXT PRIMARY KEY, digest BLOB NOT NULL, stamp BLOB) WITHOUT ROWID",
        "made_with": "CREATE TABLE made_with (key TEXT NOT NULL)",
    },
)


class Manifest:
    """What earlier runs have checked; inside one transaction."""

    def __init__(self, connection: "Connection", key: str) -> None:
        """``key``: what differs where the same article may have other findings."""
        self._connection = connection
        self._key = key
        self.unchanged = 0
        """Articles that were known already."""
        known = connection.execute("SELECT key FROM made_with").fetchone()
        self._is_other = known is not None and known[0] != key
        connection.execute("CREATE TEMP TABLE fresh (path TEXT PRIMARY KEY, digest BLOB, stamp BLOB) WITHOUT ROWID")

    @property
    def notices(self) -> tuple[str, ...]:
        """What an editor should know of what was left out."""
        if not self.unchanged:
            return ()
        what, are = ("1 article has", "is") if self.unchanged == 1 else (f"{self.unchanged:,} articles have", "are")
        told = f"{what} not changed since the last run and {are} left out"
        if self._is_other:
            told += "; the glossary, the configuration or termcheck has changed since"
        return (told,)

    def new_of(self, sources: Iterable[Source | Skipped]) -> Iterator[Source | Skipped]:
        """Those that earlier runs have not checked as they are now."""
        find = "SELECT digest, stamp FROM articles WHERE path = ?"
        for source in sources:
            if isinstance(source, Skipped):
                yield source
                continue
            known = self._connection.execute(find, (storable(source.path),)).fetchone()
            stamp = stamp_of(source)
            if known is not None and stamp is not None and _stamp(known[1]) == stamp:
                self.unchanged += 1
                continue
            digest = _digest(source)
            if known is not None and digest is not None and known[0] == digest:
                self.unchanged += 1
                continue
            if digest is not None:
                values = (storable(source.path), digest, msgpack.encode(stamp))
                self._connection.execute("INSERT OR REPLACE INTO fresh VALUES (?, ?, ?)", values)
            yield source

    def keep(self, skipped: Iterable[Skipped]) -> None:
        """Note what was checked, but for what could not be read."""
        unreadable = ((storable(one.file),) for one in skipped if one.unreadable)
        self._connection.executemany("DELETE FROM fresh WHERE path = ?", unreadable)
        self._connection.execute("INSERT OR REPLACE INTO articles SELECT path, digest, stamp FROM fresh")
        self._connection.execute("DELETE FROM made_with")
        self._connection.execute("INSERT INTO made_with VALUES (?)", (self._key,))
        self._connection.execute("COMMIT")


@contextmanager
def opened(file: Path, name: str, key: str) -> Iterator[Manifest]:
    """The manifest in a file, which need not exist; ``name`` is how messages show it. Raises UsageError."""
    with _MANIFEST.opened(file, name) as connection:
        yield Manifest(connection, key)


def _digest(source: Source) -> bytes | None:
    try:
        return digest_of_source(source, read_bytes(source))
    except ArticleError:
        return None


def _stamp(data: object) -> Stamp | None:
    try:
        return msgpack.decode(data, type=Stamp | None) if isinstance(data, bytes) else None
    except DecodeError:
        return None
