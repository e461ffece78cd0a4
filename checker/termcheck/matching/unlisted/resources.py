"""What texts ask of the names of a language: compiled once for a glossary, kept in the cache, decoded bit by bit."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache as cache_of
from typing import overload

import msgspec

from termcheck.cache import OFF, Cache, key_of, program_key
from termcheck.config import Told
from termcheck.languages.language import Language
from termcheck.matching.index import LanguageIndex
from termcheck.matching.patterns import Pattern
from termcheck.matching.unlisted.compiled import Compiled, ConceptRecord, NameRecord, SourceParts
from termcheck.matching.unlisted.glancing import Glances
from termcheck.matching.unlisted.licence import Licence
from termcheck.matching.unlisted.likeness import CompiledSimilarity, Likenesses
from termcheck.matching.unlisted.names import MOST_KEPT, Known, Lemmas, Name, Token, content_tokens
from termcheck.matching.unlisted.score import Scorer
from termcheck.matching.unlisted.tables import Blobs, Table, bits_of
from termcheck.model import Glossary

_KIND = "unlisted"
MOST_NAMES = 5_000
"""Names that are kept once decoded."""


class Resources:
    """The names of one language under one glossary; what belongs to a name is decoded when a text asks for it."""

    def __init__(
        self,
        index: LanguageIndex,
        glossary: Glossary,
        home: frozenset[str],
        cache: Cache = OFF,
        told: Told = Told(),  # noqa: B008 - it cannot change
    ) -> None:
        """Take the approved rows that are matched fuzzily from the cache, or compile them and put them there."""
        self.language: Language = index.language
        self._index = index
        self._lemmas = Lemmas(self.language, home)
        compiled = _compiled(index, glossary, home, cache, told)
        self.names = Names(compiled.names, index.patterns)
        self._concepts: Table[ConceptRecord] = Table(compiled.concepts, ConceptRecord)
        self._keys: Table[list[str]] = Table(compiled.keys, list[str])
        self.likenesses = Likenesses(compiled, self.language)
        self.licence = Licence(cache_of(self._source_of), lambda lemma: self.likenesses.of(lemma).renders)
        self.known: Known = _CompiledKnown(compiled, self.likenesses)
        self.glances = Glances(self._lemmas, self.likenesses, self.known, compiled.starts)
        rejected = [[self._lemmas.of(word)[0] for word in pair] for pair in told.other_words]
        self.similarity = CompiledSimilarity(self.language, self.likenesses, rejected)
        self.scorer = Scorer(self.language, self.similarity, self.licence)
        self.common = bits_of(compiled.common, len(self.names))
        """Numbers of the names that are common terms, as bits."""
        self.broken = bits_of(compiled.broken, len(self.names))
        """Of these, those that may run on across what separates phrases."""
        self.proper = bits_of(range(len(self.names)), len(self.names)) & ~self.common

    def is_listed(self, words: Sequence[str]) -> bool:
        """Whether they are a row, be it one that does not hold for an article: then they are not unlisted."""
        return "\n".join(words) in self._index.listed

    def tokens(self, words: Sequence[str], shapes: Sequence[str], offset: int = 0) -> list[Token]:
        """The content tokens of some words; ``offset``: position of the first of them."""
        return content_tokens(words, shapes, self._lemmas, offset)

    def names_of(self, concept: str) -> Iterator[Name]:
        """The names of a concept."""
        record = self._concepts.get(concept)
        if record is not None:
            yield from self.names[record.first : record.end]

    def keyed(self, key: str) -> Sequence[str]:
        """The concepts that have a source term or an abbreviation; ``key``: what ``bracket_key`` makes of it."""
        return self._keys.get(key) or ()

    def _source_of(self, concept: str) -> SourceParts:
        record = self._concepts.get(concept)
        return record.source if record is not None else SourceParts(frozenset(), 0)


def _compiled(index: LanguageIndex, glossary: Glossary, home: frozenset[str], cache: Cache, told: Told) -> Compiled:
    """What is compiled for a language, from the cache if it has it."""
    if not cache.is_on:
        return Compiled(_build(index, glossary, home, told))
    rows = glossary.digest or msgspec.msgpack.encode(glossary)
    key = key_of(program_key(), index.tag, " ".join(sorted(home)), rows, msgspec.msgpack.encode(told))
    found = cache.open(_KIND, key)
    if found is not None:
        with suppress(msgspec.DecodeError, ValueError, KeyError):
            return Compiled(found)
    data = _build(index, glossary, home, told)
    cache.put(_KIND, key, data)
    return Compiled(data)


def _build(index: LanguageIndex, glossary: Glossary, home: frozenset[str], told: Told) -> bytes:
    from termcheck.matching.unlisted.compiling import compile_names
    from termcheck.matching.unlisted.concepts import Concepts

    return compile_names(Concepts(index, glossary, home, told), index, glossary)


class Names(Sequence[Name]):
    """The names, each decoded when it is first asked for."""

    def __init__(self, records: Blobs, patterns: Sequence[Pattern]) -> None:
        """``records``: msgpack of ``NameRecord``."""
        self._records = records
        self._patterns = patterns
        self._decode = msgspec.msgpack.Decoder(NameRecord).decode
        self._known: dict[int, Name] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._records)

    @overload
    def __getitem__(self, number: int) -> Name: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Name]: ...
    def __getitem__(self, number: int | slice) -> Name | Sequence[Name]:
        """The name of a number, or several."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        found = self._known.get(number)
        if found is None:
            one = self._decode(self._records[number])
            pattern = self._patterns[one.pattern]
            if len(self._known) >= MOST_NAMES:
                self._known.clear()
            found = self._known[number] = Name(
                pattern, pattern.term.concept, one.tokens, one.nested, one.is_proper, one.weight, one.nested_weight,
                one.has_breaker, one.weights, one.places, one.replaced, one.describes,
            )  # fmt: skip
        return found


class _CompiledKnown(Known):
    """Known names, looked up in what is compiled."""

    def __init__(self, compiled: Compiled, likenesses: Likenesses) -> None:
        super().__init__()
        self._likenesses = likenesses
        self._table: Table[list[str]] = Table(compiled.known, list[str])

    def lengths_from(self, lemma: str) -> Sequence[int]:
        return self._likenesses.of(lemma).lengths

    def named(self, lemmas: tuple[str, ...]) -> Sequence[str]:
        found = self.names.get(lemmas)
        if found is None:
            if len(self.names) >= MOST_KEPT:
                self.names.clear()
            found = self.names[lemmas] = self._table.get("\n".join(lemmas)) or []
        return found
