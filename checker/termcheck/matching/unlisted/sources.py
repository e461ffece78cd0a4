"""The source terms of a glossary: their parts, what renders these, and the terms part by part as names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from termcheck.languages.glosses import Gloss, glosses, romanized
from termcheck.languages.language import Language
from termcheck.languages.tags import related
from termcheck.matching.unlisted.compiled import Renders, SourceParts
from termcheck.matching.unlisted.licence import NOTHING, PART, taught_elsewhere
from termcheck.matching.unlisted.morphemes import Links, divisions, learn, source_parts
from termcheck.matching.unlisted.names import Lemmas, Token, stem, weight_of
from termcheck.matching.unlisted.relations import family
from termcheck.model import Glossary, Status, Term

_CODE = "zh"
_SPELT = (2, 4)
"""Characters of what may be left in the letters of the source language: hukou."""
_SHORTEST_STEM = 4
_LONGEST = 8
"""Characters of the longest word that is looked up."""
_TEACHERS = 3
"""Concepts that are kept as the teachers of a word."""
_APPROVED = frozenset({Status.PREFERRED, Status.ADMITTED, Status.SUPERSEDED})


class Sources:
    """Source terms by concept, for one language of renderings."""

    def __init__(self, language: Language, lemmas: Lemmas, glossary: Glossary, tag: str, dictionary: str = "") -> None:
        """``tag``: of the renderings; the terms of other languages are the source terms.

        ``dictionary``: path of one in the format of CC-CEDICT, for what the table lacks.
        """
        self._language = language
        self._lemmas = lemmas
        self._terms: dict[str, list[Term]] = {
            concept.id: [term for term in concept.terms if not related(term.lang, tag)] for concept in glossary.concepts
        }
        self._glosses = _with_dictionary(dictionary, (term.text for terms in self._terms.values() for term in terms))
        self.parts = source_parts(self._terms, self._glosses)
        parts = sorted({part for found in self.parts.values() for part in found})
        self._alone = {part: self._meant(part) for part in parts}
        self._longer = {part: self._in_longer(part) for part in parts}
        self._links: Links = {}
        self.rendering: dict[str, Renders] = {}
        """Word -> the parts of source terms that it renders."""
        self._known: dict[str, SourceParts] = {}

    def learn(self, renderings: Mapping[str, Sequence[Sequence[str]]]) -> None:
        """Take what the renderings of all concepts, as lemmas, teach of the parts of their source terms."""
        rows = [
            (concept, self.parts.get(concept, ()), [lemma for lemma in lemmas if lemma[0] not in "#@"])
            for concept, names in renderings.items()
            for lemmas in names
        ]
        known = {part: alone | self._longer[part] for part, alone in self._alone.items()}
        self._links = learn(rows, known)
        self.rendering = self._inverted()

    def of(self, concept: str) -> SourceParts:
        """The parts of the source terms of a concept."""
        known = self._known.get(concept)
        if known is None:
            parts = self.parts.get(concept, ())
            sayable = [part for part in parts if self._alone[part] or self._is_shown(part, concept)]
            known = self._known[concept] = SourceParts(frozenset(parts), len(sayable))
        return known

    def _is_shown(self, part: str, concept: str) -> bool:
        return any(taught_elsewhere(taught, concept) for taught in self._links.get(part, {}).values())

    def words(self, part: str) -> frozenset[str]:
        """What renders a part alone."""
        return self._alone.get(part, NOTHING) | self._links.get(part, {}).keys()

    def may_render(self, concept: str) -> frozenset[str]:
        """Every word that may render a part of the concept's source terms, alone or as one of several words."""
        return NOTHING.union(*(self.words(part) | self._longer[part] for part in self.parts.get(concept, ())))

    def _inverted(self) -> dict[str, Renders]:
        alone: defaultdict[str, set[str]] = defaultdict(set)
        longer: defaultdict[str, set[str]] = defaultdict(set)
        shown: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for part, words in self._alone.items():
            for word in words:
                alone[word].add(part)
            for word in self._longer[part]:
                longer[word].add(part)
            for word, taught in self._links.get(part, {}).items():
                if word not in words:
                    shown[word][part] = taught[:_TEACHERS]
        return {
            word: Renders(frozenset(alone.get(word, ())), frozenset(longer.get(word, ())), shown.get(word, {}))
            for word in sorted(alone.keys() | longer.keys() | shown.keys())
        }

    def literal(self, concept: str) -> Iterator[list[Token]]:
        """The approved source terms of a concept, each part a token, where the table has all of them."""
        for term in self._terms.get(concept, ()):
            if term.status in _APPROVED:
                for parts in divisions(term.text, self._rendered):
                    if len(parts) > 1:
                        yield [self._token(part, at, len(parts)) for at, part in enumerate(parts)]

    def _token(self, part: str, at: int, count: int) -> Token:
        weights = (weight_of(lemma) for word in self._glosses[part].words for lemma in self._lemmas.of(word))
        return Token(PART + part, max(weights, default=1.0), at, at, is_head=at == count - 1)

    @cached_property
    def _rendered(self) -> frozenset[str]:
        """Parts of which the table has a word."""
        return frozenset(word for word, gloss in self._glosses.items() if gloss.words)

    @cached_property
    def _own_meanings(self) -> frozenset[str]:
        """Words that the table has themselves: government belongs to 政府 and not to governance."""
        return frozenset(word for gloss in glosses(_CODE).values() for word in gloss.words)

    def _meant(self, part: str) -> frozenset[str]:
        """The lemmas that render a part alone, with those derived from them, and the part in Latin letters."""
        gloss = self._glosses.get(part)
        found: set[str] = set()
        for word in gloss.words if gloss else ():
            for lemma in (word.replace("_", " "),) if "_" in word else self._lemmas.of(word):
                derived = family(lemma, self._language.code) - self._own_meanings
                found |= {lemma, *(other for other in derived if _is_of_stem(other, lemma))}
        if _SPELT[0] <= len(part) <= _SPELT[1]:
            spelt = romanized(part, _CODE)
            found |= {spelt} if spelt and not self._language.is_word(spelt) else set()
        return frozenset(found)

    def _in_longer(self, part: str) -> frozenset[str]:
        """Lemmas of longer renderings of a part."""
        gloss = self._glosses.get(part)
        return frozenset(lemma for word in (gloss.parts if gloss else ()) for lemma in self._lemmas.of(word))


def _with_dictionary(dictionary: str, terms: Iterable[str]) -> dict[str, Gloss]:
    """The table of the language, and what the dictionary has for words of the source terms."""
    table = glosses(_CODE)
    if not dictionary:
        return table
    from termcheck.languages.cedict import read_cedict

    wanted = {
        term[start : start + length]
        for term in terms
        for length in range(2, _LONGEST + 1)
        for start in range(len(term) - length + 1)
    }
    more = read_cedict(Path(dictionary), dictionary, wanted)
    nothing = Gloss((), ())
    return {**table, **{word: _both(table.get(word, nothing), gloss) for word, gloss in more.items()}}


def _both(one: Gloss, other: Gloss) -> Gloss:
    return Gloss(tuple(dict.fromkeys((*one.words, *other.words))), tuple(dict.fromkeys((*one.parts, *other.parts))))


def _is_of_stem(word: str, lemma: str) -> bool:
    return len(stem(lemma)) >= _SHORTEST_STEM and stem(word) == stem(lemma)
