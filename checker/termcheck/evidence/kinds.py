"""What speaks for two names being one thing, and the sentences that show it."""

from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """Why a name is proposed."""

    LIST = "same place in a list"
    ROLE = "same role of one person"
    BRACKET = "explained in a bracket"
    APPOSITION = "named beside it"
    PARALLEL = "same sentence in another translation"
    RULE = "rule unlisted-rendering"
    ABBREVIATION = "same abbreviation"
    SPELLING = "nearly the same words"
    RECURRING = "recurring name"


class Quote(Struct, frozen=True, order=True):
    """A sentence of an article."""

    file: str
    line: int
    name: str
    """The name that it is quoted for."""
    text: str
    location: str = ""
    """Where, in a file without lines: then ``line`` is one of the text taken from it."""

    @property
    def place(self) -> str:
        """Where it is, for people."""
        return self.location or str(self.line)
