"""Languages known by their facts (``languages/tables``); with bare facts, any language at all."""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from termcheck.languages.affixes import LONGEST_WORD
from termcheck.languages.endings import Endings
from termcheck.languages.facts import Facts
from termcheck.languages.lexicon import Lexicon, lexicon
from termcheck.languages.plain import Plain
from termcheck.languages.wordlist import territories

_SHORTEST_STEM = 3
_SHORTEST_BEFORE_PARTICLE = 2
_WORD_STEM = 4
"""Letters of a stem from which on another form of it in the dictionary shows that a word is one."""
_STEM = "s:"


class Generic(Plain):
    """Word knowledge of a language as its facts give it; languages that need code override what differs."""

    def __init__(self, facts: Facts) -> None:
        """Take the facts; libraries are loaded when first needed."""
        self.facts = facts
        self.code = facts.code
        self.function_words = frozenset(self._respelt(facts.function_words))
        self.articles = frozenset(self._respelt(facts.articles))
        self.joins = facts.joins
        self.writes_syllables = facts.writes_syllables
        self.has_words = bool(facts.lexicon)
        self.has_endings = facts.inflects
        self.moves_modifiers = facts.moves_modifiers
        self.linkers = tuple("" if link == "-" else link for link in facts.linkers.split())
        self.respells = bool(facts.letters)
        self.abbreviation_endings = tuple(facts.abbreviation_endings.split())
        self._endings = Endings(facts.paradigms, facts.alternations, facts.shortest_stem)
        self._word_ends = tuple(sorted(facts.particles.split(), key=lambda end: (-len(end), end)))
        self._contracted = {form: plain for plain, forms in facts.contractions.items() for form in forms.split()}
        numbers = map(self._respelt, facts.numbers)
        self._numbers = {word: words[0] for words in numbers for word in words}
        self._qualifiers = frozenset(self._respelt(facts.qualifiers))
        self._known_inflections = lru_cache(maxsize=50_000)(self._inflections)
        self._known_words = lru_cache(maxsize=5_000)(self._has_word)

    # --- spelling

    def respell(self, word: str, written: str) -> str:
        """The word as it is compared: see ``Facts.letters``."""
        for letters, plain in self.facts.letters:
            word = word.replace(letters, plain)
        return word

    def _respelt(self, words: str) -> list[str]:
        return [self.respell(word, word) for word in words.split()]

    def spellings(self, surface: str) -> Sequence[str]:
        """Closed spellings of a term that is written with hyphens or spaces that the language may leave out."""
        closed = surface
        for mark in self.joins:
            closed = closed.replace(mark, "")
        return (closed,) if closed != surface and closed else ()

    # --- inflection

    @cached_property
    def _stem(self) -> Callable[[str], str] | None:
        if not self.facts.stemmer:
            return None
        from Stemmer import Stemmer

        return Stemmer(self.facts.stemmer).stemWord  # type: ignore[no-any-return]

    def inflections(self, word: str) -> Sequence[str]:
        """The word, and its keys with and without each particle that it may have."""
        return self._known_inflections(word) if len(word) <= LONGEST_WORD else (word,)

    def _inflections(self, word: str) -> Sequence[str]:
        keys = dict.fromkeys(self.term_inflections(word, verb=False))
        for bare in self.bare_words(word):
            keys.update(dict.fromkeys(self.term_inflections(bare, verb=False)))
        return tuple(keys)

    def bare_words(self, word: str) -> Sequence[str]:
        """What is left of a word of a text without a particle."""
        return [
            word[: -len(end)]
            for end in self._word_ends
            if word.endswith(end) and len(word) - len(end) >= _SHORTEST_BEFORE_PARTICLE
        ]

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """The word, its stem by Snowball, its stems by the endings of the language."""
        if not word.isalpha() and not any(char.isalpha() for char in word):
            return (word,)
        keys = (word, *self._endings.keys(word))
        if self._stem is None or not _SHORTEST_STEM < len(word) <= LONGEST_WORD:
            return keys
        stem = self._stem(word)
        return (*keys, _STEM + stem) if len(stem) >= _SHORTEST_STEM else keys

    def stem_pairs(self, word: str, wanted: str) -> Sequence[tuple[str, str]]:
        """Stems of two words by endings that one word can have; the first also without what is written onto it."""
        theirs = self._endings.stems(wanted).items()
        bare = self.bare_words(word)
        pairs = [
            (stem, other)
            for one in (word, *bare)
            for stem, numbers in self._endings.stems(one).items()
            for other, others in theirs
            if not numbers.isdisjoint(others)
        ]
        return [*pairs, *((one, wanted) for one in bare)]

    def left_out(self, word: str) -> int | None:
        """Those of its endings and particles; not known where particles stand before a word."""
        bare = self.bare_words(word)
        if not all(map(word.startswith, bare)):
            return None
        stems = [stem for one in (word, *bare) for stem in self._endings.stems(one)]
        return len(word) - min(map(len, (word, *bare, *stems)))

    def is_ending(self, letters: str) -> bool:
        """Whether a paradigm has it."""
        return self._endings.has(letters)

    @property
    def longest_ending(self) -> int:
        """Letters of the longest ending that ``stem_pairs`` knows."""
        return self._endings.longest

    # --- meaning

    def plain_link(self, word: str) -> str:
        """A contraction without its article."""
        return self._contracted.get(word, word)

    def number(self, word: str) -> str | None:
        """Words with a digit stand for themselves, listed number words for the first of their set."""
        return self._numbers.get(word) or (word if any(char.isnumeric() for char in word) else None)

    @cached_property
    def _places(self) -> frozenset[str]:
        """Keys of the names of countries and territories."""
        names = (self.respell(name, name) for name in territories().get(self.code, ()))
        return frozenset(key for name in names for key in self.term_inflections(name, verb=False))

    def is_place(self, word: str) -> bool:
        """Whether it names a country or territory (Unicode CLDR)."""
        return not self._places.isdisjoint(self.inflections(word))

    def level(self, word: str) -> str | None:
        """The administrative level whose word it begins like."""
        return next((level for level, stems in self._levels if word.startswith(stems)), None)

    @cached_property
    def _levels(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(level, tuple(stems.split())) for level, stems in self.facts.levels.items()]

    def excludes(self, word: str, other: str) -> bool:
        """Whether the two begin with different members of one listed set."""
        return any(
            (one := _begins_with(word, stems)) and (another := _begins_with(other, stems)) and one != another
            for stems in self._opposites
        )

    @cached_property
    def _opposites(self) -> list[list[str]]:
        return [sorted(stems.split(), key=len, reverse=True) for stems in self.facts.opposites]

    def qualifies(self, word: str) -> bool:
        """Whether it is listed."""
        return word in self._qualifiers

    @cached_property
    def _lexicon(self) -> Lexicon | None:
        return lexicon(self.facts.lexicon) if self.facts.lexicon else None

    def is_word(self, word: str) -> bool:
        """Whether the dictionary of the language has it, or its stem with another ending; loaded only when asked."""
        if self._lexicon is None:
            return False
        return self._known_words(word) if len(word) <= LONGEST_WORD else word in self._lexicon

    def _has_word(self, word: str) -> bool:
        known = self._lexicon or ()
        return word in known or any(form in known for form in self._endings.siblings(word, _WORD_STEM))

    def lemmas(self, word: str) -> Sequence[str]:
        """Those of the dictionary of the language, also of what is left without clitics; loaded only when asked."""
        if self._lexicon is None or len(word) > LONGEST_WORD:
            return ()
        return [lemma for one in (word, *self.bare_words(word)) for lemma in self._lexicon.lemmas(one)]

    def is_part(self, letters: str) -> bool:
        """Whether it is a word."""
        return self.is_word(letters)

    def shortens(self, short: str, full: str, *, dotted: bool) -> bool:
        """A truncation that a full stop marks."""
        return dotted and len(short) > 1 and full.startswith(short) and len(full) - len(short) >= _SHORTEST_STEM


def _begins_with(word: str, stems: Sequence[str]) -> str | None:
    return next((stem for stem in stems if word.startswith(stem)), None)
