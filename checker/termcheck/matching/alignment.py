"""Alignment: which words of a text stand, in their order, for the words of a pattern."""

from collections.abc import Iterator
from typing import NamedTuple

from termcheck.languages.affixes import doubles_consonant
from termcheck.languages.folding import strip_accents
from termcheck.matching.index import CAPITALS, LanguageIndex
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text
from termcheck.model import Tier

_POSSESSIVE = "s"
_MOST_JOINED = 3
"""Tokens that may be written for one word."""


class Fit(NamedTuple):
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
        self._keys: dict[str, tuple[str, ...]] = {}
        self._hits: dict[str, list[tuple[int, int]]] = {}

    def alignments(self) -> Iterator[tuple[int, list[Fit]]]:
        """(pattern, what stands for each of its words), without doubles."""
        patterns = self.index.patterns
        for place, word in enumerate(self.text.words):
            for number, anchor in self._anchored(word):
                pattern = patterns[number]
                if pattern.by_character:
                    fits = self._align_characters(pattern, place - anchor)
                else:
                    fits = self._align(pattern, anchor, Fit(place, place, word))
                if fits is not None:
                    yield number, fits
            if self.joins:
                for joined in self._joined(place):
                    for number, anchor in self._anchored(joined.word):
                        fits = self._align(patterns[number], anchor, joined)
                        if fits is not None:
                            yield number, fits

    def _anchored(self, word: str) -> list[tuple[int, int]]:
        """(pattern, position) of the anchors that a word may stand for."""
        found = self._hits.get(word)
        if found is None:
            anchors = self.index.anchors
            found = sorted({hit for key in self.keys(word) for hit in anchors.get(key, ())})
            self._hits[word] = found
        return found

    def keys(self, word: str) -> tuple[str, ...]:
        """Keys of a word of the text; where terms have accents, every word is also tried as capitals without them."""
        keys = self._keys.get(word)
        if keys is None:
            keys = (*self.index.language.inflections(word),)
            if self.index.keys.has_accents and word == strip_accents(word):
                keys += tuple([CAPITALS + key for key in keys])
            self._keys[word] = keys
        return keys

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
        return fits if self._symbols_fit(pattern, fits) else None

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
        return fits if self._symbols_fit(pattern, fits) else None

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
        if self.index.keys.of_pattern(pattern, at).isdisjoint(self.keys(word)):
            return False
        return not (self.index.language.has_endings and doubles_consonant(word, pattern.words[at]))

    def _symbols_fit(self, pattern: Pattern, fits: list[Fit]) -> bool:
        first, last = fits[0].first, fits[-1].last
        before, after = self.text.gaps[first], self.text.gaps[last + 1]
        if pattern.prefix and not before.endswith(pattern.prefix):
            return False
        if pattern.suffix:
            return after.startswith(pattern.suffix)
        if self._is_inside(pattern, self.text.starts[first], self.text.ends[last]):
            return False
        return not (after[:1] in {"+", "#"} and len(pattern.words[-1]) <= 2)

    def _is_inside(self, pattern: Pattern, start: int, end: int) -> bool:
        """Whether a match is only part of a number, a version, R&D or ASP.NET."""
        view = self.text.view
        before, after = view[max(0, start - len(pattern.prefix) - 2) : start - len(pattern.prefix)], view[end : end + 2]
        if pattern.prefix[:1] == "." and before[-1:].isalnum():
            return True
        if after[:1] in {".", ","} and after[1:].isdigit() and pattern.words[-1][-1].isdigit():
            return True
        if before[1:] in {".", ","} and before[:1].isdigit() and pattern.words[0][0].isdigit():
            return True
        short = len(pattern.words) == 1 and len(pattern.words[0]) <= 2
        return short and (after[:1] == "&" or before[-1:] == "&")
