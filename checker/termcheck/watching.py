"""Checking again whenever something changes: only the articles that did, or all where the glossary did.

Files are asked for their size and time, again and again: that works on network drives and in containers, where systems
tell programs of no changes.
"""

import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from termcheck.articles import Source
from termcheck.articles.collections.expanding import articles_of
from termcheck.articles.read import digest_of_source
from termcheck.changes.scope import choose_articles, narrowed
from termcheck.config import Settings, read_settings
from termcheck.engines import Chunk
from termcheck.engines.checker import Checker, Work
from termcheck.errors import TermcheckError
from termcheck.gathering import Gathered
from termcheck.model import ArticleRecord, Report, Skipped
from termcheck.pipeline import Job, RunRequest, conclude_job, overridden, prepare
from termcheck.stamps import Stamp, stamp_of_files, stamp_of_project

_PAUSE = 0.3
"""Seconds between two looks, and for which nothing must change before it is checked."""
_SHARE = 5
"""Looking takes at most this part of the time, however many files there are."""


class Watched:
    """The articles of a request, checked as often as they change."""

    def __init__(self, request: RunRequest, *, pages: bool = False) -> None:
        """Keep what is to be checked; ``pages`` is whether HTML reports will be made."""
        self._request = request
        self._pages = pages
        self._project: Stamp | None = None
        """Of the project for which ``job`` was made."""
        self._kept: dict[str, tuple[object, ArticleRecord | Skipped]] = {}
        self._seen: object = None
        """Everything as it was when it was last checked."""
        self._job: Job | None = None
        self._checker: Checker | None = None

    def check(self) -> tuple[Report, Job]:
        """Check what has changed since the last time; the report is on all articles.

        Raises UsageError with every mistake in the call, the settings and the glossary.
        """
        self._seen = self._look()
        project = self._stamp()
        if self._job is None or self._checker is None or project != self._project:
            self._job = self._checker = None
            self._kept.clear()
            self._project = project
            job = prepare(self._request)
            self._checker = Checker(
                Work(job.glossary, job.settings, job.request.lang, job.request.directives, self._pages)
            )
        else:
            job = self._rediscovered(self._job)
        self._job = job
        return self._report(job, self._checker), job

    def wait(self, sleep: Callable[[float], None] = time.sleep) -> None:
        """Return when something has changed and come to rest."""
        before = self._look()
        while True:
            begun = time.monotonic()
            now = self._look()
            if now == before != self._seen:
                return
            before = now
            sleep(max(_PAUSE, _SHARE * (time.monotonic() - begun)))

    def _report(self, job: Job, checker: Checker) -> Report:
        gathered = Gathered()
        gathered.skipped.extend(job.discovery.skipped)
        sources: dict[str, Source] = {}
        for source in articles_of(job.discovery.sources, job.settings):
            if isinstance(source, Skipped):
                gathered.add(source)
            else:
                sources[source.path] = source
        self._kept = {path: self._outcome(source, checker) for path, source in sources.items()}
        for _, outcome in self._kept.values():
            gathered.add(outcome)
        report = conclude_job(gathered, job, checker)
        return narrowed(report, job.changes, job.request.scope)

    def _outcome(self, source: Source, checker: Checker) -> tuple[object, ArticleRecord | Skipped]:
        stamp: object = stamp_of_files([source.file] if source.file else [])
        if source.data is not None:
            stamp = digest_of_source(source, source.data)
        kept = self._kept.get(source.path)
        if kept is not None and kept[0] == stamp:
            return kept
        (checked,) = checker.check(Chunk((source,)))
        return stamp, checked.outcome

    def _rediscovered(self, job: Job) -> Job:
        request = self._request
        chosen = choose_articles(request.paths, Path.cwd() / request.cwd, job.settings, request.scope, b"", None)
        return replace(job, discovery=chosen.discovery)

    def _look(self) -> object:
        """Everything that makes a difference, for comparing; mistakes included, so that mending them is seen."""
        try:
            settings = self._settings()
            request = self._request
            chosen = choose_articles(request.paths, Path.cwd() / request.cwd, settings, request.scope, b"", None)
        except (TermcheckError, OSError) as error:
            return str(error), self._stamp()
        files = [source.file for source in chosen.discovery.sources if source.file]
        return self._stamp(), stamp_of_files(files), chosen.discovery.skipped

    def _stamp(self) -> Stamp:
        return stamp_of_project(self._settings())

    def _settings(self) -> Settings:
        request = self._request
        cwd = Path.cwd() / request.cwd
        return overridden(read_settings(cwd, Path(request.config) if request.config else None).settings, request, cwd)
