"""Whether two path patterns can hold for one path, for contradictions between rows with ``paths``.

The patterns are those of ``termcheck.globs``. Two of them are compared by aligning them, in time proportional to the
product of their lengths; nothing becomes a regular expression.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

_ANY_FOLDERS = "**"
_STAR = "*"
_ONE = "?"
_WIDEST_RANGE = 1000
"""Characters of a range such as a-z; a wider one is taken for any character."""

Item = TypeVar("Item")


class _Except(NamedTuple):
    """Any character but these."""

    characters: frozenset[str]


_Token = str | frozenset[str] | _Except
"""``*``, ``?``, or a set of characters of which one matches (a plain character is a set of one)."""
_Name = tuple[_Token, ...] | None
"""The tokens of one name of a path, or None for ``**``."""


@lru_cache(maxsize=4096)
def can_meet(one: str, other: str) -> bool:
    """Whether there could be a path that matches both patterns."""
    return _align(_split(one), _split(other), _is_folders, _names_meet)


@lru_cache(maxsize=1024)
def _split(pattern: str) -> tuple[_Name, ...]:
    names = [name for name in pattern.split("/") if name not in ("", ".")]
    if pattern.endswith("/"):
        names.append(_ANY_FOLDERS)
    elif len(names) == 1:
        names.insert(0, _ANY_FOLDERS)
    return tuple(None if name == _ANY_FOLDERS else _tokens(name) for name in names)


def _tokens(name: str) -> tuple[_Token, ...]:
    tokens: list[_Token] = []
    at = 0
    while at < len(name):
        char = name[at]
        close = name.find("]", at + 2) if char == "[" else -1
        if close > 0:
            tokens.append(_character_set(name[at + 1 : close]))
            at = close
        else:
            tokens.append(char if char in (_STAR, _ONE) else frozenset(char))
        at += 1
    return tuple(tokens)


def _character_set(inner: str) -> _Token:
    negated = inner.startswith(("!", "^")) and len(inner) > 1
    members = _expand(inner[1:] if negated else inner)
    if members is None:
        return _ONE
    return _Except(members) if negated else members


def _expand(inner: str) -> frozenset[str] | None:
    """The characters of a set; None where a range is too wide to list."""
    members: set[str] = set()
    at = 0
    while at < len(inner):
        if inner[at + 1 : at + 2] == "-" and at + 2 < len(inner):
            first, last = ord(inner[at]), ord(inner[at + 2])
            if last - first > _WIDEST_RANGE:
                return None
            members.update(map(chr, range(first, last + 1)))
            at += 3
        else:
            members.add(inner[at])
            at += 1
    return frozenset(members)


def _align(one: Sequence[Item], other: Sequence[Item], is_run: Callable[[Item], bool],
           meet: Callable[[Item, Item], bool]) -> bool:  # fmt: skip
    """Whether two patterns have a common instance.

    ``is_run``: whether an item stands for any number of items; ``meet``: whether two others can be the same.
    ``reached[j]`` says whether what is read of ``one`` so far and the first j items of ``other`` have one.
    """
    reached = [True]
    for across in other:
        reached.append(reached[-1] and is_run(across))
    for item in one:
        row = [reached[0] and is_run(item)]
        for column, across in enumerate(other):
            if is_run(item) or is_run(across):
                row.append(reached[column + 1] or row[column])
            else:
                row.append(reached[column] and meet(item, across))
        reached = row
    return reached[-1]


def _is_folders(name: _Name) -> bool:
    return name is None


def _is_star(token: _Token) -> bool:
    return token == _STAR


def _names_meet(one: _Name, other: _Name) -> bool:
    return _align(one or (), other or (), _is_star, _characters_meet)


def _characters_meet(one: _Token, other: _Token) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return True
    if isinstance(one, _Except):
        return isinstance(other, _Except) or not other <= one.characters
    return not one <= other.characters if isinstance(other, _Except) else not one.isdisjoint(other)
