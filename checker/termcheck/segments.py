"""Segments of a bilingual article: which terms stand in a source, and what the target has of them.

The source term proves which concept is meant. So a form in the target that the glossary does not list is no longer in
doubt where the source has its concept, and is in doubt where it has not; and of several concepts that share a form the
one in the source is meant.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from termcheck.languages.tags import related
from termcheck.matching import TermIndex, find_listed_mentions
from termcheck.model import (
    ANY_LANGUAGE,
    BLOCK_BREAK,
    Article,
    Demand,
    Mention,
    Method,
    Renderings,
    Role,
    Segment,
    SegmentPair,
    Span,
    Standing,
    View,
)

_SURE = 0.9
"""Least confidence in a form that is not listed where the source names its concept."""


class Compared(NamedTuple):
    """The segments of an article beside its sources."""

    pairs: tuple[SegmentPair, ...]
    mentions: tuple[Mention, ...]
    """Those in the targets, as the sources show them."""


def compare(
    layer: Article, mentions: Sequence[Mention], sources: Sequence[Mention], index: TermIndex, renderings: Renderings
) -> Compared:
    """Lay the mentions in the targets of an article, in one of its languages, beside those in its sources."""
    segments = list(_segments_of(layer))
    in_sources = _by_segment(sources, [one.source or Span(0, 0) for one in segments])
    in_targets = _by_segment(mentions, [one.view_span for one in segments])
    known = _concepts_with_sources(index, layer.source)
    settled = {id(one): one for one in mentions}
    pairs = []
    for number, segment in enumerate(segments):
        groups = list(_groups(in_sources.get(number, ())))
        if not groups and number not in in_targets:
            continue
        named = {concept for concepts, _ in groups for concept in concepts}
        targets = [_weighed(one, named, known) for one in _settled(in_targets.get(number, ()), named)]
        settled.update((id(old), new) for old, new in zip(in_targets.get(number, ()), targets, strict=True))
        if groups:
            pairs.append(SegmentPair(segment, tuple(_demand(*group, targets) for group in groups)))
    with_left = _with_left(pairs, layer, index, renderings)
    return Compared(with_left, tuple(settled[id(one)] for one in mentions))


def _segments_of(layer: Article) -> Iterator[Segment]:
    """The segments that have a source and are in the language of the layer: what is not is protected."""
    spans = sorted(layer.protected)
    at = covered = 0
    for segment in layer.segments:
        while at < len(spans) and spans[at].start <= segment.view_span.start:
            covered = max(covered, spans[at].end)
            at += 1
        if segment.source is not None and covered < segment.view_span.end:
            yield segment


def _by_segment(mentions: Iterable[Mention], spans: Sequence[Span]) -> Mapping[int, list[Mention]]:
    """Number of a stretch -> the mentions that begin in it; several segments may share one source."""
    distinct: dict[Span, list[int]] = {}
    for number, span in enumerate(spans):
        distinct.setdefault(span, []).append(number)
    ordered = sorted(distinct)
    found: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        at = bisect_right(ordered, mention.view_span.start, key=lambda span: span.start) - 1
        if at >= 0 and mention.view_span.start < ordered[at].end:
            for number in distinct[ordered[at]]:
                found[number].append(mention)
    return found


def _concepts_with_sources(index: TermIndex, source: Article | None) -> Mapping[str, object]:
    """The concepts that have a term in the language of the sources."""
    return index.for_language(source.lang).terms if source is not None and source.lang else {}


# -------------------------------------------------------------------------------------------------------- sources


def _groups(mentions: Sequence[Mention]) -> Iterator[tuple[tuple[str, ...], list[Mention]]]:
    """The concepts that each term of a source may mean, with its places."""
    meant: dict[Span, list[Mention]] = {}
    for one in mentions:
        if one.standing is not Standing.PROPOSED:
            meant.setdefault(one.view_span, []).append(one)
    found: dict[tuple[str, ...], list[Mention]] = {}
    for at_one_place in meant.values():
        winner = next((one for one in at_one_place if one.role is Role.WINNER), None)
        if winner is not None:
            concepts = tuple(dict.fromkeys((winner.concept, *(one.concept for one in at_one_place))))
            found.setdefault(concepts, []).append(winner)
    yield from found.items()


def _demand(concepts: tuple[str, ...], source: list[Mention], targets: Sequence[Mention]) -> Demand:
    count = max(Counter(one.term.text for one in source).values())
    return Demand(concepts, tuple(source), count, tuple(one for one in targets if one.concept in concepts))


# -------------------------------------------------------------------------------------------------------- targets


def _settled(mentions: Sequence[Mention], named: set[str]) -> list[Mention]:
    """The mentions of a target; where several concepts share a place, the one that the source names comes first."""
    at: defaultdict[Span, list[Mention]] = defaultdict(list)
    for one in mentions:
        if one.method.is_listed:
            at[one.view_span].append(one)
    roles: dict[int, Role] = {}
    for group in at.values():
        winner = next((one for one in group if one.role is Role.WINNER), None)
        if winner is None or len(group) == 1 or not named.intersection(one.concept for one in group):
            continue
        best = winner if winner.concept in named else next(one for one in group if one.concept in named)
        roles.update((id(one), Role.WINNER if one is best else Role.NESTED) for one in group)
    return [replace(one, role=roles[id(one)]) if id(one) in roles else one for one in mentions]


def _weighed(mention: Mention, named: set[str], known: Mapping[str, object]) -> Mention:
    """A mention in the light of the source."""
    if mention.method.is_listed:
        return mention
    if mention.concept in named:
        reason = f"{mention.reason}; the source has a term of {mention.concept}"
        return replace(mention, doubtful=False, confidence=max(mention.confidence, _SURE), reason=reason)
    if mention.method is Method.NEAR or mention.concept not in known:
        return mention
    return replace(mention, doubtful=True, reason=f"{mention.reason}; but the source has no term of {mention.concept}")


def _with_left(
    pairs: Sequence[SegmentPair], layer: Article, index: TermIndex, renderings: Renderings
) -> tuple[SegmentPair, ...]:
    """The pairs with the source terms that stand in targets without any term of their concept."""
    lacking = [one for one in pairs if any(is_absent(demand, renderings) for demand in one.demands)]
    if not lacking or layer.source is None:
        return tuple(pairs)
    view = BLOCK_BREAK.join(layer.view.text[slice(*one.segment.view_span)] for one in lacking)
    read = Article(layer.path, "", View.verbatim(view), layer.source.lang, date=layer.date)
    starts, at = [], 0
    for one in lacking:
        starts.append(at)
        at += one.segment.view_span.end - one.segment.view_span.start + 1
    found: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in find_listed_mentions(read, index):
        number = bisect_right(starts, mention.view_span.start) - 1
        if mention.term.lang != ANY_LANGUAGE and not related(mention.term.lang, layer.lang or ""):
            found[number].append(_moved(mention, lacking[number].segment.view_span.start - starts[number], layer))
    with_left = {id(one): _left_in(one, found[number], renderings) for number, one in enumerate(lacking)}
    return tuple(with_left.get(id(one), one) for one in pairs)


def _left_in(pair: SegmentPair, left: Sequence[Mention], renderings: Renderings) -> SegmentPair:
    demands = tuple(
        replace(demand, left=tuple(one for one in left if one.concept in demand.concepts and one.role is Role.WINNER))
        if is_absent(demand, renderings)
        else demand
        for demand in pair.demands
    )
    return replace(pair, demands=demands)


def _moved(mention: Mention, by: int, layer: Article) -> Mention:
    view_span = Span(mention.view_span.start + by, mention.view_span.end + by)
    return replace(mention, view_span=view_span, span=layer.view.to_file(view_span), lang=layer.lang)


def is_absent(demand: Demand, renderings: Renderings) -> bool:
    """Whether the target has no term at all of the concepts, though the glossary has approved ones."""
    return not demand.found and any(concept in renderings.approved for concept in demand.concepts)


def approved(demand: Demand) -> tuple[Mention, ...]:
    """The listed mentions in the target that are right."""
    return tuple(one for one in demand.found if one.standing is Standing.APPROVED and one.method.is_listed)
