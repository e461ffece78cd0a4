"""``termcheck languages``."""

import click

from termcheck.cli import output


@click.command(
    "languages",
    epilog="""\b
Examples:
  termcheck languages
  termcheck languages de""",
)
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """List the languages and what articles in each get, or show one (ISO 639 code or BCP 47 tag)."""
    from termcheck.languages.overview import others, overviews

    every = list(overviews())
    if code is not None:
        chosen = code.lower().replace("_", "-").split("-")[0]
        every = [one for one in every if one.code == chosen]
        if not every:
            output.show(f"{chosen}: {others().get(chosen, 'letters, case and typography by script alone')}.\n")
            return
    rows = [
        (one.code, one.name, "/".join(one.scripts), one.forms, "dictionary" if one.dictionary else "", one.notes)
        for one in every
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        output.show("  ".join(map(str.ljust, row, widths)).rstrip() + "\n")
    if code is None:
        output.show(
            "\nEvery other language is matched by script alone: letters, case, typography, near misses; with more in "
            + "; ".join(f"{other} ({what})" for other, what in others().items())
            + ".\n"
        )
