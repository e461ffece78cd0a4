"""Regular expressions in lists of others: those that only spell out words become words, no other is ever run."""

import re

_SPECIAL = frozenset("\\^$.|?*+()[]{}")
_ESCAPABLE = frozenset("\\^$.|?*+()[]{}-/#&~ \"'!@%,:;<=>`")
_EDGES = re.compile(r"^(?:\\b|\^)|(?<!\\)(?:\\b|\$)$")
_GROUP = re.compile(r"^\((?:\?:)?([^()]*)\)$")
_REFERENCE = re.compile(r"\$[0-9&]|\$\{")
_FLAGS = re.compile(r"^\(\?i\)")


def words_of(pattern: str) -> tuple[str, ...] | None:
    r"""The words that a regular expression stands for: alternatives without any sign of a pattern; None if it is more.

    >>> words_of(r"C\+\+"), words_of("(?:a b|c)"), words_of("colou?r")
    (('C++',), ('a b', 'c'), None)
    """
    bare = _FLAGS.sub("", pattern)
    bare = _EDGES.sub("", _EDGES.sub("", bare))
    group = _GROUP.match(bare)
    words = [_literal(part) for part in _alternatives(group[1] if group else bare)]
    return tuple(word for word in words if word) if words and all(words) else None


def has_reference(text: str) -> bool:
    """Whether a replacement refers to what a pattern has found (``$1``), so that it is no name."""
    return _REFERENCE.search(text) is not None


def pattern_of(text: str) -> str:
    """The regular expression that stands for a text and nothing else."""
    return "".join(f"\\{char}" if char in _SPECIAL else char for char in text)


def _alternatives(pattern: str) -> list[str]:
    parts, start, escaped = [], 0, False
    for at, char in enumerate(pattern):
        if char == "|" and not escaped:
            parts.append(pattern[start:at])
            start = at + 1
        escaped = char == "\\" and not escaped
    return [*parts, pattern[start:]]


def _literal(pattern: str) -> str | None:
    found = []
    signs = iter(pattern)
    for char in signs:
        if char == "\\":
            escaped = next(signs, "")
            if escaped not in _ESCAPABLE or not escaped:
                return None
            found.append(escaped)
        elif char in _SPECIAL:
            return None
        else:
            found.append(char)
    return "".join(found)
