"""Keys of words, kept across articles: words of a text and of a pattern that share one may be forms of one word."""

from termcheck.languages.affixes import LONGEST_WORD
from termcheck.languages.folding import strip_accents
from termcheck.languages.language import Language
from termcheck.matching.patterns import Pattern
from termcheck.model import Tier

CAPITALS = "^"
"""Prefix of keys under which words without their accents are found in text that is all capitals."""
_MOST_KNOWN = 50_000
"""Words of terms that are kept."""
_MOST_OF_TEXTS = 5_000
"""Words of texts that are kept: what they mean is kept elsewhere."""


class WordKeys:
    """The keys of words of texts and of patterns in one language."""

    def __init__(self, language: Language) -> None:
        """Compute nothing yet."""
        self._language = language
        self.has_accents = False
        """Whether a term has a word with accents, so that capitals may stand for it without them."""
        self._terms: dict[tuple[str, bool], frozenset[str]] = {}
        self._texts: dict[str, tuple[str, ...]] = {}

    def of_text(self, word: str) -> tuple[str, ...]:
        """Keys of a word of a text; where terms have accents, every word is also tried as capitals without them."""
        keys = self._texts.get(word)
        if keys is None:
            keys = (*self._language.inflections(word),)
            if self.has_accents and word == strip_accents(word):
                keys += tuple([CAPITALS + key for key in keys])
            if len(self._texts) >= _MOST_OF_TEXTS:
                self._texts.clear()
            if len(word) <= LONGEST_WORD:
                self._texts[word] = keys
        return keys

    def of_pattern(self, pattern: Pattern, place: int) -> frozenset[str]:
        """Keys of the word at a position of a pattern: only itself where the term is matched exactly."""
        word = pattern.words[place]
        if pattern.term.tier is Tier.EXACT:
            return frozenset((word,))
        if pattern.term.case_sensitive and pattern.shapes[place].isupper():
            # What looks like an ending of the abbreviation is a part of it: only what follows it is one.
            return frozenset((word, *(word + ending for ending in self._language.abbreviation_endings)))
        return self.of_term_word(word, verb=place == pattern.verb)

    def of_term_word(self, word: str, *, verb: bool = False) -> frozenset[str]:
        """Keys under which a word of a term is found, its accentless capitals included."""
        found = self._terms.get((word, verb))
        if found is None:
            found = frozenset(self._language.term_inflections(word, verb=verb))
            for plain in self._language.bare_capitals(word):
                found |= {CAPITALS + key for key in self._language.term_inflections(plain, verb=verb)}
            if len(self._terms) >= _MOST_KNOWN:
                self._terms.clear()
            self._terms[word, verb] = found
        return found
