"""The HTML report's pictures of one concept: the share of each rendering, renderings over time, findings run by run.

Each stands above the table that has the same numbers.
"""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from termcheck.model import Trend, TrendPoint
from termcheck.reports.page_concepts import ConceptPart, RenderingRow, Use
from termcheck.reports.summary import number

_LINE = 22
"""Pixels of a line of the picture over time."""
_MARGIN = 2.0
"""Per cent of its width that stay free on both sides."""
_MOST_LINES = 8
"""Renderings in the picture over time: the most frequent."""
_RUNS_HEIGHT = 44
"""Pixels of the picture of runs."""
_LARGEST = 9.0
_SMALLEST = 3.5


class Piece(Struct, frozen=True):
    """One rendering's part of the bar."""

    start: str
    """Per cent of the width, as the other lengths."""
    length: str
    use: Use
    say: str


class Point(Struct, frozen=True):
    """All mentions of one rendering on one day."""

    x: str
    """Per cent of the width."""
    y: int
    radius: str
    """Pixels, as ``y``."""
    use: Use
    say: str


class Pictures(Struct, frozen=True):
    """The pictures of one concept; each empty where it would show nothing."""

    shares: tuple[Piece, ...]
    points: tuple[Point, ...]
    lines: tuple[str, ...]
    """The renderings of the picture over time, from the top."""
    height: int
    """Pixels."""
    first: dt.date | None
    last: dt.date | None


class RunPoint(Struct, frozen=True):
    """What one run found of the concept."""

    x: str
    """Per cent of the width."""
    y: str
    """Pixels, as ``before_y``."""
    before_x: str
    before_y: str
    """Where the line from the run before begins; here for the first."""
    say: str
    counted: TrendPoint
    wrong: int
    """Mentions that the glossary does not approve."""


class RunPicture(Struct, frozen=True):
    """A concept's findings, run by run."""

    points: tuple[RunPoint, ...]
    """Oldest first."""
    height: int
    """Pixels."""


def make_run_picture(trend: Trend) -> RunPicture:
    """The picture of a concept's open findings in each run, equally far from each other; none stands at the bottom."""
    most = max(1, *(_found(point) for point in trend.points))
    places = [
        (
            f"{_MARGIN + (100 - 2 * _MARGIN) * place / max(1, len(trend.points) - 1):.1f}",
            f"{_RUNS_HEIGHT - _SMALLEST - (_RUNS_HEIGHT - 2 * _SMALLEST) * _found(point) / most:.1f}",
        )
        for place, point in enumerate(trend.points)
    ]
    return RunPicture(
        tuple(
            RunPoint(*place, *before, _run_said(point), point, point.mentions - point.approved)
            for place, before, point in zip(places, [places[0], *places], trend.points, strict=False)
        ),
        _RUNS_HEIGHT,
    )


def _found(point: TrendPoint) -> int:
    return point.errors + point.warnings + point.hints


def _run_said(point: TrendPoint) -> str:
    findings, mentions = number(_found(point), "finding"), number(point.mentions, "mention")
    return f"{point.date.isoformat()}: {findings}; {mentions}, {point.mentions - point.approved} not approved"


def make_pictures(part: ConceptPart) -> Pictures:
    """The pictures of a concept."""
    counted = [row for row in part.rows if row.rendering.count]
    shares = _shares(counted) if len(counted) > 1 else ()
    drawn = counted[:_MOST_LINES]
    days = {day for row in drawn for day in dict(row.rendering.days)}
    if len(days) < 2:
        return Pictures(shares, (), (), 0, None, None)
    first, last = min(days), max(days)
    most = max(count for row in drawn for count in dict(row.rendering.days).values())
    points = tuple(
        _point(row, line, day, count, (first, last, most))
        for line, row in enumerate(drawn)
        for day, count in sorted(dict(row.rendering.days).items())
    )
    return Pictures(shares, points, tuple(row.rendering.text for row in drawn), len(drawn) * _LINE, first, last)


def _shares(rows: Sequence[RenderingRow]) -> tuple[Piece, ...]:
    pieces = []
    at = 0.0
    for row in rows:
        length = 100 * (row.share or 0)
        say = f"“{row.rendering.text}”: {number(row.rendering.count, 'time')}, {row.percent}"
        pieces.append(Piece(f"{at:.2f}", f"{length:.2f}", row.use, say))
        at += length
    return tuple(pieces)


def _point(row: RenderingRow, line: int, day: dt.date, count: int, scale: tuple[dt.date, dt.date, int]) -> Point:
    first, last, most = scale
    share = (day - first).days / max(1, (last - first).days)
    radius = _SMALLEST + (_LARGEST - _SMALLEST) * (count / most) ** 0.5
    return Point(
        x=f"{_MARGIN + share * (100 - 2 * _MARGIN):.1f}",
        y=line * _LINE + _LINE // 2,
        radius=f"{radius:.1f}",
        use=row.use,
        say=f"{day.isoformat()}: “{row.rendering.text}” {number(count, 'time')}",
    )
