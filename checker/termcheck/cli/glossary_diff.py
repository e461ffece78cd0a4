"""``termcheck glossary diff``."""

from pathlib import Path

import click

from termcheck.cli import output
from termcheck.cli.glossary_convert import FROM
from termcheck.errors import ExitCode


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
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What to print."
)
def command(
    before: str, after: str, source_format: str | None, lang: str | None, source_lang: str | None, form: str
) -> int:
    """Show what differs between two glossaries, concept by concept, whatever their formats.

    OLD and NEW are files or folders of glossary files. The order of rows and columns is no difference.
    """
    from termcheck.glossary import group
    from termcheck.glossary.comparing import difference
    from termcheck.glossary.content import Options
    from termcheck.glossary.files import known_format, read_path
    from termcheck.reports.glossary_difference import render_json, render_text

    told = Options(lang or "", source_lang or "")
    name = known_format(source_format)
    sides = [group(read_path(Path(path), told, name).terms) for path in (before, after)]
    found = difference(*sides)
    output.show(render_json(found) if form == "json" else render_text(found))
    return ExitCode.FINDINGS if found else ExitCode.CLEAN
