"""Glossaries: concepts with an approved and a wrong rendering each, of 1 to 8 words."""

from collections.abc import Sequence
from random import Random

from msgspec import Struct

from bench.words import HEADS, LEVELS, OPPOSITES, ORDINALS, PLACES, Words, coin, load_words
from termcheck.model import Concept, Glossary, Status, Term

LENGTHS = {1: 10, 2: 25, 3: 25, 4: 17, 5: 10, 6: 7, 7: 4, 8: 2}
"""Words of a term -> how many of a hundred terms have so many."""
LANG = "en"
_SIBLINGS = 0.15
"""Share of concepts that differ from another listed one in one word."""
_COMMON = 0.25
"""Share of terms of two words and more that are no names but plain noun phrases."""
_STARTS = {"place": 12, "level": 10, "number": 8, "opposite": 10, "": 60}


class Word(Struct, frozen=True):
    """A word of a term and its part in it."""

    text: str
    role: str
    """content, head, place, level, number, opposite or link (of, and)."""


class Entry(Struct, frozen=True):
    """A rendering: one row of the glossary."""

    concept: str
    words: tuple[Word, ...]
    is_approved: bool
    sibling: str = ""
    """Id of the listed concept whose rendering has all of its words but one."""

    @property
    def text(self) -> str:
        """As listed."""
        return " ".join(word.text for word in self.words)

    @property
    def content(self) -> list[int]:
        """Places of the words that are no links."""
        return [at for at, word in enumerate(self.words) if word.role != "link"]

    @property
    def letters(self) -> int:
        """How many letters and digits it has."""
        return sum(map(str.isalnum, self.text))


def entries(seed: int, terms: int) -> list[Entry]:
    """So many renderings, two of each concept, no two of which are alike but for case or the order of their words."""
    return _Writer(seed, terms).write(terms)


def glossary(of: Sequence[Entry]) -> Glossary:
    """The glossary with these rows."""
    rows: dict[str, list[Term]] = {}
    for entry in of:
        status = Status.PREFERRED if entry.is_approved else Status.DEPRECATED
        rows.setdefault(entry.concept, []).append(Term(entry.concept, LANG, entry.text, status))
    return Glossary(tuple(Concept(concept, tuple(terms)) for concept, terms in rows.items()))


def csv_of(of: Sequence[Entry]) -> str:
    """The same as a file."""
    rows = (f"{one.concept},{LANG},{one.text},{'preferred' if one.is_approved else 'deprecated'}\n" for one in of)
    return "concept,lang,term,status\n" + "".join(rows)


class _Writer:
    def __init__(self, seed: int, terms: int) -> None:
        self._rng = Random(f"{seed}:terms")
        self._words: Words = load_words(seed)
        self._singles = iter(coin(f"{seed}:singles", max(100, terms // 2), ("ex", "um", "yl", "ine", "ide", "ase")))
        self._seen: set[frozenset[str]] = set()

    def write(self, terms: int) -> list[Entry]:
        """Concepts until there are enough rows."""
        found: list[Entry] = []
        named: list[Entry] = []
        while len(found) < terms:
            concept = f"c{len(found) // 2:05}"
            parent = self._rng.choice(named) if named and self._rng.random() < _SIBLINGS else None
            first = self._sibling(parent) if parent is not None else self._fresh()
            second = self._fresh()
            one = Entry(concept, first, is_approved=True, sibling=parent.concept if parent is not None else "")
            found += [one, Entry(concept, second, is_approved=False)]
            if len(first) > 1 and parent is None:
                named.append(one)
        return found[:terms]

    def _fresh(self) -> tuple[Word, ...]:
        length = self._rng.choices(tuple(LENGTHS), tuple(LENGTHS.values()))[0]
        while True:
            words = self._of_length(length)
            if self._is_new(words):
                return words

    def _sibling(self, parent: Entry) -> tuple[Word, ...]:
        while True:
            words = list(parent.words)
            at = self._rng.choice([at for at in parent.content if words[at].role in ("content", "head")])
            is_name = words[at].text[0].isupper()
            words[at] = self._content(is_name=is_name) if words[at].role == "content" else self._head(is_name=is_name)
            if self._is_new(words):
                return tuple(words)

    def _is_new(self, words: Sequence[Word]) -> bool:
        key = frozenset(word.text.lower() for word in words if word.role != "link")
        if key in self._seen or len(key) < sum(word.role != "link" for word in words):
            return False
        self._seen.add(key)
        return True

    def _of_length(self, length: int) -> tuple[Word, ...]:
        if length == 1:
            return (Word(next(self._singles), "head"),)
        if self._rng.random() < _COMMON:
            plain = [self._content(is_name=False) for _ in range(length - 1)]
            return (*plain, self._head(is_name=False))
        words = self._start() if length > 2 else []
        rest = length - len(words)
        if rest < 4 or self._rng.random() < 0.4:
            return (*words, *self._contents(rest - 1), self._head(is_name=True))
        link = self._rng.random() < 0.5 and rest > 4
        inner = self._contents(rest - 3) if link else self._contents(rest - 2)
        if link:
            inner = [*inner[:-1], Word("and", "link"), inner[-1]]
        return (*words, self._head(is_name=True), Word("of", "link"), *inner)

    def _start(self) -> list[Word]:
        role = self._rng.choices(tuple(_STARTS), tuple(_STARTS.values()))[0]
        lists = {"place": PLACES, "level": LEVELS, "number": ORDINALS, "opposite": [w for p in OPPOSITES for w in p]}
        return [Word(self._rng.choice(lists[role]), role)] if role else []

    def _contents(self, count: int) -> list[Word]:
        return [self._content(is_name=True) for _ in range(count)]

    def _content(self, *, is_name: bool) -> Word:
        of = self._words.nouns if self._rng.random() < 0.7 else self._words.adjectives
        return _cased(self._ranked(of), "content", is_name=is_name)

    def _head(self, *, is_name: bool) -> Word:
        return Word(self._rng.choice(HEADS), "head") if is_name else Word(self._ranked(self._words.nouns), "head")

    def _ranked(self, of: Sequence[str]) -> str:
        """A word, as often a frequent one as a rare one; none of the few that are everywhere."""
        return of[min(len(of) - 1, int(100 * (len(of) / 100) ** self._rng.random()))]


def _cased(word: str, role: str, *, is_name: bool) -> Word:
    return Word(word.capitalize() if is_name else word, role)
