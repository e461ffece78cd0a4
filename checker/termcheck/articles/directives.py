"""Inline directives: ``termcheck-disable [concept ...]``, ``termcheck-enable``, ``termcheck-disable-next-line [...]``.

Readers hand over the comments of their format; what is no directive but begins like one is kept as a mistake, since a
directive that is silently ignored, or silently obeyed, is worse than none.
"""

import re

from msgspec import Struct

from termcheck.model import Directive, DirectiveKind, Span

_KINDS = {kind.value: kind for kind in DirectiveKind}
_DIRECTIVE = r"termcheck-([^\s,]*)"
_MEANT = r"(?i)termcheck[\s:_]+(?:dis|en)able"
_REMEDY = "write termcheck-disable, termcheck-enable or termcheck-disable-next-line"


class Mistake(Struct, frozen=True):
    """What an editor should know of how a text was read: a comment that begins like a directive and is none, ..."""

    start: int | None
    """Where it starts in the file; None where it is about no place, or says so itself."""
    message: str
    """What is wrong and how to mend it, without a final full stop."""


class DirectiveLog:
    """Collects the directives of one article, in the order of the file."""

    def __init__(self) -> None:
        """Begin without any."""
        self.directives: list[Directive] = []
        self.mistakes: list[Mistake] = []

    def comment(self, content: str, start: int, end: int) -> None:
        """Take in a comment, without what opens it, that stands at ``start`` to ``end`` of the file."""
        if "termcheck" not in content.lower():
            return
        content = content.removesuffix("-->").removesuffix("--!>").strip()
        match = re.match(_DIRECTIVE, content)
        kind = _KINDS.get(match[1]) if match else None
        if match is not None and kind is not None:
            concepts = tuple(re.split(r"[\s,]+", content[match.end() :].strip(" \t\r\n,")))
            self.directives.append(Directive(kind, concepts if concepts != ("",) else (), Span(start, end)))
        elif match is not None or re.match(_MEANT, content):
            first = match[0] if match else content.split("\n", 1)[0][:40]
            self.mistakes.append(Mistake(start, f"“{first}” is no directive and was ignored; {_REMEDY}"))


def is_line_directive(line: str) -> bool:
    """Whether a line of plain text is meant as a directive: ``#`` and a word that begins with ``termcheck``."""
    return line.startswith("#") and line[1:].lstrip().startswith("termcheck")
