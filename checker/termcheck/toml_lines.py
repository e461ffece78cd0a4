"""Finds the lines of a TOML file on which keys are set, which the standard parser does not tell."""

import re
from collections.abc import Mapping
from typing import NamedTuple

KeyPath = tuple[str | int, ...]
"""Keys from the top of the file; a number is the 0-based place in a list of tables."""


class _Line(NamedTuple):
    """What one line of a TOML file opens or sets."""

    is_header: bool
    is_list: bool
    path: tuple[str, ...]


def lines_of(text: str) -> dict[KeyPath, int]:
    """Key path -> 1-based line, for keys that start a line; close enough to point an editor to the place."""
    lines: dict[KeyPath, int] = {}
    header: KeyPath = ()
    lists: dict[KeyPath, int] = {}
    for number, raw in enumerate(text.splitlines(), start=1):
        line = _parse_line(raw)
        if line is None:
            continue
        if line.is_header:
            header = _numbered(line.path, lists)
            if line.is_list:
                lists[header] = lists.get(header, -1) + 1
                lines.setdefault(header, number)
                header = (*header, lists[header])
        path = header if line.is_header else (*header, *line.path)
        for length in range(1, len(path) + 1):
            lines.setdefault(path[:length], number)
    return lines


def _numbered(path: tuple[str, ...], lists: Mapping[KeyPath, int]) -> KeyPath:
    """The path of a header inside lists of tables, with the number of the table that is open in each."""
    full: KeyPath = ()
    for position, key in enumerate(path):
        full = (*full, key)
        if full in lists and position < len(path) - 1:
            full = (*full, lists[full])
    return full


def _parse_line(raw: str) -> _Line | None:
    line = raw.strip()
    if line.startswith("["):
        is_list = line.startswith("[[")
        return _Line(is_header=True, is_list=is_list, path=_keys(line.strip("[ ").partition("]")[0]))
    key, equals, _ = line.partition("=")
    if not equals or not re.fullmatch(r"""[\w.\-"' ]+""", key):
        return None
    return _Line(is_header=False, is_list=False, path=_keys(key))


def _keys(dotted: str) -> tuple[str, ...]:
    parts = re.findall(r""""[^"]*"|'[^']*'|[^.\s"']+""", dotted)
    return tuple(part.strip("\"'") for part in parts)
