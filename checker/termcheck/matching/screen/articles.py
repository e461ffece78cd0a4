"""The screen for articles: of many at once, which have anything to compare, and where."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from termcheck.matching.index import LanguageIndex
from termcheck.matching.pattern_table import NOT_EVERYWHERE, PatternTable
from termcheck.matching.places import merged
from termcheck.matching.screen.batch import BatchScreen, Spot
from termcheck.matching.screen.screened import NOTHING, Screened
from termcheck.model import Span

_LONGEST = 250_000
"""Characters that are screened at once; a longer text is not screened."""
_screens: WeakKeyDictionary[LanguageIndex, BatchScreen] = WeakKeyDictionary()


def screen(texts: Sequence[str], protected: Sequence[Sequence[Span]], index: LanguageIndex) -> list[Screened | None]:
    """What is to be compared in each text; None for a text that must be read as a whole.

    ``protected``: in each text, where nothing is looked for.
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
                found[number] = _screened(texts[number], protected[number], there, index) if there else NOTHING
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


def _screened(view: str, protected: Sequence[Span], spots: Sequence[Spot], index: LanguageIndex) -> Screened:
    told = _as_listed(view, protected, spots, index.patterns)
    kinds, size = index.patterns.kinds, len(view)
    windows, placed = [], []
    for spot in spots:
        if spot.pattern in told:
            continue
        if kinds[spot.pattern] & NOT_EVERYWHERE:
            windows.append(range(size))  # the phrase may stand anywhere in the sentence
        else:
            windows.append(range(max(0, spot.start), min(size, spot.end)))
        placed.append((spot.pattern, spot.first, spot.last))
    as_listed = tuple([(number, start) for number in sorted(told) for start in told[number]])
    return Screened(tuple([Span(one.start, one.stop) for one in merged(windows)]), tuple(placed), as_listed)


def _as_listed(
    view: str, protected: Sequence[Span], spots: Sequence[Spot], patterns: PatternTable
) -> dict[int, list[int]]:
    """Where patterns stand as listed, of which no other form can be near any of their spots."""
    told: dict[int, list[int]] = {}
    left = set()
    hidden = merged([range(*span) for span in protected]) if protected else []
    for spot in spots:
        number, begin, after = spot.pattern, spot.begin, spot.after
        if begin < 0 or view[begin:after] != patterns[number].surface or _touches(hidden, begin, after):
            left.add(number)
        elif begin not in told.setdefault(number, []):
            told[number].append(begin)
    return {number: starts for number, starts in told.items() if number not in left} if left else told


def _touches(ranges: Sequence[range], start: int, end: int) -> bool:
    """Whether a stretch shares a character with one of some ranges, sorted and disjoint."""
    at = bisect_left(ranges, end, key=lambda one: one.start)
    return at > 0 and ranges[at - 1].stop > start
