"""The names of all concepts, compiled for finding what else they may be called."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from termcheck.config import Told
from termcheck.languages.english_data import FUNCTION_WORDS, LEVELS
from termcheck.languages.language import Language
from termcheck.matching.index import LanguageIndex
from termcheck.matching.patterns import Pattern
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.classes import Classes
from termcheck.matching.unlisted.licence import PART, Licence
from termcheck.matching.unlisted.names import HOME, Known, Lemmas, Name, Token, content_tokens, stem
from termcheck.matching.unlisted.relations import family, related_lemmas
from termcheck.matching.unlisted.score import Scorer
from termcheck.matching.unlisted.similarity import NONE, RENDERED, Likeness, Similarity
from termcheck.matching.unlisted.sources import Sources
from termcheck.matching.unlisted.words import PARTY, home_levels
from termcheck.model import Glossary, Status, TermType, Tier

_CAPITALS = 0.6
_APPROVED = frozenset({Status.PREFERRED, Status.ADMITTED, Status.SUPERSEDED})


class Concepts:
    """The names of one language under one glossary."""

    def __init__(
        self,
        index: LanguageIndex,
        glossary: Glossary,
        home: frozenset[str],
        told: Told = Told(),  # noqa: B008 - it cannot change
    ) -> None:
        """Compile the approved rows that are matched fuzzily."""
        self.language: Language = index.language
        self._lemmas = Lemmas(self.language, home)
        self._index = index
        self.known = Known()
        self._parts: dict[str, frozenset[str]] = {}
        self._national = {level for level in LEVELS if self.language.level(level) == "national"}
        self._all = self._tokens_of_all()
        self._order = {concept: number for number, concept in enumerate(self._all)}
        self.listed = frozenset(pattern.words for pattern in index.patterns)
        """Words of every row, those that do not hold for an article included: none of them is unlisted."""
        same, other = ([tuple(map(self._lemma, pair)) for pair in kind] for kind in (told.same_words, told.other_words))
        self.classes = Classes(self.language, same, other)
        for concept, found in self._all.items():
            self.classes.learn(concept, [tokens for _, tokens in found])
        self._learn_known()
        self.similarity = Similarity(self.language, self.classes, self._parts, home_levels=home_levels(home))
        self.sources = Sources(self.language, self._lemmas, glossary, index.tag, told.dictionary)
        self.sources.learn(
            {concept: [[t.lemma for t in tokens] for _, tokens in found] for concept, found in self._all.items()}
        )
        self.licence = Licence(self.sources.of, self.sources.rendering.get)
        self.scorer = Scorer(self.language, self.similarity, self.licence)
        names = _told_apart([*self._names(), *self._literal()])
        self.names = sorted(names, key=lambda name: self._order[name.concept])
        self._whole: dict[str, set[str]] = defaultdict(set)
        for name, parts in self._parts.items():
            for part in parts:
                self._whole[part].add(name)

    def tokens(self, words: Sequence[str], shapes: Sequence[str]) -> list[Token]:
        """The content tokens of some words."""
        return content_tokens(words, shapes, self._lemmas)

    def _lemma(self, word: str) -> str:
        return self._lemmas.of(word)[0]

    def likeness(self, one: str, word: str) -> Likeness:
        """How alike a word of a text is to a word of a name."""
        if word[0] != PART:
            return self.similarity.of(one, word)
        return RENDERED if one in self.sources.words(word[1:]) else NONE

    def standing_for(self, word: str) -> set[str]:
        """Words of texts that may stand for a word of a name, but for those of its stem, of which there is no end."""
        if word[0] == PART:
            return set(self.sources.words(word[1:]))
        found = {word, *self._parts.get(word, ()), *self._whole.get(word, ())}
        if word[0] not in "#@":
            found |= {*self.classes.of(word), *self.similarity.groups.get(word, ())}
            found |= related_lemmas(word, self.language.code)
            found |= {other for other in family(word, self.language.code) if stem(other) == stem(word)}
            if self.language.level(word) == "national":
                found |= self._national
            if word in self.similarity.home_levels:
                found.add(HOME)
        elif word == HOME:
            found |= self.similarity.home_levels
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
            levels = [self.language.level(lemma) for lemma in lemmas]
            is_party = PARTY in lemmas and not any(levels)
            self._parts[name] = self._parts.get(name, frozenset()) | {
                lemma
                for lemma, level in zip(lemmas, levels, strict=True)
                if level == "national" or (is_party and lemma == PARTY)
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

    def _literal(self) -> Iterable[Name]:
        """The source terms of the concepts, part by part, so that what renders each of them is found."""
        for concept, found in self._all.items():
            approved = [
                pattern
                for pattern, _ in found
                if pattern.term.status in _APPROVED and pattern.term.tier is Tier.FUZZY and not pattern.prefix
            ]
            for tokens in self.sources.literal(concept) if approved else ():
                yield name_of(approved[0], tokens, ())


def name_of(pattern: Pattern, tokens: Sequence[Token], nested: Sequence[Token]) -> Name:
    """A name with what follows from its words."""
    weight = sum(token.weight for token in tokens)
    inside = ((at, token.lemma) for at, token in enumerate(nested, len(tokens)) if token.lemma[0] == "@")
    if tokens[0].lemma[0] == PART:
        capitals = [
            shape[:1].isupper() or shape[:1].isdigit()
            for shape, word in zip(pattern.shapes, pattern.words, strict=True)
            if word not in FUNCTION_WORDS
        ]
    else:
        capitals = [token.capital for token in tokens]
    return Name(
        pattern,
        pattern.term.concept,
        tuple(tokens),
        tuple(nested),
        sum(capitals) >= _CAPITALS * len(capitals),
        weight,
        sum(token.weight for token in nested) if nested else weight,
        not data.BREAKERS.isdisjoint(pattern.words),
        tuple(token.weight for token in (*tokens, *nested)),
        (*((at, token.lemma) for at, token in enumerate(tokens)), *inside),
        _replaced(tokens, nested),
    )


def _told_apart(names: Sequence[Name]) -> Iterator[Name]:
    """The names, with those told that only describe what has a proper name."""
    named = {name.concept for name in names if name.is_proper and name.pattern.term.status is Status.PREFERRED}
    for name in names:
        yield replace(name, describes=True) if name.concept in named and not name.is_proper else name


def _replaced(tokens: Sequence[Token], nested: Sequence[Token]) -> int:
    spans = [(token.first, token.last) for token in nested if token.lemma[0] == "@"]
    return sum(
        1 << at
        for at, token in enumerate(tokens)
        if any(first <= token.first and token.last <= last for first, last in spans)
    )
