"""Candidates: what a tier proposes before overlaps are resolved."""

from msgspec import Struct

from termcheck.matching.patterns import Pattern
from termcheck.model import CaseFit, Method, Standing


class Candidate(Struct, frozen=True, gc=False):
    """A stretch of tokens that may be a mention."""

    pattern: Pattern
    standing: Standing
    start: int
    """In the view."""
    end: int
    method: Method
    case: CaseFit
    rank: int
    """How near a form is to the text as it stands: 0 verbatim, 1 case, 2 hyphen, width or spelling, 3 inflection.

    4 for another spelling inflected, and for what is not listed."""
    confidence: float
    reason: str
    doubtful: bool = False

    @property
    def length(self) -> int:
        """Code points of the view."""
        return self.end - self.start
