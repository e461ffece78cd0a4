"""Vale: substitution rules (YAML) and vocabularies (accept.txt, reject.txt)."""

from collections.abc import Sequence

from termcheck.errors import Problem
from termcheck.glossary.content import NO_OPTIONS, FileContent, Options
from termcheck.glossary.lists.patterns import has_reference, pattern_of, words_of
from termcheck.glossary.lists.prh import quoted
from termcheck.glossary.lists.swaps import Left, Swap, approved, content_of, refused, swaps_of
from termcheck.glossary.lists.yaml_nodes import compose, items, keys, line_of, pairs, text_of
from termcheck.glossary.native_csv import decode
from termcheck.model import Term

_TRUE = "true"


def read_style(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of a Vale rule: ``swap`` of a substitution, or ``tokens`` of an existence, which are all forbidden."""
    top = compose(data, file)
    if isinstance(top, Problem):
        return FileContent((), (top,))
    parts = dict(pairs(top))
    kind = text_of(parts.get("extends"))
    if kind not in {"substitution", "existence"}:
        where = f"{file}:{line_of(parts['extends'])}" if "extends" in parts else file
        what = f"rules of the kind '{kind}' hold no terms" if kind else "the file is no rule of Vale"
        return FileContent((), (Problem(what, where, "give a rule that extends substitution or existence"),))
    swaps: list[Swap] = []
    left: list[Left] = []
    is_sensitive = text_of(parts.get("ignorecase")).lower() != _TRUE
    found = [(key, line, text_of(value)) for key, line, value in keys(parts.get("swap"))]
    found += [(text_of(node), line_of(node), "") for node in items(parts.get("tokens"))]
    for pattern, line, right in found:
        words = words_of(pattern)
        if words is None or has_reference(right):
            left.append(Left(pattern, line))
            continue
        first, *others = right.split("|")
        swaps.append(Swap(first, tuple((word, line) for word in words if word != first), line, "", is_sensitive))
        swaps.extend(Swap(other, (), line) for other in others if other)
    return content_of([swap for swap in swaps if swap.right or swap.wrong], left, file, options)


def write_style(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A substitution rule: each wrong term with the preferred one; letters count; UTF-8, LF."""
    lines = [
        "extends: substitution",
        'message: "Use “%s” instead of “%s”."',
        "level: error",
        "ignorecase: false",
        "swap:",
    ]
    for right, wrong in swaps_of(terms, options):
        if right is not None:
            lines.extend(f"  {quoted(pattern_of(one.text))}: {quoted(right.text)}" for one in wrong)
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def read_accepted(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of an ``accept.txt``: all are preferred."""
    return _vocabulary(data, file, options, is_accepted=True)


def read_rejected(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of a ``reject.txt``: all are forbidden."""
    return _vocabulary(data, file, options, is_accepted=False)


def _vocabulary(data: bytes, file: str, options: Options, *, is_accepted: bool) -> FileContent:
    text = decode(data, file)
    if isinstance(text, Problem):
        return FileContent((), (text,))
    swaps: list[Swap] = []
    left: list[Left] = []
    for number, line in enumerate(text.splitlines(), 1):
        pattern = line.strip()
        if not pattern or pattern.startswith("#"):
            continue
        words = words_of(pattern)
        if words is None:
            left.append(Left(pattern, number))
        elif is_accepted:
            swaps.extend(Swap(word, (), number) for word in words)
        else:
            swaps.extend(Swap("", ((word, number),), number) for word in words)
    return content_of(swaps, left, file, options)


def write_accepted(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """An ``accept.txt`` of the approved terms, one a line; UTF-8, LF."""
    return _lines(approved(terms, options))


def write_rejected(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A ``reject.txt`` of the wrong terms, one a line; UTF-8, LF."""
    return _lines(refused(terms, options))


def _lines(terms: Sequence[Term]) -> bytes:
    return "".join(f"{pattern_of(one)}\n" for one in dict.fromkeys(term.text for term in terms)).encode("utf-8")
