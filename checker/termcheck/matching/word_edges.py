"""Whether a short form in a script without spaces is a word there, or only letters of other words.

ยา is a word in กินยา and none in ยาว; 京都 is one in 京都の and none in 東京都. What the orthography says holds for any
term. A dictionary is asked only about short terms: a long one is proof enough by itself, and dictionaries lack names.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from termcheck.languages.segmentation import (
    INVISIBLE,
    RUNS,
    Writing,
    is_grammatical,
    is_hiragana,
    is_katakana,
    names_a_class,
    splits_syllable,
    word_bounds,
)

_REACH = 100
"""Characters on each side of a form that may have a say in how the text around it is read."""
_LONGEST_CROSSED = {Writing.CJK: 4}
_LONGEST_ALPHABETIC = 10
"""Letters up to which a form may be parts of two words by chance."""
_LONGEST_INSIDE = 7
"""Letters up to which a form inside a longer word of Thai, Lao, Khmer or Burmese is mostly no word of its own."""
_LONGEST_KANA = 4
"""The same for kana."""
_SHORTEST_PHRASE = 4
"""Characters of a Han word from which on it is a phrase of other words, which are then weighed."""
_AROUND = 2
"""Words on each side of a form that are read again when two readings are compared."""

_Cost = tuple[int, int]


class _Run(NamedTuple):
    """Letters of one script in a row."""

    start: int
    end: int
    writing: Writing


class _Place(NamedTuple):
    """A form among the letters around it, without invisible characters."""

    text: str
    start: int
    end: int
    writing: Writing

    @property
    def form(self) -> str:
        return self.text[self.start : self.end]


class WordEdges:
    """The words of one article, as far as they are asked for."""

    def __init__(self, view: str) -> None:
        """Take the text of a view; nothing is read yet."""
        self._view = view
        self._known: dict[tuple[int, int], bool] = {}

    def crossed(self, start: int, end: int) -> bool:
        """Whether ``view[start:end]`` cuts through words of a script without spaces, so that it names nothing there.

        Never where the text on both sides is of other scripts, nor in an empty stretch.
        """
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = self._is_crossed(start, end)
        return known

    @cached_property
    def _runs(self) -> list[_Run]:
        return [_Run(*match.span(), Writing(match.lastgroup or "")) for match in RUNS.finditer(self._view)]

    def _run_at(self, offset: int) -> _Run | None:
        at = bisect_right(self._runs, offset, key=lambda run: run.start) - 1
        return self._runs[at] if at >= 0 and offset < self._runs[at].end else None

    def _is_crossed(self, start: int, end: int) -> bool:
        if not 0 <= start < end <= len(self._view):
            return False
        first, last = self._run_at(start), self._run_at(end - 1)
        if first is not None and first is last:
            return _cuts(self._place(first, start, end))
        # A space, a digit, another script inside a form makes it too special to be there by chance.
        return (first is not None and start > first.start and splits_syllable(self._view, start)) or (
            last is not None and end < last.end and splits_syllable(self._view, end)
        )

    def _place(self, run: _Run, start: int, end: int) -> _Place:
        parts = (
            self._view[max(run.start, start - _REACH) : start],
            self._view[start:end],
            self._view[end : min(run.end, end + _REACH)],
        )
        before, form, after = (INVISIBLE.sub("", part) for part in parts)
        return _Place(before + form + after, len(before), len(before) + len(form), run.writing)


def _cuts(place: _Place) -> bool:
    """Whether a form cuts through words of its script."""
    text, start, end, writing = place
    left, right = _is_open(text, start), _is_open(text, end)
    if start == end or not (left or right):
        return False
    if (left and splits_syllable(text, start)) or (right and splits_syllable(text, end)):
        return True
    if end - start > _LONGEST_CROSSED.get(writing, _LONGEST_ALPHABETIC):
        return False
    bounds = word_bounds(text)
    first, last = bisect_right(bounds, start) - 1, bisect_left(bounds, end)
    at_edges = bounds[first] == start and bounds[last] == end
    if not at_edges and last == first + 1:
        return _is_lost_inside(place, bounds[first], bounds[last])
    if _is_kana(place.form):
        return not at_edges or (left and _is_lone_katakana(text, start - 1)) or (right and _is_lone_katakana(text, end))
    around = bounds[max(0, first - _AROUND)], bounds[min(len(bounds) - 1, last + _AROUND)]
    return _reads_better_across(place, *around, at_edges=at_edges)


def _is_lone_katakana(text: str, at: int) -> bool:
    """Whether one letter of katakana stands between a form and other letters: no word, so it is part of the form's."""
    around = text[max(0, at - 1) : at + 2]
    return is_katakana(text[at]) and sum(map(is_katakana, around)) == min(2, len(around))


def _is_open(text: str, at: int) -> bool:
    """Whether the letters on both sides of an offset may belong to one word: katakana and others do not."""
    return 0 < at < len(text) and is_katakana(text[at - 1]) is is_katakana(text[at])


def _is_lost_inside(place: _Place, low: int, high: int) -> bool:
    """Whether a form inside a longer word, ``text[low:high]``, is no part of it that keeps its own meaning."""
    if place.writing is not Writing.CJK:
        rest = place.text[low : place.start] + place.text[place.end : high]
        return len(place.form) <= _LONGEST_INSIDE and not names_a_class(rest)
    if _is_kana(place.form):
        return len(place.form) <= _LONGEST_KANA
    if sum(not is_hiragana(char) for char in place.form) < 2:
        return True
    return high - low >= _SHORTEST_PHRASE and _reads_better_across(place, low, high, at_edges=False)


def _is_kana(form: str) -> bool:
    return all(is_katakana(char) or is_hiragana(char) for char in form)


def _reads_better_across(place: _Place, low: int, high: int, *, at_edges: bool) -> bool:
    """Whether ``text[low:high]`` reads better with words across the edges of the form than with the form as a word.

    ``at_edges``: the dictionary takes the form for a word (or for some), so only a better reading counts.
    """
    before, form, after = place.text[low : place.start], place.form, place.text[place.end : high]
    as_word = _add(_cost(before), (1, 0), _cost(after))
    across = (
        _add(_cost(before + form[:at]), _cost(form[at:] + after))
        for at in range(1, len(form))
        if _is_across(before, form, after, at)
    )
    if at_edges or len(form) > 2 or place.writing is not Writing.CJK:
        return any(cost < as_word for cost in across)
    return any(cost <= as_word for cost in across)


def _is_across(before: str, form: str, after: str, at: int) -> bool:
    """Whether a text with a border at letter ``at`` of a form has a word that crosses an edge of the form."""
    if unicodedata.category(form[at])[0] == "M" or splits_syllable(form, at):
        return False
    return len(before) not in word_bounds(before + form[:at]) or len(form) - at not in word_bounds(form[at:] + after)


def _cost(text: str) -> _Cost:
    """Words of a text that carry meaning, and how many of them are single characters: the fewer, the likelier."""
    words = [text[start:end] for start, end in pairwise(word_bounds(text))]
    words = [word for word in words if not is_grammatical(word)]
    return len(words), sum(len(word) == 1 for word in words)


def _add(*costs: _Cost) -> _Cost:
    return sum(words for words, _ in costs), sum(single for _, single in costs)
