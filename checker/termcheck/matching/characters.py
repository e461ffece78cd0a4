"""Misspelt forms in scripts without spaces, character by character."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from termcheck.languages.language import Language
from termcheck.matching.candidates import Candidate
from termcheck.matching.guards import added_excludes, numbers_differ, replaced_excludes
from termcheck.matching.index import LanguageIndex
from termcheck.matching.listed import StandingOf
from termcheck.matching.near import edit_distance
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text
from termcheck.model import CaseFit, Method, Standing

_LONG_TERM = 7
"""Characters of a term in a script without spaces from which on its first or last one may be wrong."""


def find_spaceless(text: Text, index: LanguageIndex, standing_of: StandingOf) -> Iterator[Candidate]:
    """Near misses in scripts without spaces: enough pairs of neighbouring characters, then the edit distance."""
    votes: dict[tuple[int, int], int] = defaultdict(int)
    words, gaps = text.words, text.gaps
    bigrams = index.bigrams
    if not bigrams:
        return
    for place in range(len(words) - 1):
        if gaps[place + 1] == "":
            for number, at in bigrams.get(words[place] + words[place + 1], ()):
                votes[number, place - at] += 1
    seen: set[tuple[int, int, int]] = set()
    for (number, start), _ in sorted(votes.items()):
        pattern = index.patterns[number]
        support = sum(votes.get((number, start + shift), 0) for shift in range(-pattern.edits, pattern.edits + 1))
        if support < len(pattern.words) - 1 - 2 * pattern.edits:
            continue
        standing = standing_of(pattern.term)
        if standing not in {Standing.APPROVED, Standing.WRONG, Standing.DOUBTFUL}:
            continue
        best = _best_window(words, gaps, pattern, start)
        if best is None or (number, *best) in seen:
            continue
        seen.add((number, *best))
        candidate = _compare_characters(text, index.language, pattern, standing, *best)
        if candidate is not None:
            yield candidate


def _edges_fit(words: Sequence[str], pattern: Pattern, first: int, last: int) -> bool:
    """Whether a stretch begins and ends as the pattern does; without spaces, another character is another word there.

    In a long term the rest is proof enough that one character at an edge is only wrong.
    """
    begins, ends = words[first] == pattern.words[0], words[last] == pattern.words[-1]
    if begins and ends:
        return True
    return (begins or ends) and last - first + 1 == len(pattern.words) >= _LONG_TERM


def _best_window(words: Sequence[str], gaps: Sequence[str], pattern: Pattern, start: int) -> tuple[int, int] | None:
    """First and last token of the stretch nearest to the pattern, within its edits; None for equality or too far."""
    wanted = "".join(pattern.words)
    best: tuple[int, int, int, int] | None = None
    for first in range(max(0, start - 1), start + 2):
        for length in range(len(pattern.words) - pattern.edits, len(pattern.words) + pattern.edits + 1):
            last = first + length - 1
            if last >= len(words) or length < 2 or any(gap != "" for gap in gaps[first + 1 : last + 1]):
                continue
            if not _edges_fit(words, pattern, first, last):
                continue
            distance = edit_distance("".join(words[first : last + 1]), wanted, pattern.edits)
            if distance == 0:
                return None
            rank = (distance, abs(length - len(pattern.words)), first, last)
            if distance <= pattern.edits and (best is None or rank < best):
                best = rank
    return (best[2], best[3]) if best else None


def _compare_characters(
    text: Text, language: Language, pattern: Pattern, standing: Standing, first: int, last: int
) -> Candidate | None:
    """The candidate that a stretch of characters makes, or None where a guard speaks against it."""
    found = text.words[first : last + 1]
    if numbers_differ(language, found, pattern.words):
        return None
    edits = 0
    for change in _opcodes(found, pattern.words):
        ours, theirs = found[change[1] : change[2]], pattern.words[change[3] : change[4]]
        if change[0] == "equal":
            continue
        edits += max(len(ours), len(theirs))
        if any(
            replaced_excludes(language, one, other) for one in ours or [""] for other in theirs or [""] if one and other
        ):
            return None
        if not (ours and theirs) and any(added_excludes(language, char, (), frozenset()) for char in (*ours, *theirs)):
            return None
    if text.edges.crossed(text.starts[first], text.ends[last]):
        return None
    return Candidate(
        pattern=pattern,
        standing=standing,
        start=text.starts[first],
        end=text.ends[last],
        method=Method.NEAR,
        case=CaseFit.SAME,
        rank=4,
        confidence=round(1 - edits / pattern.letters, 3),
        reason=f"{edits} character{'s differ' if edits > 1 else ' differs'} from “{pattern.surface}” "
        f"({pattern.term.status} for {pattern.term.concept})",
    )


def _opcodes(found: Sequence[str], wanted: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    from rapidfuzz.distance import Levenshtein

    return [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Levenshtein.opcodes(found, wanted)]
