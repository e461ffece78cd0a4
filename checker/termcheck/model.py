"""Every type that crosses a module border: read this file first.

Offsets are code points, end exclusive. Two texts have offsets: the *file* (``Article.text``, decoded, without its BOM,
line ends as they stand) and the *view* (``View.text``, what a reader sees: markup gone, entities resolved). Names of
fields say which one is meant; ``start`` and ``end`` alone always mean the file.

The types are frozen ``msgspec.Struct`` classes: they behave like frozen dataclasses, and defining them costs a
thirtieth of the time, which every start of the hook pays.
"""

import datetime as dt
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import force_setattr

BLOCK_BREAK = "\u2029"
"""In a view: the border between two blocks (paragraphs, list items, cells, headings). No mention crosses it."""
MOST_ARTICLES = 10_000
"""Of one rendering, that are listed: an archive has too many for any report."""
PROTECTED_MARK = "\ufffc"
"""In a view: one character in the place of protected inline text (code, images, ...). No mention crosses it."""
UNLISTED = "unlisted"
"""In a reconciliation: stands for the status of renderings that the glossary does not list."""

ANY_LANGUAGE = "*"
"""Language tag of a term that is valid in every language."""


class Status(StrEnum):
    """Administrative status of a term (ISO 30042)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"
    """Right until the row's ``until`` date, deprecated afterwards."""
    FORBIDDEN = "forbidden"
    PROPOSED = "proposed"
    """Never enforced, only listed."""


class Standing(StrEnum):
    """What a term's row says about one article, once its status, dates and paths are weighed."""

    APPROVED = "approved"
    WRONG = "wrong"
    DOUBTFUL = "doubtful"
    """Wrong, but at hint at most: the row has a date and the article has none."""
    PROPOSED = "proposed"


class Tier(StrEnum):
    """How far a term may differ from the text (column ``match``)."""

    EXACT = "exact"
    """As written, plus typography."""
    INFLECTED = "inflected"
    """Also in inflected forms."""
    FUZZY = "fuzzy"
    """All tiers; the default."""


class TermType(StrEnum):
    """What kind of designation a term is (column ``type``)."""

    FULL = "full"
    SHORT = "short"
    ABBREVIATION = "abbreviation"


class Method(StrEnum):
    """How a mention was recognised."""

    EXACT = "exact"
    """Letter for letter."""
    FOLDED = "folded"
    """Other case or typography."""
    INFLECTED = "inflected"
    """Another inflected form of the same words."""
    NEAR = "near"
    """A few letters differ."""
    ALTERED = "altered"
    """A word is dropped, added, shortened or moved."""
    UNLISTED = "unlisted"
    """Other words for the same concept."""

    @property
    def is_listed(self) -> bool:
        """Whether the glossary itself lists the form, rather than the program concluding it."""
        return self in _LISTED


_LISTED = (Method.EXACT, Method.FOLDED, Method.INFLECTED)


class CaseFit(StrEnum):
    """How the capitals of a mention compare with the term's."""

    SAME = "same"
    FORCED = "forced"
    """They differ as the place demands: sentence start, title case, all capitals."""
    DIFFERENT = "different"


class Role(StrEnum):
    """What became of a mention when overlaps were resolved."""

    WINNER = "winner"
    NESTED = "nested"
    """Wholly inside a winner, or the same approved form of another concept: counted, never a finding."""
    RIVAL = "rival"
    """A wrong form at the very span where another concept's approved form stands: a hint at most."""


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for a hint, 1 for a warning, 2 for an error."""
        return _SEVERITY_RANK[self]


_SEVERITY_RANK = {Severity.HINT: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class State(StrEnum):
    """Whether a finding is open, and if not, what suppressed it."""

    OPEN = "open"
    IGNORED = "ignored"
    """By a directive in the article."""
    DECIDED = "decided"
    BASELINE = "baseline"


class Policy(StrEnum):
    """What to do with findings in quoted text."""

    CHECK = "check"
    NOTE = "note"
    """At most a hint."""
    SKIP = "skip"


class RegionKind(StrEnum):
    """What part of an article a stretch of its view is, where rules care."""

    HEADING = "heading"
    TITLE = "title"
    """The article's title, in front matter or ``<title>``."""
    BLOCK_QUOTATION = "block-quotation"
    QUOTATION = "quotation"
    """Between quotation marks, or ``<q>`` without ``cite``."""
    WORK_TITLE = "work-title"
    """The title of a work: ``<cite>``, 《 》."""


class DirectiveKind(StrEnum):
    """Inline directives, as written after ``termcheck-``."""

    DISABLE = "disable"
    ENABLE = "enable"
    DISABLE_NEXT_LINE = "disable-next-line"


# ---------------------------------------------------------------------------------------------------- glossary


class Place(Struct, frozen=True, order=True, array_like=True):
    """Where a row of a glossary stands."""

    file: str
    """Path as reported, ``/``-separated."""
    line: int
    """1-based line of the file at which the row starts."""

    def __str__(self) -> str:
        """``file:line``."""
        return f"{self.file}:{self.line}"


class Example(Struct, frozen=True, order=True, array_like=True):
    """A sentence in a glossary row that must, or must not, be found."""

    sentence: str
    found: bool
    """True for ``+``, False for ``-``."""


class Term(Struct, frozen=True, array_like=True):
    """One designation of a concept in one language: one row of a glossary."""

    concept: str
    lang: str
    """BCP 47 tag as written, or ``*``."""
    text: str
    """The dictionary form, NFC, stripped."""
    status: Status
    case_sensitive: bool = False
    tier: Tier = Tier.FUZZY
    type: TermType = TermType.FULL
    valid_from: dt.date | None = None
    """First day on which the row holds, inclusive."""
    valid_until: dt.date | None = None
    """Last day on which the row holds, inclusive."""
    paths: tuple[str, ...] = ()
    """Globs of the articles for which the row holds; empty means all."""
    forms: tuple[str, ...] = ()
    """Irregular inflected forms."""
    not_when: tuple[str, ...] = ()
    """Phrases: no mention where one of them stands in the same sentence."""
    examples: tuple[Example, ...] = ()
    note: str = ""
    definition: str = ""
    domain: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    """Unknown columns, kept: (column, cell)."""
    place: Place = Place("", 0)

    @property
    def is_dated(self) -> bool:
        """Whether the row carries either date."""
        return self.valid_from is not None or self.valid_until is not None

    @property
    def is_bound(self) -> bool:
        """Whether the row says in which articles the term is right."""
        return self.status is Status.SUPERSEDED or self.is_dated or bool(self.paths)


class Concept(Struct, frozen=True, array_like=True):
    """A unit of knowledge and its designations in any number of languages."""

    id: str
    terms: tuple[Term, ...]
    """In the order of the glossary."""


class Glossary(Struct, frozen=True, dict=True):
    """All concepts of one run, merged from every file."""

    concepts: Sequence[Concept]
    """In the order in which their ids first appear."""
    files: tuple[str, ...] = ()
    """Paths of the files it was read from, as reported."""
    warnings: tuple[str, ...] = ()
    """What loading noticed and ``glossary lint`` repeats: identical rows, one form in two concepts."""
    digest: str = ""
    """Differs where the files do; empty where it was not read from files."""

    @cached_property
    def terms(self) -> Sequence[Term]:
        """Every row, concept by concept."""
        return tuple(term for concept in self.concepts for term in concept.terms)

    @cached_property
    def kinds(self) -> tuple[Term, ...]:
        """For each language tag and status that rows have, one row with both: all that choosing a language asks for."""
        found: dict[tuple[str, Status], Term] = {}
        for term in self.terms:
            found.setdefault((term.lang, term.status), term)
        return tuple(found.values())

    @property
    def languages(self) -> tuple[str, ...]:
        """The distinct language tags as written, sorted, without ``*``."""
        return tuple(sorted({term.lang for term in self.kinds} - {ANY_LANGUAGE}))

    def concept(self, name: str) -> Concept | None:
        """The concept of an id; None where there is none."""
        return self._by_id.get(name)

    @cached_property
    def _by_id(self) -> Mapping[str, Concept]:
        return {concept.id: concept for concept in self.concepts}


# ---------------------------------------------------------------------------------------------------- articles


class Span(NamedTuple):
    """A half-open stretch of code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one (or equals it)."""
        return self.start <= other.start and other.end <= self.end


class Piece(Struct, frozen=True, order=True, array_like=True):
    """A stretch of a view and the stretch of the file that it came from.

    Where both are equally long they correspond code point by code point; else the piece stands as a whole for the
    file's stretch (an entity, a line break with its indentation, a tag that reads as a space).
    """

    view_start: int
    view_end: int
    start: int
    end: int


class View(Struct, frozen=True):
    """What a reader sees of an article, and the way back to the file."""

    text: str
    pieces: tuple[Piece, ...]
    """In order, without gaps in the view, covering it; file offsets never go backwards unless it ``is_scattered``."""
    is_scattered: bool = False
    """Whether it shows texts one after the other that stand side by side in the file: cells of several lines."""
    view_starts: tuple[int, ...] = ()
    """Set by the class: where each piece starts in the view."""

    def __post_init__(self) -> None:
        """Index the pieces by their start in the view."""
        force_setattr(self, "view_starts", tuple(piece.view_start for piece in self.pieces))

    def to_file(self, view_span: Span) -> Span:
        """The stretch of the file that shows as ``view_span`` (which must not be empty), markup in between included."""
        first = last = self.pieces[0]
        if len(self.pieces) > 1:
            first, last = self._piece_at(view_span.start), self._piece_at(view_span.end - 1)
        start = first.start
        if first.view_end - first.view_start == first.end - first.start:
            start += view_span.start - first.view_start
        end = last.end
        if last.view_end - last.view_start == last.end - last.start:
            end = last.start + view_span.end - last.view_start
        return Span(start, end)

    def of_file(self, span: Span) -> Span | None:
        """The stretch of the view that shows a stretch of the file; None where nothing of it shows."""
        if self.is_scattered:
            return self._of_scattered(span)
        first = bisect_right(self.pieces, span.start, key=lambda piece: piece.end)
        last = bisect_left(self.pieces, span.end, key=lambda piece: piece.start) - 1
        if first > last:
            return None
        start, end = self.pieces[first].view_start, self.pieces[last].view_end
        opening, closing = self.pieces[first], self.pieces[last]
        if opening.view_end - opening.view_start == opening.end - opening.start:
            start += max(0, span.start - opening.start)
        if closing.view_end - closing.view_start == closing.end - closing.start:
            end -= max(0, closing.end - span.end)
        return Span(start, end) if start < end else None

    def _of_scattered(self, span: Span) -> Span | None:
        shown = [piece for piece in self.pieces if piece.end > span.start and piece.start < span.end]
        if not shown:
            return None
        first = min(shown, key=lambda piece: (piece.start > span.start, abs(piece.start - span.start)))
        last = min(shown, key=lambda piece: (piece.end < span.end, abs(piece.end - span.end)))
        start, end = first.view_start, last.view_end
        if first.view_end - first.view_start == first.end - first.start:
            start += max(0, span.start - first.start)
        if last.view_end - last.view_start == last.end - last.start:
            end -= max(0, last.end - span.end)
        return Span(start, end) if start < end else None

    def pieces_of(self, view_span: Span) -> tuple[Piece, ...]:
        """The pieces that show a stretch of the view (which must not be empty)."""
        first = bisect_right(self.view_starts, view_span.start) - 1
        return self.pieces[first : bisect_left(self.view_starts, view_span.end)]

    def _piece_at(self, view_offset: int) -> Piece:
        return self.pieces[bisect_right(self.view_starts, view_offset) - 1]

    @classmethod
    def verbatim(cls, text: str) -> "View":
        """The view of a text without any markup."""
        return cls(text, (Piece(0, len(text), 0, len(text)),) if text else ())


class Region(Struct, frozen=True):
    """A stretch of a view that rules treat in their own way."""

    kind: RegionKind
    view_span: Span


class Part(Struct, frozen=True, order=True, array_like=True):
    """A stretch of a view in another language than its article."""

    view_span: Span
    lang: str
    """BCP 47 tag."""


class Segment(Struct, frozen=True):
    """A stretch of an article that its file gives an id: a unit of a bilingual file, a string of a resource file."""

    id: str
    """As its users look for it; several segments may share one."""
    view_span: Span
    """In a bilingual file the target."""
    span: Span
    """The same in the file, with the markup in it."""
    source: Span | None = None
    """What it translates, as a stretch of the view of the article's source; None where it translates nothing."""
    context: str = ""
    """What tells it from another one with the same source: a context, the number of a plural form."""


class Directive(Struct, frozen=True):
    """An inline directive and where it stands in the file."""

    kind: DirectiveKind
    concepts: tuple[str, ...]
    """Concept ids it names; empty means all."""
    span: Span
    """The whole comment, in the file."""


class PlacedDirective(Struct, frozen=True, array_like=True):
    """A directive with all that is asked of it once its article is no longer at hand."""

    kind: DirectiveKind
    concepts: tuple[str, ...]
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    observed: str
    """The whole comment as it stands."""
    next_line: int = 0
    """The line that a ``disable-next-line`` is about, 1-based; 0 for others."""
    location: str | None = None
    """Where, in a format without text positions."""


class Location(Struct, frozen=True, order=True, array_like=True):
    """A place in a file whose format has no text positions, as its user goes to it."""

    start: int
    """Offset in the text that was taken from the file; it holds up to the next one."""
    label: str
    """``page 3``, ``table 2, row 3, cell 1``, ``Sheet1!B7``."""


class Article(Struct, frozen=True):
    """One input text."""

    path: str
    """As reported: ``/``-separated, relative to the project root where possible."""
    text: str
    """The decoded file without its BOM; where the format has no text positions, the text taken from the file."""
    view: View
    lang: str | None = None
    """Language of its metadata, or as chosen; None while unknown."""
    title: str | None = None
    date: dt.date | None = None
    protected: tuple[Span, ...] = ()
    """View spans that are never checked (URLs, paths, addresses, identifiers), sorted, disjoint."""
    regions: tuple[Region, ...] = ()
    """Sorted by start, then end; they may nest."""
    directives: tuple[Directive, ...] = ()
    """In the order of the file."""
    line_starts: Sequence[int] = ()
    """Set by the class: file offset of the start of every line; lines end at LF, CRLF or a lone CR and nothing else.
    Who replaces the text must empty it."""
    notices: tuple[str, ...] = ()
    """What an editor should know of how it was read: directives that cannot be understood, ..."""
    parts: tuple[Part, ...] = ()
    """What is in another language, sorted, disjoint; until the language is chosen, what markup says of languages."""
    segments: tuple[Segment, ...] = ()
    """In the order of the file, disjoint; segments without text are left out."""
    source: "Article | None" = None
    """What a bilingual file translates: the same file (or the one beside it), with a view of the source texts."""
    locations: tuple[Location, ...] = ()
    """Where things are in a format without text positions, by start; empty where offsets are those of the file."""

    def __post_init__(self) -> None:
        """Index the lines, where that is not done."""
        if not self.line_starts:
            force_setattr(self, "line_starts", _line_starts(self.text))

    def position(self, offset: int) -> tuple[int, int]:
        """1-based line and column of a file offset; a tab is one column, as is every code point."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    @property
    def reads_on(self) -> bool:
        """Whether it is a text that is read from beginning to end, rather than segments of a bilingual file."""
        return self.source is None or self.source.path != self.path

    def segment_at(self, offset: int) -> Segment | None:
        """The segment in which a file offset lies."""
        at = bisect_right(self.segments, offset, key=lambda one: one.span.start) - 1
        return self.segments[at] if at >= 0 and offset < self.segments[at].span.end else None

    def location(self, offset: int) -> str | None:
        """Where an offset of the text is in a file without text positions; None in all others."""
        if not self.locations:
            return None
        return self.locations[max(0, bisect_right(self.locations, offset, key=lambda one: one.start) - 1)].label

    def line_span(self, line: int) -> Span:
        """File span of the 1-based line, without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))


def _line_starts(text: str) -> Sequence[int]:
    starts = array("I", [0])  # of large files there are many
    offset = 0
    if "\r" not in text:
        while (offset := text.find("\n", offset) + 1) > 0:
            starts.append(offset)
        return starts
    starts.extend(
        place + 1
        for place, (char, following) in enumerate(pairwise(text + " "))
        if char == "\n" or (char == "\r" and following != "\n")
    )
    return starts


# ---------------------------------------------------------------------------------------------------- mentions


class Mention(Struct, frozen=True):
    """A stretch of an article that names a concept."""

    concept: str
    term: Term
    """The row it was recognised by."""
    standing: Standing
    span: Span
    """In the file."""
    view_span: Span
    text: str
    """What a reader sees: the slice of the view, white space as single spaces."""
    method: Method
    confidence: float
    """0 to 1; 1 for listed forms."""
    case: CaseFit
    role: Role
    reason: str
    """Why it was taken, in one sentence for an editor."""
    doubtful: bool = False
    """Recognised, but on thin evidence: a finding made of it is a hint."""
    lang: str | None = None
    """Language of the text around it."""
    related: tuple[Span, ...] = ()
    """File spans of mentions linked to it (a listed wrong form inside an altered one, or the other way round)."""


# ---------------------------------------------------------------------------------------------------- findings


class Related(Struct, frozen=True, order=True, array_like=True):
    """Another place that makes something a finding."""

    file: str
    line: int
    start: int
    end: int
    location: str | None = None
    """Where, in a format without text positions: then the numbers are those of the text taken from the file."""


class Finding(Struct, frozen=True, array_like=True):
    """A mention, or something between mentions, that should be different."""

    rule: str
    severity: Severity
    message: str
    """One sentence for an editor: what is wrong."""
    file: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    observed: str
    """The raw slice of the file, with its markup."""
    text: str
    """What a reader sees of it."""
    confidence: float = 1.0
    method: Method | None = None
    concept: str | None = None
    lang: str | None = None
    segment: str | None = None
    """Id of the segment of a bilingual file."""
    location: str | None = None
    """Where, in a format without text positions."""
    matched: str | None = None
    """The term as listed that it was recognised by."""
    suggestion: str | None = None
    """Exactly what may replace the slice; None when unsure."""
    preferred: str | None = None
    """The preferred rendering in its dictionary form."""
    reason: str = ""
    """Why it was recognised, or, when suppressed, why it is not open (see ``state_reason``)."""
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    state: State = State.OPEN
    state_reason: str = ""
    """What suppressed it."""

    @property
    def place(self) -> str:
        """Where it is, for people: ``line:column``, or what a format without text positions has instead."""
        return self.location or f"{self.line}:{self.column}"

    @property
    def order(self) -> tuple[str, int, int, str, str, str, str]:
        """Sort key of every report: file, start, end, segment, location, rule, concept, nulls first."""
        return (
            self.file, self.start, self.end, self.segment or "", self.location or "", self.rule, self.concept or "",
        )  # fmt: skip


class ArticleResult(Struct, frozen=True):
    """What checking one article yields; needs no other article."""

    article: Article
    mentions: tuple[Mention, ...]
    """Every role, by start, then longer first."""
    findings: tuple[Finding, ...]
    """In report order; suppressed ones included."""
    pairs: tuple["SegmentPair", ...] = ()
    """In the order of the article, for a bilingual one."""


class Demand(Struct, frozen=True):
    """A term in the source of a segment, and what of it is in the target."""

    concepts: tuple[str, ...]
    """What it may mean: mostly one concept; a target must have one of them."""
    source: tuple[Mention, ...]
    """Where it stands in the source, in order, whatever its form."""
    count: int
    """How often its most frequent form stands there: a name and its abbreviation in brackets are one."""
    found: tuple[Mention, ...]
    """Mentions of the concepts in the target, in any role."""
    left: tuple[Mention, ...] = ()
    """Where the source term itself stands in a target that has none of the terms it should have."""


class SegmentPair(Struct, frozen=True):
    """A segment in whose source there are terms."""

    segment: Segment
    demands: tuple[Demand, ...]
    """In the order of the source."""


# ------------------------------------------------------------------------------------- what is kept of an article


class ExcerptLine(Struct, frozen=True, order=True, array_like=True):
    """A line of a file around a stretch of it, ``…`` in the place of what is far from the stretch."""

    before: str
    inside: str
    after: str


class Excerpt(Struct, frozen=True, array_like=True):
    """What reports show around a stretch of an article."""

    start: int
    """File offset, as is ``end``."""
    end: int
    view_span: Span | None
    """The stretch in the view; None where nothing of it shows."""
    before: str
    """What stands before it in its block, white space as single spaces, one character more than reports show."""
    shown: str
    """What a reader sees of it."""
    after: str
    lines: tuple[ExcerptLine, ...]
    """The first lines of the file that it touches."""
    surroundings: tuple[str, str, str]
    """What fingerprints know of it: the folded text and what stands before and after it, folded."""


class PageMention(Struct, frozen=True, order=True, array_like=True):
    """A mention as the HTML report draws it on the text."""

    view_span: Span
    concept: str
    term: str
    status: Status
    standing: Standing
    is_listed: bool
    is_nested: bool


class PageBlock(Struct, frozen=True, array_like=True):
    """A paragraph, heading, list item or cell as a reader sees it."""

    number: int
    """Place among the article's blocks that hold more than white space, from 0."""
    start: int
    """Where it starts in the view."""
    text: str
    is_heading: bool
    mentions: tuple[PageMention, ...]
    """Those that begin in it."""


class Page(Struct, frozen=True, array_like=True):
    """The text of an article for the HTML report."""

    blocks: tuple[PageBlock, ...]
    """In order: all of them, or only those that hold a finding."""
    count: int
    """Of all blocks, shown or not."""

    @property
    def is_whole(self) -> bool:
        """Whether every block is there."""
        return len(self.blocks) == self.count


class RenderingKey(NamedTuple):
    """What the mentions of one rendering share."""

    concept: str
    lang: str
    """Language of the articles, or of their parts."""
    status: str
    text: str
    """The term as listed; folded for forms that are not listed."""


class Use(Struct, frozen=True, array_like=True):
    """How often and where one rendering is used; every field adds up."""

    spellings: tuple[tuple[str, int], ...]
    """(spelling, how often), sorted; for listed forms the term alone."""
    approved: int = 0
    wrong: int = 0
    """Winners where the row holds as wrong."""
    count: int = 0
    nested: int = 0
    articles: tuple[tuple[str, int], ...] = ()
    """(path, mentions), by path: the first ``MOST_ARTICLES``."""
    first: dt.date | None = None
    last: dt.date | None = None
    days: tuple[tuple[dt.date, int], ...] = ()
    """(date of articles, mentions), by date."""
    more: int = 0
    """Articles that ``articles`` leaves out."""

    @property
    def text(self) -> str:
        """The most frequent spelling; of equally frequent ones the first in the alphabet."""
        return min(self.spellings, key=lambda spelling: (-spelling[1], spelling[0]))[0]


class FreeUse(Struct, frozen=True, array_like=True):
    """An approved rendering that the glossary binds to no date or path, as articles use it; uses add up."""

    concept: str
    lang: str
    """Language of the articles, or of their parts."""
    rendering: str
    """What all its spellings share."""
    text: str
    """The term as listed, in the article that comes first."""
    type: TermType
    count: int
    articles: int
    first: dt.date | None
    """Earliest date of an article that has it."""
    last: dt.date | None
    date: dt.date | None
    """Date of the article that comes first."""
    at: Finding
    """Its first mention there, as a finding that says nothing yet."""


class SegmentKey(Struct, frozen=True, array_like=True, gc=False):
    """What a segment of a bilingual file has in common with others, and in what it may differ from these."""

    shared: bytes
    """Digest."""
    other: bytes
    """Digest."""
    file: str
    start: int
    """File offset."""


class SegmentUse(Struct, frozen=True, array_like=True, gc=False):
    """A segment of a bilingual file, as kept to be compared with those of all other files."""

    file: str
    start: int
    """File offset, as is ``end``."""
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    observed: str
    """The raw target; empty where it is as a reader sees it."""
    text: str
    """What a reader sees of it."""
    shown: str
    """The beginning of the source text."""
    lang: str | None
    segment: str
    location: str | None = None


Form = tuple[str | None, str]
"""Concept and folded text of a mention or a finding."""


class Clue(Struct, frozen=True, array_like=True):
    """A name in a slot: a place that says what stands there, so that names in one slot are one thing."""

    slot: str
    """Digest of language, kind of place and what makes it one: the neighbours in a list, the role and its person."""
    kind: str
    beside: tuple[str, ...]
    """Digests of the other members of a list."""
    concept: str
    is_known: bool
    """Whether the glossary has the name for the concept; else its words are only like a term's."""
    at: Finding
    """Where it stands; for a name that is not known, the finding that the slot would make of it."""
    sentence: str


class Named(Struct, frozen=True, array_like=True):
    """A winning mention, as far as ``discover`` looks at it."""

    view_span: Span
    concept: str
    lang: str
    """Of its term."""
    reason: str = ""
    """Of a mention by unlisted words; empty for all others."""
    confidence: float = 1.0


class Dossier(Struct, frozen=True, array_like=True):
    """What ``discover`` reads of an article: its text as a reader sees it, and what is known in it."""

    path: str
    lang: str | None
    text: str
    """Of its view, in which all spans are."""
    headings: tuple[Span, ...]
    protected: tuple[Span, ...]
    mentions: tuple[Named, ...]
    """In order."""
    places: tuple[tuple[int, int, str], ...] = ()
    """(offset of a token, line, location) wherever line or location differ from those of the token before."""


class ArticleRecord(Struct, frozen=True, array_like=True):
    """What is kept of a checked article: small, plain, and without its text."""

    path: str
    lang: str | None
    title: str | None
    date: dt.date | None
    length: int
    """Of its view."""
    findings: tuple[Finding, ...]
    """In report order; suppressed ones included."""
    excerpts: tuple[Excerpt, ...] = ()
    """One for each stretch with a finding, by start and end."""
    directives: tuple[PlacedDirective, ...] = ()
    """In the order of the file."""
    notices: tuple[str, ...] = ()
    uses: tuple[tuple[RenderingKey, Use], ...] = ()
    """What it adds to the reconciliation."""
    free: tuple[FreeUse, ...] = ()
    """Its approved renderings that may disagree with those of other articles."""
    mixed: tuple[tuple[str, str], ...] = ()
    """Concepts and languages for which it uses several names itself."""
    forms: tuple[Form, ...] = ()
    """Forms of its mentions and findings, where it has a date."""
    clues: tuple[Clue, ...] = ()
    segments: tuple[bytes, ...] = ()
    """Its segments with a source as ``SegmentUse``, packed: there may be many."""
    paired: tuple[FreeUse, ...] = ()
    """Approved renderings by the source terms that they translate: ``rendering`` begins with the source term."""
    page: Page | None = None
    """Where the HTML report is wanted."""
    digest: bytes = b""
    """Of the content of its file."""
    dossier: Dossier | None = None
    """Where ``discover`` wants it."""

    def excerpt_of(self, finding: Finding) -> Excerpt | None:
        """What reports show around a finding."""
        place = bisect_left(self.excerpts, (finding.start, finding.end), key=lambda one: (one.start, one.end))
        if place < len(self.excerpts):
            found = self.excerpts[place]
            return found if (found.start, found.end) == (finding.start, finding.end) else None
        return None


# ---------------------------------------------------------------------------------------------- reconciliation


class Rendering(Struct, frozen=True):
    """One way in which articles name a concept, with how often and where."""

    text: str
    """The term as listed, or, for forms that are not listed, as it stands."""
    status: str
    """A ``Status`` value, or ``unlisted`` for near, altered and unlisted forms."""
    approved: int = 0
    """Of ``count``, how many stood where the row approves them (dates, paths)."""
    count: int = 0
    """Mentions that are winners (or rivals)."""
    nested: int = 0
    """Mentions inside another winner."""
    articles: tuple[tuple[str, int], ...] = ()
    """(path, winners and nested mentions there), sorted by path: the first ``MOST_ARTICLES``."""
    first: dt.date | None = None
    """Date of the earliest dated article that has it."""
    last: dt.date | None = None
    days: tuple[tuple[dt.date, int], ...] = ()
    """(date, winners and nested mentions in the articles of that date), by date."""
    more: int = 0
    """Articles that ``articles`` leaves out."""

    @property
    def spread(self) -> int:
        """In how many articles it is."""
        return len(self.articles) + self.more


class Reconciliation(Struct, frozen=True):
    """All mentions of one concept in one language over all articles."""

    concept: str
    lang: str
    source: str
    """The source-language terms, joined by `` / ``; empty without any."""
    preferred: str | None
    renderings: tuple[Rendering, ...]
    """Most frequent first, then by text."""
    first: dt.date | None
    last: dt.date | None
    majority: str | None
    """Text of the most frequent rendering by ``count``; None without one or on a tie."""
    action: str
    """The one thing recommended to an editor; empty where nothing is to do."""


def _no_segments(_places: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], SegmentUse]:
    return {}


class Corpus(Struct, frozen=True):
    """What corpus rules look at: everything that is known once all articles are checked."""

    free: tuple[FreeUse, ...]
    """Of all articles together, by the file and place of their first mentions."""
    mixed: frozenset[tuple[str, str]]
    """Concepts and languages for which one article uses several names itself."""
    reconciliation: Sequence[Reconciliation]
    by_source: Callable[[], Iterable[SegmentKey]] = tuple
    """The segments of all bilingual files, those with one source and context beside each other; they differ in their
    translations."""
    by_target: Callable[[], Iterable[SegmentKey]] = tuple
    """Those of them that say something, ones with one translation beside each other; they differ in their sources."""
    segments: Callable[[Collection[tuple[str, int]]], Mapping[tuple[str, int], SegmentUse]] = _no_segments
    """File and offset -> the segment there, for those that are asked for."""
    paired: tuple[FreeUse, ...] = ()
    """Approved renderings by the source terms that they translate, by concept, language and source term."""


class Skipped(NamedTuple):
    """An article that was not checked, and why."""

    file: str
    reason: str
    unreadable: bool = False
    """True where it could not be read (exit status 3), False where nothing could be checked in it."""
    type: str = ""
    """Of a file in an archive that nothing reads: its suffix, or ``link``; such files are only counted, and ``reason``
    is the archive."""


class TrendPoint(Struct, frozen=True, order=True, array_like=True):
    """What one run counted of one concept."""

    date: dt.date
    """Of the run."""
    mentions: int
    approved: int
    """Of ``mentions``, how many the glossary approves."""
    errors: int
    warnings: int
    hints: int


class Trend(Struct, frozen=True):
    """One concept in one language, run by run."""

    concept: str
    lang: str
    points: tuple[TrendPoint, ...]
    """Oldest first; two at least."""


class Report(Struct, frozen=True):
    """Everything a run found; reports are pure functions of it.

    Its sequences may lie on the disk, where there were many articles: go through them, rather than asking for places.
    """

    glossary: Glossary
    results: Sequence[ArticleRecord]
    """One for each checked article, in file order; their findings are the final ones."""
    findings: Sequence[Finding]
    """Open ones, in report order."""
    suppressed: Sequence[Finding]
    """The others, in report order."""
    reconciliation: Sequence[Reconciliation]
    """By concept id, then language."""
    skipped: Sequence[Skipped] = ()
    """By file."""
    others: int = 0
    """Files of other suffixes met while walking folders."""
    notices: tuple[str, ...] = ()
    """What an editor should know of the run itself: directives that hold to the end of a file, ..."""
    last_words: tuple[str, ...] = ()
    """What the screen says at the end: decisions, accepted findings and glossary rows of no use."""
    fail_on: Severity | None = Severity.ERROR
    """Lowest severity that fails the run; None where nothing does."""
    first_seen: Mapping[Form, dt.date] = {}
    """Earliest date of an article of this run for every form."""
    history: tuple[Trend, ...] = ()
    """By concept and language; only where a history is kept."""

    tally: Mapping[tuple[State, Severity], int] | None = None
    """How many findings there are; None where they are few enough to be counted when asked."""
    languages: Mapping[str | None, int] | None = None
    """Language -> checked articles; None as above."""

    def count(self, severity: Severity) -> int:
        """Number of open findings of a severity."""
        if self.tally is not None:
            return self.tally.get((State.OPEN, severity), 0)
        return sum(finding.severity is severity for finding in self.findings)


# ------------------------------------------------------------------------------------------------------- rules


class Renderings(Struct, frozen=True):
    """The terms that hold for one article, for rules to look up."""

    preferred: Mapping[str, Term]
    """Concept id -> its preferred term for the article's language, date and path, where there is one."""
    approved: Mapping[str, tuple[Term, ...]]
    """Concept id -> its approved terms there, preferred first."""


class ArticleRule(Struct, frozen=True):
    """A rule that looks at one article."""

    id: str
    severity: Severity
    """Default severity; configuration may change it, regions and doubt may lower it."""
    page: str
    """Its manual page: the docstring of its module."""
    find: Callable[[Article, tuple[Mention, ...], Renderings], Iterable[Finding]]
    reads_on: bool = False
    """Whether it is about a text that is read from beginning to end, which segments are not."""
    concerns: Callable[[Mention], bool] = lambda _: True
    """Whether a mention may make it fire; it need not be asked about an article without any."""
    compares: bool = False
    """Whether one such mention alone never makes it fire."""


class SegmentRule(Struct, frozen=True):
    """A rule that looks at the segments of a bilingual article."""

    id: str
    severity: Severity
    page: str
    find: Callable[[Article, tuple[SegmentPair, ...], Renderings], Iterable[Finding]]


class CorpusRule(Struct, frozen=True):
    """A rule that looks at all articles together."""

    id: str
    severity: Severity
    page: str
    find: Callable[[Corpus], Iterable[Finding]]


class DirectiveUse(Struct, frozen=True, order=True, array_like=True):
    """A directive and how many findings it suppressed."""

    file: str
    lang: str | None
    """Language of the article."""
    directive: PlacedDirective
    suppressed: int


class Unmatched(Struct, frozen=True, order=True, array_like=True):
    """A decision, a baseline entry or a glossary row that nothing in the articles matches any more."""

    file: str
    line: int
    """1-based."""
    message: str


class Suppressions(Struct, frozen=True):
    """What closing rules look at: every directive, decision and baseline entry, and whether it matched."""

    directives: tuple[DirectiveUse, ...]
    concepts: frozenset[str] = frozenset()
    """Ids that directives name, as far as they are of the glossary's concepts."""
    unmatched: tuple[Unmatched, ...] = ()
    """Decisions and baseline entries; only where the run is strict."""
    unused: tuple[Unmatched, ...] = ()
    """Glossary rows; only where the run is strict."""


class ClosingRule(Struct, frozen=True):
    """A rule that looks at what suppressed nothing."""

    id: str
    severity: Severity
    page: str
    find: Callable[[Suppressions], Iterable[Finding]]


Rule = ArticleRule | SegmentRule | CorpusRule | ClosingRule
