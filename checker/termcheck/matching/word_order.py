"""Word order: the same words moved so that they still name the same thing."""

from collections.abc import Sequence

from termcheck.matching.stretch import CONJUNCTIONS, Stretch, flat


def is_moved(stretch: Stretch) -> bool:
    """Whether the content words stand in another order that has the same head.

    “X of Y” for “Y X” and the other way round, modifiers swapped, coordinates swapped.
    """
    pattern, language = stretch.pattern, stretch.language
    if weight(stretch) < 3 or any(slot.covers != 1 for slot in stretch.slots):
        return False
    if not language.moves_words:
        return language.moves_modifiers and _moves_one(stretch, keeps_first=language.heads_first)
    ours, theirs = flat(stretch.linkers), flat(stretch.pattern_linkers)
    if _conjunctions(ours) != _conjunctions(theirs):
        return False
    if _swaps_coordinated(stretch):
        return True
    split, inverted = _cut(stretch.order, stretch.linkers), _cut(pattern.content, stretch.pattern_linkers)
    if split is not None and inverted is not None:
        return pattern.is_name and ours == theirs and _keeps_heads(split, inverted)
    if split is not None:
        return _is_inversion(split, pattern.content)
    if inverted is not None:
        return _is_premodified(stretch.order, *inverted)
    return stretch.order[-1] == pattern.content[-1] and not set(ours) - CONJUNCTIONS


def _moves_one(stretch: Stretch, *, keeps_first: bool) -> bool:
    """Whether one word has moved or two changed places, and each has the same prepositions before it as before."""
    order, content = stretch.order, list(stretch.pattern.content)
    if keeps_first and any(stretch.pattern_linkers) and order[0] != content[0]:
        return False
    ours = dict(zip(order[1:], stretch.linkers, strict=True))
    theirs = dict(zip(content[1:], stretch.pattern_linkers, strict=True))
    if any(ours.get(at, []) != theirs.get(at, []) for at in content):
        return False
    if sum(one != other for one, other in zip(order, content, strict=True)) == 2:
        return True
    return any([at for at in order if at != one] == [at for at in content if at != one] for one in content)


def _conjunctions(linkers: Sequence[str]) -> list[str]:
    return sorted(word for word in linkers if word in CONJUNCTIONS)


def weight(stretch: Stretch) -> int:
    """Content words of the pattern that are no numbers."""
    return sum(stretch.language.number(stretch.pattern.words[at]) is None for at in stretch.pattern.content)


def _cut(positions: Sequence[int], linkers: Sequence[Sequence[str]]) -> tuple[list[int], list[int]] | None:
    """Pattern positions before and after the only preposition; None without one or with several."""
    cuts = [number + 1 for number, between in enumerate(linkers) if set(between) - CONJUNCTIONS]
    return (list(positions[: cuts[0]]), list(positions[cuts[0] :])) if len(cuts) == 1 else None


def _is_inversion(split: tuple[list[int], list[int]], content: Sequence[int]) -> bool:
    """Whether “A of B” inverts the pattern: A ends with its head, and both keep its order."""
    before, after = split
    return before[-1] == content[-1] and before == sorted(before) and after == sorted(after)


def _is_premodified(order: Sequence[int], before: Sequence[int], after: Sequence[int]) -> bool:
    """Whether “A of B” became one noun phrase with the same head: National Statistics Bureau."""
    kept = [at for at in order if at in before], [at for at in order if at in after]
    return kept == (list(before), list(after)) and order[-1] == before[-1]


def _swaps_coordinated(stretch: Stretch) -> bool:
    """Whether only two neighbours joined by a conjunction changed places."""
    content, order, linkers = stretch.pattern.content, stretch.order, stretch.linkers
    moved = [place for place, (one, other) in enumerate(zip(order, content, strict=True)) if one != other]
    if len(moved) != 2 or moved[1] != moved[0] + 1 or linkers != stretch.pattern_linkers:
        return False
    return not CONJUNCTIONS.isdisjoint(linkers[moved[0]])


def _keeps_heads(split: tuple[list[int], list[int]], pattern: tuple[list[int], list[int]]) -> bool:
    """Whether a word moved to the other side of the preposition, with the last word of either side in its place."""
    return split[0][-1] == pattern[0][-1] and split[1][-1] == pattern[1][-1]
