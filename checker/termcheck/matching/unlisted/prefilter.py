"""Which names a piece of text can hold at all, and in which spans: cheap bounds before anything is aligned."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termcheck.matching.unlisted.concepts import Concepts, Name
from termcheck.matching.unlisted.names import Token
from termcheck.matching.unlisted.spans import Piece

_COVERED = 0.5
"""Share of a name's weight that must have related words in a piece before its spans are scored."""
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


def related_names(piece: Piece, concepts: Concepts) -> Iterator[Related]:
    """The names of which enough words have something related in a piece, where nothing of theirs is listed."""
    likest: defaultdict[int, dict[int, dict[int, float]]] = defaultdict(dict)
    nested: set[int] = set()
    for token, places in _tokens(piece, concepts):
        capital = piece.tokens[places[0]].capital
        taken = piece.edges.listed[places[0]]
        for number, at, likeness in concepts.related_places(token.lemma):
            name = concepts.names[number]
            if (name.is_proper and not capital) or name.concept in taken:
                continue
            mine = likest[number]
            for place in places:
                mine.setdefault(place, {})[at] = likeness
            if token.lemma[0] == "@":
                nested.add(number)
    for number, found in likest.items():
        name = concepts.names[number]
        if len(found) > 1 and _most(name, found) >= _COVERED * name.least_weight:
            yield Related(name, found, number in nested)


def _most(name: Name, found: dict[int, dict[int, float]]) -> float:
    """Weight of a name's words that have something related anywhere."""
    best: dict[int, float] = {}
    for hits in found.values():
        for at, likeness in hits.items():
            best[at] = max(best.get(at, 0), likeness)
    return sum(likeness * name.weights[at] for at, likeness in best.items())


def _tokens(piece: Piece, concepts: Concepts) -> Iterator[tuple[Token, Sequence[int]]]:
    """The tokens of a piece, and the known names in it, with the indexes that they stand at."""
    for place, token in enumerate(piece.tokens):
        yield token, (place,)
    rewritten = concepts.known.rewrite(piece.tokens)
    if len(rewritten) == len(piece.tokens) and all(token.lemma[0] != "@" for token in rewritten):
        return
    at = 0
    for token in rewritten:
        places = [at]
        while places[-1] + 1 < len(piece.tokens) and piece.tokens[places[-1] + 1].last <= token.last:
            places.append(places[-1] + 1)
        at = places[-1] + 1
        if token.lemma[0] == "@":
            yield token, places
