"""Working out, once for a glossary, what texts will ask of its names."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from termcheck.columns import pack, pack_words
from termcheck.languages.language import Language
from termcheck.languages.tags import related
from termcheck.matching.index import LanguageIndex
from termcheck.matching.unlisted.compiled import (
    COVERED,
    ConceptRecord,
    Glossed,
    NameRecord,
    Related,
    WordRecord,
    bracket_key,
)
from termcheck.matching.unlisted.concepts import Concepts
from termcheck.matching.unlisted.licence import PART
from termcheck.matching.unlisted.names import Name
from termcheck.matching.unlisted.similarity import SHORTEST_SHARED_STEM, stems
from termcheck.matching.unlisted.tables import pack_blobs, pack_table
from termcheck.model import Glossary, TermType

_encode = msgspec.msgpack.Encoder().encode


def compile_names(concepts: Concepts, index: LanguageIndex, glossary: Glossary) -> bytes:
    """The bytes of a ``Compiled``; the same glossary always comes to the same bytes."""
    places = _places(concepts.names)
    words = sorted(places)
    signs = _signs(concepts.names, places)
    reasons: dict[str, int] = {}
    by_stem = _by_stem(words, concepts.language)
    numbers = {(id(pattern.term), pattern.surface): number for number, pattern in enumerate(index.patterns)}
    records = (_record(one, numbers[id(one.pattern.term), one.pattern.surface]) for one in concepts.names)
    starts = sorted({"\n".join(lemmas[:2]) for lemmas in concepts.known.names if len(lemmas) > 1})
    alike = _records(concepts, words, reasons)  # which fills the reasons
    common = [(number, name.has_breaker) for number, name in enumerate(concepts.names) if not name.is_proper]
    return pack({
        **pack_words("words", words),
        **pack_words("reasons", reasons),
        **pack_words("beginnings", dict.fromkeys(one[:SHORTEST_SHARED_STEM] for one in by_stem)),
        "common": array("I", [number for number, _ in common]),
        "broken": array("I", [number for number, has_breaker in common if has_breaker]),
        **pack_table("records", alike),
        **pack_table("stems", by_stem),
        **pack_blobs("places", (_encode(places[word]) for word in words)),
        **pack_blobs("signs", (_encode(signs.get(word, [])) for word in words)),
        **pack_blobs("names", map(_encode, records)),
        **pack_table("concepts", _concepts(concepts)),
        **pack_table("known", {"\n".join(lemmas): names for lemmas, names in concepts.known.names.items()}),
        **pack_words("starts", starts),
        **pack_table("keys", _keys(index, glossary)),
    })  # fmt: skip


def _places(names: Iterable[Name]) -> dict[str, list[int]]:
    """Word -> numbers of the names that have it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for word in dict.fromkeys(lemma for _, lemma in name.places):
            found[word].append(number)
    return found


def _signs(names: Iterable[Name], often: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """Word -> the names of which it is a sign: unless one of a name's signs is there, too little of it is covered.

    ``often``: the names that have a word. Words that many names have for the weight they carry are left out first.
    As prefixes are in C. Xiao, W. Wang, X. Lin and J. X. Yu, "Efficient similarity joins for near duplicate detection",
    WWW 2008.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        spare = COVERED * min(name.weight, name.nested_weight)
        places = ((name.weights[at], lemma) for at, lemma in name.places)
        for weight, lemma in sorted(places, key=lambda one: (-len(often[one[1]]) / one[0], one[1])):
            if weight < spare:
                spare -= weight
            elif number not in found[lemma][-1:]:
                found[lemma].append(number)
    return found


def _records(concepts: Concepts, words: Sequence[str], reasons: dict[str, int]) -> dict[str, WordRecord]:
    lengths, glossed, renders = concepts.known.lengths, _glossed(concepts), concepts.sources.rendering
    alike: defaultdict[str, set[int]] = defaultdict(set)
    for number, word in enumerate(words):
        for other in concepts.standing_for(word):
            alike[other].add(number)
    language = concepts.language
    by_stem = _by_stem(words, language)
    records = {}
    for word in sorted(alike.keys() | lengths.keys() | glossed.keys() | renders.keys()):
        keys = stems(word, language) if word[0] not in "#@" else ()
        numbers = alike[word].union(*(by_stem.get(key, ()) for key in keys))
        related = []
        for number in sorted(numbers):
            found = concepts.likeness(word, words[number])
            if found.value:
                why = reasons.setdefault(found.why, len(reasons))
                related.append(Related(number, found.value, why, found.is_learnt))
        records[word] = WordRecord(
            tuple(related), tuple(lengths.get(word, ())), tuple(glossed.get(word, ())), renders.get(word)
        )
    return records


def _by_stem(words: Iterable[str], language: Language) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        if word[0] not in "#@=":
            for key in stems(word, language):
                found[key].append(number)
    return found


def _record(name: Name, pattern: int) -> NameRecord:
    return NameRecord(
        pattern, name.tokens, name.nested, name.is_proper, name.weight, name.nested_weight, name.has_breaker,
        name.weights, name.places, name.replaced, name.describes,
    )  # fmt: skip


def _concepts(concepts: Concepts) -> dict[str, ConceptRecord]:
    records: dict[str, ConceptRecord] = {}
    for number, name in enumerate(concepts.names):
        first = records[name.concept].first if name.concept in records else number
        records[name.concept] = ConceptRecord(first, number + 1, concepts.sources.of(name.concept))
    return records


def _glossed(concepts: Concepts) -> dict[str, list[Glossed]]:
    """Word -> the names with words that render the same part of the source term."""
    found: defaultdict[str, list[Glossed]] = defaultdict(list)
    licence = concepts.licence
    for number, name in enumerate(concepts.names):
        if name.tokens[0].lemma[0] == PART:
            continue
        alone = _positions((at, licence.parts(name.concept, other)) for at, other in name.places)
        loosely = _positions((at, licence.may_add(name.concept, other)) for at, other in name.places)
        for word in sorted(concepts.sources.may_render(name.concept)) if loosely else ():
            bits = (
                _bits(alone, licence.parts(name.concept, word)),
                _bits(loosely, licence.may_add(name.concept, word)),
            )
            if bits[1]:
                found[word].append(Glossed(number, *bits))
    return found


def _positions(rendered: Iterable[tuple[int, frozenset[str]]]) -> dict[str, int]:
    """Part of a source term -> positions in a name at which it is rendered, as bits."""
    found: defaultdict[str, int] = defaultdict(int)
    for at, parts in rendered:
        for part in parts:
            found[part] |= 1 << at
    return found


def _bits(positions: Mapping[str, int], parts: Iterable[str]) -> int:
    bits = 0
    for part in parts:
        bits |= positions.get(part, 0)
    return bits


def _keys(index: LanguageIndex, glossary: Glossary) -> dict[str, list[str]]:
    """Source terms and abbreviations -> the concepts that have them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for term in glossary.terms:
        if not related(term.lang, index.tag) or term.type is TermType.ABBREVIATION:
            found[bracket_key(term.text)].add(term.concept)
    return {key: sorted(ids) for key, ids in found.items()}
