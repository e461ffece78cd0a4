"""What all articles of a run together show: corpus rules, suppressed findings, closing rules, the report."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from termcheck.check import configure, with_fingerprints
from termcheck.config import Settings, severity_for
from termcheck.decisions import apply_directives, open_ended
from termcheck.gathering import Gathered
from termcheck.languages.folding import fold
from termcheck.model import (
    ArticleRecord,
    ClosingRule,
    Corpus,
    CorpusRule,
    DirectiveUse,
    Finding,
    Glossary,
    Report,
    Span,
    State,
    Suppressions,
)
from termcheck.reconcile import finish
from termcheck.remembered import Remembered, last_words
from termcheck.rules import RULES

Join = Callable[[Sequence[Finding], Sequence[Finding]], tuple[Finding, ...]]
"""Puts findings that came later to those of an article."""
LookAgain = Callable[[ArticleRecord, Sequence[Span]], ArticleRecord]
"""Adds to a record what reports show around stretches of its article, for findings that came later."""


def conclude(
    gathered: Gathered,
    others: int,
    glossary: Glossary,
    settings: Settings,
    remembered: Remembered | None = None,
    look_again: LookAgain | None = None,
) -> Report:
    """The report on what was gathered; ``others`` counts files that are no articles.

    Without ``look_again`` reports show no words around the findings of corpus and closing rules.
    """
    records = sorted(gathered.records, key=lambda record: record.path)
    reconciliation = finish(gathered.uses.partial(), glossary)
    corpus = Corpus(gathered.free_uses(), frozenset(gathered.mixed), reconciliation)
    if gathered.clues:
        from termcheck.clues import vouched, with_vouched

        records = _with_added(records, _by_file(vouched(gathered.clues)), look_again, with_vouched)
    records = _with_added(records, _by_file(_corpus_findings(corpus, settings)), look_again)
    remembered = remembered or Remembered()
    records, suppressions, notices = _suppress(records, glossary, remembered)
    useless, unused = remembered.of_no_use(records), remembered.unused(glossary, reconciliation, records)
    if remembered.is_strict:
        suppressions = replace(suppressions, unmatched=useless, unused=unused)
    closing = _by_file(_closing_findings(suppressions, settings))
    records = _with_added(records, closing, look_again)
    for record in records:
        gathered.add_findings(record, closing.get(record.path, ()))
    paths = {record.path for record in records}
    elsewhere = [one for file in sorted(closing.keys() - paths) for one in closing[file]]
    findings = [finding for record in records for finding in record.findings] + elsewhere
    findings.sort(key=lambda finding: finding.order)
    return Report(
        glossary=glossary,
        results=tuple(records),
        findings=tuple(finding for finding in findings if finding.state is State.OPEN),
        suppressed=tuple(finding for finding in findings if finding.state is not State.OPEN),
        reconciliation=reconciliation,
        skipped=tuple(sorted(gathered.skipped)),
        others=others,
        notices=tuple(notices),
        last_words=() if remembered.is_strict else last_words(useless, unused),
        fail_on=settings.fail_on,
        first_seen=gathered.first_seen,
    )


def _together(findings: Sequence[Finding], added: Sequence[Finding]) -> tuple[Finding, ...]:
    return (*findings, *added)


def _with_added(
    records: Iterable[ArticleRecord],
    added: Mapping[str, Sequence[Finding]],
    look_again: LookAgain | None,
    join: Join = _together,
) -> list[ArticleRecord]:
    """The records with findings that came later, and with what reports show around these."""
    return [_with_later(record, added.get(record.path, ()), look_again, join) for record in records]


def _with_later(
    record: ArticleRecord, added: Sequence[Finding], look_again: LookAgain | None, join: Join
) -> ArticleRecord:
    if not added:
        return record
    if look_again is not None:
        record = look_again(record, [Span(finding.start, finding.end) for finding in added])
    return with_findings(record, join(record.findings, added))


def _suppress(
    records: Iterable[ArticleRecord], glossary: Glossary, remembered: Remembered
) -> tuple[list[ArticleRecord], Suppressions, list[str]]:
    """The records with the states of their findings; what suppressed how many; what to tell of it."""
    stated: list[ArticleRecord] = []
    uses: list[DirectiveUse] = []
    notices: list[str] = []
    for record in records:
        findings, used = apply_directives(record, record.findings)
        with_directives = with_findings(record, findings)
        stated.append(with_findings(record, remembered.verdicts.apply(record, with_directives.findings)))
        uses.extend(used)
        notices.extend((*record.notices, *open_ended(record, used)))
    baseline = remembered.baseline
    if baseline.entries:
        renamed = baseline.renamed(stated, remembered.root)
        stated = [with_findings(one, baseline.apply(one.findings, one.path, renamed)) for one in stated]
    concepts = frozenset(concept.id for concept in glossary.concepts)
    return stated, Suppressions(tuple(uses), concepts), notices


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
