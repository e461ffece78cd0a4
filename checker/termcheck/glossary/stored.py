"""A glossary as it lies in the cache: of many rows an article needs few, so each concept is decoded when it is met."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar, overload

from msgspec import DecodeError, ValidationError, msgpack

from termcheck.cache import LargeEntry
from termcheck.columns import Columns, Words, pack, pack_words
from termcheck.model import Concept, Glossary, Term

_AT_ONCE = 256
"""Concepts that are read together where all are."""
_One = TypeVar("_One")
_Head = tuple[tuple[str, ...], tuple[str, ...], str, tuple[Term, ...]]
"""Files, warnings, digest, kinds."""


def pack_glossary(glossary: Glossary) -> bytes:
    """The glossary as bytes."""
    encode = msgpack.Encoder().encode
    ends, first_rows = array("Q", [0]), array("I", [0])
    concepts = []
    for concept in glossary.concepts:
        concepts.append(encode(concept))
        ends.append(ends[-1] + len(concepts[-1]))
        first_rows.append(first_rows[-1] + len(concept.terms))
    return pack({
        "head": encode((glossary.files, glossary.warnings, glossary.digest, glossary.kinds)),
        "concepts": b"".join(concepts),
        "ends": ends,
        "rows": first_rows,
        **pack_words("ids", [concept.id for concept in glossary.concepts]),
    })  # fmt: skip


def unpack_glossary(block: bytes | LargeEntry) -> "StoredGlossary | None":
    """The glossary again; None where the bytes are none."""
    try:
        concepts = StoredConcepts(block)
        files, warnings, digest, kinds = msgpack.decode(concepts.columns.bytes("head"), type=_Head)
    except (DecodeError, ValidationError, ValueError, KeyError):
        return None
    return StoredGlossary(concepts, files, warnings, digest, kinds)


class StoredGlossary(Glossary, frozen=True, dict=True):
    """A glossary of which only what is asked for is decoded, and, where it is asked for by itself, kept."""

    concepts: "StoredConcepts"
    first_of_kind: tuple[Term, ...] = ()

    @cached_property
    def terms(self) -> Sequence[Term]:
        """Every row, concept by concept."""
        return _Rows(self.concepts)

    @cached_property
    def kinds(self) -> tuple[Term, ...]:
        """For each language tag and status that rows have, one row with both."""
        return self.first_of_kind

    def concept(self, name: str) -> Concept | None:
        """The concept of an id."""
        number = self.concepts.ids.find(name)
        return self.concepts[number] if number >= 0 else None


class _Numbered(Sequence[_One]):
    """A sequence of what a function makes of numbers."""

    def __init__(self, count: int, make: Callable[[int], _One]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, number: int) -> _One: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[_One]: ...
    def __getitem__(self, number: int | slice) -> _One | Sequence[_One]:
        if isinstance(number, slice):
            return [self._make(one) for one in range(*number.indices(self._count))]
        return self._make(range(self._count)[number])


class StoredConcepts(_Numbered[Concept]):
    """The concepts, each decoded when it is first asked for."""

    def __init__(self, block: bytes | LargeEntry) -> None:
        """Raises ValueError or KeyError where the bytes are none of ``pack_glossary``."""
        self.columns = Columns(block)
        self.ids = Words(self.columns, "ids")
        self._ends = self.columns.numbers("ends", "Q")
        self._first_rows = self.columns.numbers("rows")
        super().__init__(len(self.ids), self._concept)
        if not len(self._ends) == len(self._first_rows) == len(self) + 1 or (
            self._ends[-1] != self.columns.size("concepts")
        ):
            raise ValueError("columns do not fit together")
        self._decode = msgpack.Decoder(Concept).decode
        self._known: dict[int, Concept] = {}

    @property
    def row_count(self) -> int:
        """How many rows all concepts have."""
        return self._first_rows[-1]

    def row(self, number: int) -> Term:
        """The row of a number, from 0."""
        concept = bisect_right(self._first_rows, number) - 1
        return self._concept(concept).terms[number - self._first_rows[concept]]

    def _concept(self, number: int) -> Concept:
        found = self._known.get(number)
        if found is None:
            data = self.columns.read("concepts", self._ends[number], self._ends[number + 1])
            found = self._known[number] = self._decode(data)
        return found

    def __iter__(self) -> Iterator[Concept]:
        """All in order; those that nobody asked for before are not kept."""
        ends = self._ends
        for first in range(0, len(self), _AT_ONCE):
            after = min(first + _AT_ONCE, len(self))
            begin, data = ends[first], self.columns.read("concepts", ends[first], ends[after])
            for number in range(first, after):
                found = self._known.get(number)
                yield found or self._decode(data[ends[number] - begin : ends[number + 1] - begin])

    def __reduce__(self) -> "tuple[type[StoredConcepts], tuple[bytes]]":
        """Processes that are no copies of this one get the bytes."""
        return StoredConcepts, (self.columns.whole(),)


class _Rows(_Numbered[Term]):
    """Every row, concept by concept."""

    def __init__(self, concepts: StoredConcepts) -> None:
        super().__init__(concepts.row_count, concepts.row)
        self._concepts = concepts

    def __iter__(self) -> Iterator[Term]:
        return (term for concept in self._concepts for term in concept.terms)
