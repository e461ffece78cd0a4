"""Glossaries as files: one or a folder of them in, one file out."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from termcheck.errors import GlossaryError, Problem, UsageError
from termcheck.glossary import display_path, list_files, read_bytes, read_content
from termcheck.glossary.content import Options
from termcheck.glossary.formats import FORMATS, suffixes
from termcheck.model import Term
from termcheck.writing import write_atomically


class Read(NamedTuple):
    """What a path holds."""

    terms: tuple[Term, ...]
    warnings: tuple[Problem, ...]
    data: bytes
    """Of the first file."""


def read_path(path: Path, options: Options, name: str = "") -> Read:
    """The terms of a file, or of every glossary file of a folder; ``name`` is the format if the file does not tell it.

    Raises GlossaryError with every mistake. Contradictions between rows are none here.
    """
    problems: list[Problem] = []
    shown = display_path(path, Path.cwd())
    files = [path] if name and path.is_file() else list_files([path], Path.cwd(), problems)
    terms: list[Term] = []
    warnings: list[Problem] = []
    first = b""
    for file in files:
        place = display_path(file, Path.cwd())
        data = read_bytes(file, place, problems)
        if data is None:
            continue
        first = first or data
        content = read_content(data, place, options, name)
        terms.extend(content.terms)
        problems.extend(content.problems)
        warnings.extend(content.warnings)
    if not terms and not problems:
        problems.append(Problem("there is no term in it", shown, "check that it is the right file"))
    if problems:
        raise GlossaryError(problems)
    return Read(tuple(terms), tuple(warnings), first)


def format_for(path: Path, name: str) -> str:
    """The format in which a file is to be written: the one that is named, else the first with its suffix.

    Raises UsageError where there is none.
    """
    found = name or next(
        (key for key, one in FORMATS.items() if path.suffix.lower() in one.suffixes and one.writer), ""
    )
    if not found:
        known = ", ".join(sorted(suffixes()))
        problem = f"the format cannot be told from the suffix '{path.suffix}'"
        raise UsageError(Problem(problem, path.as_posix(), f"give it with --to, or one of the suffixes {known}"))
    return found


def write_path(path: Path, data: bytes, *, may_replace: bool) -> None:
    """Write a file as one; raises UsageError where it is there already and must stay, or cannot be written."""
    shown = display_path(path, Path.cwd())
    if path.exists() and not may_replace:
        raise UsageError(Problem("the file exists already", shown, "give another name, or --force to replace it"))
    try:
        write_atomically(path, data)
    except OSError as error:
        problem = f"it cannot be written: {error.strerror or error}"
        raise UsageError(Problem(problem, shown, "check the folder and its rights")) from error


def columns(mapped: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """``COLUMN=FIELD`` as the user writes it -> pairs; raises UsageError where there is no ``=``."""
    pairs = []
    for text in mapped:
        name, equals, field = text.rpartition("=")
        if not (equals and name.strip() and field.strip()):
            problem = f"--map '{text}' does not say what a column holds"
            raise UsageError(Problem(problem, "", "write --map COLUMN=FIELD, e.g. --map Benennung=term"))
        pairs.append((name.strip(), field.strip()))
    return tuple(pairs)


def known_format(name: str | None) -> str:
    """The name of a format that the user gives; empty for none. Raises UsageError where it is not known."""
    if not name or name in FORMATS:
        return name or ""
    raise UsageError(Problem(f"the format '{name}' is not known", "", f"choose one of {', '.join(FORMATS)}"))
