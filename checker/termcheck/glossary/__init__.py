"""Reading glossaries: one file a format, all merged into one ``Glossary``."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from termcheck.cache import OFF, Cache, LargeEntry, key_of, program_key
from termcheck.errors import GlossaryError, MissingExtraError, Problem
from termcheck.glossary.content import NO_OPTIONS, FileContent, Options
from termcheck.glossary.formats import FOLDER_SUFFIXES, FORMATS, format_of, suffixes
from termcheck.model import Concept, Glossary, Term

_KIND = "glossary"

_LARGEST_FILE = 256 * 2**20
"""Bytes."""


def load_glossary(paths: Sequence[Path], root: Path, cache: Cache = OFF, options: Options = NO_OPTIONS) -> Glossary:
    """The glossary that all files make together.

    ``paths`` are files of any known format, or folders of which every file is taken that is a glossary by its suffix
    and not hidden; relative ones count from the working directory. Paths are reported relative to ``root`` where they
    lie below it. ``cache`` spares reading rows that were right before; ``options`` say what files leave open. Raises
    ``GlossaryError`` with every mistake of every file.
    """
    problems: list[Problem] = []
    files: dict[str, bytes] = {}
    for path in _unique(list_files(paths, root, problems)):
        shown = display_path(path, root)
        data = read_bytes(path, shown, problems)
        if data is not None:
            files[shown] = data
    told = repr(options) if options != NO_OPTIONS else ""
    digest = key_of(told, *(part for shown, data in files.items() for part in (shown, data)))
    if not cache.is_on or problems:
        return _parsed(files, digest, problems, _Call(paths, root, options))
    key = key_of(program_key(), digest)
    call = _Call(paths, root, options)
    return _unpacked(cache.open(_KIND, key)) or _kept(_parsed(files, digest, problems, call), cache, key)


class _Call(Struct, frozen=True):
    paths: Sequence[Path]
    root: Path
    options: Options


def read_content(data: bytes, shown: str, options: Options = NO_OPTIONS, name: str = "") -> FileContent:
    """What a file of any format holds; ``name`` is that of its format where the file does not tell it."""
    known = name or format_of(shown, data)
    if not known:
        return FileContent((), (Problem("the format of the file cannot be told", shown, f"it is none of {_known()}"),))
    try:
        return FORMATS[known].read(data, shown, options)
    except MissingExtraError as error:
        return FileContent((), error.problems)


def _parsed(files: Mapping[str, bytes], digest: str, problems: list[Problem], call: _Call) -> Glossary:
    from termcheck.glossary.validation import check_rows, drop_repeated

    terms: list[Term] = []
    warnings: list[Problem] = []
    for shown, data in files.items():
        content = read_content(data, shown, call.options)
        terms.extend(content.terms)
        problems.extend(content.problems)
        warnings.extend(content.warnings)
    if not terms and not problems:
        problems.append(_nothing(list(files), call.paths, call.root))
    rows, repeated = drop_repeated(terms)
    contradictions, clashes = check_rows(rows)
    problems.extend(contradictions)
    if problems:
        raise GlossaryError(problems)
    return Glossary(
        concepts=group(rows),
        files=tuple(files),
        warnings=tuple(map(str, (*warnings, *repeated, *clashes))),
        digest=digest,
    )


def _unpacked(block: bytes | LargeEntry | None) -> Glossary | None:
    """A glossary from the cache."""
    if block is None:
        return None
    from termcheck.glossary.stored import unpack_glossary

    return unpack_glossary(block)


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


def list_files(paths: Iterable[Path], root: Path, problems: list[Problem]) -> list[Path]:
    """The glossary files that paths mean, a folder its own; what is wrong with a path is added to ``problems``."""
    files: list[Path] = []
    for path in paths:
        shown = display_path(path, root)
        if path.is_dir():
            files.extend(_files_of_folder(path, shown, problems))
        elif not path.exists():
            problems.append(Problem("there is no such glossary file or folder", shown, "check the path"))
        elif path.suffix.lower() not in suffixes():
            what = f"glossaries of the kind '{path.suffix}' cannot be read" if path.suffix else "it has no suffix"
            problems.append(Problem(what, shown, f"save the glossary as {_known()}"))
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
    return [path for path in files if path.suffix.lower() in FOLDER_SUFFIXES and path.is_file()]


def _unique(files: Sequence[Path]) -> list[Path]:
    """Each file once, though it be given twice or by its folder as well."""
    if len(files) < 2:
        return list(files)
    return list({path.resolve(): path for path in reversed(files)}.values())[::-1]


def read_bytes(path: Path, shown: str, problems: list[Problem]) -> bytes | None:
    """The bytes of a file; None where it cannot be read, with the reason added to ``problems``."""
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
    return Problem("no glossary was found", where, f"give one with --glossary; it is saved as {_known()}")


def _known() -> str:
    *others, last = dict.fromkeys(suffix for one in FORMATS.values() for suffix in one.suffixes)
    return f"{', '.join(others)} or {last}"


def group(rows: Iterable[Term]) -> tuple[Concept, ...]:
    """Rows put together by concept, in the order in which concepts first appear."""
    by_concept: dict[str, list[Term]] = {}
    for term in rows:
        by_concept.setdefault(term.concept, []).append(term)
    return tuple(Concept(name, tuple(terms)) for name, terms in by_concept.items())
