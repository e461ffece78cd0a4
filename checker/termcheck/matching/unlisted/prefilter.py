"""Which names a piece of text can hold at all, and in which spans: cheap bounds before anything is aligned."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termcheck.matching.unlisted.compiled import COVERED
from termcheck.matching.unlisted.concepts import Name
from termcheck.matching.unlisted.likeness import Word
from termcheck.matching.unlisted.names import Token
from termcheck.matching.unlisted.resources import Resources
from termcheck.matching.unlisted.score import CO_GLOSS, LICENSED
from termcheck.matching.unlisted.similarity import Likeness
from termcheck.matching.unlisted.spans import Piece

_BOUND, _COMMON_BOUND = 0.55, 0.75
"""What a span must be able to score before words that the source term licenses: as a name, as a common term."""


class Related(NamedTuple):
    """A name and the words of a piece that are related to its words."""

    name: Name
    likeness: dict[int, dict[int, float]]
    """Index of a token of the piece -> position in the name -> how alike they are."""
    has_nested: bool

    def spans(self, piece: Piece, most_words: int) -> Iterator[tuple[int, int]]:
        """First and last index of each span between related words that could score enough."""
        tokens, edges = piece.tokens, piece.edges
        places = sorted(self.likeness)
        bound = _BOUND if self.name.is_proper else _COMMON_BOUND
        for at, first in enumerate(places):
            if not edges.starts[first]:
                continue
            covered: dict[int, float] = {}
            matched = self._take(first, tokens[first].weight, covered)
            whole, last = tokens[first].weight, first
            for place in places[at + 1 :]:
                between = tokens[last + 1 : place + 1]
                if tokens[place].last - tokens[first].first >= most_words:
                    break
                if self._breaks(piece, last + 1, place):
                    break
                whole += sum(token.weight for token in between)
                matched += self._take(place, tokens[place].weight, covered)
                last = place
                if not edges.ends[place]:
                    continue
                if matched >= bound * (self.name.weight + whole) or (self.has_nested and self._covers(covered, bound)):
                    yield first, place

    def _breaks(self, piece: Piece, first: int, last: int) -> bool:
        """Whether what is between two related words, and the second, cannot belong to a rendering of the name."""
        if self.name.is_proper:
            return not all(token.capital for token in piece.tokens[first : last + 1])
        return not self.name.has_breaker and any(piece.edges.breaks[first : last + 1])

    def _covers(self, covered: dict[int, float], bound: float) -> bool:
        """Whether enough of the name has something related, known names inside it counted as one word."""
        reached = sum(likeness * self.name.weights[at] for at, likeness in covered.items())
        return reached >= bound * self.name.least_weight

    def _take(self, place: int, weight: float, covered: dict[int, float]) -> float:
        """What a token adds to the most that a span can score; ``covered`` keeps the name's words."""
        added = 0.0
        best = 0.0
        for at, likeness in self.likeness[place].items():
            best = max(best, likeness)
            if likeness > (before := covered.get(at, 0)):
                covered[at] = likeness
                added += (likeness - before) * self.name.weights[at]
        return added + best * weight


def candidates(tokens: Sequence[Token], breaks: Sequence[bool], resources: Resources) -> int:
    """The numbers of the names that a piece may hold, as bits: each has words for two of its tokens, and a sign.

    ``breaks``: whether what separates phrases stands before a token. A name with capitals stands among capitals, a
    common term inside one phrase.
    """
    words = [resources.likenesses.of(token.lemma) for token in tokens]
    if sum(word.names != 0 for word in words) < 2:
        return 0
    found = 0
    phrase, run, piece = _Seen(), _Seen(), _Seen()
    for at, word in enumerate(words):
        if breaks[at]:
            found |= phrase.found() & resources.common
            phrase = _Seen()
        if not tokens[at].capital:
            found |= run.found() & resources.proper
            run = _Seen()
        for names, signs, is_several in _hits(word, tokens, at, resources):
            phrase.add(names, signs, is_several=is_several)
            if tokens[at].capital:
                run.add(names, signs, is_several=is_several)
            if resources.broken:
                piece.add(names, signs, is_several=is_several)
    found |= phrase.found() & resources.common
    found |= run.found() & resources.proper
    return found | (piece.found() & resources.broken)


class _Seen:
    """Names of which words have been seen in a stretch: once, twice, and the signs."""

    __slots__ = ("once", "signs", "twice")

    def __init__(self) -> None:
        self.once = self.twice = self.signs = 0

    def add(self, names: int, signs: int, *, is_several: bool) -> None:
        self.twice |= names if is_several else self.once & names
        self.once |= names
        self.signs |= signs

    def found(self) -> int:
        return self.twice & self.signs


def _hits(word: Word, tokens: Sequence[Token], at: int, resources: Resources) -> Iterator[tuple[int, int, bool]]:
    """The names and signs of a token, and of the known names that begin with it; these may be several tokens."""
    if word.names:
        yield word.names, word.signs, False
    for length in word.lengths:
        for name in resources.known.named(tuple([token.lemma for token in tokens[at : at + length]])):
            known = resources.likenesses.of(name)
            if known.names:
                yield known.names, known.signs, length > 1


def related_names(piece: Piece, resources: Resources, numbers: Iterable[int]) -> Iterator[Related]:
    """The names, of those that may be there, of which enough words have something related where none is listed."""
    tokens = list(_tokens(piece, resources))
    for number in numbers:
        name = resources.names[number]
        found: dict[int, dict[int, float]] = {}
        has_nested = False
        for token, places, alike in tokens:
            first = places[0]
            if (name.is_proper and not piece.tokens[first].capital) or name.concept in piece.edges.listed[first]:
                continue
            likest = {at: alike[lemma].value for at, lemma in name.places if lemma in alike}
            if resources.likenesses.of(token.lemma).glossed >> number & 1:
                _add_glossed(likest, name, token.lemma, resources)
            if likest:
                has_nested = has_nested or token.lemma[0] == "@"
                for place in places:
                    found.setdefault(place, {}).update(likest)
        if len(found) > 1 and _most(name, found) >= COVERED * name.least_weight:
            yield Related(name, found, has_nested)


def _add_glossed(likest: dict[int, float], name: Name, lemma: str, resources: Resources) -> None:
    """Take in the words of a name that render the same part of the source term as a word of a text."""
    licence = resources.licence
    loose = licence.may_add(name.concept, lemma)
    strict = licence.parts(name.concept, lemma)
    for at, other in name.places:
        value = likest.get(at, 0.0)
        if value < CO_GLOSS and strict & licence.parts(name.concept, other):
            likest[at] = CO_GLOSS
        elif value < LICENSED and loose & licence.may_add(name.concept, other):
            likest[at] = LICENSED


def _most(name: Name, found: dict[int, dict[int, float]]) -> float:
    """Weight of a name's words that have something related anywhere."""
    best: dict[int, float] = {}
    for hits in found.values():
        for at, likeness in hits.items():
            best[at] = max(best.get(at, 0), likeness)
    return sum(likeness * name.weights[at] for at, likeness in best.items())


def _tokens(piece: Piece, resources: Resources) -> Iterator[tuple[Token, Sequence[int], Mapping[str, Likeness]]]:
    """The tokens of a piece, and the known names in it, with the indexes that they stand at and what they stand for."""
    for place, token in enumerate(piece.tokens):
        word = resources.likenesses.of(token.lemma)
        if word.alike or word.glossed:
            yield token, (place,), word.alike
    rewritten = resources.known.rewrite(piece.tokens)
    if len(rewritten) == len(piece.tokens) and all(token.lemma[0] != "@" for token in rewritten):
        return
    at = 0
    for token in rewritten:
        places = [at]
        while places[-1] + 1 < len(piece.tokens) and piece.tokens[places[-1] + 1].last <= token.last:
            places.append(places[-1] + 1)
        at = places[-1] + 1
        if token.lemma[0] == "@" and (alike := resources.likenesses.of(token.lemma).alike):
            yield token, places, alike
