"""The source terms of a glossary: their parts, what renders these, and the terms part by part as names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from termcheck.languages.glosses import Gloss, glosses, romanized
from termcheck.languages.language import Language
from termcheck.languages.tags import related
from termcheck.matching.unlisted.compiled import PartRecord
from termcheck.matching.unlisted.licence import PART
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
        self._links: Links = {}

    def learn(self, renderings: Mapping[str, Sequence[Sequence[str]]]) -> None:
        """Take what the renderings of all concepts, as lemmas, teach of the parts of their source terms."""
        known = {part: self._meant(part) | self._longer(part) for found in self.parts.values() for part in found}
        rows = [
            (concept, self.parts.get(concept, ()), [lemma for lemma in lemmas if lemma[0] not in "#@"])
            for concept, names in renderings.items()
            for lemmas in names
        ]
        self._links = learn(rows, known)

    def record(self, part: str) -> PartRecord:
        """What renders a part: by the table, in other concepts."""
        words = self._meant(part)
        shown = {
            word: taught[:_TEACHERS] for word, taught in sorted(self._links.get(part, {}).items()) if word not in words
        }
        return PartRecord(tuple(sorted(words)), tuple(sorted(self._longer(part))), shown)

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

    def _longer(self, part: str) -> frozenset[str]:
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
