"""``termcheck hook``."""

import os
from pathlib import Path

import click

from termcheck.cli import output


@click.group(
    "hook",
    epilog="""\b
Examples:
  termcheck hook install
  termcheck hook uninstall""",
)
def command() -> None:
    """Check what is about to be committed, without pre-commit."""


@command.command(
    "install",
    epilog="""\b
RUN_OPTIONS are options of `termcheck run`; paths in them count from the top of the repository.
Without any, the lines that a commit adds or changes are checked, as they will be committed.

\b
Examples:
  termcheck hook install
  termcheck hook install -- --fail-on warning --whole-files""",
)
@click.option("--chain", is_flag=True, help="Keep a hook that is there already, and call it first.")
@click.argument("run_options", nargs=-1, type=click.UNPROCESSED)
def install(run_options: tuple[str, ...], *, chain: bool) -> None:
    """Write the git hook that stops a commit with listed wrong names."""
    from termcheck.changes import hook
    from termcheck.changes.git import Repository
    from termcheck.cli.run import command as run

    with run.make_context("termcheck run", [*run_options, "--staged", "--quiet"]):
        pass  # Click has complained of what run would not understand
    repository = Repository(Path.cwd())
    file = hook.install(repository, (*run_options, *_configuration(repository.top, run_options)), chain=chain)
    output.note(f"wrote {_shown(file)}: commits are checked from now on")


@command.command("uninstall", epilog="Example: termcheck hook uninstall")
def uninstall() -> None:
    """Take the git hook away, and put back one that was kept."""
    from termcheck.changes import hook
    from termcheck.changes.git import Repository

    file = hook.uninstall(Repository(Path.cwd()))
    output.note(f"{_shown(file)}: termcheck's hook is gone" if file else "there is no hook")


def _configuration(top: Path, options: tuple[str, ...]) -> tuple[str, ...]:
    """The option that names the configuration, where it would not be found from the top of the repository."""
    from termcheck.config import read_settings

    if any(option.split("=")[0] == "--config" for option in options):
        return ()
    here, there = (read_settings(folder).settings.file for folder in (Path.cwd(), top))
    if here is None or here == there:
        return ()
    return ("--config", os.path.relpath(here, top).replace(os.sep, "/"))


def _shown(file: Path) -> str:
    from termcheck.glossary import display_path

    return display_path(file, Path.cwd())
