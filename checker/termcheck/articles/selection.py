"""Which files a walk would find, told for single files and without walking."""

import os
from collections.abc import Sequence
from pathlib import Path

from termcheck.articles.discovery import matches_glob, names_suffix, shown_path
from termcheck.articles.formats import format_of
from termcheck.articles.ignoring import Ignored, ignored_in
from termcheck.config import Settings

_WILDCARDS = frozenset("*?[")


class Selection:
    """The files that files, folders and globs (relative to ``base``) mean: named ones, and those that a walk meets."""

    def __init__(self, paths: Sequence[str], settings: Settings, base: Path) -> None:
        """Take the paths apart; they need not exist."""
        self._settings = settings
        self._root = _absolute(settings.root)
        self._base = _absolute(base)
        self._given = [(path, _absolute(base / path)) for path in paths]
        self._ignored: dict[str, Ignored] = {}

    def holds(self, file: Path) -> bool:
        """Whether the file is meant and has a reader."""
        if format_of(shown := self.shown(file), self._settings) is None:
            return False
        return any(
            self._means(given, path, file)
            and format_of(shown, self._settings, named=file == path or names_suffix(given, shown)) is not None
            for given, path in self._given
        )

    def shown(self, file: Path) -> str:
        """The path as reported."""
        return shown_path(str(file), str(file), self._root, self._base)

    def _means(self, given: str, path: Path, file: Path) -> bool:
        if file == path:
            return True
        if not _WILDCARDS.intersection(given) or path.exists():
            return file.is_relative_to(path) and self._is_met(path, file)
        parts = given.replace(os.sep, "/").split("/")
        fixed = next(index for index, part in enumerate(parts) if _WILDCARDS.intersection(part))
        top = _absolute(self._base / ("/".join(parts[:fixed]) + "/" if fixed else "."))
        pattern = "/".join(part for part in parts[fixed:] if part not in {"", "."})
        if not file.is_relative_to(top):
            return False
        pattern += "/**" if given.endswith("/") else ""
        return matches_glob(file.relative_to(top).as_posix(), pattern) and self._is_met(top, file)

    def _is_met(self, top: Path, file: Path) -> bool:
        """Whether a walk from ``top`` comes to the file: nothing on the way is hidden, ignored or excluded."""
        folder = top
        for name in file.relative_to(top).parts[:-1]:
            ignored = self._in(folder, top)
            folder /= name
            if ignored.leaves_out(str(folder), is_folder=True):
                return False
        return not self._in(folder, top).leaves_out(str(file), is_folder=False)

    def _in(self, folder: Path, top: Path) -> Ignored:
        key = f"{top}\0{folder}"
        if key not in self._ignored:
            before = ignored_in(top, self._root, self._settings) if folder == top else self._in(folder.parent, top)
            names = [".gitignore"] if (folder / ".gitignore").exists() else []
            self._ignored[key] = before.within(str(folder), names)
        return self._ignored[key]


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - links stay as the user knows them
