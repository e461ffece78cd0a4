"""The compiled names of one language under one glossary: what is kept for later runs."""

import msgspec

from termcheck.cache import LargeEntry
from termcheck.columns import Columns, Words
from termcheck.languages.folding import fold
from termcheck.matching.unlisted.names import Token
from termcheck.matching.unlisted.tables import Blobs

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
    nested_weight: float
    has_breaker: bool
    weights: tuple[float, ...]
    places: tuple[tuple[int, str], ...]
    replaced: int
    describes: bool


class Related(msgspec.Struct, frozen=True, array_like=True):
    """A word of names that another word may stand for."""

    word: int
    """Its number."""
    likeness: float
    why: int
    """Number of the reason."""
    is_learnt: bool = False


class Renders(msgspec.Struct, frozen=True, array_like=True):
    """The parts of source terms that a word renders."""

    alone: frozenset[str] = frozenset()
    """By the table."""
    longer: frozenset[str] = frozenset()
    """As one of several words."""
    shown: dict[str, tuple[str, ...]] = {}
    """By the glossary, with concepts that show it."""


class Glossed(msgspec.Struct, frozen=True, array_like=True):
    """A name in which words render the same parts of the source term as another word does; positions as bits."""

    name: int
    """Its number."""
    alone: int
    """Positions of the words that render such a part alone."""
    loosely: int
    """Of those that render it alone or with others."""


class WordRecord(msgspec.Struct, frozen=True, array_like=True):
    """A word that names have, that stands for one of theirs, renders source terms, or begins a known name."""

    related: tuple[Related, ...] = ()
    """Itself included where names have it."""
    lengths: tuple[int, ...] = ()
    """Of the known names that begin with it, in words, longest first."""
    glossed: tuple[Glossed, ...] = ()
    renders: Renders | None = None


class SourceParts(msgspec.Struct, frozen=True, array_like=True):
    """The parts of a concept's source terms."""

    parts: frozenset[str]
    sayable: int
    """How many of them some word renders."""


class ConceptRecord(msgspec.Struct, frozen=True, array_like=True):
    """A concept that has names."""

    first: int
    """Number of its first name; the others follow."""
    end: int
    source: SourceParts


class Compiled:
    """Everything that does not depend on a text."""

    def __init__(self, block: bytes | LargeEntry) -> None:
        """Take what ``compile_names`` made. Raises DecodeError, ValueError or KeyError where the bytes are not that."""
        columns = Columns(block)
        self.words = Words(columns, "words")
        """The words (lemmas) of all names; entries refer to them by number."""
        self.reasons = list(Words(columns, "reasons"))
        """Why words are alike; referred to by number."""
        self.beginnings = Words(columns, "beginnings")
        """Of the stems, as many letters as two words must share at least; no other word is of one stem with any."""
        self.common = columns.numbers("common")
        """Numbers of the names that are common terms."""
        self.broken = columns.numbers("broken")
        """Of these, those that may run on across what separates phrases."""
        self.records = Blobs(columns, "records")
        """Table: word of a text -> ``WordRecord``."""
        self.stems = Blobs(columns, "stems")
        """Table: stem -> ``list[int]``: the words of names that have it."""
        self.places = Blobs(columns, "places")
        """For each word the names that have it: numbers, as msgpack."""
        self.signs = Blobs(columns, "signs")
        """The same for the names that cannot be meant unless one of some such words is there."""
        self.names = Blobs(columns, "names", is_rare=True)
        """``NameRecord``, as msgpack."""
        self.concepts = Blobs(columns, "concepts")
        """Table: id -> ``ConceptRecord``."""
        self.known = Blobs(columns, "known", is_rare=True)
        """Table: the words of a known name, in lines -> ``list[str]``, the names."""
        self.starts = Words(columns, "starts")
        """The first two words of each known name that has two, in lines."""
        self.keys = Blobs(columns, "keys")
        """Table: source term or abbreviation, folded -> ids of concepts."""


def bracket_key(text: str) -> str:
    """How a source term or an abbreviation in brackets is compared."""
    return text if text.isupper() and text.isascii() else fold(text)
