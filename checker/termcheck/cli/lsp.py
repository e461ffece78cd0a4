"""``termcheck lsp``."""

import gc
import sys

import click

from termcheck.cli.options import CONFIG, GLOSSARY
from termcheck.errors import Problem, UsageError


@click.command(
    "lsp",
    epilog="""\b
Editors start it themselves; the README says how to set them up.""",
)
@GLOSSARY
@CONFIG
def command(glossary: tuple[str, ...], config: str | None) -> None:
    """Serve editors: speak the Language Server Protocol on standard input and output."""
    try:
        from termcheck.lsp.answers import make_server
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        remedy = "install termcheck with the extra lsp: pip install 'termcheck[lsp]'"
        raise UsageError(Problem("the language server needs the package pygls", remedy=remedy)) from error
    gc.freeze()
    gc.enable()  # a server lives long
    make_server(config, glossary).start_io(sys.stdin.buffer, sys.stdout.buffer)
