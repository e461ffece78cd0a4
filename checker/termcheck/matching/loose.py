"""The near and altered tiers: forms of a term that nobody listed.

Words of the text stand for content words of fuzzy patterns: as they are, inflected, misspelt, shortened, joined or
split. Stretches in which enough content words of one pattern meet are compared with it word by word.
"""

from collections.abc import Iterator, Sequence

from termcheck.languages.language import Language
from termcheck.matching.candidates import Candidate
from termcheck.matching.casing import reads_as_name
from termcheck.matching.compare import compare
from termcheck.matching.guards import other_number
from termcheck.matching.hits import Hits
from termcheck.matching.index import LanguageIndex
from termcheck.matching.listed import StandingOf
from termcheck.matching.occurrences import Occurrences
from termcheck.matching.pattern_table import FUZZY
from termcheck.matching.patterns import Pattern, needed
from termcheck.matching.places import EXTRA_WORDS
from termcheck.matching.stretch import Hit
from termcheck.matching.text import Text
from termcheck.model import Standing


def find_loose(
    text: Text, index: LanguageIndex, standing_of: StandingOf, home: frozenset[str], occurrences: Occurrences
) -> Iterator[Candidate]:
    """Every misspelt or altered form in a text that starts where its pattern may, overlapping ones included."""
    for number in sorted(occurrences.places):
        if not index.patterns.kinds[number] & FUZZY:
            continue
        pattern = index.patterns[number]
        standing = standing_of(pattern.term)
        if standing not in {Standing.APPROVED, Standing.WRONG, Standing.DOUBTFUL}:
            continue
        hits = Hits(text, index, number, occurrences)
        for starts in occurrences.places[number]:
            after = min(starts.stop + len(pattern.words) + EXTRA_WORDS, len(text.words))
            for stretch in _stretches(text, index.language, pattern, hits.within(starts.start, after), starts):
                candidate = compare(text, index.language, pattern, standing, stretch, home)
                if candidate is not None:
                    yield candidate


def _stretches(
    text: Text, language: Language, pattern: Pattern, hits: Sequence[Hit], starts: range
) -> Iterator[tuple[Hit, ...]]:
    """Stretches of the text that cover enough of the pattern: for each start, the one that covers most."""
    longest = len(pattern.words) + EXTRA_WORDS
    fewest = needed(pattern)
    end = 0
    words, wanted = text.words, list(pattern.words)
    for start, first in enumerate(hits):
        if first.place >= starts.stop:
            return
        while end < len(hits) and hits[end].last - first.place < longest:
            end += 1
        begin = first.place - first.at
        if words[begin : begin + len(wanted)] == wanted:
            continue  # the listed tiers have found it
        window = hits[start:end]
        if len(window) * 2 < fewest or _coverage(window) < fewest:
            continue
        if len(pattern.words) == 1 and not any(hit.edits for hit in window):
            continue
        chosen = _assign(window, first)
        if sum(hit.covers for hit in chosen) >= fewest and not _is_listed(chosen, pattern, text, language):
            yield tuple(chosen)


def _coverage(hits: Sequence[Hit]) -> int:
    return len({hit.at for hit in hits} | {hit.at + 1 for hit in hits if hit.covers == 2})


def _assign(window: Sequence[Hit], first: Hit) -> list[Hit]:
    """One hit for each position of the pattern and each token: best placed first, then cheapest."""
    chosen: list[Hit] = [first]
    taken = {first.at} | ({first.at + 1} if first.covers == 2 else set())
    used = set(range(first.place, first.last + 1))
    for hit in sorted(window, key=lambda one: _misfit(one, first)):
        positions = {hit.at} | ({hit.at + 1} if hit.covers == 2 else set())
        places = set(range(hit.place, hit.last + 1))
        if hit is not first and not positions & taken and not places & used:
            chosen.append(hit)
            taken |= positions
            used |= places
    return sorted(chosen, key=lambda one: one.place)


def _misfit(hit: Hit, first: Hit) -> tuple[int, int, int]:
    """How far a hit stands from where the pattern has its word, seen from the first hit; then what it costs."""
    shift = (hit.place - first.place) - (hit.at - first.at)
    return abs(shift), hit.edits + 2 * hit.shortened, hit.place


def _is_listed(chosen: Sequence[Hit], pattern: Pattern, text: Text, language: Language) -> bool:
    """Whether nothing differs, or only as the forms of a term do: the listed tiers have found it."""
    is_verbatim = (
        len(chosen) == len(pattern.words)
        and all(hit.edits == 0 and not hit.shortened for hit in chosen)
        and [hit.at for hit in chosen] == list(range(len(pattern.words)))
        and chosen[-1].last - chosen[0].place == len(pattern.words) - 1
    )
    if not is_verbatim or not any(hit.inflected for hit in chosen):
        return is_verbatim
    words = text.words[chosen[0].place : chosen[-1].last + 1]
    return not (reads_as_name(pattern, text, chosen[0].place, language) and other_number(pattern, words, language))
