"""``termcheck discover``."""

from pathlib import Path
from typing import TypedDict, Unpack

import click
from msgspec.structs import replace

from termcheck.cli import output
from termcheck.discover import MIN_COUNT, discover
from termcheck.discover.rendering import render
from termcheck.errors import ExitCode
from termcheck.matching.mentions import UNLISTED_RENDERING
from termcheck.model import ArticleResult, Severity, Skipped
from termcheck.pipeline import Job, RunRequest, checked_articles, prepare, status_of, write_files


class _Options(TypedDict):
    paths: tuple[str, ...]
    glossary: tuple[str, ...]
    lang: str | None
    source_lang: str | None
    config: str | None


@click.command(
    "discover",
    epilog="""\b
Exit status:
  0  done, whatever was found
  2  a mistake in the call, the configuration or the glossary
  3  an article could not be read, or none could be checked

\b
Examples:
  termcheck discover archive/
  termcheck discover archive/ --format csv --output glossary/proposed.csv""",
)
@click.argument("paths", nargs=-1)
@click.option("-g", "--glossary", multiple=True, metavar="PATH", help="Glossary file or folder; may be repeated.")
@click.option("--lang", metavar="CODE", help="Language of the articles, e.g. en or zh-Hans.")
@click.option("--source-lang", metavar="CODE", help="Language that the articles were translated from.")
@click.option(
    "--min-count",
    type=click.IntRange(min=1),
    default=MIN_COUNT,
    show_default=True,
    metavar="N",
    help="Times that a new name must stand in one article; in two articles once each is enough.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="For people, as rows of a glossary, or for programs.",
)
@click.option("--output", "output_file", metavar="FILE", help="Write the result to FILE instead of the screen.")
@click.option("--config", metavar="FILE", help="Configuration file, instead of the nearest one.")
def command(format_: str, output_file: str | None, min_count: int, **options: Unpack[_Options]) -> int:
    """Propose rows for the glossary: other names of its concepts, and names that it lacks.

    PATHS are files, folders or globs; without any, what the configuration includes is read. What the glossary has in
    any status, or the file of decisions names, is not proposed. Proposed rows are never enforced.
    """
    job = _with_unlisted(prepare(RunRequest(**options)))
    outcomes = output.counted(lambda progress: list(checked_articles(job, progress)))
    results = [outcome for outcome in outcomes if isinstance(outcome, ArticleResult)]
    shown = render(discover(results, job.glossary, job.settings, job.verdicts, min_count), format_)
    if output_file and output_file != "-":
        write_files({Path(output_file): shown})
    elif format_ == "text":
        output.show(shown)
    else:
        output.show_bytes(shown.encode())
    skipped = [*job.discovery.skipped, *(outcome for outcome in outcomes if isinstance(outcome, Skipped))]
    for one in sorted(skipped):
        output.note(f"{one.file}: skipped: {one.reason}")
    if not job.discovery.sources and not skipped:
        output.note("there is no article to read")
    return status_of(skipped, checked=len(results)) or ExitCode.CLEAN


def _with_unlisted(job: Job) -> Job:
    """The job with the rule for unlisted renderings on, whatever is configured for checking."""
    rules = {**job.settings.rules, UNLISTED_RENDERING: Severity.WARNING}
    return replace(job, settings=replace(job.settings, rules=rules))
