"""``termcheck glossary merge``."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from termcheck.cli import output
from termcheck.cli.glossary_convert import FROM, MAP, STDOUT
from termcheck.errors import ExitCode
from termcheck.reports.summary import number


class _Options(TypedDict):
    files: tuple[str, ...]
    target: str
    base: str | None
    source_format: str | None
    target_format: str | None
    lang: str | None
    source_lang: str | None
    mapped: tuple[str, ...]
    force: bool


@click.command(
    "merge",
    epilog="""\b
Exit status:
  0  the file is written
  1  the glossaries contradict each other; every place is listed, nothing is written
  2  a mistake in the call or in a file; nothing is written

\b
Examples:
  termcheck glossary merge ours.csv client.tbx -o glossary/terms.csv
  termcheck glossary merge mine.csv yours.csv --base before.csv -o merged.csv

\b
As a merge driver of git (.gitattributes: glossary/*.csv merge=termcheck):
  git config merge.termcheck.driver \\
    "termcheck glossary merge %A %B --base %O -o %A --from csv --to csv --force\"""",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@click.option("-o", "--output", "target", required=True, type=click.Path(), metavar="FILE", help="What to write, or -.")
@click.option("--base", type=click.Path(), metavar="FILE", help="The version that all files come from.")
@FROM
@click.option("--to", "target_format", metavar="FORMAT", help="Format to write, if the name does not tell it.")
@click.option("--lang", metavar="CODE", help="Language of terms without one; of translations, where a format has two.")
@click.option("--source-lang", metavar="CODE", help="Language of the terms that are translated.")
@MAP
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def command(**options: Unpack[_Options]) -> int:
    """Make one glossary of several, row by row and cell by cell.

    FILE are files or folders of glossary files, of any format. Rows are the same if concept, language, term, dates and
    paths are. A cell that only one file fills in is taken; with --base, what only one file has changed. Files that
    contradict each other are listed with both places, and nothing is written.
    """
    from termcheck.glossary.content import Options
    from termcheck.glossary.converting import convert
    from termcheck.glossary.files import columns, format_for, known_format, read_path, write_path
    from termcheck.glossary.merging import merge
    from termcheck.glossary.native_writing import write_like

    told = Options(options["lang"] or "", options["source_lang"] or "", columns(options["mapped"]))
    target = Path(options["target"])
    name = format_for(target, known_format(options["target_format"]))
    given = known_format(options["source_format"])
    read = [read_path(Path(file), told, given) for file in options["files"]]
    base = options["base"]
    merged = merge([one.terms for one in read], read_path(Path(base), told, given).terms if base else None)
    if merged.conflicts:
        for conflict in merged.conflicts:
            output.note(f"conflict: {conflict}")
        output.note(f"nothing was written: {number(len(merged.conflicts), 'conflict')}")
        return ExitCode.FINDINGS
    made = convert(merged.terms, name, told)
    data = (write_like(merged.terms, read[0].data) if name in {"csv", "tsv"} else None) or made.data
    for loss in made.losses:
        output.note(f"{loss.field} lost or changed: {number(loss.terms, 'term')}, e.g. {'; '.join(loss.examples)}")
    if options["target"] == STDOUT:
        output.show_bytes(data)
    else:
        write_path(target, data, may_replace=options["force"])
        output.note(f"{number(len(merged.terms), 'term')} written to {target.as_posix()} ({name})")
    return ExitCode.CLEAN
