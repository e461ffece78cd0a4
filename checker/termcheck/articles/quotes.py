"""Finds quotations and titles of works by their marks, for the ``quotes`` policy.

A quotation stands within one block and is of bounded length; marks without a partner (inches, apostrophes, a forgotten
one) are none. Regions hold what stands between the marks, without them.
"""

from termcheck.model import BLOCK_BREAK, Region, RegionKind, Span

_LONGEST = 2000
"""In characters: marks further apart do not belong together."""
_PARTNERS = {
    "“": "”",
    "„": "“”",
    "‚": "‘’",
    "‘": "’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
}
"""Opening mark -> closing marks."""
_CLOSING = frozenset("".join(_PARTNERS.values()) + '"')
_SYMMETRIC = frozenset('"”')
"""Marks that may open and close: straight ones, and ” as in Swedish."""
_TITLES = frozenset("《〈")
_MARKS = frozenset(_PARTNERS) | _CLOSING | {BLOCK_BREAK}
_DEEPEST = 6


def quotations(view_text: str) -> list[Region]:
    """The quotations and titles of works in a view."""
    regions: list[Region] = []
    waiting: list[tuple[str, int]] = []
    for place, mark in _marks_in(view_text):
        if mark == BLOCK_BREAK:
            waiting.clear()
        elif mark in _CLOSING and _close(view_text, mark, place, waiting, regions):
            continue
        elif (mark in _PARTNERS or mark in _SYMMETRIC) and _may_open(view_text, place):
            waiting.append((mark, place))
            del waiting[:-_DEEPEST]
    return regions


def _marks_in(text: str) -> list[tuple[int, str]]:
    """Every mark and where it stands, in order; most texts have two or three kinds, so a search for each is fast."""
    found = []
    for mark in _MARKS:
        place = text.find(mark)
        while place >= 0:
            found.append((place, mark))
            place = text.find(mark, place + 1)
    return sorted(found)


def _close(text: str, mark: str, place: int, waiting: list[tuple[str, int]], regions: list[Region]) -> bool:
    """End the innermost quotation that a mark can end; says whether it ended one."""
    if mark in '’"' and not _may_close(text, place):
        return mark == "’"
    for index in range(len(waiting) - 1, -1, -1):
        opening, start = waiting[index]
        if mark not in _PARTNERS.get(opening, opening):
            continue
        del waiting[index:]
        if 1 < place - start <= _LONGEST:
            kind = RegionKind.WORK_TITLE if opening in _TITLES else RegionKind.QUOTATION
            regions.append(Region(kind, Span(start + 1, place)))
            return True
        return place - start == 1
    return mark == "’"


def _may_open(text: str, place: int) -> bool:
    """Whether a mark can open a quotation: not after a letter that is written with spaces, not before white space."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    mark = text[place]
    if not after or (after.isspace() and mark not in "«»„"):
        return False
    return mark in "“„「『《〈" or not _is_word_character(before)


def _may_close(text: str, place: int) -> bool:
    """Whether a mark that is also an apostrophe or a sign of inches can close a quotation."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(before) and not before.isspace() and not _is_word_character(after)


def _is_word_character(char: str) -> bool:
    """A letter or digit of a script that puts spaces between words."""
    return bool(char) and char.isalnum() and not "\u2e80" <= char <= "\u9fff"
