"""Languages whose words take chains of endings: words of texts in all their forms, terms in a few."""

from collections.abc import Sequence
from itertools import product

from termcheck.languages.endings import Endings
from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

_WORD_STEM = 4
"""Letters of a stem from which on its dictionary form shows that a word is one."""


class Chains(Generic):
    """A language with hundreds of endings, of which terms have but a few.

    If terms were cut at any ending, a term that happens to end like a form of another word would match that word.
    """

    def __init__(self, facts: Facts, term_endings: Sequence[str], kind: type[Endings] = Endings) -> None:
        """Take the facts, and for each paradigm the endings with which a term may be listed."""
        super().__init__(facts)
        self._endings = kind(facts.paradigms, facts.alternations, facts.shortest_stem)
        self._term_endings = kind(term_endings, facts.alternations, facts.shortest_stem)
        self._dictionary = [
            ["" if one == "-" else one for one in endings.split() if not one.endswith("+")] for endings in term_endings
        ]

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """The word, and its stems by the endings that terms have."""
        return (word, *self._term_endings.keys(word)) if word.isalpha() else (word,)

    def _inflections(self, word: str) -> Sequence[str]:
        """The word, and its stems by all endings, with and without its clitics."""
        if not word.isalpha():
            return (word,)
        keys = dict.fromkeys((word, *self._endings.keys(word)))
        for bare in self.bare_words(word):
            keys.update(dict.fromkeys((bare, *self._endings.keys(bare))))
        return tuple(keys)

    def is_word(self, word: str) -> bool:
        """Whether the dictionary has it or what terms are made of its stem."""
        known = self._lexicon
        if known is None:
            return False
        return word in known or any(
            stem + ending in known
            for stem, number in self._endings.splits(word)
            if len(stem) >= _WORD_STEM
            for ending in self._dictionary[number]
        )


def chain(*links: str) -> str:
    """Every sequence of one ending of each link, ``-`` for none."""
    return " ".join(
        "".join(ending for ending in endings if ending != "-") or "-"
        for endings in product(*(link.split() for link in links))
    )
