"""Where listed forms stand in a text, which no rendering in other words may cross or lie in."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from termcheck.matching.candidates import Candidate
from termcheck.matching.text import Text


class Taken:
    """Where listed forms stand."""

    def __init__(self, text: Text, listed: Iterable[Candidate]) -> None:
        """``listed``: the listed forms that stand in the text."""
        self._spans = sorted({(one.start, one.end, one.pattern.term.concept) for one in listed})
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)
        self._forms: dict[int, int] = {}
        spans = {(start, end) for start, end, _ in self._spans}
        for number, (start, end) in enumerate(sorted(spans, key=lambda one: (one[1] - one[0], one)), 1):
            for place in range(bisect_left(text.starts, start), bisect_left(text.starts, end)):
                self._forms[place] = number

    def form_at(self, place: int) -> int:
        """The number of the longest form that a token is part of; 0 for none."""
        return self._forms.get(place, 0)

    def forbids(self, start: int, end: int, concept: str) -> bool:
        """Whether a form of the concept stands over a stretch, or any form contains or crosses it."""
        for begin, finish, other in self._over(start, end):
            inside = start <= begin and finish <= end and (begin, finish) != (start, end)
            if other == concept or not inside:
                return True
        return False

    def concepts_at(self, offset: int) -> frozenset[str]:
        """The concepts that have a form over an offset of the view."""
        return frozenset(concept for _, _, concept in self._over(offset, offset + 1))

    def concepts_in(self, start: int, end: int) -> frozenset[str]:
        """The concepts that have a form over some of a stretch of the view."""
        return frozenset(concept for _, _, concept in self._over(start, end))

    def crosses(self, offset: int) -> bool:
        """Whether a form stands on both sides of an offset."""
        return any(begin < offset < end for begin, end, _ in self._over(offset, offset + 1))

    def _over(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        for at in range(bisect_left(self._starts, start - self._longest), len(self._spans)):
            one = self._spans[at]
            if one[0] >= end:
                return
            if one[1] > start:
                yield one
