"""How alike two words of names are, and why."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from termcheck.languages.english import verb_stems
from termcheck.languages.language import Language
from termcheck.matching.guards import is_adjective_of_place, places_of_adjective
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.classes import Classes
from termcheck.matching.unlisted.names import HOME, MOST_KEPT, stem
from termcheck.matching.unlisted.relations import family, related_lemmas
from termcheck.matching.unlisted.words import SYNONYMS

_SAME_STEM, _LEARNT, _GROUP, _WORDNET, _LEVEL, _PART = 0.95, 0.85, 0.85, 0.8, 0.8, 0.9
WORDNET = "WordNet"
FORM = "a form of it"
ONE_PLACE = "one place"
PART_OF = "part of it"
COUNTRY = "the whole country"
_NATIONAL = "national"
_AGAIN = "re"
"""Revitalization and vitalization are the same to translators."""
SHORTEST_SHARED_STEM = 5
_SURE_STEM = 7
"""Letters of a stem that two words share by more than chance: community and communication share fewer."""
_PEOPLE = ("ist", "ism", "istic")


class Likeness(Struct, frozen=True):
    """How alike two words are, from 0 to 1, and what says so."""

    value: float
    why: str = ""
    is_learnt: bool = False
    """Whether only the glossary says so."""


NONE = Likeness(0.0)
SAME = Likeness(1.0)
RENDERED = Likeness(0.9, "source term")
"""Of a word to the part of a source term that it renders."""


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    """English words with those that they share a group with."""
    found: dict[str, frozenset[str]] = {}
    for group in (*data.GROUPS, *SYNONYMS):
        for word in group:
            found[word] = found.get(word, frozenset()) | group
    return found


class Similarity:
    """The likeness of words of one language under one glossary."""

    def __init__(
        self,
        language: Language,
        classes: Classes,
        parts: dict[str, frozenset[str]],
        dictionary: Callable[[str, str], frozenset[str]] = related_lemmas,
        derived: Callable[[str, str], frozenset[str]] = family,
        home_levels: frozenset[str] = frozenset(),
    ) -> None:
        """``parts``: words and known names inside a known name, by that name.

        ``home_levels``: words for which the home country may stand; ``dictionary``: what a word of a language is
        related to; ``derived``: what it belongs to by derivation.
        """
        self._family = derived
        self.home_levels = home_levels
        self.language = language
        self._dictionary = dictionary
        self.classes = classes
        self.parts = parts
        self._known: dict[tuple[str, str], Likeness] = {}
        self.groups: Mapping[str, frozenset[str]] = _groups() if language.code == "en" else {}

    def of(self, one: str, other: str) -> Likeness:
        """How alike two lemmas are."""
        if one == other:
            return SAME
        known = self._known.get((one, other))
        if known is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            known = self._known[one, other] = self._measure(one, other)
        return known

    def to(self, one: str, others: Sequence[str]) -> list[Likeness]:
        """How alike a lemma is to each of some others."""
        return [self.of(one, other) for other in others]

    def keeps_apart(self, one: str, other: str) -> bool:
        """Whether two lemmas must never stand for each other: numbers, places, levels, opposites, known names."""
        know = self.language
        if "#" in (one[0], other[0]) or "@" in (one[0], other[0]) or one in data.UNITS or other in data.UNITS:
            return True
        if frozenset((one, other)) in self.classes.rejected:
            return True
        if any(know.is_place(word) or know.qualifies(word) for word in (one, other)):
            return True
        if know.excludes(one, other) and not any(long == _AGAIN + word for long, word in ((one, other), (other, one))):
            return True
        return know.level(one) != know.level(other)

    def _measure(self, one: str, other: str) -> Likeness:
        if HOME in (one, other):
            return Likeness(_LEVEL, COUNTRY) if (other if one == HOME else one) in self.home_levels else NONE
        if "@" in (one[0], other[0]):
            inside = other in self.parts.get(one, ()) or one in self.parts.get(other, ())
            return Likeness(_PART, PART_OF) if inside else NONE
        if "#" in (one[0], other[0]):
            return NONE
        know = self.language
        if one in data.UNITS or other in data.UNITS:
            return NONE
        if know.excludes(one, other) or know.is_place(one) or know.is_place(other):
            return self._place(one, other)
        level, another = know.level(one), know.level(other)
        if level or another:
            return Likeness(_LEVEL, "one level") if level == another == _NATIONAL else self._stem(one, other)
        if other in self.groups.get(one, ()):
            return Likeness(_GROUP, "common synonyms")
        found = self._stem(one, other)
        if found.value:
            return found
        in_wordnet = other in self._dictionary(one, know.code) or one in self._dictionary(other, know.code)
        if concept := self.classes.of(one).get(other):
            accepted = frozenset((one, other)) in self.classes.accepted
            why = "accepted by an editor" if accepted else f"learnt from {concept}"
            why = f"{why}, {WORDNET}" if in_wordnet and not accepted else why
            return Likeness(_LEARNT, why, is_learnt=not in_wordnet and not accepted)
        return Likeness(_WORDNET, WORDNET) if in_wordnet else NONE

    def _place(self, one: str, other: str) -> Likeness:
        """Places are alike only where one is the adjective of the other."""
        is_one = self.language.is_place(one) and self.language.is_place(other) and is_adjective_of_place(one, other)
        return Likeness(_SAME_STEM, ONE_PLACE) if is_one else NONE

    def _stem(self, one: str, other: str) -> Likeness:
        if self.language.code != "en" or one.endswith(_PEOPLE) != other.endswith(_PEOPLE):
            return NONE
        if _is_form(one, other) or _is_form(other, one):
            return Likeness(_SAME_STEM, FORM)
        shared = stem(one)
        is_one = len(shared) >= SHORTEST_SHARED_STEM and shared == stem(other)
        if is_one and len(shared) < _SURE_STEM:
            code = self.language.code
            is_one = not self._family(one, code).isdisjoint(self._family(other, code))
        return Likeness(_SAME_STEM, "one stem") if is_one else NONE


def _is_form(one: str, other: str) -> bool:
    """Whether one is made of the other with a regular ending: auditing of audit, controlled of control, nationally."""
    return len(other) >= SHORTEST_SHARED_STEM and (one == other + "ly" or other in verb_stems(one))


def stems(lemma: str, language: Language) -> tuple[str, ...]:
    """The stem of a word, and those of what it may be a form of: words that stand for each other have one in common."""
    forms = [*verb_stems(lemma), *places_of_adjective(lemma)] if language.is_place(lemma) else verb_stems(lemma)
    return (*dict.fromkeys((stem(lemma), *map(stem, forms))),) if forms else (stem(lemma),)
