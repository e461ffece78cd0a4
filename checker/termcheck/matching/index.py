"""The compiled glossary: what a text is matched against."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from termcheck.cache import OFF, Cache
from termcheck.languages import language
from termcheck.languages.language import Language
from termcheck.languages.tags import related
from termcheck.matching.pattern_table import PatternTable, is_verbal
from termcheck.matching.patterns import Pattern, is_fuzzy
from termcheck.matching.places import reach
from termcheck.matching.relations import Relations
from termcheck.matching.screen.meanings import Meanings
from termcheck.matching.screen.tables import Tables, make_tables
from termcheck.matching.word_keys import WordKeys
from termcheck.model import Concept, Glossary, Term

_MOST_LANGUAGES = 64
"""Language tags compiled at a time: articles may carry any number of them (en-x-1, en-x-2)."""
CompoundsKnown = tuple[dict[str, list[Pattern]], dict[str, list[tuple[Pattern, int, int]]]]
"""Keys of wrong terms that may be part of compounds, and word -> (pattern, where it begins and ends in the word)."""


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
        self._concepts = {concept.id: concept for concept in glossary.concepts}

    def for_language(self, tag: str) -> "LanguageIndex":
        """The terms that hold in the language of a BCP 47 tag."""
        compiled = self._by_language.get(tag)
        if compiled is None:
            if len(self._by_language) == _MOST_LANGUAGES:
                self._by_language.pop(next(iter(self._by_language)))
            compiled = self._by_language[tag] = LanguageIndex(self._concepts, tag)
        return compiled


class LanguageIndex:
    """The terms of one language: their patterns, and what finds those that may stand in a text."""

    def __init__(self, concepts: Mapping[str, Concept], tag: str) -> None:
        """Compile the rows of the concepts, by id, that hold in the language."""
        self.tag = tag
        self.language: Language = language(tag)
        self.terms: Mapping[str, tuple[Term, ...]] = _Rows(concepts, tag)
        rows = []
        for terms in self.terms.values():
            verbal = is_verbal(terms, self.language)
            rows += [(term, verbal) for term in terms]
        self.patterns = PatternTable(rows, self.language)
        shapes = [
            (pattern.words, pattern.content if is_fuzzy(pattern) else ()) for pattern in self.patterns.number_patterns()
        ]
        frequency = Counter([word for words, _ in shapes for word in words])
        self.content = frozenset(words[at] for words, content in shapes for at in content)
        """The content words of fuzzy patterns."""
        self.keys = WordKeys(self.language)
        self.keys.has_accents = any(self.language.bare_capitals(word) for word in frequency)
        self.relations = Relations(self.language, self.content)
        self.tables: Tables = make_tables(self.patterns, self.language, self.keys, frequency)
        self.meanings = Meanings(self.tables, self.language, self.keys, self.content)
        longest = max((len(words) for words, _ in shapes), default=0)
        self.longest_reach = reach(longest, joins=bool(self.language.joins))
        """By how many tokens two words of one mention can lie apart."""
        self.compounds: dict[tuple[int, ...], CompoundsKnown] = {}
        """What is known of compounds, by the patterns of ``dated_parts`` that are wrong."""

    @cached_property
    def bigrams(self) -> dict[str, list[tuple[int, int]]]:
        """Two neighbouring characters -> (pattern, position), for fuzzy patterns in scripts without spaces."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number in self.tables.by_character:
            pattern = self.patterns[number]
            if pattern.edits and not any(pattern.gaps):
                for place, (one, other) in enumerate(pairwise(pattern.words)):
                    found[one + other].append((number, place))
        return found


class _Rows(Mapping[str, tuple[Term, ...]]):
    """Concept id -> its terms that hold in a language, for concepts that have any."""

    def __init__(self, concepts: Mapping[str, Concept], tag: str) -> None:
        self._concepts = concepts
        self._tag = tag

    def __getitem__(self, concept: str) -> tuple[Term, ...]:
        rows = tuple([term for term in self._concepts[concept].terms if related(term.lang, self._tag)])
        if not rows:
            raise KeyError(concept)
        return rows

    def __iter__(self) -> Iterator[str]:
        return (concept for concept in self._concepts if concept in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
