"""Of renderings of several names at one place, those that fit best."""

from collections.abc import Iterator, Sequence

from termcheck.matching.unlisted.judging import Found

_MARGIN = 0.02


def without_rivals(found: Sequence[Found]) -> Iterator[Found]:
    """The best of each place; nothing where another concept fits as well."""
    found = [one for one in found if not any(_is_object_of(other, one) for other in found)]
    for one in found:
        over = [other for other in found if other.first <= one.last and one.first <= other.last and other is not one]
        if any(other.name.concept != one.name.concept and _beats(other, one) for other in over):
            continue
        same = [other for other in over if other.name.concept == one.name.concept]
        if all((other.score, -found.index(other)) < (one.score, -found.index(one)) for other in same):
            yield one


def _beats(other: Found, one: Found) -> bool:
    if other.score >= one.score + _MARGIN:
        return True
    if other.score <= one.score - _MARGIN:
        return False
    if (other.first, other.last) == (one.first, one.last) and other.said == one.said:
        return other.alignment.head_likeness > one.alignment.head_likeness
    return other.last - other.first > one.last - one.first or other.said > one.said


def _is_object_of(other: Found, one: Found) -> bool:
    """Whether a term that begins with a verb is there word for word but for its object, which is another concept.

    In "promoting network civilization" it is internet civilization that has another name.
    """
    if one.name.is_proper or other.name.concept == one.name.concept or not one.name.pattern.words[0].endswith("ing"):
        return False
    if not (one.first < other.first and other.last == one.last):
        return False
    return all(pair.likeness.value == 1 for pair in one.alignment.pairs if pair.text.last < other.first)
