"""Places: where in a text which patterns may stand, as a screen finds it before anything is compared."""

from collections.abc import Mapping, Sequence

Places = Mapping[int, Sequence[range]]
"""Number of a pattern -> ranges of tokens, sorted and disjoint, at one of which any form of it in the text starts."""
_JOINED = 3
"""Tokens that may be written for one word where a language writes a hyphen or space inside words."""

EXTRA_WORDS = 3
"""How many words more than its pattern a form may have."""


def reach(words: int, *, joins: bool) -> int:
    """By how many tokens the first and the last token of a form of a pattern with ``words`` words can lie apart.

    ``EXTRA_WORDS`` may be added or possessives stand after each word; where words may be written apart, each may be
    three.
    """
    if words == 1:
        return _JOINED if joins else 1
    return max(words + EXTRA_WORDS, _JOINED * words if joins else 2 * words)


def merged(ranges: Sequence[range]) -> list[range]:
    """Ranges in order, those that meet as one."""
    if len(ranges) == 1:
        return [*ranges]
    found: list[range] = []
    for one in sorted(ranges, key=lambda one: one.start):
        if found and one.start <= found[-1].stop:
            found[-1] = range(found[-1].start, max(found[-1].stop, one.stop))
        else:
            found.append(one)
    return found
