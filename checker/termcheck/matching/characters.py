"""Misspelt forms in scripts without spaces, character by character."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from termcheck.languages.language import Language
from termcheck.languages.tokens import is_spaceless
from termcheck.matching.candidates import Candidate
from termcheck.matching.character_edges import edge_is_other_word, edges_fit
from termcheck.matching.guards import added_excludes, numbers_differ, replaced_excludes
from termcheck.matching.index import LanguageIndex
from termcheck.matching.listed import StandingOf
from termcheck.matching.near import allowed_in_word, edit_distance
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text
from termcheck.model import CaseFit, Method, Standing

_DOUBTFUL_CONFIDENCE = 0.6
_LONG_TERM = 7
"""Characters from which on a term in Han or kana is proof enough by itself."""


def find_spaceless(text: Text, index: LanguageIndex, standing_of: StandingOf) -> Iterator[Candidate]:
    """Near misses in scripts without spaces: enough pairs of neighbouring characters, then the edit distance."""
    seen: set[tuple[int, int, int]] = set()
    for number, votes in sorted(_votes(text, index).items()):
        pattern = index.patterns[number]
        needed = len(pattern.words) - 1 - 2 * pattern.edits
        if sum(votes.values()) < needed:
            continue
        standing = standing_of(pattern.term)
        if standing not in {Standing.APPROVED, Standing.WRONG, Standing.DOUBTFUL}:
            continue
        shifts = range(-pattern.edits, pattern.edits + 1)
        for start in sorted(votes):
            if sum([votes.get(start + shift, 0) for shift in shifts]) < needed:
                continue
            best = _best_window(text, pattern, start)
            if best is None or (number, *best) in seen:
                continue
            seen.add((number, *best))
            candidate = _compare_characters(text, index.language, pattern, standing, *best)
            if candidate is not None:
                yield candidate


def _votes(text: Text, index: LanguageIndex) -> dict[int, dict[int, int]]:
    """Pattern -> where it may start -> how many of its pairs of characters speak for that."""
    votes: dict[int, dict[int, int]] = {}
    words, gaps = text.words, text.gaps
    bigrams = index.bigrams
    for place, (one, other) in enumerate(pairwise(words)):
        hits = bigrams.get(one + other)
        if hits is not None and gaps[place + 1] == "":
            for number, at in hits:
                starts = votes.setdefault(number, {})
                starts[place - at] = starts.get(place - at, 0) + 1
    return votes


def _best_window(text: Text, pattern: Pattern, start: int) -> tuple[int, int] | None:
    """First and last token of the stretch nearest to the pattern, within its edits; None for equality or too far."""
    words, gaps, size = text.words, text.gaps, len(pattern.words)
    if start >= 0 and (*words[start : start + size],) == pattern.words and not any(gaps[start + 1 : start + size]):
        return None
    wanted = "".join(pattern.words)
    best: tuple[int, int, int, int] | None = None
    for first in range(max(0, start - 1), start + 2):
        for length in range(max(2, size - pattern.edits), size + pattern.edits + 1):
            last = first + length - 1
            if last >= len(words) or not edges_fit(words, pattern, first, last) or any(gaps[first + 1 : last + 1]):
                continue
            distance = edit_distance("".join(words[first : last + 1]), wanted, pattern.edits)
            if distance == 0:
                return None
            rank = (distance, abs(length - size), first, last)
            if distance > pattern.edits or (best is not None and best < rank):
                continue
            if not edge_is_other_word(text, pattern, first, last):
                best = rank
    return (best[2], best[3]) if best else None


def _compare_characters(
    text: Text, language: Language, pattern: Pattern, standing: Standing, first: int, last: int
) -> Candidate | None:
    """The candidate that a stretch of characters makes, or None where a guard speaks against it."""
    found = text.words[first : last + 1]
    if numbers_differ(language, found, pattern.words) or language.excludes("".join(found), "".join(pattern.words)):
        return None
    edits = 0
    for change in _opcodes(found, pattern.words):
        ours, theirs = found[change[1] : change[2]], pattern.words[change[3] : change[4]]
        if change[0] == "equal":
            continue
        edits += max(len(ours), len(theirs))
        if not _words_alike(ours, theirs):
            return None
        if any(
            replaced_excludes(language, one, other) for one in ours or [""] for other in theirs or [""] if one and other
        ):
            return None
        if not (ours and theirs) and any(added_excludes(language, char, (), frozenset()) for char in (*ours, *theirs)):
            return None
    if text.edges.crossed(text.starts[first], text.ends[last]):
        return None
    doubtful = _may_be_other(pattern) and _holds_another_word(text.raw(first, last), pattern.surface)
    return Candidate(
        pattern=pattern,
        standing=standing,
        start=text.starts[first],
        end=text.ends[last],
        method=Method.NEAR,
        case=CaseFit.SAME,
        rank=4,
        confidence=_DOUBTFUL_CONFIDENCE if doubtful else round(1 - edits / pattern.letters, 3),
        reason=f"{edits} character{'s differ' if edits > 1 else ' differs'} from “{pattern.surface}” "
        f"({pattern.term.status} for {pattern.term.concept})",
        doubtful=doubtful,
    )


def _may_be_other(pattern: Pattern) -> bool:
    """Whether another word in its place may make another name of a term; a long name in Han or kana is proof enough."""
    return pattern.words[0] < "\u2e80" or len(pattern.words) < _LONG_TERM


def _holds_another_word(found: str, wanted: str) -> bool:
    """Whether both read as equally many words of which one is another, so that it may be no misspelling.

    A misspelt word falls to pieces when it is looked up: ชลบูรี is no word, but ลพบุรี and ชลบุรี are two provinces.
    """
    ours, theirs = _words_of(found), _words_of(wanted)
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    differing = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    return len(differing) == 1 and all(len(word) > 1 for word in differing[0])


def _words_of(text: str) -> list[str]:
    from termcheck.languages.segmentation import word_bounds

    return [text[start:end] for start, end in pairwise(word_bounds(text))]


def _words_alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words of other scripts among the characters are at most misspelt, each for itself."""
    if all(is_spaceless(word[0]) for word in (*ours, *theirs)):
        return True
    return len(ours) == len(theirs) and all(
        edit_distance(one, other, limit) <= limit
        for one, other in zip(ours, theirs, strict=True)
        for limit in (0 if is_spaceless(other[0]) else allowed_in_word(other),)
    )


def _opcodes(found: Sequence[str], wanted: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    from rapidfuzz.distance import Levenshtein

    return [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Levenshtein.opcodes(found, wanted)]
