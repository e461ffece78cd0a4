"""The screen for articles: of many at once, which have anything to compare, and where."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from termcheck.matching.index import LanguageIndex
from termcheck.matching.pattern_table import NOT_EVERYWHERE
from termcheck.matching.places import merged, reach
from termcheck.matching.screen.batch import BatchScreen, Spot
from termcheck.matching.screen.screened import NOTHING, Screened
from termcheck.matching.screen.tokens import Tokens
from termcheck.model import Span

_MARGIN = 6
"""Tokens around a form that have a say in whether it is one."""
_LONGEST = 250_000
"""Characters that are screened at once; a longer text is not screened."""
_screens: WeakKeyDictionary[LanguageIndex, BatchScreen] = WeakKeyDictionary()


def screen(texts: Sequence[str], protected: Sequence[Sequence[Span]], index: LanguageIndex) -> list[Screened | None]:
    """What is to be compared in each text; None for a text that must be read as a whole.

    ``protected``: in each text, where nothing is looked for; sorted, disjoint.
    """
    screen = _screens.get(index)
    if screen is None:
        screen = _screens[index] = BatchScreen(index)
    found: list[Screened | None] = [None] * len(texts)
    for numbers in _portions(texts):
        tokens, spots = screen.spots([texts[number] for number in numbers])
        strange = set(tokens.strange)
        for at, number in enumerate(numbers):
            if at not in strange:
                there = spots.get(at)
                found[number] = (
                    _screened(tokens, at, texts[number], protected[number], there, index) if there else NOTHING
                )
    return found


def _portions(texts: Sequence[str]) -> Iterator[list[int]]:
    """The numbers of texts that are screened together."""
    portion: list[int] = []
    size = 0
    for number, text in enumerate(texts):
        if len(text) > _LONGEST:
            continue
        if size + len(text) > _LONGEST:
            yield portion
            portion, size = [], 0
        portion.append(number)
        size += len(text)
    if portion:
        yield portion


def _screened(
    tokens: Tokens, at: int, view: str, protected: Sequence[Span], spots: Sequence[Spot], index: LanguageIndex
) -> Screened:
    offset = tokens.offsets[at]
    starts, ends = tokens.starts, tokens.ends
    patterns, windows, placed = index.patterns, [], []
    told = _as_listed(tokens, offset, view, protected, spots, index)
    for spot in spots:
        if spot.pattern in told:
            continue
        further = reach(patterns.size(spot.pattern), joins=False)
        first = max(0, spot.last - further - _MARGIN)
        last = min(len(starts) - 1, spot.first + further + _MARGIN)
        start = int(ends[first - 1]) - offset if first else 0
        end = int(starts[last + 1]) - offset if last + 1 < len(starts) else len(view)
        if patterns.kinds[spot.pattern] & NOT_EVERYWHERE:
            start, end = 0, len(view)  # the phrase may stand anywhere in the sentence
        windows.append(range(max(0, start), min(len(view), end)))
        placed.append((spot.pattern, int(starts[spot.first]) - offset, int(starts[spot.last]) - offset))
    as_listed = tuple([(number, start) for number in sorted(told) for start in told[number]])
    return Screened(tuple([Span(one.start, one.stop) for one in merged(windows)]), tuple(placed), as_listed)


def _as_listed(
    tokens: Tokens, offset: int, view: str, protected: Sequence[Span], spots: Sequence[Spot], index: LanguageIndex
) -> dict[int, list[int]]:
    """Where patterns stand as listed, of which no other form can be near any of their spots."""
    told: dict[int, list[int]] = {}
    left = set()
    for number, _, _, begin in spots:
        if begin < 0 or number in left:
            left.add(number)
            continue
        start = int(tokens.starts[begin]) - offset
        surface = index.patterns[number].surface
        end = start + len(surface)
        last = begin + index.patterns.size(number) - 1
        if (
            start < 0
            or int(tokens.ends[last]) - offset != end
            or view[start:end] != surface
            or _touches(protected, start, end)
        ):
            left.add(number)
        elif start not in told.setdefault(number, []):
            told[number].append(start)
    return {number: starts for number, starts in told.items() if number not in left}


def _touches(protected: Sequence[Span], start: int, end: int) -> bool:
    """Whether a stretch shares a character with protected text; the spans are sorted and disjoint."""
    at = bisect_left(protected, end, key=lambda span: span.start)
    return at > 0 and protected[at - 1].end > start
