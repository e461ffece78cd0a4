"""Large bilingual files are checked slice by slice, so that memory does not grow with them.

What a slice yields depends on no other slice, as segments are checked one by one, so the slices of a file together
yield what the whole would.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from termcheck.check import with_fingerprints
from termcheck.excerpts import excerpt
from termcheck.model import Article, ArticleRecord, Excerpt, FreeUse, Page, PageBlock, RenderingKey, Span, Use
from termcheck.reconcile import earlier, joined_uses, later


def merged(records: Sequence[ArticleRecord]) -> ArticleRecord:
    """What is kept of a file, from what is kept of its slices in their order."""
    first = records[0]
    offsets = list(_offsets(records))
    excerpts = tuple(
        _shifted(one, offset) for record, offset in zip(records, offsets, strict=True) for one in record.excerpts
    )
    around = {(one.start, one.end): one.surroundings for one in excerpts}
    findings = sorted(chain.from_iterable(record.findings for record in records), key=lambda one: one.order)
    return replace(
        first,
        length=offsets[-1] + records[-1].length,
        findings=with_fingerprints(findings, lambda one: around[one.start, one.end]),
        excerpts=tuple(sorted(excerpts, key=lambda one: (one.start, one.end))),
        directives=tuple(chain.from_iterable(record.directives for record in records)),
        notices=tuple(dict.fromkeys(chain.from_iterable(record.notices for record in records))),
        uses=tuple(_uses(records)),
        forms=tuple(dict.fromkeys(chain.from_iterable(record.forms for record in records))),
        clues=tuple(chain.from_iterable(record.clues for record in records)),
        segments=tuple(chain.from_iterable(record.segments for record in records)),
        paired=tuple(_paired(records)),
        page=_page(records, offsets),
    )


def with_excerpts(kept: ArticleRecord, part: Article, spans: Iterable[Span], offset: int) -> ArticleRecord:
    """The record with what stands around stretches in one slice; ``offset``: where that begins in the whole view."""
    known = {(one.start, one.end) for one in kept.excerpts}
    added = [_shifted(excerpt(part, span), offset) for span in set(spans) if span not in known]
    return replace(kept, excerpts=tuple(sorted((*kept.excerpts, *added), key=lambda one: (one.start, one.end))))


def _offsets(records: Iterable[ArticleRecord]) -> Iterator[int]:
    """Where each slice begins in the view of the whole, with a block border between two."""
    at = 0
    for record in records:
        yield at
        at += record.length + 1 if record.length else 0


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _shifted(one: Excerpt, offset: int) -> Excerpt:
    return one if one.view_span is None else replace(one, view_span=_moved(one.view_span, offset))


def _uses(records: Iterable[ArticleRecord]) -> Iterator[tuple[RenderingKey, Use]]:
    by_key: dict[RenderingKey, list[Use]] = {}
    for record in records:
        for key, use in record.uses:
            by_key.setdefault(key, []).append(use)
    for key, uses in by_key.items():
        yield key, joined_uses(uses)


def _paired(records: Iterable[ArticleRecord]) -> Iterator[FreeUse]:
    """The renderings of source terms in one file."""
    known: dict[tuple[str, str, str], FreeUse] = {}
    for use in chain.from_iterable(record.paired for record in records):
        key = (use.concept, use.lang, use.rendering)
        before = known.get(key)
        known[key] = use if before is None else _added(before, use)
    yield from known.values()


def _added(one: FreeUse, other: FreeUse) -> FreeUse:
    head, tail = (one, other) if one.at.start <= other.at.start else (other, one)
    first, last = earlier(one.first, other.first), later(one.last, other.last)
    return replace(head, count=head.count + tail.count, first=first, last=last)


def _page(records: Sequence[ArticleRecord], offsets: Sequence[int]) -> Page | None:
    blocks: list[PageBlock] = []
    count = 0
    for record, offset in zip(records, offsets, strict=True):
        if record.page is None:
            return None
        for block in record.page.blocks:
            mentions = tuple(one._replace(view_span=_moved(one.view_span, offset)) for one in block.mentions)
            blocks.append(PageBlock(count + block.number, block.start + offset, block.text, block.is_heading, mentions))
        count += record.page.count
    return Page(tuple(blocks), count)
