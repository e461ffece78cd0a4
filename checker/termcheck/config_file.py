"""Reads a configuration file strictly: every unknown key and wrong value is a problem with place and remedy."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from termcheck import globs
from termcheck.errors import Problem
from termcheck.model import Policy, Severity

MAX_BYTES = 1_000_000
"""A larger file is no configuration."""
KeyPath = tuple[str | int, ...]
"""Keys from the top of the file; a number is the 0-based place in a list of tables."""
TABLE = ("tool", "termcheck")
"""Where the settings stand in pyproject.toml; termcheck.toml may have them there or at the top."""

FORMAT_NAMES = (
    "android apple arb asciidoc docx epub html json latex markdown odf pdf po pptx properties qt resx rst "
    "stringsdict subtitles table text tmx workbook xcstrings xliff yaml"
).split()
"""What ``formats`` may call a format: those of ``articles.formats``."""
COLUMN_NAMES = ("text", "id", "lang", "date", "title")
"""What ``columns`` may give the name of a column to."""
_SEVERITIES: Mapping[str, Severity | None] = {each.value: each for each in Severity}
_POLICIES: Mapping[str, Policy] = {each.value: each for each in Policy}

Values = dict[str, Any]
_Choice = TypeVar("_Choice")


class _WrongValueError(Exception):
    """A value that a key cannot have: what is wrong, and the remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def has_settings(file: Path) -> bool:
    """Whether a pyproject.toml has a table for termcheck; one that is not valid TOML counts if it names the table."""
    try:
        data = file.read_bytes()
    except OSError:
        return False
    if b"termcheck" not in data:
        return False
    if re.search(rb"^\[tool\.termcheck[.\]]", data, re.MULTILINE):
        return True  # as nearly everyone writes it: parsed only once, when it is read
    try:
        return _table(tomllib.loads(data.decode("utf-8-sig"))) is not None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return b"tool.termcheck" in data


def read_file(file: Path, name: str, rule_ids: Collection[str] | None) -> tuple[Values, tuple[Problem, ...]]:
    """The valid settings of a file, by key, and its problems; ``name`` is the file as problems show it."""
    try:
        text, data = _parse(file)
    except _WrongValueError as error:
        return {}, (Problem(error.message, name, error.remedy),)
    except tomllib.TOMLDecodeError as error:
        return {}, (_broken(str(error), name),)
    except RecursionError:
        return {}, (Problem("lists or tables are nested too deeply", name, "no setting needs more than two levels"),)
    table = _table(data)
    prefix = TABLE if table is not None else ()
    if table is None:
        if file.name == "pyproject.toml":
            return {}, (Problem("there is no table [tool.termcheck]", name, "add it, or give --config another file"),)
        table = data
    reader = _Reader(name, text, prefix, rule_ids)
    values = reader.read(table, _KEYS, ())
    return values, tuple(reader.problems)


def _parse(file: Path) -> tuple[str, Values]:
    try:
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _WrongValueError(
            "there is no such configuration file", "check the path, or run `termcheck init`"
        ) from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise _WrongValueError(f"the configuration cannot be read: {reason}", "check the path and its rights") from None
    if len(raw) > MAX_BYTES:
        raise _WrongValueError("the configuration is larger than 1 MB", "check that it is the right file")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _WrongValueError("the configuration is not UTF-8", "save it as UTF-8") from None
    return text, tomllib.loads(text)


def _broken(message: str, name: str) -> Problem:
    found = re.search(r"\s*\(at line (\d+), column (\d+)\)", message)
    place = f"{name}:{found[1]}" if found else name
    cause = message[: found.start()] if found else message.removesuffix(" (at end of document)")
    return Problem(f"this is not valid TOML: {cause[:1].lower()}{cause[1:]}", place, 'texts need quotes: key = "text"')


def _table(data: Mapping[str, Any]) -> Mapping[str, Any] | None:
    table: Any = data
    for key in TABLE:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


class _Reader:
    """Turns tables into settings and collects what is wrong on the way."""

    def __init__(self, name: str, text: str, prefix: KeyPath, rule_ids: Collection[str] | None) -> None:
        self._name = name
        self._text = text
        self._prefix = prefix
        self._rule_ids = rule_ids
        self.problems: list[Problem] = []

    def read(self, table: Mapping[str, Any], keys: Mapping[str, "_Check"], path: KeyPath) -> Values:
        """The values of the table that are right; the wrong ones become problems."""
        values: Values = {}
        for key, value in table.items():
            here = (*path, key)
            if key not in keys:
                self.add(here, f"unknown key `{key}`", _did_you_mean(key, keys, "remove it; the keys are"))
                continue
            try:
                values[key] = keys[key](value, self, here)
            except _WrongValueError as error:
                self.add(here, f"`{_dotted(here)}` {error.message}", error.remedy)
        return values

    def rules(self, value: object, path: KeyPath) -> dict[str, Severity | None]:
        """Rule ids and their severities."""
        levels: dict[str, Severity | None] = {}
        for rule_id, level in _as_table(value, 'write e.g. rules = { mixed-renderings = "off" }').items():
            here = (*path, rule_id)
            if self._rule_ids is not None and rule_id not in self._rule_ids:
                remedy = _did_you_mean(rule_id, self._rule_ids, "`termcheck rules` lists them:")
                self.add(here, f"unknown rule `{rule_id}`", remedy)
                continue
            try:
                levels[rule_id] = _one_of(level, {**_SEVERITIES, "off": None})
            except _WrongValueError as error:
                self.add(here, f"`{_dotted(here)}` {error.message}", error.remedy)
        return levels

    def formats(self, value: object, path: KeyPath) -> tuple[tuple[str, str], ...]:
        """Globs and the formats of the files that they match."""
        found = []
        table = _as_table(value, 'write e.g. formats = { "locales/*.json" = "json" }')
        for pattern, name in table.items():
            here = (*path, pattern)
            try:
                problem = globs.problem_with(pattern)
                if problem:
                    raise _WrongValueError(f"is no pattern: {problem}", "e.g. locales/*.json")  # noqa: TRY301
                found.append((pattern, _one_of(name, {each: each for each in FORMAT_NAMES})))
            except _WrongValueError as error:
                self.add(here, f"`{_dotted(here)}` {error.message}", error.remedy)
        return tuple(found)

    def columns(self, value: object, path: KeyPath) -> tuple[tuple[str, str], ...]:
        """Columns of glossary tables and what they hold."""
        found = []
        for name, meaning in _as_table(value, 'write e.g. glossary_columns = { Benennung = "term" }').items():
            try:
                found.append((name, _text(meaning)))
            except _WrongValueError as error:
                self.add((*path, name), f"`{_dotted((*path, name))}` {error.message}", error.remedy)
        return tuple(found)

    def overrides(self, value: object, path: KeyPath) -> tuple[Values, ...]:
        """Tables with ``paths`` and what holds there."""
        remedy = "write [[tool.termcheck.overrides]] with paths = [...]" if self._prefix else "write [[overrides]]"
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise _WrongValueError("must be a list of tables", remedy)
        found = []
        for number, each in enumerate(value):
            here = (*path, number)
            if "paths" not in each:
                self.add(here, f"`{_dotted(here)}` has no `paths`", "say for which articles it holds")
            read = self.read(each, _OVERRIDE_KEYS, here)
            if "paths" in read:
                found.append(read)
        return tuple(found)

    def add(self, path: KeyPath, message: str, remedy: str) -> None:
        """Note a problem at a key."""
        from termcheck.toml_lines import lines_of

        lines = lines_of(self._text)
        full = (*self._prefix, *path)
        while full and full not in lines:
            full = full[:-1]
        place = f"{self._name}:{lines[full]}" if full else self._name
        self.problems.append(Problem(message, place, remedy))


_Check = Callable[[object, _Reader, KeyPath], Any]


def _did_you_mean(key: str, known: Iterable[str], otherwise: str) -> str:
    from difflib import get_close_matches

    names = sorted(known)
    close = get_close_matches(key, names, n=1, cutoff=0.6)
    return f"did you mean `{close[0]}`?" if close else f"{otherwise} {', '.join(names)}"


def _dotted(path: KeyPath) -> str:
    text = ""
    for key in path:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def _as_table(value: object, remedy: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _WrongValueError("must be a table", remedy)
    return value


def _text(value: object, _reader: _Reader | None = None, _path: KeyPath = ()) -> str:
    if not isinstance(value, str):
        raise _WrongValueError(f"must be a text, not {_kind(value)}", 'write it in quotes: "..."')
    if not value.strip():
        raise _WrongValueError("is empty", "write a value, or remove the key")
    return value.strip()


def _texts(value: object, _reader: _Reader | None = None, _path: KeyPath = ()) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        raise _WrongValueError(f"must be a list of texts, not {_kind(value)}", 'write ["one", "two"]')
    return tuple(_text(each) for each in value)


def _some_texts(value: object, _reader: _Reader, _path: KeyPath) -> tuple[str, ...]:
    texts = _texts(value)
    if not texts:
        raise _WrongValueError("is an empty list", "name at least one, or remove the key")
    return texts


def _patterns(value: object, _reader: _Reader, _path: KeyPath) -> tuple[str, ...]:
    texts = _texts(value)
    for pattern in texts:
        problem = globs.problem_with(pattern)
        if problem:
            raise _WrongValueError(f'holds the invalid pattern "{pattern}": {problem}', "e.g. archive/** or *.html")
    if not texts:
        raise _WrongValueError("is an empty list", "name at least one pattern")
    return texts


def _ignore_patterns(value: object, _reader: _Reader, _path: KeyPath) -> tuple[str, ...]:
    texts = _texts(value)
    for pattern in texts:
        problem = globs.problem_with(pattern.removeprefix("!").lstrip("/"))
        if problem:
            raise _WrongValueError(f'holds the invalid pattern "{pattern}": {problem}', "write it as in .gitignore")
    return texts


def _one_of(value: object, choices: Mapping[str, _Choice]) -> _Choice:
    if isinstance(value, str) and value in choices:
        return choices[value]
    shown = f'"{value}"' if isinstance(value, str) else _kind(value)
    raise _WrongValueError(f"cannot be {shown}", "write one of " + ", ".join(f'"{each}"' for each in choices))


def _columns(value: object) -> tuple[tuple[str, str], ...]:
    table = _as_table(value, 'write e.g. columns = { text = "body", id = "url" }')
    for key, name in table.items():
        if key not in COLUMN_NAMES:
            raise _WrongValueError(f"has the unknown key `{key}`", f"the keys are {', '.join(COLUMN_NAMES)}")
        if not isinstance(name, str) or not name:
            raise _WrongValueError(f"has no name of a column at `{key}`", 'write e.g. text = "body"')
    return tuple(sorted(table.items()))


def _share(value: object, _reader: _Reader, _path: KeyPath) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _WrongValueError("must be a number from 0 to 1", "e.g. min_confidence = 0.8")
    return float(value)


def _switch(value: object, _reader: _Reader, _path: KeyPath) -> bool:
    if not isinstance(value, bool):
        raise _WrongValueError("must be true or false", "write it without quotes")
    return value


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table", str: "a text"}
    return kinds.get(type(value), "a date or time")


_KEYS: Mapping[str, _Check] = {
    "glossary": _some_texts,
    "glossary_columns": lambda value, reader, path: reader.columns(value, path),
    "reports": _text,
    "workbook": _switch,
    "decisions": _text,
    "baseline": _text,
    "history": _text,
    "include": _some_texts,
    "exclude": _ignore_patterns,
    "lang": _text,
    "source_lang": _text,
    "fail_on": lambda value, _reader, _path: _one_of(value, {**_SEVERITIES, "never": None}),
    "quotes": lambda value, _reader, _path: _one_of(value, _POLICIES),
    "blockquotes": lambda value, _reader, _path: _one_of(value, _POLICIES),
    "fuzzy": _switch,
    "front_matter_prose": _texts,
    "formats": lambda value, reader, path: reader.formats(value, path),
    "columns": lambda value, _reader, _path: _columns(value),
    "min_confidence": _share,
    "embeddings": _switch,
    "dictionary": _text,
    "rules": lambda value, reader, path: reader.rules(value, path),
    "overrides": lambda value, reader, path: reader.overrides(value, path),
}
_OVERRIDE_KEYS: Mapping[str, _Check] = {
    "paths": _patterns,
    "rules": lambda value, reader, path: reader.rules(value, path),
    "lang": _text,
}
