"""``termcheck run --partial``: one shard of a run, for ``termcheck merge``."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from termcheck.articles.shards import WHOLE, Shard
from termcheck.cli import output
from termcheck.errors import ExitCode, Problem, UsageError
from termcheck.glossary import display_path
from termcheck.pipeline import STDIN, Job
from termcheck.reports.summary import number

if TYPE_CHECKING:
    from termcheck.sharding import Made

_AT_THE_END = {
    "reports": "--reports",
    "history": "--history",
    "strict": "--strict",
    "fail_on": "--fail-on",
}
"""Options that are about the report on all articles, and where they are given."""
_OF_A_PART = {"diff": "--diff", "staged": "--staged", "only": "--only", "only_included": "--only-included"}


def check_options(options: Mapping[str, object], paths: Sequence[str], *, is_watch: bool, has_format: bool) -> None:
    """Raises UsageError with every option that contradicts a partial result."""
    problems = []
    if options["partial"] is None:
        problems.append(Problem("a shard makes no reports by itself", "--shard", "add --partial FILE"))
    given = [option for name, option in _AT_THE_END.items() if options[name]]
    given += ["--format or --output"] if has_format else []
    problems.extend(
        Problem("it is about the report on all articles", option, "give it to `termcheck merge`") for option in given
    )
    given = [option for name, option in _OF_A_PART.items() if options[name]]
    given += ["--watch"] if is_watch else []
    problems.extend(Problem("it cannot be combined with --partial", option, "leave one out") for option in given)
    if STDIN in paths:
        problems.append(Problem("standard input has no shards", STDIN, "name files or folders"))
    if problems:
        raise UsageError(problems)


def write_shard(
    job: Job, file: str, shard: Shard | None, only_new: str | None, *, pages: bool, quiet: bool
) -> ExitCode:
    """Check a shard; whatever is found in it, the report on all shards tells."""
    from termcheck.cli.run import manifest_at
    from termcheck.sharding import check_shard

    path = place_of(file)
    name = display_path(path, Path.cwd())
    with manifest_at(only_new, job) as manifest:
        made = output.counted(
            lambda tell: check_shard(job, path, name, shard or WHOLE, tell, pages=pages, manifest=manifest)
        )
        if manifest is not None:
            manifest.keep(made.unreadable)
    if not quiet:
        output.note(f"{told(name, made)}, {number(made.findings, 'finding')}")
    return ExitCode.CLEAN


def place_of(file: str) -> Path:
    """Where a partial result is to be written. Raises UsageError where it would replace a folder."""
    path = Path.cwd() / file
    if path.is_dir():
        raise UsageError(Problem("the partial result would replace a folder", file, "name a file"))
    return path


def told(name: str, made: "Made") -> str:
    """What was written where, for people."""
    skipped = f", {made.skipped:,} skipped" if made.skipped else ""
    return f"wrote {name}: {number(made.articles, 'article')}{skipped}"
