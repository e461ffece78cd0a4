"""``termcheck explain``."""

from pathlib import Path
from typing import Unpack

import click

from termcheck.cli import output
from termcheck.cli.options import CONFIG, GLOSSARY, ProjectOptions
from termcheck.errors import ExitCode
from termcheck.model import ArticleResult, Skipped
from termcheck.pipeline import RunRequest, checked_articles, concluded, prepare, status_of


@click.command(
    "explain",
    epilog="""\b
Examples:
  termcheck explain news.md:12 --glossary terms.csv
  termcheck explain "report.docx:paragraph 12" --glossary terms.csv""",
)
@click.argument("place", metavar="FILE:LINE")
@GLOSSARY
@click.option("--lang", metavar="CODE", help="Language of the article, e.g. en or zh-Hans.")
@click.option("--source-lang", metavar="CODE", help="Language that the article was translated from.")
@CONFIG
def command(place: str, **options: Unpack[ProjectOptions]) -> int:
    """Show every mention on a line: its concept, why it was taken, and what became of it.

    Files without lines have other places, such as "page 3" or "paragraph 12", as findings name them.
    """
    file, where = _split(place)
    job = prepare(RunRequest((file,), **options))
    outcomes = list(checked_articles(job))
    skipped = [*job.discovery.skipped, *(outcome for outcome in outcomes if isinstance(outcome, Skipped))]
    results = [outcome for outcome in outcomes if isinstance(outcome, ArticleResult)]
    for one in sorted(skipped):
        output.note(f"{one.file}: {one.reason}")
    if len(results) > 1:
        raise click.UsageError(f"{file} is not one article; name a file.")
    from termcheck.explain import explain

    for result in concluded(results, job):
        output.show(explain(result, where))
    if not results:
        return ExitCode.UNREADABLE
    return status_of(skipped, checked=len(results)) or ExitCode.CLEAN


def _split(place: str) -> tuple[str, str]:
    """File and line, or place; the file may hold colons itself, as those on Windows do."""
    file, _, where = place.rpartition(":")
    if not file or not where.strip() or Path(place).exists():
        raise click.UsageError(f"{place} does not say which line; write FILE:LINE, such as news.md:12.")
    return file, where.strip()
