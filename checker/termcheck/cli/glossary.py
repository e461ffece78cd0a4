"""``termcheck glossary``."""

from typing import Unpack

import click

from termcheck.cli import glossary_convert, glossary_diff, glossary_merge, output
from termcheck.cli.options import CONFIG, GLOSSARY, ProjectOptions
from termcheck.errors import ExitCode
from termcheck.pipeline import RunRequest, check_glossary, prepare
from termcheck.reports.summary import number


@click.group(
    "glossary",
    epilog="""\b
Example:
  termcheck glossary lint --glossary terms.csv""",
)
def command() -> None:
    """Look after the glossary."""


@command.command(
    "lint",
    epilog="""\b
Exit status:
  0  the glossary does what it says; there may be warnings and notes
  1  an example fails
  2  a mistake in the call, the configuration or the glossary

\b
Examples:
  termcheck glossary lint
  termcheck glossary lint --glossary terms.csv --articles archive/""",
)
@GLOSSARY
@click.option("--articles", multiple=True, metavar="PATH", help="Articles: rows that none of them uses are listed.")
@click.option("--lang", metavar="CODE", help="Language of these articles, e.g. en or zh-Hans.")
@click.option("--source-lang", metavar="CODE", help="Language that they were translated from.")
@CONFIG
def lint(articles: tuple[str, ...], **options: Unpack[ProjectOptions]) -> int:
    """Find rows that repeat or contradict each other or can never match, and examples that fail."""
    job = prepare(RunRequest(articles, **options), needs_articles=False)
    messages = check_glossary(job)
    found = number(len(messages), "message") if messages else "No messages"
    terms, concepts = number(len(job.glossary.terms), "term"), number(len(job.glossary.concepts), "concept")
    output.show("".join(f"{line}\n" for line in (*messages, f"{found} on {terms} of {concepts}.")))
    return ExitCode.FINDINGS if any(message.level == "error" for message in messages) else ExitCode.CLEAN


@command.command(
    "stats",
    epilog="""\b
Examples:
  termcheck glossary stats
  termcheck glossary stats --glossary terms.csv --source-lang zh --format json""",
)
@GLOSSARY
@click.option("--source-lang", metavar="CODE", help="Language of the source terms, which are no renderings.")
@CONFIG
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What to print."
)
def stats(glossary: tuple[str, ...], source_lang: str | None, config: str | None, form: str) -> None:
    """Count concepts by domain, terms by language, renderings by status, and how many are attested.

    A concept's domain is in the column domain, or the name of its file. A preferred rendering is attested where its
    note begins with "Attested:" and names the text in which it was seen; "Not verified:" names a text that nobody
    looked up, and "Not attested:" says that there is none.
    """
    from termcheck.coverage import coverage
    from termcheck.reports.coverage_table import render_json, render_table

    job = prepare(RunRequest((), glossary=glossary, source_lang=source_lang, config=config), needs_articles=False)
    covered = coverage(job.glossary, job.settings.source_lang)
    output.show(render_json(covered) if form == "json" else render_table(covered))


for subcommand in (glossary_convert.command, glossary_diff.command, glossary_merge.command):
    command.add_command(subcommand)
