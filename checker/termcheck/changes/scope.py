"""What of all articles and findings a call is about: everything, what changed, what some rules find."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from termcheck.articles import Discovery, discover
from termcheck.config import Settings
from termcheck.errors import Problem, UsageError
from termcheck.model import CorpusRule, Finding, Report
from termcheck.rules import RULES

if TYPE_CHECKING:
    from termcheck.changes.git import ChangedFile
    from termcheck.changes.lines import Changes

STDIN = "-"
CORPUS = "corpus"
"""Stands for all rules that compare articles."""


class Scope(Struct, frozen=True):
    """What a call is about; by default everything in its paths."""

    diff: str | None = None
    """Only lines that changed since this revision; ``-`` for those of a diff on standard input."""
    staged: bool = False
    """Only lines that the next commit changes, with the content that it will hold."""
    whole_files: bool = False
    """With either: all lines of the files in which one changed."""
    only_included: bool = False
    """Of the paths, only what the configuration includes and does not exclude."""
    rules: tuple[str, ...] = ()
    """Ids of the only rules to report, or ``corpus``; empty means all."""

    @property
    def is_about_changes(self) -> bool:
        """Whether not every line counts."""
        return self.staged or self.diff is not None


class Chosen(Struct, frozen=True):
    """The articles that a call is about, and where only some lines count, which."""

    discovery: Discovery
    changes: "Changes | None" = None


def choose_articles(
    given: Sequence[str], cwd: Path, settings: Settings, scope: Scope, stdin: bytes, stdin_filename: str | None
) -> Chosen:
    """Find the articles that are meant by paths, relative to ``cwd``; without any, by what is configured.

    Raises UsageError with every mistake in them.
    """
    base, paths = (cwd, given) if given else (settings.root, settings.include)
    if scope.is_about_changes:
        return _changed(paths, base, cwd, settings, scope, stdin)
    if not paths:
        remedy = "name files or folders, or set `include` in the configuration"
        raise UsageError(Problem("there is nothing to check", remedy=remedy))
    found = discover(paths, settings, base, stdin=stdin, stdin_filename=stdin_filename)
    if scope.only_included:
        from termcheck.articles.selection import Selection
        from termcheck.changes.articles import only_included

        included = Selection(settings.include or (".",), settings, settings.root)
        found = only_included(found, included)
    return Chosen(found)


def narrowed(report: Report, changes: "Changes | None", scope: Scope) -> Report:
    """The report with the findings that the call is about."""
    if not scope.rules and (changes is None or scope.whole_files):
        return report
    from termcheck.changes.lines import narrow, on_changed_lines

    if scope.rules:
        wanted = {rule.id for rule in RULES if rule.id in scope.rules or _is_meant(rule, scope)}

        def is_wanted(finding: Finding) -> bool:
            return finding.rule in wanted

        report = narrow(report, is_wanted)
    return report if changes is None or scope.whole_files else on_changed_lines(report, changes)


def _is_meant(rule: object, scope: Scope) -> bool:
    return isinstance(rule, CorpusRule) and CORPUS in scope.rules


def _changed(paths: Sequence[str], base: Path, cwd: Path, settings: Settings, scope: Scope, stdin: bytes) -> Chosen:
    from termcheck.articles.selection import Selection
    from termcheck.changes.articles import files_of_diff, select_changed
    from termcheck.changes.git import Repository

    repository: Repository | None = None
    try:
        repository = Repository(cwd)
    except UsageError:
        if scope.diff != STDIN:
            raise
    top = repository.top if repository else cwd
    if repository is not None and scope.staged:
        files = repository.staged()
    elif repository is not None and scope.diff is not None and scope.diff != STDIN:
        files = repository.changed_since(scope.diff)
    else:
        files = files_of_diff(stdin, (top, cwd, settings.root))
    selection = Selection(paths, settings, base) if paths else Selection((str(top),), settings, base)
    _require_paths(paths, base, files)
    if scope.only_included:
        included = Selection(settings.include or (".",), settings, settings.root)
        files = [file for file in files if included.holds(file.path)]
    found = select_changed(files, selection, whole_files=scope.whole_files)
    return Chosen(found.discovery, found.changes)


def _require_paths(paths: Sequence[str], base: Path, files: "Sequence[ChangedFile]") -> None:
    """Raises UsageError with the paths that are neither there nor changed; a glob may match nothing."""
    changed = [file.path for file in files]
    problems = [
        Problem("the path does not exist", path, "check the spelling")
        for path in paths
        if not (base / path).exists() and not any(sign in path for sign in "*?[") and base / path not in changed
    ]
    if problems:
        raise UsageError(problems)
