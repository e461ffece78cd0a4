"""What reports show around a stretch of an article: made while the text is at hand, kept when it is gone."""

from collections.abc import Callable, Iterator

from termcheck.languages.folding import fold
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Article, Excerpt, ExcerptLine, Span

PROTECTED_SHOWN = "[…]"
"""Stands in reports for protected inline text (code, images), which has no words of its own."""
REACH = 90
"""Characters of its block that a report may show before and after a finding."""
LINES_SHOWN = 3
"""Of a finding that runs over several lines."""

_LINE_REACH = 200
"""Characters of a line that are kept before and after a stretch: what a wide terminal shows."""
_FINGERPRINT_CONTEXT = 40
"""Folded characters before and after a finding that its fingerprint remembers."""
_WINDOW = 500
"""Characters of a block that are looked at first; white space may ask for more."""


def excerpt(article: Article, span: Span) -> Excerpt:
    """All that reports need to know of a stretch of the file."""
    view = article.view
    place = view.of_file(span)
    return Excerpt(
        start=span.start,
        end=span.end,
        view_span=place,
        before=_before(view.text, place.start) if place else "",
        shown=squeeze(view.text[place.start : place.end]) if place else "",
        after=_after(view.text, place.end) if place else "",
        lines=tuple(_lines(article, span)),
        surroundings=surroundings(article.text, span),
    )


def squeeze(text: str) -> str:
    """White space as single spaces, also at the ends; protected text as ``[…]``."""
    marked = f"|{text}|".replace(PROTECTED_MARK, PROTECTED_SHOWN)
    return " ".join(marked.split())[1:-1]


def surroundings(text: str, span: Span) -> tuple[str, str, str]:
    """The folded text of a stretch, and what stands before and after it, white space as single spaces."""
    start, end = span
    reach = 2 * _FINGERPRINT_CONTEXT
    before = " ".join(fold(text[max(0, start - reach) : start]).split())[-_FINGERPRINT_CONTEXT:]
    after = " ".join(fold(text[end : end + reach]).split())[:_FINGERPRINT_CONTEXT]
    return " ".join(fold(text[start:end]).split()), before, after


def _before(text: str, end: int) -> str:
    """What stands before an offset in its block, at most one character more than is shown."""

    def part(window: int) -> tuple[str, bool]:
        start = max(0, end - window)
        block_start = text.rfind(BLOCK_BREAK, start, end) + 1
        return squeeze(text[max(start, block_start) : end]).lstrip(), block_start > 0 or start == 0

    return _enough(part)[-REACH - 1 :]


def _after(text: str, start: int) -> str:
    """What stands after an offset in its block, at most one character more than is shown."""

    def part(window: int) -> tuple[str, bool]:
        end = min(start + window, len(text))
        block_end = text.find(BLOCK_BREAK, start, end)
        return squeeze(text[start : block_end if block_end >= 0 else end]).rstrip(), block_end >= 0 or end == len(text)

    return _enough(part)[: REACH + 1]


def _enough(part: Callable[[int], tuple[str, bool]]) -> str:
    """A part of a block that is long enough, or the whole; no more of a long block is looked at than is needed."""
    window = _WINDOW
    shown, is_whole = part(window)
    while len(shown) <= REACH and not is_whole:
        window += _WINDOW + window
        shown, is_whole = part(window)
    return shown


def _lines(article: Article, span: Span) -> Iterator[ExcerptLine]:
    text = article.text
    first, last = article.position(span.start)[0], article.position(span.end)[0]
    for number in range(first, min(last, first + LINES_SHOWN - 1) + 1):
        line = article.line_span(number)
        start = min(max(span.start, line.start), line.end)
        end = max(min(span.end, line.end), start)
        left, right = max(line.start, start - _LINE_REACH), min(line.end, end + _LINE_REACH)
        yield ExcerptLine(
            ("…" if left > line.start else "") + text[left:start],
            text[start:end],
            text[end:right] + ("…" if right < line.end else ""),
        )
