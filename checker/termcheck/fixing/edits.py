"""Edits of one text: stretches that do not touch each other, and what stands there instead."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from termcheck.model import Span


class Edit(Struct, frozen=True):
    """One replacement."""

    span: Span
    """In the file."""
    text: str
    """What stands there afterwards, with its markup."""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits, which must be disjoint; their order does not matter."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: one.span):
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*parts, text[at:]))


def moved(offset: int, edits: Iterable[Edit]) -> int:
    """Where an offset of the text is after the edits."""
    return offset + sum(len(one.text) - (one.span.end - one.span.start) for one in edits if one.span.end <= offset)


def are_disjoint(edits: Sequence[Edit]) -> bool:
    """Whether no two edits share a code point or a border at which both insert."""
    spans = sorted(edit.span for edit in edits)
    return all(one.end <= other.start and one != other for one, other in pairwise(spans))
