"""How alike two words of names are, and why."""

from collections.abc import Callable
from typing import NamedTuple

from termcheck.languages.language import Language
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.classes import Classes
from termcheck.matching.unlisted.names import HOME, MOST_KEPT, stem
from termcheck.matching.unlisted.relations import related_lemmas

_SAME_STEM, _LEARNT, _GROUP, _WORDNET, _LEVEL, _PART = 0.95, 0.85, 0.85, 0.8, 0.8, 0.9
WORDNET = "WordNet"
_NATIONAL = "national"
_SHORTEST_SHARED_STEM = 5
_PEOPLE = ("ist", "ism", "istic")


class Likeness(NamedTuple):
    """How alike two words are, from 0 to 1, and what says so."""

    value: float
    why: str = ""


NONE = Likeness(0.0)
SAME = Likeness(1.0)


class Similarity:
    """The likeness of words of one language under one glossary."""

    def __init__(
        self,
        language: Language,
        classes: Classes,
        parts: dict[str, frozenset[str]],
        dictionary: Callable[[str, str], frozenset[str]] = related_lemmas,
    ) -> None:
        """``parts``: words and known names inside a known name, by that name.

        ``dictionary``: what a word of a language is related to.
        """
        self.language = language
        self._dictionary = dictionary
        self.classes = classes
        self.parts = parts
        self._known: dict[tuple[str, str], Likeness] = {}
        self.groups: dict[str, frozenset[str]] = {}
        if language.code == "en":
            self.groups = {
                word: frozenset().union(*(group for group in data.GROUPS if word in group))
                for group in data.GROUPS
                for word in group
            }

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

    def _measure(self, one: str, other: str) -> Likeness:
        if "@" in (one[0], other[0]):
            inside = other in self.parts.get(one, ()) or one in self.parts.get(other, ())
            return Likeness(_PART, "part of it") if inside else NONE
        if "#" in (one[0], other[0]) or HOME in (one, other):
            return NONE
        know = self.language
        if one in data.UNITS or other in data.UNITS:
            return NONE
        if know.excludes(one, other) or know.is_place(one) or know.is_place(other):
            return NONE
        level, another = know.level(one), know.level(other)
        if level or another:
            return Likeness(_LEVEL, "one level") if level == another == _NATIONAL else self._stem(one, other)
        if concept := self.classes.of(one).get(other):
            return Likeness(_LEARNT, f"learnt from {concept}")
        if other in self.groups.get(one, ()):
            return Likeness(_GROUP, "common synonyms")
        found = self._stem(one, other)
        if found.value:
            return found
        if other in self._dictionary(one, know.code) or one in self._dictionary(other, know.code):
            return Likeness(_WORDNET, WORDNET)
        return NONE

    def _stem(self, one: str, other: str) -> Likeness:
        if self.language.code != "en" or one.endswith(_PEOPLE) != other.endswith(_PEOPLE):
            return NONE
        shared = stem(one)
        is_one = len(shared) >= _SHORTEST_SHARED_STEM and shared == stem(other)
        return Likeness(_SAME_STEM, "one stem") if is_one else NONE
