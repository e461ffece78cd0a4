"""What the screen says of one text."""

from msgspec import Struct

from termcheck.languages.language import Language
from termcheck.model import Span


class Screened(Struct, frozen=True):
    """What is to be compared in one text, and what need not be."""

    windows: tuple[Span, ...]
    """Stretches that hold all that has a say, sorted, disjoint, cut between tokens."""
    spots: tuple[tuple[int, int, int], ...]
    """(pattern, start of the first token, start of the last token) of words that speak for a pattern."""
    as_listed: tuple[tuple[int, int], ...] = ()
    """(pattern, start) where a pattern stands as listed that stands in no other form, in the order of patterns."""

    @property
    def has_any(self) -> bool:
        """Whether there may be anything at all."""
        return bool(self.windows or self.as_listed)


NOTHING = Screened((), ())


def can_screen(language: Language) -> bool:
    """Whether texts in a language can be screened at once: a token is a word, as it stands."""
    return not (language.joins or language.respells or language.linkers)
