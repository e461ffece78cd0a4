"""Alignment: which words of a text stand, in their order, for the words of a pattern."""

from collections.abc import Iterator

from msgspec import Struct

from termcheck.languages.affixes import doubles_consonant
from termcheck.matching.index import LanguageIndex
from termcheck.matching.occurrences import Occurrences, within
from termcheck.matching.patterns import Pattern
from termcheck.matching.places import merged, reach
from termcheck.matching.text import Text
from termcheck.model import Tier

_POSSESSIVE = "s"
_MOST_JOINED = 3
"""Tokens that may be written for one word."""


class Fit(Struct, frozen=True):
    """A word of a text that stands for a word of a pattern."""

    first: int
    last: int
    """The last of its tokens: ``first`` itself but where a hyphen or space stands inside the word."""
    word: str


class Aligner:
    """Aligns patterns with the tokens of one text."""

    def __init__(self, text: Text, index: LanguageIndex) -> None:
        """Take the text and what it is matched against; both in one language."""
        self.text = text
        self.index = index
        self.joins = index.language.joins

    def alignments(self, number: int, occurrences: Occurrences) -> Iterator[list[Fit]]:
        """What stands for each word of a pattern, without doubles, where that may start."""
        pattern, anchor = self.index.patterns[number], self.index.patterns.anchor(number)
        starts = occurrences.places[number]
        if pattern.by_character:
            for first in (first for one in starts for first in one):
                fits = self._align_characters(pattern, first)
                if fits is not None:
                    yield fits
            return
        further = reach(len(pattern.words), joins=bool(self.joins))
        after = len(self.text.words)
        there = occurrences.tokens_for(number, anchor, self.index.tables.words.find(pattern.words[anchor]))
        for one in merged([range(one.start, min(one.stop + further, after)) for one in starts]):
            for place in one if self.joins else within(there, one.start, one.stop):
                yield from self._anchored(pattern, anchor, place)

    def _anchored(self, pattern: Pattern, anchor: int, place: int) -> Iterator[list[Fit]]:
        """The alignments in which a token, alone or with the next ones, stands for the pattern's word ``anchor``."""
        fits = self._align(pattern, anchor, Fit(place, place, self.text.words[place]))
        if fits is not None:
            yield fits
        if self.joins:
            for joined in self._joined(place):
                fits = self._align(pattern, anchor, joined)
                if fits is not None:
                    yield fits

    def _joined(self, place: int) -> Iterator[Fit]:
        """A token and the next ones as one word, where the language may write a hyphen or space inside words."""
        text = self.text
        word = text.words[place]
        for last in range(place + 1, min(place + _MOST_JOINED, len(text.words))):
            if text.view[text.ends[last - 1] : text.starts[last]] not in {*self.joins}:
                return
            word += text.words[last]
            yield Fit(place, last, word)

    def _joined_before(self, place: int) -> Iterator[Fit]:
        """The same with the tokens before it."""
        for first in range(place - 1, max(-1, place - _MOST_JOINED), -1):
            yield from (fit for fit in self._joined(first) if fit.last == place)

    def _align(self, pattern: Pattern, anchor: int, fit: Fit) -> list[Fit] | None:
        if not self._word_fits(pattern, anchor, fit):
            return None
        fits = [fit]
        for at in range(anchor + 1, len(pattern.words)):
            following = self._next(pattern, at, fits[-1].last)
            if following is None:
                return None
            fits.append(following)
        for at in range(anchor - 1, -1, -1):
            previous = self._previous(pattern, at, fits[0].first)
            if previous is None:
                return None
            fits.insert(0, previous)
        return fits if self.symbols_fit(pattern, fits[0].first, fits[-1].last) else None

    def _align_characters(self, pattern: Pattern, first: int) -> list[Fit] | None:
        """The characters from ``first`` on, if they are the pattern’s; nothing is inflected there."""
        wanted = pattern.words
        after = first + len(wanted)
        text = self.text
        if first < 0 or after > len(text.words) or text.words[after - 1] != wanted[-1]:
            return None
        if (*text.words[first:after],) != wanted or (*text.gaps[first + 1 : after],) != pattern.gaps:
            return None
        fits = [Fit(place, place, text.words[place]) for place in range(first, after)]
        return fits if self.symbols_fit(pattern, fits[0].first, fits[-1].last) else None

    def _next(self, pattern: Pattern, at: int, place: int) -> Fit | None:
        """The word after ``place`` that stands for the pattern's word ``at``; a possessive ’s in between is skipped."""
        following = place + 1
        wanted = pattern.gaps[at - 1]
        if following >= len(self.text.words):
            return None
        if self.text.gaps[following] == wanted and (fit := self._fit(pattern, at, following)):
            return fit
        skipped = place + 2
        if (
            skipped < len(self.text.words)
            and self._is_skipped(pattern, wanted, following)
            and self.text.gaps[skipped] == wanted
        ):
            return self._fit(pattern, at, skipped)
        return None

    def _previous(self, pattern: Pattern, at: int, place: int) -> Fit | None:
        """The word before ``place`` that stands for the pattern's word ``at``."""
        wanted = pattern.gaps[at]
        if place < 1 or self.text.gaps[place] != wanted:
            return None
        if fit := self._fit(pattern, at, place - 1, backwards=True):
            return fit
        if place > 1 and self._is_skipped(pattern, wanted, place - 1):
            return self._fit(pattern, at, place - 2, backwards=True)
        return None

    def _fit(self, pattern: Pattern, at: int, place: int, *, backwards: bool = False) -> Fit | None:
        """The word from the token ``place`` on, or up to it, if it stands for the pattern's word ``at``."""
        single = Fit(place, place, self.text.words[place])
        if self._word_fits(pattern, at, single):
            return single
        if not self.joins:
            return None
        joined = self._joined_before(place) if backwards else self._joined(place)
        return next((fit for fit in joined if self._word_fits(pattern, at, fit)), None)

    def _is_skipped(self, pattern: Pattern, gap: str, place: int) -> bool:
        """Whether the token is a possessive ’s that the pattern may do without."""
        possessive = self.text.words[place] == _POSSESSIVE and self.text.gaps[place] == "'"
        return possessive and gap == " " and pattern.term.tier is not Tier.EXACT

    def _word_fits(self, pattern: Pattern, at: int, fit: Fit) -> bool:
        word = fit.word
        if fit.last != fit.first and pattern.term.tier is Tier.EXACT:
            return False
        if word == pattern.words[at]:
            return True
        if self.index.keys.of_pattern(pattern, at).isdisjoint(self.index.keys.of_text(word)):
            return False
        return not (self.index.language.has_endings and doubles_consonant(word, pattern.words[at]))

    def symbols_fit(self, pattern: Pattern, first: int, last: int) -> bool:
        """Whether what stands around the tokens from ``first`` to ``last`` lets them be the pattern's words."""
        before, after = self.text.gaps[first], self.text.gaps[last + 1]
        if pattern.prefix and not before.endswith(pattern.prefix):
            return False
        if pattern.suffix:
            return after.startswith(pattern.suffix)
        if is_inside(self.text.view, pattern, self.text.starts[first], self.text.ends[last]):
            return False
        return not (after[:1] in {"+", "#"} and len(pattern.words[-1]) <= 2)


def is_inside(view: str, pattern: Pattern, start: int, end: int) -> bool:
    """Whether a match is only part of a number, a version, R&D or ASP.NET."""
    before, after = view[max(0, start - len(pattern.prefix) - 2) : start - len(pattern.prefix)], view[end : end + 2]
    if pattern.prefix[:1] == "." and before[-1:].isalnum():
        return True
    if after[:1] in {".", ","} and after[1:].isdigit() and pattern.words[-1][-1].isdigit():
        return True
    if before[1:] in {".", ","} and before[:1].isdigit() and pattern.words[0][0].isdigit():
        return True
    short = len(pattern.words) == 1 and len(pattern.words[0]) <= 2
    return short and (after[:1] == "&" or before[-1:] == "&")
