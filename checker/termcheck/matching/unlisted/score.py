"""Aligning two names word by word, and what the alignment is worth."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from termcheck.languages.language import Language
from termcheck.matching.guards import left_over_excludes
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.aligned import FEW, NO_ALIGNMENT, SURE_LIKENESS, Alignment, Pair
from termcheck.matching.unlisted.licence import PART, Licence
from termcheck.matching.unlisted.names import HOME, Token, head_of
from termcheck.matching.unlisted.similarity import ONE_PLACE, Likeness, Similarity

LICENSED = 0.7
CO_GLOSS = 0.85
"""Likeness of words that render one part of the source term."""
_OTHER_HEAD = 0.8
_CONTRAST = 0.5
_ONLY_FEWER, _LESS_SAID = 0.85, 0.7
"""A name with words dropped or added and none replaced, generic ones or others: the altered tier has judged that."""
_ROUNDING = 1e-9
_ONE_WORD = 0.85
"""One word of a name of several, beside the country: the Bank of China is not the People's Bank of China."""
_SHOWN = 2
"""Concepts that a reason names as the teachers of a correspondence."""
_CONTRAST_SHARE = 0.2
"""Share of the weight of both names, on both sides together, that other words may have in long ones."""
_NATIONAL = "national"
_NUMBERED_LIKENESS = 0.9


class Scorer:
    """Scores names of one language."""

    def __init__(self, language: Language, similarity: Similarity, licence: Licence) -> None:
        """``licence``: what renders which part of the source terms."""
        self._language = language
        self._similarity = similarity
        self._licence = licence

    def align(
        self, text: Sequence[Token], term: Sequence[Token], concept: str, links: frozenset[int], least: float = 0.0
    ) -> Alignment:
        """How well a stretch of a text renders a term of the concept.

        ``links``: positions of prepositions in the text; ``least``: score below which it does not matter by how much.
        """
        if len(term) < 2 or len(text) < 2:
            return NO_ALIGNMENT
        whole = sum([token.weight for token in (*text, *term)])
        if least and self._most(text, term, concept) < (least - _ROUNDING) * whole:
            return NO_ALIGNMENT
        licence = self._licence
        parts = {token.lemma: licence.parts(concept, token.lemma) for token in (*text, *term)}
        pairs = self._pairs(text, term, parts)
        paired = {id(token) for pair in pairs for token in (pair.text, pair.term)}
        left_text = [token for token in text if id(token) not in paired]
        left_term = [token for token in term if id(token) not in paired]
        loose = {token: licence.may_add(concept, token.lemma) for token in (*left_text, *left_term)}
        matched = sum([pair.likeness.value * (pair.text.weight + pair.term.weight) for pair in pairs])
        most = matched + LICENSED * sum([token.weight for token, found in loose.items() if found])
        if most < (least - _ROUNDING) * whole:
            return NO_ALIGNMENT
        phrases = _phrases(left_text, left_term, loose)
        if not _is_about(pairs, phrases, term, left_text, left_term, self._language):
            return NO_ALIGNMENT
        if _is_other_construction(pairs, text, term):
            return NO_ALIGNMENT
        in_phrases = [token for phrase in phrases for token in (*phrase.text, *phrase.term)]
        licensed = [(token, longest(loose[token])) for token in left_text if loose[token]]
        if len({part for token, part in licensed if token not in in_phrases}) > sum(
            pair.text.is_core for pair in pairs
        ):
            return NO_ALIGNMENT
        said = frozenset().union(*(parts[token.lemma] for token in text), *(loose[token] for token in left_text))
        rendered = [token for token in left_term if loose[token] & said]
        if term[0].lemma[0] == PART and len(rendered) < len(left_term):
            return NO_ALIGNMENT
        matched += LICENSED * sum(token.weight for token in (*(token for token, _ in licensed), *rendered))
        score = matched / whole
        head = text[head_of(text, links)]
        heads = any(pair.text is head and pair.term.is_head for pair in pairs) or any(
            any(token is head for token in phrase.text) and any(token.is_head for token in phrase.term)
            for phrase in phrases
        )
        score *= 1 if heads else _OTHER_HEAD
        score *= _penalty(pairs, left_text, [token for token in left_term if token not in rendered], licensed)
        score *= _ONE_WORD if left_term and sum(pair.term.lemma != HOME for pair in pairs) == 1 and not licensed else 1
        if score < least or self._is_guarded(pairs, left_text, left_term):
            return NO_ALIGNMENT
        return Alignment(score, tuple(pairs), tuple(licensed), heads, tuple(left_term), _without(left_text, licensed))

    def _most(self, text: Sequence[Token], term: Sequence[Token], concept: str) -> float:
        """More than what corresponds can weigh, were each word free to stand for any other."""
        licence = self._licence
        lemmas = [other.lemma for other in term]
        rendered = [licence.may_add(concept, lemma) for lemma in lemmas]
        reached = [LICENSED if parts else 0.0 for parts in rendered]
        most = 0.0
        for token in text:
            parts = licence.may_add(concept, token.lemma)
            best = LICENSED if parts else 0.0
            for at, known in enumerate(self._similarity.to(token.lemma, lemmas)):
                value = known.value
                if parts and value < CO_GLOSS and not parts.isdisjoint(rendered[at]):
                    value = CO_GLOSS
                best = max(best, value)
                reached[at] = max(reached[at], value)
            most += best * token.weight
        for other, value in zip(term, reached, strict=True):
            most += value * other.weight
        return most

    def _pairs(self, text: Sequence[Token], term: Sequence[Token], parts: Mapping[str, frozenset[str]]) -> list[Pair]:
        """One word for one, the likest first, then the one nearest in place."""
        possible = []
        lemmas = [other.lemma for other in term]
        for at, token in enumerate(text):
            rendered = parts[token.lemma]
            for place, (other, known) in enumerate(zip(term, self._similarity.to(token.lemma, lemmas), strict=True)):
                likeness = known
                if rendered and known.value < CO_GLOSS and (shared := rendered & parts[other.lemma]):
                    likeness = self.glossed(token.lemma, other.lemma, shared) or known
                if likeness.value:
                    possible.append((-likeness.value, abs(at - place), at, place, Pair(token, other, likeness)))
        chosen: dict[int, Pair] = {}
        used: set[int] = set()
        for _, _, at, place, pair in sorted(possible, key=lambda one: one[:4]):
            if at not in chosen and place not in used:
                chosen[at] = pair
                used.add(place)
        return [chosen[at] for at in sorted(chosen)]

    def glossed(self, one: str, other: str, shared: frozenset[str]) -> Likeness | None:
        """The likeness of two words that render the ``shared`` parts of the source term; None if kept apart."""
        if self._similarity.keeps_apart(one, other):
            return None
        licence = self._licence
        taught = {part: (*licence.teachers(part, one), *licence.teachers(part, other)) for part in shared}
        part = max(sorted(shared), key=lambda part: (not taught[part], len(part)))
        by = list(dict.fromkeys(taught[part]))[:_SHOWN]
        why = f"{part} in the source term" + (f", learnt from {' and '.join(by)}" if by else "")
        return Likeness(CO_GLOSS, why, is_learnt=bool(by))

    def _is_guarded(self, pairs: Sequence[Pair], left_text: Iterable[Token], left_term: Iterable[Token]) -> bool:
        """Whether a number, unit, place, level, qualifier or opposite differs."""
        kept = [pair.term.lemma for pair in pairs]
        one = [token.lemma for token in left_text if token.lemma != HOME]
        other = [token.lemma for token in left_term if token.lemma != HOME]
        counted = any(lemma[0] == "#" for lemma in kept)
        if counted and not data.UNITS.isdisjoint((*one, *other)):
            return True
        return left_over_excludes(self._language, one, other)


class _Phrase(Struct, frozen=True):
    """Several words on each side that render one part of the source term together."""

    text: tuple[Token, ...]
    term: tuple[Token, ...]


def _phrases(
    left_text: Sequence[Token], left_term: Sequence[Token], parts: Mapping[Token, frozenset[str]]
) -> list[_Phrase]:
    """Left-over words that belong together: well-off and moderately prosperous for 小康."""
    shared = frozenset().union(*(parts[token] for token in left_text)) & frozenset().union(
        *(parts[token] for token in left_term)
    )
    return [
        _Phrase(
            tuple(token for token in left_text if part in parts[token]),
            tuple(token for token in left_term if part in parts[token]),
        )
        for part in sorted(shared)
    ]


def _without(tokens: Iterable[Token], licensed: Iterable[tuple[Token, str]]) -> tuple[Token, ...]:
    taken = [token for token, _ in licensed]
    return tuple(token for token in tokens if token not in taken)


def _is_about(
    pairs: Sequence[Pair],
    phrases: Sequence[_Phrase],
    term: Sequence[Token],
    left_text: Iterable[Token],
    left_term: Iterable[Token],
    know: Language,
) -> bool:
    """Whether what corresponds says what the name is about: a word that is not generic, or else all of them."""
    if any(_says_something(pair) for pair in pairs):
        return True
    if any(any(token.is_core for token in (*phrase.text, *phrase.term)) for phrase in phrases):
        return any(pair.term.lemma != HOME for pair in pairs)
    if any(token.is_core for token in term):
        return False
    numbered = any(pair.text.lemma[0] == "#" for pair in pairs)
    free = {HOME, *(token.lemma for token in left_term if numbered and know.level(token.lemma) == _NATIONAL)}
    rest = [token for token in (*left_text, *left_term) if token.lemma not in free]
    least = _NUMBERED_LIKENESS if numbered else SURE_LIKENESS
    return not rest and all(pair.likeness.value >= least for pair in pairs)


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
    if missing and not licensed and all(pair.likeness.value >= SURE_LIKENESS for pair in pairs):
        return _LESS_SAID if any(token.is_core for token in missing) else _ONLY_FEWER
    return 1.0


def _is_other_construction(pairs: Sequence[Pair], text: Sequence[Token], term: Sequence[Token]) -> bool:
    """Whether generic words alone stand in another order: the Council of State is not the State Council.

    Nor is the Bank of Germany the German Bank: of one word and a place there may be several.
    """
    if len(term) <= FEW and any(pair.likeness.why == ONE_PLACE for pair in pairs):
        return True
    generic = len(term) <= FEW and not any(token.is_core for token in (*text, *term))
    moved = [term.index(pair.term) for pair in pairs]
    return generic and moved != sorted(moved)


def longest(parts: Iterable[str]) -> str:
    """The longest of some parts of a source term, the first of such."""
    return max(sorted(parts), key=len)
