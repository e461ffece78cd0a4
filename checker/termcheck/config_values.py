"""What values of a configuration may be: each check returns the value that is meant, or raises WrongValueError."""

from collections.abc import Mapping
from typing import Any, TypeVar

from termcheck import globs

Choice = TypeVar("Choice")
COLUMN_NAMES = ("text", "id", "lang", "date", "title")
"""What ``columns`` may give the name of a column to."""


class WrongValueError(Exception):
    """A value that a key cannot have: what is wrong, and the remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        """Keep both; the message goes on after the name of the key."""
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def as_table(value: object, remedy: str) -> dict[str, Any]:
    """A table as it stands; ``remedy``: how to write one."""
    if not isinstance(value, dict):
        raise WrongValueError("must be a table", remedy)
    return value


def text(value: object) -> str:
    """A text that is not blank, without spaces around it."""
    if not isinstance(value, str):
        raise WrongValueError(f"must be a text, not {_kind(value)}", 'write it in quotes: "..."')
    if not value.strip():
        raise WrongValueError("is empty", "write a value, or remove the key")
    return value.strip()


def texts(value: object) -> tuple[str, ...]:
    """A list of texts; one text counts as a list."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        raise WrongValueError(f"must be a list of texts, not {_kind(value)}", 'write ["one", "two"]')
    return tuple(text(each) for each in value)


def some_texts(value: object) -> tuple[str, ...]:
    """A list of at least one text."""
    found = texts(value)
    if not found:
        raise WrongValueError("is an empty list", "name at least one, or remove the key")
    return found


def patterns(value: object) -> tuple[str, ...]:
    """A list of at least one glob."""
    found = texts(value)
    for pattern in found:
        problem = globs.problem_with(pattern)
        if problem:
            raise WrongValueError(f'holds the invalid pattern "{pattern}": {problem}', "e.g. archive/** or *.html")
    if not found:
        raise WrongValueError("is an empty list", "name at least one pattern")
    return found


def ignore_patterns(value: object) -> tuple[str, ...]:
    """A list of patterns as in .gitignore."""
    found = texts(value)
    for pattern in found:
        problem = globs.problem_with(pattern.removeprefix("!").lstrip("/"))
        if problem:
            raise WrongValueError(f'holds the invalid pattern "{pattern}": {problem}', "write it as in .gitignore")
    return found


def one_of(value: object, choices: Mapping[str, Choice]) -> Choice:
    """What one of the choices stands for."""
    if isinstance(value, str) and value in choices:
        return choices[value]
    shown = f'"{value}"' if isinstance(value, str) else _kind(value)
    raise WrongValueError(f"cannot be {shown}", "write one of " + ", ".join(f'"{each}"' for each in choices))


def column_names(value: object) -> tuple[tuple[str, str], ...]:
    """What a table of articles calls its columns, sorted."""
    table = as_table(value, 'write e.g. columns = { text = "body", id = "url" }')
    for key, name in table.items():
        if key not in COLUMN_NAMES:
            raise WrongValueError(f"has the unknown key `{key}`", f"the keys are {', '.join(COLUMN_NAMES)}")
        if not isinstance(name, str) or not name:
            raise WrongValueError(f"has no name of a column at `{key}`", 'write e.g. text = "body"')
    return tuple(sorted(table.items()))


def share(value: object) -> float:
    """A number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise WrongValueError("must be a number from 0 to 1", "e.g. min_confidence = 0.8")
    return float(value)


def switch(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise WrongValueError("must be true or false", "write it without quotes")
    return value


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table", str: "a text"}
    return kinds.get(type(value), "a date or time")
