"""Where a finding stands in what a reader sees, and the words around it."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Article, Finding, Span, View

PROTECTED_SHOWN = "[…]"
"""Stands in reports for protected inline text (code, images), which has no words of its own."""

_WORD_EDGE_REACH = 20
"""How far, in characters, a cut may move to fall between two words."""


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
    block_start = text.rfind(BLOCK_BREAK, 0, place.start) + 1
    block_end = text.find(BLOCK_BREAK, place.end)
    block_end = len(text) if block_end < 0 else block_end
    return Passage(
        _before(text[block_start : place.start], reach),
        squeeze(text[place.start : place.end]),
        _after(text[place.end : block_end], reach),
    )


def squeeze(text: str) -> str:
    """White space as single spaces, also at the ends; protected text as ``[…]``."""
    marked = f"|{text}|".replace(PROTECTED_MARK, PROTECTED_SHOWN)
    return " ".join(marked.split())[1:-1]


def _before(text: str, reach: int) -> str:
    text = squeeze(text).lstrip()
    if len(text) <= reach:
        return text
    kept = text[-reach:]
    edge = kept.find(" ", 0, _WORD_EDGE_REACH)
    return "…" + kept[edge + 1 :]


def _after(text: str, reach: int) -> str:
    text = squeeze(text).rstrip()
    if len(text) <= reach:
        return text
    kept = text[:reach]
    edge = kept.rfind(" ", reach - _WORD_EDGE_REACH)
    return (kept[:edge] if edge >= 0 else kept) + "…"
