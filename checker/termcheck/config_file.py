"""Reads a configuration file strictly: every unknown key and wrong value is a problem with place and remedy."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from termcheck import config_values, globs
from termcheck.config_values import WrongValueError, as_table, one_of
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
_SEVERITIES: Mapping[str, Severity | None] = {each.value: each for each in Severity}
_POLICIES: Mapping[str, Policy] = {each.value: each for each in Policy}

Values = dict[str, Any]


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
    except WrongValueError as error:
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
        raise WrongValueError(
            "there is no such configuration file", "check the path, or run `termcheck init`"
        ) from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise WrongValueError(f"the configuration cannot be read: {reason}", "check the path and its rights") from None
    if len(raw) > MAX_BYTES:
        raise WrongValueError("the configuration is larger than 1 MB", "check that it is the right file")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongValueError("the configuration is not UTF-8", "save it as UTF-8") from None
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
            except WrongValueError as error:
                self.add(here, f"`{_dotted(here)}` {error.message}", error.remedy)
        return values

    def rules(self, value: object, path: KeyPath) -> dict[str, Severity | None]:
        """Rule ids and their severities."""
        levels: dict[str, Severity | None] = {}
        for rule_id, level in as_table(value, 'write e.g. rules = { mixed-renderings = "off" }').items():
            here = (*path, rule_id)
            if self._rule_ids is not None and rule_id not in self._rule_ids:
                remedy = _did_you_mean(rule_id, self._rule_ids, "`termcheck rules` lists them:")
                self.add(here, f"unknown rule `{rule_id}`", remedy)
                continue
            try:
                levels[rule_id] = one_of(level, {**_SEVERITIES, "off": None})
            except WrongValueError as error:
                self.add(here, f"`{_dotted(here)}` {error.message}", error.remedy)
        return levels

    def formats(self, value: object, path: KeyPath) -> tuple[tuple[str, str], ...]:
        """Globs and the formats of the files that they match."""
        found = []
        table = as_table(value, 'write e.g. formats = { "locales/*.json" = "json" }')
        for pattern, name in table.items():
            here = (*path, pattern)
            try:
                problem = globs.problem_with(pattern)
                if problem:
                    raise WrongValueError(f"is no pattern: {problem}", "e.g. locales/*.json")  # noqa: TRY301
                found.append((pattern, one_of(name, {each: each for each in FORMAT_NAMES})))
            except WrongValueError as error:
                self.add(here, f"`{_dotted(here)}` {error.message}", error.remedy)
        return tuple(found)

    def columns(self, value: object, path: KeyPath) -> tuple[tuple[str, str], ...]:
        """Columns of glossary tables and what they hold."""
        found = []
        for name, meaning in as_table(value, 'write e.g. glossary_columns = { Benennung = "term" }').items():
            try:
                found.append((name, config_values.text(meaning)))
            except WrongValueError as error:
                self.add((*path, name), f"`{_dotted((*path, name))}` {error.message}", error.remedy)
        return tuple(found)

    def overrides(self, value: object, path: KeyPath) -> tuple[Values, ...]:
        """Tables with ``paths`` and what holds there."""
        remedy = "write [[tool.termcheck.overrides]] with paths = [...]" if self._prefix else "write [[overrides]]"
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise WrongValueError("must be a list of tables", remedy)
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


def _alone(check: Callable[[object], Any]) -> _Check:
    """A check for which it does not matter where the value stands."""
    return lambda value, _reader, _path: check(value)


_KEYS: Mapping[str, _Check] = {
    "glossary": _alone(config_values.some_texts),
    "glossary_columns": lambda value, reader, path: reader.columns(value, path),
    "reports": _alone(config_values.text),
    "workbook": _alone(config_values.switch),
    "decisions": _alone(config_values.text),
    "baseline": _alone(config_values.text),
    "history": _alone(config_values.text),
    "include": _alone(config_values.some_texts),
    "exclude": _alone(config_values.ignore_patterns),
    "lang": _alone(config_values.text),
    "source_lang": _alone(config_values.text),
    "fail_on": _alone(lambda value: one_of(value, {**_SEVERITIES, "never": None})),
    "quotes": _alone(lambda value: one_of(value, _POLICIES)),
    "blockquotes": _alone(lambda value: one_of(value, _POLICIES)),
    "fuzzy": _alone(config_values.switch),
    "front_matter_prose": _alone(config_values.texts),
    "formats": lambda value, reader, path: reader.formats(value, path),
    "columns": _alone(config_values.column_names),
    "min_confidence": _alone(config_values.share),
    "embeddings": _alone(config_values.switch),
    "dictionary": _alone(config_values.text),
    "rules": lambda value, reader, path: reader.rules(value, path),
    "overrides": lambda value, reader, path: reader.overrides(value, path),
}
_OVERRIDE_KEYS: Mapping[str, _Check] = {
    "paths": _alone(config_values.patterns),
    "rules": lambda value, reader, path: reader.rules(value, path),
    "lang": _alone(config_values.text),
}
