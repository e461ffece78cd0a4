"""Large bilingual files are checked slice by slice, so that memory does not grow with them.

What a slice yields depends on no other slice, as segments are checked one by one, so the slices of a file together
yield what the whole would.
"""

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from termcheck.check import with_fingerprints
from termcheck.excerpts import excerpt
from termcheck.model import (
    Article,
    ArticleRecord,
    Clue,
    Excerpt,
    Finding,
    Form,
    FreeUse,
    Page,
    PageBlock,
    PlacedDirective,
    RenderingKey,
    Span,
    Use,
)
from termcheck.reconcile import earlier, joined_uses, later


class Merging:
    """What is kept of a file, put together slice by slice in their order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._first: ArticleRecord | None = None
        self._offset = 0
        """Where the next slice begins in the view of the whole, with a block border between two."""
        self._length = 0
        self._findings: list[Finding] = []
        self._excerpts: list[Excerpt] = []
        self._directives: list[PlacedDirective] = []
        self._notices: dict[str, None] = {}
        self._uses: dict[RenderingKey, Use] = {}
        self._forms: dict[Form, None] = {}
        self._clues: list[Clue] = []
        self._segments: list[bytes] = []
        self._encode, self._decode = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(FreeUse).decode
        self._paired: dict[tuple[str, str, str], bytes] = {}
        """As msgpack, which takes half the memory: there may be one for each term of the glossary."""
        self._blocks: list[PageBlock] = []
        self._count = 0

    @property
    def is_empty(self) -> bool:
        """Whether no slice was added."""
        return self._first is None

    def add(self, record: ArticleRecord) -> None:
        """Add the next slice."""
        offset = self._offset
        self._first = self._first or replace(
            record, findings=(), excerpts=(), uses=(), forms=(), clues=(), segments=(), paired=(), notices=()
        )
        self._findings.extend(record.findings)
        self._excerpts.extend(_shifted(one, offset) for one in record.excerpts)
        self._directives.extend(record.directives)
        self._notices.update(dict.fromkeys(record.notices))
        for key, use in record.uses:
            known = self._uses.get(key)
            self._uses[key] = use if known is None else joined_uses((known, use))
        self._forms.update(dict.fromkeys(record.forms))
        self._clues.extend(record.clues)
        self._segments.extend(record.segments)
        for paired in record.paired:
            name = (paired.concept, paired.lang, paired.rendering)
            before = self._paired.get(name)
            self._paired[name] = self._encode(paired if before is None else _added(self._decode(before), paired))
        if record.page is not None:
            self._blocks.extend(_moved_blocks(record.page, self._count, offset))
            self._count += record.page.count
        if record.length:
            self._length = offset + record.length
            self._offset = self._length + 1

    def record(self) -> ArticleRecord | None:
        """What is kept of the whole file; None where there was no slice."""
        if self._first is None:
            return None
        around = {(one.start, one.end): one.surroundings for one in self._excerpts}
        self._findings.sort(key=lambda one: one.order)
        page = None if self._first.page is None else Page(tuple(self._blocks), self._count)
        return replace(
            self._first,
            length=self._length,
            findings=with_fingerprints(self._findings, lambda one: around[one.start, one.end]),
            excerpts=tuple(sorted(self._excerpts, key=lambda one: (one.start, one.end))),
            directives=tuple(self._directives),
            notices=tuple(self._notices),
            uses=tuple(self._uses.items()),
            forms=tuple(self._forms),
            clues=tuple(self._clues),
            segments=tuple(self._segments),
            paired=tuple(map(self._decode, self._paired.values())),
            page=page,
        )


def with_excerpts(kept: ArticleRecord, part: Article, spans: Iterable[Span], offset: int) -> ArticleRecord:
    """The record with what stands around stretches in one slice; ``offset``: where that begins in the whole view."""
    known = {(one.start, one.end) for one in kept.excerpts}
    added = [_shifted(excerpt(part, span), offset) for span in set(spans) if span not in known]
    return replace(kept, excerpts=tuple(sorted((*kept.excerpts, *added), key=lambda one: (one.start, one.end))))


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _shifted(one: Excerpt, offset: int) -> Excerpt:
    return one if one.view_span is None else replace(one, view_span=_moved(one.view_span, offset))


def _added(one: FreeUse, other: FreeUse) -> FreeUse:
    head, tail = (one, other) if one.at.start <= other.at.start else (other, one)
    first, last = earlier(one.first, other.first), later(one.last, other.last)
    return replace(head, count=head.count + tail.count, first=first, last=last)


def _moved_blocks(page: Page, count: int, offset: int) -> Iterator[PageBlock]:
    """The blocks of a slice's page as those of the whole."""
    for block in page.blocks:
        mentions = tuple(replace(one, view_span=_moved(one.view_span, offset)) for one in block.mentions)
        yield PageBlock(count + block.number, block.start + offset, block.text, block.is_heading, mentions)
