"""The optimal string alignment distance of words, in which a transposition of neighbours is one edit.

A process that compares a few words works it out itself: to load rapidfuzz takes longer. From then on it is rapidfuzz's.
"""

from collections.abc import Iterable, Sequence
from itertools import count

from termcheck.languages.affixes import common_prefix

_FEW = 1500
"""Distances that a process works out before it loads rapidfuzz, which takes longer than all of them."""
_FEW_LISTS = 4
"""The same for whole lists of words."""
_asked, _asked_lists = count(), count()


def distance(one: str, other: str, limit: int) -> int:
    """Edits between two words; ``limit`` + 1 for more."""
    if next(_asked) < _FEW:
        return plain_distance(one, other, limit)
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other, score_cutoff=limit))


def within(word: str, words: Sequence[str], limit: int) -> list[str]:
    """Those of the words that are ``limit`` edits away, or fewer, in their order."""
    if next(_asked_lists) < _FEW_LISTS:
        return plainly_within(word, words, limit)
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    near = extract(word, words, scorer=OSA.distance, score_cutoff=limit, limit=None)
    return [words[at] for at in sorted(at for _, _, at in near)]


def plainly_within(word: str, words: Iterable[str], limit: int) -> list[str]:
    """What ``within`` gives, without rapidfuzz. An edit brings in one letter, and one of length, at most."""
    letters, short, long = set(word), len(word) - limit, len(word) + limit
    return [
        one
        for one in words
        if short <= len(one) <= long
        and len(letters.difference(one)) <= limit
        and plain_distance(word, one, limit) <= limit
    ]


def plain_distance(one: str, other: str, limit: int) -> int:
    """What rapidfuzz's ``OSA.distance`` gives with that cut-off."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    start = common_prefix(one, other)
    one, other = one[start:], other[start:]
    end = common_prefix(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    if not one or not other:
        return len(one) + len(other)
    return min(_bits_distance(one, other), limit + 1)


def _bits_distance(one: str, other: str) -> int:
    """The distance by columns of bits (H. Hyyrö, 2003): one letter of ``other`` after the other, all of ``one``."""
    places: dict[str, int] = {}
    for at, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << at
    edits, last, every = len(one), 1 << len(one) - 1, (1 << len(one)) - 1
    rises, falls, same, before = every, 0, 0, 0
    for letter in other:
        here = places.get(letter, 0)
        swapped = (~same & here) << 1 & before
        same = ((here & rises) + rises ^ rises | here | falls | swapped) & every
        more, less = (falls | ~(same | rises)) & every, same & rises
        edits += bool(more & last) - bool(less & last)
        more = more << 1 | 1
        rises, falls = (less << 1 | ~(same | more)) & every, more & same
        before = here
    return edits
