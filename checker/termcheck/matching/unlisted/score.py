"""Aligning two names word by word, and what the alignment is worth."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from termcheck.languages.language import Language
from termcheck.matching.guards import left_over_excludes
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.names import HOME, Token
from termcheck.matching.unlisted.similarity import WORDNET, Likeness, Similarity

_LICENSED = 0.7
_CO_GLOSS = Likeness(0.85, "one source word")
_OTHER_HEAD = 0.8
_CONTRAST = 0.5
_ONLY_FEWER, _LESS_SAID = 0.85, 0.7
"""A name with words dropped or added and none replaced, generic ones or others: the altered tier has judged that."""
_FEW = 2
_CONTRAST_SHARE = 0.2
"""Share of the weight of both names, on both sides together, that other words may have in long ones."""
_SURE_LIKENESS = 0.95


class Pair(NamedTuple):
    """A word of the text and the word of the term that it stands for."""

    text: Token
    term: Token
    likeness: Likeness


class Alignment(NamedTuple):
    """What corresponds, what is left over, and the score."""

    score: float
    pairs: tuple[Pair, ...] = ()
    licensed: tuple[tuple[Token, str], ...] = ()
    """Added words that render a part of the source term, with that part."""
    heads_meet: bool = False

    @property
    def is_reordered(self) -> bool:
        """Whether the words are the same, at least three of them, and only their order is another."""
        same = all(pair.likeness.value == 1 for pair in self.pairs)
        return same and self.score == 1 and len(self.pairs) > _FEW

    @property
    def rests_on_dictionary(self) -> bool:
        """Whether one of two words corresponds by the dictionary alone."""
        return len(self.pairs) <= _FEW and any(pair.likeness.why == WORDNET for pair in self.pairs)

    @property
    def reason(self) -> str:
        """The words that are not the same, as an editor reads them."""
        shown = [
            f"{_shown(pair.text.lemma)} ~ {_shown(pair.term.lemma)} ({pair.likeness.why})"
            for pair in self.pairs
            if pair.likeness.why
        ]
        shown += [f"{_shown(token.lemma)} ({part} in the source term)" for token, part in self.licensed]
        return ", ".join(shown) or "the same words in another order"


NO_ALIGNMENT = Alignment(0.0)


class Scorer:
    """Scores names of one language."""

    def __init__(self, language: Language, similarity: Similarity, licence: Callable[[str], Mapping[str, str]]) -> None:
        """``licence``: for a concept, word -> part of its source term."""
        self._language = language
        self._similarity = similarity
        self._licence = licence

    def align(self, text: Sequence[Token], term: Sequence[Token], concept: str) -> Alignment:
        """How well a stretch of a text renders a term of the concept."""
        if len(term) < 2 or len(text) < 2:
            return NO_ALIGNMENT
        licence = self._licence(concept)
        pairs = self._pairs(text, term, licence)
        left_text = [token for token in text if all(pair.text is not token for pair in pairs)]
        left_term = [token for token in term if all(pair.term is not token for pair in pairs)]
        if not _is_about(pairs, term, left_text, left_term) or self._is_guarded(pairs, left_text, left_term):
            return NO_ALIGNMENT
        licensed = [(token, licence[token.lemma]) for token in left_text if token.lemma in licence]
        if len(licensed) > sum(pair.text.is_core for pair in pairs):
            return NO_ALIGNMENT
        matched = sum(pair.likeness.value * (pair.text.weight + pair.term.weight) for pair in pairs)
        matched += sum(_LICENSED * token.weight for token, _ in licensed)
        score = matched / sum(token.weight for token in (*text, *term))
        heads = any(pair.text.is_head and pair.term.is_head for pair in pairs)
        score *= 1 if heads else _OTHER_HEAD
        score *= _penalty(pairs, left_text, left_term, licensed)
        if _is_other_construction(pairs, text, term):
            return NO_ALIGNMENT
        return Alignment(score, tuple(pairs), tuple(licensed), heads)

    def _pairs(self, text: Sequence[Token], term: Sequence[Token], licence: Mapping[str, str]) -> list[Pair]:
        """One word for one, the likest first, then the one nearest in place."""
        possible = []
        for at, token in enumerate(text):
            for place, other in enumerate(term):
                likeness = self._similarity.of(token.lemma, other.lemma)
                part = licence.get(token.lemma)
                if part is not None and likeness.value < _CO_GLOSS.value and licence.get(other.lemma) == part:
                    likeness = _CO_GLOSS
                if likeness.value:
                    possible.append((-likeness.value, abs(at - place), at, place, Pair(token, other, likeness)))
        chosen: dict[int, Pair] = {}
        used: set[int] = set()
        for _, _, at, place, pair in sorted(possible, key=lambda one: one[:4]):
            if at not in chosen and place not in used:
                chosen[at] = pair
                used.add(place)
        return [chosen[at] for at in sorted(chosen)]

    def _is_guarded(self, pairs: Sequence[Pair], left_text: Iterable[Token], left_term: Iterable[Token]) -> bool:
        """Whether a number, unit, place, level, qualifier or opposite differs."""
        kept = [pair.term.lemma for pair in pairs]
        one = [token.lemma for token in left_text if token.lemma != HOME]
        other = [token.lemma for token in left_term if token.lemma != HOME]
        counted = any(lemma[0] == "#" for lemma in kept)
        if counted and not data.UNITS.isdisjoint((*one, *other)):
            return True
        return left_over_excludes(self._language, one, other)


def _is_about(
    pairs: Sequence[Pair], term: Sequence[Token], left_text: Iterable[Token], left_term: Iterable[Token]
) -> bool:
    """Whether what corresponds says what the name is about: a word that is not generic, or else all of them."""
    if any(_says_something(pair) for pair in pairs):
        return True
    if any(token.is_core for token in term):
        return False
    rest = [token for token in (*left_text, *left_term) if token.lemma != HOME]
    return not rest and all(pair.likeness.value >= _SURE_LIKENESS for pair in pairs)


def _says_something(pair: Pair) -> bool:
    """Whether a pair is more than generic words, or a part of a known name for the whole of it."""
    if "@" in (pair.text.lemma[0], pair.term.lemma[0]):
        return pair.text.lemma == pair.term.lemma
    return pair.text.is_core or pair.term.is_core


def _penalty(
    pairs: Sequence[Pair],
    left_text: Iterable[Token],
    left_term: Iterable[Token],
    licensed: Sequence[tuple[Token, str]],
) -> float:
    """What other words on both sides, or no replaced word at all, make of a score."""
    free = {token.lemma for token, _ in licensed}
    added = [token for token in left_text if token.lemma not in free]
    left = [token for token in (*added, *left_term) if token.is_core]
    if any(token.is_core for token in added) and any(token.is_core for token in left_term):
        whole = sum(token.weight for token in left) + sum(pair.text.weight + pair.term.weight for pair in pairs)
        return _CONTRAST if sum(token.weight for token in left) > _CONTRAST_SHARE * whole else 1.0
    missing = [token for token in (*added, *left_term) if token.weight >= data.CORE / 2 and token.lemma != HOME]
    if missing and not licensed and all(pair.likeness.value >= _SURE_LIKENESS for pair in pairs):
        return _LESS_SAID if any(token.is_core for token in missing) else _ONLY_FEWER
    return 1.0


def _is_other_construction(pairs: Sequence[Pair], text: Sequence[Token], term: Sequence[Token]) -> bool:
    """Whether generic words alone stand in another order: the Council of State is not the State Council."""
    generic = len(term) <= _FEW and not any(token.is_core for token in (*text, *term))
    moved = [term.index(pair.term) for pair in pairs]
    return generic and moved != sorted(moved)


def _shown(lemma: str) -> str:
    return lemma.lstrip("@=#")
