"""The listed tiers: exact, folded and inflected forms of the rows themselves."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from termcheck.languages.endings import meet
from termcheck.languages.folding import strip_accents
from termcheck.languages.language import Language
from termcheck.matching.alignment import Aligner, Fit, is_inside
from termcheck.matching.candidates import Candidate
from termcheck.matching.casing import case_fit, reads_as_name
from termcheck.matching.guards import other_number
from termcheck.matching.index import LanguageIndex
from termcheck.matching.occurrences import Occurrences
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text
from termcheck.model import CaseFit, Method, Standing, Term, TermType, Tier

StandingOf = Callable[[Term], Standing | None]
_OTHER_SPELLING = 3
_INFLECTED = 4
_SHORTEST_SECOND = 3
"""Letters from which on what follows an abbreviation and a hyphen is a word of its own."""
_PREFIXES = frozenset("co de ex non pre re sub".split())
"""Letters that are a prefix as often as an abbreviation: CO-operate."""


def find_as_listed(
    view: str, told: Sequence[tuple[int, int]], index: LanguageIndex, standing_of: StandingOf
) -> Iterator[tuple[int, Candidate]]:
    """The number of each pattern that stands as listed at an offset of a view, and the candidate that it makes."""
    for number, start in told:
        pattern = index.patterns[number]
        standing = standing_of(pattern.term)
        end = start + len(pattern.surface)
        if standing is not None and not is_inside(view, pattern, start, end):
            yield number, _as_listed(pattern, standing, start, end)


def find_listed(
    text: Text, index: LanguageIndex, standing_of: StandingOf, occurrences: Occurrences
) -> Iterator[tuple[int, Candidate]]:
    """Every listed form in a text that starts where its pattern may, overlapping ones included.

    With the number of its pattern, in the order of these.
    """
    aligner = Aligner(text, index)
    verbatim = occurrences.verbatim
    for number in sorted((*occurrences.places, *verbatim)):
        pattern = index.patterns[number]
        standing = standing_of(pattern.term)
        if standing is None:
            continue
        if number in verbatim:
            for first in verbatim[number]:
                if aligner.symbols_fit(pattern, first, first + len(pattern.words) - 1):
                    candidate = _judge_verbatim(pattern, standing, text, first, index)
                    if candidate is not None:
                        yield number, candidate
            continue
        for fits in aligner.alignments(number, occurrences):
            candidate = _judge(pattern, standing, text, fits, index)
            if candidate is not None:
                yield number, candidate


def _as_listed(pattern: Pattern, standing: Standing, start: int, end: int) -> Candidate:
    """The candidate where the surface of a pattern stands as it is."""
    reason = _reason(pattern, Method.EXACT, pattern.surface, CaseFit.SAME)
    return Candidate(pattern, standing, start, end, Method.EXACT, CaseFit.SAME, 0, 1.0, reason)


def _judge_verbatim(
    pattern: Pattern, standing: Standing, text: Text, first: int, index: LanguageIndex
) -> Candidate | None:
    """The same for the words of a pattern itself, from a token on."""
    start, end = text.starts[first], text.ends[first + len(pattern.words) - 1]
    is_plain = pattern.is_listed and not (pattern.term.case_sensitive or pattern.has_spaceless_edge)
    if is_plain and text.view[start:end] == pattern.surface:
        return _as_listed(pattern, standing, start, end)
    fits = [Fit(place, place, word) for place, word in enumerate(pattern.words, first)]
    return _judge(pattern, standing, text, fits, index)


def _judge(pattern: Pattern, standing: Standing, text: Text, fits: list[Fit], index: LanguageIndex) -> Candidate | None:
    """A candidate for an alignment; None where case or its surroundings speak against it."""
    possessive = any(one.last + 1 != other.first for one, other in pairwise(fits))
    differs = any(fit.word != word for fit, word in zip(fits, pattern.words, strict=True))
    inflected = possessive or (differs and not _only_accents(pattern, fits, index.language))
    if (possessive or differs) and pattern.term.tier is Tier.EXACT:
        return None
    places = [fit.first for fit in fits]
    if differs and standing is Standing.APPROVED and _has_other_number(pattern, text, fits, index.language):
        return None
    if _accents_missing(pattern, fits, index.language) and not _in_capitals(text, places):
        return None
    case = case_fit(pattern, text, places)
    if not _case_admits(pattern, standing, case, text, places, index):
        return None
    start, end = text.start_with(places[0], pattern.prefix), text.end_with(fits[-1].last, pattern.suffix)
    if pattern.has_spaceless_edge and _is_no_word(text, start, end, index.language):
        return None
    rank = _INFLECTED if inflected else _rank(pattern, text.view[start:end], case, standing)
    method = Method.INFLECTED if inflected else Method.EXACT if rank == 0 and case is CaseFit.SAME else Method.FOLDED
    if not pattern.is_listed or any(fit.first != fit.last for fit in fits):
        rank = max(rank, _OTHER_SPELLING) + inflected  # датацентре is of датацентр rather than of дата-центр
        method = Method.FOLDED if method is Method.EXACT else method
    return Candidate(
        pattern, standing, start, end, method, case, rank, 1.0, _reason(pattern, method, text.view[start:end], case)
    )


def _has_other_number(pattern: Pattern, text: Text, fits: list[Fit], language: Language) -> bool:
    """Whether a word inside a name has a number that it never has there."""
    is_name = reads_as_name(pattern, text, fits[0].first, language)
    return is_name and bool(other_number(pattern, [fit.word for fit in fits], language))


def _is_no_word(text: Text, start: int, end: int, language: Language) -> bool:
    """Whether a stretch in a script without spaces is only letters of other words."""
    return text.edges.crossed(start, end) or language.runs_on(text.view[start:end], text.view[end : end + 4])


def _accents_missing(pattern: Pattern, fits: list[Fit], language: Language) -> bool:
    """Whether a word fits only by its capitals without accents."""
    return any(_accents_missing_in(fit.word, word, language) for fit, word in zip(fits, pattern.words, strict=True))


def _accents_missing_in(word: str, wanted: str, language: Language) -> bool:
    if word == wanted:
        return False
    plain = language.bare_capitals(wanted)
    if not plain or strip_accents(word) != word:
        return False
    ours, theirs = language.inflections(word), language.term_inflections(wanted, verb=True)
    return not meet(ours, theirs) if word in plain else set(ours).isdisjoint(theirs)


def _only_accents(pattern: Pattern, fits: list[Fit], language: Language) -> bool:
    return all(fit.word in {word, *language.bare_capitals(word)} for fit, word in zip(fits, pattern.words, strict=True))


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
        if _is_longer_abbreviation(pattern, text, places[0]):
            return False
        # In a line of capitals US may be "us"; PDA can be nothing else.
        return not (text.is_capitals(places[0]) and index.language.is_word(pattern.words[0])) or approved
    if case is CaseFit.DIFFERENT:
        return approved and term.type is not TermType.ABBREVIATION
    return case is CaseFit.SAME or approved or not _in_capitals(text, places)


def _is_longer_abbreviation(pattern: Pattern, text: Text, place: int) -> bool:
    """Whether what looks like an ending is in capitals too (APIS), in a line that is not."""
    ending = text.shape(place)[len(pattern.shapes[0]) :]
    return ending.isupper() and not text.is_capitals(place)


def _is_clipped(text: Text, place: int, language: Language) -> bool:
    """Whether an abbreviation is only the first part of a word (CO-op): a hyphen and a lower-case part follow.

    An ending may follow (MNB-nek), or a word of its own (AI-powered, ИИ-сервис), unless the letters may be a prefix.
    """
    following = place + 1
    if following >= len(text.words) or text.gaps[following] != " " or language.is_ending(text.words[following]):
        return False
    between = text.view[text.ends[place] : text.starts[following]]
    if " " in between or not text.shape(following)[:1].islower():
        return False
    return len(text.words[following]) < _SHORTEST_SECOND or text.words[place] in _PREFIXES


def _rank(pattern: Pattern, raw: str, case: CaseFit, standing: Standing) -> int:
    if raw == pattern.surface:
        return 0
    if unicodedata.normalize("NFC", raw).lower() != pattern.surface.lower():
        return 2
    return 0 if case is CaseFit.FORCED and standing is Standing.APPROVED else 1


def _reason(pattern: Pattern, method: Method, raw: str, case: CaseFit) -> str:
    listed = f"“{pattern.surface}” is listed as {pattern.term.status} for {pattern.term.concept}"
    if pattern.surface != pattern.term.text:
        kind = "a listed form" if pattern.is_listed else "another spelling"
        listed = f"“{pattern.surface}” is {kind} of “{pattern.term.text}” ({pattern.term.status})"
    match method:
        case Method.EXACT:
            return listed
        case Method.INFLECTED:
            return f"{listed}; “{' '.join(raw.split())}” is an inflected form of it"
        case _ if case is CaseFit.SAME and raw == pattern.surface:
            return listed
        case _ if case is CaseFit.SAME:
            return f"{listed}; only spelling or typography differs"
        case _ if case is CaseFit.FORCED:
            return f"{listed}; the capitals are those of the place where it stands"
        case _:
            return f"{listed}; the capitals differ"
