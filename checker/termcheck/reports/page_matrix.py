"""The HTML report's matrix: which article calls which concept what."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from termcheck.model import MOST_ARTICLES, ArticleRecord, Report
from termcheck.reports.page_concepts import ConceptPart, Use, use_of

_MOST_COLUMNS = 40
"""Articles; of more, those with the most findings are shown."""
_MOST_ROWS = 300
"""Concepts; of more, the most urgent are shown."""
_ROOMY_COLUMNS = 8
"""Up to so many articles the cells have room for the renderings themselves."""
_CHIP_LENGTH = 44
_TITLE_LENGTH = 60


class Column(Struct, frozen=True):
    """An article in the head of the matrix."""

    path: str
    title: str | None
    """Cut to a length that a column head can bear."""
    lang: str | None
    date: dt.date | None
    anchor: str


class Chip(Struct, frozen=True):
    """A rendering, or all of one standing where there is little room, in one article."""

    use: Use
    text: str
    """Cut to a length that a cell can bear; empty where there is little room."""
    detail: str
    """Everything: rendering, status, mentions."""
    count: int


class Cell(Struct, frozen=True):
    """What one article calls one concept."""

    use: Use | None
    """None where the article does not name the concept."""
    chips: tuple[Chip, ...] = ()


class MatrixRow(Struct, frozen=True):
    """A concept in the matrix."""

    part: ConceptPart
    cells: tuple[Cell, ...]


class Matrix(Struct, frozen=True):
    """The matrix, and how much of it was left out."""

    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    compact: bool
    columns_left_out: int
    rows_left_out: int


def make_matrix(
    shown: Sequence[ArticleRecord],
    busiest: Collection[str],
    parts: Sequence[ConceptPart],
    anchors: Mapping[str, str],
    count: int,
) -> Matrix:
    """Concepts in the order given, articles from the oldest to the newest, undated ones last.

    ``busiest``: paths of the articles that the matrix is about, of ``count``; ``anchors``: path -> id of the article's
    part on the page.
    """
    chosen = sorted([article for article in shown if article.path in busiest], key=_age)
    compact = len(chosen) > _ROOMY_COLUMNS
    rows = parts[:_MOST_ROWS]
    return Matrix(
        columns=tuple(_column(article, anchors[article.path]) for article in chosen),
        rows=tuple(MatrixRow(part, _cells(part, chosen, compact=compact)) for part in rows),
        compact=compact,
        columns_left_out=count - len(chosen),
        rows_left_out=len(parts) - len(rows),
    )


def busiest_articles(report: Report) -> frozenset[str]:
    """The articles that the matrix is about: those with the most findings; none where there are too many articles."""
    count = len(report.results)
    if count <= _MOST_COLUMNS:
        return frozenset(result.path for result in report.results)
    if count > MOST_ARTICLES:
        return frozenset()
    findings: dict[str, int] = {}
    for finding in report.findings:
        findings[finding.file] = findings.get(finding.file, 0) + 1
    paths = (result.path for result in report.results)
    return frozenset(sorted(paths, key=lambda path: (-findings.get(path, 0), path))[:_MOST_COLUMNS])


def _age(article: ArticleRecord) -> tuple[dt.date, str]:
    return (article.date or dt.date.max, article.path)


def _column(article: ArticleRecord, anchor: str) -> Column:
    return Column(
        path=article.path,
        title=clip(article.title, _TITLE_LENGTH) if article.title else None,
        lang=article.lang,
        date=article.date,
        anchor=anchor,
    )


def _cells(part: ConceptPart, articles: Sequence[ArticleRecord], *, compact: bool) -> tuple[Cell, ...]:
    chips: dict[str, list[Chip]] = {}
    for rendering in part.entry.renderings:
        use = use_of(rendering)
        for path, count in rendering.articles:
            detail = f"“{rendering.text}”, {rendering.status}, {count} ×"
            chips.setdefault(path, []).append(Chip(use, clip(rendering.text, _CHIP_LENGTH), detail, count))
    return tuple(_cell(chips.get(article.path, []), compact=compact) for article in articles)


def _cell(chips: Sequence[Chip], *, compact: bool) -> Cell:
    if not chips:
        return Cell(None)
    uses = [use for use in Use if any(chip.use is use for chip in chips)]
    by_use = [[chip for chip in chips if chip.use is use] for use in uses]
    shown = [_merge(group) for group in by_use] if compact else [chip for group in by_use for chip in group]
    return Cell(uses[0] if len(uses) == 1 else Use.MIXED, tuple(shown))


def _merge(chips: Sequence[Chip]) -> Chip:
    return Chip(chips[0].use, "", "; ".join(chip.detail for chip in chips), sum(chip.count for chip in chips))


def clip(text: str, length: int) -> str:
    """The beginning of a text in at most ``length`` characters, with ``…`` where something is cut off."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
