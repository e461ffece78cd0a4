"""The compiled names of one language under one glossary: what is kept for later runs."""

import msgspec

from termcheck.languages.folding import fold
from termcheck.matching.unlisted.names import Token
from termcheck.matching.unlisted.tables import Packed

COVERED = 0.5
"""Share of a name's weight that must have related words in a piece of a text before its spans are scored."""


class NameRecord(msgspec.Struct, frozen=True, array_like=True):
    """A name; see ``names.Name``."""

    pattern: int
    """Its number in the language's index."""
    tokens: tuple[Token, ...]
    nested: tuple[Token, ...]
    is_proper: bool
    weight: float
    least_weight: float
    has_breaker: bool
    weights: tuple[float, ...]
    places: tuple[tuple[int, str], ...]


class Related(msgspec.Struct, frozen=True, array_like=True):
    """A word of names that another word may stand for."""

    word: int
    """Its number."""
    likeness: float
    why: int
    """Number of the reason."""
    is_learnt: bool = False


class WordRecord(msgspec.Struct, frozen=True, array_like=True):
    """A word that names have, that stands for one of theirs, or with which a known name begins."""

    related: tuple[Related, ...] = ()
    """Itself included where names have it."""
    lengths: tuple[int, ...] = ()
    """Of the known names that begin with it, in words, longest first."""
    glossed: tuple[int, ...] = ()
    """Numbers of the names with a word that renders the same part of the source term."""


class ConceptRecord(msgspec.Struct, frozen=True, array_like=True):
    """A concept that has names."""

    first: int
    """Number of its first name; the others follow."""
    end: int
    parts: tuple[str, ...]
    """Of its source terms."""


class PartRecord(msgspec.Struct, frozen=True, array_like=True):
    """A part of source terms."""

    words: tuple[str, ...]
    """What renders it alone, by the table."""
    longer: tuple[str, ...]
    """Words of longer renderings."""
    shown: dict[str, tuple[str, ...]]
    """What renders it in the glossary, with concepts that show it."""


class Compiled(msgspec.Struct, frozen=True, array_like=True):
    """Everything that does not depend on a text."""

    words: list[str]
    """The words (lemmas) of all names; entries refer to them by number."""
    reasons: list[str]
    """Why words are alike; referred to by number."""
    records: Packed
    """Word of a text -> ``WordRecord``."""
    stems: Packed
    """Stem -> ``list[int]``: the words of names that have it."""
    places: list[bytes]
    """For each word the names that have it: numbers, as msgpack."""
    signs: list[bytes]
    """The same for the names that cannot be meant unless one of some such words is there."""
    names: list[bytes]
    """``NameRecord``, as msgpack."""
    common: list[int]
    """Numbers of the names that are common terms."""
    broken: list[int]
    """Of these, those that may run on across what separates phrases."""
    concepts: Packed
    """Id -> ``ConceptRecord``."""
    parts: Packed
    """Part of source terms -> ``PartRecord``."""
    known: Packed
    """The words of a known name, in lines -> ``list[str]``, the names."""
    keys: Packed
    """Source term or abbreviation, folded -> ids of concepts."""


def bracket_key(text: str) -> str:
    """How a source term or an abbreviation in brackets is compared."""
    return text if text.isupper() and text.isascii() else fold(text)
