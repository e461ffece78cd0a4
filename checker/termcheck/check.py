"""Checking one article: all that an engine, a hook or an editor calls."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from itertools import islice, repeat
from typing import Any

from msgspec.structs import replace

from termcheck.abbreviations import drop_foreign
from termcheck.config import Settings, severity_for
from termcheck.excerpts import surroundings
from termcheck.languages.choosing.mixed import layers
from termcheck.matching import (
    Screened,
    TermIndex,
    find_listed_mentions,
    find_mentions,
    renderings_for,
    screen_articles,
)
from termcheck.model import (
    Article,
    ArticleResult,
    ArticleRule,
    Finding,
    Mention,
    Policy,
    Renderings,
    SegmentPair,
    SegmentRule,
    Severity,
    Span,
)
from termcheck.quotations import Quotations
from termcheck.rules import RULES

_OF_ARTICLES = tuple(rule for rule in RULES if isinstance(rule, ArticleRule))


def check_articles(articles: Sequence[Article], index: TermIndex, settings: Settings) -> Iterator[ArticleResult]:
    """What ``check_article`` yields for each of some articles, in their order; several at a time cost less each.

    Each is checked when it is asked for, so that what else is done with it finds it as it was left.
    """
    texts = [tuple(layers(article)) for article in articles]
    sources = [_layers_of_source(article) for article in articles]
    screened = iter(screen_articles([layer for each in (*texts, *sources) for layer in each], index))
    of_texts, of_sources = ([list(islice(screened, len(each))) for each in some] for some in (texts, sources))
    for article, *found in zip(articles, of_texts, of_sources, strict=True):
        yield _check(article, index, settings, *found)


def check_article(article: Article, index: TermIndex, settings: Settings) -> ArticleResult:
    """The mentions in an article whose language is chosen, and the findings of all article rules.

    Findings are in report order, all open: directives, decisions and baseline come later. Needs no other article.
    """
    return _check(article, index, settings, repeat(None), repeat(None))


def _check(
    article: Article,
    index: TermIndex,
    settings: Settings,
    screened: Iterable[Screened | None],
    of_source: Iterable[Screened | None],
) -> ArticleResult:
    """``screened``: of each layer of the article; ``of_source``: of each layer of its source."""
    mentions: list[Mention] = []
    found: list[Finding] = []
    pairs: list[SegmentPair] = []
    sources = _in_sources(article, index, of_source)
    for layer, what in zip(layers(article), screened, strict=False):
        in_layer = find_mentions(layer, index, settings, what)
        if layer.reads_on:
            in_layer = drop_foreign(layer, in_layer, index.glossary)
        if layer.source is not None and (in_layer or sources):
            from termcheck.segments import compare

            renderings = renderings_for(layer, index)
            compared = compare(layer, in_layer, sources, index, renderings)
            in_layer = compared.mentions
            pairs.extend(compared.pairs)
            found.extend(_of_segments(layer, compared.pairs, renderings, settings))
        mentions.extend(in_layer)
        found.extend(_findings(layer, in_layer, index, settings))
    if article.parts:
        mentions.sort(key=lambda one: (one.view_span.start, -one.view_span.end))
        pairs.sort(key=lambda one: one.segment.view_span)
    if len(found) > 1:
        found.sort(key=lambda one: one.order)
    return ArticleResult(article, tuple(mentions), _fingerprinted(article, found), tuple(pairs))


def _layers_of_source(article: Article) -> tuple[Article, ...]:
    """What a bilingual article translates, once for each of its languages that is known."""
    return tuple(layer for layer in layers(article.source) if layer.lang) if article.source is not None else ()


def _in_sources(article: Article, index: TermIndex, screened: Iterable[Screened | None]) -> tuple[Mention, ...]:
    """The terms in what a bilingual article translates."""
    sources = zip(_layers_of_source(article), screened, strict=False)
    found = [find_listed_mentions(layer, index, what) for layer, what in sources]
    if len(found) == 1:
        return found[0]
    return tuple(sorted((one for each in found for one in each), key=lambda one: one.view_span))


def _of_segments(
    article: Article, pairs: tuple[SegmentPair, ...], renderings: Renderings, settings: Settings
) -> Iterable[Finding]:
    """What the rules for bilingual articles find, with the severities that are configured for them."""
    for rule in RULES:
        if isinstance(rule, SegmentRule):
            configured = severity_for(rule.id, article.path, settings, rule.severity)
            if configured is not None:
                for finding in rule.find(article, pairs, renderings):
                    yield replace(finding, severity=configure(finding.severity, rule.severity, configured))


def _findings(
    article: Article, mentions: tuple[Mention, ...], index: TermIndex, settings: Settings
) -> Iterable[Finding]:
    """What the article rules find in a text of one language, with the severities that are configured for it."""
    is_alone, reads_on = len(mentions) == 1, article.reads_on
    rules = [
        rule
        for rule in _OF_ARTICLES
        if any(map(rule.concerns, mentions)) and not (is_alone and rule.compares) and (reads_on or not rule.reads_on)
    ]
    if not rules:
        return ()
    renderings, quotations = renderings_for(article, index), Quotations(article, mentions, settings)
    return [one for rule in rules for one in findings_of(rule, article, mentions, renderings, settings, quotations)]


def findings_of(
    rule: ArticleRule,
    article: Article,
    mentions: tuple[Mention, ...],
    renderings: Renderings,
    settings: Settings,
    quotations: Quotations,
) -> Sequence[Finding]:
    """What one rule finds, with the severities that settings and quotations give; nothing where it is off."""
    configured = severity_for(rule.id, article.path, settings, rule.severity)
    if configured is None:
        return ()
    found = []
    for finding in rule.find(article, mentions, renderings):
        policy = quotations.policy_at(finding)
        if policy is not Policy.SKIP:
            severity = configure(finding.severity, rule.severity, configured)
            severity = Severity.HINT if policy is Policy.NOTE else severity
            found.append(finding if severity is finding.severity else replace(finding, severity=severity))
    return found


def configure(found: Severity, default: Severity, configured: Severity) -> Severity:
    """The configured severity in place of the default one; a finding that its rule lowered stays at most as low."""
    return configured if found is default else min(found, configured, key=lambda severity: severity.rank)


def with_final_findings(result: ArticleResult, findings: Iterable[Finding]) -> ArticleResult:
    """The result with these findings instead, in report order; occurrence numbers in fingerprints follow it."""
    ordered = tuple(sorted(findings, key=lambda finding: finding.order))
    return result if ordered == result.findings else replace(result, findings=_fingerprinted(result.article, ordered))


def _fingerprinted(article: Article, findings: Collection[Finding]) -> tuple[Finding, ...]:
    if not findings:
        return ()
    return with_fingerprints(findings, lambda one: surroundings(article.text, Span(one.start, one.end)))


def with_fingerprints(
    findings: Iterable[Finding], surroundings_of: Callable[[Finding], tuple[str, str, str]]
) -> tuple[Finding, ...]:
    """The findings of one article, in their order, each with what recognises it again after edits elsewhere.

    Recipe 1: rule, concept, folded text, 40 folded characters before and after, and which one of several such it is.
    """
    sha256 = _quick_sha256()
    seen: Counter[str] = Counter()
    known: dict[tuple[int, int], tuple[str, str, str]] = {}
    marked = []
    for finding in findings:
        where = (finding.start, finding.end)
        if where not in known:
            known[where] = surroundings_of(finding)
        key = "\x1f".join((finding.rule, finding.concept or "", *known[where]))
        digest = sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[key] += 1
        marked.append(replace(finding, fingerprint=f"1:{digest}"))
    return tuple(marked)


@cache
def _quick_sha256() -> Callable[[bytes], Any]:
    """Python's own SHA-256: hashlib loads OpenSSL, which takes longer than all fingerprints of an article."""
    for name in ("_sha2", "_sha256", "hashlib"):
        with suppress(ImportError):
            found: Callable[[bytes], Any] = import_module(name).sha256
            return found
    raise AssertionError
