"""Working out, once for a glossary, what texts will ask of its names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from termcheck.languages.tags import related
from termcheck.matching.index import LanguageIndex
from termcheck.matching.unlisted.compiled import (
    COVERED,
    Compiled,
    ConceptRecord,
    NameRecord,
    PartRecord,
    Related,
    WordRecord,
    bracket_key,
)
from termcheck.matching.unlisted.concepts import Concepts
from termcheck.matching.unlisted.licence import PART
from termcheck.matching.unlisted.names import Name, stem
from termcheck.matching.unlisted.tables import packed
from termcheck.model import Glossary, TermType

_encode = msgspec.msgpack.Encoder().encode


def compile_names(concepts: Concepts, index: LanguageIndex, glossary: Glossary) -> bytes:
    """A ``Compiled`` as msgpack; the same glossary always comes to the same bytes."""
    places = _places(concepts.names)
    words = sorted(places)
    signs = _signs(concepts.names, places)
    reasons: dict[str, int] = {}
    numbers = {(id(pattern.term), pattern.surface): number for number, pattern in enumerate(index.patterns)}
    return _encode(
        Compiled(
            words,
            records=packed(_records(concepts, words, reasons)),
            reasons=list(reasons),
            stems=packed(_by_stem(words)),
            places=[_encode(places[word]) for word in words],
            signs=[_encode(signs.get(word, [])) for word in words],
            names=[_encode(_record(one, numbers[id(one.pattern.term), one.pattern.surface])) for one in concepts.names],
            common=[number for number, name in enumerate(concepts.names) if not name.is_proper],
            broken=[number for number, name in enumerate(concepts.names) if name.has_breaker and not name.is_proper],
            concepts=packed(_concepts(concepts)),
            parts=packed(_parts(concepts)),
            known=packed({"\n".join(lemmas): names for lemmas, names in concepts.known.names.items()}),
            keys=packed(_keys(index, glossary)),
        )
    )


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
        spare = COVERED * name.least_weight
        places = ((name.weights[at], lemma) for at, lemma in name.places)
        for weight, lemma in sorted(places, key=lambda one: (-len(often[one[1]]) / one[0], one[1])):
            if weight < spare:
                spare -= weight
            elif number not in found[lemma][-1:]:
                found[lemma].append(number)
    return found


def _records(concepts: Concepts, words: Iterable[str], reasons: dict[str, int]) -> dict[str, WordRecord]:
    alike: defaultdict[str, list[Related]] = defaultdict(list)
    for number, word in enumerate(words):
        for other in sorted(concepts.standing_for(word)):
            found = concepts.likeness(other, word)
            if found.value:
                why = reasons.setdefault(found.why, len(reasons))
                alike[other].append(Related(number, found.value, why, found.is_learnt))
    lengths, glossed = concepts.known.lengths, _glossed(concepts)
    return {
        word: WordRecord(tuple(alike.get(word, ())), tuple(lengths.get(word, ())), tuple(glossed.get(word, ())))
        for word in alike.keys() | lengths.keys() | glossed.keys()
    }


def _by_stem(words: Iterable[str]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        if word[0] not in "#@=":
            found[stem(word)].append(number)
    return found


def _record(name: Name, pattern: int) -> NameRecord:
    return NameRecord(
        pattern, name.tokens, name.nested, name.is_proper, name.weight, name.least_weight, name.has_breaker,
        name.weights, name.places,
    )  # fmt: skip


def _concepts(concepts: Concepts) -> dict[str, ConceptRecord]:
    records: dict[str, ConceptRecord] = {}
    for number, name in enumerate(concepts.names):
        first = records[name.concept].first if name.concept in records else number
        parts = tuple(concepts.sources.parts.get(name.concept, ()))
        records[name.concept] = ConceptRecord(first, number + 1, parts)
    return records


def _parts(concepts: Concepts) -> dict[str, PartRecord]:
    used = {part for name in concepts.names for part in concepts.sources.parts.get(name.concept, ())}
    return {part: concepts.sources.record(part) for part in sorted(used)}


def _glossed(concepts: Concepts) -> dict[str, list[int]]:
    """Word -> numbers of the names with a word that renders the same part of the source term."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(concepts.names):
        if name.tokens[0].lemma[0] == PART:
            continue
        rendered = frozenset().union(*(concepts.licence.may_add(name.concept, token.lemma) for token in name.tokens))
        if rendered:
            for word, parts in concepts.licence.longer(name.concept).items():
                if parts & rendered:
                    found[word].append(number)
    return found


def _keys(index: LanguageIndex, glossary: Glossary) -> dict[str, list[str]]:
    """Source terms and abbreviations -> the concepts that have them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for term in glossary.terms:
        if not related(term.lang, index.tag) or term.type is TermType.ABBREVIATION:
            found[bracket_key(term.text)].add(term.concept)
    return {key: sorted(ids) for key, ids in found.items()}
