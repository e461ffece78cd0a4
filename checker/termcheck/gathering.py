"""What the articles of a run add up to, one record at a time, in any order and grouping.

Texts are gone when records come here. What corpus rules, the reconciliation and ``first_seen`` need is added up at
once; of each article only its findings and what reports show around them is kept.
"""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from termcheck.model import ArticleRecord, Clue, Finding, Form, FreeUse, Skipped
from termcheck.reconcile import Total, earlier, later
from termcheck.records import WHOLE_TEXTS, folded, page_with_findings


class Gathered:
    """The sum of any number of records."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.records: list[ArticleRecord] = []
        """In the order in which they came, without what is added up elsewhere."""
        self.skipped: list[Skipped] = []
        self.uses = Total()
        self.mixed: set[tuple[str, str]] = set()
        """Concepts and languages for which one article uses several names itself."""
        self.first_seen: dict[Form, dt.date] = {}
        self.clues: list[Clue] = []
        self.length = 0
        """Of the views of all articles together."""
        self._free: dict[tuple[str, str, str], FreeUse] = {}

    @property
    def wants_whole_texts(self) -> bool:
        """Whether the HTML report would show whole texts if nothing more came."""
        return self.length <= WHOLE_TEXTS

    def add(self, outcome: ArticleRecord | Skipped) -> None:
        """Add what checking one article yielded."""
        if isinstance(outcome, Skipped):
            self.skipped.append(outcome)
            return
        self.uses.add(outcome.uses)
        self.mixed.update(outcome.mixed)
        self._add_free(outcome.free)
        if outcome.date is not None:
            self._add_forms(outcome.forms, outcome.date)
        self.clues.extend(outcome.clues)
        self.records.append(replace(outcome, uses=(), free=(), mixed=(), forms=(), clues=()))
        self._shorten(outcome.length)

    def add_findings(self, record: ArticleRecord, findings: Iterable[Finding]) -> None:
        """Add the forms of findings that an article got later."""
        if record.date is not None:
            self._add_forms(((one.concept, folded(one.text)) for one in findings), record.date)

    def free_uses(self) -> tuple[FreeUse, ...]:
        """The free uses of all articles, by the file and place of their first mentions."""
        return tuple(sorted(self._free.values(), key=lambda use: (use.at.file, use.at.start, use.rendering)))

    def _add_free(self, uses: Iterable[FreeUse]) -> None:
        for use in uses:
            key = (use.concept, use.lang, use.rendering)
            known = self._free.get(key)
            self._free[key] = add_uses(known, use) if known else use

    def _add_forms(self, forms: Iterable[Form], date: dt.date) -> None:
        for form in forms:
            known = self.first_seen.get(form)
            if known is None or date < known:
                self.first_seen[form] = date

    def _shorten(self, added: int) -> None:
        """Keep whole texts only while the HTML report would show them."""
        had_whole_texts = self.wants_whole_texts
        self.length += added
        if not self.wants_whole_texts:
            first = 0 if had_whole_texts else -1
            self.records[first:] = map(_shortened, self.records[first:])


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


def _shortened(record: ArticleRecord) -> ArticleRecord:
    if record.page is None or not record.page.is_whole:
        return record
    return replace(record, page=page_with_findings(record.page, (one.view_span for one in record.excerpts)))
