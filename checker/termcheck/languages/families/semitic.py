"""What Arabic and Hebrew share: one-letter words are written onto the front of the next word."""

from collections.abc import Mapping, Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic


class Clitics(Generic):
    """A language whose articles, prepositions and conjunctions are written onto the front of words."""

    def __init__(self, facts: Facts, fronts: Mapping[str, int], own: str, article: str, swallows: str) -> None:
        """Take the clitics and what limits them.

        ``fronts``: what may be written onto a word -> letters that must be left of the word. ``own``: how words begin
        whose first letter only looks like a clitic. ``swallows``: clitics behind which the article is not written.
        """
        super().__init__(facts)
        self._fronts = tuple(fronts.items())
        self._own = tuple(own.split())
        self._article = article
        self._swallows = tuple(swallows.split())

    def bare_words(self, word: str) -> Sequence[str]:
        """What is left of a word without what is written onto its front; also with an article that is only meant."""
        found = []
        for front, least in self._fronts:
            bare = word[len(front) :]
            if not word.startswith(front) or len(bare) < least or self._is_own(word, front):
                continue
            found.append(bare)
            if front.endswith(self._swallows):
                found.append(self._article + bare)
        return found

    def _is_own(self, word: str, front: str) -> bool:
        """Whether the first letter, or the last of the front, belongs to the word; an article never does."""
        if front.endswith((self._article, self._article[1:] * 2)):
            return False
        return word.startswith(self._own) or word.startswith(self._own, len(front) - 1)

    def is_word(self, word: str) -> bool:
        """Whether the dictionary has it: with so many endings and clitics, what is like a word says little."""
        return self._lexicon is not None and word in self._lexicon

    def level(self, word: str) -> str | None:
        """The same of what is left of the word."""
        levels = map(super().level, (word, *self.bare_words(word)))
        return next((level for level in levels if level), None)

    def number(self, word: str) -> str | None:
        """The same of what is left of the word."""
        numbers = map(super().number, (word, *self.bare_words(word)))
        return next((number for number in numbers if number), None)

    def attaches(self, word: str, other: str) -> bool:
        """Whether only letters that may be clitics are before the other word, however little is left of it."""
        long, short = sorted((word, other), key=len, reverse=True)
        front = long[: len(long) - len(short)]
        return long.endswith(short) and (front in dict(self._fronts) or front == self._article)
