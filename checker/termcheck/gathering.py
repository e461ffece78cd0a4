"""What the articles of a run add up to, one record at a time, in any order and grouping.

Texts are gone when records come here. What corpus rules, the reconciliation and ``first_seen`` need is added up at
once; of each article only its findings and what reports show around them is kept, and put away on the disk where there
are many.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from termcheck.model import ArticleRecord, Clue, Dossier, Form, FreeUse, SegmentKey, SegmentUse, Skipped
from termcheck.partials.sections import (
    BY_SOURCE,
    BY_TARGET,
    CLUES,
    DOSSIERS,
    FORMS,
    FREE,
    MIXED,
    OTHERS,
    PAIRED,
    RECORDS,
    SEGMENTS,
    SKIPPED,
    USES,
    Row,
    Rows,
    Section,
    add_uses,
    free_key,
)
from termcheck.reconcile import Total
from termcheck.records import WHOLE_TEXTS, page_with_findings

if TYPE_CHECKING:
    from termcheck.partials.files import PartialFile
    from termcheck.partials.shelf import Shelf

MOST_HELD = 100_000
"""Articles, and findings, uses and forms of theirs, that are held before they are put away: some hundred megabytes."""


_BYTES_HELD = 400
"""Bytes of packed segments, or characters of what ``discover`` reads, that count like one article."""


class Gathered:
    """The sum of any number of records: a partial result, as ``Rows`` describes it."""

    def __init__(self, shelf: "Shelf | None" = None, most_held: int | None = None) -> None:
        """Start with nothing; without a shelf everything is held in memory."""
        self.skipped: list[Skipped] = []
        self.length = 0
        """Of the views of all articles together."""
        self._shelf = shelf
        self._most_held = MOST_HELD if most_held is None else most_held
        self._away: list[PartialFile] = []
        self._clear()

    def _clear(self) -> None:
        self._records: list[ArticleRecord] = []
        """In the order in which they came, without what is added up elsewhere."""
        self._uses = Total()
        self._mixed: set[tuple[str, str]] = set()
        self._forms: dict[Form, dt.date] = {}
        self._clues: list[Clue] = []
        self._free: dict[tuple[str, str, str], FreeUse] = {}
        self._paired: dict[tuple[str, str, str], FreeUse] = {}
        self._segments: list[bytes] = []
        self._dossiers: list[Dossier] = []
        self._others: Counter[tuple[str, str]] = Counter()
        self._held = self.held_length = 0

    @property
    def wants_whole_texts(self) -> bool:
        """Whether the HTML report would show whole texts if nothing more came."""
        return self.length <= WHOLE_TEXTS

    @property
    def is_large(self) -> bool:
        """Whether there was more than memory should hold."""
        return bool(self._away)

    def add(self, outcome: ArticleRecord | Skipped) -> None:
        """Add what checking one article yielded."""
        if isinstance(outcome, Skipped):
            if outcome.type:
                self._others[outcome.reason, outcome.type] += 1
                return
            self.skipped.append(outcome)
            self._held += 1
            return
        self._uses.add(outcome.uses)
        self._mixed.update(outcome.mixed)
        _add_free(self._free, outcome.free)
        _add_free(self._paired, outcome.paired)
        self._segments.extend(outcome.segments)
        if outcome.date is not None:
            self._add_forms(outcome.forms, outcome.date)
        self._clues.extend(outcome.clues)
        if outcome.dossier is not None:
            self._dossiers.append(outcome.dossier)
            self._held += len(outcome.dossier.text) // _BYTES_HELD + len(outcome.dossier.mentions)
        self._records.append(
            replace(outcome, uses=(), free=(), mixed=(), forms=(), clues=(), segments=(), paired=(), dossier=None)
        )
        self._shorten(outcome.length)
        self._held += 1 + len(outcome.findings) + len(outcome.uses) + len(outcome.forms) + len(outcome.clues)
        self._held += sum(map(len, outcome.segments)) // _BYTES_HELD
        if self._held > self._most_held and self._shelf is not None:
            self._away.append(self._shelf.put(_Held(self)))
            self._clear()
            self.skipped.clear()

    def add_part(self, part: "PartialFile") -> None:
        """Add a partial result that lies on the disk already; only with a shelf."""
        self._away.append(part)
        self.length += part.length

    def rows(self, section: Section[Row]) -> Iterator[Row]:
        """The rows of a section, sorted by its key."""
        held = _Held(self)
        if not self._away or self._shelf is None:
            return held.rows(section)
        from termcheck.partials.merging import Merged

        self._away = self._shelf.few(self._away)
        return Merged([*self._away, held]).rows(section)

    def held_rows(self, section: Section[Any]) -> Iterable[Any]:
        """The rows that memory holds, in any order."""
        rows: dict[str, Callable[[], Iterable[Any]]] = {
            RECORDS.name: lambda: self._records,
            SKIPPED.name: lambda: set(self.skipped),
            USES.name: lambda: self._uses.partial().items(),
            FREE.name: self._free.values,
            MIXED.name: lambda: self._mixed,
            FORMS.name: lambda: ((*form, date) for form, date in self._forms.items()),
            CLUES.name: lambda: self._clues,
            BY_SOURCE.name: lambda: self._segments_by(is_source=True),
            BY_TARGET.name: lambda: self._segments_by(is_source=False),
            PAIRED.name: self._paired.values,
            DOSSIERS.name: lambda: self._dossiers,
            OTHERS.name: lambda: ((*kind, count) for kind, count in self._others.items()),
        }
        return rows[section.name]() if section.name in rows else ()

    def held_segments(self) -> Iterator[SegmentUse]:
        """The segments that memory holds, by file and place."""
        if not self._segments:
            return iter(())
        from termcheck.packed_segments import unpacked

        return unpacked(self._segments)

    def _segments_by(self, *, is_source: bool) -> Iterable[SegmentKey]:
        if not self._segments:
            return ()
        from termcheck.packed_segments import by_source, by_target

        return by_source(self._segments) if is_source else by_target(self._segments)

    def _add_forms(self, forms: Iterable[Form], date: dt.date) -> None:
        for form in forms:
            known = self._forms.get(form)
            if known is None or date < known:
                self._forms[form] = date

    def _shorten(self, added: int) -> None:
        """Keep whole texts only while the HTML report would show them."""
        had_whole_texts = self.wants_whole_texts
        self.length += added
        self.held_length += added
        if not self.wants_whole_texts:
            first = 0 if had_whole_texts else -1
            self._records[first:] = map(_shortened, self._records[first:])


class _Held:
    """What memory holds of a sum."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self.length = gathered.held_length

    def rows(self, section: Section[Row]) -> Iterator[Row]:
        if section.name == SEGMENTS.name:
            return self._gathered.held_segments()  # type: ignore[return-value]  # these are its rows
        return iter(sorted(self._gathered.held_rows(section), key=section.key))


def free_uses(part: Rows) -> tuple[FreeUse, ...]:
    """The free uses of all articles, by the file and place of their first mentions."""
    return tuple(sorted(part.rows(FREE), key=lambda use: (use.at.file, use.at.start, use.rendering)))


def records_of(part: Rows) -> Iterator[ArticleRecord]:
    """The records of a partial result, with as much of their texts as the HTML report shows."""
    records = part.rows(RECORDS)
    return records if part.length <= WHOLE_TEXTS else map(_shortened, records)


def _add_free(known: dict[tuple[str, str, str], FreeUse], uses: Iterable[FreeUse]) -> None:
    for use in uses:
        key = free_key(use)
        before = known.get(key)
        known[key] = add_uses(before, use) if before else use


def _shortened(record: ArticleRecord) -> ArticleRecord:
    if record.page is None or not record.page.is_whole:
        return record
    return replace(record, page=page_with_findings(record.page, (one.view_span for one in record.excerpts)))
