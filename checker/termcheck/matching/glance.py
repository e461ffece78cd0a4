"""What the words of a stretch tell of a pattern at a glance: most of what is screened is told by them alone.

Mostly the pattern stands there word for word, or too few of its words do. Only what is left is compared.
"""

from collections.abc import Sequence
from typing import NamedTuple

from termcheck.columns import Words
from termcheck.matching.pattern_table import FUZZY, PatternTable
from termcheck.matching.patterns import has_plain_words, needed
from termcheck.matching.places import EXTRA_WORDS, Places, reach
from termcheck.matching.screen.meanings import NOTHING, Meanings
from termcheck.matching.text import Text

_MOST_KNOWN = 20_000
"""Patterns that are kept."""


class Seen(NamedTuple):
    """What was seen of the patterns that may stand in a text."""

    verbatim: dict[int, list[int]]
    """Pattern -> tokens at which it stands word for word, where it stands in no other form."""
    places: Places
    """Where patterns may stand of which no more can be told at a glance."""
    hits: dict[int, list[tuple[int, int]]]
    """For some of these patterns, all tokens near their places that may stand for one of their content words, in order.

    With its position in the pattern.
    """


class _Wanted(NamedTuple):
    """What is looked for of one pattern."""

    words: list[str]
    gaps: list[str]
    positions: dict[int, int]
    """Id of a content word -> its position."""
    content: list[str]
    needed: int
    """Content words that a form must have."""
    after: int
    """Tokens from the start of a form on that may be its own."""


class Glances:
    """Glances at the texts of one language."""

    def __init__(self, patterns: PatternTable, words: Words, meanings: Meanings, *, joins: bool) -> None:
        """``joins``: whether the language writes hyphens or spaces inside words; then nothing is told at a glance."""
        self._patterns = patterns
        self._words = words
        self._meanings = meanings
        self._joins = joins
        self._known: dict[int, _Wanted | None] = {}

    def at(self, text: Text, places: Places) -> Seen:
        """What can be told of the patterns at their places."""
        verbatim: dict[int, list[int]] = {}
        left: dict[int, Sequence[range]] = {}
        hits: dict[int, list[tuple[int, int]]] = {}
        for number, ranges in places.items():
            wanted = None if self._joins else self._wanted(number)
            there = self._all_hits(text, wanted, ranges) if wanted is not None else None
            begins = self._begins(text, wanted, there) if wanted is not None and there is not None else None
            if begins:
                verbatim[number] = begins
            elif begins is None:
                left[number] = ranges
                if there is not None:
                    hits[number] = sorted({hit for each in there for hit in each}) if len(there) > 1 else there[0]
        return Seen(verbatim, left, hits)

    def _begins(self, text: Text, wanted: _Wanted, hits: Sequence[Sequence[tuple[int, int]]]) -> list[int] | None:
        """Where the pattern stands word for word, or nowhere at all; None where that does not tell all."""
        found: list[int] = []
        for each in hits:
            if len({at for _, at in each}) < wanted.needed:
                continue
            begin = each[0][0] - each[0][1]
            end = begin + len(wanted.words)
            if (
                len(each) != len(wanted.content)
                or any(place - at != begin for place, at in each)
                or text.words[begin:end] != wanted.words
                or text.gaps[begin + 1 : end] != wanted.gaps
            ):
                return None
            if begin not in found:
                found.append(begin)
        return found

    def _all_hits(self, text: Text, wanted: _Wanted, ranges: Sequence[range]) -> list[list[tuple[int, int]]] | None:
        """The hits of a pattern from each range of its places on; None where they do not tell all."""
        found = []
        for starts in ranges:
            hits = self._hits(text, wanted, starts.start, min(starts.stop + wanted.after, len(text.words)))
            if hits is None:
                return None
            found.append(hits)
        return found

    def _hits(self, text: Text, wanted: _Wanted, first: int, after: int) -> list[tuple[int, int]] | None:
        """Tokens that may stand for a content word, with its position; None where two tokens may, or one for two."""
        words = text.words[first:after]
        known, positions = self._meanings.dotted, wanted.positions
        hits = []
        for place, word in enumerate(words, first):
            meaning = known.get(word) or self._meanings.of(word, dotted=True)
            if meaning is NOTHING:
                continue
            if meaning.is_joined:
                return None
            for one in meaning.ids:
                if one in positions:
                    hits.append((place, positions[one]))  # noqa: PERF401 - clearer as it stands
        joined = "".join(words)
        for word in wanted.content:
            if joined.count(word) != words.count(word):
                return None
        contracts = "'" in text.gaps[first + 1 : after + 1] and any(
            text.contracts_at(place) for place in range(first, min(after, len(text.words) - 1))
        )
        return None if contracts else hits

    def _wanted(self, number: int) -> _Wanted | None:
        if number not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[number] = self._make(number)
        return self._known[number]

    def _make(self, number: int) -> _Wanted | None:
        """None for a pattern whose words may have forms that only comparing finds."""
        if not self._patterns.kinds[number] & FUZZY:
            return None
        pattern = self._patterns[number]
        content = [pattern.words[at] for at in pattern.content]
        if not has_plain_words(pattern):
            return None
        return _Wanted(
            list(pattern.words),
            list(pattern.gaps),
            {self._words.find(word): at for word, at in zip(content, pattern.content, strict=True)},
            content,
            needed(pattern),
            max(reach(len(pattern.words), joins=False), len(pattern.words) + EXTRA_WORDS),
        )
