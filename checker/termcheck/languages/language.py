"""What matching needs to know of a language; one object a language, chosen by ``termcheck.languages.language``."""

from collections.abc import Collection, Sequence
from typing import Protocol

from msgspec import Struct


class Regularities(Struct, frozen=True):
    """What holds for most words of a language, so that of many words at once most need not be asked about."""

    endings: tuple[tuple[str, int, str], ...]
    """(ending, how many letters are cut, what is put in their place): so come all keys of a word but itself."""
    mark: str
    """What may stand before a key; a word that has none of the endings has the keys itself and itself with the mark."""
    irregular: Collection[str]
    """Words that may have other keys."""
    words: tuple[str, ...]
    """Names of lists: what they have is a word, and shortens none unless it is an abbreviation."""
    names: tuple[str, ...]
    """Names of lists: what they have is a word."""
    abbreviations: Collection[str]
    """Words that may shorten words although lists have them."""


class Language(Protocol):
    """Word knowledge of one language. All words are folded tokens."""

    code: str
    """ISO 639 code of the language, ``und`` for none in particular."""
    function_words: frozenset[str]
    """Words that carry grammar rather than meaning (articles, prepositions, conjunctions)."""
    articles: frozenset[str]
    """Of these, the articles."""
    particles: frozenset[str]
    """Of these, what makes a phrasal verb."""
    has_words: bool
    """Whether a dictionary is behind ``is_word``."""
    has_endings: bool
    """Whether words change at their end more than ``inflections`` knows: a difference there is then no misspelling."""

    writes_syllables: bool
    """Whether a space stands after each syllable, so that two of them are no more than one word."""
    moves_words: bool
    """Whether “X of Y” and “Y X” say the same, so that the words of a term may be moved."""
    moves_modifiers: bool
    """Whether adjectives change their order or stand on either side of their noun, so that a word may be moved."""
    heads_first: bool
    """Whether the noun that a term is about stands before all that describes it, even where modifiers move."""
    capitalises_nouns: bool
    """Whether all nouns are written with capitals, which then show no name."""
    opens_with_articles: bool
    """Whether another phrase begins at an article that follows no preposition."""
    joins: str
    """Characters that may stand inside a word which is written closed elsewhere: a hyphen, a space."""
    linkers: tuple[str, ...]
    """What may stand between the parts of compounds that are written closed; empty where none are."""
    abbreviation_endings: tuple[str, ...]
    """What is written onto an abbreviation in capitals: APIs, МИДа."""
    part_letters: tuple[int, int]
    """Letters from which on a term is looked for in compounds, and those that the rest of the word must have."""
    respells: bool
    """Whether ``respell`` changes any word."""
    regularities: Regularities | None
    """None where every word must be asked about by itself."""

    @property
    def longest_ending(self) -> int:
        """Letters of the longest ending that ``stem_pairs`` knows."""
        ...

    def respell(self, word: str, written: str) -> str:
        """A folded word as it is compared: spellings of one word that no reader tells apart become one.

        ``written`` is the same word as it stands, with its capitals.
        """
        ...

    def spellings(self, surface: str) -> Sequence[str]:
        """Other spellings of a term, which are listed forms as well."""
        ...

    def runs_on(self, form: str, following: str) -> bool:
        """Whether the letters that follow a form in a script without spaces make another word of its last one."""
        ...

    def plain_link(self, word: str) -> str:
        """A preposition without the article that is contracted with it (du: de)."""
        ...

    def inflections(self, word: str) -> Sequence[str]:
        """Keys of a word of a text, itself first: words that share a key may be forms of one word."""
        ...

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """Keys under which a word of a term is looked up; ``verb`` where it may be conjugated."""
        ...

    def is_ending(self, letters: str) -> bool:
        """Whether a word can end so: what may follow an abbreviation and a hyphen."""
        ...

    def upper(self, text: str) -> str:
        """The text in capitals, as the language writes them."""
        ...

    def bare_capitals(self, word: str) -> Sequence[str]:
        """What else may be read where a word stands in capitals without its accents: the word without them, mostly."""
        ...

    def adapt(self, text: str, shown: str, around: str = "") -> str | None:
        """A term in the script in which ``shown`` is written, or else ``around``; None where that is not certain."""
        ...

    def bare_words(self, word: str) -> Sequence[str]:
        """What is left of a word of a text without what may be written onto its front or its end (clitics)."""
        ...

    def lemmas(self, word: str) -> Sequence[str]:
        """Dictionary forms of a word of a text, folded; none where no dictionary has it. May load a dictionary."""
        ...

    def kin(self, word: str) -> Sequence[str]:
        """What a word shares with other words of its root, where words change inside; none elsewhere."""
        ...

    def stem_pairs(self, word: str, wanted: str) -> Sequence[tuple[str, str]]:
        """Stems of two words by endings that one word can have, for comparing what stands before the endings."""
        ...

    def left_out(self, word: str) -> int | None:
        """The most letters that ``stem_pairs`` leaves out of a word at its end; None where it may leave out others."""
        ...

    def frame(self, word: str) -> str:
        """What no ending changes of a word, its last letters aside; empty where that is not known.

        Of two words that have a key in common, either frame begins with that of the key.
        """
        ...

    def fixed_places(self, words: Sequence[str]) -> frozenset[int]:
        """Positions of those words of a name that have one number, whatever number the name has; none where unknown."""
        ...

    def can_be_verb(self, word: str) -> bool:
        """Whether a word can be conjugated."""
        ...

    def number(self, word: str) -> str | None:
        """A canonical form of the number or ordinal that a word stands for; None for any other word."""
        ...

    def misspelt_number(self, word: str) -> str | None:
        """The number that a word which is none must be meant for; None where it may be anything else."""
        ...

    def is_place(self, word: str) -> bool:
        """Whether a word names a place or its people."""
        ...

    def misspelt_place(self, word: str) -> str | None:
        """The place that a word which is none must be meant for; None where it may be anything else."""
        ...

    def level(self, word: str) -> str | None:
        """The administrative level that a word names; words of one level have one name."""
        ...

    def excludes(self, word: str, other: str) -> bool:
        """Whether two words are opposites or otherwise exclude each other, though they look alike."""
        ...

    def qualifies(self, word: str) -> bool:
        """Whether a word that is added or dropped makes another thing of it (deputy, former, non-)."""
        ...

    def is_word(self, word: str) -> bool:
        """Whether a word is in the dictionary of the language."""
        ...

    def is_part(self, letters: str) -> bool:
        """Whether what stands beside a term in a longer word may be another part of a compound."""
        ...

    def is_derived_alike(self, word: str, other: str) -> bool:
        """Whether two words look like different derivations of one stem (transmissive, transmissible)."""
        ...

    def is_spelling_variant(self, word: str, other: str) -> bool:
        """Whether two words are one in two orthographies (centre, center)."""
        ...

    def attaches(self, word: str, other: str) -> bool:
        """Whether two words differ only in what the language writes at the front of words (articles, prepositions)."""
        ...

    def shortens(self, short: str, full: str, *, dotted: bool) -> bool:
        """Whether ``short`` abbreviates ``full``; ``dotted`` where a full stop follows it."""
        ...

    def may_shorten(self, short: str, *, dotted: bool) -> bool:
        """Whether ``short`` can abbreviate any word at all."""
        ...

    def full_forms(self, short: str) -> Collection[str]:
        """The only words that a listed abbreviation stands for; empty where it is not listed."""
        ...

    def inflect_like(self, target: str, observed: Sequence[str], matched: Sequence[str]) -> str | None:
        """``target`` inflected as ``observed`` is against ``matched`` (words); None when unsure."""
        ...
