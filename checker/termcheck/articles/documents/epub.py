"""Reads EPUB: the chapters in the order of the book, each as the HTML file that it is (EPUB 3.3 and 2.0.1)."""

import posixpath
import re
from urllib.parse import unquote

from termcheck.articles.decoding import decode
from termcheck.articles.directives import DirectiveLog
from termcheck.articles.documents.package import Package
from termcheck.articles.documents.xml import Attributes, parse
from termcheck.articles.markup import Elements
from termcheck.articles.metadata import Dates, language_tag
from termcheck.articles.reading import Extracted, Reading
from termcheck.articles.view import ViewBuilder
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem
from termcheck.model import Location, RegionKind

_BODY = r"(?i)<body[\s>]"
_PAGES = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml"))
_FONTS = re.compile(r"(?i)\.(?:otf|ttf|woff2?)$")


class _Book:
    """Reads container.xml, encryption.xml and the package document."""

    def __init__(self) -> None:
        self.root = ""
        """Path of the package document."""
        self.locked: list[str] = []
        """Parts that are encrypted."""
        self.items: dict[str, tuple[str, str]] = {}
        """Id -> path and media type; not of the table of contents, which says again what the chapters' headings say."""
        self.spine: list[str] = []
        self.values: dict[str, str] = {}
        self._open = ""

    def start(self, name: str, attributes: Attributes) -> None:
        self._open = name if name.startswith("dc:") and name not in self.values else ""
        if name == "container:rootfile":
            self.root = self.root or attributes.get("full-path", "")
        elif name == "?:CipherReference":
            self.locked.append(attributes.get("URI", ""))
        elif name == "opf:item" and "nav" not in attributes.get("properties", "").split():
            self.items[attributes.get("id", "")] = attributes.get("href", ""), attributes.get("media-type", "")
        elif name == "opf:itemref":
            self.spine.append(attributes.get("idref", ""))

    def end(self, name: str) -> None:  # noqa: ARG002 - as every handler
        self._open = ""

    def text(self, data: str) -> None:
        if self._open:
            self.values[self._open] = self.values.get(self._open, "") + data


def read_epub(data: bytes, settings: Settings) -> Extracted:  # noqa: ARG001 - all readers are called alike
    """Read the bytes of an EPUB file."""
    package = Package(data, "e-book in EPUB")
    book = _book(package)
    title = " ".join(book.values.get("dc:title", "").split())
    texts, labels = ([title], ["title"]) if title else ([], [])
    for number, path in enumerate(_chapters(book), start=1):
        content = package.find(path)
        if content is not None:
            texts.append(decode(content, path, declares_encoding=True))
            labels.append(f"chapter {number} ({posixpath.basename(path)})")
    return _extracted(texts, labels, book, title)


def _book(package: Package) -> _Book:
    book = _Book()
    for part in ("META-INF/container.xml", "META-INF/encryption.xml"):
        if (content := package.find(part)) is not None:
            parse(content, book, part)
    if not book.root:
        raise ArticleError(Problem("it is no e-book in EPUB: it names no package document", remedy="export it again"))
    if any(not _FONTS.search(path) for path in book.locked):
        raise ArticleError(Problem("this e-book is protected against copying", remedy="check the files it is made of"))
    parse(package.read(book.root), book, book.root)
    return book


def _chapters(book: _Book) -> list[str]:
    folder = posixpath.dirname(book.root)
    found = [book.items[one] for one in book.spine if one in book.items and book.items[one][1] in _PAGES]
    return [posixpath.normpath(posixpath.join(folder, unquote(path))) for path, _ in found]


def _extracted(texts: list[str], labels: list[str], book: _Book, title: str) -> Extracted:
    text = "\n".join(texts)
    builder = ViewBuilder(text)
    log = DirectiveLog()
    locations: list[Location] = []
    start = 0
    for label, content in zip(labels, texts, strict=True):
        locations.append(Location(start, label))
        if label == "title":
            region = builder.open_region(RegionKind.TITLE)
            builder.copy(start, start + len(content))
            builder.close_region(region)
            builder.end_block()
        else:
            body = re.search(_BODY, content)  # the head says again what the chapter's heading says
            first = body.start() if body else 0
            elements = Elements(builder, text, log)
            elements.feed(content[first:], start + first)
            elements.close()
        start += len(content) + 1
    dates = Dates()
    dates.published(book.values.get("dc:date", ""))
    lang = language_tag(book.values.get("dc:language"))
    reading = Reading(builder.view(), builder.regions(), log, title or None, dates, lang, builder.parts())
    return Extracted(text, reading, tuple(locations) or (Location(0, "the book"),))
