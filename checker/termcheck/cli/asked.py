"""What ``termcheck run`` is asked for on the command line."""

import sys
from typing import TYPE_CHECKING, TypedDict

import click
from msgspec.structs import replace

from termcheck.cli.scope import scope_of
from termcheck.errors import Problem, UsageError
from termcheck.pipeline import STDIN, RunRequest

if TYPE_CHECKING:
    from termcheck.articles.shards import Shard

_MOST_JOBS = 1024
_MOST_SHARDS = 1_000_000


def read_jobs(_ctx: click.Context, _param: click.Parameter, value: str) -> int:
    """A number of processes; 0 for ``auto``."""
    if value == "auto":
        return 0
    if value.isascii() and value.isdigit() and int(value) <= _MOST_JOBS:
        return int(value)
    raise click.BadParameter(f"{value!r} is neither auto nor a number from 0 to {_MOST_JOBS}.")


def read_engine(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """An engine, with its address if there is one."""
    if value in {"local", "ray"} or (value.startswith("ray=") and len(value) > len("ray=")):
        return value
    raise click.BadParameter(f"{value!r} is no engine: write local, ray or ray=ADDRESS.")


def read_shard(_ctx: click.Context, _param: click.Parameter, value: str | None) -> "Shard | None":
    """``I/N``."""
    if value is None:
        return None
    from termcheck.articles.shards import Shard

    number, slash, count = value.partition("/")
    if slash and number.isascii() and number.isdigit() and count.isascii() and count.isdigit():
        shard = Shard(int(number), int(count))
        if 1 <= shard.number <= shard.total <= _MOST_SHARDS:
            return shard
    raise click.BadParameter(f"{value!r} is no shard: write e.g. 3/50, the third of fifty.")


JOBS = click.option(
    "-j",
    "--jobs",
    metavar="N",
    callback=read_jobs,
    default="auto",
    show_default=True,
    help="Processes that check articles; auto takes as many as there are processors, where that pays.",
)
ENGINE = click.option(
    "--engine",
    callback=read_engine,
    default="local",
    show_default=True,
    metavar="NAME[=ADDRESS]",
    help="Where articles are checked: local, or ray on the cluster at ADDRESS, RAY_ADDRESS or this machine.",
)
SHARD = click.option(
    "--shard",
    callback=read_shard,
    metavar="I/N",
    help="With --partial: only the articles that belong to shard I of N, from 1/N to N/N.",
)
PARTIAL = click.option(
    "--partial",
    type=click.Path(),
    metavar="FILE",
    help="Write what is found to FILE and report nothing; `termcheck merge` makes the reports of all shards.",
)


class Options(TypedDict):
    """What is given on the command line and passed on."""

    paths: tuple[str, ...]
    glossary: tuple[str, ...]
    lang: str | None
    source_lang: str | None
    source: str | None
    reports: str | None
    no_reports: bool
    history: str | None
    fail_on: str | None
    config: str | None
    no_directives: bool
    strict: bool
    stdin_filename: str | None
    columns: tuple[tuple[str, str], ...]
    diff: str | None
    staged: bool
    whole_files: bool
    only_new: str | None
    only_included: bool
    only: tuple[str, ...]
    jobs: int
    engine: str
    no_cache: bool
    shard: "Shard | None"
    partial: str | None


def request_of(options: Options) -> RunRequest:
    """The request that the options make. Raises UsageError where they contradict each other."""
    from_stdin = STDIN in options["paths"]
    if options["reports"] and options["no_reports"]:
        raise UsageError(Problem("--reports and --no-reports contradict each other", remedy="give one of them"))
    if options["stdin_filename"] and not from_stdin:
        raise UsageError(Problem("--stdin-filename names standard input, which is not read", remedy="add the path -"))
    scope = scope_of(options["paths"], options["diff"], options["only"], staged=options["staged"])
    if options["whole_files"] and not scope.is_about_changes:
        raise UsageError(Problem("--whole-files is about changed files", remedy="add --diff or --staged"))
    if options["only_new"] and (scope.is_about_changes or from_stdin):
        remedy = "leave out --diff, --staged, or the path -"
        raise UsageError(Problem("--only-new is about files as a whole", remedy=remedy))
    if options["history"] and (scope.is_about_changes or scope.rules):
        remedy = "leave out --history, --diff, --staged or --only"
        raise UsageError(Problem("--history compares whole runs, and this one is about a part", remedy=remedy))
    return RunRequest(
        paths=options["paths"],
        glossary=options["glossary"],
        lang=options["lang"],
        source_lang=options["source_lang"],
        source=options["source"],
        fail_on=options["fail_on"],
        config=options["config"],
        reports=options["reports"],
        history=options["history"],
        directives=not options["no_directives"],
        strict=options["strict"],
        stdin=_standard_input() if from_stdin or scope.diff == STDIN else b"",
        stdin_filename=options["stdin_filename"],
        columns=options["columns"],
        scope=replace(scope, whole_files=options["whole_files"], only_included=options["only_included"]),
        jobs=options["jobs"],
        engine=options["engine"],
        cache=not options["no_cache"],
    )


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UsageError(Problem("standard input is closed", remedy="name a file instead of -"))
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(Problem(f"cannot read standard input: {reason}", remedy="name a file instead of -")) from error
