"""What an editor offers while a name is being typed: preferred renderings, found by their beginning or source term."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from termcheck.languages.folding import fold
from termcheck.languages.tags import related
from termcheck.model import Glossary, Status

MOST = 50
"""Offers at a time; an editor asks again when more is typed."""
_LONGEST_WORD = 40
_MOST_WORDS = 4
_SHORTEST = 2
"""Letters that must be there before anything is offered."""


class Offer(NamedTuple):
    """A preferred rendering that may be meant."""

    typed: str
    """What it replaces: the end of the text before the cursor."""
    text: str
    concept: str
    source: str
    """The source terms of the concept, separated by `` / ``."""


class _Entry(NamedTuple):
    key: str
    text: str
    concept: str
    source: str


@lru_cache(maxsize=16)
def _entries(glossary: "_ByIdentity", lang: str) -> tuple[_Entry, ...]:
    """What can be offered in a language, sorted by what is typed for it."""
    found: list[_Entry] = []
    for concept in glossary.glossary.concepts:
        here = [term for term in concept.terms if related(term.lang, lang)]
        preferred = next((term for term in here if term.status is Status.PREFERRED), None)
        if preferred is None:
            continue
        sources = list(dict.fromkeys(term.text for term in concept.terms if not related(term.lang, lang)))
        source = " / ".join(sources)
        approved = [term.text for term in here if term.status in {Status.PREFERRED, Status.ADMITTED}]
        keys = dict.fromkeys(fold(text) for text in (*approved, *sources))
        found.extend(_Entry(key, preferred.text, concept.id, source) for key in keys)
    return tuple(sorted(found))


class _ByIdentity:
    """A glossary as a key: the same object, not an equal one, which would take long to tell."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def __hash__(self) -> int:
        return id(self.glossary)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and other.glossary is self.glossary


def offers(before: str, glossary: Glossary, lang: str) -> list[Offer]:
    """Preferred renderings in ``lang`` of which the end of ``before`` is the beginning, longest such end first.

    ``before`` is the line up to the cursor.
    """
    entries = _entries(_ByIdentity(glossary), lang)
    found: dict[str, Offer] = {}
    for typed in _typed(before):
        key = fold(typed)
        for entry in entries[bisect_left(entries, (key,)) :]:
            if not entry.key.startswith(key) or len(found) == MOST:
                break
            if entry.text != typed:
                found.setdefault(entry.text, Offer(typed, entry.text, entry.concept, entry.source))
    return list(found.values())


def _typed(before: str) -> list[str]:
    """The last words before the cursor, most of them first."""
    tail = before[-_LONGEST_WORD * _MOST_WORDS :]
    starts = [match.start() for match in re.finditer(r"(?<!\w)\w|(?<=[\u2e80-\uffff])\w", tail)][-_MOST_WORDS * 3 :]
    typed = (tail[start:] for start in starts)
    return [one for one in typed if one and len(one) >= (_SHORTEST if one.isascii() else 1)]
