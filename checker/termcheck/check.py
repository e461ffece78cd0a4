"""Checking one article: all that an engine, a hook or an editor calls."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from termcheck.abbreviations import drop_foreign
from termcheck.config import Settings, severity_for
from termcheck.languages.folding import fold
from termcheck.matching import TermIndex, find_mentions, renderings_for
from termcheck.model import (
    Article,
    ArticleResult,
    ArticleRule,
    Finding,
    Mention,
    Policy,
    Region,
    RegionKind,
    Renderings,
    Severity,
)
from termcheck.rules import RULES

_FINGERPRINT_CONTEXT = 40
"""Folded characters before and after a finding that its fingerprint remembers."""
_MARKS = "\"'“”„‟‘’‚«»‹›「」『』《》〈〉()（）[]【】*_ \u00a0.,;:!?。，"


def check_article(article: Article, index: TermIndex, settings: Settings) -> ArticleResult:
    """The mentions in an article whose language is chosen, and the findings of all article rules.

    Findings are in report order, all open: directives, decisions and baseline come later. Needs no other article.
    """
    mentions = drop_foreign(article, find_mentions(article, index, settings))
    renderings = renderings_for(article, index)
    found = [
        finding
        for rule in RULES
        if isinstance(rule, ArticleRule)
        for finding in _apply(rule, article, mentions, renderings, settings)
    ]
    return ArticleResult(article, mentions, with_fingerprints(article, sorted(found, key=lambda one: one.order)))


def _apply(
    rule: ArticleRule, article: Article, mentions: tuple[Mention, ...], renderings: Renderings, settings: Settings
) -> Iterable[Finding]:
    configured = severity_for(rule.id, article.path, settings, rule.severity)
    if configured is None:
        return
    for finding in rule.find(article, mentions, renderings):
        severity = configure(finding.severity, rule.severity, configured)
        policy = _policy_at(finding, article, mentions, settings)
        if policy is Policy.SKIP:
            continue
        yield replace(finding, severity=Severity.HINT if policy is Policy.NOTE else severity)


def configure(found: Severity, default: Severity, configured: Severity) -> Severity:
    """The configured severity in place of the default one; a finding that its rule lowered stays at most as low."""
    return configured if found is default else min(found, configured, key=lambda severity: severity.rank)


def _policy_at(finding: Finding, article: Article, mentions: Sequence[Mention], settings: Settings) -> Policy:
    """What the settings say of the quotation, if any, in which a finding stands; the strictest of nested ones."""
    policies = {Policy.CHECK}
    view_span = next((one.view_span for one in mentions if one.span == (finding.start, finding.end)), None)
    if view_span is None:
        return Policy.CHECK
    for region in article.regions:
        if region.view_span.contains(view_span):
            if region.kind is RegionKind.BLOCK_QUOTATION:
                policies.add(settings.blockquotes)
            elif region.kind in {RegionKind.QUOTATION, RegionKind.WORK_TITLE} and not _only_encloses(
                region, view_span, article
            ):
                policies.add(settings.quotes)
    return Policy.SKIP if Policy.SKIP in policies else Policy.NOTE if Policy.NOTE in policies else Policy.CHECK


def _only_encloses(region: Region, view_span: tuple[int, int], article: Article) -> bool:
    """Whether quotation marks hold nothing but the term: they mark it, they quote nobody."""
    text = article.view.text
    around = text[region.view_span.start : view_span[0]] + text[view_span[1] : region.view_span.end]
    return not around.strip(_MARKS)


def with_fingerprints(article: Article, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one article, in their order, each with what recognises it again after edits elsewhere.

    Recipe 1: rule, concept, folded text, 40 folded characters before and after, and which one of several such it is.
    """
    seen: Counter[str] = Counter()
    known: dict[tuple[int, int], tuple[str, str, str]] = {}
    marked = []
    for finding in findings:
        where = (finding.start, finding.end)
        if where not in known:
            known[where] = _surroundings(article.text, *where)
        key = "\x1f".join((finding.rule, finding.concept or "", *known[where]))
        digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[key] += 1
        marked.append(replace(finding, fingerprint=f"1:{digest}"))
    return tuple(marked)


def _surroundings(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The folded text of a stretch, and what stands before and after it, white space as single spaces."""
    reach = 2 * _FINGERPRINT_CONTEXT
    before = " ".join(fold(text[max(0, start - reach) : start]).split())[-_FINGERPRINT_CONTEXT:]
    after = " ".join(fold(text[end : end + reach]).split())[:_FINGERPRINT_CONTEXT]
    return " ".join(fold(text[start:end]).split()), before, after
