"""Names as weighted content tokens."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from termcheck.languages import english_data
from termcheck.languages.language import Language
from termcheck.matching.patterns import Pattern
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.words import ADVERBS, AGAINST, FIRST_HEADS, FIXED, HOME_FORMS, HOME_NAMES, PLACES

HOME = "@home"
"""Token for the home country of the source language."""
MOST_KEPT = 20_000
"""Answers that are kept; an archive has more words than memory should hold."""
_SHORTEST_STEM = 4
_ROUNDS = 3
_QUALIFIER_WEIGHT = 0.4
_SUFFIXES = frozenset((*english_data.SUFFIXES, "ium"))
_LONGEST_SUFFIX = max(map(len, _SUFFIXES))
_QUALIFIERS = frozenset(AGAINST.values())
_MOST_BETWEEN = 2
"""Words that carry no meaning which may stand inside a known name."""


_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase, _lemma in (*FIXED.items(), *PLACES.items(), *HOME_FORMS.items(), *((name, HOME) for name in HOME_NAMES)):
    _PHRASES.setdefault(_phrase[0], []).append((_phrase, _lemma))


class Token(Struct, frozen=True, array_like=True):
    """A word of a name that carries meaning, or a known concept inside it."""

    lemma: str
    """The singular; ``#`` and digits for a number, ``@`` and an id for a concept or entity."""
    weight: float
    first: int
    """Position of its first word among those that were given, and of its last."""
    last: int
    is_head: bool = False
    """Whether it can carry the number of the name: the last before a preposition or the end."""
    capital: bool = False

    @property
    def is_core(self) -> bool:
        """Whether it says what the name is about."""
        return self.weight >= data.CORE and self.lemma[0] != "#"


class Name(Struct, frozen=True):
    """An approved term and its words."""

    pattern: Pattern
    concept: str
    tokens: tuple[Token, ...]
    nested: tuple[Token, ...]
    """The same with known names inside it replaced; empty where there are none."""
    is_proper: bool
    weight: float
    nested_weight: float
    """With known names inside it replaced."""
    has_breaker: bool
    """Whether it has a word inside that is not expected in a common term."""
    weights: tuple[float, ...]
    """Of ``tokens``, then of ``nested``."""
    places: tuple[tuple[int, str], ...]
    """Position in ``weights``, and lemma, of what words of a text may stand for."""
    replaced: int = 0
    """Positions of the tokens that known names inside it replace, as bits."""
    describes: bool = False
    """Whether it is a common term for what has a proper name: the guideline for the Opinions on ..."""


class Lemmas:
    """What words become as tokens, worked out once a word."""

    def __init__(self, language: Language, home: frozenset[str]) -> None:
        """``home``: words for the home country of the source language."""
        self.language = language
        self._home = home
        self._known: dict[str, Sequence[str]] = {}

    def opens_phrase(self, word: str) -> bool:
        """Whether words that are one may begin with a word."""
        return word in _PHRASES and self.language.code == "en"

    def phrase_at(self, words: Sequence[str], place: int) -> tuple[int, str]:
        """How many words at a place are one, and as what they are compared; 0 for none."""
        for phrase, lemma in _PHRASES.get(words[place], ()) if self.language.code == "en" else ():
            if tuple(words[place : place + len(phrase)]) == phrase:
                following = words[place + len(phrase) : place + len(phrase) + 1]
                if phrase in HOME_FORMS:
                    if lemma in self._home and following != ["of"]:
                        return len(phrase), HOME
                elif lemma != HOME:
                    return len(phrase), HOME if lemma in self._home else lemma
                elif following != ["of"] and not self._home.isdisjoint(phrase):
                    return len(phrase), HOME
        return 0, ""

    def of(self, word: str) -> Sequence[str]:
        """The lemmas of a folded word, several for a compound."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            known = self._known[word] = _lemmas(word, self.language, self._home)
        return known


def content_tokens(words: Sequence[str], shapes: Sequence[str], lemmas: Lemmas, offset: int = 0) -> list[Token]:
    """The tokens of some words, folded (``words``) and as written (``shapes``); ``offset``: position of the first."""
    tokens: list[Token] = []
    head: int | None = None
    until = 0
    function_words, in_english = lemmas.language.function_words, lemmas.language.code == "en"
    for place, (word, shape) in enumerate(zip(words, shapes, strict=True)):
        if place < until:
            continue
        length, phrase = lemmas.phrase_at(words, place)
        if length:
            until = place + length
            at, last = place + offset, until - 1 + offset
            tokens.append(Token(phrase, weight_of(phrase), at, last, capital=shape[:1].isupper()))
            continue
        at = place + offset
        if word in function_words:
            if head is None and tokens and word in english_data.PREPOSITIONS:
                head = len(tokens) - 1
            if in_english and word in AGAINST:
                tokens.append(Token(AGAINST[word], weight_of(AGAINST[word]), at, at))
            continue
        capital = shape[:1].isupper() or shape[:1].isdigit()
        tokens += [Token(lemma, weight_of(lemma), at, at, capital=capital) for lemma in lemmas.of(word)]
    if tokens:
        head = _head(tokens) if head is None else head
        tokens[head] = replace(tokens[head], is_head=True)
    return tokens


def with_head(tokens: Sequence[Token], links: frozenset[int]) -> list[Token]:
    """Tokens of a stretch of a text with their head marked; ``links``: positions of prepositions."""
    head = head_of(tokens, links)
    return [token if token.is_head == (place == head) else replace(token, is_head=place == head)
            for place, token in enumerate(tokens)]  # fmt: skip


def head_of(tokens: Sequence[Token], links: frozenset[int]) -> int:
    """The place of the head among tokens of a stretch of a text; ``links``: positions of prepositions."""
    for place, (token, following) in enumerate(pairwise(tokens)):
        if any(at in links for at in range(token.last + 1, following.first + 1)):
            return place
    return _head(tokens)


def _head(tokens: Sequence[Token]) -> int:
    """The place of the head where no preposition tells it: the last, but not an adverb, or the first of Operation X."""
    if len(tokens) > 1 and tokens[0].lemma in FIRST_HEADS and tokens[0].capital:
        return 0
    return next((place for place in range(len(tokens) - 1, 0, -1) if tokens[place].lemma not in ADVERBS), 0)


def _lemmas(word: str, language: Language, home: frozenset[str]) -> Sequence[str]:
    if word in home:
        return (HOME,)
    number = language.number(word)
    if number is not None:
        return ("#" + number,)
    lemma = lemma_of(word, language)
    if language.code == "en":
        if lemma in data.COMPOUNDS:
            return data.COMPOUNDS[lemma].split()
        for part in data.FIRST_PARTS:
            rest = lemma.removeprefix(part)
            if rest != lemma and len(rest) >= _SHORTEST_STEM and language.is_word(rest):
                return (part, rest)
    return (lemma,)


def lemma_of(word: str, language: Language) -> str:
    """The form under which a word is compared: the singular that is a word, in one spelling."""
    keys = [key for key in language.term_inflections(word, verb=False) if key != word]
    lemma = next((key for key in keys if language.is_word(key)), keys[0]) if keys else word
    return lemma.replace("isation", "ization").replace("programme", "program") if language.code == "en" else lemma


def weight_of(lemma: str) -> float:
    """How much a lemma tells."""
    if lemma in _QUALIFIERS:
        return _QUALIFIER_WEIGHT
    return data.HOME_WEIGHT if lemma == HOME else data.WEIGHTS.get(lemma, 1.0)


@lru_cache(maxsize=50_000)
def stem(lemma: str) -> str:
    """What is left of an English word without its derivational endings.

    >>> stem("ecological"), stem("ecology")
    ('ecolog', 'ecolog')
    """
    if not lemma.isalpha():
        return lemma
    for _ in range(_ROUNDS):
        longest = min(_LONGEST_SUFFIX, len(lemma) - _SHORTEST_STEM)
        length = next((one for one in range(longest, 0, -1) if lemma[-one:] in _SUFFIXES), 0)
        if not length:
            break
        lemma = lemma[:-length]
    if lemma.endswith("at") and len(lemma) - 2 >= _SHORTEST_STEM:
        lemma = lemma[:-2]  # regulat(ory) as regul(ation)
    return lemma.rstrip("seyi") if len(lemma.rstrip("seyi")) >= _SHORTEST_STEM else lemma


class Known:
    """Known concepts and entities by the tokens of their names, for finding them inside other names."""

    def __init__(self) -> None:
        """Start without any."""
        self.names: dict[tuple[str, ...], list[str]] = {}
        self.lengths: dict[str, list[int]] = {}
        """First lemma -> lengths of the names that begin with it, longest first."""

    def lengths_from(self, lemma: str) -> Sequence[int]:
        """Lengths of the names that begin with a lemma, longest first."""
        return self.lengths.get(lemma, ())

    def named(self, lemmas: tuple[str, ...]) -> Sequence[str]:
        """The names of which these are the lemmas."""
        return self.names.get(lemmas, ())

    def add(self, lemmas: Iterable[str], name: str) -> None:
        """Take ``lemmas`` for ``name``, which begins with ``@``."""
        key = tuple(lemmas)
        names = self.names.setdefault(key, [])
        if name not in names:
            names.append(name)
        lengths = self.lengths.setdefault(key[0], [])
        if len(key) not in lengths:
            lengths.append(len(key))
            lengths.sort(reverse=True)

    def __contains__(self, lemmas: Sequence[str]) -> bool:
        """Whether some lemmas are taken for a name."""
        return tuple(lemmas) in self.names

    def rewrite(self, tokens: Sequence[Token], own: str = "") -> list[Token]:
        """The tokens with every name that is known inside them replaced, but for ``own``; the longest first."""
        return [token for token, _ in self.parts(tokens, own)]

    def parts(self, tokens: Sequence[Token], own: str = "") -> list[tuple[Token, int]]:
        """The same, each with how many of the tokens it stands for."""
        found: list[tuple[Token, int]] = []
        at = 0
        while at < len(tokens):
            length, name = self._at(tokens, at, own)
            if length:
                part = tokens[at : at + length]
                home = any(token.lemma == HOME for token in part)
                weight = data.HOME_ENTITY_WEIGHT if home or name in _HOME_NAMES else _weight_of(part)
                is_head = any(token.is_head for token in part)
                found.append((Token(name, weight, part[0].first, part[-1].last, is_head, part[0].capital), length))
            else:
                found.append((tokens[at], 1))
            at += max(length, 1)
        return found

    def _at(self, tokens: Sequence[Token], at: int, own: str) -> tuple[int, str]:
        for length in self.lengths_from(tokens[at].lemma):
            part = tokens[at : at + length]  # shorter where the tokens end before
            names = self.named(tuple([token.lemma for token in part]))
            name = next((one for one in names if one != own), "")
            if name and part[-1].last - part[0].first <= len(part) + _MOST_BETWEEN:
                return len(part), name
        return 0, ""


_HOME_NAMES = frozenset({"@=cpc"})


def _weight_of(part: Sequence[Token]) -> float:
    """Half a word for a body of generic words (the Central Committee), more for one that says something."""
    return data.ENTITY_WEIGHT if all(not token.is_core for token in part) else 1.0
