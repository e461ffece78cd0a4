"""Carries out decisions: reads them, checks them against the project as it is now, and makes the new contents."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles import Source
from termcheck.deciding.plan import FIXING, Now, Plan, Read, plan
from termcheck.deciding.reading import Decided, read
from termcheck.errors import Problem, UsageError
from termcheck.fix import check_again, checker_of
from termcheck.model import ArticleResult, Skipped
from termcheck.pipeline import Job, RunRequest, concluded, prepare
from termcheck.replacing import Change


class Prepared(Struct, frozen=True):
    """Decisions, and the project that they are about."""

    decided: Decided
    job: Job


def prepare_decisions(files: Sequence[str], request: RunRequest) -> Prepared:
    """Read decisions and project. Raises UsageError with all that is wrong with either.

    Without paths, and where the configuration includes none, the articles are those that the decisions name.
    """
    given = [read(Path(request.cwd) / file, file) for file in files]
    decided = Decided(
        tuple(row for one in given for row in one.rows),
        tuple(problem for one in given for problem in one.problems),
        tuple(path for one in given for path in one.paths),
    )
    if decided.problems:
        raise UsageError(decided.problems)
    job = prepare(request, needs_articles=False)
    if not request.paths:
        paths = job.settings.include or _named(decided, job)
        if not paths and any(row.is_about_rendering and row.choice in FIXING for row in decided.rows):
            remedy = "name them with --articles, or set `include` in the configuration"
            raise UsageError(Problem("the decisions do not say which articles they are about", files[0], remedy))
        job = prepare(_with_paths(request, paths, job)) if paths else job
    return Prepared(decided, job)


def _named(decided: Decided, job: Job) -> tuple[str, ...]:
    """The articles that decisions name and that are still there."""
    named = dict.fromkeys((*decided.paths, *(row.file for row in decided.rows if row.file)))
    return tuple(path for path in named if (job.settings.root / path).is_file())


def _with_paths(request: RunRequest, paths: Iterable[str], job: Job) -> RunRequest:
    from msgspec.structs import replace

    return replace(request, paths=tuple(str(job.settings.root / path) for path in paths))


def plan_decisions(prepared: Prepared, who: str = "") -> tuple[Plan, tuple[Skipped, ...]]:
    """What the decisions change, and the articles that could not be looked at; nothing is written.

    Raises UsageError with all that is wrong with the decisions.
    """
    job = prepared.job
    checker = checker_of(job)
    results: list[ArticleResult] = []
    skipped: list[Skipped] = []
    contents: dict[str, tuple[Source, bytes]] = {}
    for source in job.discovery.sources:
        if source.file is None or source.is_collection:
            continue
        try:
            data = source.file.read_bytes()
        except OSError as error:
            skipped.append(Skipped(source.path, f"it cannot be read: {error.strerror or error}", unreadable=True))
            continue
        checked = checker.result(replace(source, data=data, file=None))
        if isinstance(checked, Skipped):
            skipped.append(checked)
            continue
        results.append(checked)
        contents[source.path] = source, data
    articles = {}
    for result in concluded(results, job):
        source, data = contents[result.article.path]
        file = source.file or Path(source.path)
        articles[source.path] = Read(result, Change(file, data, data), check_again(checker, source))
    today = dt.datetime.now(tz=dt.UTC).date()
    now = Now(articles, job.glossary, job.verdicts, job.settings, today)
    return plan(prepared.decided.rows, now, who), tuple(skipped)
