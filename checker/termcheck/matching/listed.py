"""The listed tiers: exact, folded and inflected forms of the rows themselves."""

import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from termcheck.languages.affixes import doubles_consonant
from termcheck.languages.endings import meet
from termcheck.languages.folding import strip_accents
from termcheck.languages.language import Language
from termcheck.matching.candidates import Candidate
from termcheck.matching.casing import case_fit
from termcheck.matching.index import CAPITALS, LanguageIndex
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text
from termcheck.model import CaseFit, Method, Standing, Term, TermType, Tier

StandingOf = Callable[[Term], Standing | None]
_POSSESSIVE = "s"
_MOST_JOINED = 3
"""Tokens that may be written for one word."""


def find_listed(text: Text, index: LanguageIndex, standing_of: StandingOf) -> Iterator[Candidate]:
    """Every listed form in a text, overlapping ones included."""
    finder = _Finder(text, index)
    for number, fits in finder.alignments():
        pattern = index.patterns[number]
        standing = standing_of(pattern.term)
        if standing is None:
            continue
        candidate = _judge(pattern, standing, text, fits, index)
        if candidate is not None:
            yield candidate


class Fit(NamedTuple):
    """A word of a text that stands for a word of a pattern."""

    first: int
    last: int
    """The last of its tokens: ``first`` itself but where a hyphen or space stands inside the word."""
    word: str


class _Finder:
    """Aligns patterns with the tokens of one text."""

    def __init__(self, text: Text, index: LanguageIndex) -> None:
        self.text = text
        self.index = index
        self.joins = index.language.joins
        self._keys: dict[str, tuple[str, ...]] = {}
        self._hits: dict[str, list[tuple[int, int]]] = {}

    def alignments(self) -> Iterator[tuple[int, list[Fit]]]:
        """(pattern, what stands for each of its words), without doubles."""
        for place, word in enumerate(self.text.words):
            for number, anchor in self._anchored(word):
                yield from self._aligned(number, anchor, Fit(place, place, word))
            if self.joins:
                for joined in self._joined(place):
                    for number, anchor in self._anchored(joined.word):
                        yield from self._aligned(number, anchor, joined)

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

    def _aligned(self, number: int, anchor: int, fit: Fit) -> Iterator[tuple[int, list[Fit]]]:
        pattern = self.index.patterns[number]
        fits = self._align(pattern, anchor, fit)
        if fits is not None:
            yield number, fits

    def _align(self, pattern: Pattern, anchor: int, fit: Fit) -> list[Fit] | None:
        if pattern.is_spaceless:
            return self._align_characters(pattern, fit.first - anchor)
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
        after = first + len(pattern.words)
        text = self.text
        if first < 0 or text.words[first:after] != list(pattern.words):
            return None
        if text.gaps[first + 1 : after] != list(pattern.gaps):
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


def _judge(pattern: Pattern, standing: Standing, text: Text, fits: list[Fit], index: LanguageIndex) -> Candidate | None:
    """A candidate for an alignment; None where case or its surroundings speak against it."""
    possessive = any(one.last + 1 != other.first for one, other in pairwise(fits))
    differs = any(fit.word != word for fit, word in zip(fits, pattern.words, strict=True))
    inflected = possessive or (differs and not _only_accents(pattern, fits, index.language))
    if (possessive or differs) and pattern.term.tier is Tier.EXACT:
        return None
    places = [fit.first for fit in fits]
    if _accents_missing(pattern, fits, index.language) and not _in_capitals(text, places):
        return None
    case = case_fit(pattern, text, places)
    if not _case_admits(pattern, standing, case, text, places, index):
        return None
    start, end = text.start_with(places[0], pattern.prefix), text.end_with(fits[-1].last, pattern.suffix)
    if pattern.has_spaceless_edge and text.edges.crossed(start, end):
        return None
    rank = 3 if inflected else _rank(pattern, text.view[start:end], case, standing)
    method = Method.INFLECTED if rank == 3 else Method.EXACT if rank == 0 and case is CaseFit.SAME else Method.FOLDED
    return Candidate(
        pattern, standing, start, end, method, case, rank, 1.0, _reason(pattern, method, text.view[start:end], case)
    )


def _accents_missing(pattern: Pattern, fits: list[Fit], language: Language) -> bool:
    """Whether a word fits only by its capitals without accents."""
    return any(_accents_missing_in(fit.word, word, language) for fit, word in zip(fits, pattern.words, strict=True))


def _accents_missing_in(word: str, wanted: str, language: Language) -> bool:
    plain = language.bare_capitals(wanted)
    if wanted in {word, plain} or strip_accents(word) != word:
        return False
    ours, theirs = language.inflections(word), language.term_inflections(wanted, verb=True)
    return not meet(ours, theirs) if word == plain else set(ours).isdisjoint(theirs)


def _only_accents(pattern: Pattern, fits: list[Fit], language: Language) -> bool:
    return all(
        fit.word in {word, language.bare_capitals(word)} for fit, word in zip(fits, pattern.words, strict=True)
    )


def _in_capitals(text: Text, places: list[int]) -> bool:
    return all(text.shape(place).isupper() for place in places)


def _case_admits(
    pattern: Pattern, standing: Standing, case: CaseFit, text: Text, places: list[int], index: LanguageIndex
) -> bool:
    term = pattern.term
    if not term.case_sensitive:
        return True
    approved = standing is Standing.APPROVED
    abbreviation = len(pattern.words) == 1 and pattern.shapes[0].isupper()
    if abbreviation:
        if case is CaseFit.DIFFERENT or _is_clipped(text, places[0], index.language):
            return False
        # In a line of capitals US may be "us"; PDA can be nothing else.
        return not (text.is_capitals(places[0]) and index.language.is_word(pattern.words[0])) or approved
    if case is CaseFit.DIFFERENT:
        return approved and term.type is not TermType.ABBREVIATION
    return case is CaseFit.SAME or approved or not _in_capitals(text, places)


def _is_clipped(text: Text, place: int, language: Language) -> bool:
    """Whether an abbreviation is only the first part of a word (CO-op): a hyphen and a lower-case part follow.

    An ending may follow (MNB-nek).
    """
    following = place + 1
    if following >= len(text.words) or text.gaps[following] != " " or language.is_ending(text.words[following]):
        return False
    between = text.view[text.ends[place] : text.starts[following]]
    return " " not in between and text.shape(following)[:1].islower()


def _rank(pattern: Pattern, raw: str, case: CaseFit, standing: Standing) -> int:
    if raw == pattern.surface:
        return 0
    if unicodedata.normalize("NFC", raw).lower() != pattern.surface.lower():
        return 2
    return 0 if case is CaseFit.FORCED and standing is Standing.APPROVED else 1


def _reason(pattern: Pattern, method: Method, raw: str, case: CaseFit) -> str:
    listed = f"“{pattern.surface}” is listed as {pattern.term.status} for {pattern.term.concept}"
    if pattern.surface != pattern.term.text:
        listed = f"“{pattern.surface}” is a listed form of “{pattern.term.text}” ({pattern.term.status})"
    match method:
        case Method.EXACT:
            return listed
        case Method.INFLECTED:
            return f"{listed}; “{' '.join(raw.split())}” is an inflected form of it"
        case _ if case is CaseFit.SAME:
            return f"{listed}; only hyphens, spaces or widths differ"
        case _ if case is CaseFit.FORCED:
            return f"{listed}; the capitals are those of the place where it stands"
        case _:
            return f"{listed}; the capitals differ"
