r"""Endings: which two words can be forms of one word, by the endings and the stem changes of their language.

A *paradigm* is a set of endings that the forms of one word can have, as in ``"- a u em ie y ów om ami ach"`` (``-``
for no ending). It may begin with the letters that its stem must have at least: ``"5+ - en"``. Two words belong together
if, for one paradigm, both are the same stem with one of its endings: no ending is cut off by itself.

An *alternation* is a pair (pattern, replacement) for ``re.sub`` on ``stem|ending``, for stems that change before their
endings: ``(r"rz\|", "r|")`` joins komputerz-e with komputer, ``(r"e([kc])\|$", r"\1|")`` stránek with stránk-a.
Up to two of them may apply to one stem.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from termcheck.languages.affixes import LONGEST_WORD

_MOST_CHANGES = 2
_MOST_SPLIT = 20_000
"""Words whose stems are kept."""


class Endings:
    """The endings of one language, ready to be looked up."""

    def __init__(self, paradigms: Sequence[str], alternations: Sequence[tuple[str, str]], shortest_stem: int) -> None:
        """Take the paradigms and alternations; stems have ``shortest_stem`` letters at least."""
        self._paradigms = paradigms
        self._alternations = alternations
        self._shortest_stem = shortest_stem
        self._known_keys = lru_cache(maxsize=50_000)(self._keys)
        self.stems = lru_cache(maxsize=_MOST_SPLIT)(self._stems_by)
        """Stem that a word may have -> numbers of the paradigms by which it may."""

    @cached_property
    def _by_ending(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """Ending -> (number of a paradigm that has it, shortest stem)."""
        found: dict[str, list[tuple[int, int]]] = {}
        for number, paradigm in enumerate(self._paradigms):
            shortest, endings = _parse(paradigm, self._shortest_stem)
            for ending in endings:
                found.setdefault(ending, []).append((number, shortest))
        return {ending: tuple(where) for ending, where in found.items()}

    @cached_property
    def _by_paradigm(self) -> dict[int, list[str]]:
        """Number of a paradigm -> its endings."""
        found: dict[int, list[str]] = {}
        for ending, where in self._by_ending.items():
            for number in dict(where):
                found.setdefault(number, []).append(ending)
        return found

    @cached_property
    def longest(self) -> int:
        """Letters of the longest ending."""
        return max(map(len, self._by_ending), default=0)

    @cached_property
    def _changes(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((re.compile(pattern), replacement) for pattern, replacement in self._alternations)

    def has(self, ending: str) -> bool:
        """Whether a paradigm has an ending."""
        return ending in self._by_ending

    def splits(self, word: str) -> list[tuple[str, int]]:
        """(stem, number of a paradigm) for every ending that the word may have."""
        if len(word) > LONGEST_WORD:
            return []
        found = []
        for cut in range(len(word), max(0, len(word) - self.longest) - 1, -1):
            for number, shortest in self._by_ending.get(word[cut:], ()):
                if cut >= shortest:
                    found.append((word[:cut], number))
        return found

    def _stems_by(self, word: str) -> dict[str, frozenset[int]]:
        found: dict[str, list[int]] = {}
        for stem, number in self.splits(word):
            found.setdefault(stem, []).append(number)
        return {stem: frozenset(numbers) for stem, numbers in found.items()}

    def siblings(self, word: str, shortest: int) -> Iterator[str]:
        """The stems of the word, of ``shortest`` letters or more, with each ending that they can have."""
        for stem, number in self.splits(word):
            if len(stem) >= shortest:
                yield from (stem + ending for ending in self._by_paradigm[number])

    def keys(self, word: str) -> tuple[str, ...]:
        """Keys of a folded word: words that share one may be forms of one word."""
        return self._known_keys(word) if len(word) <= LONGEST_WORD else ()

    def _keys(self, word: str) -> tuple[str, ...]:
        keys: dict[str, None] = {}
        for cut in range(len(word), max(0, len(word) - self.longest) - 1, -1):
            fitting = [number for number, shortest in self._by_ending.get(word[cut:], ()) if cut >= shortest]
            if fitting:
                for stem in self._stems(word[:cut], word[cut:]):
                    keys.update(dict.fromkeys(f"{number}:{stem}" for number in fitting))
        return tuple(keys)

    def _stems(self, stem: str, ending: str) -> list[str]:
        """The stem as it stands, and as it is before other endings."""
        found = [stem]
        latest = [stem]
        for _ in range(_MOST_CHANGES):
            latest = [other for one in latest for other in self._changed(one, ending) if other not in found]
            found += dict.fromkeys(latest)
        return found

    def _changed(self, stem: str, ending: str) -> list[str]:
        whole = f"{stem}|{ending}"
        return [
            changed.partition("|")[0]
            for pattern, replacement in self._changes
            if (changed := pattern.sub(replacement, whole, count=1)) != whole
        ]


def meet(keys: Iterable[str], others: Iterable[str]) -> bool:
    """Whether keys of two words have one in common that comes from endings, rather than from a stemmer."""
    return any(key[0].isdigit() and ":" in key for key in {*keys} & {*others})


def _parse(paradigm: str, shortest: int) -> tuple[int, list[str]]:
    endings = paradigm.split()
    if endings[0].endswith("+"):
        shortest = int(endings.pop(0)[:-1])
    return shortest, ["" if ending == "-" else ending for ending in endings]
