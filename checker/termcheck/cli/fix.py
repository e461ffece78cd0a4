"""``termcheck fix``."""

import difflib
import sys
from collections.abc import Iterable, Iterator
from typing import Unpack

import click

from termcheck.cli import output
from termcheck.cli.asking import Asker
from termcheck.cli.options import CONFIG, GLOSSARY, LANG, SOURCE_LANG, ArticleOptions
from termcheck.errors import ExitCode, Problem, UsageError
from termcheck.fix import Choose, FixedArticle, changes_of, fix_articles
from termcheck.fixing import SAFE_RULES, Unmended
from termcheck.model import Finding, Skipped
from termcheck.pipeline import RunRequest, prepare
from termcheck.replacing import replace_all
from termcheck.reports.summary import number


@click.command(
    "fix",
    epilog="""\b
Exit status:
  0  done, whatever was left alone
  1  with --diff: something would be changed
  2  a mistake in the call, the configuration or the glossary; nothing was changed
  3  an article could not be read; all others were mended

\b
Examples:
  termcheck fix articles/ --diff
  termcheck fix articles/
  termcheck fix news.md --interactive""",
)
@click.argument("paths", nargs=-1, type=click.Path())
@GLOSSARY
@LANG
@SOURCE_LANG
@click.option("--unsafe", is_flag=True, help="Also make the fixes after which somebody must read the sentence.")
@click.option("--interactive", is_flag=True, help="Ask before each fix, also the unsafe ones; offer other names.")
@click.option("--diff", is_flag=True, help="Show what would be changed, as a unified diff, and change nothing.")
@CONFIG
def command(*, unsafe: bool, interactive: bool, diff: bool, **options: Unpack[ArticleOptions]) -> int:
    """Replace names that the glossary lists as wrong by the preferred ones.

    PATHS are files, folders or globs; without any, what the configuration includes is mended. Only safe fixes are made:
    of listed wrong names outside of quotations, whose replacement fits its sentence for certain. Each article is
    checked again, and written only if the finding is gone and nothing else has changed.
    """
    if interactive and not (output.is_terminal(sys.stdin) or diff):
        raise UsageError(
            Problem("nobody can be asked: standard input is no terminal", remedy="leave out --interactive")
        )
    job = prepare(RunRequest(**options))
    if job.recovered:
        output.note(job.recovered)
    asker = Asker(job.glossary)
    choose: Choose | None = asker.choose if interactive else None
    outcomes = list(fix_articles(job, choose, unsafe=unsafe or interactive))
    if not asker.wants_to_write("Show" if diff else "Write"):
        output.note("nothing was changed")
        return ExitCode.CLEAN
    fixed = [one for one in outcomes if isinstance(one, FixedArticle)]
    skipped = [one for one in outcomes if isinstance(one, Skipped)]
    changes = changes_of(fixed, job.settings)
    if diff:
        output.show("".join(line for one in fixed for line in _diff(one)))
    else:
        replace_all(changes, job.settings.root)
        output.show("".join(f"{line}\n" for line in _told(fixed)))
    for one in skipped:
        output.note(f"{one.file}: skipped: {one.reason}")
    if any(one.unreadable for one in skipped):
        return ExitCode.UNREADABLE
    return ExitCode.FINDINGS if diff and changes else ExitCode.CLEAN


def _diff(fixed: FixedArticle) -> Iterator[str]:
    before = fixed.result.article.text.splitlines(keepends=True)
    after = fixed.mended.text.splitlines(keepends=True)
    for line in difflib.unified_diff(before, after, f"a/{fixed.path}", f"b/{fixed.path}"):
        yield line if line.endswith("\n") else f"{line}\n"


def _told(fixed: Iterable[FixedArticle]) -> Iterator[str]:
    """What was done, finding by finding, and in sum."""
    fixed = list(fixed)
    for one in fixed:
        for fix in one.mended.fixes:
            yield f"{_place(fix.finding)}: {fix.finding.text} -> {fix.name}"
    left = [unmended for one in fixed for unmended in one.mended.left if _is_worth_telling(unmended)]
    for unmended in left:
        yield f"{_place(unmended.finding)}: {unmended.finding.text}: left alone, {unmended.reason}"
    names = number(sum(len(one.mended.fixes) for one in fixed), "name")
    articles = number(sum(bool(one.mended.fixes) for one in fixed), "article")
    yield f"Mended {names} in {articles}; {number(len(left), 'finding')} left alone."


def _is_worth_telling(unmended: Unmended) -> bool:
    return unmended.finding.suggestion is not None or unmended.finding.rule in SAFE_RULES


def _place(finding: Finding) -> str:
    return f"{finding.file}:{finding.place}"
