"""All patterns of a language, each made when it is asked for: of many terms, an article needs few."""

from collections.abc import Sequence
from typing import overload

from termcheck.columns import Columns
from termcheck.languages.language import Language
from termcheck.matching.patterns import Pattern, compile_term
from termcheck.model import Term

_MOST_MADE = 20_000
"""Patterns that are kept once made."""
FUZZY = 1
"""Marks a pattern of which forms are looked for that nobody listed, word by word."""
BY_CHARACTER = 2
"""Marks a pattern that is compared character by character."""
NOT_EVERYWHERE = 4
"""Marks a pattern that phrases elsewhere in the sentence may exclude."""


class PatternTable(Sequence[Pattern]):
    """The patterns of some rows, by number: in the order of the rows, then of each row's forms."""

    def __init__(self, columns: Columns, terms: Sequence[Term], language: Language) -> None:
        """Take what was compiled, and every row of the glossary. ValueError: the columns do not fit together."""
        self._terms = terms
        self._language = language
        self._rows = columns.numbers("rows")
        self._verbal = columns.bytes("verbal")
        self._row_of = columns.numbers("row_of")
        self._form_of = columns.numbers("form_of")
        self.sizes = columns.numbers("sizes")
        """Of each pattern, how many words it has."""
        self._anchors = columns.numbers("anchors")
        self._made: dict[int, Pattern] = {}
        self.kinds = columns.bytes("kinds")
        """Of each pattern, ``FUZZY``, ``BY_CHARACTER`` and ``NOT_EVERYWHERE``."""
        self.wrong_parts: Sequence[int] = columns.numbers("wrong_parts")
        """Patterns that may be part of a compound and are always wrong."""
        self.dated_parts: Sequence[int] = columns.numbers("dated_parts")
        """The same for what dates and paths may make wrong."""
        by_pattern = (self._row_of, self._form_of, self.sizes, self._anchors, self.kinds)
        if len({len(column) for column in by_pattern}) != 1 or len(self._verbal) != len(self._rows):
            raise ValueError("columns do not fit together")

    def size(self, number: int) -> int:
        """How many words a pattern has."""
        return self.sizes[number]

    def anchor(self, number: int) -> int:
        """The position of a pattern's rarest word, from which listed forms are found."""
        return self._anchors[number]

    def __len__(self) -> int:
        return len(self._row_of)

    @overload
    def __getitem__(self, number: int) -> Pattern: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Pattern]: ...

    def __getitem__(self, number: int | slice) -> Pattern | Sequence[Pattern]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        pattern = self._made.get(number)
        if pattern is None:
            row = self._row_of[number]
            term, verbal = self._terms[self._rows[row]], bool(self._verbal[row])
            pattern = compile_term(term, self._language, verbal=verbal)[self._form_of[number]]
            if len(self._made) >= _MOST_MADE:
                self._made.clear()
            self._made[number] = pattern
        return pattern
