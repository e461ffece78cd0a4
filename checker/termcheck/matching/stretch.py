"""A stretch of text laid beside a pattern, word by word."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from termcheck.languages.folding import strip_accents
from termcheck.languages.language import Language
from termcheck.matching.casing import reads_as_name
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text
from termcheck.model import Method

CONJUNCTIONS = frozenset({"and", "or", "&"})


class Hit(Struct, frozen=True, gc=False):
    """A token, or two, that stands for a content word of a pattern."""

    place: int
    last: int
    """The last token it covers: ``place``, or the one after where two were written for one."""
    at: int
    """Position in the pattern."""
    covers: int
    """Words of the pattern it stands for: 1, or 2 where one was written for two."""
    edits: int
    """Edits between the two."""
    shortened: bool = False
    inflected: bool = False


class Change(Struct, frozen=True, gc=False):
    """How a stretch differs from a pattern."""

    method: Method
    confidence: float
    reason: str
    doubtful: bool = False


class Stretch:
    """A stretch of text laid beside a pattern."""

    def __init__(self, text: Text, language: Language, pattern: Pattern, slots: Sequence[Hit]) -> None:
        """Lay it out; ``slots`` are in the order of the text, one for each content word that was found."""
        self.text = text
        self.language = language
        self.pattern = pattern
        self.slots = slots
        self.first = slots[0].place
        self.last = slots[-1].last
        taken = {place for slot in slots for place in range(slot.place, slot.last + 1)}
        rest = [place for place in range(self.first, self.last + 1) if place not in taken]
        self.extra = [place for place in rest if not self._is_function(place)]
        covered = {at for slot in slots for at in range(slot.at, slot.at + slot.covers)}
        self.missing = [at for at in pattern.content if at not in covered]
        self.continued = {slot.last for slot in slots if slot.last > slot.place}
        self.order = [slot.at for slot in slots]
        self.in_order = self.order == sorted(self.order)

    def _is_function(self, place: int) -> bool:
        word = self.text.words[place]
        if word in self.language.function_words:
            return True
        return any(strip_accents(own) == word for own in self.pattern.words if not own.isascii())

    @property
    def words(self) -> list[str]:
        """All words of the stretch."""
        return self.text.words[self.first : self.last + 1]

    def is_connected(self) -> bool:
        """Whether nothing but spaces, hyphens, possessives, ampersands and the pattern's own marks stands between."""
        own = set(self.pattern.gaps)
        for place in range(self.first + 1, self.last + 1):
            gap = self.text.gaps[place]
            if gap in {" ", "&", ""} or gap in own or (gap == "'" and self.text.words[place] == "s"):
                continue
            if place in self.continued:
                continue
            if gap == "." and any(slot.last == place - 1 and slot.shortened for slot in self.slots):
                continue
            return False
        return True

    @cached_property
    def linkers(self) -> list[list[str]]:
        """Function words (& among them) after each slot but the last, articles and possessives left out."""
        found = []
        for slot, following in pairwise(self.slots):
            between = []
            for place in range(slot.last + 1, following.place + 1):
                if self.text.gaps[place] == "&":
                    between.append("&")
                if place < following.place and self._links(place):
                    between.append(self.language.plain_link(self.text.words[place]))
            found.append(between)
        return found

    def _links(self, place: int) -> bool:
        word = self.text.words[place]
        return self._is_function(place) and not _only_determines(word, self.language)

    @cached_property
    def pattern_linkers(self) -> list[list[str]]:
        """The same for the pattern, between its content words in their order."""
        found = []
        swallowed = {slot.at + 1 for slot in self.slots if slot.covers == 2}
        content = [at for at in self.pattern.content if at not in swallowed]
        for at, following in pairwise(content):
            between = []
            for inner in range(at + 1, following + 1):
                if self.pattern.gaps[inner - 1] == "&":
                    between.append("&")
                word = self.pattern.words[inner]
                if inner in swallowed:
                    continue
                if inner < following and not _only_determines(word, self.language):
                    between.append(self.language.plain_link(word))
            found.append(between)
        return found

    @cached_property
    def is_name(self) -> bool:
        """Whether it stands for a name."""
        return reads_as_name(self.pattern, self.text, self.first, self.language)

    def is_one_phrase(self) -> bool:
        """Whether no other phrase begins in it: at an article behind a word that is no preposition (load the box)."""
        language, words = self.language, self.text.words
        if not language.opens_with_articles or not language.articles.isdisjoint(self.pattern.words):
            return True
        return not any(
            words[place] in language.articles and words[place - 1] not in language.function_words
            for place in range(self.first + 1, self.last)
        )

    def is_capitalised_like(self) -> bool:
        """Whether a name is written as a name: each content word with a capital."""
        if not self.pattern.is_name:
            return True
        places = [slot.place for slot in self.slots] + self.extra
        return all(not self.text.shape(place)[:1].islower() or self.text.follows_hyphen(place) for place in places)


def _only_determines(word: str, language: Language) -> bool:
    """Whether a word is an article or a possessive, and no contraction of a preposition as well (des: de les)."""
    return word == "s" or (word in language.articles and language.plain_link(word) == word)


def flat(linkers: Sequence[Sequence[str]]) -> list[str]:
    """All linkers of a stretch or a pattern in one list."""
    return [word for between in linkers for word in between]
