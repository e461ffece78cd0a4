"""From changed files to the articles that a run reads."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from termcheck.articles import Discovery, Source
from termcheck.articles.decoding import MOST_BYTES
from termcheck.articles.selection import Selection
from termcheck.changes.diffs import parse_diff
from termcheck.changes.git import ChangedFile
from termcheck.changes.lines import ChangedLines, Changes, as_articles_count
from termcheck.model import Skipped

_WHOLE = ChangedLines(everything=True)
_LFS_POINTER = b"version https://git-lfs.github.com/spec/"


class ChangedArticles(NamedTuple):
    """What is to be read, and which of its lines count."""

    discovery: Discovery
    changes: Changes


def select_changed(files: Iterable[ChangedFile], selection: Selection, *, whole_files: bool) -> ChangedArticles:
    """The changed files that are selected; with ``whole_files`` every line of theirs counts."""
    sources: dict[str, Source] = {}
    skipped: list[Skipped] = []
    changes: dict[str, ChangedLines] = {}
    for file in files:
        if not selection.holds(file.path):
            continue
        shown = selection.shown(file.path)
        if reason := _unknown_content(file):
            skipped.append(Skipped(shown, reason))
            continue
        sources[shown] = Source(shown, file.path, named=False, data=file.data)
        changes[shown] = _WHOLE if whole_files else as_articles_count(file.lines, _content(file))
    found = tuple(sources[shown] for shown in sorted(sources))
    return ChangedArticles(Discovery(found, skipped=tuple(sorted(skipped))), changes)


def _unknown_content(file: ChangedFile) -> str:
    """Why the content that counts cannot be read; empty where it can."""
    if file.data is None and not file.path.is_file():
        return "the diff names it, but it is not here"
    if file.data is not None and file.data.startswith(_LFS_POINTER):
        return "git holds only a pointer to what is staged (Git LFS): check the file itself"
    return ""


def _content(file: ChangedFile) -> bytes:
    if file.data is not None or file.lines.everything:
        return file.data or b""
    try:
        with file.path.open("rb") as stream:
            return stream.read(MOST_BYTES)
    except OSError:  # reading the article will tell
        return b""


def files_of_diff(data: bytes, folders: Sequence[Path]) -> list[ChangedFile]:
    """What a diff changes, each file where it exists below one of the folders. Raises UsageError if it is none."""
    files = []
    for one in parse_diff(data):
        names = [os.fsdecode(name) for name in one.names]
        places = [folder / name for name in names for folder in folders if "\0" not in name]
        if places:
            files.append(ChangedFile(next((place for place in places if place.is_file()), places[0]), one.lines))
    return files


def only_included(discovery: Discovery, selection: Selection) -> Discovery:
    """What was found, less what a walk through the selection would not find; texts without a file stay."""
    kept = tuple(source for source in discovery.sources if source.file is None or selection.holds(source.file))
    return replace(discovery, sources=kept)
