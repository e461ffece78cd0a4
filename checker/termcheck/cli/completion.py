"""``termcheck completion``."""

import click

from termcheck.cli import output

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    epilog="""\b
Examples:
  eval "$(termcheck completion bash)"           in ~/.bashrc (bash 4.4 or newer)
  eval "$(termcheck completion zsh)"            in ~/.zshrc, after compinit
  termcheck completion fish > ~/.config/fish/completions/termcheck.fish""",
)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands, options and values with the Tab key."""
    from click.shell_completion import get_completion_class

    completer = get_completion_class(shell)
    if completer is None:  # a Click without it
        raise click.UsageError(f"{shell} is not supported.")
    made = completer(ctx.find_root().command, {}, "termcheck", "_TERMCHECK_COMPLETE")
    output.show_bytes((made.source_template % made.source_vars()).encode())
