"""Reading glossaries: one file a format, all merged into one ``Glossary``."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from termcheck.cache import OFF, Cache, key_of, program_key
from termcheck.errors import GlossaryError, Problem
from termcheck.model import Concept, Glossary, Term

if TYPE_CHECKING:
    from termcheck.glossary.native_csv import NativeFile


def _native_csv() -> "Callable[[bytes, str], NativeFile]":
    from termcheck.glossary import native_csv

    return native_csv.read


READERS: "Mapping[str, Callable[[], Callable[[bytes, str], NativeFile]]]" = {".csv": _native_csv, ".tsv": _native_csv}
"""Suffix, lower case -> what imports its reader: (bytes, path as reported) -> what the file holds."""

_KIND = "glossary"

_LARGEST_FILE = 256 * 2**20
"""Bytes."""


def load_glossary(paths: Sequence[Path], root: Path, cache: Cache = OFF) -> Glossary:
    """The glossary that all files make together.

    ``paths`` are files, or folders of which every file with a known suffix is taken that is not hidden; relative ones
    count from the working directory. Paths are reported relative to ``root`` where they lie below it. ``cache`` spares
    reading rows that were right before. Raises ``GlossaryError`` with every mistake of every file.
    """
    problems: list[Problem] = []
    files: dict[str, tuple[str, bytes]] = {}
    for path in _unique(_list_files(paths, root, problems)):
        shown = display_path(path, root)
        data = _read_bytes(path, shown, problems)
        if data is not None:
            files[shown] = (path.suffix.lower(), data)
    digest = key_of(*(part for shown, (suffix, data) in files.items() for part in (shown, suffix, data)))
    if not cache.is_on or problems:
        return _parsed(files, digest, problems, paths, root)
    key = key_of(program_key(), digest)
    return _unpacked(cache.get(_KIND, key)) or _kept(_parsed(files, digest, problems, paths, root), cache, key)


def _parsed(
    files: Mapping[str, tuple[str, bytes]], digest: str, problems: list[Problem], paths: Sequence[Path], root: Path
) -> Glossary:
    from termcheck.glossary.validation import check_rows, drop_repeated

    terms: list[Term] = []
    warnings: list[Problem] = []
    for shown, (suffix, data) in files.items():
        content = READERS[suffix]()(data, shown)
        terms.extend(content.terms)
        problems.extend(content.problems)
        warnings.extend(content.warnings)
    if not terms and not problems:
        problems.append(_nothing(list(files), paths, root))
    rows, repeated = drop_repeated(terms)
    contradictions, clashes = check_rows(rows)
    problems.extend(contradictions)
    if problems:
        raise GlossaryError(problems)
    return Glossary(
        concepts=_group(rows),
        files=tuple(files),
        warnings=tuple(map(str, (*warnings, *repeated, *clashes))),
        digest=digest,
    )


def _unpacked(data: bytes | None) -> Glossary | None:
    """A glossary from the cache."""
    if data is None:
        return None
    from termcheck.glossary.stored import unpack_glossary

    return unpack_glossary(data)


def _kept(glossary: Glossary, cache: Cache, key: str) -> Glossary:
    from termcheck.glossary.stored import pack_glossary

    cache.put(_KIND, key, pack_glossary(glossary))
    return glossary


def display_path(path: Path, root: Path) -> str:
    """A path as it is reported: ``/``-separated, relative to ``root`` if it lies below it, else as given."""
    try:
        return path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        pass
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()


def _list_files(paths: Iterable[Path], root: Path, problems: list[Problem]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        shown = display_path(path, root)
        if path.is_dir():
            files.extend(_files_of_folder(path, shown, problems))
        elif not path.exists():
            problems.append(Problem("there is no such glossary file or folder", shown, "check the path"))
        elif path.suffix.lower() not in READERS:
            what = f"glossaries of the kind '{path.suffix}' cannot be read" if path.suffix else "it has no suffix"
            problems.append(Problem(what, shown, f"save the glossary as {_known_suffixes()}"))
        else:
            files.append(path)
    return files


def _files_of_folder(folder: Path, shown: str, problems: list[Problem]) -> list[Path]:
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        problems.append(Problem(f"the folder cannot be read: {error.strerror}", shown, "check its permissions"))
        return []
    files = [folder / name for name in names if not name.startswith((".", "~$"))]
    return [path for path in files if path.suffix.lower() in READERS and path.is_file()]


def _unique(files: Sequence[Path]) -> list[Path]:
    """Each file once, though it be given twice or by its folder as well."""
    if len(files) < 2:
        return list(files)
    return list({path.resolve(): path for path in reversed(files)}.values())[::-1]


def _read_bytes(path: Path, shown: str, problems: list[Problem]) -> bytes | None:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST_FILE + 1)
    except OSError as error:
        problems.append(Problem(f"the file cannot be read: {error.strerror}", shown, "check its permissions"))
        return None
    if len(data) > _LARGEST_FILE:
        problems.append(Problem(f"the file is larger than {_LARGEST_FILE >> 20} MB", shown, "split it"))
        return None
    return data


def _nothing(files: Sequence[str], paths: Sequence[Path], root: Path) -> Problem:
    if files:
        return Problem("the glossary has no term", ", ".join(files), "add a row for each term below the header")
    where = ", ".join(display_path(path, root) for path in paths)
    return Problem("no glossary was found", where, f"give one with --glossary; it is saved as {_known_suffixes()}")


def _known_suffixes() -> str:
    return " or ".join(READERS)


def _group(rows: Iterable[Term]) -> tuple[Concept, ...]:
    by_concept: dict[str, list[Term]] = {}
    for term in rows:
        by_concept.setdefault(term.concept, []).append(term)
    return tuple(Concept(name, tuple(terms)) for name, terms in by_concept.items())
