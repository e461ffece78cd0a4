"""Reads the string values of YAML files, such as the locales of Rails (extra ``yaml``)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.metadata import language_tag
from termcheck.articles.reading import Reading
from termcheck.articles.resources.languages import is_language
from termcheck.articles.resources.shown import Shown, character, with_icu_messages
from termcheck.articles.resources.strings import String, read_strings
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem
from termcheck.model import PROTECTED_MARK

if TYPE_CHECKING:
    from yaml.events import ScalarEvent

_DOUBLE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?:\r\n|\r|\n)[ \t]*|.)", re.DOTALL)
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_RUBY = re.compile(r"%\{[^{}\r\n]*\}")
"""What Rails replaces."""
_HEADER = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SINGLE = re.compile("''")
_NAMED = {**dict.fromkeys("nrNLP", "\n"), **dict.fromkeys("eab0", ""), "t": " ", "_": "\u00a0"}
_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|\A)#([^\r\n]*)")
_NOT_TEXT = re.compile(r"[-+.]*\d[-+.\d:eETZx_]*|true|false|yes|no|on|off|null|~", re.IGNORECASE)
_DEEPEST = 200


def read_yaml(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read every string value of a YAML file; raises ArticleError, without a place, where it is none."""
    try:
        import yaml
    except ImportError:
        remedy = "install it with: pip install 'termcheck[yaml]'"
        raise ArticleError(Problem("YAML needs the extra “yaml”, which is not installed", remedy=remedy)) from None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    walk = _Walk(text)
    found: list[String] = []
    try:
        for event in yaml.parse(text, Loader=loader):
            found.extend(walk.take(event))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" (line {mark.line + 1}, column {mark.column + 1})" if mark is not None else ""
        message = " ".join(str(getattr(error, "problem", None) or "a character is not allowed").split())
        raise ArticleError(Problem(f"it is no valid YAML: {message}{place}", remedy="mend it")) from None
    return read_strings(text, found, _directives(text, walk.scalars))


class _Level:
    """An open mapping or sequence."""

    __slots__ = ("count", "is_mapping", "key")

    def __init__(self, *, is_mapping: bool) -> None:
        self.is_mapping = is_mapping
        self.key: str | None = None
        """The key whose value is next; None while a key is next."""
        self.count = 0


class _Walk:
    """Follows the events of a file."""

    def __init__(self, text: str) -> None:
        self.scalars: list[tuple[int, int]] = []
        self._text = text
        self._levels: list[_Level] = []

    def take(self, event: Any) -> Iterator[String]:  # noqa: ANN401 - one of PyYAML's events
        kind = type(event).__name__
        if kind == "ScalarEvent":
            self.scalars.append((event.start_mark.index, event.end_mark.index))
            if self._is_key():
                self._levels[-1].key = event.value
                return
            string = self._string(event)
            if string is not None:
                yield string
            self._done()
        elif kind in {"MappingStartEvent", "SequenceStartEvent"}:
            self._levels.append(_Level(is_mapping=kind == "MappingStartEvent"))
            if len(self._levels) > _DEEPEST:
                raise ArticleError(Problem("it is nested too deeply", remedy="check that it is the right file"))
        elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
            self._levels.pop()
            if self._is_key():
                self._levels[-1].key = "?"
            else:
                self._done()
        elif kind == "AliasEvent":
            self._done()

    def _is_key(self) -> bool:
        return bool(self._levels) and self._levels[-1].is_mapping and self._levels[-1].key is None

    def _done(self) -> None:
        """A value has ended."""
        if self._levels:
            self._levels[-1].key = None
            self._levels[-1].count += 1

    def _string(self, event: "ScalarEvent") -> String | None:
        if not event.style and (_NOT_TEXT.fullmatch(event.value) or not event.value):
            return None
        if event.tag and event.tag.endswith("binary"):
            return None
        path = ""
        for level in self._levels:
            path += f"[{level.count}]" if not level.is_mapping else f".{level.key}" if path else f"{level.key}"
        first = self._levels[0].key if self._levels and self._levels[0].is_mapping and len(self._levels) > 1 else None
        lang = language_tag(first) if first is not None and is_language(first) else None
        content = with_icu_messages(_shown(self._text, event)).content()
        return String(path, content, lang)


def _shown(text: str, event: "ScalarEvent") -> Shown:
    start, end = event.start_mark.index, event.end_mark.index
    properties = _PROPERTIES.match(text, start, end) if event.anchor or event.tag else None
    start = properties.end() if properties else start
    if event.style in {"|", ">"}:
        header = _HEADER.match(text, start)
        start = header.end() if header else start
    elif event.style in {"'", '"'}:
        start, end = start + 1, end - 1
    while end > start and text[end - 1].isspace() and event.style not in {"'", '"'}:
        end -= 1
    shown = Shown.verbatim(text, start, max(start, end))
    if event.style == "'":
        shown = shown.replaced(_SINGLE, lambda _: "'")
    elif event.style == '"':
        shown = shown.replaced(_DOUBLE, _unescaped)
    return shown.replaced(_RUBY, lambda _: PROTECTED_MARK)


def _unescaped(match: re.Match[str]) -> str:
    escape = match[0]
    if escape[1] in "xuU" and len(escape) > 2:
        return character(escape[2:])
    return "" if escape[1] in "\r\n" else _NAMED.get(escape[1], escape[1])


def _directives(text: str, scalars: list[tuple[int, int]]) -> DirectiveLog:
    log = DirectiveLog()
    for match in _COMMENT.finditer(text) if "termcheck" in text else ():
        if not any(start <= match.start() < end for start, end in scalars):
            log.comment(match[1], match.start(), match.end())
    return log
