"""The compiled glossary: what a text is matched against."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from termcheck.cache import OFF, Cache
from termcheck.languages import language
from termcheck.languages.language import Language
from termcheck.languages.tags import related
from termcheck.matching.fuzzy import FuzzyWords
from termcheck.matching.patterns import Pattern, compile_term
from termcheck.model import Glossary, Status, Term, Tier

CAPITALS = "^"
"""Prefix of keys under which words without their accents are found in text that is all capitals."""
_MOST_LANGUAGES = 64
"""Language tags compiled at a time: articles may carry any number of them (en-x-1, en-x-2)."""


class TermIndex:
    """All terms of a glossary, compiled for each language that articles turn out to have."""

    def __init__(self, glossary: Glossary, cache: Cache = OFF) -> None:
        """Keep the glossary; languages are compiled when first asked for."""
        self.glossary = glossary
        self.cache = cache
        """Where what was compiled is kept for later runs."""
        self.languages = glossary.languages
        """The glossary's language tags: asking the glossary walks all its rows."""
        self._by_language: dict[str, LanguageIndex] = {}

    def for_language(self, tag: str) -> "LanguageIndex":
        """The terms that hold in the language of a BCP 47 tag."""
        compiled = self._by_language.get(tag)
        if compiled is None:
            if len(self._by_language) == _MOST_LANGUAGES:
                self._by_language.pop(next(iter(self._by_language)))
            compiled = self._by_language[tag] = LanguageIndex(self.glossary, tag)
        return compiled


class LanguageIndex:
    """The terms of one language.

    Listed forms are found from the rarest word of each pattern (its anchor); forms that are not listed from the
    content words of fuzzy patterns, as they stand, inflected, misspelt, joined or split.
    """

    def __init__(self, glossary: Glossary, tag: str) -> None:
        """Compile the rows that hold in the language."""
        self.tag = tag
        self.language: Language = language(tag)
        self.patterns: list[Pattern] = []
        self.terms: dict[str, tuple[Term, ...]] = {}
        for concept in glossary.concepts:
            rows = tuple(term for term in concept.terms if related(term.lang, tag))
            if rows:
                self.terms[concept.id] = rows
                self._compile(rows)
        self.keys = _KeyCache(self.language)
        self.anchors = self._anchor()
        self.stand_ins: dict[str, list[tuple[str, int, bool, bool]]] = {}
        """What words of texts stand for, as far as it was asked."""

    def _compile(self, rows: Sequence[Term]) -> None:
        verbal = _is_verbal(rows, self.language)
        for term in rows:
            self.patterns.extend(compile_term(term, self.language, verbal=verbal))

    def _anchor(self) -> dict[str, list[tuple[int, int]]]:
        """Key -> (pattern, position of the anchor) for the rarest word of each pattern."""
        frequency = Counter([word for pattern in self.patterns for word in pattern.words])
        anchors: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, pattern in enumerate(self.patterns):
            place = pattern.words.index(min(pattern.words, key=frequency.__getitem__))
            for key in self.keys.of_pattern(pattern, place):
                anchors[key].append((number, place))
        return anchors

    @cached_property
    def fuzzy(self) -> FuzzyWords:
        """The words of fuzzy patterns; compiled when first asked for."""
        return FuzzyWords(self.patterns, self.language)

    @cached_property
    def bigrams(self) -> dict[str, list[tuple[int, int]]]:
        """Two neighbouring characters -> (pattern, position), for fuzzy patterns in scripts without spaces."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, pattern in enumerate(self.patterns):
            if pattern.by_character and pattern.edits and not any(pattern.gaps):
                for place, (one, other) in enumerate(pairwise(pattern.words)):
                    found[one + other].append((number, place))
        return found


class _KeyCache:
    """Keys of words, computed once a word."""

    def __init__(self, knowledge: Language) -> None:
        self._language = knowledge
        self.has_accents = False
        """Whether a term has a word with accents, so that capitals may stand for it without them."""
        self._terms: dict[tuple[str, bool], frozenset[str]] = {}

    def of_term_word(self, word: str, *, verb: bool = False) -> frozenset[str]:
        """Keys under which a word of a term is found, its accentless capitals included."""
        found = self._terms.get((word, verb))
        if found is None:
            found = frozenset(self._language.term_inflections(word, verb=verb))
            for plain in self._language.bare_capitals(word):
                self.has_accents = True
                found |= {CAPITALS + key for key in self._language.term_inflections(plain, verb=verb)}
            self._terms[word, verb] = found
        return found

    def of_pattern(self, pattern: Pattern, place: int) -> frozenset[str]:
        """Keys of the word at a position of a pattern: only itself where the term is matched exactly."""
        word = pattern.words[place]
        if pattern.term.tier is Tier.EXACT:
            return frozenset((word,))
        if pattern.term.case_sensitive and pattern.shapes[place].isupper():
            return frozenset((word, word + "s"))  # APIs: what looks like an ending is part of the abbreviation
        return self.of_term_word(word, verb=place == pattern.verb)


def _is_verbal(rows: Iterable[Term], knowledge: Language) -> bool:
    """Whether a concept can be an action: all its one-word renderings have verb forms, or it has a phrasal verb."""
    renderings = [term.text for term in rows if term.status is not Status.PROPOSED]
    single = [text for text in renderings if " " not in text]
    if any(text[:1].isupper() for text in single) or len(renderings) < 2:
        return False
    phrasal = any(text.split(" ")[-1] in knowledge.particles for text in renderings if text.count(" ") == 1)
    return phrasal or (len(single) == len(renderings) and all(knowledge.can_be_verb(text) for text in single))
