"""What earlier runs counted, in a SQLite file of the user's, and what became of each concept since.

A run is known by what it looked at and what it found there: the same run again adds nothing. Runs over other articles
are kept in the same file and never compared with each other. The file says what it is (``application_id``) and how it
is built (``user_version``); one that is somebody else's, damaged or of a later version is never written to. Several
programs may write at once: each run is one transaction, and the others wait.
"""

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from termcheck.errors import Problem, UsageError
from termcheck.languages.folding import fold
from termcheck.model import Report, Severity, Trend, TrendPoint

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_RUNS = 100
"""The newest of them are shown."""
_APPLICATION_ID = 0x7465726D
"""The letters ``term``."""
_VERSION = 1
_PATIENCE = 30.0
"""Seconds to wait for other programs that write to the file."""
_TABLES = {
    "runs": "CREATE TABLE runs (id INTEGER PRIMARY KEY, recorded TEXT NOT NULL, scope TEXT NOT NULL, "
    "digest TEXT NOT NULL, articles INTEGER NOT NULL)",
    "counts": "CREATE TABLE counts (run INTEGER NOT NULL REFERENCES runs, concept TEXT NOT NULL, lang TEXT NOT NULL, "
    "rendering TEXT NOT NULL, mentions INTEGER NOT NULL, approved INTEGER NOT NULL, errors INTEGER NOT NULL, "
    "warnings INTEGER NOT NULL, hints INTEGER NOT NULL, PRIMARY KEY (run, concept, lang, rendering)) WITHOUT ROWID",
}
_OTHER_FILE = "name another file, or move this one away"


class Counted(NamedTuple):
    """What one run counted of one rendering: a row of the table ``counts``."""

    concept: str
    lang: str
    rendering: str
    mentions: int = 0
    approved: int = 0
    """Of ``mentions``."""
    errors: int = 0
    warnings: int = 0
    hints: int = 0


class PastRun(NamedTuple):
    """A run as it is kept."""

    date: dt.date
    """Of its first time, UTC."""
    counts: tuple[Counted, ...]


def check_history(file: Path, name: str) -> None:
    """Raises UsageError where runs cannot be added to the file; one that does not exist is made later."""
    if not file.exists():
        return
    with _opened(file, name) as connection:
        _checked(connection, name)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise UsageError(Problem("the history is damaged", name, _OTHER_FILE))


def keep_run(file: Path, name: str, report: Report, scope: Sequence[str], when: dt.datetime) -> tuple[PastRun, ...]:
    """Add a run, unless the last one over the same articles found the same in the same; returns the newest runs.

    ``scope``: the paths that were asked for; ``name``: the file as messages show it. Oldest first. Raises UsageError
    where the file cannot be read or written, or is none of ours.
    """
    counts = count(report)
    asked = json.dumps(sorted(scope))
    digest = _digest(report, counts)
    file.parent.mkdir(parents=True, exist_ok=True)
    with _opened(file, name) as connection:
        _checked(connection, name)
        newest = "SELECT digest FROM runs WHERE scope = ? ORDER BY id DESC LIMIT 1"
        if connection.execute(newest, (asked,)).fetchone() != (digest,):
            recorded = when.astimezone(dt.UTC).isoformat(timespec="seconds")
            values = (recorded, asked, digest, len(report.results))
            run = connection.execute(
                "INSERT INTO runs (recorded, scope, digest, articles) VALUES (?, ?, ?, ?)", values
            ).lastrowid
            connection.executemany(
                "INSERT INTO counts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", ((run, *one) for one in counts)
            )
        runs = _read(connection, asked)
        connection.execute("COMMIT")
    return runs


def count(report: Report) -> tuple[Counted, ...]:
    """What a run counts of every rendering: its mentions and its open findings; sorted."""
    found: dict[tuple[str, str, str], Counted] = {}
    for entry in report.reconciliation:
        for one in entry.renderings:
            key = entry.concept, entry.lang, fold(one.text)
            before = found.get(key) or Counted(entry.concept, entry.lang, one.text)
            found[key] = before._replace(mentions=before.mentions + one.count, approved=before.approved + one.approved)
    fields = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.HINT: "hints"}
    for finding in report.findings:
        is_listed = finding.method is not None and finding.method.is_listed and finding.matched
        text = finding.matched if is_listed and finding.matched else finding.text
        concept, lang = finding.concept or "", finding.lang or ""
        before = found.get((concept, lang, fold(text))) or Counted(concept, lang, text)
        field = fields[finding.severity]
        found[concept, lang, fold(text)] = before._replace(**{field: getattr(before, field) + 1})
    return tuple(sorted(map(_storable, found.values())))


def trend(runs: Sequence[PastRun]) -> tuple[Trend, ...]:
    """What each concept's counts were, run by run, oldest first; a run that does not have the concept counts zero.

    Sorted by concept and language. Empty for fewer than two runs, which show no trend.
    """
    if len(runs) < 2:
        return ()
    sums: dict[tuple[str, str], list[list[int]]] = defaultdict(lambda: [[0] * 5 for _ in runs])
    for place, run in enumerate(runs):
        for one in run.counts:
            sums[one.concept, one.lang][place] = [
                before + more for before, more in zip(sums[one.concept, one.lang][place], one[3:], strict=True)
            ]
    return tuple(
        Trend(*key, tuple(TrendPoint(run.date, *numbers) for run, numbers in zip(runs, points, strict=True)))
        for key, points in sorted(sums.items())
    )


def _storable(one: Counted) -> Counted:
    """The same without halves of surrogate pairs, which no database holds."""
    concept, lang, rendering = (text.encode("utf-8", "replace").decode() for text in one[:3])
    return one._replace(concept=concept, lang=lang, rendering=rendering)


def _digest(report: Report, counts: Sequence[Counted]) -> str:
    """Differs where articles or what was counted in them do."""
    articles = [(one.path, one.digest.hex()) for one in report.results]
    skipped = [(one.file, one.reason) for one in report.skipped]
    return hashlib.sha256(json.dumps([articles, skipped, counts]).encode()).hexdigest()


# ----------------------------------------------------------------------------------------------------- the file


@contextmanager
def _opened(file: Path, name: str) -> Iterator["Connection"]:
    """The file, locked for this program; what is not committed is taken back. Raises UsageError."""
    try:
        import sqlite3
    except ImportError as error:
        remedy = "use a Python with the module sqlite3, or leave out the history"
        raise UsageError(Problem("this Python cannot read SQLite files", name, remedy)) from error
    try:
        uri = f"{file.absolute().as_uri()}?mode=rwc"
        with closing(sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("BEGIN IMMEDIATE")
            yield connection
    except sqlite3.OperationalError as error:
        remedy = "check the path and its rights, and close it in other programs"
        raise UsageError(Problem(f"the history cannot be read or written: {error}", name, remedy)) from error
    except (sqlite3.DatabaseError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise UsageError(Problem("this is no history of termcheck, or it is damaged", name, _OTHER_FILE)) from error


def _checked(connection: "Connection", name: str) -> None:
    """Make the tables in an empty file; raises UsageError where the file holds anything but them."""
    schema = {
        (kind, table): made
        for kind, table, made in connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    }
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not schema and application == 0 and version == 0:
        for made in _TABLES.values():
            connection.execute(made)
        connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {_VERSION}")
    elif application != _APPLICATION_ID:
        raise UsageError(Problem("the file is another program's database", name, _OTHER_FILE))
    elif version > _VERSION:
        raise UsageError(Problem("a later version of termcheck has written the history", name, "update termcheck"))
    elif version != _VERSION or schema != {("table", table): made for table, made in _TABLES.items()}:
        raise UsageError(Problem("the history is damaged", name, _OTHER_FILE))


def _read(connection: "Connection", asked: str) -> tuple[PastRun, ...]:
    """The newest runs over the same articles, oldest first."""
    newest = "SELECT id, recorded FROM runs WHERE scope = ? ORDER BY id DESC LIMIT ?"
    runs = msgspec.convert(connection.execute(newest, (asked, MOST_RUNS)).fetchall(), list[tuple[int, dt.datetime]])
    columns = ", ".join(Counted._fields)
    select = f"SELECT {columns} FROM counts WHERE run = ? ORDER BY concept, lang, rendering"  # noqa: S608 - our names
    return tuple(
        PastRun(recorded.date(), tuple(msgspec.convert(connection.execute(select, (run,)).fetchall(), list[Counted])))
        for run, recorded in reversed(runs)
    )
