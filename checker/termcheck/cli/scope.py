"""The options that say which changes and which rules a call is about."""

from collections.abc import Sequence

import click

from termcheck.changes.scope import CORPUS, STDIN, Scope
from termcheck.errors import Problem, UsageError
from termcheck.rules import RULES


def scope_of(paths: Sequence[str], diff: str | None, rules: Sequence[str], *, staged: bool) -> Scope:
    """What the options mean together. Raises UsageError with every mistake in them."""
    problems = []
    if staged and diff is not None:
        problems.append(Problem("--staged and --diff contradict each other", remedy="give one of them"))
    if STDIN in paths and (staged or diff is not None):
        remedy = "name files, or leave the options out"
        problems.append(Problem("an article on standard input has no changed lines", remedy=remedy))
    known = {CORPUS, *(rule.id for rule in RULES)}
    problems.extend(
        Problem(f"there is no rule {rule}", "--only", "`termcheck rules` lists them")
        for rule in rules
        if rule not in known
    )
    if problems:
        raise UsageError(problems)
    return Scope(diff=diff, staged=staged, rules=tuple(rules))


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The rules that begin like this, for a shell."""
    del ctx, param
    return [name for name in (CORPUS, *(rule.id for rule in RULES)) if name.startswith(incomplete)]
