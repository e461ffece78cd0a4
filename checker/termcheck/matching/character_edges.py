"""Edges of near misses in scripts without spaces: a character that differs there is misspelt, or of another word."""

from collections.abc import Sequence
from itertools import pairwise

from termcheck.languages.segmentation import is_grammatical, is_hiragana, is_katakana, word_bounds
from termcheck.languages.tokens import is_spaceless
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text

_LONG_TERM = 7
"""Characters of a term from which on its first or last one may be wrong: the rest is proof enough."""
_SHORT_WORD = 2
"""Characters of a word of which another may differ in but one: 原子, 量子."""
_REACH = 20
"""Characters on each side of a stretch that have a say in how the text around it is read."""


def edges_fit(words: Sequence[str], pattern: Pattern, first: int, last: int) -> bool:
    """Whether a stretch begins and ends as the pattern does, or may be a long term with one of both misspelt."""
    begins, ends = words[first] == pattern.words[0], words[last] == pattern.words[-1]
    if begins and ends:
        return True
    return (begins or ends) and last - first + 1 == len(pattern.words) >= _LONG_TERM


def edge_is_other_word(text: Text, pattern: Pattern, first: int, last: int) -> bool:
    """Whether what stands at an edge of a stretch, which ``edges_fit``, shows that it is no misspelling.

    A misspelt word keeps all its other characters. 原子 is a word as 量子 is, and 来の is none: it is the end of one
    and a particle. In katakana, コンピュー is the beginning of コンピューティング.
    """
    if _is_begun_or_ended(text, pattern, first, last):
        return True
    at_start = text.words[first] != pattern.words[0]
    if not at_start and text.words[last] == pattern.words[-1]:
        return False
    place = first if at_start else last
    ours, theirs = text.words[place], pattern.words[0 if at_start else -1]
    if not (is_spaceless(ours[0]) and is_spaceless(theirs[0])):
        return False
    if is_grammatical(ours) or _kind(ours) != _kind(theirs):
        return True
    if _joins_katakana(text, text.starts[first] if at_start else text.ends[last]):
        return True
    kept = _rest_of_word(pattern.words, at_start=at_start)
    found = text.words[first + 1 : first + 1 + len(kept)] if at_start else text.words[last - len(kept) : last]
    return not kept or tuple(found) != kept or _is_word_there(text, first, last, 1 + len(kept), at_start=at_start)


def _is_begun_or_ended(text: Text, pattern: Pattern, first: int, last: int) -> bool:
    """Whether a stretch is the first or last characters of the term, with katakana beyond that makes another word."""
    found = tuple(text.words[first : last + 1])
    return (found == pattern.words[: len(found)] and _joins_katakana(text, text.ends[last])) or (
        found == pattern.words[-len(found) :] and _joins_katakana(text, text.starts[first])
    )


def _joins_katakana(text: Text, edge: int) -> bool:
    return 0 < edge < len(text.view) and is_katakana(text.view[edge - 1 : edge + 1])


def _kind(char: str) -> tuple[bool, bool]:
    return is_katakana(char[0]), is_hiragana(char[0])


def _rest_of_word(words: tuple[str, ...], *, at_start: bool) -> tuple[str, ...]:
    """The other characters of the first or last word of a term; a last single character belongs to the word before."""
    bounds = word_bounds("".join(words))
    letters = bounds[1] if at_start else bounds[-1] - bounds[-2]
    if not at_start and letters == 1 and len(bounds) > 2 and _kind(words[-1]) == _kind(words[-2]):
        letters = bounds[-1] - bounds[-3]
    size = 1
    while sum(map(len, words[:size] if at_start else words[-size:])) < letters:
        size += 1
    return words[1:size] if at_start else words[-size:-1]


def _is_word_there(text: Text, first: int, last: int, size: int, *, at_start: bool) -> bool:
    """Whether the ``size`` characters at an edge, where one differs, are a word, or part of one across the edge.

    Of three characters two are kept, which is proof enough that the same word is meant.
    """
    start, end = text.starts[first], text.ends[last]
    low = max(0, start - _REACH)
    bounds = [low + bound for bound in word_bounds(text.view[low : end + _REACH])]
    if (start if at_start else end) not in bounds:
        return True
    places = (first, first + size - 1) if at_start else (last - size + 1, last)
    word = text.starts[places[0]], text.ends[places[1]]
    return size == _SHORT_WORD and word in pairwise(bounds)
