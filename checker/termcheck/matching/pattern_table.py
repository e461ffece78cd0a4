"""All patterns of a language, each made when it is asked for: of many terms, an article needs few."""

from array import array
from collections.abc import Iterable, Sequence
from typing import overload

from termcheck.languages.language import Language
from termcheck.matching.patterns import Pattern, compile_term, may_be_part
from termcheck.model import Status, Term

_MOST_MADE = 20_000
"""Patterns that are kept once made."""


class PatternTable(Sequence[Pattern]):
    """The patterns of some rows, by number: in the order of the rows, then of each row's forms."""

    def __init__(self, rows: Sequence[tuple[Term, bool]], language: Language) -> None:
        """Take the rows of one language, each with whether its concept may be a verb, and number their patterns."""
        self._rows = rows
        self._language = language
        self._row_of = array("I")
        self._form_of = array("I")
        self._made: dict[int, Pattern] = {}
        self._sizes = array("I")
        self.wrong_parts = array("I")
        """Patterns that may be part of a compound and are always wrong."""
        self.dated_parts = array("I")
        """The same for what dates and paths may make wrong."""
        self.anchors = array("I")
        """Of each pattern, the position of its rarest word, from which listed forms are found."""

    def number_patterns(self) -> Iterable[Pattern]:
        """Every pattern once, while they are numbered."""
        for row, (term, verbal) in enumerate(self._rows):
            for form, pattern in enumerate(compile_term(term, self._language, verbal=verbal)):
                number = len(self._row_of)
                self._row_of.append(row)
                self._form_of.append(form)
                self._sizes.append(len(pattern.words))
                if may_be_part(pattern, self._language):
                    changes = term.is_dated or term.paths or term.status is Status.SUPERSEDED
                    (self.dated_parts if changes else self.wrong_parts).append(number)
                self._keep(number, pattern)
                yield pattern

    def _keep(self, number: int, pattern: Pattern) -> None:
        if len(self._made) >= _MOST_MADE:
            self._made.clear()
        self._made[number] = pattern

    def size(self, number: int) -> int:
        """How many words a pattern has."""
        return self._sizes[number]

    def anchor(self, number: int) -> int:
        """The position of a pattern's rarest word."""
        return self.anchors[number]

    def __len__(self) -> int:
        return len(self._row_of)

    @overload
    def __getitem__(self, number: int) -> Pattern: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Pattern]: ...

    def __getitem__(self, number: int | slice) -> Pattern | Sequence[Pattern]:
        if isinstance(number, slice):
            return [self[one] for one in range(len(self))[number]]
        pattern = self._made.get(number)
        if pattern is None:
            term, verbal = self._rows[self._row_of[number]]
            pattern = compile_term(term, self._language, verbal=verbal)[self._form_of[number]]
            self._keep(number, pattern)
        return pattern


def is_verbal(rows: Iterable[Term], knowledge: Language) -> bool:
    """Whether a concept can be an action: all its one-word renderings have verb forms, or it has a phrasal verb."""
    renderings = [term.text for term in rows if term.status is not Status.PROPOSED]
    single = [text for text in renderings if " " not in text]
    if any(text[:1].isupper() for text in single) or len(renderings) < 2:
        return False
    phrasal = any(text.split(" ")[-1] in knowledge.particles for text in renderings if text.count(" ") == 1)
    return phrasal or (len(single) == len(renderings) and all(knowledge.can_be_verb(text) for text in single))
