"""The whole way from a call to a report; the only module that knows it.

``prepare`` reads the configuration and the glossary and finds the articles: every mistake of the user shows here, all
at once. ``check_articles`` then reads and checks the articles; a bad one is skipped and stops nothing else.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles import Source, article_of, read_article
from termcheck.baseline import Baseline
from termcheck.cache import key_of, program_key
from termcheck.changes.scope import narrowed
from termcheck.check import check_article, with_final_findings
from termcheck.conclude import conclude
from termcheck.config import Settings
from termcheck.decisions import apply_directives
from termcheck.engines import CHUNK, FEW, Chunk, Plan, Progress
from termcheck.engines.checker import Checker, Work, in_its_language, language_of
from termcheck.errors import ArticleError, Problem
from termcheck.gathering import Gathered
from termcheck.matching import TermIndex, compile_index
from termcheck.model import ArticleRecord, ArticleResult, Glossary, Report, Skipped, Span
from termcheck.outcome import exit_code, status_of, with_history, write_files, write_reports
from termcheck.partials.sections import Rows
from termcheck.preparing import (
    STDIN,
    Job,
    RunRequest,
    check_history,
    check_workbook,
    history_file,
    overridden,
    prepare,
    reports_folder,
)
from termcheck.records import record
from termcheck.remembered import Remembered

if TYPE_CHECKING:
    from termcheck.articles.shards import Shard
    from termcheck.engines.journal import Journal
    from termcheck.lint import LintMessage
    from termcheck.manifest import Manifest
    from termcheck.partials.shelf import Shelf

__all__ = [
    "STDIN",
    "Job",
    "RunRequest",
    "check_articles",
    "check_glossary",
    "check_history",
    "check_text",
    "check_workbook",
    "checked_articles",
    "conclude_job",
    "concluded",
    "exit_code",
    "history_file",
    "outcome_key",
    "overridden",
    "prepare",
    "reports_folder",
    "run",
    "status_of",
    "with_history",
    "write_files",
    "write_reports",
]


def run(request: RunRequest) -> Report:
    """Check what the request names; raises UsageError with every mistake in the call, the settings and the glossary."""
    return check_articles(prepare(request))


# ------------------------------------------------------------------------------------------------------- checking


def check_articles(
    job: Job,
    progress: Progress | None = None,
    *,
    pages: bool = True,
    chunk_size: int = CHUNK,
    manifest: "Manifest | None" = None,
) -> Report:
    """Read and check every article of the job that earlier runs did not; ``pages``: an HTML report will be made of it.

    What comes out depends neither on ``chunk_size`` nor on how many processes check nor on what the cache holds.
    """
    checker = checker_of(job, pages=pages)
    found = gather(job, checker, progress, chunk_size=chunk_size, manifest=manifest)
    shelf = found.shelf if found.part.is_large else None
    report = conclude_job(found.part, job, checker, shelf, is_whole=job.has_folder and manifest is None)
    if manifest is not None:
        report = replace(report, notices=(*report.notices, *manifest.notices))
    return narrowed(report, job.changes, job.request.scope)


class Found(Struct, frozen=True):
    """What checking the articles of a job has yielded."""

    part: Gathered
    shelf: "Shelf | None"
    """Where it lies, where memory does not hold it."""


def gather(
    job: Job,
    checker: Checker,
    progress: Progress | None = None,
    *,
    shard: "Shard | None" = None,
    journal: "Journal | None" = None,
    manifest: "Manifest | None" = None,
    chunk_size: int = CHUNK,
) -> Found:
    """Read and check the articles of a job, or a shard of them, or only those that a manifest does not know."""
    sources = job.discovery.sources
    holds_more = any(source.is_collection for source in sources)
    is_plain = journal is None and manifest is None and not holds_more and job.request.engine == "local"
    if is_plain and len(sources) < FEW:
        gathered = Gathered()
        gathered.skipped.extend(job.discovery.skipped)
        for number, checked in enumerate(checker.check(Chunk(sources))):
            if progress is not None:
                progress(number, len(sources))
            gathered.add(checked.outcome)
        return Found(gathered, None)
    from termcheck.articles.collections.expanding import articles_of
    from termcheck.engines.many import check_many

    shelf = _shelf()
    gathered = Gathered(shelf)
    gathered.skipped.extend(job.discovery.skipped)
    total = 0 if holds_more or shard else len(sources)
    key = "" if checker.work.names else outcome_key(job)
    read_there: tuple[Source, ...] = ()
    if job.request.engine != "local" and journal is None and manifest is None:
        read_there = tuple(source for source in sources if source.is_collection)
        sources = tuple(source for source in sources if not source.is_collection)
    plan = Plan(job.request.jobs, chunk_size, job.cache, key, total, job.request.engine, read_there, journal)
    articles = articles_of(sources, job.settings, shard, with_others=True)
    check_many(manifest.new_of(articles) if manifest else articles, checker, gathered, plan, progress)
    return Found(gathered, shelf)


def _shelf() -> "Shelf":
    from termcheck.partials.shelf import Shelf

    return Shelf()


def outcome_key(job: Job) -> str:
    """What differs where the outcome of an article may differ though it is the same; empty where that is not known."""
    if not job.glossary.digest:
        return ""
    settings = replace(
        job.settings,
        glossary=(),
        reports="",
        decisions="",
        baseline="",
        include=(),
        exclude=(),
        fail_on=None,
        workbook=False,
        history=None,
    )  # none of them changes what an article yields
    return key_of(program_key(), job.glossary.digest, repr((settings, job.request.lang, job.request.directives)))


def checked_articles(job: Job) -> Iterator[ArticleResult | Skipped]:
    """What checking each article of the job yields, with its text; without what articles show only together."""
    checker = checker_of(job, pages=False)
    from termcheck.articles.collections.expanding import articles_of

    for source in articles_of(job.discovery.sources, job.settings):
        yield source if isinstance(source, Skipped) else checker.result(source)


def concluded(results: Sequence[ArticleResult], job: Job) -> tuple[ArticleResult, ...]:
    """The results of all articles of the job with their final findings, in file order."""
    gathered = Gathered()
    for result in results:
        gathered.add(record(result))
    final = {one.path: one.findings for one in conclude_job(gathered, job, checker_of(job, pages=False)).results}
    ordered = sorted(results, key=lambda result: result.article.path)
    return tuple(replace(result, findings=final[result.article.path]) for result in ordered)


def checker_of(job: Job, *, pages: bool, names: bool = False) -> Checker:
    """What checks the articles of a job; ``names``: what reads them for ``discover``."""
    request = job.request
    alone = len(job.discovery.sources) == 1
    return Checker(Work(job.glossary, job.settings, request.lang, request.directives, pages, job.cache, names, alone))


def conclude_job(
    part: Rows, job: Job, checker: Checker, shelf: "Shelf | None" = None, *, is_whole: bool | None = None
) -> Report:
    """The report on what was gathered of the articles of a job; ``is_whole``: whether that is a whole folder."""
    look = LookAgain(job, checker)
    others, remembered = (
        job.discovery.others,
        remembered_of(job, is_whole=job.has_folder if is_whole is None else is_whole),
    )
    return conclude(part, others, job.glossary, job.settings, remembered, look, shelf)


class LookAgain:
    """Looks at articles again, for findings that came when they were gone."""

    def __init__(self, job: Job, checker: Checker) -> None:
        """Look where they were found."""
        self._job = job
        self._checker = checker
        self._expected: dict[str, Source] = {}

    def expect(self, paths: Collection[str]) -> None:
        """Know where these articles are."""
        if not paths:
            return
        from termcheck.articles.collections.expanding import articles_of

        found = articles_of(self._job.discovery.sources, self._job.settings, paths=paths)
        self._expected = {source.path: source for source in found if isinstance(source, Source)}

    def __call__(self, record: ArticleRecord, spans: Sequence[Span]) -> ArticleRecord:
        """The record with what stands around the stretches."""
        source = self._expected.get(record.path)
        return self._checker.look_again(source, record, spans) if source is not None else record


def remembered_of(job: Job, *, is_whole: bool) -> Remembered:
    """What a job remembers of findings."""
    settings = job.settings
    return Remembered(
        verdicts=job.verdicts,
        baseline=Baseline(job.baseline, settings.baseline),
        decisions=settings.decisions,
        root=settings.root,
        is_whole=is_whole,
        is_strict=job.request.strict,
    )


def check_glossary(job: Job) -> "tuple[LintMessage, ...]":
    """What is doubtful in the job's glossary; its articles, if any, show which rows are used.

    Raises ArticleError where one of them cannot be read.
    """
    from termcheck.articles.collections.expanding import articles_of
    from termcheck.lint import lint

    articles = []
    for source in articles_of(job.discovery.sources, job.settings):
        if isinstance(source, Skipped):
            raise ArticleError(Problem(source.reason, source.file))
        article = read_article(source, job.settings)
        choice = language_of(article, job.glossary, job.settings, job.request.lang)
        if not choice.reason:
            articles.append(replace(article, lang=choice.lang))
    return lint(job.glossary, job.settings, articles, cache=job.cache)


def check_text(
    text: str,
    glossary: Glossary | TermIndex,
    *,
    path: str,
    lang: str | None = None,
    settings: Settings | None = None,
) -> ArticleResult:
    """Check a text that is no file; the suffix of ``path`` says how to read it.

    Who checks many texts gives the glossary as ``compile_index`` made it. Corpus and closing rules, which look at a
    whole run, are left out. Raises ArticleError where it cannot be checked.
    """
    settings = settings or Settings()
    index = glossary if isinstance(glossary, TermIndex) else compile_index(glossary)
    read = article_of(path, text.removeprefix("\ufeff"), settings)
    article = in_its_language(read, index.glossary, settings, lang)
    if isinstance(article, Skipped):
        raise ArticleError(Problem(article.reason, path))
    checked = check_article(article, index, settings)
    return with_final_findings(checked, apply_directives(record(checked), checked.findings)[0])
