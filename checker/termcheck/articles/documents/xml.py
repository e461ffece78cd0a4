"""The XML in documents, as calls of a handler: names by prefix, no entities of the document's own."""

from typing import Protocol
from xml.parsers import expat

from termcheck.errors import ArticleError, Problem

Attributes = dict[str, str]
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://purl.oclc.org/ooxml/presentationml/main": "p",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0": "presentation",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
    "http://www.idpf.org/2007/opf": "opf",
    "urn:oasis:names:tc:opendocument:xmlns:container": "container",
}
"""Namespace -> the prefix by which readers know it."""


class Handler(Protocol):
    """Takes in the events of a part."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins; names are ``w:p``, those of unknown namespaces ``?:name``."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Text, in as many calls as the parser likes."""


def parse(data: bytes, handler: Handler, part: str) -> None:
    """Hand a part over; raises ArticleError where it is not well-formed or declares entities."""
    known: dict[str, str] = {}

    def name_of(full: str) -> str:
        if full not in known:
            namespace, _, local = full.rpartition(" ")
            known[full] = f"{_PREFIXES.get(namespace, '?')}:{local}" if namespace else local
        return known[full]

    def start(name: str, attributes: Attributes) -> None:
        named = {name_of(key): value for key, value in attributes.items()} if attributes else attributes
        handler.start(name_of(name), named)

    def refuse(*_declaration: object) -> None:
        message = f"its part {part[:80]} declares entities of its own, which no document needs"
        raise ArticleError(Problem(message, remedy="save it again in its program"))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: handler.end(name_of(name))
    parser.CharacterDataHandler = handler.text
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat calls it so
    except (expat.ExpatError, LookupError, ValueError) as error:
        message = f"its part {part[:80]} is damaged ({error})"
        raise ArticleError(Problem(message, remedy="open it in its program and save it again")) from None
