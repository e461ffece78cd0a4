"""Front matter: YAML between ``---`` lines or TOML between ``+++`` lines at the start of a file.

Only top-level keys with text values are read, enough for titles, descriptions, dates and languages; lists, tables and
whatever else stands there are metadata that nobody checks. No input makes this fail, and text that merely begins with
a line of dashes is no front matter.
"""

import re
from typing import NamedTuple

from termcheck.articles.metadata import Dates, language_tag
from termcheck.articles.view import ViewBuilder
from termcheck.config import Settings
from termcheck.model import RegionKind, Span

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_KEY = re.compile(r"(?:[\"']?)([\w][\w. -]{0,60}?)[\"']?[ \t]*([:=])(?=[ \t]|\Z|[\"'\[{])[ \t]*")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?[1-9]?[+-]?[ \t]*(?:#.*)?")
_YAML_COMMENT = re.compile(r"(?:^|[ \t])#.*$")
_ESCAPES = {
    "'": re.compile(r"''"),
    '"': re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)"),
}
_NAMED_ESCAPES = {"n": " ", "t": " ", "r": " ", "N": " ", "_": "\u00a0", "L": " ", "P": " "}
_TITLE_KEYS = ("title", "headline")
_LANGUAGE_KEYS = ("lang", "language", "locale")
_PUBLISHED_KEYS = (
    "date", "published", "pubdate", "publishdate", "publish_date", "date_published", "datepublished", "published_at",
    "published_time", "publication_date",
)  # fmt: skip
_CHANGED_KEYS = ("lastmod", "updated", "modified", "last_modified", "updated_at", "last_updated")


class _Line(NamedTuple):
    start: int
    end: int
    """Without the line end."""


class Entry(NamedTuple):
    """A top-level key and where the text of its value stands in the file, line by line, without quotation marks."""

    key: str
    spans: tuple[Span, ...]
    quote: str
    """The quotation mark around the value, or nothing."""

    def raw(self, text: str) -> str:
        """The value as it stands, lines joined by spaces."""
        return " ".join(text[span.start : span.end] for span in self.spans).strip()


class FrontMatter(NamedTuple):
    """What stands before the body of an article."""

    end: int
    """Where the body starts in the file."""
    entries: tuple[Entry, ...]

    def first(self, text: str, keys: tuple[str, ...]) -> str | None:
        """The value of the first of the keys that is there, as it stands."""
        found = {entry.key: entry for entry in reversed(self.entries)}
        return next((found[key].raw(text) for key in keys if key in found), None)


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter with which a text begins; None where there is none."""
    fence = text[:3]
    if fence not in {"---", "+++"}:
        return None
    lines: list[_Line] = []
    place = 0
    closers = {"---", "..."} if fence == "---" else {"+++"}
    while place < len(text):
        match = _LINE.match(text, place)
        if match is None or (not lines and match[1].rstrip() != fence):
            return None
        if lines and match[1].rstrip() in closers:
            inner = lines[1:]
            return FrontMatter(match.end(), _entries(text, inner)) if _is_metadata(text, inner) else None
        lines.append(_Line(*match.span(1)))
        place = match.end()
    return None


def show_front_matter(found: FrontMatter, text: str, builder: ViewBuilder, settings: Settings) -> str | None:
    """Show the values that are prose, each as a block of its own; returns the title, if there is one."""
    prose = {key.lower() for key in settings.front_matter_prose}
    title: str | None = None
    for entry in found.entries:
        if entry.key in _TITLE_KEYS and title is None:
            title = _plain(entry, text) or None
        if entry.key not in prose:
            continue
        builder.end_block()
        region = builder.open_region(RegionKind.TITLE) if entry.key in _TITLE_KEYS else None
        for span in entry.spans:
            _show_value(builder, text, span, entry.quote)
            builder.space(span.end, span.end, breaks_line=True)
        if region is not None:
            builder.close_region(region)
        builder.end_block()
    return title


def metadata_of(found: FrontMatter, text: str) -> tuple[Dates, str | None]:
    """The dates and the language that front matter names."""
    dates = Dates()
    for keys, take in ((_PUBLISHED_KEYS, dates.published), (_CHANGED_KEYS, dates.changed)):
        value = found.first(text, keys)
        if value is not None:
            take(value)
    return dates, language_tag(found.first(text, _LANGUAGE_KEYS))


# ------------------------------------------------------------------------------------------------------ reading


def _is_metadata(text: str, lines: list[_Line]) -> bool:
    """Whether the first line between the fences that is no comment is a key (or there is none)."""
    for line in lines:
        content = text[line.start : line.end]
        if content.strip() and not content.lstrip().startswith("#"):
            return _KEY.match(content) is not None or content.startswith("[")
    return True


def _entries(text: str, lines: list[_Line]) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if text.startswith("[", line.start):  # a TOML table: its keys are not top-level ones
            break
        match = _KEY.match(text, line.start, line.end)
        place += 1
        if match is None:
            continue
        entry, place = _entry(text, match, lines, place)
        if entry is not None:
            entries.append(entry)
    return tuple(entries)


def _entry(text: str, key: re.Match[str], lines: list[_Line], following: int) -> tuple[Entry | None, int]:
    """The entry whose key was matched, and the number of the line after it."""
    name = key[1].strip().lower()
    line = lines[following - 1]
    start = key.end()
    opening = text[start : start + 1]
    if key[2] == ":" and _BLOCK_SCALAR.fullmatch(text, start, line.end):
        return _indented(text, name, lines, following)
    if opening and opening in "[{&*!":
        return None, following
    for mark in (opening * 3, opening):
        if opening in {'"', "'"} and text.startswith(mark, start) and (len(mark) == 1 or key[2] == "="):
            return _quoted(text, name, mark, start, lines, following)
    if opening in {'"', "'"}:
        return None, following
    return _plain_scalar(text, name, start, lines, following)


def _indented(text: str, name: str, lines: list[_Line], following: int) -> tuple[Entry, int]:
    """A YAML block scalar: all lines that are indented or blank."""
    spans: list[Span] = []
    while following < len(lines):
        content = text[lines[following].start : lines[following].end]
        if content.strip() and content[0] not in " \t":
            break
        spans.append(_stripped(text, *lines[following]))
        following += 1
    return Entry(name, tuple(spans), ""), following


def _plain_scalar(text: str, name: str, start: int, lines: list[_Line], following: int) -> tuple[Entry, int]:
    """A value without quotation marks, with the indented lines that continue it."""
    spans = [_uncommented(text, start, lines[following - 1].end)]
    is_nested = False
    while following < len(lines) and text[lines[following].start : lines[following].start + 1] in {" ", "\t"}:
        span = _uncommented(text, *lines[following])
        is_nested = is_nested or _KEY.match(text, *span) is not None or text.startswith("- ", span.start)
        spans.append(span)
        following += 1
    return Entry(name, () if is_nested else tuple(spans), ""), following


def _quoted(
    text: str, name: str, mark: str, start: int, lines: list[_Line], following: int
) -> tuple[Entry | None, int]:
    """A value between quotation marks, which may go over several lines; one without an end is no value."""
    escaped = r"\\." if mark[0] == '"' else ("''" if len(mark) == 1 else r"(?!)")
    token = re.compile(rf"{escaped}|{re.escape(mark)}", re.DOTALL)
    spans: list[Span] = []
    at, number = start + len(mark), following - 1
    while number < len(lines):
        closing = next((one for one in token.finditer(text, at, lines[number].end) if one[0] == mark), None)
        end = closing.start() if closing else lines[number].end
        spans.append(Span(at, end) if not spans and closing else _stripped(text, at, end))
        if closing is not None:
            return Entry(name, tuple(spans), mark[0] if len(mark) == 1 or mark[0] == '"' else ""), number + 1
        number += 1
        at = lines[number].start if number < len(lines) else 0
    return None, following


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _uncommented(text: str, start: int, end: int) -> Span:
    comment = _YAML_COMMENT.search(text[start:end])
    return _stripped(text, start, start + comment.start() if comment else end)


# ------------------------------------------------------------------------------------------------------ showing


def _show_value(builder: ViewBuilder, text: str, span: Span, quote: str) -> None:
    at = span.start
    for match in _ESCAPES[quote].finditer(text, *span) if quote else ():
        builder.copy_trimmed(at, match.start())
        at = match.end()
        shown = _unescaped(match[0])
        if shown == " ":
            builder.space(match.start(), at)
        else:
            builder.show(shown, match.start(), at)
    builder.copy_trimmed(at, span.end)


def _unescaped(escape: str) -> str:
    """What a YAML or TOML escape stands for."""
    if escape == "''":
        return "'"
    if len(escape) > 2:
        digits = escape[2:]
        code = int(digits, 16)
        is_character = 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
        return chr(code) if is_character else ""
    return _NAMED_ESCAPES.get(escape[1], escape[1] if not escape[1].isalnum() else "")


def _plain(entry: Entry, text: str) -> str:
    """The value as a reader sees it, white space as single spaces."""
    builder = ViewBuilder(text)
    for span in entry.spans:
        _show_value(builder, text, span, entry.quote)
        builder.space(span.end, span.end, breaks_line=True)
    return " ".join(builder.view().text.split())
