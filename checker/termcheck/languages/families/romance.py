"""Romance languages: number endings for every word, gender endings for adjectives and agent nouns.

Short nouns that differ by their gender alone are different words (porto and porta, caso and casa), while adjectives
(público, pública) are one. So endings that change gender ask for long stems; the short adjectives that take them all
the same are listed, and so are the longer nouns that do not (partido and partida).
"""

from collections.abc import Sequence

from termcheck.languages.affixes import common_prefix
from termcheck.languages.endings import Endings
from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

_SHORTEST_ADJECTIVE = 2
_SHORTEST_ROOT = 5
_CONJUNCTIONS = frozenset("e et i o ou sau si și u y".split())


def pairs(stems: str, *endings: str) -> str:
    """Each stem with each ending, in one list of words."""
    return " ".join(stem + ending for stem in stems.split() for ending in endings)


class Romance(Generic):
    """A language whose adjectives and agent nouns have gender."""

    def __init__(
        self, facts: Facts, *, gender: tuple[str, ...], adjectives: str = "", nouns: str = "", derivations: str = ""
    ) -> None:
        """Take the facts; paradigms of gender; short adjectives; nouns of one gender; suffixes that derive words."""
        super().__init__(facts)
        self.moves_modifiers = self.heads_first = True
        changes, shortest = facts.alternations, facts.shortest_stem
        self._number = self._endings
        self._endings = Endings((*facts.paradigms, *gender), changes, shortest)
        without_least = tuple(paradigm.partition("+ ")[2] or paradigm for paradigm in gender)
        blank = tuple("99+ -" for _ in facts.paradigms)
        self._short = Endings((*blank, *without_least), changes, _SHORTEST_ADJECTIVE)
        self._short_keys = frozenset(key for word in adjectives.split() for key in self._short.keys(word))
        self._derivations = frozenset(derivations.split())
        self._noun_keys = frozenset(key for word in nouns.split() for key in self._number.keys(word))

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """The word and its keys by number; by gender unless it is a noun of one gender."""
        if not any(char.isalpha() for char in word):
            return (word,)
        keys = (word, *self._number.keys(word))
        if not self._noun_keys.isdisjoint(keys):
            return keys
        short = (key for key in self._short.keys(word) if key in self._short_keys)
        return (*dict.fromkeys((*keys, *self._endings.keys(word), *short)),)

    def fixed_places(self, words: Sequence[str]) -> frozenset[int]:
        """What stands behind the first preposition."""
        linking = self.function_words - self.articles - _CONJUNCTIONS
        first = next((at for at, word in enumerate(words) if at and word in linking), len(words))
        return frozenset(range(first, len(words)))

    def is_derived_alike(self, word: str, other: str) -> bool:
        """Whether both have one root with suffixes that make different words of it (microscope, microscopie)."""
        one, another = word.removesuffix("s"), other.removesuffix("s")
        return one != another and any(
            one[cut:] in self._derivations and another[cut:] in self._derivations
            for cut in range(_SHORTEST_ROOT, common_prefix(one, another) + 1)
        )
