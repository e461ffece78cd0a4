"""Mends the files of articles: reads, mends and checks each of them, and makes the new bytes."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles import Source
from termcheck.articles.encoding import encoded_like
from termcheck.check import with_final_findings
from termcheck.config import Settings
from termcheck.decisions import apply_directives
from termcheck.engines.checker import Checker, Work
from termcheck.fixing import Check, Mended, Unmended, Wish, mend
from termcheck.fixing.silenced import Fingerprints, baseline_after, decisions_after, fingerprints_after
from termcheck.model import ArticleResult, Skipped
from termcheck.pipeline import Job
from termcheck.records import record
from termcheck.replacing import Change

Choose = Callable[[ArticleResult], Sequence[Wish]]
"""Which findings of an article are to be mended, and with what."""
_NO_FILE = "only files can be mended"
_COLLECTION = "what lies in a file with many articles cannot be mended"


class FixedArticle(Struct, frozen=True):
    """What became of one article."""

    path: str
    result: ArticleResult
    """As it was before."""
    mended: Mended
    change: Change | None
    """What is to be written; None where nothing changes."""
    fingerprints: Fingerprints = {}


def fix_articles(job: Job, choose: Choose | None = None, *, unsafe: bool = False) -> Iterator[FixedArticle | Skipped]:
    """Mend the articles of a job one after the other; nothing is written.

    ``choose`` picks the findings; without it every open one with a suggestion is taken, safe ones only unless
    ``unsafe``.
    """
    checker = checker_of(job)
    for source in job.discovery.sources:
        if source.file is None or source.is_collection:
            yield Skipped(source.path, _NO_FILE if not source.is_collection else _COLLECTION, unreadable=True)
            continue
        try:
            data = source.file.read_bytes()
        except OSError as error:
            yield Skipped(source.path, f"it cannot be read: {error.strerror or error}", unreadable=True)
            continue
        checked = checker.result(replace(source, data=data, file=None))
        if isinstance(checked, Skipped):
            yield checked
            continue
        result = _stated(checked, job)
        wishes = choose(result) if choose and not result.article.locations else None
        mended = mend(result, check_again(checker, source), wishes, unsafe=unsafe)
        yield _fixed(source.file, data, result, mended)


def checker_of(job: Job) -> Checker:
    """What checks the articles of a job."""
    request = job.request
    return Checker(Work(job.glossary, job.settings, request.lang, request.directives, pages=False, cache=job.cache))


def check_again(checker: Checker, source: Source) -> Check:
    """What checks an article with another text."""

    def check(text: str) -> ArticleResult | None:
        result = checker.result(Source(source.path, data=text.encode("utf-8", "surrogatepass")))
        return result if isinstance(result, ArticleResult) else None

    return check


def _stated(result: ArticleResult, job: Job) -> ArticleResult:
    """The result with what directives and decisions say of its findings."""
    stated = apply_directives(record(result), result.findings)[0]
    return with_final_findings(result, job.verdicts.apply(result.article, stated))


def _fixed(file: Path, data: bytes, result: ArticleResult, mended: Mended) -> FixedArticle:
    before, path = result.article.text, result.article.path
    if mended.text == before:
        return FixedArticle(path, result, mended, None)
    new = encoded_like(data, before, mended.text)
    if new is None:
        why = "the encoding of the file cannot be told for certain, or lacks a character of the new name"
        left = (*mended.left, *(Unmended(fix.finding, why) for fix in mended.fixes))
        return FixedArticle(path, result, Mended(before, (), left), None)
    return FixedArticle(path, result, mended, Change(file, data, new), fingerprints_after(result, mended))


def changes_of(fixed: Sequence[FixedArticle], settings: Settings) -> tuple[Change, ...]:
    """What is to be written: articles, and what decisions and baseline say of findings beside mended names."""
    fingerprints = {key: new for one in fixed for key, new in one.fingerprints.items()}
    articles = [one.change for one in fixed if one.change is not None]
    silenced = [after(settings, fingerprints) for after in (decisions_after, baseline_after)] if fingerprints else []
    return (*articles, *(one for one in silenced if (one.old or b"") != one.new))
