"""Brackets: what stands in the one right after a place, and whether words spell an abbreviation.

One reading of brackets for all who take them as evidence: source terms beside mentions, names before the source term or
abbreviation of a concept, definitions of abbreviations, names that a corpus explains.

Whether words explain an abbreviation is decided as in A. S. Schwartz and M. A. Hearst, "A simple algorithm for
identifying abbreviation definitions in biomedical text", Pacific Symposium on Biocomputing 8 (2003), 451-462.
"""

from collections.abc import Iterator

from msgspec import Struct

from termcheck.lazy import Pattern
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK

OPENING, CLOSING = "(（[［【", ")）]］】"
QUOTES = "\"'“”„‟‘’‚«»‹›「」『』*_"
SPACES = " \u00a0"
ACROSS = BLOCK_BREAK + PROTECTED_MARK
"""What no bracket goes across."""
LONGEST = 160
"""Characters inside a bracket."""
_INSIDE = rf"[^()（）\[\]［］【】{ACROSS}]{{1,{LONGEST}}}"
_AFTER = Pattern(rf"[{QUOTES}]{{0,2}}[{SPACES}]?[{OPENING.replace('[', chr(92) + '[')}]({_INSIDE})[)）\]］】]")
_PART = Pattern(r"[^,;:/|，；：、／]+")


class Bracket(Struct, frozen=True):
    """What stands between two brackets; offsets are those of the text that was searched."""

    text: str
    start: int
    """Of ``text``."""
    end: int
    opens_at: int
    """Where what comes before the bracket ends."""

    def parts(self) -> Iterator[str]:
        """What it lists, without quotation marks: (Chinese: 中央网信办), (CAC, 中央网信办)."""
        for found in _PART.finditer(self.text):
            if part := found[0].strip(QUOTES + SPACES):
                yield part


def bracket_after(view: str, at: int) -> Bracket | None:
    """The bracket that opens at an offset, perhaps after a closing quotation mark and a space."""
    if not any(char in OPENING for char in view[at : at + 4]):
        return None
    match = _AFTER.match(view, at)
    return Bracket(match[1], match.start(1), match.end(1), at) if match is not None else None


def brackets_in(view: str) -> Iterator[Bracket]:
    """Every innermost bracket of a text, in order."""
    if any(char in view for char in OPENING):
        for match in _AFTER.finditer(view):
            yield Bracket(match[1], match.start(1), match.end(1), match.start())


def is_abbreviation(text: str) -> bool:
    """Whether a text is written as abbreviations are: two to twelve letters and digits, two of them capitals."""
    return 1 < len(text) <= 12 and text.isalnum() and sum(map(str.isupper, text)) > 1


def spells(words: str, short: str) -> int | None:
    """Where in ``words`` the expansion of ``short`` begins, when ``words`` ends with it; None when it does not.

    Schwartz and Hearst's matching: the letters of the abbreviation are found from right to left, the first of them at
    the beginning of a word.
    """
    at = len(words)
    for index, char in reversed(list(enumerate(short))):
        if not char.isalnum():
            continue
        at -= 1
        while at >= 0 and (
            words[at].casefold() != char.casefold() or (index == 0 and at > 0 and words[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
    return at
