"""Every format in which a glossary can be: one visible mapping, and how a file's format is told."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import cast

from msgspec import Struct

from termcheck.glossary.content import FileContent, Options
from termcheck.model import Term

Reader = Callable[[bytes, str, Options], FileContent]
"""Takes the bytes of a file, its path as reported and what the user says of it; mistakes are returned, not raised.

Raises MissingExtraError where a library is not installed without which no such file can be read."""
Writer = Callable[[Sequence[Term], Options], bytes]
"""Takes terms and what the user says of the file; raises UsageError where something more must be said."""


class Format(Struct, frozen=True):
    """A format; the modules of its reader and writer are imported when they are called."""

    title: str
    suffixes: tuple[str, ...]
    reader: str = ""
    """``module:function`` below ``termcheck.glossary``; empty for a format that is only written."""
    writer: str = ""
    """The same; empty for a format that is only read."""
    is_of: Callable[[str, bytes], bool] = lambda _name, _data: True
    """Whether a file with one of the suffixes is in this format, by its name and content."""

    @property
    def read(self) -> Reader:
        """Its reader."""
        return cast("Reader", _imported(self.reader))

    @property
    def write(self) -> Writer:
        """Its writer."""
        return cast("Writer", _imported(self.writer))


def _imported(name: str) -> object:
    module, _, function = name.partition(":")
    return getattr(import_module(f"termcheck.glossary.{module}"), function)


def _has_suffix(*wanted: str) -> Callable[[str, bytes], bool]:
    return lambda name, _: name.lower().endswith(wanted)


def _is_utx(_: str, data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf")[:4].upper() == b"#UTX"


def _is_vale_style(_: str, data: bytes) -> bool:
    return b"extends:" in data[:65536]


def _is_multiterm(_: str, data: bytes) -> bool:
    return b"<mtf" in data[:2048].replace(b"\0", b"")  # these are often in UTF-16


FORMATS: Mapping[str, Format] = {
    "csv": Format("native table, comma-separated; any other table is read too", (".csv",),
                  "native_csv:read", "native_writing:write_csv"),
    "tsv": Format("the same with tabs", (".tsv",), "native_csv:read", "native_writing:write_tsv"),
    "multiterm": Format("XML export of MultiTerm", (".xml",), "multiterm:read", is_of=_is_multiterm),
    "tbx": Format("TBX-Basic, version 2 (martif)", (".tbx", ".xml"), "tbx.reading:read", "tbx.writing:write_v2"),
    "tbx3": Format("TBX-Basic, version 3, style DCA", (), "tbx.reading:read", "tbx.writing:write_v3"),
    "tbx3-dct": Format("TBX-Basic, version 3, style DCT", (), "tbx.reading:read", "tbx.writing:write_v3_dct"),
    "xlsx": Format("workbook, one row a term", (".xlsx", ".xlsm"),
                   "tables.reading:read_xlsx", "tables.workbook:write_long"),
    "utx": Format("UTX 1.11; 1.20 is read too", (".utx", ".txt"), "lists.lines:read_utx",
                  "lists.lines:write_utx", _is_utx),
    "vale-accept": Format("vocabulary of Vale: accept.txt", (".txt",), "lists.vale:read_accepted",
                          "lists.vale:write_accepted", _has_suffix("accept.txt")),
    "vale-reject": Format("vocabulary of Vale: reject.txt", (".txt",), "lists.vale:read_rejected",
                          "lists.vale:write_rejected", _has_suffix("reject.txt")),
    "omegat": Format("glossary of OmegaT: term, tab, translation, tab, comment", (".utf8", ".tab", ".txt"),
                     "lists.lines:read_pairs", "lists.lines:write_omegat"),
    "xbench": Format("key terms of Xbench, tab-delimited", (), "lists.lines:read_pairs", "lists.lines:write_xbench"),
    "weblate": Format("CSV of a glossary of Weblate", (), "native_csv:read", "lists.weblate:write"),
    "markdown": Format("tables in a Markdown file", (".md", ".markdown"), "lists.markdown:read",
                       "lists.markdown:write"),
    "vale": Format("substitution or existence rule of Vale (YAML)", (".yml", ".yaml"), "lists.vale:read_style",
                   "lists.vale:write_style", _is_vale_style),
    "prh": Format("rules of prh (YAML)", (".yml", ".yaml"), "lists.prh:read", "lists.prh:write"),
    "textlint": Format("terms of textlint-rule-terminology (JSON)", (".json",), "lists.textlint:read",
                       "lists.textlint:write"),
    "csv-wide": Format("table, one row a concept, a column for each language and status", (),
                       "native_csv:read", "tables.writing:write_wide_csv"),
    "xlsx-wide": Format("the same as a workbook", (), "tables.reading:read_xlsx", "tables.workbook:write_wide"),
}  # fmt: skip
"""Name -> format. Of several formats with one suffix the first is taken of which a file is."""
_TEXT_SUFFIXES = frozenset((".csv", ".tsv", ".txt"))
_BLANK = b"\xef\xbb\xbf \t\r\n"
_XML = (b"<?xml", b"<martif", b"<tbx")
FOLDER_SUFFIXES = frozenset((".csv", ".tsv", ".tbx", ".utx", ".xlsx"))
"""What is taken for a glossary in a folder; a file of any other kind must be named."""


def suffixes() -> frozenset[str]:
    """Every suffix that some format has."""
    return frozenset(suffix for one in FORMATS.values() for suffix in one.suffixes)


def format_of(path: str, data: bytes) -> str:
    """The name of the format that a file has by its suffix and content; empty where it is of none."""
    suffix = PurePath(path).suffix.lower()
    name = PurePath(path).name
    if suffix in _TEXT_SUFFIXES and data[:256].lstrip(_BLANK).startswith(_XML):
        return "tbx"  # a term base under a wrong name; if it is none, its reader says so
    for key, one in FORMATS.items():
        if suffix in one.suffixes and one.is_of(name, data):
            return key
    return ""
