"""Hits: which tokens of a text stand for content words of one fuzzy pattern."""

from termcheck.matching.index import LanguageIndex
from termcheck.matching.occurrences import Occurrences, within
from termcheck.matching.patterns import joined_words
from termcheck.matching.stretch import Hit
from termcheck.matching.text import Text


class Hits:
    """The hits of one pattern in one text."""

    def __init__(self, text: Text, index: LanguageIndex, number: int, occurrences: Occurrences) -> None:
        """Take the text, the number of the pattern, and where in the text words of any pattern stand."""
        pattern = index.patterns[number]
        self._text = text
        self._pattern = pattern
        self._occurrences = occurrences
        self._relations = index.relations
        find = index.tables.words.find
        self._is_plain = number in occurrences.hits
        self._content = [
            (at, word, occurrences.tokens_for(number, at, -1 if self._is_plain else find(word)))
            for at in pattern.content
            for word in (pattern.words[at],)
        ]

    def within(self, first: int, after: int) -> list[Hit]:
        """The hits from the token ``first`` on up to the token ``after``, exclusive, in the order of the text."""
        found: list[Hit] = []
        words, most = self._text.words, self._pattern.edits
        for at, target, there in self._content:
            for place in within(there, first, after):
                for relation in self._relations.of(words[place], target):
                    if relation.edits <= most and not (relation.inflected and self._lacks_apostrophe(words[place], at)):
                        found.append(Hit(place, place, at, 1, *relation))  # noqa: PERF401 - clearer as it stands
        if not self._is_plain:
            found += self._joined(first, after)
            found += self._split(first, after)
        return sorted(found, key=_order) if len(found) > 1 else found

    def _joined(self, first: int, after: int) -> list[Hit]:
        """One token for two words of the pattern."""
        joined = self._occurrences.joined
        if not joined:
            return []
        return [
            Hit(place, place, at, 2, 1)
            for word, at in joined_words(self._pattern)
            for place in within(joined.get(word, ()), first, after)
        ]

    def _split(self, first: int, after: int) -> list[Hit]:
        """Two tokens for one word of the pattern: written as two, or shortened with an apostrophe."""
        found = [
            Hit(place, place + 1, at, 1, 1)
            for place, both in self._occurrences.split
            if first <= place < after
            for at, target, _ in self._content
            if target == both
        ]
        words = self._text.words
        return found + [
            Hit(place, place + 1, at, 1, 0, shortened=True)
            for place in within(self._occurrences.contracted, first, after)
            for at, target, _ in self._content
            if any(one.shortened for one in self._relations.of(words[place] + words[place + 1], target))
        ]

    def _lacks_apostrophe(self, word: str, at: int) -> bool:
        """Whether the word is a possessive of the pattern with its apostrophe lost (Peoples for People's)."""
        pattern = self._pattern
        return pattern.words[at : at + 2] == (word[:-1], "s") and word.endswith("s") and pattern.gaps[at] == "'"


def _order(hit: Hit) -> tuple[int, int, int, int, bool]:
    return hit.place, hit.last, hit.covers, hit.at, hit.shortened
