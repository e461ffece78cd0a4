"""The rules of prh (YAML): an expected name and patterns for others."""

import json
import re
from collections.abc import Sequence
from typing import Any

from termcheck.errors import Problem
from termcheck.glossary.content import NO_OPTIONS, FileContent, Options
from termcheck.glossary.lists.patterns import has_reference, pattern_of, words_of
from termcheck.glossary.lists.swaps import Left, Swap, content_of, swaps_of
from termcheck.glossary.lists.yaml_nodes import compose, items, line_of, pairs, text_of
from termcheck.model import Term

_REGEX = re.compile(r"^/(.*)/[a-z]*$", re.DOTALL)
_NOT_KEPT = ("imports", "specs", "regexpMustEmpty", "options")


def read(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of a prh file: what is expected is preferred, plain patterns are deprecated, in these letters only.

    Regular expressions that are more than words are left out with a warning, as are other files that it imports.
    """
    top = compose(data, file)
    if isinstance(top, Problem):
        return FileContent((), (top,))
    keys = dict(pairs(top))
    if "rules" not in keys:
        return FileContent((), (Problem("the file has no rules", file, "check that it is a file of rules of prh"),))
    swaps: list[Swap] = []
    left: list[Left] = []
    others: list[Problem] = []
    for key, node in keys.items():
        if key == "imports":
            others.append(_not_kept(key, line_of(node), file))
    for rule in items(keys["rules"]):
        swap = _rule(rule, left)
        if swap is not None:
            swaps.append(swap)
        others.extend(_not_kept(key, line_of(node), file) for key, node in pairs(rule) if key in _NOT_KEPT)
    content = content_of(swaps, left, file, options)
    return content._replace(warnings=(*content.warnings, *_counted(others)))


def _rule(rule: Any, left: list[Left]) -> Swap | None:  # noqa: ANN401 - a node of a library without types
    if rule.id == "scalar":
        return Swap(text_of(rule), (), line_of(rule)) if text_of(rule) else None
    parts = dict(pairs(rule))
    expected = text_of(parts.get("expected"))
    if not expected:
        return None
    wrong: list[tuple[str, int]] = []
    for node in (*items(parts.get("pattern")), *items(parts.get("patterns"))):
        text = text_of(node)
        regex = _REGEX.match(text)
        words = words_of(regex[1]) if regex else (text,)
        if words is None or has_reference(expected):
            left.append(Left(text, line_of(node)))
        else:
            wrong.extend((word, line_of(node)) for word in words if word != expected)
    if has_reference(expected) or (not wrong and left and left[-1].line >= line_of(rule)):
        return None
    return Swap(expected, tuple(wrong), line_of(rule), text_of(parts.get("prh")).strip(), is_sensitive=True)


def _not_kept(key: str, line: int, file: str) -> Problem:
    return Problem(f"'{key}' is not kept", f"{file}:{line}", "see whether its rules are needed here")


def _counted(problems: Sequence[Problem]) -> list[Problem]:
    """One problem for all with the same message, at the first place."""
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.message, problem)
    return list(first.values())


def write(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A prh file: one rule for each concept that has a wrong term; UTF-8, LF."""
    lines = []
    for right, wrong in swaps_of(terms, options):
        if right is None:
            continue
        lines.append(f"  - expected: {quoted(right.text)}")
        lines.append("    patterns:")
        lines.extend(f"      - {quoted(_pattern(one.text))}" for one in wrong)
        if right.note:
            lines.append(f"    prh: {quoted(right.note)}")
    head = ["version: 1", "rules:" if lines else "rules: []"]
    return "".join(f"{line}\n" for line in (*head, *lines)).encode("utf-8")


def _pattern(text: str) -> str:
    """A plain pattern, or a regular expression where prh takes it for one or cannot escape it (it fails at hyphens)."""
    return f"/{pattern_of(text)}/" if "-" in text or _REGEX.match(text) else text


def quoted(text: str) -> str:
    """A text as a quoted scalar of YAML, which is as JSON writes it but for a few line ends."""
    shown = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in shown)
