"""Bytes -> article: the one way that every format takes."""

import stat
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from msgspec.structs import replace

from termcheck.articles.decoding import MOST_BYTES, decode, too_large
from termcheck.articles.protect import protected_spans
from termcheck.articles.quotes import quotations
from termcheck.articles.reading import Reader, Reading, SourceReading
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem
from termcheck.model import Article

STDIN_NAME = "<stdin>"


class Source(NamedTuple):
    """One article that is to be read."""

    path: str
    """As reported: ``/``-separated, relative to the project root where possible."""
    file: Path | None = None
    """Where it is, or belongs; None for a text that has no name."""
    named: bool = True
    """Whether the user named it, rather than a folder or a glob."""
    data: bytes | None = None
    """Its bytes, where they are not those of the file."""

    @property
    def suffix(self) -> str:
        """The suffix in lower case; that of plain text where a text that is no file has none."""
        suffix = PurePosixPath(self.path).suffix.lower()
        return suffix or ("" if self.file and self.data is None else ".txt")


def _text() -> Reader:
    from termcheck.articles.text import read_text

    return read_text


def _markdown() -> Reader:
    from termcheck.articles.markdown import read_markdown

    return read_markdown


def _html() -> Reader:
    from termcheck.articles.html import read_html

    return read_html


READERS: Mapping[str, Callable[[], Reader]] = {
    ".txt": _text,
    ".text": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".mdown": _markdown,
    ".mkd": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
}
"""Suffix -> what imports its reader; a run pays only for the formats it meets."""


def read_article(source: Source, settings: Settings, data: bytes | None = None) -> Article:
    """Read one article; its language is that of its metadata, or None.

    ``data`` is what ``read_bytes`` gave, where that was asked before. Raises ArticleError with place and remedy where
    it cannot be read: no permission, a folder, no reader for the suffix, not decodable.
    """
    reader = reader_of(source)
    text = decode(read_bytes(source) if data is None else data, source.path, is_html=reader is _html)
    return _article(source.path, text, reader()(text, settings))


def article_of(path: str, text: str, settings: Settings) -> Article:
    """The article that a decoded text makes; the suffix of its path says how to read it.

    Raises ArticleError where no reader knows the suffix.
    """
    return _article(path, text, reader_of(Source(path))()(text, settings))


def reader_of(source: Source) -> Callable[[], Reader]:
    """What imports the reader of a source's format; raises ArticleError where there is none."""
    reader = READERS.get(source.suffix)
    if reader is None:
        known = ", ".join(suffix.removeprefix(".") for suffix in READERS)
        what = f"no reader for {source.suffix} files" if source.suffix else "no reader for files without a suffix"
        raise ArticleError(Problem(what, source.path, f"save it in one of the formats {known}"))
    return reader


def _article(path: str, text: str, reading: Reading) -> Article:
    """Put together what the format says and what holds for every format."""
    from termcheck.articles.metadata import conventional_date
    from termcheck.articles.parts import disjoint, main_language

    view = reading.view
    regions = sorted(
        [*reading.regions, *quotations(view.text)], key=lambda region: (*region.view_span, region.kind.value)
    )
    parts = disjoint(reading.parts)
    article = Article(
        path=path,
        text=text,
        view=view,
        lang=reading.lang or main_language(parts, len(view.text)),
        title=reading.title,
        date=reading.dates.best() or conventional_date(view.text),
        protected=protected_spans(view.text),
        regions=tuple(regions),
        directives=tuple(reading.log.directives),
        parts=parts,
        segments=reading.segments,
        source=_source_of(path, text, reading.source) if reading.source else None,
    )
    if not reading.log.mistakes:
        return article
    notices = tuple(f"{path}:{article.position(one.start)[0]}: {one.message}" for one in reading.log.mistakes)
    return replace(article, notices=notices)


def _source_of(path: str, text: str, reading: SourceReading) -> Article:
    """What a bilingual file translates, as an article of its own."""
    from termcheck.articles.parts import disjoint, main_language

    view, parts = reading.view, disjoint(reading.parts)
    lang = reading.lang or main_language(parts, len(view.text))
    return Article(path, text, view, lang, protected=protected_spans(view.text), parts=parts)


def read_bytes(source: Source) -> bytes:
    """The content of an article's file; raises ArticleError as ``read_article`` does."""
    data = source.data
    if data is None and source.file is not None:
        data = _file_bytes(source.file, source.path)
    if data is None:
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise too_large(source.path)
    return data


def _file_bytes(file: Path, place: str) -> bytes:
    try:
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ArticleError(Problem("it is a folder", place, "name the files in it"))
        if not stat.S_ISREG(mode):  # a pipe would block
            raise ArticleError(Problem("it is no regular file", place, "name a file that holds text"))
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except PermissionError:
        raise ArticleError(Problem("no permission to read it", place, "ask for read access")) from None
    except FileNotFoundError:
        raise ArticleError(Problem("it is gone", place, "run again")) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ArticleError(Problem(f"it cannot be read: {reason}", place, "check the disk or the network")) from error
