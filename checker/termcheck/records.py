"""Article results -> what is kept of them: small records without texts, which travel between processes and to disk."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from termcheck.decisions import place_directives
from termcheck.excerpts import excerpt
from termcheck.findings import free_use
from termcheck.languages.folding import fold
from termcheck.model import (
    BLOCK_BREAK,
    Article,
    ArticleRecord,
    ArticleResult,
    Clue,
    Dossier,
    Form,
    FreeUse,
    Mention,
    Page,
    PageBlock,
    PageMention,
    RegionKind,
    Role,
    Span,
)
from termcheck.reconcile import partial
from termcheck.variants import Uses, approved_uses, competing_uses

WHOLE_TEXTS = 2_000_000
"""Characters of all articles together up to which the HTML report shows whole texts, not only what has findings."""
_RULE = "inconsistent-across-articles"
"""Looks at free uses."""


def record(
    result: ArticleResult, *, page: bool = False, digest: bytes = b"", clues: tuple[Clue, ...] = ()
) -> ArticleRecord:
    """What is kept of a checked article; with its page where the HTML report is wanted."""
    article = result.article
    spans = sorted({Span(finding.start, finding.end) for finding in result.findings})
    if article.source is None:
        free, mixed = _free_uses(result)
        segments: tuple[bytes, ...] = ()
        paired: tuple[FreeUse, ...] = ()
    else:  # there the source tells which renderings stand for one term
        from termcheck.consistency import packed_segments, term_uses

        free, mixed = (), ()
        segments, paired = packed_segments(article), term_uses(result)
    return ArticleRecord(
        path=article.path,
        lang=article.lang,
        title=article.title,
        date=article.date,
        length=len(article.view.text),
        findings=result.findings,
        excerpts=tuple(excerpt(article, span) for span in spans),
        directives=place_directives(article),
        notices=article.notices,
        uses=tuple(partial(result).items()),
        free=free,
        mixed=mixed,
        forms=_forms(result) if article.date else (),
        page=make_page(result) if page else None,
        digest=digest,
        clues=clues,
        segments=segments,
        paired=paired,
    )


def record_of_names(article: Article, dossier: Dossier, digest: bytes) -> ArticleRecord:
    """What is kept of a checked article where only its names are asked for."""
    length = len(article.view.text)
    return ArticleRecord(
        article.path, article.lang, article.title, article.date, length, (), digest=digest, dossier=dossier
    )


def _forms(result: ArticleResult) -> tuple[Form, ...]:
    forms: dict[Form, None] = {(mention.concept, folded(mention.text)): None for mention in result.mentions}
    forms.update(((finding.concept, folded(finding.text)), None) for finding in result.findings)
    return tuple(forms)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """``fold``, for texts that come again and again."""
    return fold(text)


# ------------------------------------------------------------------------------------------------------ free uses


def _free_uses(result: ArticleResult) -> tuple[tuple[FreeUse, ...], tuple[tuple[str, str], ...]]:
    """The approved renderings of an article that others may disagree with, and the concepts that it mixes itself."""
    article = result.article
    free: list[FreeUse] = []
    mixed: list[tuple[str, str]] = []
    for concept, lang, uses in _uses(result):
        if competing_uses(uses):
            mixed.append((concept, lang))
            continue
        for rendering, mentions in uses.items():
            unbound = [mention for mention in mentions if not mention.term.is_bound]
            if unbound:
                free.append(free_use(_RULE, (concept, lang, rendering), unbound, article))
    return tuple(free), tuple(mixed)


def _uses(result: ArticleResult) -> Iterator[tuple[str, str, Uses]]:
    """The approved renderings in one article, for each of its languages apart."""
    for lang in sorted({mention.lang or "" for mention in result.mentions}):
        mentions = [mention for mention in result.mentions if (mention.lang or "") == lang]
        for concept, uses in approved_uses(mentions).items():
            yield concept, lang or result.article.lang or "", uses


# ----------------------------------------------------------------------------------------------------------- page


def make_page(result: ArticleResult) -> Page:
    """The text of an article with its mentions, block by block."""
    view = result.article.view
    headings = [
        region.view_span
        for region in result.article.regions
        if region.kind in {RegionKind.HEADING, RegionKind.TITLE}
    ]  # fmt: skip
    mentions = sorted(map(_page_mention, result.mentions), key=lambda one: (one.view_span.start, -one.view_span.end))
    blocks: list[PageBlock] = []
    start = 0
    for text in view.text.split(BLOCK_BREAK):
        span = Span(start, start + len(text))
        start = span.end + 1
        if text.strip():
            is_heading = any(heading.overlaps(span) for heading in headings)
            blocks.append(PageBlock(len(blocks), span.start, text, is_heading, _within(mentions, span)))
    return Page(tuple(blocks), len(blocks))


def page_with_findings(page: Page, spans: Iterable[Span | None]) -> Page:
    """The page without the blocks in which none of these stretches of the view begins."""
    starts = [block.start for block in page.blocks]
    kept = {bisect_left(starts, span.start + 1) - 1 for span in spans if span is not None}
    return Page(tuple(block for place, block in enumerate(page.blocks) if place in kept), page.count)


def _page_mention(mention: Mention) -> PageMention:
    return PageMention(
        mention.view_span,
        mention.concept,
        mention.term.text,
        mention.term.status,
        mention.standing,
        mention.method.is_listed,
        mention.role is Role.NESTED,
    )


def _within(mentions: Sequence[PageMention], block: Span) -> tuple[PageMention, ...]:
    """Those that begin in a block; ``mentions`` are sorted by start."""
    first = bisect_left(mentions, block.start, key=lambda one: one.view_span.start)
    return tuple(mentions[first : bisect_left(mentions, block.end, key=lambda one: one.view_span.start)])


# ------------------------------------------------------------------------------------------------- later findings


def look_again(
    kept: ArticleRecord, article: Article, spans: Iterable[Span], result: ArticleResult | None
) -> ArticleRecord:
    """The record with excerpts for findings that came when the article was gone, and, with ``result``, with blocks."""
    known = {Span(one.start, one.end) for one in kept.excerpts}
    added = [excerpt(article, span) for span in set(spans) - known]
    excerpts = tuple(sorted((*kept.excerpts, *added), key=lambda one: (one.start, one.end)))
    page = page_with_findings(make_page(result), (one.view_span for one in excerpts)) if result else kept.page
    return replace(kept, excerpts=excerpts, page=page)
