"""What all articles of a run together show: corpus rules, suppressed findings, closing rules, the report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from termcheck.check import configure, with_fingerprints
from termcheck.config import Settings, severity_for
from termcheck.decisions import apply_directives, open_ended
from termcheck.model import (
    ArticleResult,
    ClosingRule,
    Corpus,
    CorpusRule,
    DirectiveUse,
    Finding,
    Glossary,
    Report,
    Skipped,
    State,
    Suppressions,
)
from termcheck.reconcile import reconcile
from termcheck.rules import RULES
from termcheck.verdicts import Verdicts


def conclude(
    results: Iterable[ArticleResult],
    skipped: Iterable[Skipped],
    others: int,
    glossary: Glossary,
    settings: Settings,
    verdicts: Verdicts | None = None,
) -> Report:
    """The report on checked articles, in any order; ``others`` counts files that are no articles."""
    checked = tuple(sorted(results, key=lambda result: result.article.path))
    reconciliation = reconcile(checked, glossary)
    added = _by_file(_corpus_findings(Corpus(checked, reconciliation), settings))
    stated, suppressions, notices = _suppress(checked, added, glossary, verdicts or Verdicts())
    closing = _by_file(_closing_findings(suppressions, settings))
    final = [with_findings(result, (*result.findings, *closing.get(result.article.path, ()))) for result in stated]
    findings = [finding for result in final for finding in result.findings]
    return Report(
        glossary=glossary,
        results=tuple(final),
        findings=tuple(finding for finding in findings if finding.state is State.OPEN),
        suppressed=tuple(finding for finding in findings if finding.state is not State.OPEN),
        reconciliation=reconciliation,
        skipped=tuple(sorted(skipped)),
        others=others,
        notices=tuple(notices),
        fail_on=settings.fail_on,
    )


def _suppress(
    results: Iterable[ArticleResult], added: Mapping[str, Sequence[Finding]], glossary: Glossary, verdicts: Verdicts
) -> tuple[list[ArticleResult], Suppressions, list[str]]:
    """The results with the findings of corpus rules and with states; what suppressed how many; what to tell of it."""
    stated: list[ArticleResult] = []
    uses: list[DirectiveUse] = []
    notices: list[str] = []
    for result in results:
        article = result.article
        findings, used = apply_directives(article, (*result.findings, *added.get(article.path, ())))
        with_directives = with_findings(result, findings)
        stated.append(with_findings(result, verdicts.apply(article, with_directives.findings)))
        uses.extend(used)
        notices.extend((*article.notices, *open_ended(article, used)))
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


def with_findings(result: ArticleResult, findings: Iterable[Finding]) -> ArticleResult:
    """The result with these findings instead, in report order; occurrence numbers in fingerprints follow it."""
    ordered = tuple(sorted(findings, key=lambda finding: finding.order))
    if ordered == result.findings:
        return result
    return ArticleResult(result.article, result.mentions, with_fingerprints(result.article, ordered))
