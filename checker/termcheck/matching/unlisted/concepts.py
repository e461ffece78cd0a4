"""The names of all concepts, compiled for finding what else they may be called."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from termcheck.languages.english_data import LEVELS
from termcheck.languages.language import Language
from termcheck.languages.tags import related
from termcheck.matching.index import LanguageIndex
from termcheck.matching.patterns import Pattern
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.classes import Classes
from termcheck.matching.unlisted.licence import Licence
from termcheck.matching.unlisted.names import HOME, MOST_KEPT, Known, Lemmas, Token, content_tokens, stem
from termcheck.matching.unlisted.relations import related_lemmas
from termcheck.matching.unlisted.score import Scorer
from termcheck.matching.unlisted.similarity import Similarity
from termcheck.model import Glossary, Status, TermType, Tier

_CAPITALS = 0.6
_APPROVED = frozenset({Status.PREFERRED, Status.ADMITTED, Status.SUPERSEDED})


class Name(NamedTuple):
    """An approved term and its words."""

    pattern: Pattern
    concept: str
    tokens: tuple[Token, ...]
    nested: tuple[Token, ...]
    """The same with known names inside it replaced; empty where there are none."""
    is_proper: bool
    weight: float
    least_weight: float
    """With known names inside it replaced."""
    has_breaker: bool
    """Whether it has a word inside that is not expected in a common term."""
    weights: tuple[float, ...]
    """Of ``tokens``, then of ``nested``."""
    places: tuple[tuple[int, str], ...]
    """Position in ``weights``, and lemma, of what words of a text may stand for."""


class Concepts:
    """The names of one language under one glossary."""

    def __init__(self, index: LanguageIndex, glossary: Glossary, home: frozenset[str]) -> None:
        """Compile the approved rows that are matched fuzzily."""
        self.language: Language = index.language
        self._lemmas = Lemmas(self.language, home)
        self._glossary = glossary
        self._index = index
        self.known = Known()
        self._parts: dict[str, frozenset[str]] = {}
        self._all = self._tokens_of_all()
        self.listed = frozenset(pattern.words for pattern in index.patterns)
        """Words of every row, those that do not hold for an article included: none of them is unlisted."""
        self.classes = Classes(self.language)
        for concept, found in self._all.items():
            self.classes.learn(concept, [tokens for _, tokens in found])
        self._learn_known()
        self.similarity = Similarity(self.language, self.classes, self._parts)
        self.scorer = Scorer(self.language, self.similarity, self._licensed)
        self.names = list(self._names())
        self._postings = self._post()
        self._stems = self._by_stem()
        self._national = {word for word in self._postings if self.language.level(word) == "national"}
        self._whole: dict[str, set[str]] = defaultdict(set)
        for name, parts in self._parts.items():
            for part in parts:
                self._whole[part].add(name)
        self._related: dict[str, tuple[tuple[int, int, float], ...]] = {}

    def _licensed(self, concept: str) -> Mapping[str, str]:
        return self.licence.of(concept)

    @cached_property
    def licence(self) -> Licence:
        """Parts of source terms and the words that render them; learnt when first asked for."""
        sources = {
            concept.id: [term.text for term in concept.terms if not related(term.lang, self._index.tag)]
            for concept in self._glossary.concepts
        }
        words = {
            concept: frozenset(t.lemma for _, tokens in found for t in tokens if t.lemma[0] not in "#@")
            for concept, found in self._all.items()
        }
        return Licence(sources, words)

    def tokens(self, words: Sequence[str], shapes: Sequence[str]) -> list[Token]:
        """The content tokens of some words."""
        return content_tokens(words, shapes, self._lemmas)

    def related_places(self, lemma: str) -> Sequence[tuple[int, int, float]]:
        """Where words stand in names that a word of a text may stand for: (number of the name, position, likeness)."""
        known = self._related.get(lemma)
        if known is None:
            if len(self._related) >= MOST_KEPT:
                self._related.clear()
            known = self._related[lemma] = tuple(
                (number, at, likeness)
                for word, likeness in sorted(self._find(lemma).items())
                for number, at in self._postings[word]
            )
        return known

    def _find(self, lemma: str) -> dict[str, float]:
        if lemma in self._parts:
            candidates = {*self._parts[lemma], lemma}
        else:
            candidates = {lemma, *self.classes.of(lemma), *self.similarity.groups.get(lemma, ())}
            candidates |= {*related_lemmas(lemma, self.language.code), *self._stems.get(stem(lemma), ())}
            if self.language.level(lemma) == "national":
                candidates |= self._national
            candidates |= self._whole.get(lemma, set())
        likeness = {word: self.similarity.of(lemma, word).value for word in candidates if word in self._postings}
        return {word: value for word, value in likeness.items() if value}

    def standing_for(self, word: str) -> set[str]:
        """Words of texts that may stand for a word of a name, but for those of its stem, of which there is no end."""
        found = {word, *self._parts.get(word, ()), *self._whole.get(word, ())}
        if word[0] not in "#@":
            found |= {*self.classes.of(word), *self.similarity.groups.get(word, ())}
            found |= related_lemmas(word, self.language.code)
            if self.language.level(word) == "national":
                found |= {level for level in LEVELS if self.language.level(level) == "national"}
        return found

    def _tokens_of_all(self) -> dict[str, list[tuple[Pattern, list[Token]]]]:
        found: dict[str, list[tuple[Pattern, list[Token]]]] = defaultdict(list)
        for pattern in self._index.patterns:
            if pattern.is_listed and not pattern.by_character and pattern.term.status is not Status.PROPOSED:
                tokens = self.tokens(pattern.words, pattern.shapes)
                if tokens:
                    found[pattern.term.concept].append((pattern, tokens))
        return found

    def _learn_known(self) -> None:
        """Names of several words, and abbreviations, to be recognised inside other names."""
        for concept, found in self._all.items():
            for pattern, tokens in found:
                short = pattern.term.type is TermType.ABBREVIATION
                if len(pattern.words) > 1 or short:
                    self._add_known([t.lemma for t in tokens], f"@{concept}", short=short)
        if self.language.code == "en":
            for abbreviation, phrases in data.PHRASES.items():
                for phrase in (abbreviation, *phrases):
                    words = phrase.split()
                    lemmas = [t.lemma for t in self.tokens(words, words)]
                    if lemmas not in self.known:
                        self._add_known(lemmas, f"@={abbreviation}", short=len(words) == 1)

    def _add_known(self, lemmas: Sequence[str], name: str, *, short: bool) -> None:
        if len(lemmas) > 1 or short:
            self.known.add(lemmas, name)
            self._parts[name] = self._parts.get(name, frozenset()) | {
                lemma for lemma in lemmas if self.language.level(lemma) == "national"
            }

    def _names(self) -> Iterable[Name]:
        for concept, found in self._all.items():
            own = f"@{concept}"
            for pattern, tokens in found:
                nested = self.known.rewrite(tokens, own)
                inside = {token.lemma for token in nested if token.lemma[0] == "@"}
                if len(pattern.words) > 1:
                    self._parts[own] = self._parts.get(own, frozenset()) | inside
                term = pattern.term
                if term.status in _APPROVED and term.tier is Tier.FUZZY and len(tokens) > 1 and not pattern.prefix:
                    yield name_of(pattern, tokens, nested if inside and len(nested) > 1 else [])

    def _post(self) -> Mapping[str, list[tuple[int, int]]]:
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, name in enumerate(self.names):
            for place, token in enumerate(name.tokens):
                found[token.lemma].append((number, place))
            for place, token in enumerate(name.nested):
                if token.lemma[0] == "@":
                    found[token.lemma].append((number, place + len(name.tokens)))
        return found

    def _by_stem(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for lemma in self._postings:
            if lemma[0] not in "#@" and lemma != HOME:
                found[stem(lemma)].append(lemma)
        return found


def name_of(pattern: Pattern, tokens: Sequence[Token], nested: Sequence[Token]) -> Name:
    """A name with what follows from its words."""
    weight = sum(token.weight for token in tokens)
    inside = ((at, token.lemma) for at, token in enumerate(nested, len(tokens)) if token.lemma[0] == "@")
    return Name(
        pattern,
        pattern.term.concept,
        tuple(tokens),
        tuple(nested),
        sum(token.capital for token in tokens) >= _CAPITALS * len(tokens),
        weight,
        min(weight, sum(token.weight for token in nested)) if nested else weight,
        not data.BREAKERS.isdisjoint(pattern.words),
        tuple(token.weight for token in (*tokens, *nested)),
        (*((at, token.lemma) for at, token in enumerate(tokens)), *inside),
    )
