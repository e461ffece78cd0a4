"""The whole way from a call to a report; the only module that knows it.

``prepare`` reads the configuration and the glossary and finds the articles: every mistake of the user shows here, all
at once. ``check_articles`` then reads and checks the articles; a bad one is skipped and stops nothing else.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles import Discovery, Source, discover, read_article
from termcheck.check import check_article, configure, with_fingerprints
from termcheck.config import Settings, language_for, read_settings, severity_for
from termcheck.decisions import apply_directives, open_ended
from termcheck.errors import ArticleError, ExitCode, GlossaryError, Problem, TermcheckError, UsageError
from termcheck.glossary import display_path, load_glossary
from termcheck.languages.choice import choose_language
from termcheck.languages.tags import related
from termcheck.matching import TermIndex, compile_index
from termcheck.model import (
    Article,
    ArticleResult,
    ClosingRule,
    Corpus,
    CorpusRule,
    DirectiveUse,
    Finding,
    Glossary,
    Report,
    Severity,
    Skipped,
    State,
    Suppressions,
)
from termcheck.reconcile import reconcile
from termcheck.rules import RULES

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


# ------------------------------------------------------------------------------------------------------ preparing


def run(request: RunRequest) -> Report:
    """Check what the request names; raises UsageError with every mistake in the call, the settings and the glossary."""
    return check_articles(prepare(request))


def prepare(request: RunRequest) -> Job:
    """Everything that must be right before an article is read; raises UsageError with every mistake."""
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
    discovery = _collect(problems, lambda: _discovery(paths, base, settings, request))
    if glossary is not None:
        problems.extend(_language_problems(settings, request, glossary))
    if request.reports and (cwd / request.reports).exists() and not (cwd / request.reports).is_dir():
        problems.append(Problem("the folder for reports is a file", request.reports, "name a folder"))
    if problems or glossary is None or discovery is None:
        raise UsageError(problems)
    return Job(request, settings, glossary, discovery, any((base / path).is_dir() for path in paths))


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
        try:
            article = read_article(source, job.settings)
        except ArticleError as error:
            skipped.append(Skipped(source.path, _reasons(error), unreadable=True))
            continue
        if not job.request.directives:
            article = replace(article, directives=(), notices=())
        checked = _check(article, index, job.settings, job.request.lang)
        if isinstance(checked, Skipped):
            skipped.append(checked)
        else:
            results.append(checked)
    return _report(results, skipped, job)


def check_text(
    text: str, glossary: Glossary, *, path: str, lang: str | None = None, settings: Settings | None = None
) -> ArticleResult:
    """Check a text that is no file; the suffix of ``path`` says how to read it.

    Corpus and closing rules, which look at a whole run, are left out. Raises ArticleError where it cannot be checked.
    """
    settings = settings or Settings()
    article = read_article(Source(path, data=text.encode()), settings)
    checked = _check(article, compile_index(glossary), settings, lang)
    if isinstance(checked, Skipped):
        raise ArticleError(Problem(checked.reason, path))
    return _with_findings(checked, apply_directives(checked.article, checked.findings)[0])


def _check(article: Article, index: TermIndex, settings: Settings, lang: str | None) -> ArticleResult | Skipped:
    """Check an article in ``lang``, else in the language that it, the settings or the glossary give it."""
    configured = language_for(article.path, settings)
    choice = choose_language(article, index.glossary.terms, lang, configured, settings.source_lang)
    if choice.reason:
        return Skipped(article.path, choice.reason)
    return check_article(replace(article, lang=choice.lang), index, settings)


def _reasons(error: ArticleError) -> str:
    """The problems of one article in one line, without its path, which stands beside them."""
    return "; ".join(str(problem._replace(place="")) for problem in error.problems)


def _report(results: list[ArticleResult], skipped: Iterable[Skipped], job: Job) -> Report:
    """What all articles together show: corpus rules, suppressed findings, closing rules."""
    results = sorted(results, key=lambda result: result.article.path)
    reconciliation = reconcile(results, job.glossary)
    added = _by_file(_corpus_findings(Corpus(tuple(results), reconciliation), job.settings))
    results, suppressions, notices = _suppress(results, added, job.glossary)
    closing = _by_file(_closing_findings(suppressions, job.settings))
    results = [_with_findings(result, (*result.findings, *closing.get(result.article.path, ()))) for result in results]
    findings = [finding for result in results for finding in result.findings]
    return Report(
        glossary=job.glossary,
        results=tuple(results),
        findings=tuple(finding for finding in findings if finding.state is State.OPEN),
        suppressed=tuple(finding for finding in findings if finding.state is not State.OPEN),
        reconciliation=reconciliation,
        skipped=tuple(sorted(skipped)),
        others=job.discovery.others,
        notices=tuple(notices),
    )


def _suppress(
    results: Iterable[ArticleResult], added: Mapping[str, Sequence[Finding]], glossary: Glossary
) -> tuple[list[ArticleResult], Suppressions, list[str]]:
    """The results with the findings of corpus rules and with states; what suppressed how many; what to tell of it."""
    stated: list[ArticleResult] = []
    uses: list[DirectiveUse] = []
    notices: list[str] = []
    for result in results:
        article = result.article
        findings, used = apply_directives(article, (*result.findings, *added.get(article.path, ())))
        stated.append(_with_findings(result, findings))
        uses.extend(used)
        notices.extend((*article.notices, *open_ended(article, used)))
    concepts = frozenset(concept.id for concept in glossary.concepts)
    return stated, Suppressions(tuple(uses), concepts), notices


def _corpus_findings(corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    for rule in RULES:
        if isinstance(rule, CorpusRule):
            yield from _configured(rule, rule.find(corpus), settings)


def _closing_findings(suppressions: Suppressions, settings: Settings) -> Iterator[Finding]:
    for rule in RULES:
        if isinstance(rule, ClosingRule):
            yield from _configured(rule, rule.find(suppressions), settings)


def _configured(rule: CorpusRule | ClosingRule, findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    for finding in findings:
        severity = severity_for(rule.id, finding.file, settings, rule.severity)
        if severity is not None:
            yield replace(finding, severity=configure(finding.severity, rule.severity, severity))


def _by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    files: dict[str, list[Finding]] = {}
    for finding in findings:
        files.setdefault(finding.file, []).append(finding)
    return files


def _with_findings(result: ArticleResult, findings: Iterable[Finding]) -> ArticleResult:
    """The result with these findings instead, in report order; occurrence numbers in fingerprints follow it."""
    ordered = sorted(findings, key=lambda finding: finding.order)
    return ArticleResult(result.article, result.mentions, with_fingerprints(result.article, ordered))


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
