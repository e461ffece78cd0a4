"""The whole way from a call to a report; the only module that knows it.

``prepare`` reads the configuration and the glossary and finds the articles: every mistake of the user shows here, all
at once. ``check_articles`` then reads and checks the articles; a bad one is skipped and stops nothing else.
"""

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles import Discovery, article_of, read_article
from termcheck.baseline import Baseline, Entry, read_baseline
from termcheck.cache import OFF, Cache, key_of, program_key, user_cache
from termcheck.changes.lines import Changes
from termcheck.changes.scope import Chosen, Scope, choose_articles, narrowed
from termcheck.check import check_article, with_final_findings
from termcheck.conclude import conclude
from termcheck.config import Settings, Told, read_settings
from termcheck.decisions import apply_directives
from termcheck.engines import CHUNK, FEW, Chunk, Plan, Progress
from termcheck.engines.checker import Checker, Work, in_its_language, language_of
from termcheck.errors import ArticleError, ExitCode, GlossaryError, Problem, TermcheckError, UsageError
from termcheck.gathering import Gathered
from termcheck.glossary import display_path, load_glossary
from termcheck.languages.tags import related
from termcheck.matching import TermIndex, compile_index
from termcheck.model import ArticleRecord, ArticleResult, Glossary, Report, Severity, Skipped, Span
from termcheck.records import record
from termcheck.remembered import Remembered
from termcheck.rules import RULES
from termcheck.verdicts import Verdicts, read_decisions

if TYPE_CHECKING:
    from termcheck.lint import LintMessage

JOURNAL = ".termcheck-journal.json"
"""What an interrupted command leaves in the project's root."""
STDIN = "-"
"""The path that stands for standard input."""

_Made = TypeVar("_Made")


class RunRequest(Struct, frozen=True):
    """What a user asks for; None stands for "as configured"."""

    paths: tuple[str, ...] = ()
    """Files, folders, globs or ``-``, relative to ``cwd``; empty means ``include`` of the configuration."""
    cwd: Path = Path()
    glossary: tuple[str, ...] = ()
    """Files or folders, relative to ``cwd``."""
    lang: str | None = None
    source_lang: str | None = None
    fail_on: str | None = None
    """A severity or ``never``."""
    config: str | None = None
    """Configuration file, relative to ``cwd``."""
    reports: str | None = None
    """Folder for reports, relative to ``cwd``."""
    history: str | None = None
    """File in which the counts of runs are kept, relative to ``cwd``."""
    strict: bool = False
    """Whether decisions, baseline entries and glossary rows of no use are findings."""
    directives: bool = True
    """False ignores every inline directive."""
    stdin: bytes = b""
    """What the path ``-`` holds."""
    stdin_filename: str | None = None
    scope: Scope = Scope()
    """Which lines and rules it is about."""
    jobs: int = 1
    """Processes that check articles; 0 means as many as pay."""
    cache: bool = True
    """Whether to use what earlier runs left in the user's cache, and to leave something there."""


class Job(Struct, frozen=True):
    """A request in which nothing is wrong: what is to be checked, and with what."""

    request: RunRequest
    settings: Settings
    """The configuration, with what the request overrides."""
    glossary: Glossary
    discovery: Discovery
    has_folder: bool
    """Whether a folder is to be checked as a whole."""
    verdicts: Verdicts
    """What the editor has decided."""
    cache: Cache
    """What earlier runs left; one that is off where the request wants none."""
    changes: Changes | None = None
    """The changed lines, where only those count."""
    baseline: tuple[Entry, ...] = ()
    """The findings that are accepted."""
    recovered: str = ""
    """What was found and done about a command that had been interrupted while it wrote."""


# ------------------------------------------------------------------------------------------------------ preparing


def run(request: RunRequest) -> Report:
    """Check what the request names; raises UsageError with every mistake in the call, the settings and the glossary."""
    return check_articles(prepare(request))


def prepare(request: RunRequest, *, needs_articles: bool = True) -> Job:
    """Everything that must be right before an article is read; raises UsageError with every mistake.

    Where no articles are needed, only those are looked for that the request names.
    """
    cwd = Path(os.path.abspath(request.cwd))  # noqa: PTH100 - links stay as the user knows them
    configured, wrong_settings = read_settings(
        cwd, Path(request.config) if request.config else None, [rule.id for rule in RULES]
    )
    settings = overridden(configured, request, cwd)
    problems = list(wrong_settings)
    recovered = _collect(problems, lambda: _recover(settings.root))
    cache = user_cache() if request.cache else OFF
    glossary = None
    if not wrong_settings or not _lacks_default_glossary(settings):  # the mistake may be in the key for it
        glossary = _collect(problems, lambda: _glossary(settings, cache))
    chosen: Chosen | None = Chosen(Discovery(()))
    if needs_articles or request.paths:
        chosen = _collect(
            problems,
            lambda: choose_articles(request.paths, cwd, settings, request.scope, request.stdin, request.stdin_filename),
        )
    decisions, wrong_decisions = read_decisions(settings.root / settings.decisions, settings.decisions)
    problems.extend(wrong_decisions)
    verdicts = Verdicts(decisions)
    told = _collect(problems, lambda: _told(settings, verdicts))
    settings = replace(settings, told=told or Told())
    baseline, wrong_baseline = read_baseline(settings.root / settings.baseline, settings.baseline)
    problems.extend(wrong_baseline)
    if settings.embeddings:
        problems.extend(_extra_problems())
    if glossary is not None:
        problems.extend(_language_problems(settings, request, glossary))
    if request.reports and (cwd / request.reports).exists() and not (cwd / request.reports).is_dir():
        problems.append(Problem("the folder for reports is a file", request.reports, "name a folder"))
    if problems or glossary is None or chosen is None:
        raise UsageError(problems)
    base, paths = (cwd, request.paths) if request.paths else (settings.root, settings.include)
    has_folder = chosen.changes is None and any((base / path).is_dir() for path in paths)
    return Job(
        request=request,
        settings=settings,
        glossary=glossary,
        discovery=chosen.discovery,
        has_folder=has_folder,
        verdicts=verdicts,
        cache=cache,
        changes=chosen.changes,
        baseline=baseline,
        recovered=recovered or "",
    )


def _recover(root: Path) -> str:
    """Bring the project's files into order before anything is read from them."""
    if not (root / JOURNAL).exists():
        return ""
    from termcheck.replacing import recover

    return recover(root)


def _told(settings: Settings, verdicts: Verdicts) -> Told:
    """What is told of words; raises UsageError where the dictionary cannot be read."""
    if settings.dictionary is None:
        return Told(verdicts.same_words)
    from termcheck.languages.cedict import read_cedict

    file = settings.root / settings.dictionary
    read_cedict(file, settings.dictionary, ())
    known = file.stat()
    return Told(verdicts.same_words, str(file), f"{known.st_size} {known.st_mtime_ns}")


def _extra_problems() -> Iterator[Problem]:
    from termcheck.matching.unlisted.encoder import missing

    problem = missing()
    if problem is not None:
        yield problem


def reports_folder(job: Job) -> Path | None:
    """Where the reports of this job belong: the folder named in the request, else the configured one for folders."""
    return job.settings.root / job.settings.reports if job.request.reports or job.has_folder else None


def check_workbook(job: Job) -> None:
    """Raises UsageError where the reports folder is to get a workbook that cannot be made."""
    if not job.settings.workbook:
        return
    from termcheck.reports.workbook import missing

    if problem := missing():
        raise UsageError(problem)


def history_file(job: Job) -> Path | None:
    """Where this run is kept: in the file that the request names, else in the configured one, for whole folders."""
    is_wanted = job.request.history or (job.has_folder and not job.request.scope.rules)
    return job.settings.root / job.settings.history if job.settings.history and is_wanted else None


def with_history(report: Report, job: Job, file: Path, when: dt.datetime) -> Report:
    """The report with what became of each concept since earlier runs, this one kept. Raises UsageError."""
    from termcheck.history import keep_run, trend

    paths = [job.request.stdin_filename or path if path == STDIN else _shown(job, path) for path in job.request.paths]
    runs = keep_run(file, _shown(job, str(file)), report, paths or job.settings.include, when)
    return replace(report, history=trend(runs))


def check_history(job: Job, file: Path) -> None:
    """Raises UsageError where the file is no history, or cannot be written."""
    from termcheck.history import check_history as check

    check(file, _shown(job, str(file)))


def _shown(job: Job, path: str) -> str:
    """The path as the project knows it, wherever the command was given."""
    return display_path(Path(os.path.abspath(job.request.cwd / path)), job.settings.root)  # noqa: PTH100 - links stay


def overridden(settings: Settings, request: RunRequest, cwd: Path) -> Settings:
    """The settings with what the request says instead; its paths become absolute."""
    changes: dict[str, object] = {}
    if request.glossary:
        changes["glossary"] = tuple(str(cwd / path) for path in request.glossary)
    if request.source_lang:
        changes["source_lang"] = request.source_lang
    if request.fail_on:
        changes["fail_on"] = None if request.fail_on == "never" else Severity(request.fail_on)
    if request.reports:
        changes["reports"] = str(cwd / request.reports)
    if request.history:
        changes["history"] = str(cwd / request.history)
    return replace(settings, **changes)


def _collect(problems: list[Problem], make: Callable[[], _Made]) -> _Made | None:
    """What ``make`` makes; None where it fails, with its problems added to the others."""
    try:
        return make()
    except TermcheckError as error:
        problems.extend(error.problems)
        return None


def _lacks_default_glossary(settings: Settings) -> bool:
    default = Settings().glossary
    return settings.glossary == default and not any((settings.root / path).exists() for path in default)


def _glossary(settings: Settings, cache: Cache) -> Glossary:
    if _lacks_default_glossary(settings):
        remedy = "give one with --glossary, name one in the configuration, or write a first one with `termcheck init`"
        raise GlossaryError(Problem("no glossary was found", remedy=remedy))
    return load_glossary([settings.root / path for path in settings.glossary], settings.root, cache)


def _language_problems(settings: Settings, request: RunRequest, glossary: Glossary) -> Iterator[Problem]:
    """Languages that were asked for and have no row, so that nothing in them would ever be found."""
    file = settings.file.name if settings.file else ""
    configured = (settings.lang, *(override.lang for override in settings.overrides))
    asked = {request.lang: "--lang"} if request.lang else dict.fromkeys(filter(None, configured), f"{file}: lang")
    for lang, place in asked.items():
        if not any(related(term.lang, lang) for term in glossary.terms):
            known = ", ".join(glossary.languages)
            yield Problem(f"the glossary has no term in the language {lang}", place, f"its languages are {known}")


# ------------------------------------------------------------------------------------------------------- checking


def check_articles(
    job: Job, progress: Progress | None = None, *, pages: bool = True, chunk_size: int = CHUNK
) -> Report:
    """Read and check every article of the job that earlier runs did not; ``pages``: an HTML report will be made of it.

    What comes out depends neither on ``chunk_size`` nor on how many processes check nor on what the cache holds.
    """
    checker = _checker(job, pages=pages)
    gathered = Gathered()
    gathered.skipped.extend(job.discovery.skipped)
    sources = job.discovery.sources
    if len(sources) < FEW:
        for number, checked in enumerate(checker.check(Chunk(sources))):
            if progress is not None:
                progress(number, len(sources))
            gathered.add(checked.outcome)
    else:
        from termcheck.engines.many import check_many

        check_many(sources, checker, gathered, Plan(job.request.jobs, chunk_size, job.cache, _key(job)), progress)
    return narrowed(conclude_job(gathered, job, checker), job.changes, job.request.scope)


def _key(job: Job) -> str:
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


def checked_articles(job: Job, progress: Progress | None = None) -> Iterator[ArticleResult | Skipped]:
    """What checking each article of the job yields, with its text; without what articles show only together."""
    checker = _checker(job, pages=False)
    for number, source in enumerate(job.discovery.sources):
        if progress is not None:
            progress(number, len(job.discovery.sources))
        yield checker.result(source)


def concluded(results: Sequence[ArticleResult], job: Job) -> tuple[ArticleResult, ...]:
    """The results of all articles of the job with their final findings, in file order."""
    gathered = Gathered()
    for result in results:
        gathered.add(record(result))
    final = {one.path: one.findings for one in conclude_job(gathered, job, _checker(job, pages=False)).results}
    ordered = sorted(results, key=lambda result: result.article.path)
    return tuple(replace(result, findings=final[result.article.path]) for result in ordered)


def _checker(job: Job, *, pages: bool) -> Checker:
    request = job.request
    return Checker(Work(job.glossary, job.settings, request.lang, request.directives, pages, job.cache))


def conclude_job(gathered: Gathered, job: Job, checker: Checker) -> Report:
    """The report on what was gathered of the articles of a job."""
    sources = {source.path: source for source in job.discovery.sources}

    def look(kept: ArticleRecord, spans: Sequence[Span]) -> ArticleRecord:
        return checker.look_again(sources[kept.path], kept, spans)

    return conclude(gathered, job.discovery.others, job.glossary, job.settings, _remembered(job), look)


def _remembered(job: Job) -> Remembered:
    settings = job.settings
    return Remembered(
        verdicts=job.verdicts,
        baseline=Baseline(job.baseline, settings.baseline),
        decisions=settings.decisions,
        root=settings.root,
        is_whole=job.has_folder,
        is_strict=job.request.strict,
    )


def check_glossary(job: Job) -> "tuple[LintMessage, ...]":
    """What is doubtful in the job's glossary; its articles, if any, show which rows are used.

    Raises ArticleError where one of them cannot be read.
    """
    from termcheck.lint import lint

    articles = []
    for source in job.discovery.sources:
        article = read_article(source, job.settings)
        choice = language_of(article, job.glossary, job.settings, job.request.lang)
        if not choice.reason:
            articles.append(replace(article, lang=choice.lang))
    return lint(job.glossary, job.settings, articles)


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


# -------------------------------------------------------------------------------------------------------- results


def exit_code(report: Report, fail_on: Severity | None) -> ExitCode:
    """Exit status of a run: what could not be checked comes before findings."""
    if status := status_of(report.skipped, checked=len(report.results)):
        return status
    if fail_on is not None and any(finding.severity.rank >= fail_on.rank for finding in report.findings):
        return ExitCode.FINDINGS
    return ExitCode.CLEAN


def status_of(skipped: Sequence[Skipped], *, checked: int) -> ExitCode | None:
    """The exit status that tells of articles that could not be checked; None where there is nothing to tell."""
    nothing_checked = bool(skipped) and not checked
    return ExitCode.UNREADABLE if nothing_checked or any(one.unreadable for one in skipped) else None


def write_reports(report: Report, folder: Path, *, workbook: bool = False) -> tuple[Path, ...]:
    """Write the HTML and CSV reports, and the workbook if it is wanted; none is touched before all are rendered.

    Raises UsageError where that fails.
    """
    from termcheck.reports import IN_FOLDER, REPORTERS, WORKBOOK

    wanted = {**IN_FOLDER, **WORKBOOK} if workbook else IN_FOLDER
    files = {folder / name: REPORTERS[format_](report) for name, format_ in wanted.items()}
    write_files(files)
    return tuple(files)


def write_files(files: Mapping[Path, str | bytes]) -> None:
    """Replace files atomically. Raises UsageError where that is not possible."""
    from termcheck.writing import write_together

    try:
        write_together(files)
    except OSError as error:
        place = display_path(Path(error.filename2 or error.filename or next(iter(files))), Path.cwd())
        remedy = "close it in other programs, check your rights, or choose another place"
        raise UsageError(Problem(f"cannot be written: {error.strerror or error}", place, remedy)) from error
