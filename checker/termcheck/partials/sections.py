"""The sections of a partial result: what stands in each, in which order, and how equal rows are joined.

Joining is associative and commutative, and rows are sorted, so that it does not matter who checked which article.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from termcheck.model import (
    ArticleRecord,
    Clue,
    Dossier,
    Excerpt,
    FreeUse,
    Page,
    Reconciliation,
    RenderingKey,
    SegmentKey,
    SegmentUse,
    Skipped,
    Use,
)
from termcheck.reconcile import earlier, joined_uses, later

Row = TypeVar("Row")

MixedName = tuple[str, str]
"""Concept and language for which one article uses several names itself."""
FirstSeen = tuple[str | None, str, dt.date]
"""Concept and folded text of a form, and the earliest date of an article that has it."""


Others = tuple[str, str, int]
"""Archive, type (suffix), and how many such files it has."""


class Spare(Struct, frozen=True, array_like=True):
    """What reports show around places of an article at which all articles together may have a finding."""

    path: str
    excerpts: tuple[Excerpt, ...]
    """By start and end."""
    page: Page | None
    """The blocks that hold these places or a finding, where the HTML report is wanted."""


class Section(Generic[Row]):
    """One kind of rows."""

    __slots__ = ("join", "key", "name", "type")

    def __init__(
        self,
        name: str,
        type_: Any,  # noqa: ANN401 - a type, or an alias of one
        key: Callable[[Row], Any],
        join: Callable[[Sequence[Row]], Row] | None = None,
    ) -> None:
        """``key``: rows are sorted by it; ``join``: makes one of several with one key; None where these stay apart."""
        self.name = name
        self.type = type_
        self.key = key
        self.join = join


class Rows(Protocol):
    """A partial result, wherever it lies."""

    length: int
    """Of the views of all articles together."""

    def rows(self, section: Section[Row]) -> Iterator[Row]:
        """The rows of a section, sorted by its key; may be asked for again and again."""


def _first(rows: Sequence[Row]) -> Row:
    return rows[0]


def _path(row: ArticleRecord) -> str:
    return row.path


def _spare_path(row: Spare) -> str:
    return row.path


def _by_article(row: Skipped) -> tuple[str, str]:
    return row.file, row.reason


def _rendering(row: tuple[RenderingKey, Use]) -> RenderingKey:
    return row[0]


def _join_uses(rows: Sequence[tuple[RenderingKey, Use]]) -> tuple[RenderingKey, Use]:
    return rows[0][0], joined_uses([use for _, use in rows])


def free_key(row: FreeUse) -> tuple[str, str, str]:
    """What tells one free use from others."""
    return row.concept, row.lang, row.rendering


def add_uses(one: FreeUse, other: FreeUse) -> FreeUse:
    """Two uses of one rendering in different articles as one; associative and commutative."""
    head, tail = (one, other) if one.at.file <= other.at.file else (other, one)
    return replace(
        head,
        count=head.count + tail.count,
        articles=head.articles + tail.articles,
        first=earlier(head.first, tail.first),
        last=later(head.last, tail.last),
    )


def _join_free(rows: Sequence[FreeUse]) -> FreeUse:
    total, *others = rows
    for use in others:
        total = add_uses(total, use)
    return total


def _form(row: FirstSeen) -> tuple[bool, str, str]:
    return row[0] is not None, row[0] or "", row[1]


def _join_dates(rows: Sequence[FirstSeen]) -> FirstSeen:
    return min(rows, key=lambda row: row[2])


def _mixed(row: MixedName) -> MixedName:
    return row


def _slot(row: Clue) -> tuple[str, str, int, str, int, bool]:
    return row.slot, row.at.file, row.at.start, row.concept, row.at.end, row.is_known


def _shared(row: SegmentKey) -> tuple[bytes, str, int]:
    return row.shared, row.file, row.start


def _place(row: SegmentUse) -> tuple[str, int]:
    return row.file, row.start


def _dossier(row: Dossier) -> str:
    return row.path


def _kind_of_others(row: Others) -> tuple[str, str]:
    return row[0], row[1]


def _join_others(rows: Sequence[Others]) -> Others:
    return rows[0][0], rows[0][1], sum(count for _, _, count in rows)


def _entry(row: Reconciliation) -> tuple[str, str]:
    return row.concept, row.lang


RECORDS = Section("records", ArticleRecord, _path)
"""Of each article what is kept of it, without what the other sections add up."""
SKIPPED = Section("skipped", Skipped, _by_article, _first)
USES = Section("uses", tuple[RenderingKey, Use], _rendering, _join_uses)
"""What the reconciliation adds up."""
FREE = Section("free", FreeUse, free_key, _join_free)
MIXED = Section("mixed", MixedName, _mixed, _first)
FORMS = Section("forms", FirstSeen, _form, _join_dates)
CLUES = Section("clues", Clue, _slot)
SPARES = Section("spares", Spare, _spare_path)
"""Only where no article can be looked at again."""

BY_SOURCE = Section("by-source", SegmentKey, _shared)
"""Which segments of bilingual files have one source, and which of these differ in their translations."""
BY_TARGET = Section("by-target", SegmentKey, _shared)
"""Which have one translation, and which of these differ in their sources."""
SEGMENTS = Section("segments", SegmentUse, _place)
"""The segments."""
PAIRED = Section("paired", FreeUse, free_key, _join_free)

DOSSIERS = Section("dossiers", Dossier, _dossier)
"""What ``discover`` reads; only where it was asked."""

OTHERS = Section("others", Others, _kind_of_others, _join_others)
"""Files in archives that nothing reads."""

FINAL = Section("final", ArticleRecord, _path)
"""Records with their final findings; only in files of this run, as the next."""
RECONCILED = Section("reconciled", Reconciliation, _entry)

SECTIONS: tuple[Section[Any], ...] = (
    RECORDS,
    SKIPPED,
    USES,
    FREE,
    MIXED,
    FORMS,
    CLUES,
    SPARES,
    FINAL,
    RECONCILED,
    BY_SOURCE,
    BY_TARGET,
    PAIRED,
    SEGMENTS,
    DOSSIERS,
    OTHERS,
)
"""In the order of a file; a new one goes to the end, and raises the version of the format."""
