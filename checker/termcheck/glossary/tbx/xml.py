"""Reads XML from outside piece by piece: nothing is fetched, no entity is declared, depth and size are bounded."""

from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from typing import Any
from xml.parsers import expat

from termcheck.errors import GlossaryError, Problem

_DEEPEST = 64
_MOST_NODES = 100_000
"""Elements of one entry."""
_CHUNK = 1 << 20
_INLINE = frozenset("hi foreign ph sc ec bpt ept it ut".split())
"""Elements whose text is that of the sentence around them."""
_SPACE = " "


class Node:
    """An element: its local name, attributes, text and children."""

    __slots__ = ("attributes", "children", "line", "parts", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """``tag`` and the names of attributes are without their namespace; ``xml:lang`` is ``lang``."""
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.children: list[Node] = []
        self.parts: list[str] = []

    def text(self) -> str:
        """All text inside, that of its children too (emphasis, placeholders)."""
        return "".join(self.parts)


def entries_of(
    data: bytes,
    file: str,
    wanted: frozenset[str],
    roots: frozenset[str],
    *,
    kind: str = "TBX",
    inline: frozenset[str] = _INLINE,
) -> Iterator[Node]:
    """Every outermost element with a name in ``wanted``, one after the other, each with all that is in it.

    Elements outside them are given as well, each without its children and when it ends, so that headers can be looked
    at. ``kind`` is what messages call the format; ``inline``: elements whose text is that of the sentence around them.
    Raises GlossaryError where the file is no well-formed XML, declares an entity, has another root than ``roots``, or
    is built without end.
    """
    try:
        with closing(_Builder(file, wanted, roots, kind, inline)) as builder:
            for at in range(0, len(data), _CHUNK):
                builder.feed(data[at : at + _CHUNK], is_last=False)
                yield from builder.done()
            builder.feed(b"", is_last=True)
            yield from builder.done()
    except expat.ExpatError as error:
        raise GlossaryError(_broken(error, file, data)) from error


class _Builder:
    def __init__(
        self, file: str, wanted: frozenset[str], roots: frozenset[str], kind: str, inline: frozenset[str]
    ) -> None:
        self._file = file
        self._wanted = wanted
        self._roots = roots
        self._kind = kind
        self._inline = inline
        self._open: list[Node] = []
        self._inside = 0
        """Depth at which the entry that is read stands; 0 outside."""
        self._nodes = 0
        self._done: list[Node] = []
        parser: Any = expat.ParserCreate(namespace_separator=_SPACE)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._declared
        parser.SkippedEntityHandler = self._unknown
        self._parser = parser

    def feed(self, data: bytes, *, is_last: bool) -> None:
        self._parser.Parse(data, is_last)

    def close(self) -> None:
        """Part from the parser, which refers to this: nothing is left to be collected."""
        del self._parser

    def done(self) -> Iterator[Node]:
        ready, self._done = self._done, []
        return iter(ready)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if not self._open and tag not in self._roots:
            expected = " or ".join(f"<{root}>" for root in sorted({root.lower() for root in self._roots}))
            message = f"the file is no {self._kind}: its outermost element is <{tag}>, not {expected}"
            self._refuse(message, "check that it is the right file")
        if len(self._open) >= _DEEPEST:
            self._refuse(f"elements are nested deeper than {_DEEPEST}", "check that it is the right file")
        node = Node(tag, {_local(key): value for key, value in attributes.items()}, self._parser.CurrentLineNumber)
        if self._inside:
            self._nodes += 1
            if self._nodes > _MOST_NODES:
                self._refuse(f"one entry has more than {_MOST_NODES:,} elements", "split it")
            self._open[-1].children.append(node)
        self._open.append(node)
        if not self._inside and tag in self._wanted:
            self._inside, self._nodes = len(self._open), 0

    def _end(self, _: str) -> None:
        node = self._open.pop()
        if not self._inside:
            self._done.append(node)
        elif len(self._open) < self._inside:
            self._inside = 0
            self._done.append(node)
        elif node.tag in self._inline:
            self._open[-1].parts.append(node.text())

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].parts.append(text)

    def _declared(self, name: str, *_: object) -> None:
        self._refuse(f"the file declares the entity '{name}'", "write what it stands for, and delete the declaration")

    def _unknown(self, name: str, *_: object) -> None:
        self._refuse(f"the entity &{name}; is not known, as no other file is read for it", "write the character itself")

    def _refuse(self, message: str, remedy: str) -> None:
        raise GlossaryError(Problem(message, f"{self._file}:{self._parser.CurrentLineNumber}", remedy))


@lru_cache(maxsize=1024)
def _local(name: str) -> str:
    return name.rpartition(_SPACE)[2]


def _broken(error: expat.ExpatError, file: str, data: bytes) -> Problem:
    if data.startswith(b"PK"):
        return Problem("the file is an archive or a workbook, no XML", file, "name it .xlsx if it is a workbook")
    if not data.strip():
        return Problem("the file is empty", file, "export the term base again")
    message = expat.ErrorString(error.code)
    if error.code in _TRUNCATED:
        return Problem(
            "the file ends in the middle, so it is not complete", f"{file}:{error.lineno}", "export it again"
        )
    return Problem(
        f"the file is no well-formed XML: {message}", f"{file}:{error.lineno}", "export it again, or mend it"
    )


_TRUNCATED = frozenset(
    expat.errors.codes[name] for name in (expat.errors.XML_ERROR_NO_ELEMENTS, expat.errors.XML_ERROR_UNCLOSED_TOKEN)
)
