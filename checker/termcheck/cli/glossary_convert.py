"""``termcheck glossary convert``."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from termcheck.cli import output
from termcheck.errors import ExitCode
from termcheck.reports.summary import number

STDOUT = "-"
_SHOWN = 5
"""Contradictions between rows."""


class _Options(TypedDict):
    source: str
    target: str
    source_format: str | None
    target_format: str | None
    lang: str | None
    source_lang: str | None
    mapped: tuple[str, ...]
    strict: bool
    force: bool


FROM = click.option("--from", "source_format", metavar="FORMAT", help="Format of a file whose name does not tell it.")
MAP = click.option("--map", "mapped", multiple=True, metavar="COLUMN=FIELD", help="What a column of a table holds.")


def list_formats(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - Click's callback
    """Print every format and end."""
    if not value or ctx.resilient_parsing:
        return
    from termcheck.glossary.formats import FORMATS

    width = max(map(len, FORMATS))
    lines = []
    for name, one in FORMATS.items():
        use = "" if one.reader and one.writer else " (only read)" if one.reader else " (only written)"
        suffixes = f" [{' '.join(one.suffixes)}]" if one.suffixes else ""
        lines.append(f"{name:<{width}}  {one.title}{suffixes}{use}\n")
    output.show("".join(lines))
    ctx.exit()


@click.command(
    "convert",
    epilog="""\b
Exit status:
  0  the file is written
  1  with --strict: the format cannot hold everything; nothing is written
  2  a mistake in the call or in a file; nothing is written

\b
Examples:
  termcheck glossary convert termbase.tbx glossary/terms.csv
  termcheck glossary convert glossary/ terms.xlsx
  termcheck glossary convert export.csv terms.csv --map Benennung=term --map Sprache=lang
  termcheck glossary convert terms.csv - --to tbx3 --strict""",
)
@click.argument("source", type=click.Path(), metavar="FROM")
@click.argument("target", type=click.Path(), metavar="TO")
@FROM
@click.option("--to", "target_format", metavar="FORMAT", help="Format to write, if the name does not tell it.")
@click.option("--lang", metavar="CODE", help="Language of terms without one; of translations, where a format has two.")
@click.option("--source-lang", metavar="CODE", help="Language of the terms that are translated.")
@MAP
@click.option("--strict", is_flag=True, help="Write nothing if the format cannot hold everything (status 1).")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.option(
    "--formats", is_flag=True, is_eager=True, expose_value=False, callback=list_formats, help="List the formats."
)
def command(**options: Unpack[_Options]) -> int:
    """Write a glossary in another format, and say what that format cannot hold.

    FROM is a file or a folder of glossary files, TO a file, or - for standard output. What is lost or changed is told
    on standard error: by column, how many terms it concerns, with examples.
    """
    from termcheck.glossary.content import Options
    from termcheck.glossary.converting import convert
    from termcheck.glossary.files import columns, format_for, known_format, read_path, write_path
    from termcheck.glossary.validation import check_rows, drop_repeated

    told = Options(options["lang"] or "", options["source_lang"] or "", columns(options["mapped"]))
    target = Path(options["target"])
    name = format_for(target, known_format(options["target_format"]))
    read = read_path(Path(options["source"]), told, known_format(options["source_format"]))
    for warning in read.warnings:
        output.note(f"note: {warning}")
    contradictions = check_rows(drop_repeated(read.terms)[0])[0]
    for problem in contradictions[:_SHOWN]:
        output.note(f"contradiction: {problem}")
    if len(contradictions) > _SHOWN:
        output.note(f"{number(len(contradictions) - _SHOWN, 'more contradiction')}: see `termcheck glossary lint`")
    made = convert(read.terms, name, told)
    for loss in made.losses:
        what = "left out" if loss.field == "term" else f"{loss.field} lost or changed"
        output.note(f"{what}: {number(loss.terms, 'term')}, e.g. {'; '.join(loss.examples)}")
    if made.asides:
        output.note(
            f"{number(made.asides, 'cell')} kept in notes “termcheck:…”, which other programs do not understand"
        )
    if made.losses and options["strict"]:
        output.note(f"nothing was written: the format {name} cannot hold everything")
        return ExitCode.FINDINGS
    if options["target"] == STDOUT:
        output.show_bytes(made.data)
    else:
        write_path(target, made.data, may_replace=options["force"])
        kept = "" if made.losses else ", everything kept"
        written = len(read.terms) - sum(loss.terms for loss in made.losses if loss.field == "term")
        output.note(f"{number(written, 'term')} written to {target.as_posix()} ({name}{kept})")
    return ExitCode.CLEAN
