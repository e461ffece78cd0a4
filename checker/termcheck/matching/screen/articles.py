"""The screen for articles: of many at once, which have anything to compare, and where."""

from collections.abc import Iterable, Iterator, Sequence
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


def screen(texts: Sequence[str], index: LanguageIndex) -> list[Screened | None]:
    """What is to be compared in each text; None for a text that must be read as a whole."""
    screen = _screens.get(index)
    if screen is None:
        screen = _screens[index] = BatchScreen(index)
    found: list[Screened | None] = [None] * len(texts)
    for numbers in _portions(texts):
        tokens, spots = screen.spots([texts[number] for number in numbers])
        strange = set(tokens.strange)
        for at, number in enumerate(numbers):
            if at not in strange:
                found[number] = _screened(tokens, at, spots[at], index) if at in spots else NOTHING
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


def _screened(tokens: Tokens, at: int, spots: Iterable[Spot], index: LanguageIndex) -> Screened:
    offset = tokens.offsets[at]
    after = tokens.offsets[at + 1] - 1 if at + 1 < len(tokens.offsets) else len(tokens.text) - 1
    starts, ends = tokens.starts, tokens.ends
    patterns, windows, placed = index.patterns, [], []
    for spot in spots:
        further = reach(patterns.size(spot.pattern), joins=False)
        first = max(0, spot.last - further - _MARGIN)
        last = min(len(starts) - 1, spot.first + further + _MARGIN)
        start = int(ends[first - 1]) if first else 0
        end = int(starts[last + 1]) if last + 1 < len(starts) else after
        if patterns.kinds[spot.pattern] & NOT_EVERYWHERE:
            start, end = offset, after  # the phrase may stand anywhere in the sentence
        windows.append(range(max(offset, start), min(after, end)))
        placed.append((spot.pattern, int(starts[spot.first]) - offset, int(starts[spot.last]) - offset))
    return Screened(tuple([Span(one.start - offset, one.stop - offset) for one in merged(windows)]), tuple(placed))
