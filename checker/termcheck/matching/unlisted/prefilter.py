"""Which names a piece of text can hold at all, and in which spans: cheap bounds before anything is aligned."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from termcheck.matching.unlisted.compiled import COVERED
from termcheck.matching.unlisted.likeness import Meaning
from termcheck.matching.unlisted.names import Name, Token
from termcheck.matching.unlisted.resources import Resources
from termcheck.matching.unlisted.score import CO_GLOSS, LICENSED
from termcheck.matching.unlisted.spans import Piece
from termcheck.matching.unlisted.tables import numbers_in

_BOUND, _COMMON_BOUND = 0.55, 0.75
"""What a span must be able to score before words that the source term licenses: as a name, as a common term."""
_MOST_BETWEEN = 2.75
"""Weight of the words between two neighbouring words that are related to a name's: with two such words of weight 1 on
either side, more than 1.75 that is not related brings the score below the least; 1 more for what the source term
licenses."""
_NOTHING: Mapping[int, float] = {}


class _Sum:
    """The most that a span can score: weights of its words and of a name's, and how much of both is related."""

    __slots__ = ("_best", "_weights", "matched")

    def __init__(self, weights: Sequence[float]) -> None:
        self._weights = weights
        self._best: dict[int, float] = {}
        self.matched = 0.0

    def take(self, likeness: Mapping[int, float], weight: float) -> None:
        """Add a word of the text: position in the name -> how alike they are."""
        best = 0.0
        for at, value in likeness.items():
            best = max(best, value)
            if value > (before := self._best.get(at, 0.0)):
                self._best[at] = value
                self.matched += (value - before) * self._weights[at]
        self.matched += best * weight


class Related(Struct, frozen=True):
    """A name and the words of a piece that are related to its words."""

    name: Name
    likeness: Mapping[int, Mapping[int, float]]
    """Index of a token of the piece -> position in the name -> how alike they are, word for word."""
    nested: Mapping[int, Mapping[int, float]]
    """The same where known names count as one word, on both sides; empty where there are none."""

    def spans(self, piece: Piece, most_words: int) -> Iterator[tuple[int, int]]:
        """First and last index of each span between related words that could score enough."""
        tokens, edges, name = piece.tokens, piece.edges, self.name
        likeness, nested = self.likeness, self.nested
        places = sorted(likeness.keys() | nested.keys())
        bound = _BOUND if name.is_proper else _COMMON_BOUND
        for at, first in enumerate(places):
            if not edges.starts[first]:
                continue
            plain, inside = _Sum(name.weights), _Sum(name.weights)
            whole, least = name.weight, name.nested_weight
            last = first - 1
            for place in places[at:]:
                if tokens[place].last - tokens[first].first >= most_words:
                    break
                if place > first and self._breaks(piece, last + 1, place):
                    break
                for between in range(last + 1, place + 1):
                    whole += tokens[between].weight
                    least += tokens[between].weight if between == place else piece.least_weights[between]
                plain.take(likeness.get(place, _NOTHING), tokens[place].weight)
                if nested:
                    inside.take(nested.get(place, _NOTHING), tokens[place].weight)
                last = place
                if place == first or not edges.ends[place]:
                    continue
                if plain.matched >= bound * whole or (nested and inside.matched >= bound * least):
                    yield first, place

    def _breaks(self, piece: Piece, first: int, last: int) -> bool:
        """Whether what is between two related words, and the second, cannot belong to a rendering of the name."""
        if self.name.is_proper:
            return not all(token.capital for token in piece.tokens[first : last + 1])
        return not self.name.has_breaker and any(piece.edges.breaks[first : last + 1])


def candidates(tokens: Sequence[Token], breaks: Sequence[bool], forms: Sequence[int], resources: Resources) -> int:
    """The numbers of the names that a piece may hold, as bits: each has words for two near tokens, and a sign.

    ``breaks``: whether what separates phrases stands before a token; ``forms``: the listed form that it is part of, 0
    for none. A name with capitals stands among capitals, a common term inside one phrase, and neither in a listed form.
    """
    words = [resources.likenesses.of(token.lemma) for token in tokens]
    if not any(word.names for word in words):
        return 0
    found = 0
    run, phrase, piece = _Seen(), _Seen(), _Seen()
    before = 0.0
    for at, (token, word) in enumerate(zip(tokens, words, strict=True)):
        if breaks[at]:
            found |= phrase.found() & resources.common
            phrase = _Seen()
        if token.capital:
            run.goes_on(forms[at])
        else:
            found |= run.found() & resources.proper
            run = _Seen()
        if word.names or word.lengths:
            for names, signs, last in _hits(word, tokens, at, resources):
                form = forms[at] if forms[at] == forms[last] else 0
                place = before, before + token.weight
                if token.capital:
                    run.add(names, signs, place, form, is_several=last > at)
                phrase.add(names, signs, place, form, is_several=last > at)
                if resources.broken:
                    piece.add(names, signs, place, form, is_several=last > at)
        before += token.weight
    found |= phrase.found() & resources.common
    found |= run.found() & resources.proper
    return found | (piece.found() & resources.broken)


class _Seen:
    """Names of which words have been seen in a stretch: two of them near each other, and the signs."""

    __slots__ = ("_forms", "_near", "signs", "twice")

    def __init__(self) -> None:
        self.twice = self.signs = 0
        self._near: list[tuple[int, float, int]] = []
        self._forms: set[int] = set()

    def goes_on(self, form: int) -> None:
        """Take a token for a part of the stretch."""
        self._forms.add(form)

    def add(self, names: int, signs: int, place: tuple[float, float], form: int, *, is_several: bool) -> None:
        """Take what a token stands for; tokens of one listed form count as one.

        ``place``: weight of all tokens before it, and with it; ``is_several``: it is a known name of several tokens.
        """
        self.signs |= signs
        if is_several and not form:
            self.twice |= names
        for other, end, its_form in reversed(self._near):
            if place[0] - end > _MOST_BETWEEN:
                break
            if form != its_form or not form:
                self.twice |= names & other
        self._near.append((names, place[1], form))

    def found(self) -> int:
        """The names that the stretch may hold; none where it is one listed form."""
        return 0 if len(self._forms) == 1 and 0 not in self._forms else self.twice & self.signs


def _hits(word: Meaning, tokens: Sequence[Token], at: int, resources: Resources) -> Iterator[tuple[int, int, int]]:
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
    plain: defaultdict[int, dict[int, dict[int, float]]] = defaultdict(dict)
    nested: defaultdict[int, dict[int, dict[int, float]]] = defaultdict(dict)
    for at, token in enumerate(piece.tokens):
        word = resources.likenesses.of(token.lemma)
        for number in _meant(word, token, bits, resources) if word.names else ():
            name = resources.names[number]
            if name.concept not in piece.edges.listed[at]:
                plain[number][at] = _likest(word, number, resources)
    for places, token in piece.known:
        word = resources.likenesses.of(token.lemma)
        for number in _meant(word, token, bits, resources) if word.names else ():
            name = resources.names[number]
            if name.concept not in piece.edges.listed[places[0]]:
                likest = _likest(word, number, resources)
                for at in places:
                    nested[number][at] = likest
    for number in sorted(plain.keys() | nested.keys()):
        name = resources.names[number]
        related = _related(name, plain.get(number, {}), nested.get(number, {}))
        if related is not None:
            yield related


def _meant(word: Meaning, token: Token, bits: int, resources: Resources) -> list[int]:
    return numbers_in(word.names & (bits if token.capital else bits & resources.common))


def _related(name: Name, words: dict[int, dict[int, float]], known: dict[int, dict[int, float]]) -> Related | None:
    """A name with what is related to it, word for word and with known names as one word; None if that is too little."""
    plain, nested = words, {}
    if name.nested:
        count = len(name.tokens)
        plain = {at: {place: value for place, value in likest.items() if place < count} for at, likest in words.items()}
    for at in words.keys() | known.keys() if known else ():
        both = {**words.get(at, _NOTHING), **known.get(at, _NOTHING)}
        nested[at] = {place: value for place, value in both.items() if not name.replaced >> place & 1}
    enough = len(plain) > 1 and _most(name, plain) >= COVERED * name.weight
    if not enough and not (len(nested) > 1 and _most(name, nested) >= COVERED * name.nested_weight):
        return None
    return Related(name, plain, nested)


def _likest(word: Meaning, number: int, resources: Resources) -> dict[int, float]:
    """Position in a name -> how alike the word there is to a word of a text, where at all."""
    found = word.likest.get(number)
    if found is None:
        name, alike = resources.names[number], word.alike
        found = {at: alike[other].value for at, other in name.places if other in alike}
        glossed = word.glossed.get(number)
        if glossed is not None:
            for at, _ in name.places:
                value = found.get(at, 0.0)
                if value < CO_GLOSS and glossed.alone >> at & 1:
                    found[at] = CO_GLOSS
                elif value < LICENSED and glossed.loosely >> at & 1:
                    found[at] = LICENSED
        word.likest[number] = found
    return found


def _most(name: Name, found: Mapping[int, Mapping[int, float]]) -> float:
    """Weight of a name's words that have something related anywhere."""
    best: dict[int, float] = {}
    for hits in found.values():
        for at, likeness in hits.items():
            if likeness > best.get(at, 0):
                best[at] = likeness
    return sum([likeness * name.weights[at] for at, likeness in best.items()])
