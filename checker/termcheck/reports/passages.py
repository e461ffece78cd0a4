"""The words around a finding, as reports show them."""

from collections.abc import Iterator

from msgspec import Struct

from termcheck.excerpts import squeeze
from termcheck.model import ArticleRecord, Excerpt, Finding, Report

_WORD_EDGE_REACH = 20
"""How far, in characters, a cut may move to fall between two words."""


class Passage(Struct, frozen=True):
    """A finding's text and what stands before and after it in the same block, white space as single spaces."""

    before: str
    text: str
    after: str


def with_articles(report: Report) -> Iterator[tuple[Finding, ArticleRecord | None]]:
    """Every open finding in report order, with its article where it has one."""
    if isinstance(report.results, tuple):
        articles = {result.path: result for result in report.results}
        for finding in report.findings:
            yield finding, articles.get(finding.file)
        return
    results = iter(report.results)  # both lie on the disk, by path: side by side each is read once
    result = next(results, None)
    for finding in report.findings:
        while result is not None and result.path < finding.file:
            result = next(results, None)
        yield finding, result if result is not None and result.path == finding.file else None


def passage(excerpt: Excerpt | None, finding: Finding, reach: int) -> Passage:
    """The finding with up to ``reach`` (at most 90) characters of its block on either side, cut between words."""
    if excerpt is None or excerpt.view_span is None:
        return Passage("", squeeze(finding.text), "")
    return Passage(_end_of(excerpt.before, reach), excerpt.shown, _beginning_of(excerpt.after, reach))


def _end_of(text: str, reach: int) -> str:
    if len(text) <= reach:
        return text
    kept = text[-reach:]
    edge = kept.find(" ", 0, _WORD_EDGE_REACH)
    return "…" + kept[edge + 1 :]


def _beginning_of(text: str, reach: int) -> str:
    if len(text) <= reach:
        return text
    kept = text[:reach]
    edge = kept.rfind(" ", reach - _WORD_EDGE_REACH)
    return (kept[:edge] if edge >= 0 else kept) + "…"
