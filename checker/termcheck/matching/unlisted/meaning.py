"""Names that mean the same though their words share little: evidence from vectors of phrases, under the same guards.

Vectors alone take a sibling for the same thing (laptop, desktop), so what is compared is the whole names and, where
both have words that correspond to nothing in the other, those words as well.
"""

from collections.abc import Sequence
from typing import NamedTuple

from termcheck.languages.language import Language
from termcheck.matching.guards import left_over_excludes
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.encoder import Encoder
from termcheck.matching.unlisted.names import HOME, Token
from termcheck.matching.unlisted.similarity import Similarity

LEAST = 0.69
"""Value from which on two common terms, of which somebody asks whether they are one thing, are."""
_BOTH_LEFT, _ONE_LEFT, _SINGLE = 0.1, -0.12, -0.12
"""Makes the cases comparable: words left over on both sides, on one side only, two single words."""
_NEW_HEAD = 0.88
"""Likeness from which on one of two names may lack the other's head: laptop, laptop computer."""
_LONGEST = 6
"""Content words of a name."""


class Meaning(NamedTuple):
    """How surely two names mean one thing."""

    value: float
    """0 where a guard excludes it; comparable over all cases."""
    likeness: float = 0.0
    """Of the whole names, -1 to 1."""

    @property
    def reason(self) -> str:
        """For an editor."""
        return f"it means nearly the same by the language model ({self.likeness:.2f})"


NOTHING = Meaning(0.0)


class Meanings:
    """Compares names of one language."""

    def __init__(self, language: Language, similarity: Similarity, encoder: Encoder) -> None:
        """``similarity`` says which words correspond without a model."""
        self._language = language
        self._similarity = similarity
        self._encoder = encoder

    def of(self, phrase: str, text: Sequence[Token], name: str, term: Sequence[Token]) -> Meaning:
        """How surely a phrase and a term, with their content tokens, mean one thing."""
        rest = self.rest(text, term)
        if rest is None:
            return NOTHING
        left_text, left_term = rest
        likeness = self._encoder.likeness(phrase.lower(), name.lower())
        if not (left_text and left_term):
            loses_head = any(token.is_head for token in (*left_text, *left_term))
            return NOTHING if loses_head and likeness < _NEW_HEAD else Meaning(likeness + _ONE_LEFT, likeness)
        if len(text) == len(term) == 1:
            return Meaning(likeness + _SINGLE, likeness)
        if len(text) == 1 or len(term) == 1:
            return Meaning(likeness, likeness)
        between = self._encoder.likeness(shown(left_text), shown(left_term))
        return Meaning((likeness + between) / 2 + _BOTH_LEFT, likeness)

    def rest(self, text: Sequence[Token], term: Sequence[Token]) -> tuple[list[Token], list[Token]] | None:
        """The words of each that correspond to none of the other; None where a guard keeps the two apart."""
        if not text or not term or max(len(text), len(term)) > _LONGEST:
            return None
        left_text, left_term = self._left_over(text, term)
        return None if self._is_guarded(text, term, left_text, left_term) else (left_text, left_term)

    def _left_over(self, text: Sequence[Token], term: Sequence[Token]) -> tuple[list[Token], list[Token]]:
        """The words of each name that correspond to none of the other."""
        alike = [
            (one.lemma, other.lemma)
            for one in text
            for other in term
            if self._similarity.of(one.lemma, other.lemma).value
        ]
        ours, theirs = {one for one, _ in alike} | {HOME}, {other for _, other in alike} | {HOME}
        return [one for one in text if one.lemma not in ours], [one for one in term if one.lemma not in theirs]

    def _is_guarded(
        self, text: Sequence[Token], term: Sequence[Token], left_text: Sequence[Token], left_term: Sequence[Token]
    ) -> bool:
        one, other = [token.lemma for token in left_text], [token.lemma for token in left_term]
        if any(token.lemma[0] == "#" for token in (*text, *term)) and not data.UNITS.isdisjoint((*one, *other)):
            return True
        return left_over_excludes(self._language, one, other)


def shown(tokens: Sequence[Token]) -> str:
    """Words that are left over, as one phrase."""
    return " ".join(token.lemma.lstrip("@=#") for token in tokens)
