"""Bytes -> article: the one way that every format takes."""

import datetime as dt
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles.decoding import MOST_BYTES, decode, too_large
from termcheck.articles.formats import FORMATS, Format, format_of, suffix_of
from termcheck.articles.protect import protected_spans
from termcheck.articles.quotes import quotations
from termcheck.articles.reading import Reading, SourceReading
from termcheck.cache import digest_of
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem
from termcheck.model import Article, Location

STDIN_NAME = "<stdin>"


class Facts(Struct, frozen=True):
    """What is said of an article beside its text; that comes before what the text says itself."""

    lang: str | None = None
    date: dt.date | None = None
    title: str | None = None


class Source(Struct, frozen=True):
    """One article that is to be read."""

    path: str
    """As reported: ``/``-separated, relative to the project root where possible."""
    file: Path | None = None
    """Where it is, or belongs; None for a text that has no name."""
    named: bool = True
    """Whether the user named it, rather than a folder or a glob."""
    data: bytes | None = None
    """Its bytes, where they are not those of the file."""
    url: str = ""
    """Where it is, in the place of a file: ``s3://...`` and others that fsspec knows."""
    is_collection: bool = False
    """Whether it holds articles, rather than being one."""
    like: str = ""
    """The format that tells how to read it; empty where its path does."""
    facts: Facts | None = None
    parallel: Path | None = None
    """The file that it translates, line by line or paragraph by paragraph; it is shown as ``parallel_path``."""
    parallel_path: str = ""

    @property
    def suffix(self) -> str:
        """The suffix in lower case; that of plain text where a text that is no file has none."""
        return suffix_of(self.path) or ("" if (self.file or self.url) and self.data is None else ".txt")

    def format_in(self, settings: Settings) -> Format:
        """Its format; raises ArticleError where nothing reads it."""
        if self.like:
            return FORMATS[self.like]
        suffix = self.suffix
        found = format_of(self.path if suffix_of(self.path) else self.path + suffix, settings)
        if found is None:
            what = f"no reader for {suffix} files" if suffix else "no reader for files without a suffix"
            remedy = "save it as .txt, .md, .html, .docx or the like, or say how to read it with the setting `formats`"
            raise ArticleError(Problem(what, self.path, remedy))
        return found


def read_article(source: Source, settings: Settings, data: bytes | None = None) -> Article:
    """Read one article; its language is that of its metadata, or None.

    ``data`` is what ``read_bytes`` gave, where that was asked before. Raises ArticleError with place and remedy where
    it cannot be read: no permission, a folder, no reader for the suffix, not decodable.
    """
    article = _read(source, settings, data)
    if source.parallel is not None:
        from termcheck.articles.bilingual.parallel import with_parallel

        beside = _read(Source(source.parallel_path, source.parallel), settings, None)
        try:
            article = with_parallel(article, beside)
        except ArticleError as error:
            raise ArticleError([replace(one, place=source.path) for one in error.problems]) from error
    facts = source.facts
    if facts is None:
        return article
    return replace(
        article, lang=facts.lang or article.lang, date=facts.date or article.date, title=facts.title or article.title
    )


def _read(source: Source, settings: Settings, data: bytes | None) -> Article:
    form = source.format_in(settings)
    content = read_bytes(source) if data is None else data
    try:
        if form.binary:
            extracted = form.binary_reader()(content, settings)
            return _article(source.path, extracted.text, extracted.reading, extracted.locations)
        text = decode(content, source.path, declares_encoding=form.declares_encoding, fallback=form.fallback)
        return _article(source.path, text, _reading(form, source.path, text, settings))
    except ArticleError as error:
        raise ArticleError([replace(one, place=source.path) for one in error.problems]) from error


def read_slices(source: Source, settings: Settings, data: bytes) -> Iterator[Article]:
    """A bilingual file as articles of some of its segments, one after the other; their places are those of the file.

    Raises ArticleError as ``read_article`` does, perhaps when some slices have been made.
    """
    from termcheck.articles.bilingual.units import slices

    form = source.format_in(settings)
    line_starts: Sequence[int] = ()
    try:
        text = decode(data, source.path, declares_encoding=form.declares_encoding, fallback=form.fallback)
        del data
        for reading in slices(text, form.unit_reader()(text, settings)):
            article = _article(source.path, text, reading, line_starts=line_starts)
            line_starts = article.line_starts
            yield article
    except ArticleError as error:
        raise ArticleError([replace(one, place=source.path) for one in error.problems]) from error


def article_of(path: str, text: str, settings: Settings) -> Article:
    """The article that a decoded text makes; the suffix of its path says how to read it.

    Raises ArticleError where no reader knows the suffix, where its format is not text, or where it is damaged.
    """
    return _article(path, text, _reading(Source(path).format_in(settings), path, text, settings))


def _reading(form: Format, path: str, text: str, settings: Settings) -> Reading:
    if not form.text:
        raise ArticleError(Problem(f"{suffix_of(path)} files are no text", path, "give the file itself"))
    reading = form.text_reader()(text, settings)
    if not form.lang_in_path or reading.lang is not None:
        return reading
    from termcheck.articles.resources.languages import language_of_path

    return replace(reading, lang=language_of_path(path))


def _article(
    path: str,
    text: str,
    reading: Reading,
    locations: tuple[Location, ...] = (),
    line_starts: Sequence[int] = (),
) -> Article:
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
        date=reading.dates.best() or (None if reading.source else conventional_date(view.text)),
        protected=protected_spans(view.text),
        regions=tuple(regions),
        directives=tuple(reading.log.directives),
        line_starts=line_starts,
        parts=parts,
        segments=reading.segments,
        locations=locations,
    )
    if reading.source is not None:
        article = replace(article, source=_source_of(article, reading.source))
    if not reading.log.mistakes:
        return article
    notices = tuple(f"{_place(article, one.start)}: {one.message}" for one in reading.log.mistakes)
    return replace(article, notices=notices)


def _source_of(article: Article, reading: SourceReading) -> Article:
    """What a bilingual file translates, as an article of its own."""
    from termcheck.articles.parts import disjoint, main_language

    view, parts = reading.view, disjoint(reading.parts)
    lang = reading.lang or main_language(parts, len(view.text))
    return Article(
        article.path,
        article.text,
        view,
        lang,
        protected=protected_spans(view.text),
        line_starts=article.line_starts,
        parts=parts,
        locations=article.locations,
    )


def _place(article: Article, offset: int | None) -> str:
    if offset is None:
        return article.path
    return f"{article.path}:{article.location(offset) or article.position(offset)[0]}"


def read_bytes(source: Source) -> bytes:
    """The content of an article's file; raises ArticleError as ``read_article`` does."""
    data = source.data
    if data is None and source.url:
        with open_source(source) as stream:
            data = stream.read(MOST_BYTES + 1)
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


@contextmanager
def open_source(source: Source) -> Iterator[BinaryIO]:
    """The bytes of a source as a stream. Raises ArticleError where it cannot be opened or read."""
    try:
        if source.url:
            import fsspec

            with fsspec.open(source.url, "rb") as stream:
                yield stream
        elif source.data is not None:
            yield BytesIO(source.data)
        else:
            with (source.file or Path()).open("rb") as file:
                yield file
    except OSError as error:
        reason = error.strerror or f"{type(error).__name__}: {error}"
        raise ArticleError(Problem(f"it cannot be read: {reason}", source.path, "check its path and rights")) from error


def digest_of_source(source: Source, data: bytes) -> bytes:
    """What tells an article from others: its content, what is said of it, and what it translates."""
    if source.facts is not None:
        data = repr(source.facts).encode("utf-8", "replace") + b"\0" + data
    if source.parallel is not None:
        data = read_bytes(Source(source.parallel_path, source.parallel)) + b"\0" + data
    return digest_of(data)
