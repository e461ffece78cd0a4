"""The terms of textlint-rule-terminology (JSON)."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from termcheck.errors import Problem
from termcheck.glossary.content import NO_OPTIONS, FileContent, Options
from termcheck.glossary.lists.patterns import has_reference, pattern_of, words_of
from termcheck.glossary.lists.swaps import Left, Swap, approved, content_of, swaps_of
from termcheck.glossary.native_csv import decode
from termcheck.model import Term

_PATHS = ((), ("terms",), ("terminology", "terms"), ("rules", "terminology", "terms"))
"""Where the list may stand in a file."""


def read(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of a list, alone or inside a configuration of textlint.

    ``"JavaScript"`` is a term in just these letters; ``["front-end", "frontend"]`` a wrong one and the right one.
    Patterns that are more than words are left out with a warning.
    """
    text = decode(data, file)
    if isinstance(text, Problem):
        return FileContent((), (text,))
    try:
        top = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        return FileContent((), (Problem("this is not valid JSON", f"{file}:{line}", "mend it, or check the file"),))
    terms = next((found for path in _PATHS if isinstance(found := _at(top, path), list)), None)
    if terms is None:
        return FileContent((), (Problem("the file has no list of terms", file, 'write ["right", ["wrong", "right"]]'),))
    swaps: list[Swap] = []
    left: list[Left] = []
    problems: list[Problem] = []
    for item, line in zip(terms, _lines(text, terms), strict=True):
        if isinstance(item, str):
            _add(swaps, left, (item, item), line)
        elif isinstance(item, list) and len(item) == 2 and all(isinstance(part, str) for part in item):
            _add(swaps, left, (item[0], item[1]), line)
        else:
            what = "an item of the list is neither a term nor a pair of them"
            problems.append(Problem(what, f"{file}:{line}", 'write "right" or ["wrong", "right"]'))
    content = content_of(swaps, left, file, options)
    return content._replace(problems=(*problems, *content.problems))


def _add(swaps: list[Swap], left: list[Left], pair: tuple[str, str], line: int) -> None:
    pattern, right = pair
    if pattern == right:
        swaps.append(Swap(right, (), line))
        return
    words = words_of(pattern)
    if words is None or has_reference(right):
        left.append(Left(pattern, line))
    else:
        swaps.append(Swap(right, tuple((word, line) for word in words if word != right), line))


def _at(top: Any, path: Sequence[str]) -> Any:  # noqa: ANN401 - what JSON holds
    for key in path:
        top = top.get(key) if isinstance(top, dict) else None
    return top


def _lines(text: str, terms: Sequence[Any]) -> Iterator[int]:
    """The line of each item: where its first text stands, looked for from the place of the one before."""
    place, line, counted = 0, 1, 0
    for item in terms:
        first = item[0] if isinstance(item, list) and item else item
        for shown in (json.dumps(first, ensure_ascii=False), json.dumps(first)):
            found = text.find(shown, place)
            if found >= 0:
                place = found + 1
                break
        line += text.count("\n", counted, place)
        counted = place
        yield line


def write(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A list: pairs of a wrong and the right term, then the right terms of concepts without a wrong one; UTF-8, LF."""
    found: list[str | list[str]] = []
    done: set[str] = set()
    for right, wrong in swaps_of(terms, options):
        if right is not None:
            done.add(right.text)
            found.extend([pattern_of(one.text), right.text] for one in wrong)
    found.extend(one for one in dict.fromkeys(term.text for term in approved(terms, options)) if one not in done)
    lines = ",\n".join(f"  {json.dumps(one, ensure_ascii=False)}" for one in found)
    return f"[\n{lines}\n]\n".encode()
