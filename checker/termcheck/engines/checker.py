"""Source -> outcome: what every process of every engine does with an article."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles import Source, read_article
from termcheck.articles.read import digest_of_source, read_bytes, read_slices
from termcheck.cache import OFF, Cache
from termcheck.check import check_articles
from termcheck.config import Settings, language_for
from termcheck.engines import Checked, Chunk, Stamp
from termcheck.errors import ArticleError
from termcheck.languages.choosing.choice import UNKNOWN, Choice, choose_language
from termcheck.languages.choosing.mixed import with_parts
from termcheck.matching import TermIndex, compile_index
from termcheck.matching.mentions import looks_for_unlisted
from termcheck.model import Article, ArticleRecord, ArticleResult, Clue, Glossary, Skipped, Span
from termcheck.records import look_again, page_with_findings, record, record_of_names

if TYPE_CHECKING:
    from termcheck.engines.slices import Merging

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that changes again is sure to get another time."""


_SLICED = 200_000
"""Bytes from which on a bilingual file is checked slice by slice."""
_SLICES = 4
"""Slices that are checked together."""
_MOST_TEXT = 1_000_000
"""Characters of articles that are checked together."""


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
    cache: Cache = OFF
    """Where the compiled glossary may lie."""
    names: bool = False
    """Whether ``discover`` is to read the articles, and nothing else is wanted of them."""
    alone: bool = False
    """Whether there is one article only, so that no other one can vouch for what it says."""


class _Read(Struct, frozen=True):
    source: Source
    stamp: Stamp | None
    digest: bytes
    found: Article | Skipped
    """The article with the language in which it is checked, or why it cannot be."""


class Checker:
    """Checks the articles of one run; the glossary is compiled when the first one comes."""

    def __init__(self, work: Work) -> None:
        """Keep what articles are checked with."""
        self.work = work
        self._reading = replace(work.settings, lang=work.lang) if work.lang else work.settings
        self._index: TermIndex | None = None

    def check(self, chunk: Chunk) -> Iterator[Checked]:
        """What checking each article of a chunk yields; whatever goes wrong with one, it stops this one only."""
        for batch in self._batches(chunk):
            if isinstance(batch, Checked):
                yield batch
                continue
            results = self._results([one.found for one in batch if isinstance(one.found, Article)])
            for one in batch:
                result = one.found if isinstance(one.found, Skipped) else next(results)
                outcome = result if isinstance(result, Skipped) else self._record(one.source, result, one.digest, chunk)
                yield Checked(one.source, outcome, one.digest, one.stamp)

    def result(self, source: Source) -> ArticleResult | Skipped:
        """What checking one article yields, with its text."""
        found = self._read(source).found
        return found if isinstance(found, Skipped) else next(self._results([found]))

    def look_again(self, source: Source, kept: ArticleRecord, spans: Sequence[Span]) -> ArticleRecord:
        """The record with what reports show around findings that came later; as it is, where the file has changed."""
        if self._is_sliced(source):
            return self._look_into_slices(source, kept, spans)
        read = self._read(source)
        if read.digest != kept.digest or isinstance(read.found, Skipped):
            return kept
        result = next(self._results([read.found])) if kept.page and not kept.page.is_whole else None
        return look_again(kept, read.found, spans, result if isinstance(result, ArticleResult) else None)

    def _look_into_slices(self, source: Source, kept: ArticleRecord, spans: Sequence[Span]) -> ArticleRecord:
        """The same for a large bilingual file, of which no more is held than one slice."""
        from termcheck.engines.slices import with_excerpts

        data = read_bytes(source)
        if digest_of_source(source, data) != kept.digest:
            return kept
        waiting, offset = sorted(spans), 0
        for one in read_slices(source, self._reading, data):
            end = one.segments[-1].span.end if one.segments else 0
            here = [span for span in waiting if span.start < end]
            if here:
                waiting = waiting[len(here) :]
                kept = with_excerpts(kept, one, here, offset)
            offset += len(one.view.text) + 1 if one.view.text else 0
        return kept

    def _batches(self, chunk: Chunk) -> Iterator[list[_Read] | Checked]:
        """The articles, read, as many at a time as may be held; what is checked slice by slice, checked."""
        batch: list[_Read] = []
        length = 0
        for source in chunk.sources:
            if self._is_sliced(source):
                yield batch
                batch, length = [], 0
                yield self._check_slices(source, chunk)
                continue
            one = self._read(source)
            batch.append(one)
            length += len(one.found.text) if isinstance(one.found, Article) else 0
            if length > _MOST_TEXT:
                yield batch
                batch, length = [], 0
        yield batch

    def _is_sliced(self, source: Source) -> bool:
        """Whether an article is a bilingual file that is too large to be checked as a whole."""
        if (
            self.work.names
            or source.file is None
            or source.data is not None
            or source.is_collection
            or source.parallel is not None
        ):
            return False
        try:
            return bool(source.format_in(self.work.settings).units) and source.file.stat().st_size > _SLICED
        except (ArticleError, OSError):
            return False

    def _check_slices(self, source: Source, chunk: Chunk) -> Checked:
        """The outcome of a large bilingual file; never more of it is held than its text and some slices."""
        stamp = stamp_of(source)
        try:
            data = read_bytes(source)
            digest = digest_of_source(source, data)
            slices = self._slices(read_slices(source, self._reading, data))
            del data
            merged = self._merged(source, slices, digest, chunk)
            outcome = merged if isinstance(merged, Skipped) else merged.record() or Skipped(source.path, UNKNOWN)
        except Exception as error:  # noqa: BLE001 - a mistake of ours costs one article only; status 3 tells
            return Checked(source, _failed(source.path, error))
        return Checked(source, outcome, digest, stamp)

    def _merged(
        self, source: Source, slices: Iterator[Article | Skipped], digest: bytes, chunk: Chunk
    ) -> "Merging | Skipped":
        """What its slices yield together; when this returns, nothing holds the text of the file any more."""
        from termcheck.engines.slices import Merging  # few files are that large

        whole = Merging()
        skipped: Skipped | None = None
        while batch := list(islice(slices, _SLICES)):
            found = [one for one in batch if isinstance(one, Article)]
            skipped = skipped or next((one for one in batch if isinstance(one, Skipped)), None)
            for result in self._results(found):
                kept = result if isinstance(result, Skipped) else self._record(source, result, digest, chunk)
                if isinstance(kept, Skipped):
                    return kept
                whole.add(kept)
        return skipped if skipped is not None and whole.is_empty else whole

    def _slices(self, slices: Iterable[Article]) -> Iterator[Article | Skipped]:
        """Slices of a file in their languages; what the first one tells of them holds for all."""
        known: Article | None = None
        for one in slices:
            if known is not None and one.source is not None and known.source is not None:
                source = replace(one.source, lang=one.source.lang or known.source.lang)
                one = replace(one, lang=one.lang or known.lang, source=source)  # noqa: PLW2901 - the same slice
            found = in_its_language(one, self.work.glossary, self.work.settings, self.work.lang)
            known = known or (found if isinstance(found, Article) else None)
            yield found

    def _read(self, source: Source) -> _Read:
        stamp, digest = stamp_of(source), b""
        try:
            source.format_in(self.work.settings)  # what cannot be read anyway may be large
            data = read_bytes(source)
            digest = digest_of_source(source, data)
            article = read_article(source, self._reading, data)
            if not self.work.directives:
                article = replace(article, directives=(), notices=())
            work = self.work
            return _Read(source, stamp, digest, in_its_language(article, work.glossary, work.settings, work.lang))
        except Exception as error:  # noqa: BLE001 - a mistake of ours costs one article only; status 3 tells
            return _Read(source, None, b"", _failed(source.path, error))

    def _results(self, articles: Sequence[Article]) -> Iterator[ArticleResult | Skipped]:
        """What checking each of some articles yields, when it is asked for."""
        if not articles:
            return
        done = 0
        try:
            if self._index is None:
                self._index = compile_index(self.work.glossary, self.work.cache)
            for result in check_articles(articles, self._index, self.work.settings):
                yield result
                done += 1
        except Exception as error:  # noqa: BLE001 - as above
            if len(articles) == 1:
                yield _failed(articles[0].path, error)
            else:
                yield from chain.from_iterable(self._results([article]) for article in articles[done:])

    def _clues(self, result: ArticleResult) -> tuple[Clue, ...]:
        """What the article says of names in its lists and roles, where the rule that asks for it is on."""
        if self.work.alone or self._index is None or not looks_for_unlisted(result.article.path, self.work.settings):
            return ()
        from termcheck.clues import clues_of

        return clues_of(result, self._index, self.work.settings)

    def _record(self, source: Source, result: ArticleResult, digest: bytes, chunk: Chunk) -> ArticleRecord | Skipped:
        try:
            if self.work.names:
                from termcheck.evidence.dossiers import dossier_of

                return record_of_names(result.article, dossier_of(result), digest)
            kept = record(result, page=self.work.pages, digest=digest, clues=self._clues(result))
        except Exception as error:  # noqa: BLE001 - as above
            return _failed(source.path, error)
        if kept.page is None or chunk.whole_texts:
            return kept
        return replace(kept, page=page_with_findings(kept.page, (one.view_span for one in kept.excerpts)))


def stamp_of(source: Source) -> Stamp | None:
    """The stamp of a source's file as it is now; None where it cannot be relied on.

    As with git's index: a file that was changed a moment ago may change once more within the same tick of its clock.
    """
    if source.file is None or source.data is not None or source.is_collection or source.parallel is not None:
        return None
    try:
        status = os.stat(source.file)  # noqa: PTH116 - costs less than the method, for thousands of files
    except OSError:
        return None
    if max(status.st_mtime_ns, status.st_ctime_ns) + _SETTLED > time_ns():
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def in_its_language(article: Article, glossary: Glossary, settings: Settings, lang: str | None) -> Article | Skipped:
    """The article, to be checked in ``lang``, else in the language that it, the settings or the glossary give it."""
    if article.source is not None:
        from termcheck.languages.choosing.bilingual import in_its_languages

        choice = in_its_languages(
            article, glossary.kinds, lang, language_for(article.path, settings), settings.source_lang
        )
        return Skipped(article.path, choice) if isinstance(choice, str) else choice
    found = language_of(article, glossary, settings, lang)
    if found.reason:
        return Skipped(article.path, found.reason)
    return with_parts(replace(article, lang=found.lang), glossary.kinds, only_marked=lang is not None)


def language_of(article: Article, glossary: Glossary, settings: Settings, lang: str | None) -> Choice:
    """The language in which an article is checked, or why it cannot be."""
    return choose_language(article, glossary.kinds, lang, language_for(article.path, settings), settings.source_lang)


def _failed(path: str, error: Exception) -> Skipped:
    if isinstance(error, ArticleError):
        # the path stands beside it
        return Skipped(path, "; ".join(str(replace(one, place="")) for one in error.problems), unreadable=True)
    return Skipped(path, _mistake_of_ours(error), unreadable=True)


def _mistake_of_ours(error: Exception) -> str:
    """An unexpected error in one line, with the place in the program, for a report of the bug."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f" at {Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame is not None else ""
    text = " ".join(str(error).split())[:200]
    return f"a mistake in termcheck itself, please report it: {type(error).__name__}{place}: {text}"
