"""Finding unlisted renderings in an article's text."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from msgspec import Struct
from msgspec.structs import replace

from termcheck.cache import Cache
from termcheck.config import Told
from termcheck.languages.language import Language
from termcheck.matching.brackets import OPENING
from termcheck.matching.candidates import Candidate
from termcheck.matching.index import LanguageIndex
from termcheck.matching.text import Text
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.calibration import BY_DICTIONARY, CERTAIN, SURE, confidence
from termcheck.matching.unlisted.names import HOME, Name, Token
from termcheck.matching.unlisted.prefilter import Related, candidates, related_names
from termcheck.matching.unlisted.resources import Resources
from termcheck.matching.unlisted.score import Alignment
from termcheck.matching.unlisted.similarity import RENDERED
from termcheck.matching.unlisted.spans import Edges, Piece, pieces, prepositions, tokens_at
from termcheck.matching.unlisted.words import POINTING
from termcheck.model import CaseFit, Glossary, Method, Standing, Term

if TYPE_CHECKING:
    from termcheck.matching.unlisted.concepts import Concepts

_LEAST, _DOUBTFUL_LEAST = 0.7, 0.85
"""Score from which on a span is taken for a rendering.

The second is for common terms of two words by the dictionary's synonyms, or with a word that says something else.
"""
_MOST_WORDS = 15
_RIVAL_MARGIN = 0.02
_compiled: WeakKeyDictionary[LanguageIndex, dict[tuple[frozenset[str], Told], Resources]] = WeakKeyDictionary()


class _Found(Struct, frozen=True):
    first: int
    last: int
    """Tokens of the text, inclusive."""
    name: Name
    alignment: Alignment
    score: float
    said: float
    """Share of the parts of the source term that the words render."""
    is_of_other_level: bool
    """Whether it leaves out a level and is another kind of body: Health Committee, National Health Commission."""


def resources_of(index: LanguageIndex, glossary: Glossary, home: frozenset[str], cache: Cache, told: Told) -> Resources:
    """The compiled names of a language, made when first asked for."""
    known = _compiled.setdefault(index, {})
    if (home, told) not in known:
        known[home, told] = Resources(index, glossary, home, cache, told)
    return known[home, told]


def find_unlisted(
    text: Text,
    index: LanguageIndex,
    standing_of: Callable[[Term], Standing | None],
    listed: Sequence[Candidate],
    ask: Callable[[], Resources],
) -> Iterator[Candidate]:
    """Stretches that name a concept in other words.

    ``listed``: the listed forms that stand in the text; ``ask``: for the compiled names, where they are needed.
    """
    if index.language.code != "en":
        from termcheck.matching.unlisted.inversion import find_inverted

        yield from find_inverted(text, index, standing_of, listed)
        return
    resources = ask()
    beside = _beside_brackets(text, resources, standing_of, listed)
    yield from beside
    taken = _Taken(text, [*listed, *beside])
    for first, last in pieces(text, 0, len(text.words)):
        if last - first > 1:
            yield from _in_piece(text, (first, last), resources, taken, standing_of)


def _beside_brackets(
    text: Text, resources: Resources, standing_of: Callable[[Term], Standing | None], listed: Sequence[Candidate]
) -> list[Candidate]:
    if not any(char in text.view for char in OPENING):
        return []
    from termcheck.matching.unlisted.brackets import find_beside_brackets

    return list(find_beside_brackets(text, resources, standing_of, listed))


class _Taken:
    """Where listed forms stand."""

    def __init__(self, text: Text, listed: Iterable[Candidate]) -> None:
        self._spans = sorted({(one.start, one.end, one.pattern.term.concept) for one in listed})
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)
        self._forms: dict[int, int] = {}
        spans = {(start, end) for start, end, _ in self._spans}
        for number, (start, end) in enumerate(sorted(spans, key=lambda one: (one[1] - one[0], one)), 1):
            for place in range(bisect_left(text.starts, start), bisect_left(text.starts, end)):
                self._forms[place] = number

    def form_at(self, place: int) -> int:
        """The number of the longest form that a token is part of; 0 for none."""
        return self._forms.get(place, 0)

    def forbids(self, start: int, end: int, concept: str) -> bool:
        """Whether a form of the concept stands over a stretch, or any form contains or crosses it."""
        for begin, finish, other in self._over(start, end):
            inside = start <= begin and finish <= end and (begin, finish) != (start, end)
            if other == concept or not inside:
                return True
        return False

    def concepts_at(self, offset: int) -> frozenset[str]:
        """The concepts that have a form over an offset of the view."""
        return frozenset(concept for _, _, concept in self._over(offset, offset + 1))

    def crosses(self, offset: int) -> bool:
        """Whether a form stands on both sides of an offset."""
        return any(begin < offset < end for begin, end, _ in self._over(offset, offset + 1))

    def _over(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        for at in range(bisect_left(self._starts, start - self._longest), len(self._spans)):
            one = self._spans[at]
            if one[0] >= end:
                return
            if one[1] > start:
                yield one


def _edges(text: Text, tokens: Sequence[Token], breaks: list[bool], taken: _Taken) -> Edges:
    starts = [text.starts[token.first] for token in tokens]
    ends = [text.ends[token.last] for token in tokens]
    return Edges(
        [taken.concepts_at(start) for start in starts],
        [not taken.crosses(start) for start in starts],
        [not taken.crosses(end) for end in ends],
        breaks,
    )


def _breaks(text: Text, tokens: Sequence[Token]) -> list[bool]:
    """Before which tokens a word stands that common terms do not have inside."""
    breaks = [False]
    for before, token in pairwise(tokens):
        between = text.words[before.last + 1 : token.first]
        breaks.append(bool(between) and not data.BREAKERS.isdisjoint(between))
    return breaks


def _in_piece(
    text: Text,
    span: tuple[int, int],
    resources: Resources,
    taken: _Taken,
    standing_of: Callable[[Term], Standing | None],
) -> Iterator[Candidate]:
    tokens = tokens_at(text, span, resources)
    if len(tokens) < 2:
        return
    breaks = _breaks(text, tokens)
    names = candidates(tokens, breaks, [taken.form_at(token.first) for token in tokens], resources)
    if not names:
        return
    known, least_weights = _known(tokens, resources)
    piece = Piece(tokens, prepositions(text, *span), _edges(text, tokens, breaks, taken), known, least_weights, {})
    found: list[_Found] = []
    for related in related_names(piece, resources, names):
        if standing_of(related.name.pattern.term) is Standing.APPROVED:
            found += _best_spans(text, piece, resources, related, taken)
    for one in _without_rivals(found):
        yield _candidate(text, one)


def _known(tokens: Sequence[Token], resources: Resources) -> tuple[list[tuple[range, Token]], list[float]]:
    """The known names among some tokens, and the weights of the tokens, were each name one word."""
    known: list[tuple[range, Token]] = []
    weights: list[float] = []
    for token, length in resources.known.parts(tokens):
        at = len(weights)
        if token.lemma[0] == "@" and token.lemma != HOME:
            known.append((range(at, at + length), token))
        weights += [min(one.weight, token.weight / length) for one in tokens[at : at + length]]
    return known, weights


def _best_spans(text: Text, piece: Piece, resources: Resources, related: Related, taken: _Taken) -> list[_Found]:
    """The spans that score best for a name and do not overlap."""
    found: dict[tuple[int, int], _Found] = {}
    for span in related.spans(piece, max(_MOST_WORDS, len(related.name.pattern.words) + 3)):
        one = _found(text, piece, resources, related.name, span, taken)
        if one is not None:
            found[one.first, one.last] = one
    best: list[_Found] = []
    for one in sorted(found.values(), key=lambda one: (-one.score, one.first, -one.last)):
        if all(one.last < other.first or other.last < one.first for other in best):
            best.append(one)
    return best


def _found(
    text: Text, piece: Piece, resources: Resources, name: Name, span: tuple[int, int], taken: _Taken
) -> _Found | None:
    first, last = span
    tokens = piece.tokens
    if name.is_proper:
        first, last = piece.run(text, span, resources.language)
    elif not _may_be_common(text, piece, name, span, resources):
        return None
    inside = text.words[tokens[first].first : tokens[last].last + 1]
    if not POINTING.isdisjoint(inside) and POINTING.isdisjoint(name.pattern.words):
        return None
    start, end = text.starts[tokens[first].first], text.ends[tokens[last].last]
    if taken.forbids(start, end, name.concept):
        return None
    if resources.is_listed(inside):
        return None
    alignment = score(resources, tokens[first : last + 1], name, piece.links, _LEAST)
    if alignment.score < _least(name, alignment) or not _has_head(name, alignment):
        return None
    if alignment.is_only_shorter or alignment.differs_by_home or _is_of_home(text, tokens[first], alignment):
        return None  # the altered tier has judged that
    if name.is_proper and _adds_name(piece, (first, last), alignment):
        return None
    if _is_opposed_beside(resources.language, tokens, (first, last), alignment):
        return None
    said = resources.licence.share_said(name.concept, [token.lemma for token in tokens[first : last + 1]])
    no_level = any(resources.language.level(token.lemma) for token in alignment.left)
    is_of_other_level = name.is_proper and no_level and alignment.head_likeness < 1
    return _Found(tokens[first].first, tokens[last].last, name, alignment, alignment.score, said, is_of_other_level)


def _is_of_home(text: Text, first: Token, alignment: Alignment) -> bool:
    """Whether a span only says in the term's own words whose it is: China's Constitution for the PRC Constitution."""
    possessive = first.lemma == HOME and text.words[first.last + 1 : first.last + 2] == ["s"]
    return possessive and all(pair.likeness.value == 1 for pair in alignment.pairs)


def _adds_name(piece: Piece, span: tuple[int, int], alignment: Alignment) -> bool:
    """Whether a known name in a span stands for nothing in the term: a committee of the NPC is another committee."""
    added = {token.first for token in alignment.added}
    return any(
        token.weight > data.HOME_ENTITY_WEIGHT
        and span[0] <= places[0]
        and places[-1] <= span[1]
        and added.issuperset(piece.tokens[at].first for at in places)
        for places, token in piece.known
    )


def _is_opposed_beside(know: Language, tokens: Sequence[Token], span: tuple[int, int], alignment: Alignment) -> bool:
    """Whether the word before or behind a span is opposed to one of the term that the span leaves out."""
    beside = (*tokens[max(0, span[0] - 1) : span[0]], *tokens[span[1] + 1 : span[1] + 2])
    return any(know.excludes(one.lemma, other.lemma) for one in beside for other in alignment.left)


def score(
    resources: "Resources | Concepts", tokens: Sequence[Token], name: Name, links: frozenset[int], least: float = 0.0
) -> Alignment:
    """How well some tokens of a text render a name, as they stand or with known names inside both replaced.

    ``least``: score below which it does not matter by how much.
    """
    plain = resources.scorer.align(tokens, name.tokens, name.concept, links, least)
    nested = resources.known.rewrite(tokens, f"@{name.concept}")
    term = name.nested or name.tokens
    if len(nested) == len(tokens) and term is name.tokens:
        return plain
    other = resources.scorer.align(nested, term, name.concept, links, least)
    return plain if plain.score >= other.score else other


def _has_head(name: Name, alignment: Alignment) -> bool:
    """Whether a common term's head is the head of the span, or a name's head is anywhere in it."""
    return alignment.heads_meet or (name.is_proper and any(pair.term.is_head for pair in alignment.pairs))


def _least(name: Name, alignment: Alignment) -> float:
    drops = any(token.is_core for token in alignment.left) and (
        alignment.uses_dictionary or alignment.head_likeness < RENDERED.value
    )
    if name.is_proper:
        return _DOUBTFUL_LEAST if drops else _LEAST
    adds = any(token.is_core for token in alignment.added)
    return _DOUBTFUL_LEAST if adds or drops or alignment.rests_on_dictionary else _LEAST


def _may_be_common(text: Text, piece: Piece, name: Name, span: tuple[int, int], resources: Resources) -> bool:
    """Whether a span can be a common term: one phrase, and no part of a longer name."""
    first, last = span
    tokens = piece.tokens
    words = text.words[tokens[first].first : tokens[last].last + 1]
    if any(word in data.BREAKERS and word not in name.pattern.words for word in words):
        return False
    if all(token.capital for token in tokens[first : last + 1]) and not text.starts_sentence(tokens[first].first):
        return piece.run(text, span, resources.language) == span
    return True


def _without_rivals(found: Sequence[_Found]) -> Iterator[_Found]:
    """The best of each place; nothing where another concept fits as well."""
    found = [one for one in found if not any(_is_object_of(other, one) for other in found)]
    for one in found:
        over = [other for other in found if other.first <= one.last and one.first <= other.last and other is not one]
        if any(other.name.concept != one.name.concept and _beats(other, one) for other in over):
            continue
        same = [other for other in over if other.name.concept == one.name.concept]
        if all((other.score, -found.index(other)) < (one.score, -found.index(one)) for other in same):
            yield one


def _beats(other: _Found, one: _Found) -> bool:
    if other.score >= one.score + _RIVAL_MARGIN:
        return True
    if other.score <= one.score - _RIVAL_MARGIN:
        return False
    if (other.first, other.last) == (one.first, one.last) and other.said == one.said:
        return other.alignment.head_likeness > one.alignment.head_likeness
    return other.last - other.first > one.last - one.first or other.said > one.said


def _is_object_of(other: _Found, one: _Found) -> bool:
    """Whether a term that begins with a verb is there word for word but for its object, which is another concept.

    In "promoting network civilization" it is internet civilization that has another name.
    """
    if one.name.is_proper or other.name.concept == one.name.concept or not one.name.pattern.words[0].endswith("ing"):
        return False
    if not (one.first < other.first and other.last == one.last):
        return False
    return all(pair.likeness.value == 1 for pair in one.alignment.pairs if pair.text.last < other.first)


def confirmed(loose: Sequence[Candidate]) -> list[Candidate]:
    """Candidates without doubt where an unlisted rendering at the same stretch leaves none of the same concept."""
    sure = {
        (one.start, one.end, one.pattern.term.concept): one
        for one in loose
        if one.method is Method.UNLISTED and one.confidence == CERTAIN
    }
    return [
        replace(one, doubtful=False) if (one.start, one.end, one.pattern.term.concept) in sure else one for one in loose
    ]


def _candidate(text: Text, one: _Found) -> Candidate:
    sure = CERTAIN if one.alignment.is_reordered else confidence(one.score)
    doubtful = one.alignment.is_learnt or one.alignment.has_part or one.is_of_other_level
    if doubtful or one.name.describes or (not one.name.is_proper and one.alignment.rests_on_dictionary):
        sure = min(sure, BY_DICTIONARY)
    term = one.name.pattern.term
    return Candidate(
        one.name.pattern,
        Standing.APPROVED,
        text.starts[one.first],
        text.ends[one.last],
        Method.UNLISTED,
        CaseFit.SAME,
        4,
        sure,
        f"{one.alignment.reason}, against “{one.name.pattern.surface}” ({term.status} for {term.concept})",
        doubtful=sure < SURE,
    )
