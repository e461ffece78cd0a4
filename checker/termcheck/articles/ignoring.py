"""What a walk leaves out: hidden folders, what git ignores, reports, glossary files, ``exclude`` patterns.

git is not asked: its patterns are read from every .gitignore between the repository (or, without one, the project) and
a file, and from .git/info/exclude. As with git, the deepest pattern file that has a say decides, and nothing comes back
out of an ignored folder.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from termcheck.config import Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_MOST_PATTERN_BYTES = 1 << 20
_NO_ARTICLES = ("._", "~$")
"""macOS keeps attributes of ``name`` in ``._name`` on foreign disks; Office says in ``~$name`` who has a file open."""


class _Patterns(Struct, frozen=True):
    """The patterns of one file, and the folder they count from."""

    base: str
    spec: "GitIgnoreSpec"


class Ignored(Struct, frozen=True):
    """Decides for the entries of one folder."""

    layers: tuple[_Patterns, ...]
    """From the repository down; deeper ones have precedence."""
    excluded: tuple[_Patterns, ...]
    """The ``exclude`` setting."""
    fixed: frozenset[str]
    """Absolute paths that are never walked into: reports, glossary."""

    def within(self, folder: str, names: Iterable[str]) -> "Ignored":
        """The same for a folder further down, which holds entries with these names."""
        if ".gitignore" not in names:
            return self
        patterns = _read(Path(folder) / ".gitignore", folder)
        return self if patterns is None else Ignored((*self.layers, patterns), self.excluded, self.fixed)

    def leaves_out(self, path: str, *, is_folder: bool) -> bool:
        """Whether a walk leaves out the entry with that absolute path."""
        name = os.path.basename(path)  # noqa: PTH119 - called for every file of an archive
        if (is_folder and name.startswith(".")) or name.startswith(_NO_ARTICLES) or path in self.fixed:
            return True
        return self.is_ignored(path, is_folder=is_folder)

    def is_ignored(self, path: str, *, is_folder: bool) -> bool:
        """Whether git or the ``exclude`` setting says so."""
        for layers in (self.layers, self.excluded):
            for layer in reversed(layers):
                said = layer.spec.check_file(_relative(path, layer.base) + ("/" if is_folder else "")).include
                if said is not None:
                    if said:
                        return True
                    break
        return False


def ignored_in(top: Path, root: Path, settings: Settings) -> Ignored:
    """What a walk from ``top`` leaves out in a project with that root; ``top`` itself was named and is not judged."""
    fixed = frozenset(os.path.normpath(root / name) for name in (settings.reports, *settings.glossary))
    excluded: tuple[_Patterns, ...] = ()
    if settings.exclude:
        from pathspec import GitIgnoreSpec

        base = root if top.is_relative_to(root) else top
        excluded = (_Patterns(str(base), GitIgnoreSpec.from_lines(settings.exclude)),)
    outer = Ignored(_layers_above(top, root), (), frozenset())
    if _is_ignored_itself(outer, top):
        outer = Ignored((), (), frozenset())
    return Ignored(outer.layers, excluded, fixed)


def _layers_above(top: Path, root: Path) -> tuple[_Patterns, ...]:
    """The patterns of the folders from the repository (else the project) down to the one above ``top``."""
    repository = next((folder for folder in (top, *top.parents) if (folder / ".git").exists()), None)
    start = repository or (root if top.is_relative_to(root) else top)
    layers = []
    if repository is not None:
        layers.append(_read(repository / ".git" / "info" / "exclude", str(repository)))
    folders = [folder for folder in (top, *top.parents) if folder != top and folder.is_relative_to(start)]
    layers.extend(_read(folder / ".gitignore", str(folder)) for folder in reversed(folders))
    return tuple(layer for layer in layers if layer is not None)


def _is_ignored_itself(ignored: Ignored, top: Path) -> bool:
    """Whether git ignores the folder in which the walk starts: then what ignores it says nothing of what is in it."""
    for folder in reversed((top, *top.parents)):
        layers = tuple(
            layer for layer in ignored.layers if folder.is_relative_to(layer.base) and str(folder) != layer.base
        )
        if layers and Ignored(layers, (), frozenset()).is_ignored(str(folder), is_folder=True):
            return True
    return False


def _read(file: Path, base: str) -> _Patterns | None:
    """The patterns of a file; None where there are none."""
    try:
        with file.open("rb") as stream:
            lines = stream.read(_MOST_PATTERN_BYTES).decode("utf-8-sig", "replace").splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec

    good = []
    for line in lines:
        try:
            good.append(GitIgnoreSpec.from_lines([line]).patterns[0])
        except (ValueError, IndexError):  # git passes over a pattern that is none, too
            continue
    return _Patterns(base, GitIgnoreSpec(good)) if good else None


def _relative(path: str, base: str) -> str:
    return os.path.relpath(path, base).replace(os.sep, "/")
