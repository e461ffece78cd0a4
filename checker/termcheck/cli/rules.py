"""``termcheck rules``."""

import click

from termcheck.cli import output
from termcheck.model import Rule
from termcheck.rules import RULES


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The rules that begin like this, for a shell."""
    del ctx, param
    return [rule.id for rule in RULES if rule.id.startswith(incomplete)]


@click.command(
    "rules",
    epilog="""\b
Examples:
  termcheck rules
  termcheck rules mixed-renderings""",
)
@click.argument("name", required=False, shell_complete=_complete)
def command(name: str | None) -> None:
    """List the rules with their default severities, or show the page of one."""
    if name is None:
        width = max(len(rule.id) for rule in RULES)
        output.show("".join(f"{rule.id:<{width}}  {rule.severity:<7}  {_title(rule)}\n" for rule in RULES))
        return
    for rule in RULES:
        if rule.id == name:
            output.show(f"{rule.id} (default severity: {rule.severity})\n\n{rule.page.strip()}\n")
            return
    raise click.UsageError(f"There is no rule {name}; `termcheck rules` lists them.")


def _title(rule: Rule) -> str:
    return rule.page.strip().partition("\n")[0]
