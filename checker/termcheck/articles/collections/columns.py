"""Records of tables as articles: which column holds what, and what an article takes from it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from termcheck.articles.metadata import language_tag, read_date
from termcheck.articles.read import Facts, Source
from termcheck.config import Settings
from termcheck.model import Skipped

DEFAULTS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "fulltext", "full_text", "maintext", "raw_content"),
    "id": ("id", "_id", "uid", "uuid", "guid", "doc_id", "article_id", "document_id", "url", "link"),
    "lang": ("lang", "language", "locale"),
    "date": (
        "date", "published", "date_published", "published_at", "publication_date", "publish_date", "date_publish",
        "pubdate", "publishedat", "created_at", "timestamp",
    ),
    "title": ("title", "headline"),
}  # fmt: skip
"""What an article needs -> names of columns that mean it, in any case; the first that is there counts."""
_LONGEST_ID = 200
_LONGEST_NAME = 30
"""Characters of a column's name that are told where it cannot be read."""
_MOST_NAMED = 12
"""Columns that a message names."""


class Columns(NamedTuple):
    """The names of the columns of one table."""

    text: str
    id: str | None
    lang: str | None
    date: str | None
    title: str | None

    def wanted(self) -> list[str]:
        """Those that are there."""
        return [name for name in self if name is not None]


def find_columns(names: Iterable[str], settings: Settings) -> Columns | None:
    """Which of the columns of a table hold what; None where none holds the text."""
    known = list(names)
    by_lower = {name.strip().lower(): name for name in reversed(known)}
    configured = dict(settings.columns)

    def find(what: str) -> str | None:
        if what in configured:
            name = configured[what]
            return name if name in known or "." in name else by_lower.get(name.lower())
        return next((by_lower[name] for name in DEFAULTS[what] if name in by_lower), None)

    text = find("text")
    return Columns(text, find("id"), find("lang"), find("date"), find("title")) if text is not None else None


def no_text(path: str, names: Iterable[str]) -> Skipped:
    """Why a table without a column for the text cannot be read."""
    known = ["".join(char if char.isprintable() else "\ufffd" for char in name[:_LONGEST_NAME]) for name in names]
    listed = ", ".join(known[:_MOST_NAMED]) + (", ..." if len(known) > _MOST_NAMED else "")
    remedy = "name it with --column text=NAME"
    return Skipped(path, f"no column holds the text; its columns are {listed} ({remedy})", unreadable=True)


class Record(NamedTuple):
    """What a table says of one article; None where it says nothing."""

    text: object
    id: object
    lang: object
    date: object
    title: object


def article(path: str, fallback: str, record: Record, like: str) -> Source | Skipped:
    """A record as an article; ``fallback`` names it where it has no id, ``like`` is a name that says how to read it."""
    path = f"{path}#{_name(record.id) or fallback}"
    if not isinstance(record.text, str):
        what = "there is no text" if record.text is None else "its text is no text"
        return Skipped(path, what, unreadable=True)
    facts = Facts(
        lang=language_tag(record.lang) if isinstance(record.lang, str) else None,
        date=_date(record.date),
        title=" ".join(record.title.split()) or None if isinstance(record.title, str) else None,
    )
    data = record.text.encode("utf-8", "replace")
    return Source(path, named=False, data=data, like=like, facts=facts)


def _name(value: object) -> str:
    if value is None or isinstance(value, bool | dict | list):
        return ""
    name = " ".join(str(value).split())
    if len(name) > _LONGEST_ID:
        from termcheck.cache import digest_of

        name = f"{name[:_LONGEST_ID]}~{digest_of(name.encode('utf-8', 'replace')).hex()[:8]}"
    return "".join(char if char.isprintable() else "\ufffd" for char in name).encode("utf-8", "replace").decode()


def _date(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return read_date(value) if isinstance(value, str) else None
