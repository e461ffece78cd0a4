"""What the columns of a table hold, told by its header."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from termcheck.glossary.content import COLUMNS
from termcheck.glossary.statuses import status_of
from termcheck.glossary.tables.column_names import COLUMN_OF
from termcheck.glossary.tables.language_names import language_of
from termcheck.languages.names import plain
from termcheck.model import ANY_LANGUAGE, Status

TERM = "term"
_BORDER = re.compile(r"[\s_:/()\[\]-]+")
_PER_LANGUAGE = frozenset("term note definition context status gender part_of_speech type forbidden".split())
"""What a column can hold for one language."""
_REPEATED = frozenset((TERM, "note"))
"""What several columns may hold."""
INFO = "term info"
"""What memoQ says of the term in the column before: ``CaseSense;Exact;Forbidden``."""
_BEHIND_TERMS = {"terminfo": INFO, "termexample": "context"}
"""Columns that are about the language of the term before them."""
_LONGEST = 100
"""Characters of a name that is looked at; no name of a language or a column has more."""
_NUMBER = re.compile(r"\s*\d+$")


class Column(NamedTuple):
    """What one column holds."""

    field: str
    """A column of ours, or the name of one of others; ``term`` for terms."""
    lang: str = ""
    """The language for which it holds; empty where the row says it, or where it holds for all."""
    status: Status | None = None
    """The status of all terms in it."""


class Layout(NamedTuple):
    """How a table is to be read."""

    columns: Sequence[Column | None]
    """By position; None for a column that is left out."""

    @property
    def is_wide(self) -> bool:
        """Whether a row is a concept with terms of several languages or statuses.

        One cell that could be a language, or a status, makes no header: it may as well be the first row of a table
        without one.
        """
        terms = [column for column in self.columns if column and column.field == TERM]
        with_lang = [column for column in terms if column.lang]
        with_status = [column for column in terms if column.status and not column.lang]
        if Column(TERM) in terms and not self.has("lang") and not self.has("status"):
            return bool(with_status) or self.has("forbidden")
        return len(with_lang) > 1 or bool(with_lang and self.has("concept")) or len(with_status) > 1

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its columns, each once."""
        return tuple(dict.fromkeys(column.lang for column in self.columns if column and column.lang))

    @property
    def is_pair(self) -> bool:
        """Whether a row is a term and its translation."""
        return self.has("source") and self.has("target")

    def has(self, field: str) -> bool:
        """Whether some column holds this."""
        return any(column is not None and column.field == field for column in self.columns)

    @property
    def known(self) -> int:
        """Columns that are understood."""
        fields = frozenset(COLUMN_OF.values())
        return sum(column is not None and (column.field in fields or bool(column.lang)) for column in self.columns)


def layout_of(names: Sequence[str], asked: Mapping[str, str]) -> Layout:
    """What the columns with these names hold; ``asked`` says it for names as written, before all else."""
    by_name = {plain(name): meaning for name, meaning in asked.items()}
    columns = [_asked(by_name[plain(name)]) if plain(name) in by_name else column_of(name) for name in names]
    fields = {column.field for column in columns if column}
    is_pair = {"source", "target"} <= fields
    is_wide = any(column and column.field == TERM and column.lang for column in columns)
    taken: set[Column] = set()
    settled: list[Column | None] = []
    lang = ""
    for name, meant in zip(names, columns, strict=True):
        column = meant
        lang = meant.lang if meant is not None and meant.field == TERM else lang
        if lang and plain(name) in _BEHIND_TERMS:
            column = Column(_BEHIND_TERMS[plain(name)], lang)
        if is_wide and meant == Column(TERM):  # a name for the concept beside its terms in each language
            column = Column("concept" if "concept" not in fields else name.strip())
        elif meant == Column("target") and not is_pair:
            column = Column(TERM)
        if column is not None and column in taken and column.field not in _REPEATED:
            column = Column(name.strip())
        settled.append(column)
        if column is not None:
            taken.add(column)
    return Layout(settled)


def column_of(name: str) -> Column | None:
    """What a column holds by its name (``en``, ``Deutsch (verboten)``, ``en_note``, ``Begriff``); None without one."""
    name = name.strip().strip("\ufeff#").strip()
    if not name:
        return None
    if len(name) > _LONGEST:
        return Column(name)
    field = COLUMN_OF.get(plain(name))
    if field is not None and ANY_LANGUAGE not in name:
        return Column(field)
    if (column := _of_language(name)) is not None:
        return column
    status = status_of(name)
    return Column(name) if status is None else Column(TERM, "", status)


def _of_language(name: str) -> Column | None:
    """A column for one language: its name, and perhaps what it holds before or behind."""
    words = [word for word in _BORDER.split(_NUMBER.sub("", name)) if word]
    for size in range(1, len(words)):  # zh-Hans (admitted): the language may be more than one word, its role rather not
        for language, rest in ((words[:-size], words[-size:]), (words[size:], words[:size])):
            lang = language_of("-".join(language)) or language_of(" ".join(language))
            column = _role(" ".join(rest), lang) if lang else None
            if column is not None:
                return column
    lang = (
        "" if name.rstrip(".") == "No" else language_of(name) or language_of(_NUMBER.sub("", name))
    )  # a number, not Norwegian
    return Column(TERM, lang) if lang else None


def _role(text: str, lang: str) -> Column | None:
    words = text.split()
    field = COLUMN_OF.get(plain(text), "")
    if field in _PER_LANGUAGE - {"forbidden"}:
        return Column(field, lang)
    statuses = [status for word in (text, *words) if (status := status_of(word)) is not None]
    return Column(TERM, lang, statuses[0]) if statuses else None


def _asked(meaning: str) -> Column | None:
    """What ``--map`` says: one of our columns, a language, both, or ``-`` for a column that is left out."""
    meaning = meaning.strip()
    if meaning == "-":
        return None
    if meaning.lower() in COLUMNS:
        return Column(meaning.lower())
    return column_of(meaning)
