"""Ids for the concepts of formats that have none: made of a term, so that they stay when rows are added."""

import unicodedata
from collections.abc import Iterable, Mapping

_LONGEST = 60
_ENGLISH = "en"


class Namer:
    """Gives ids, each once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """``taken``: ids that are given already."""
        self._taken = set(taken)

    def name(self, text: str) -> str:
        """An id made of a term: its letters and digits in lower case, hyphens between; numbered where it is taken."""
        slug = slug_of(text)
        name, number = slug, 1
        while name in self._taken:
            number += 1
            name = f"{slug}-{number}"
        self._taken.add(name)
        return name

    def name_concept(self, rows: Iterable[Mapping[str, str]]) -> str:
        """An id made of the term that names a concept best, of those in its rows."""
        return self.name(naming_term((cells.get("lang", ""), cells["term"]) for cells in rows))


def slug_of(text: str) -> str:
    """The letters and digits of a term in lower case, hyphens between, at most 60 characters."""
    kept = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in text.lower())
    slug = "-".join(kept.split()) or "concept"
    return slug if len(slug) <= _LONGEST else slug[:_LONGEST].rstrip("-")


def naming_term(terms: Iterable[tuple[str, str]]) -> str:
    """Of (language, term) of a concept the one that names it best: the first in English, else the first."""
    first = ""
    for lang, text in terms:
        if lang.lower().split("-")[0] == _ENGLISH:
            return text
        first = first or text
    return first
