"""Finds the articles that are meant by files, folders, globs and ``-``.

A walk through a folder, or through the folders of a glob, leaves out hidden folders, what git ignores, the reports
folder, glossary files and the configured ``exclude`` patterns; links to folders are not followed, as git does not.
What a user names is never left out.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from termcheck import globs
from termcheck.articles.collections.kinds import collection_at, is_bilingual_file, kind_of, missing, whole_suffix
from termcheck.articles.formats import TABLES, format_of, suffix_of
from termcheck.articles.read import STDIN_NAME, Source
from termcheck.config import Settings
from termcheck.errors import Problem, UsageError
from termcheck.model import Skipped

if TYPE_CHECKING:
    from termcheck.articles.ignoring import Ignored

_WILDCARDS = frozenset("*?[")
_MAY_HOLD_MANY = (
    ".zip", ".tar", ".tgz", ".tbz2", ".txz", ".tzst", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".gz", ".bz2",
    ".xz", ".zst",
)  # fmt: skip
"""Ends of the names of files that may hold many articles."""


class Discovery(Struct, frozen=True):
    """What a call's paths mean."""

    sources: tuple[Source, ...]
    """Sorted by path, each file once."""
    others: int = 0
    """Files of other suffixes met in walks."""
    skipped: tuple[Skipped, ...] = ()
    """Folders that could not be opened."""
    nameable: tuple[str, ...] = ()
    """Where there is no source: suffixes of files that are passed over in walks and read where they are named."""


def discover(
    paths: Sequence[str],
    settings: Settings,
    cwd: Path,
    *,
    stdin: bytes | None = None,
    stdin_filename: str | None = None,
) -> Discovery:
    """The articles that ``paths`` (relative to ``cwd``) mean; their order does not matter.

    ``-`` is the text ``stdin``, shown and read as the file ``stdin_filename``, which need not exist. Raises UsageError
    with every path that does not exist and every glob without a match.
    """
    search = _Search(settings, cwd)
    problems = []
    for path in dict.fromkeys(paths):
        if path == "-":
            search.add_stdin(stdin, stdin_filename)
        else:
            problem = search.add(path)
            problems += [problem] if problem else []
    problems += dict.fromkeys(search.problems)
    if problems:
        raise UsageError(problems)
    return search.result()


class _Search:
    """Collects the sources of one call."""

    def __init__(self, settings: Settings, cwd: Path) -> None:
        self._settings = settings
        self._cwd = _absolute(cwd)
        self._root = _absolute(settings.root)
        self._found: dict[str, Source] = {}
        """Real path -> source."""
        self._others: set[str] = set()
        self._skipped: dict[str, Skipped] = {}
        self._stdin: Source | None = None
        self.problems: list[Problem] = []
        """What has to be installed."""

    def result(self) -> Discovery:
        """Everything that was added."""
        sources = sorted([*self._found.values(), *([self._stdin] if self._stdin else [])], key=lambda one: one.path)
        skipped = tuple(self._skipped[name] for name in sorted(self._skipped))
        others = self._others - self._found.keys()
        return Discovery(tuple(sources), len(others), skipped, () if sources else self._nameable(others))

    def _nameable(self, others: Iterable[str]) -> tuple[str, ...]:
        first: dict[str, str] = {}
        for path in sorted(others):
            first.setdefault(whole_suffix(path), path)
        return tuple(
            suffix
            for suffix, path in first.items()
            if format_of(name := os.path.basename(path), self._settings) or self._is_collection(name, path)  # noqa: PTH119
        )

    def add_stdin(self, data: bytes | None, name: str | None) -> None:
        """Add the standard input."""
        if name is None:
            self._stdin = Source(STDIN_NAME, data=data)
            return
        file = self._cwd / name
        self._stdin = Source(self._display(str(file), name), file, data=data)

    def add(self, given: str) -> Problem | None:
        """Add what a path means; returns what is wrong with it."""
        if "://" in given:
            self._add_remote(given)
            return None
        path = self._cwd / given
        try:
            if given and path.is_dir():
                self._walk(path, None)
            elif given and path.exists():
                self._add_file(str(path), given, named=True)
            elif _WILDCARDS.intersection(given):
                return self._add_glob(given)
            else:
                remedy = "the link leads nowhere; mend or remove it" if path.is_symlink() else "check the spelling"
                return Problem("the path does not exist", given or '""', remedy)
        except (OSError, ValueError) as error:  # no permission for a folder above it, a name too long, a NUL in it
            return Problem(f"the path cannot be used: {getattr(error, 'strerror', None) or error}", repr(given)[1:-1])
        return None

    def _add_glob(self, given: str) -> Problem | None:
        parts = given.replace(os.sep, "/").split("/")
        fixed = next(index for index, part in enumerate(parts) if _WILDCARDS.intersection(part))
        base = self._cwd / ("/".join(parts[:fixed]) + "/" if fixed else ".")
        pattern = "/".join(part for part in parts[fixed:] if part not in {"", "."})
        if given.endswith("/"):
            pattern += "/**"
        if not base.is_dir() or not self._walk(base, pattern):
            return Problem("the pattern matches no file", given, "check its folders; ** stands for any number of them")
        return None

    def _walk(self, folder: Path, pattern: str | None) -> int:
        """Add the files of a folder (that match a pattern); returns how many files were met, of any suffix."""
        from termcheck.articles.ignoring import ignored_in  # files that are named one by one are never ignored

        top = str(_absolute(folder))
        ignored = ignored_in(Path(top), self._root, self._settings)
        met = 0
        for parent, files in self._files(top, ignored, pattern):
            real, shown = os.path.realpath(parent), self._display(parent, parent)
            for file in files:
                if pattern is not None and not matches_glob(_inner(file.path, top), pattern):
                    continue
                met += 1
                where = os.path.realpath(file.path) if file.is_symlink() else os.path.join(real, file.name)  # noqa: PTH118
                name = _printable(file.name)
                path = name if shown == "." else f"{shown.rstrip('/')}/{name}"
                if names_suffix(pattern, path) and self._is_collection(path, file.path):
                    self._add_collection(file.path, file.path, named=False)
                elif not self._is_article(path, file.path, named=names_suffix(pattern, path)):
                    self._others.add(where)
                elif file.is_symlink():
                    self._add_file(file.path, file.path, named=False)
                else:  # all but its name is that of the folder: asking for each of many files takes long
                    self._add(where, Source(path, Path(file.path), named=False))
        return met

    def _is_article(self, path: str, file: str, *, named: bool) -> bool:
        """Whether a file that a walk meets is an article: by its name, or because it begins as a bilingual table."""
        if format_of(path, self._settings, named=named) is not None:
            return True
        return suffix_of(path) in TABLES and is_bilingual_file(Path(file), self._settings)

    def _files(self, top: str, ignored: "Ignored", pattern: str | None) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
        """The folders below one, with those of their files that are not left out and that a pattern may match."""
        waiting = [(top, ignored)]
        while waiting:
            folder, ignored = waiting.pop()
            try:
                with os.scandir(folder) as entries:
                    found = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                name = self._display(folder, folder)
                reason = f"the folder cannot be opened: {error.strerror or error}"
                self._skipped[name] = Skipped(name, reason, unreadable=True)
                continue
            ignored = ignored.within(folder, {entry.name for entry in found})
            files: list[os.DirEntry[str]] = []
            for entry in found:
                is_folder = entry.is_dir(follow_symlinks=False)
                if ignored.leaves_out(entry.path, is_folder=is_folder):
                    continue
                if is_folder and (pattern is None or _may_hold_matches(_inner(entry.path, top), pattern)):
                    waiting.append((entry.path, ignored))
                elif not is_folder and entry.is_file():
                    files.append(entry)
            yield folder, files

    def _add_file(self, path: str, given: str, *, named: bool) -> None:
        shown = self._display(path, given)
        if named and self._is_collection(shown, path):
            self._add_collection(path, given, named=named)
        else:
            self._add(os.path.realpath(path), Source(shown, Path(path), named))

    def _is_collection(self, path: str, file: str) -> bool:
        """Whether a file that the user named, or its suffix, holds many articles."""
        if not path.lower().endswith(_MAY_HOLD_MANY):
            return False

        return collection_at(path, Path(file), self._settings) is not None

    def _add_collection(self, path: str, given: str, *, named: bool) -> None:

        shown = self._display(path, given)
        kind = kind_of(shown)
        problem = missing(kind, shown) if kind is not None else None
        if problem is not None:
            self.problems.append(problem)
        self._add(os.path.realpath(path), Source(shown, Path(path), named, is_collection=True))

    def _add_remote(self, given: str) -> None:
        from termcheck.articles.remote import find_remote

        found = find_remote(given, self._settings)
        self.problems.extend(found.problems)
        for source in found.sources:
            self._add(source.url, source)
        self._others.update(found.others)

    def _add(self, real: str, source: Source) -> None:
        known = self._found.get(real)
        if known is not None:
            named = source.named or known.named
            source = replace(min(source, known, key=lambda one: (one.path, str(one.file))), named=named)
        self._found[real] = source

    def _display(self, path: str, given: str) -> str:
        return shown_path(path, given, self._root, self._cwd)


def shown_path(path: str, given: str, root: Path, cwd: Path) -> str:
    """The path as reported: from the project root, else from the working directory, else as given."""
    for follow in (os.path.normpath, os.path.realpath):
        one = Path(follow(path))
        for base in (root, cwd):
            start = Path(follow(base))
            if one.is_relative_to(start):
                return _printable(one.relative_to(start).as_posix())
    return _printable(given.replace(os.sep, "/"))


def matches_glob(path: str, pattern: str) -> bool:
    """Whether a path below a glob's folder matches; a pattern without folders means files of that folder only."""
    if "/" not in pattern and "/" in path:
        return pattern == "**" or any(_matches_folder(path, pattern))
    return globs.matches(path, pattern) or any(_matches_folder(path, pattern))


def _matches_folder(path: str, pattern: str) -> Iterator[bool]:
    """Whether the pattern matches one of the folders in which a file lies: then it means all that is in them."""
    names = path.split("/")
    length = pattern.count("/") + 1
    if "**" not in pattern and len(names) > length:
        yield globs.matches("/".join(names[:length]), pattern)


def _may_hold_matches(folder: str, pattern: str) -> bool:
    """Whether files below a folder may match: not, where one of its names does not fit the pattern's."""
    return "**" in pattern or all(map(fnmatchcase, folder.split("/"), pattern.split("/")))


def names_suffix(pattern: str | None, path: str) -> bool:
    """Whether a pattern says of which suffix the files are that it means, and the file has that one."""
    return pattern is not None and (suffix := suffix_of(path)) != "" and pattern.lower().endswith(suffix)


def _inner(path: str, top: str) -> str:
    return os.path.relpath(path, top).replace(os.sep, "/")


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links and change the paths users know


def _printable(path: str) -> str:
    """A file name whose bytes are no UTF-8 can still be shown."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
