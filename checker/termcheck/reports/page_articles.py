"""The HTML report's part for each article: its text with the mentions and findings marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Protocol, TypeVar

from msgspec import Struct

from termcheck.excerpts import squeeze
from termcheck.model import ArticleRecord, PageMention, Severity, Span, Standing, Status
from termcheck.reports.page_concepts import Use
from termcheck.reports.page_findings import Card, count_severities, worst


class Stretch(Struct, frozen=True):
    """Text on which the same mentions stand."""

    text: str
    use: Use | None = None
    nested: bool = False
    """A mention inside another one stands here."""
    suppressed: bool = False
    label: str = ""
    """Which concepts are named here, as which terms."""


class Mark(Struct, frozen=True):
    """One finding in the text, or several that overlap."""

    cards: tuple[Card, ...]
    severity: Severity
    stretches: tuple[Stretch, ...]


class Block(Struct, frozen=True):
    """A paragraph, heading, list item or cell."""

    heading: bool
    parts: tuple[Stretch | Mark, ...]
    gap: bool = False
    """Blocks before this one were left out."""


class ArticlePart(Struct, frozen=True):
    """All the page says of one article."""

    anchor: str
    article: ArticleRecord
    cards: tuple[Card, ...]
    counts: Mapping[Severity, int]
    blocks: tuple[Block, ...]
    cut: bool
    """Whether blocks were left out."""


class _Layer(Struct, frozen=True):
    """A mention or a suppressed finding as it lies on the text."""

    span: Span
    use: Use | None = None
    nested: bool = False
    suppressed: bool = False
    label: str = ""


class _Spot(Struct, frozen=True):
    """A stretch of the view and the findings on it."""

    span: Span
    cards: tuple[Card, ...]


def make_articles(
    shown: Sequence[ArticleRecord], cards: Sequence[Card], anchors: Mapping[str, str], *, whole: bool
) -> tuple[ArticlePart, ...]:
    """The articles that are shown, in file order. ``anchors``: path -> id of the article's part on the page.

    ``whole``: whether their whole texts are shown.
    """
    by_file: dict[str, list[Card]] = {}
    for card in cards:
        by_file.setdefault(card.finding.file, []).append(card)
    return tuple(
        _article_part(result, tuple(by_file.get(result.path, ())), anchors[result.path], whole=whole)
        for result in shown
    )


def _article_part(result: ArticleRecord, cards: tuple[Card, ...], anchor: str, *, whole: bool) -> ArticlePart:
    kept: list[Block] = []
    last = -1
    for number, block in _blocks(result, _spots(cards)):
        if whole or any(isinstance(part, Mark) for part in block.parts):
            kept.append(Block(block.heading, block.parts, gap=number > last + 1))
            last = number
    return ArticlePart(
        anchor=anchor,
        article=result,
        cards=cards,
        counts=count_severities(cards),
        blocks=tuple(kept),
        cut=result.page is not None and len(kept) < result.page.count,
    )


def _spots(cards: Sequence[Card]) -> Sequence[_Spot]:
    """Disjoint spans with the findings that stand there; findings that overlap share a span."""
    merged: list[_Spot] = []
    placed = [_Spot(card.span, (card,)) for card in cards if card.span is not None]
    for spot in sorted(placed, key=lambda spot: (spot.span.start, -spot.span.end, spot.cards[0].number)):
        if merged and merged[-1].span.overlaps(spot.span):
            last = merged[-1]
            merged[-1] = _Spot(Span(last.span.start, max(last.span.end, spot.span.end)), last.cards + spot.cards)
        else:
            merged.append(spot)
    return merged


# -------------------------------------------------------------------------------------------------------- blocks


def _blocks(result: ArticleRecord, spots: Sequence[_Spot]) -> Iterator[tuple[int, Block]]:
    """The blocks that are kept of an article, each with its number."""
    suppressed = sorted(_suppressed_layers(result), key=lambda layer: layer.span.start)
    for block in result.page.blocks if result.page else ():
        span = Span(block.start, block.start + len(block.text))
        layers = [*map(_layer, block.mentions), *_within(suppressed, span)]
        layers.sort(key=lambda layer: (layer.span.start, -layer.span.end))
        yield block.number, Block(block.is_heading, tuple(_parts(block.text, span, layers, _within(spots, span))))


def _layer(mention: PageMention) -> _Layer:
    return _Layer(mention.view_span, _use(mention), mention.is_nested, label=_label(mention))


def _suppressed_layers(result: ArticleRecord) -> Iterator[_Layer]:
    for finding in result.findings:
        excerpt = result.excerpt_of(finding)
        if finding.state != "open" and excerpt and excerpt.view_span:
            label = f"suppressed {finding.severity}: {finding.message} ({finding.state_reason or finding.state})"
            yield _Layer(excerpt.view_span, suppressed=True, label=label)


def _use(mention: PageMention) -> Use:
    if mention.standing is Standing.PROPOSED:
        return Use.PROPOSED
    if not mention.is_listed:
        return Use.UNLISTED
    if mention.standing is not Standing.APPROVED:
        return Use.WRONG
    return Use.PREFERRED if mention.status is Status.PREFERRED else Use.ADMITTED


def _label(mention: PageMention) -> str:
    inside = "inside it: " if mention.is_nested else ""
    if mention.is_listed:
        return f"{inside}{mention.concept}, {mention.status} “{mention.term}”"
    return f"{inside}{mention.concept}, not listed, close to {mention.status} “{mention.term}”"


# ------------------------------------------------------------------------------------------------------- overlay


class _Laid(Protocol):
    @property
    def span(self) -> Span: ...


_L = TypeVar("_L", bound=_Laid)


def _within(laid: Sequence[_L], block: Span) -> Sequence[_L]:
    """Those that begin in a block; ``laid`` is sorted by start."""
    first = bisect_left(laid, block.start, key=lambda one: one.span.start)
    return laid[first : bisect_left(laid, block.end, key=lambda one: one.span.start)]


def _parts(text: str, block: Span, layers: Sequence[_Layer], spots: Sequence[_Spot]) -> Iterator[Stretch | Mark]:
    """The text of the block, cut wherever a layer or a spot begins or ends, the stretches of a spot together."""
    spans = [layer.span for layer in layers] + [spot.span for spot in spots]
    edges = {edge for span in spans for edge in span if edge < block.end}
    cuts = sorted({block.start, *edges, block.end})
    starts = [spot.span.start for spot in spots]

    def spot_at(piece: tuple[int, Stretch]) -> int:
        place = bisect_right(starts, piece[0]) - 1
        return place if place >= 0 and piece[0] < spots[place].span.end else -1

    for place, group in groupby(_stretches(text, block.start, cuts, layers), key=spot_at):
        stretches = tuple(stretch for _, stretch in group)
        if place < 0:
            yield from stretches
        else:
            yield Mark(spots[place].cards, worst(spots[place].cards), stretches)


def _stretches(text: str, offset: int, cuts: Sequence[int], layers: Sequence[_Layer]) -> Iterator[tuple[int, Stretch]]:
    """Start and content of each piece of a block between two cuts; ``layers`` are sorted by start."""
    upcoming = 0
    active: list[_Layer] = []
    for start, end in pairwise(cuts):
        while upcoming < len(layers) and layers[upcoming].span.start <= start:
            active.append(layers[upcoming])
            upcoming += 1
        active = [layer for layer in active if layer.span.end > start]
        yield start, _stretch(text[start - offset : end - offset], active)


def _stretch(text: str, layers: Sequence[_Layer]) -> Stretch:
    uses = [layer.use for layer in sorted(layers, key=lambda layer: layer.nested) if layer.use]
    return Stretch(
        text=squeeze(text),
        use=uses[0] if uses else None,
        nested=any(layer.nested for layer in layers),
        suppressed=any(layer.suppressed for layer in layers),
        label="; ".join(layer.label for layer in layers),
    )
