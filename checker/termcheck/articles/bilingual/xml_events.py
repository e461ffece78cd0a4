"""XML as events with exact places: what expat tells of bytes, told of code points.

Entities that a document declares itself are refused, so that none can grow without bound; external ones are never read.
"""

from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple
from xml.parsers import expat

from termcheck.errors import ArticleError, Problem
from termcheck.model import PROTECTED_MARK

_CHUNK = 1 << 16
"""Characters that are parsed at a time."""
_XML = "http://www.w3.org/XML/1998/namespace"
_CUT_OFF = frozenset(
    (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)


class Event(NamedTuple):
    """A tag, or a stretch of text."""

    kind: str
    """``start``, ``end`` or ``text``."""
    name: str
    """The element's local name where it is in the namespace of the root, else the whole name; empty for text."""
    attributes: dict[str, str]
    """By local name; ``xml:lang`` keeps its prefix."""
    shown: str
    """What a reader sees of a text."""
    start: int
    """File offset, as is ``end``: of a tag where it begins, of a text the whole stretch."""
    end: int
    """The same as ``start`` for a tag."""


_NO_ATTRIBUTES: dict[str, str] = {}


def events(text: str, root: str, format_name: str) -> Iterator[Event]:
    """The events of a document whose root element must be ``root``.

    Raises ArticleError, without a place, where it is no such document, is not well-formed or declares entities.
    """
    try:
        with closing(_Collector(text, root, format_name)) as collector:
            for start in range(0, len(text), _CHUNK):
                yield from collector.feed(text[start : start + _CHUNK])
            yield from collector.feed("", is_final=True)
    except expat.ExpatError as error:
        message = expat.errors.messages.get(error.code, "syntax error")
        if message in _CUT_OFF:
            message = "it ends in the middle"
        where = f"line {error.lineno}, column {error.offset + 1}"
        raise ArticleError(
            Problem(f"it is no well-formed XML: {message} ({where})", remedy="export it again from its tool")
        ) from None


class _Collector:
    """Takes what expat tells and keeps it until it is fetched."""

    def __init__(self, text: str, root: str, format_name: str) -> None:
        self._text = text
        self._root, self._format = root, format_name
        self._namespace: str | None = None
        self._found: list[Event] = []
        self._is_ascii = text.isascii()
        self._bytes = bytearray()
        """What was fed, from the last place on."""
        self._byte = self._place = 0
        """The last place, in bytes and in characters."""
        self._in_cdata = False
        parser = expat.ParserCreate("utf-8", "|")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = self._open_cdata
        parser.EndCdataSectionHandler = self._close_cdata
        parser.EntityDeclHandler = self._refuse
        parser.SkippedEntityHandler = self._skipped
        self._parser = parser

    def feed(self, chunk: str, *, is_final: bool = False) -> list[Event]:
        """The events that a further part of the text completes."""
        data = chunk.encode("utf-8", "surrogatepass")
        if not self._is_ascii:
            self._bytes += data
        self._parser.Parse(data, is_final)
        found, self._found = self._found, []
        return found

    def close(self) -> None:
        """Part from the parser: what refers to each other is held, with all of the file, until it is collected."""
        del self._parser

    def _at(self) -> int:
        """The place of the present event in code points."""
        index: int = self._parser.CurrentByteIndex
        if self._is_ascii:
            return index
        passed = index - self._byte
        if passed > 0:
            self._place += len(self._bytes[:passed].decode("utf-8", "surrogatepass"))
            self._byte = index
            del self._bytes[:passed]
        return self._place

    def _name(self, name: str) -> str:
        namespace, _, local = name.rpartition("|")
        if self._namespace is None:
            if local != self._root:
                remedy = "give it the suffix of its format"
                raise ArticleError(Problem(f"it is no {self._format}: its root element is {local[:40]}", remedy=remedy))
            self._namespace = namespace
        return local if namespace == self._namespace else name

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        place = self._at()
        name = self._name(name)
        named = {_attribute(key): value for key, value in attributes.items()} if attributes else _NO_ATTRIBUTES
        self._found.append(Event("start", name, named, "", place, place))

    def _end(self, name: str) -> None:
        place = self._at()
        self._found.append(Event("end", self._name(name), _NO_ATTRIBUTES, "", place, place))

    def _characters(self, data: str) -> None:
        start = self._at()
        text = self._text
        if text[start : start + 1] == "&" and not self._in_cdata:
            end = text.find(";", start) + 1
        elif text[start : start + 1] == "\r":
            end = start + 2 if text[start + 1 : start + 2] == "\n" else start + 1
        else:
            end = start + len(data)
        self._found.append(Event("text", "", _NO_ATTRIBUTES, data, start, end))

    def _skipped(self, _name: str, is_parameter: bool) -> None:  # noqa: FBT001 - expat calls it so
        if not is_parameter:
            start = self._at()
            end = self._text.find(";", start) + 1
            self._found.append(Event("text", "", _NO_ATTRIBUTES, PROTECTED_MARK, start, end))

    def _open_cdata(self) -> None:
        self._in_cdata = True

    def _close_cdata(self) -> None:
        self._in_cdata = False

    def _refuse(self, name: str, *_rest: object) -> None:
        message = f"it declares entities of its own ({name[:40]}), which are not read"
        raise ArticleError(Problem(message, remedy="export it again without a document type"))


def _attribute(key: str) -> str:
    namespace, _, local = key.rpartition("|")
    return f"xml:{local}" if namespace == _XML else local
