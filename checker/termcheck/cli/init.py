"""``termcheck init``."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from termcheck.cli import output
from termcheck.config import FILE, SHARED_FILE, read_settings
from termcheck.errors import Problem, UsageError
from termcheck.pipeline import write_files

_FOLDER = Path("glossary")
_GLOSSARY = _FOLDER / "glossary.csv"
_EXAMPLES = {"china": {"lang": "en", "source_lang": "zh"}}
"""Glossaries that come with the program, and what a project with one of them sets."""
_SPREADSHEET_MARK = "\ufeff"
"""Tells spreadsheet programs that a file is UTF-8."""
_NEXT = """\
wrote {config} and {glossary}
1. Put your own terms into {own} (a spreadsheet opens it).
2. Check it:              termcheck glossary lint
3. Check your articles:   termcheck run FOLDER
"""


@click.command(
    "init",
    epilog="""\b
Examples:
  termcheck init
  termcheck init --example china""",
)
@click.option(
    "--example",
    type=click.Choice(sorted(_EXAMPLES)),
    help="Write a whole glossary instead: china, Chinese politics, government and internet governance in English.",
)
def command(example: str | None) -> None:
    """Write a commented configuration and a starter glossary into this folder."""
    wanted = {Path(FILE): _configuration(example), **_glossary(example)}
    remedy = "remove it first, or change it by hand"
    problems = [Problem("exists already", path.as_posix(), remedy) for path in wanted if path.exists()]
    configured = read_settings(Path()).settings.file
    if configured is not None and configured == Path.cwd() / SHARED_FILE:
        problems.append(Problem("has a table [tool.termcheck] already", SHARED_FILE, remedy))
    if problems:
        raise UsageError(problems)
    write_files(wanted)
    written = _GLOSSARY.as_posix() if example is None else f"{len(wanted) - 1} files in {_FOLDER.as_posix()}"
    own = _GLOSSARY.as_posix() if example is None else f"files of your own in {_FOLDER.as_posix()}"
    output.show(_NEXT.format(config=FILE, glossary=written, own=own))


def _configuration(example: str | None) -> str:
    text = _starter(FILE)
    for key, value in _EXAMPLES[example].items() if example else ():
        text = text.replace(f'# {key} = "{value}"\n', f'{key} = "{value}"\n')
    return text


def _glossary(example: str | None) -> dict[Path, str]:
    if example is None:
        return {_GLOSSARY: _SPREADSHEET_MARK + _starter(_GLOSSARY.name)}
    tables = sorted(
        (one for one in _folder_of(example).iterdir() if one.name.endswith(".csv")), key=lambda one: one.name
    )
    return {_FOLDER / one.name: _SPREADSHEET_MARK + one.read_text(encoding="utf-8") for one in tables}


def _folder_of(example: str) -> Traversable:
    """Where an example is: in the package, or, run from its sources, the glossary folder of the repository."""
    packaged = files("termcheck.cli").joinpath("examples", example)
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / _FOLDER


def _starter(name: str) -> str:
    return files("termcheck.cli").joinpath("starter", name).read_text(encoding="utf-8")
