"""Which names a piece of text can hold at all, and in which spans: cheap bounds before anything is aligned."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from termcheck.matching.unlisted.compiled import COVERED
from termcheck.matching.unlisted.likeness import Word
from termcheck.matching.unlisted.names import Name, Token
from termcheck.matching.unlisted.resources import Resources
from termcheck.matching.unlisted.score import CO_GLOSS, LICENSED
from termcheck.matching.unlisted.spans import Piece
from termcheck.matching.unlisted.tables import numbers_in

_BOUND, _COMMON_BOUND = 0.55, 0.75
"""What a span must be able to score before words that the source term licenses: as a name, as a common term."""


class Related(Struct, frozen=True):
    """A name and the words of a piece that are related to its words."""

    name: Name
    likeness: Mapping[int, Mapping[int, float]]
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


def candidates(tokens: Sequence[Token], breaks: Sequence[bool], forms: Sequence[int], resources: Resources) -> int:
    """The numbers of the names that a piece may hold, as bits: each has words for two of its tokens, and a sign.

    ``breaks``: whether what separates phrases stands before a token; ``forms``: the listed form that it is part of, 0
    for none. A name with capitals stands among capitals, a common term inside one phrase, and neither in a listed form.
    """
    words = [resources.likenesses.of(token.lemma) for token in tokens]
    if not any(word.names for word in words):
        return 0
    found = 0
    run, phrase, piece = _Seen(), _Seen(), _Seen()
    for at, word in enumerate(words):
        if breaks[at]:
            found |= phrase.found() & resources.common
            phrase = _Seen()
        if not tokens[at].capital:
            found |= run.found() & resources.proper
            run = _Seen()
        else:
            run.goes_on(forms[at])
        if word.names or word.lengths:
            for names, signs, last in _hits(word, tokens, at, resources):
                form = forms[at] if forms[at] == forms[last] else 0
                if tokens[at].capital:
                    run.add(names, signs, is_several=last > at)
                phrase.add_once(names, signs, form, is_several=last > at)
                if resources.broken:
                    piece.add_once(names, signs, form, is_several=last > at)
    found |= phrase.found() & resources.common
    found |= run.found() & resources.proper
    return found | (piece.found() & resources.broken)


class _Seen:
    """Names of which words have been seen in a stretch: once, twice, and the signs."""

    __slots__ = ("_before", "_form", "_forms", "once", "signs", "twice")

    def __init__(self) -> None:
        self.once = self.twice = self.signs = 0
        self._form = self._before = 0
        self._forms: set[int] = set()

    def goes_on(self, form: int) -> None:
        """Take a token for a part of the stretch."""
        self._forms.add(form)

    def add(self, names: int, signs: int, *, is_several: bool) -> None:
        """Take what a token stands for."""
        self.twice |= names if is_several else self.once & names
        self.once |= names
        self.signs |= signs

    def add_once(self, names: int, signs: int, form: int, *, is_several: bool) -> None:
        """The same; tokens of one listed form count as one."""
        if form != self._form or not form:
            self._form, self._before = form, self.once
        self.twice |= names if is_several and not form else self._before & names
        self.once |= names
        self.signs |= signs

    def found(self) -> int:
        """The names that the stretch may hold; none where it is one listed form."""
        return 0 if len(self._forms) == 1 and 0 not in self._forms else self.twice & self.signs


def _hits(word: Word, tokens: Sequence[Token], at: int, resources: Resources) -> Iterator[tuple[int, int, int]]:
    """The names and signs of a token, and of the known names that begin with it, with the last token of each."""
    if word.names:
        yield word.names, word.signs, at
    for length in word.lengths:
        if at + length > len(tokens):
            continue
        for name in resources.known.named(tuple([token.lemma for token in tokens[at : at + length]])):
            known = resources.likenesses.of(name)
            if known.names:
                yield known.names, known.signs, at + length - 1


def related_names(piece: Piece, resources: Resources, bits: int) -> Iterator[Related]:
    """The names, of those that may be there, of which enough words have something related where none is listed."""
    found: defaultdict[int, dict[int, dict[int, float]]] = defaultdict(dict)
    nested: set[int] = set()
    for token, places, word in _tokens(piece, resources):
        capital = piece.tokens[places[0]].capital
        taken = piece.edges.listed[places[0]]
        for number in numbers_in(word.names & (bits if capital else bits & resources.common)):
            name = resources.names[number]
            if taken and name.concept in taken:
                continue
            likest = _likest(word, token.lemma, number, resources)
            mine = found[number]
            for place in places:
                mine[place] = {**mine[place], **likest} if place in mine else likest
            if token.lemma[0] == "@":
                nested.add(number)
    for number in sorted(found):
        hits, name = found[number], resources.names[number]
        if len(hits) > 1 and _most(name, hits) >= COVERED * name.least_weight:
            yield Related(name, hits, number in nested)


def _likest(word: Word, lemma: str, number: int, resources: Resources) -> dict[int, float]:
    """Position in a name -> how alike the word there is to a word of a text, where at all."""
    found = word.likest.get(number)
    if found is None:
        name, alike = resources.names[number], word.alike
        found = {at: alike[other].value for at, other in name.places if other in alike}
        if word.glossed >> number & 1:
            _add_glossed(found, name, lemma, resources)
        word.likest[number] = found
    return found


def _add_glossed(likest: dict[int, float], name: Name, lemma: str, resources: Resources) -> None:
    """Take in the words of a name that render the same part of the source term as a word of a text."""
    licence = resources.licence
    concept = name.concept
    loose = licence.may_add(concept, lemma)
    strict = licence.parts(concept, lemma)
    for at, other in name.places:
        value = likest.get(at, 0.0)
        if strict and value < CO_GLOSS and not strict.isdisjoint(licence.parts(concept, other)):
            likest[at] = CO_GLOSS
        elif loose and value < LICENSED and not loose.isdisjoint(licence.may_add(concept, other)):
            likest[at] = LICENSED


def _most(name: Name, found: Mapping[int, Mapping[int, float]]) -> float:
    """Weight of a name's words that have something related anywhere."""
    best: dict[int, float] = {}
    for hits in found.values():
        for at, likeness in hits.items():
            if likeness > best.get(at, 0):
                best[at] = likeness
    return sum([likeness * name.weights[at] for at, likeness in best.items()])


def _tokens(piece: Piece, resources: Resources) -> Iterator[tuple[Token, Sequence[int], Word]]:
    """The tokens of a piece, and the known names in it, with the indexes that they stand at and what they stand for."""
    for place, token in enumerate(piece.tokens):
        word = resources.likenesses.of(token.lemma)
        if word.names:
            yield token, (place,), word
    at = 0
    for token, length in resources.known.parts(piece.tokens):
        if token.lemma[0] == "@" and (word := resources.likenesses.of(token.lemma)).names:
            yield token, range(at, at + length), word
        at += length
