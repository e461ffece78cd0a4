"""Whether files have changed, told by their size and time without reading them."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from termcheck.config import Settings
from termcheck.glossary.formats import FOLDER_SUFFIXES

Stamp = tuple[tuple[str, int, int], ...]
"""(path, size, time of the last change in nanoseconds) of files; -1 and 0 for one that is not there."""


def stamp_of_files(files: Iterable[Path]) -> Stamp:
    """The stamp of these files, in their order."""
    return tuple(map(_stamped, files))


def stamp_of_project(settings: Settings) -> Stamp:
    """The stamp of the configuration, the decisions and every file of the glossary."""
    files = [settings.root / settings.decisions, *([settings.file] if settings.file else ())]
    for name in settings.glossary:
        files.extend(_glossary_files(settings.root / name))
    return stamp_of_files(files)


def _glossary_files(path: Path) -> Iterator[Path]:
    yield path
    with suppress(OSError):  # it is no folder, or may not be opened: reading it will tell
        yield from sorted(file for file in path.iterdir() if file.suffix.lower() in FOLDER_SUFFIXES)


def _stamped(file: Path) -> tuple[str, int, int]:
    try:
        found = file.stat()
    except OSError:
        return str(file), -1, 0
    return str(file), found.st_size, found.st_mtime_ns
