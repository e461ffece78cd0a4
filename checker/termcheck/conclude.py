"""What all articles of a run together show: corpus rules, suppressed findings, closing rules, the report."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from termcheck.check import configure, with_fingerprints
from termcheck.config import Settings, severity_for
from termcheck.decisions import apply_directives, open_ended
from termcheck.gathering import free_uses, records_of
from termcheck.languages.folding import fold
from termcheck.model import (
    ArticleRecord,
    ClosingRule,
    Corpus,
    CorpusRule,
    DirectiveUse,
    Finding,
    Form,
    Glossary,
    Reconciliation,
    Report,
    SegmentUse,
    Severity,
    Span,
    State,
    Suppressions,
)
from termcheck.partials.findings import Findings
from termcheck.partials.others import notices_of
from termcheck.partials.sections import (
    BY_SOURCE,
    BY_TARGET,
    CLUES,
    FORMS,
    MIXED,
    OTHERS,
    PAIRED,
    SEGMENTS,
    SKIPPED,
    USES,
    Rows,
)
from termcheck.reconcile import entries
from termcheck.records import folded
from termcheck.remembered import Remembered, last_words
from termcheck.rules import RULES

if TYPE_CHECKING:
    from termcheck.partials.shelf import Shelf

Join = Callable[[Sequence[Finding], Sequence[Finding]], tuple[Finding, ...]]
"""Puts findings that came later to those of an article."""


class LookAgain(Protocol):
    """Adds to records what reports show around stretches of their articles, for findings that came later."""

    def expect(self, paths: Collection[str]) -> None:
        """Make ready for these articles, which will be asked for; some of them may be none."""

    def __call__(self, record: ArticleRecord, spans: Sequence[Span]) -> ArticleRecord:
        """The record with what stands around the stretches."""


def conclude(
    part: Rows,
    others: int,
    glossary: Glossary,
    settings: Settings,
    remembered: Remembered | None = None,
    look_again: LookAgain | None = None,
    shelf: "Shelf | None" = None,
) -> Report:
    """The report on a partial result, which is that of all articles; ``others`` counts files that are no articles.

    Without ``look_again`` reports show no words around the findings of corpus and closing rules. With a shelf, what
    grows with the number of articles lies there, and is read again whenever a report asks for it.
    """
    remembered = remembered or Remembered()
    found = entries(part.rows(USES), glossary)
    reconciliation = tuple(found) if shelf is None else shelf.keep_entries(found)
    records, suppressions, notices = _stated(
        part, _later(part, reconciliation, settings), remembered, look_again, shelf
    )
    useless, unused = remembered.of_no_use(records), remembered.unused(glossary, reconciliation, records)
    if remembered.is_strict:
        suppressions = replace(suppressions, unmatched=useless, unused=tuple(unused))
    named = {concept for use in suppressions.directives for concept in use.directive.concepts}
    known = frozenset(concept for concept in named if glossary.concept(concept) is not None)
    suppressions = replace(suppressions, concepts=known)
    closing = _by_file(_closing_findings(suppressions, settings))
    records, elsewhere = _closed(records, closing, look_again, shelf)
    counts = _counted(records, elsewhere)
    count = sum(count for (state, _), count in counts.tally.items() if state is State.OPEN)
    findings = Findings(records, elsewhere, is_open=True, count=count)
    suppressed = Findings(records, elsewhere, is_open=False, count=counts.tally.total() - count)
    passed_over = tuple(part.rows(OTHERS))
    return Report(
        glossary=glossary,
        results=records,
        findings=tuple(findings) if shelf is None else findings,
        suppressed=tuple(suppressed) if shelf is None else suppressed,
        reconciliation=reconciliation,
        skipped=tuple(part.rows(SKIPPED)) if shelf is None else shelf.keep_skipped(part.rows(SKIPPED)),
        others=others + sum(count for _, _, count in passed_over),
        notices=(*notices, *notices_of(passed_over)),
        last_words=() if remembered.is_strict else last_words(useless, unused),
        fail_on=settings.fail_on,
        first_seen=_first_seen(part, counts.forms, records, closing),
        tally=counts.tally,
        languages=counts.languages,
    )


def _later(part: Rows, reconciliation: Sequence[Reconciliation], settings: Settings) -> "_Later":
    """The findings that only all articles together show."""
    corpus = Corpus(
        free_uses(part),
        frozenset(part.rows(MIXED)),
        reconciliation,
        by_source=partial(part.rows, BY_SOURCE),
        by_target=partial(part.rows, BY_TARGET),
        segments=partial(_segments_at, part),
        paired=tuple(part.rows(PAIRED)),
    )
    on_corpus = _by_file(_corpus_findings(corpus, settings))
    first = next(part.rows(CLUES), None)
    if first is None:
        return _Later({}, on_corpus)
    from termcheck.clues import vouched

    return _Later(_by_file(vouched(part.rows(CLUES))), on_corpus)


def _segments_at(part: Rows, places: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], SegmentUse]:
    """The segments of bilingual files that stand at some places."""
    wanted = frozenset(places)
    found = part.rows(SEGMENTS) if wanted else ()
    return {(one.file, one.start): one for one in found if (one.file, one.start) in wanted}


class _Later(Struct, frozen=True):
    vouched: Mapping[str, Sequence[Finding]]
    """File -> findings of the rule for unlisted renderings."""
    corpus: Mapping[str, Sequence[Finding]]
    """File -> findings of corpus rules."""


def _stated(
    part: Rows, later: _Later, remembered: Remembered, look_again: LookAgain | None, shelf: "Shelf | None"
) -> tuple[Sequence[ArticleRecord], Suppressions, list[str]]:
    """The records with what came later and the states of all findings; what suppressed how many; what to tell of it."""
    uses: list[DirectiveUse] = []
    notices: list[str] = []
    if look_again is not None:
        look_again.expect({*later.vouched, *later.corpus})

    def stated() -> Iterator[ArticleRecord]:
        for record in records_of(part):
            kept = record
            if record.path in later.vouched:
                from termcheck.clues import with_vouched

                kept = _with_later(kept, later.vouched[record.path], look_again, with_vouched)
            kept = _with_later(kept, later.corpus.get(record.path, ()), look_again)
            findings, used = apply_directives(kept, kept.findings)
            kept = with_findings(kept, findings)
            uses.extend(used)
            notices.extend((*kept.notices, *open_ended(kept, used)))
            yield with_findings(kept, remembered.verdicts.apply(kept, kept.findings))

    records = _kept(stated(), shelf)
    baseline = remembered.baseline
    if baseline.entries:
        renamed = baseline.renamed(records, remembered.root)
        accepted = (with_findings(one, baseline.apply(one.findings, one.path, renamed)) for one in records)
        records = _kept(accepted, shelf)
    return records, Suppressions(tuple(uses)), notices


def _closed(
    records: Sequence[ArticleRecord],
    closing: Mapping[str, Sequence[Finding]],
    look_again: LookAgain | None,
    shelf: "Shelf | None",
) -> tuple[Sequence[ArticleRecord], list[Finding]]:
    """The records with the findings of closing rules, and those of these that are in no article."""
    if not closing:
        return records, []
    if look_again is not None:
        look_again.expect(closing.keys())
    met: set[str] = set()

    def closed() -> Iterator[ArticleRecord]:
        for record in records:
            if record.path in closing:
                met.add(record.path)
            yield _with_later(record, closing.get(record.path, ()), look_again)

    records = _kept(closed(), shelf)
    elsewhere = [one for file in sorted(closing.keys() - met) for one in closing[file]]
    return records, sorted(elsewhere, key=lambda finding: finding.order)


def _kept(records: Iterable[ArticleRecord], shelf: "Shelf | None") -> Sequence[ArticleRecord]:
    return tuple(records) if shelf is None else shelf.keep_records(records)


class _Counts(Struct, frozen=True):
    tally: Counter[tuple[State, Severity]]
    languages: Counter[str | None]
    forms: set[Form]
    """Of findings."""


def _counted(records: Iterable[ArticleRecord], elsewhere: Iterable[Finding]) -> _Counts:
    """What one look at all findings tells."""
    counts = _Counts(Counter(), Counter(), set())
    for record in records:
        counts.languages[record.lang] += 1
        for one in record.findings:
            counts.tally[one.state, one.severity] += 1
            counts.forms.add((one.concept, folded(one.text)))
    for one in elsewhere:
        counts.tally[one.state, one.severity] += 1
    return counts


def _first_seen(
    part: Rows, wanted: Collection[Form], records: Iterable[ArticleRecord], closing: Mapping[str, Sequence[Finding]]
) -> Mapping[Form, dt.date]:
    """Earliest date of an article for every form that has a finding."""
    seen = {(concept, text): date for concept, text, date in part.rows(FORMS) if (concept, text) in wanted}
    for record in records if closing else ():
        for one in closing.get(record.path, ()) if record.date is not None else ():
            form = (one.concept, folded(one.text))
            known = seen.get(form)
            if record.date is not None and (known is None or record.date < known):
                seen[form] = record.date
    return seen


def _together(findings: Sequence[Finding], added: Sequence[Finding]) -> tuple[Finding, ...]:
    return (*findings, *added)


def _with_later(
    record: ArticleRecord, added: Sequence[Finding], look_again: LookAgain | None, join: Join = _together
) -> ArticleRecord:
    if not added:
        return record
    if look_again is not None:
        record = look_again(record, [Span(finding.start, finding.end) for finding in added])
    return with_findings(record, join(record.findings, added))


def _corpus_findings(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    for rule in RULES:
        if isinstance(rule, CorpusRule):
            yield from _configured(rule, rule.find(corpus), settings)


def _closing_findings(suppressions: Suppressions, settings: Settings) -> Iterator[Finding]:
    for rule in RULES:
        if isinstance(rule, ClosingRule):
            yield from _configured(rule, rule.find(suppressions), settings)


def _configured(rule: CorpusRule | ClosingRule, findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    for finding in findings:
        severity = severity_for(rule.id, finding.file, settings, rule.severity)
        if severity is not None:
            yield replace(finding, severity=configure(finding.severity, rule.severity, severity))


def _by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    files: dict[str, list[Finding]] = {}
    for finding in findings:
        files.setdefault(finding.file, []).append(finding)
    return files


def with_findings(record: ArticleRecord, findings: Iterable[Finding]) -> ArticleRecord:
    """The record with these findings instead, in report order; occurrence numbers in fingerprints follow it."""
    ordered = tuple(sorted(findings, key=lambda finding: finding.order))
    if ordered == record.findings:
        return record
    return replace(record, findings=with_fingerprints(ordered, lambda finding: _surroundings(record, finding)))


def _surroundings(record: ArticleRecord, finding: Finding) -> tuple[str, str, str]:
    excerpt = record.excerpt_of(finding)
    return excerpt.surroundings if excerpt else (" ".join(fold(finding.observed).split()), "", "")
