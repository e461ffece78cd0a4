"""The whole way from a call to a report; the only module that knows it.

``prepare`` reads the configuration and the glossary and finds the articles: every mistake of the user shows here, all
at once. ``check_articles`` then reads and checks the articles; a bad one is skipped and stops nothing else.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles import Discovery, Source, article_of, discover, read_article
from termcheck.check import check_article
from termcheck.conclude import conclude, with_findings
from termcheck.config import Settings, language_for, read_settings
from termcheck.decisions import apply_directives
from termcheck.errors import ArticleError, ExitCode, GlossaryError, Problem, TermcheckError, UsageError
from termcheck.glossary import display_path, load_glossary
from termcheck.languages.choosing.choice import Choice, choose_language
from termcheck.languages.choosing.mixed import with_parts
from termcheck.languages.tags import related
from termcheck.matching import TermIndex, compile_index
from termcheck.model import (
    Article,
    ArticleResult,
    Glossary,
    Report,
    Severity,
    Skipped,
)
from termcheck.rules import RULES
from termcheck.verdicts import Verdicts, read_decisions

if TYPE_CHECKING:
    from termcheck.lint import LintMessage

REPORT_FILES = {"report.html": "html", "findings.csv": "findings.csv", "reconciliation.csv": "reconciliation.csv"}
"""File in the reports folder -> format."""
STDIN = "-"
"""The path that stands for standard input."""

_Made = TypeVar("_Made")
Progress = Callable[[int, int], None]
"""Called before each article with how many are done and how many there are."""


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
    directives: bool = True
    """False ignores every inline directive."""
    stdin: bytes = b""
    """What the path ``-`` holds."""
    stdin_filename: str | None = None


class Job(Struct, frozen=True):
    """A request in which nothing is wrong: what is to be checked, and with what."""

    request: RunRequest
    settings: Settings
    """The configuration, with what the request overrides."""
    glossary: Glossary
    discovery: Discovery
    has_folder: bool
    """Whether a folder is among the paths."""
    verdicts: Verdicts
    """What the editor has decided."""


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
    settings = _overridden(configured, request, cwd)
    problems = list(wrong_settings)
    glossary = None
    if not wrong_settings or not _lacks_default_glossary(settings):  # the mistake may be in the key for it
        glossary = _collect(problems, lambda: _glossary(settings))
    base, paths = (cwd, request.paths) if request.paths else (settings.root, settings.include)
    discovery: Discovery | None = Discovery(())
    if needs_articles or request.paths:
        discovery = _collect(problems, lambda: _discovery(paths, base, settings, request))
    decisions, wrong_decisions = read_decisions(settings.root / settings.decisions, settings.decisions)
    problems.extend(wrong_decisions)
    if settings.embeddings:
        problems.extend(_extra_problems())
    if glossary is not None:
        problems.extend(_language_problems(settings, request, glossary))
    if request.reports and (cwd / request.reports).exists() and not (cwd / request.reports).is_dir():
        problems.append(Problem("the folder for reports is a file", request.reports, "name a folder"))
    if problems or glossary is None or discovery is None:
        raise UsageError(problems)
    has_folder = any((base / path).is_dir() for path in paths)
    return Job(request, settings, glossary, discovery, has_folder, Verdicts(decisions))


def _extra_problems() -> Iterator[Problem]:
    from termcheck.matching.unlisted.encoder import missing

    problem = missing()
    if problem is not None:
        yield problem


def reports_folder(job: Job) -> Path | None:
    """Where the reports of this job belong: the folder named in the request, else the configured one for folders."""
    return job.settings.root / job.settings.reports if job.request.reports or job.has_folder else None


def _overridden(settings: Settings, request: RunRequest, cwd: Path) -> Settings:
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


def _glossary(settings: Settings) -> Glossary:
    if _lacks_default_glossary(settings):
        remedy = "give one with --glossary, name one in the configuration, or write a first one with `termcheck init`"
        raise GlossaryError(Problem("no glossary was found", remedy=remedy))
    return load_glossary([settings.root / path for path in settings.glossary], settings.root)


def _discovery(paths: Sequence[str], base: Path, settings: Settings, request: RunRequest) -> Discovery:
    if not paths:
        remedy = "name files or folders, or set `include` in the configuration"
        raise UsageError(Problem("there is nothing to check", remedy=remedy))
    return discover(paths, settings, base, stdin=request.stdin, stdin_filename=request.stdin_filename)


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


def check_articles(job: Job, progress: Progress | None = None) -> Report:
    """Read and check every article of the job."""
    index = compile_index(job.glossary)
    results: list[ArticleResult] = []
    skipped = list(job.discovery.skipped)
    for number, source in enumerate(job.discovery.sources):
        if progress is not None:
            progress(number, len(job.discovery.sources))
        outcome = _outcome(source, index, job)
        if isinstance(outcome, Skipped):
            skipped.append(outcome)
        else:
            results.append(outcome)
    return conclude(results, skipped, job.discovery.others, job.glossary, job.settings, job.verdicts)


def _outcome(source: Source, index: TermIndex, job: Job) -> ArticleResult | Skipped:
    """What checking one article yields; whatever goes wrong, it stops this article only, and is told."""
    try:
        article = read_article(source, job.settings)
        if not job.request.directives:
            article = replace(article, directives=(), notices=())
        return _check(article, index, job.settings, job.request.lang)
    except ArticleError as error:
        return Skipped(source.path, _reasons(error), unreadable=True)
    except Exception as error:  # noqa: BLE001 - a mistake in termcheck must not cost the other articles; status 3 tells
        return Skipped(source.path, _mistake_of_ours(error), unreadable=True)


def check_glossary(job: Job) -> "tuple[LintMessage, ...]":
    """What is doubtful in the job's glossary; its articles, if any, show which rows are used.

    Raises ArticleError where one of them cannot be read.
    """
    from termcheck.lint import lint

    articles = []
    for source in job.discovery.sources:
        article = read_article(source, job.settings)
        choice = _choose_language(article, job.glossary, job.settings, job.request.lang)
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
    checked = _check(article_of(path, text.removeprefix("\ufeff"), settings), index, settings, lang)
    if isinstance(checked, Skipped):
        raise ArticleError(Problem(checked.reason, path))
    return with_findings(checked, apply_directives(checked.article, checked.findings)[0])


def _check(article: Article, index: TermIndex, settings: Settings, lang: str | None) -> ArticleResult | Skipped:
    """Check an article in ``lang``, else in the language that it, the settings or the glossary give it."""
    choice = _choose_language(article, index.glossary, settings, lang)
    if choice.reason:
        return Skipped(article.path, choice.reason)
    article = with_parts(replace(article, lang=choice.lang), index.glossary.terms, only_marked=lang is not None)
    return check_article(article, index, settings)


def _choose_language(article: Article, glossary: Glossary, settings: Settings, lang: str | None) -> Choice:
    return choose_language(article, glossary.terms, lang, language_for(article.path, settings), settings.source_lang)


def _reasons(error: ArticleError) -> str:
    """The problems of one article in one line, without its path, which stands beside them."""
    return "; ".join(str(problem._replace(place="")) for problem in error.problems)


def _mistake_of_ours(error: Exception) -> str:
    """An unexpected error in one line, with the place in the program, for a report of the bug."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f" at {Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame is not None else ""
    text = " ".join(str(error).split())[:200]
    return f"a mistake in termcheck itself, please report it: {type(error).__name__}{place}: {text}"


# -------------------------------------------------------------------------------------------------------- results


def exit_code(report: Report, fail_on: Severity | None) -> ExitCode:
    """Exit status of a run: what could not be checked comes before findings."""
    nothing_checked = bool(report.skipped) and not report.results
    if nothing_checked or any(skipped.unreadable for skipped in report.skipped):
        return ExitCode.UNREADABLE
    if fail_on is not None and any(finding.severity.rank >= fail_on.rank for finding in report.findings):
        return ExitCode.FINDINGS
    return ExitCode.CLEAN


def write_reports(report: Report, folder: Path) -> tuple[Path, ...]:
    """Write the HTML and CSV reports; none is touched before all are rendered. Raises UsageError where that fails."""
    from termcheck.reports import REPORTERS

    files = {folder / name: REPORTERS[format_](report) for name, format_ in REPORT_FILES.items()}
    write_files(files)
    return tuple(files)


def write_files(files: Mapping[Path, str]) -> None:
    """Replace files atomically. Raises UsageError where that is not possible."""
    from termcheck.writing import write_together

    try:
        write_together(files)
    except OSError as error:
        place = display_path(Path(error.filename2 or error.filename or next(iter(files))), Path.cwd())
        remedy = "close it in other programs, check your rights, or choose another place"
        raise UsageError(Problem(f"cannot be written: {error.strerror or error}", place, remedy)) from error
