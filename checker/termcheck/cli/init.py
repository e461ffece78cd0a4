"""``termcheck init``."""

from importlib.resources import files
from pathlib import Path

import click

from termcheck.cli import output
from termcheck.config import FILE, SHARED_FILE, read_settings
from termcheck.errors import Problem, UsageError
from termcheck.pipeline import write_files

_GLOSSARY = Path("glossary") / "glossary.csv"
_NEXT = """\
wrote {config} and {glossary}
1. Put your own terms into {glossary} (a spreadsheet opens it).
2. Check it:              termcheck glossary lint
3. Check your articles:   termcheck run FOLDER
"""


@click.command(
    "init",
    epilog="""\b
Example:
  termcheck init""",
)
def command() -> None:
    """Write a commented configuration and a starter glossary into this folder."""
    wanted = {Path(FILE): _starter(FILE), _GLOSSARY: "\ufeff" + _starter(_GLOSSARY.name)}
    remedy = "remove it first, or change it by hand"
    problems = [Problem("exists already", path.as_posix(), remedy) for path in wanted if path.exists()]
    configured = read_settings(Path()).settings.file
    if configured is not None and configured == Path.cwd() / SHARED_FILE:
        problems.append(Problem("has a table [tool.termcheck] already", SHARED_FILE, remedy))
    if problems:
        raise UsageError(problems)
    write_files(wanted)
    output.show(_NEXT.format(config=FILE, glossary=_GLOSSARY.as_posix()))


def _starter(name: str) -> str:
    return files("termcheck.cli").joinpath("starter", name).read_text(encoding="utf-8")
