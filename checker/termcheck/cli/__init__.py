"""The command line: one module a command, imported only when that command is called."""

from collections.abc import Sequence

import click

from termcheck import __version__
from termcheck.cli import output
from termcheck.errors import ExitCode, TermcheckError

_COMMANDS = {
    "run": "Check articles against the glossary.",
    "merge": "Put the shards of a run together.",
    "explain": "Show why the mentions on a line were taken.",
    "discover": "Propose names that the glossary lacks.",
    "fix": "Replace wrong names by preferred ones.",
    "decide": "Carry out what was decided in a report.",
    "baseline": "Accept what is found today, so that only new findings show.",
    "glossary": "Look after the glossary.",
    "rules": "List the rules, or show a rule's page.",
    "lsp": "Serve editors (Language Server Protocol).",
    "languages": "List the languages, and what is known of each.",
    "hook": "Check what is about to be committed, without pre-commit.",
    "completion": "Complete commands and options in a shell.",
    "init": "Write a configuration and a starter glossary.",
}
"""Name of each command (and of its module) -> what the list of commands says of it."""

_INTERRUPTED = 130


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, most used first."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of the command that was called."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        from importlib import import_module

        command: click.Command = import_module(f"termcheck.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was called, or an error that says what may have been meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(error.message + _what_was_meant(args[0]), error.ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _what_was_meant(word: str) -> str:
    from difflib import get_close_matches
    from pathlib import Path

    close = get_close_matches(word, _COMMANDS, n=1)
    if close:
        return f" Did you mean `termcheck {close[0]}`?"
    return f" To check it: termcheck run {word}" if Path(word).exists() else ""


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: termcheck run articles/ --glossary glossary/",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def _termcheck() -> None:
    """Find where texts call a known thing by the wrong or by an inconsistent name."""


def main(args: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status."""
    output.prepare_streams()
    try:
        status = _run(args)
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except TermcheckError as error:
        output.show_problems(error.problems)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        output.note("interrupted")
        return _INTERRUPTED
    except Exception:  # noqa: BLE001 - Python's own exit status for this, 1, would mean findings
        output.show_bug()
        return ExitCode.USAGE
    return status if isinstance(status, int) else ExitCode.CLEAN


def _run(args: Sequence[str] | None) -> object:
    try:
        return _termcheck.main(args, prog_name="termcheck", standalone_mode=False)
    except OSError as error:  # Click prints help and version by itself
        if output.is_failed_write(error):
            raise output.stop_writing(error) from error
        raise
