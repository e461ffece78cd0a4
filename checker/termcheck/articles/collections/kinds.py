"""Which files hold many articles, told by their names."""

from pathlib import Path
from typing import NamedTuple

from termcheck import globs
from termcheck.config import Settings
from termcheck.errors import Problem

_KINDS = {
    ".zip": "zip", ".tar": "tar", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv",
    ".parquet": "parquet",
}  # fmt: skip
_PACKINGS = {".gz": "gz", ".bz2": "bz2", ".xz": "xz", ".zst": "zst"}
_SHORT = {".tgz": "gz", ".tbz2": "bz2", ".txz": "xz", ".tzst": "zst"}
"""Packed tar files in one suffix."""
_NOT_PACKED = frozenset(("zip", "parquet"))
"""These do it themselves."""
_EXTRAS = {"parquet": ("pyarrow", "parquet"), "zst": ("zstandard", "zst")}
"""What takes a library -> the module and the extra that brings it."""


class Kind(NamedTuple):
    """How a collection of articles is read."""

    form: str
    """``zip``, ``tar``, ``jsonl``, ``csv`` or ``parquet``."""
    packing: str = ""
    """``gz``, ``bz2``, ``xz`` or ``zst``."""

    @property
    def separator(self) -> str:
        """What stands between its path and the name of an article in it."""
        return "/" if self.form in {"zip", "tar"} else "#"


def kind_of(path: str) -> Kind | None:
    """The kind of collection that a file with that name is; None for all other files."""
    name = path[path.rfind("/") + 1 :].lower()
    for suffix, packing in _SHORT.items():
        if name.endswith(suffix) and name != suffix:
            return Kind("tar", packing)
    packing = next((packing for suffix, packing in _PACKINGS.items() if name.endswith(suffix)), "")
    inner = name[: name.rfind(".")] if packing else name
    for suffix, form in _KINDS.items():
        if inner.endswith(suffix) and inner != suffix and not (packing and form in _NOT_PACKED):
            return Kind(form, packing)
    return None


def whole_suffix(path: str) -> str:
    """The suffix of a path in lower case, with that below a packing: ``.jsonl.gz``."""
    name = path.replace("\\", "/").rpartition("/")[2].lower()
    stem, dot, last = name.rpartition(".")
    if not dot or not stem:
        return ""
    inner = f".{stem.rpartition('.')[2]}" if f".{last}" in _PACKINGS and "." in stem.lstrip(".") else ""
    return f"{inner}.{last}"


TEXTS = frozenset(("text", "markdown", "html"))
"""Formats, as the setting ``formats`` has them, in which the texts of a table may be written."""
_BEGINNING = 1 << 16
"""Bytes of a CSV file that tell whether it is a table of articles."""


def collection_at(path: str, file: Path | None, settings: Settings) -> Kind | None:
    """The kind of collection that a file is which the user named; None where a format's reader is to read it.

    A CSV file may be a bilingual table instead, and the configuration may give a format to any file.
    """
    kind = kind_of(path)
    if kind is None:
        return None
    for pattern, name in reversed(settings.formats):
        if globs.matches(path, pattern):
            return kind if name in TEXTS and kind.form not in {"zip", "tar"} else None
    is_plain_csv = kind == Kind("csv") and file is not None
    return kind if not is_plain_csv or (file is not None and _has_articles(file, settings)) else None


def is_bilingual_file(file: Path, settings: Settings) -> bool:
    """Whether a CSV file is a bilingual table."""
    from termcheck.articles.bilingual.table import is_bilingual_table

    beginning = _beginning(file)
    return beginning is not None and is_bilingual_table(beginning, settings)


def _beginning(file: Path) -> str | None:
    """The first lines of a file; None where it cannot be read."""
    try:
        with file.open("rb") as stream:
            data = stream.read(_BEGINNING)
    except OSError:
        return None
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return data.decode(encoding, "replace")


def _has_articles(file: Path, settings: Settings) -> bool:
    """Whether a CSV file has a column for the text of articles, and is no bilingual table."""
    import csv

    from termcheck.articles.bilingual.table import delimiter_of, is_bilingual_table
    from termcheck.articles.collections.columns import find_columns

    beginning = _beginning(file)
    if beginning is None:
        return False
    header = next(csv.reader(beginning.splitlines()[:1], delimiter=delimiter_of(beginning)), [])
    return not is_bilingual_table(beginning, settings) and find_columns(header, settings) is not None


def missing(kind: Kind, path: str) -> Problem | None:
    """What has to be installed before such a file can be read; None where all is there."""
    from importlib.util import find_spec

    for what in kind:
        module, extra = _EXTRAS.get(what, ("", ""))
        if module and find_spec(module) is None:
            remedy = f'install it: pip install "termcheck[{extra}]"'
            return Problem(f"reading {what} files takes the extra `{extra}`", path, remedy)
    return None
