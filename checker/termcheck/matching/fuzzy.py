"""The words of fuzzy patterns, compiled once a language for whatever may stand for them in a text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from termcheck.languages.folding import strip_accents
from termcheck.languages.language import Language
from termcheck.matching.near import NearWords
from termcheck.matching.patterns import Pattern
from termcheck.model import Tier

_SHORTEST_JOINED = 6
"""Letters of two words written as one."""


class FuzzyWords:
    """Where the content words of fuzzy patterns stand, and the ways to find them. Never changed once made."""

    def __init__(self, patterns: Sequence[Pattern], language: Language) -> None:
        """Compile the patterns that have a near tier; positions are (number of the pattern, position in it)."""
        self.places = _places(patterns)
        """Word -> its positions."""
        self.near = NearWords(self.places)
        """The words, to be found misspelt."""
        self.keys: dict[str, list[str]] = defaultdict(list)
        """Key of inflection -> words."""
        for word in self.places:
            for key in language.term_inflections(word, verb=False):
                self.keys[key].append(word)
        self.joined = _joined_words(patterns)
        self.plain = _without_accents(self.places)
        self.initials = _by_initial(self.places)


def _places(patterns: Sequence[Pattern]) -> dict[str, list[tuple[int, int]]]:
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, pattern in enumerate(patterns):
        if pattern.term.tier is Tier.FUZZY and pattern.edits and not pattern.by_character:
            for place in pattern.content:
                places[pattern.words[place]].append((number, place))
    return places


def _joined_words(patterns: Sequence[Pattern]) -> dict[str, list[tuple[int, int]]]:
    """Two neighbouring words of a pattern written as one -> (pattern, position of the first)."""
    joined: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, pattern in enumerate(patterns):
        if not pattern.edits or pattern.by_character:
            continue
        for at, gap in enumerate(pattern.gaps):
            word = pattern.words[at] + pattern.words[at + 1]
            if gap in {" ", "'"} and at in pattern.content and len(word) >= _SHORTEST_JOINED:
                joined[word].append((number, at))
    return joined


def _without_accents(words: Iterable[str]) -> dict[str, list[str]]:
    """Words of fuzzy patterns by what is left of them without their accents, where they have any."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if not word.isascii() and strip_accents(word) != word:
            found[strip_accents(word)].append(word)
    return found


def _by_initial(words: Iterable[str]) -> dict[str, list[str]]:
    """Words of fuzzy patterns by their first letter."""
    initials: dict[str, list[str]] = defaultdict(list)
    for word in words:
        initials[word[:1]].append(word)
    return initials
