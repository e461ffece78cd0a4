"""What reports may need of articles that nobody can look at again: kept with a shard, used when shards are merged."""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, groupby

from msgspec.structs import replace

from termcheck.languages.tags import base
from termcheck.model import ANY_LANGUAGE, ArticleRecord, Concept, Glossary, Page, Span, Status
from termcheck.partials.sections import (
    BY_SOURCE,
    BY_TARGET,
    CLUES,
    FREE,
    PAIRED,
    RECORDS,
    SEGMENTS,
    SPARES,
    Row,
    Rows,
    Section,
    Spare,
)
from termcheck.records import page_with_findings

_RIGHT = frozenset((Status.PREFERRED, Status.ADMITTED, Status.SUPERSEDED))


def wanted_spans(part: Rows, glossary: Glossary) -> dict[str, set[Span]]:
    """Path -> file spans at which all articles together may have a finding, of rules that do not look at directives."""
    wanted: dict[str, set[Span]] = {}
    disputed = frozenset(concept.id for concept in glossary.concepts if _may_disagree(concept))
    for use in (*part.rows(FREE), *part.rows(PAIRED)):
        if use.concept not in disputed:
            continue
        wanted.setdefault(use.at.file, set()).add(Span(use.at.start, use.at.end))
    first = _first_segments(part)
    for one in part.rows(SEGMENTS) if first else ():
        if (one.file, one.start) in first:
            wanted.setdefault(one.file, set()).add(Span(one.start, one.end))
    for clue in part.rows(CLUES):
        if not clue.is_known:
            wanted.setdefault(clue.at.file, set()).add(Span(clue.at.start, clue.at.end))
    return wanted


def _may_disagree(concept: Concept) -> bool:
    """Whether articles in one language may call a concept by different names that are right."""
    langs = [term.lang for term in concept.terms if term.status in _RIGHT]
    return any(ANY_LANGUAGE in (one, other) or base(one) == base(other) for one, other in combinations(langs, 2))


def _first_segments(part: Rows) -> set[tuple[str, int]]:
    """The places of the first segment with each translation of a source, and the first with each source of one."""
    found: set[tuple[str, int]] = set()
    for section in (BY_SOURCE, BY_TARGET):
        for _, group in groupby(part.rows(section), lambda one: one.shared):
            found.update({one.other: (one.file, one.start) for one in reversed(list(group))}.values())
    return found


def paths_of_spares(part: Rows, wanted: Collection[str]) -> frozenset[str]:
    """The articles that have to be looked at again."""
    return frozenset([*wanted, *(record.path for record in part.rows(RECORDS) if record.directives)])


def spare_of(record: ArticleRecord, seen: ArticleRecord) -> Spare:
    """What ``seen``, the record as it is after its article was looked at again, has more than the record."""
    known = {(one.start, one.end) for one in record.excerpts}
    added = tuple(one for one in seen.excerpts if (one.start, one.end) not in known)
    page = seen.page
    if page is not None and page.is_whole:
        page = page_with_findings(page, (one.view_span for one in seen.excerpts))
    return Spare(record.path, added, page)


class FromSpares:
    """Gives records what stands around findings that came later, in the place of looking at articles again."""

    def __init__(self, part: Rows) -> None:
        """Use the spares of a partial result."""
        self._part = part
        self._expected: dict[str, Spare] = {}

    def expect(self, paths: Collection[str]) -> None:
        """Find the spares of these articles."""
        self._expected = {spare.path: spare for spare in self._part.rows(SPARES) if spare.path in paths}

    def __call__(self, record: ArticleRecord, spans: Sequence[Span]) -> ArticleRecord:
        """The record with what stands around the stretches."""
        spare = self._expected.get(record.path)
        if spare is None:
            return record
        known = {Span(one.start, one.end) for one in record.excerpts}
        wanted = set(spans) - known
        added = [one for one in spare.excerpts if Span(one.start, one.end) in wanted]
        excerpts = tuple(sorted((*record.excerpts, *added), key=lambda one: (one.start, one.end)))
        page = record.page
        if page is not None and not page.is_whole and spare.page is not None:
            page = page_with_findings(_together(page, spare.page), (one.view_span for one in excerpts))
        return replace(record, excerpts=excerpts, page=page)


def _together(one: Page, other: Page) -> Page:
    blocks = {block.number: block for block in (*other.blocks, *one.blocks)}
    return Page(tuple(blocks[number] for number in sorted(blocks)), one.count)


class WithSpares:
    """A partial result with spares of its articles."""

    def __init__(self, part: Rows, spares: Sequence[Spare]) -> None:
        """Put them together; ``spares``: by path."""
        self._part = part
        self._spares = spares
        self.length = part.length

    def rows(self, section: Section[Row]) -> Iterator[Row]:
        """The rows of a section."""
        return iter(self._spares) if section is SPARES else self._part.rows(section)  # type: ignore[arg-type]  # its rows are spares
