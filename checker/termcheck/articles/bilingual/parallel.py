"""Two files of which one translates the other, aligned line by line or paragraph by paragraph."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from msgspec.structs import replace

from termcheck.errors import ArticleError, Problem
from termcheck.model import BLOCK_BREAK, Article, Segment, Span

_LINES = frozenset((".txt", ".text"))
"""Suffixes of files whose lines may be segments."""


def with_parallel(article: Article, source: Article) -> Article:
    """The article as the translation of another one.

    Two plain texts with the same lines, empty ones in the same places, are aligned line by line, all else paragraph by
    paragraph. Raises ArticleError where neither is possible.
    """
    segments = _by_line(article, source) or _by_paragraph(article, source)
    return replace(article, segments=tuple(segments), source=replace(source, segments=()))


def _by_line(article: Article, source: Article) -> list[Segment]:
    if any(PurePosixPath(one.path).suffix.lower() not in _LINES for one in (article, source)):
        return []
    lines, others = list(_lines(article)), list(_lines(source))
    if len(lines) != len(others) or any(bool(one) != bool(other) for one, other in zip(lines, others, strict=True)):
        return []
    return [
        Segment(f"line {number}", view_span, span, other[0])
        for number, (one, other) in enumerate(zip(lines, others, strict=True), 1)
        if one and other
        for view_span, span in [one]
    ]


def _lines(article: Article) -> Iterator[tuple[Span, Span] | None]:
    """View and file span of each line, None for an empty one; empty ones at the end are left out."""
    found: list[tuple[Span, Span] | None] = []
    for number in range(1, len(article.line_starts) + 1):
        span = article.line_span(number)
        view_span = article.view.of_file(span) if article.text[span.start : span.end].strip() else None
        found.append((view_span, span) if view_span is not None else None)
    while found and found[-1] is None:
        found.pop()
    yield from found


def _by_paragraph(article: Article, source: Article) -> list[Segment]:
    ours, theirs = _paragraphs(article), _paragraphs(source)
    if len(ours) != len(theirs):
        message = f"it has {len(ours)} paragraphs, but its source {source.path} has {len(theirs)}"
        raise ArticleError(Problem(message, remedy="give both the same paragraphs, or the same lines"))
    return [
        Segment(f"paragraph {number}", one, article.view.to_file(one), other)
        for number, (one, other) in enumerate(zip(ours, theirs, strict=True), 1)
    ]


def _paragraphs(article: Article) -> Sequence[Span]:
    spans, at = [], 0
    for block in article.view.text.split(BLOCK_BREAK):
        if block.strip():
            spans.append(Span(at, at + len(block)))
        at += len(block) + 1
    return spans
