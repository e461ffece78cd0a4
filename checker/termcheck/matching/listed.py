"""The listed tiers: exact, folded and inflected forms of the rows themselves."""

import unicodedata
from collections.abc import Callable, Iterator

from termcheck.languages.affixes import doubles_consonant
from termcheck.languages.folding import strip_accents
from termcheck.matching.candidates import Candidate
from termcheck.matching.casing import case_fit
from termcheck.matching.index import CAPITALS, LanguageIndex
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text
from termcheck.model import CaseFit, Method, Standing, Term, TermType, Tier

StandingOf = Callable[[Term], Standing | None]
_POSSESSIVE = "s"


def find_listed(text: Text, index: LanguageIndex, standing_of: StandingOf) -> Iterator[Candidate]:
    """Every listed form in a text, overlapping ones included."""
    finder = _Finder(text, index)
    for number, places in finder.alignments():
        pattern = index.patterns[number]
        standing = standing_of(pattern.term)
        if standing is None:
            continue
        candidate = _judge(pattern, standing, text, places, index)
        if candidate is not None:
            yield candidate


class _Finder:
    """Aligns patterns with the tokens of one text."""

    def __init__(self, text: Text, index: LanguageIndex) -> None:
        self.text = text
        self.index = index
        self._keys: dict[str, tuple[str, ...]] = {}

    def alignments(self) -> Iterator[tuple[int, list[int]]]:
        """(pattern, place of each of its words in the text), without doubles."""
        hits: dict[str, list[tuple[int, int]]] = {}
        anchors = self.index.anchors
        for place, word in enumerate(self.text.words):
            found = hits.get(word)
            if found is None:
                found = sorted({hit for key in self.keys(word) for hit in anchors.get(key, ())})
                hits[word] = found
            for number, anchor in found:
                pattern = self.index.patterns[number]
                places = self._align(pattern, place, anchor)
                if places is not None:
                    yield number, places

    def keys(self, word: str) -> tuple[str, ...]:
        """Keys of a word of the text; every word is also tried as capitals without accents."""
        keys = self._keys.get(word)
        if keys is None:
            keys = (*self.index.language.inflections(word), CAPITALS + word)
            self._keys[word] = keys
        return keys

    def _align(self, pattern: Pattern, place: int, anchor: int) -> list[int] | None:
        if not self._word_fits(pattern, anchor, place):
            return None
        places = [place]
        for at in range(anchor + 1, len(pattern.words)):
            following = self._next(pattern, at, places[-1])
            if following is None:
                return None
            places.append(following)
        for at in range(anchor - 1, -1, -1):
            previous = self._previous(pattern, at, places[0])
            if previous is None:
                return None
            places.insert(0, previous)
        return places if self._symbols_fit(pattern, places) else None

    def _next(self, pattern: Pattern, at: int, place: int) -> int | None:
        """Place of the pattern's word ``at``, which must follow ``place``; a possessive ’s in between is skipped."""
        following = place + 1
        wanted = pattern.gaps[at - 1]
        if following >= len(self.text.words):
            return None
        if self.text.gaps[following] == wanted and self._word_fits(pattern, at, following):
            return following
        skipped = place + 2
        if (
            skipped < len(self.text.words)
            and self._is_skipped(pattern, wanted, following)
            and self.text.gaps[skipped] == wanted
            and self._word_fits(pattern, at, skipped)
        ):
            return skipped
        return None

    def _previous(self, pattern: Pattern, at: int, place: int) -> int | None:
        """Place of the pattern's word ``at``, which must stand before ``place``."""
        wanted = pattern.gaps[at]
        if place < 1 or self.text.gaps[place] != wanted:
            return None
        if self._word_fits(pattern, at, place - 1):
            return place - 1
        if place > 1 and self._is_skipped(pattern, wanted, place - 1) and self._word_fits(pattern, at, place - 2):
            return place - 2
        return None

    def _is_skipped(self, pattern: Pattern, gap: str, place: int) -> bool:
        """Whether the token is a possessive ’s that the pattern may do without."""
        possessive = self.text.words[place] == _POSSESSIVE and self.text.gaps[place] == "'"
        return possessive and gap == " " and pattern.term.tier is not Tier.EXACT

    def _word_fits(self, pattern: Pattern, at: int, place: int) -> bool:
        word = self.text.words[place]
        if word == pattern.words[at]:
            return True
        if self.index.keys.of_pattern(pattern, at).isdisjoint(self.keys(word)):
            return False
        return not (self.index.language.has_endings and doubles_consonant(word, pattern.words[at]))

    def _symbols_fit(self, pattern: Pattern, places: list[int]) -> bool:
        before, after = self.text.gaps[places[0]], self.text.gaps[places[-1] + 1]
        if pattern.prefix and not before.endswith(pattern.prefix):
            return False
        if pattern.suffix:
            return after.startswith(pattern.suffix)
        if self._is_inside(pattern, self.text.starts[places[0]], self.text.ends[places[-1]]):
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


def _judge(
    pattern: Pattern, standing: Standing, text: Text, places: list[int], index: LanguageIndex
) -> Candidate | None:
    """A candidate for an alignment; None where case or its surroundings speak against it."""
    possessive = places[-1] - places[0] != len(places) - 1
    differs = any(text.words[place] != word for place, word in zip(places, pattern.words, strict=True))
    inflected = possessive or (differs and not _only_accents(pattern, text, places))
    if (possessive or differs) and pattern.term.tier is Tier.EXACT:
        return None
    if _accents_missing(pattern, text, places) and not _in_capitals(text, places):
        return None
    case = case_fit(pattern, text, places)
    if not _case_admits(pattern, standing, case, text, places, index):
        return None
    start, end = text.start_with(places[0], pattern.prefix), text.end_with(places[-1], pattern.suffix)
    rank = 3 if inflected else _rank(pattern, text.view[start:end], case, standing)
    method = Method.INFLECTED if rank == 3 else Method.EXACT if rank == 0 and case is CaseFit.SAME else Method.FOLDED
    return Candidate(
        pattern, standing, start, end, method, case, rank, 1.0, _reason(pattern, method, text.view[start:end], case)
    )


def _accents_missing(pattern: Pattern, text: Text, places: list[int]) -> bool:
    """Whether a word fits only by its capitals without accents."""
    return any(
        text.words[place] != word and strip_accents(word) != word and text.words[place] == strip_accents(word)
        for place, word in zip(places, pattern.words, strict=True)
    )


def _only_accents(pattern: Pattern, text: Text, places: list[int]) -> bool:
    return all(
        text.words[place] in {word, strip_accents(word)} for place, word in zip(places, pattern.words, strict=True)
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
        if case is CaseFit.DIFFERENT or _is_clipped(text, places[0]):
            return False
        # In a line of capitals US may be "us"; PDA can be nothing else.
        return not (text.is_capitals(places[0]) and index.language.is_word(pattern.words[0])) or approved
    if case is CaseFit.DIFFERENT:
        return approved and term.type is not TermType.ABBREVIATION
    return case is CaseFit.SAME or approved or not _in_capitals(text, places)


def _is_clipped(text: Text, place: int) -> bool:
    """Whether an abbreviation is only the first part of a word (CO-op): a hyphen and a lower-case part follow."""
    following = place + 1
    if following >= len(text.words) or text.gaps[following] != " ":
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
