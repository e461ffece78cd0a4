"""Rows of a table of any layout -> entries."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termcheck.errors import Problem
from termcheck.glossary.content import APPROVED, COLUMNS, Entry, Options, safe_column, with_default_statuses
from termcheck.glossary.naming import Namer, naming_term, slug_of
from termcheck.glossary.tables.header import INFO, TERM, Column, Layout
from termcheck.glossary.tables.language_names import language_of
from termcheck.glossary.tables.values import alternatives, is_yes, of_info, settle
from termcheck.model import ANY_LANGUAGE, Status

Row = tuple[int, Sequence[str]]
"""1-based line, cells."""
_OF_ALL = frozenset(("definition", "domain"))
"""What a row says of a concept and thus of all its terms; anything else is said of its first term."""


def entries_of(layout: Layout, rows: Iterable[Row], options: Options) -> list[Entry]:
    """The terms of all rows. The layout must be one of those below."""
    if layout.is_pair:
        return with_default_statuses(list(_Pairs(layout, options).entries(rows)))
    if layout.is_wide:
        return with_default_statuses(list(_wide(layout, rows, options)))
    return with_default_statuses(list(_long(layout, rows, options)), frozenset((APPROVED,)))


def problem_with(layout: Layout, options: Options, where: str) -> Problem | None:
    """What keeps a table from being read, if anything."""
    if layout.is_pair:
        has_languages = (options.source_lang or layout.has("source_lang")) and (
            options.lang or layout.has("target_lang")
        )
        if not has_languages:
            return Problem("the file does not say in which languages its terms are", where,
                           "give them with --source-lang and --lang")  # fmt: skip
        return None
    if layout.is_wide:
        return None
    needed = ("concept", "lang", "term", "status")
    missing = [name for name in needed if not layout.has(name) and not _is_told(name, layout, options)]
    if not missing:
        return None
    what = f"column {missing[0]} is" if len(missing) == 1 else f"columns {', '.join(missing)} are"
    return Problem(f"the {what} missing in the header", where,
                   "add it, or say with --map COLUMN=FIELD which one it is")  # fmt: skip


def _is_told(name: str, layout: Layout, options: Options) -> bool:
    return bool(name == "lang" and options.lang) or (name == "status" and layout.has("forbidden"))


# ---------------------------------------------------------------------------------------------- one row a term


def _long(layout: Layout, rows: Iterable[Row], options: Options) -> Iterator[Entry]:
    needs_lang = bool(options.lang) and not layout.has("lang")
    has_flag = layout.has("forbidden")
    for line, row in rows:
        cells = {"lang": options.lang} if needs_lang else {}
        for column, cell in _filled(layout, row):
            _put(cells, column.field, cell)
        if is_yes(cells.pop("forbidden", "")):
            cells["status"] = Status.FORBIDDEN.value
        elif has_flag:
            cells.setdefault("status", APPROVED)
        settle(cells)
        yield Entry(cells, line)


# ------------------------------------------------------------------------------------------- one row a concept


class _Cell(NamedTuple):
    lang: str
    status: Status | None
    text: str


def _wide(layout: Layout, rows: Iterable[Row], options: Options) -> Iterator[Entry]:
    namer = Namer()
    default = options.lang or (layout.languages[0] if len(layout.languages) == 1 else ANY_LANGUAGE)
    for line, row in rows:
        terms: list[_Cell] = []
        about: dict[str, str] = {}
        by_lang: dict[tuple[str, str], str] = {}
        forbidden = False
        row_lang = next((cell for column, cell in _filled(layout, row) if column == Column("lang")), "")
        known = language_of(row_lang) or row_lang or default
        for column, cell in _filled(layout, row):
            if column == Column("lang"):
                continue
            if column.field == TERM:
                terms.extend(_Cell(column.lang or known, column.status, text) for text in alternatives(cell))
            elif column.field == "forbidden" and is_yes(cell) is None:
                terms.extend(_Cell(column.lang or known, Status.FORBIDDEN, text) for text in alternatives(cell))
            elif column.field == "forbidden":
                forbidden |= bool(is_yes(cell))
            elif column.lang:
                by_lang[column.lang, column.field] = cell
            else:
                _put(about, column.field, cell)
        concept = about.pop("concept", "")
        if not concept:
            named = [(one.lang, one.text) for one in terms if one.status in {None, Status.PREFERRED}] or [
                (one.lang, one.text) for one in terms
            ]
            concept = namer.name(naming_term(named))
        yield from _of_concept(concept, terms, about, by_lang, line, is_forbidden=forbidden)


def _of_concept(
    concept: str,
    terms: Sequence[_Cell],
    about: dict[str, str],
    by_lang: dict[tuple[str, str], str],
    line: int,
    *,
    is_forbidden: bool,
) -> Iterator[Entry]:
    shared = {name: about.pop(name) for name in _OF_ALL if name in about}
    seen: set[str] = set()
    for term in terms:
        own = {field: cell for (lang, field), cell in by_lang.items() if lang == term.lang}
        own |= of_info(own.pop(INFO, ""))
        status = own.pop("status", "")
        if term.lang in seen:
            own = {field: cell for field, cell in own.items() if field in _OF_ALL}
        seen.add(term.lang)
        cells = {**shared, **about, **own, "concept": concept, "lang": term.lang, "term": term.text}
        about = {}
        if term.status is not None or is_forbidden:
            cells["status"] = (term.status or Status.FORBIDDEN).value
        elif status:
            cells["status"] = status
        settle(cells)
        yield Entry(cells, line)


# --------------------------------------------------------------------------------- one row a term and its translation


class _Pairs:
    """Terms with their translations; rows with the same term make one concept."""

    def __init__(self, layout: Layout, options: Options) -> None:
        self._layout = layout
        self._options = options
        self._sources: set[tuple[str, str, str]] = set()

    def entries(self, rows: Iterable[Row]) -> Iterator[Entry]:
        for line, row in rows:
            cells: dict[str, str] = {}
            for column, cell in _filled(self._layout, row):
                _put(cells, column.field, cell)
            source, target = cells.pop("source", ""), cells.pop("target", "")
            langs = cells.pop("source_lang", ""), cells.pop("target_lang", "")
            settled = [{"lang": lang} for lang in langs]
            for one in settled:
                settle(one)
            concept = cells.pop("concept", "") or slug_of(source)
            yield from self._source(concept, settled[0]["lang"] or self._options.source_lang, source, line)
            if target or cells.get("status"):
                if is_yes(cells.pop("forbidden", "")):
                    cells["status"] = Status.FORBIDDEN.value
                if is_yes(cells.pop("fuzzy", "")):
                    cells.setdefault("status", Status.PROPOSED.value)
                lang = settled[1]["lang"] or self._options.lang
                cells |= {"concept": concept, "lang": lang, "term": target}
                settle(cells)
                yield Entry(cells, line)

    def _source(self, concept: str, lang: str, text: str, line: int) -> Iterator[Entry]:
        key = concept, lang, text
        if key not in self._sources:
            self._sources.add(key)
            yield Entry({"concept": concept, "lang": lang, "term": text}, line)


# ---------------------------------------------------------------------------------------------------------- cells


def _filled(layout: Layout, row: Sequence[str]) -> Iterator[tuple[Column, str]]:
    for column, cell in zip(layout.columns, row, strict=False):
        if column is not None and (text := cell.strip()):
            yield column, text


def _put(cells: dict[str, str], field: str, cell: str) -> None:
    name = field if field in _FIELDS else safe_column(field)
    cells[name] = f"{cells[name]} | {cell}" if name in cells else cell


_FIELDS = frozenset((*COLUMNS, "forbidden", "source", "target", "source_lang", "target_lang"))
