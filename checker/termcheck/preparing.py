"""From a call to a job: the configuration, the glossary, what is remembered, and the files that are meant.

Every mistake of the user shows here, all at once, before an article is read.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles import Discovery
from termcheck.baseline import Entry, read_baseline
from termcheck.cache import OFF, Cache, user_cache
from termcheck.changes.scope import Chosen, Scope, choose_articles
from termcheck.config import Settings, Told, read_settings
from termcheck.errors import GlossaryError, Problem, TermcheckError, UsageError
from termcheck.glossary import display_path, load_glossary
from termcheck.glossary.content import Options
from termcheck.languages.tags import related
from termcheck.model import Glossary, Severity
from termcheck.rules import RULES
from termcheck.verdicts import Verdicts, read_decisions

if TYPE_CHECKING:
    from termcheck.changes.lines import Changes

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
    columns: tuple[tuple[str, str], ...] = ()
    """(what an article needs, name of the column) for tables of articles, beside those of the configuration."""
    stdin_filename: str | None = None
    source: str | None = None
    """The file that the only article translates, relative to ``cwd``."""
    scope: Scope = Scope()
    """Which lines and rules it is about."""
    jobs: int = 1
    """Processes that check articles; 0 means as many as pay."""
    engine: str = "local"
    """Where articles are checked: ``local``, ``ray`` or ``ray=ADDRESS``."""
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
    changes: "Changes | None" = None
    """The changed lines, where only those count."""
    baseline: tuple[Entry, ...] = ()
    """The findings that are accepted."""
    recovered: str = ""
    """What was found and done about a command that had been interrupted while it wrote."""


def prepare(request: RunRequest, *, needs_articles: bool = True) -> Job:
    """Everything that must be right before an article is read; raises UsageError with every mistake.

    Where no articles are needed, only those are looked for that the request names.
    """
    cwd = Path(os.path.abspath(request.cwd))  # noqa: PTH100 - links stay as the user knows them
    configured = read_settings(cwd, Path(request.config) if request.config else None, [rule.id for rule in RULES])
    settings = overridden(configured.settings, request, cwd)
    problems = list(configured.problems)
    recovered = _collect(problems, lambda: _recover(settings.root))
    cache = user_cache() if request.cache else OFF
    glossary = None
    if not configured.problems or not _lacks_default_glossary(settings):  # the mistake may be in the key for it
        glossary = _collect(problems, lambda: _glossary(settings, cache, request.lang))
    chosen: Chosen | None = Chosen(Discovery(()))
    if needs_articles or request.paths:
        chosen = _collect(
            problems,
            lambda: choose_articles(request.paths, cwd, settings, request.scope, request.stdin, request.stdin_filename),
        )
    if request.source is not None and chosen is not None:
        found, wanted = chosen, request.source
        chosen = _collect(problems, lambda: _beside(found, wanted, cwd, settings))
    decided = read_decisions(settings.root / settings.decisions, settings.decisions)
    problems.extend(decided.problems)
    verdicts = Verdicts(decided.decisions)
    told = _collect(problems, lambda: _told(settings, verdicts))
    settings = replace(settings, told=told or Told())
    baseline = read_baseline(settings.root / settings.baseline, settings.baseline)
    problems.extend(baseline.problems)
    if request.engine != "local":
        problems.extend(_engine_problems())
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
        baseline=baseline.entries,
        recovered=recovered or "",
    )


def _beside(chosen: Chosen, path: str, cwd: Path, settings: Settings) -> Chosen:
    """What was chosen, its only article as the translation of a file. Raises UsageError."""
    file = cwd / path
    if not file.is_file():
        message = "the path is a folder" if file.is_dir() else "the path does not exist"
        raise UsageError(Problem(message, path, "give --source the file that the article translates"))
    sources = chosen.discovery.sources
    if len(sources) != 1 or sources[0].is_collection:
        message = f"--source names what one article translates, and there are {len(sources)}"
        raise UsageError(Problem(message, remedy="name the one article that translates it"))
    shown = display_path(Path(os.path.abspath(file)), settings.root)  # noqa: PTH100 - links stay as the user knows them
    article = replace(sources[0], parallel=file, parallel_path=shown)
    return replace(chosen, discovery=replace(chosen.discovery, sources=(article,)))


def _recover(root: Path) -> str:
    """Bring the project's files into order before anything is read from them."""
    if not (root / JOURNAL).exists():
        return ""
    from termcheck.replacing import recover

    return recover(root)


def _told(settings: Settings, verdicts: Verdicts) -> Told:
    """What is told of words; raises UsageError where the dictionary cannot be read."""
    if settings.dictionary is None:
        return Told(verdicts.same_words, other_words=verdicts.other_words)
    from termcheck.languages.cedict import read_cedict

    file = settings.root / settings.dictionary
    read_cedict(file, settings.dictionary, ())
    known = file.stat()
    return Told(verdicts.same_words, str(file), f"{known.st_size} {known.st_mtime_ns}", verdicts.other_words)


def _extra_problems() -> Iterator[Problem]:
    from termcheck.matching.unlisted.encoder import missing

    problem = missing()
    if problem is not None:
        yield problem


def _engine_problems() -> Iterator[Problem]:
    from termcheck.engines.on_ray import missing

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


def check_history(job: Job, file: Path) -> None:
    """Raises UsageError where the file is no history, or cannot be written."""
    from termcheck.history import check_history as check

    check(file, shown(job, str(file)))


def shown(job: Job, path: str) -> str:
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
    if request.columns:
        changes["columns"] = tuple(sorted({**dict(settings.columns), **dict(request.columns)}.items()))
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


def _glossary(settings: Settings, cache: Cache, lang: str | None) -> Glossary:
    if _lacks_default_glossary(settings):
        remedy = "give one with --glossary, name one in the configuration, or write a first one with `termcheck init`"
        raise GlossaryError(Problem("no glossary was found", remedy=remedy))
    told = Options(lang or settings.lang or "", settings.source_lang or "", settings.glossary_columns)
    return load_glossary([settings.root / path for path in settings.glossary], settings.root, cache, told)


def _language_problems(settings: Settings, request: RunRequest, glossary: Glossary) -> Iterator[Problem]:
    """Languages that were asked for and have no row, so that nothing in them would ever be found."""
    file = settings.file.name if settings.file else ""
    configured = (settings.lang, *(override.lang for override in settings.overrides))
    asked = {request.lang: "--lang"} if request.lang else dict.fromkeys(filter(None, configured), f"{file}: lang")
    for lang, place in asked.items():
        if not any(related(term.lang, lang) for term in glossary.kinds):
            known = ", ".join(glossary.languages)
            yield Problem(f"the glossary has no term in the language {lang}", place, f"its languages are {known}")
