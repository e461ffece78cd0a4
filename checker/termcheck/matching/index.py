"""The compiled glossary: what a text is matched against."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from itertools import pairwise

from msgspec import DecodeError, Struct, msgpack

from termcheck.cache import OFF, Cache, LargeEntry, key_of, program_key
from termcheck.columns import Columns, Words
from termcheck.languages import language
from termcheck.languages.language import Language
from termcheck.languages.tags import base, related
from termcheck.matching.glance import Glances
from termcheck.matching.pattern_table import PatternTable
from termcheck.matching.patterns import Pattern
from termcheck.matching.relations import Relations
from termcheck.matching.screen.meanings import Meanings
from termcheck.matching.screen.tables import Tables
from termcheck.matching.word_keys import WordKeys
from termcheck.model import Glossary, Term

_KIND = "index"
_MOST_LANGUAGES = 64
"""Language tags compiled at a time: articles may carry any number of them (en-x-1, en-x-2)."""
_MOST_ANCHORED = 20_000
"""Characters that are kept."""
Anchored = tuple[tuple[int, int, int, int], ...]
"""Patterns, each with how many tokens stand before and after one of its tokens, and the check of its last."""
CompoundsKnown = tuple[dict[str, list[Pattern]], set[str], dict[str, list[tuple[Pattern, int, int]]]]
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

    def for_language(self, tag: str) -> "LanguageIndex":
        """The terms that hold in the language of a BCP 47 tag."""
        compiled = self._by_language.get(tag)
        if compiled is None:
            if len(self._by_language) == _MOST_LANGUAGES:
                self._by_language.pop(next(iter(self._by_language)))
            compiled = self._by_language[tag] = LanguageIndex(self.glossary, tag, self.cache)
        return compiled


class LanguageIndex:
    """The terms of one language: their patterns, and what finds those that may stand in a text."""

    def __init__(self, glossary: Glossary, tag: str, cache: Cache = OFF) -> None:
        """Take what is compiled of the rows that hold in the language from the cache, or compile it."""
        self.tag = tag
        self.language: Language = language(tag)
        self.terms: Mapping[str, tuple[Term, ...]] = _Rows(glossary, tag)
        compiled = _compiled(glossary, tag, cache)
        self.tables, self.patterns = compiled.tables, compiled.patterns
        self.listed = compiled.listed
        """The words of every pattern, in lines."""
        self.longest_reach = compiled.longest_reach
        """By how many tokens two words of one mention can lie apart."""
        self.keys = WordKeys(self.language)
        self.keys.has_accents = compiled.has_accents
        self.relations = Relations(self.language, self.tables.content)
        self.meanings = Meanings(self.tables, self.language, self.keys)
        self.glances = Glances(self.patterns, self.tables.words, self.meanings, joins=bool(self.language.joins))
        self.anchored: dict[str, Anchored] = {}
        """What ``anchored_at`` said, as far as texts have asked."""
        self.compounds: dict[tuple[int, ...], CompoundsKnown] = {}
        """What is known of compounds, by the patterns of ``dated_parts`` that are wrong."""

    def anchored_at(self, token: str) -> Anchored:
        """The patterns that are compared by character of which a token is the rarest."""
        known = self.anchored.get(token)
        if known is None:
            if len(self.anchored) >= _MOST_ANCHORED:
                self.anchored.clear()
            found, sizes = self.tables.characters.get(token), self.patterns.sizes
            rows = zip(found[::3], found[1::3], found[2::3], strict=True)
            known = tuple([(number, at, sizes[number] - at - 1, check) for number, at, check in rows])
            self.anchored[token] = known
        return known

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


class _Compiled(Struct, frozen=True):
    tables: Tables
    patterns: PatternTable
    listed: Words
    longest_reach: int
    has_accents: bool
    """Whether terms have words with accents."""


def _compiled(glossary: Glossary, tag: str, cache: Cache) -> _Compiled:
    """What is compiled for a language: the same for all tags for which the same rows hold."""
    covering = {term.lang for term in glossary.kinds if related(term.lang, tag)}
    if not cache.is_on:
        return _opened(_compile(glossary, tag, covering), glossary, tag)
    key = key_of(program_key(), glossary.digest or msgpack.encode(glossary), base(tag), *sorted(covering))
    found = cache.open(_KIND, key)
    if found is not None:
        with suppress(DecodeError, ValueError, KeyError):
            return _opened(found, glossary, tag)
    data = _compile(glossary, tag, covering)
    cache.put(_KIND, key, data)
    return _opened(data, glossary, tag)


def _opened(block: bytes | LargeEntry, glossary: Glossary, tag: str) -> _Compiled:
    """What is compiled, ready for use. Raises DecodeError, ValueError or KeyError where the bytes are none of ours."""
    columns = Columns(block)
    longest_reach, has_accents = msgpack.decode(columns.bytes("head"), type=tuple[int, bool])
    patterns = PatternTable(columns, glossary.terms, language(tag))
    return _Compiled(Tables(columns), patterns, Words(columns, "listed"), longest_reach, has_accents)


def _compile(glossary: Glossary, tag: str, covering: set[str]) -> bytes:
    from termcheck.matching.compiling import Row, compile_rows, is_verbal

    rows: list[Row] = []
    number = 0
    for concept in glossary.concepts:
        held = [(at, term) for at, term in enumerate(concept.terms, number) if term.lang in covering]
        verbal = bool(held) and is_verbal([term for _, term in held], language(tag))
        rows += [(at, term, verbal) for at, term in held]
        number += len(concept.terms)
    return compile_rows(rows, language(tag))


class _Rows(Mapping[str, tuple[Term, ...]]):
    """Concept id -> its terms that hold in a language, for concepts that have any."""

    def __init__(self, glossary: Glossary, tag: str) -> None:
        self._glossary = glossary
        self._tag = tag

    def __getitem__(self, name: str) -> tuple[Term, ...]:
        concept = self._glossary.concept(name)
        rows = tuple([term for term in concept.terms if related(term.lang, self._tag)]) if concept else ()
        if not rows:
            raise KeyError(name)
        return rows

    def __iter__(self) -> Iterator[str]:
        return (concept.id for concept in self._glossary.concepts if concept.id in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
