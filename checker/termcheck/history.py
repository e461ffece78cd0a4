"""What earlier runs counted, in a SQLite file of the user's, and what became of each concept since.

A run is known by what it looked at and what it found there: the same run again adds nothing. Runs over other articles
are kept in the same file and never compared with each other.
"""

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from termcheck.databases import Database, storable
from termcheck.languages.folding import fold
from termcheck.model import Report, Severity, Trend, TrendPoint

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_RUNS = 100
"""The newest of them are shown."""
_HISTORY = Database(
    "history",
    "the history",
    application=0x7465726D,  # the letters "term"
    version=1,
    tables={
        "runs": "CREATE TABLE runs (id INTEGER PRIMARY KEY, recorded TEXT NOT NULL, scope TEXT NOT NULL, "
        "digest TEXT NOT NULL, articles INTEGER NOT NULL)",
        "counts": "CREATE TABLE counts (run INTEGER NOT NULL REFERENCES runs, concept TEXT NOT NULL, "
        "lang TEXT NOT NULL, rendering TEXT NOT NULL, mentions INTEGER NOT NULL, approved INTEGER NOT NULL, "
        "errors INTEGER NOT NULL, warnings INTEGER NOT NULL, hints INTEGER NOT NULL, "
        "PRIMARY KEY (run, concept, lang, rendering)) WITHOUT ROWID",
    },
)


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
    with _HISTORY.opened(file, name) as connection:
        _HISTORY.check_whole(connection, name)


def keep_run(file: Path, name: str, report: Report, scope: Sequence[str], when: dt.datetime) -> tuple[PastRun, ...]:
    """Add a run, unless the last one over the same articles found the same in the same; returns the newest runs.

    ``scope``: the paths that were asked for; ``name``: the file as messages show it. Oldest first. Raises UsageError
    where the file cannot be read or written, or is none of ours.
    """
    counts = count(report)
    asked = json.dumps(sorted(scope))
    digest = _digest(report, counts)
    file.parent.mkdir(parents=True, exist_ok=True)
    with _HISTORY.opened(file, name) as connection:
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
        try:
            runs = _read(connection, asked)
        except msgspec.ValidationError as error:
            raise _HISTORY.damaged(name) from error
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
    concept, lang, rendering = (storable(text) for text in one[:3])
    return one._replace(concept=concept, lang=lang, rendering=rendering)


def _digest(report: Report, counts: Sequence[Counted]) -> str:
    """Differs where articles or what was counted in them do."""
    digest = hashlib.sha256(b"[")
    for rows in (
        ((one.path, one.digest.hex()) for one in report.results),
        ((one.file, one.reason) for one in report.skipped),
    ):
        for place, row in enumerate(rows):  # one after the other: there may be millions
            digest.update(f"{', ' if place else '['}{json.dumps(row)}".encode())
        digest.update(b"], ")
    digest.update(f"{json.dumps(counts)}]".encode())
    return digest.hexdigest()


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
