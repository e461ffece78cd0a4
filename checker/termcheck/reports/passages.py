"""Where a finding stands in what a reader sees, and the words around it."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Article, Finding, Span, View

PROTECTED_SHOWN = "[…]"
"""Stands in reports for protected inline text (code, images), which has no words of its own."""

_WORD_EDGE_REACH = 20
"""How far, in characters, a cut may move to fall between two words."""

_WINDOW = 500
"""Characters of a block that are looked at first; white space may ask for more."""


class Passage(NamedTuple):
    """A finding's text and what stands before and after it in the same block, white space as single spaces."""

    before: str
    text: str
    after: str


def view_span(view: View, span: Span) -> Span | None:
    """The stretch of a view that shows a stretch of the file; None where nothing of it shows."""
    first = bisect_right(view.pieces, span.start, key=lambda piece: piece.end)
    last = bisect_left(view.pieces, span.end, key=lambda piece: piece.start) - 1
    if first > last:
        return None
    start, end = view.pieces[first].view_start, view.pieces[last].view_end
    opening, closing = view.pieces[first], view.pieces[last]
    if opening.view_end - opening.view_start == opening.end - opening.start:
        start += max(0, span.start - opening.start)
    if closing.view_end - closing.view_start == closing.end - closing.start:
        end -= max(0, closing.end - span.end)
    return Span(start, end) if start < end else None


def passage(article: Article | None, finding: Finding, reach: int) -> Passage:
    """The finding with up to ``reach`` characters of its block on either side, cut between words where possible."""
    place = view_span(article.view, Span(finding.start, finding.end)) if article and finding.location is None else None
    if article is None or place is None:
        return Passage("", squeeze(finding.text), "")
    text = article.view.text
    return Passage(
        _before(text, place.start, reach),
        squeeze(text[place.start : place.end]),
        _after(text, place.end, reach),
    )


def squeeze(text: str) -> str:
    """White space as single spaces, also at the ends; protected text as ``[…]``."""
    marked = f"|{text}|".replace(PROTECTED_MARK, PROTECTED_SHOWN)
    return " ".join(marked.split())[1:-1]


def _before(text: str, end: int, reach: int) -> str:
    """What stands before an offset in its block; no more of a long block is looked at than will be shown."""
    window = 0
    shown, is_whole = "", False
    while len(shown) <= reach and not is_whole:
        window += _WINDOW + window
        start = max(0, end - window)
        block_start = text.rfind(BLOCK_BREAK, start, end) + 1
        is_whole = block_start > 0 or start == 0
        shown = squeeze(text[max(start, block_start) : end]).lstrip()
    if len(shown) <= reach:
        return shown
    kept = shown[-reach:]
    edge = kept.find(" ", 0, _WORD_EDGE_REACH)
    return "…" + kept[edge + 1 :]


def _after(text: str, start: int, reach: int) -> str:
    """What stands after an offset in its block; no more of a long block is looked at than will be shown."""
    window = 0
    shown, is_whole = "", False
    while len(shown) <= reach and not is_whole:
        window += _WINDOW + window
        end = min(start + window, len(text))
        block_end = text.find(BLOCK_BREAK, start, end)
        is_whole = block_end >= 0 or end == len(text)
        shown = squeeze(text[start : block_end if block_end >= 0 else end]).rstrip()
    if len(shown) <= reach:
        return shown
    kept = shown[:reach]
    edge = kept.rfind(" ", reach - _WORD_EDGE_REACH)
    return (kept[:edge] if edge >= 0 else kept) + "…"
