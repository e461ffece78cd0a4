"""Source -> outcome: what every process of every engine does with an article."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import time_ns

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles import Source, read_article
from termcheck.articles.read import read_bytes, reader_of
from termcheck.cache import digest_of, user_cache
from termcheck.check import check_article
from termcheck.config import Settings, language_for
from termcheck.engines import Checked, Chunk, Stamp
from termcheck.errors import ArticleError
from termcheck.languages.choosing.choice import Choice, choose_language
from termcheck.languages.choosing.mixed import with_parts
from termcheck.matching import TermIndex, compile_index
from termcheck.model import Article, ArticleRecord, ArticleResult, Glossary, Skipped, Span
from termcheck.records import look_again, page_with_findings, record

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that changes again is sure to get another time."""


class Work(Struct, frozen=True):
    """What every article of a run is checked with."""

    glossary: Glossary
    settings: Settings
    lang: str | None = None
    """What the user says of the language of every article."""
    directives: bool = True
    """False ignores every inline directive."""
    pages: bool = True
    """Whether an HTML report will be made."""


class Checker:
    """Checks the articles of one run; the glossary is compiled when the first one comes."""

    def __init__(self, work: Work) -> None:
        """Keep what articles are checked with."""
        self.work = work
        self._index: TermIndex | None = None

    def check(self, chunk: Chunk) -> Iterator[Checked]:
        """What checking each article of a chunk yields; whatever goes wrong with one, it stops this one only."""
        for source in chunk.sources:
            outcome: ArticleRecord | Skipped
            stamp, digest = stamp_of(source), b""
            try:
                data = _bytes(source)
                digest = digest_of(data)
                result = self._result(source, data)
                outcome = result if isinstance(result, Skipped) else self._record(result, digest, chunk)
            except Exception as error:  # noqa: BLE001 - a mistake of ours costs one article only; status 3 tells
                outcome, digest = _failed(source, error), b""
            yield Checked(source, outcome, digest, stamp)

    def result(self, source: Source) -> ArticleResult | Skipped:
        """What checking one article yields, with its text."""
        try:
            return self._result(source, _bytes(source))
        except Exception as error:  # noqa: BLE001 - as above
            return _failed(source, error)

    def look_again(self, source: Source, kept: ArticleRecord, spans: Sequence[Span]) -> ArticleRecord:
        """The record with what reports show around findings that came later; as it is, where the file has changed."""
        try:
            data = read_bytes(source)
            result = self._result(source, data) if digest_of(data) == kept.digest else None
        except Exception:  # noqa: BLE001 - it could be read and checked before; without it, reports show a little less
            return kept
        return look_again(kept, result, spans) if isinstance(result, ArticleResult) else kept

    def _result(self, source: Source, data: bytes) -> ArticleResult | Skipped:
        article = read_article(source, self.work.settings, data)
        if not self.work.directives:
            article = replace(article, directives=(), notices=())
        if self._index is None:
            self._index = compile_index(self.work.glossary, user_cache())
        return check_in_its_language(article, self._index, self.work.settings, self.work.lang)

    def _record(self, result: ArticleResult, digest: bytes, chunk: Chunk) -> ArticleRecord:
        kept = record(result, page=self.work.pages, digest=digest)
        if kept.page is None or chunk.whole_texts:
            return kept
        return replace(kept, page=page_with_findings(kept.page, (one.view_span for one in kept.excerpts)))


def stamp_of(source: Source) -> Stamp | None:
    """The stamp of a source's file as it is now; None where it cannot be relied on.

    As with git's index: a file that was changed a moment ago may change once more within the same tick of its clock.
    """
    if source.file is None or source.data is not None:
        return None
    try:
        status = os.stat(source.file)  # noqa: PTH116 - costs less than the method, for thousands of files
    except OSError:
        return None
    if max(status.st_mtime_ns, status.st_ctime_ns) + _SETTLED > time_ns():
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def check_in_its_language(
    article: Article, index: TermIndex, settings: Settings, lang: str | None
) -> ArticleResult | Skipped:
    """Check an article in ``lang``, else in the language that it, the settings or the glossary give it."""
    choice = language_of(article, index.glossary, settings, lang)
    if choice.reason:
        return Skipped(article.path, choice.reason)
    article = with_parts(replace(article, lang=choice.lang), index.glossary.terms, only_marked=lang is not None)
    return check_article(article, index, settings)


def language_of(article: Article, glossary: Glossary, settings: Settings, lang: str | None) -> Choice:
    """The language in which an article is checked, or why it cannot be."""
    return choose_language(article, glossary.terms, lang, language_for(article.path, settings), settings.source_lang)


def _bytes(source: Source) -> bytes:
    reader_of(source)  # what cannot be read anyway may be large
    return read_bytes(source)


def _failed(source: Source, error: Exception) -> Skipped:
    if isinstance(error, ArticleError):
        # the path stands beside it
        return Skipped(source.path, "; ".join(str(one._replace(place="")) for one in error.problems), unreadable=True)
    return Skipped(source.path, _mistake_of_ours(error), unreadable=True)


def _mistake_of_ours(error: Exception) -> str:
    """An unexpected error in one line, with the place in the program, for a report of the bug."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f" at {Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame is not None else ""
    text = " ".join(str(error).split())[:200]
    return f"a mistake in termcheck itself, please report it: {type(error).__name__}{place}: {text}"
