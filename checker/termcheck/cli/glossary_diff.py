"""``termcheck glossary diff``."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from termcheck.cli import output
from termcheck.cli.glossary_convert import FROM, MAP
from termcheck.errors import ExitCode


class _Options(TypedDict):
    source_format: str | None
    lang: str | None
    source_lang: str | None
    mapped: tuple[str, ...]


@click.command(
    "diff",
    epilog="""\b
Exit status:
  0  the glossaries say the same
  1  they differ
  2  a mistake in the call or in a file

\b
Examples:
  termcheck glossary diff glossary/terms.csv termbase.tbx
  termcheck glossary diff old.csv new.csv --format json""",
)
@click.argument("before", type=click.Path(), metavar="OLD")
@click.argument("after", type=click.Path(), metavar="NEW")
@FROM
@click.option("--lang", metavar="CODE", help="Language of terms without one; of translations, where a format has two.")
@click.option("--source-lang", metavar="CODE", help="Language of the terms that are translated.")
@MAP
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What to print."
)
def command(before: str, after: str, *, form: str, **options: Unpack[_Options]) -> int:
    """Show what differs between two glossaries, concept by concept, whatever their formats.

    OLD and NEW are files or folders of glossary files. The order of rows and columns is no difference.
    """
    from termcheck.glossary import group
    from termcheck.glossary.comparing import difference
    from termcheck.glossary.content import Options
    from termcheck.glossary.files import columns, known_format, read_path
    from termcheck.reports.glossary_difference import render_json, render_text

    told = Options(options["lang"] or "", options["source_lang"] or "", columns(options["mapped"]))
    name = known_format(options["source_format"])
    sides = [group(read_path(Path(path), told, name).terms) for path in (before, after)]
    found = difference(*sides)
    output.show(render_json(found) if form == "json" else render_text(found))
    return ExitCode.FINDINGS if found else ExitCode.CLEAN
