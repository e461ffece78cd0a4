"""Which format a file has, told by its name or by the configuration, and what reads it.

A suffix alone does not always make an article: ``.json`` and ``.yaml`` files are mostly settings, ``.xml`` can be
anything. Such files are read where a user names them, where the configuration gives them a format, or where their
names are those that a platform prescribes for texts; a walk passes over all others.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from msgspec import Struct

from termcheck import globs
from termcheck.articles.reading import BinaryReader, Reader, UnitReader
from termcheck.config import Settings


class Format(Struct, frozen=True):
    """How the files of one format are read: either as text or as bytes."""

    text: str = ""
    """``module:function`` below this package: the reader of a format that is text, which only its files import."""
    binary: str = ""
    """The same for a format without text positions."""
    declares_encoding: bool = False
    """Whether a file may say in which encoding it is, as HTML and XML do."""
    is_met: Callable[[str], bool] | None = None
    """Whether a file with that path is an article also where nobody named it; None for always."""
    fallback: str = ""
    """The encoding of files that are not UTF-8, where the format prescribes one."""
    lang_in_path: bool = False
    """Whether the path tells the language, where the file itself does not."""
    units: str = ""
    """What yields the units of a bilingual format, so that a large file can be checked slice by slice."""

    def text_reader(self) -> Reader:
        """The reader of a format that is text."""
        reader: Reader = _imported(self.text)
        return reader

    def unit_reader(self) -> UnitReader:
        """What yields the units of a bilingual format."""
        reader: UnitReader = _imported(self.units)
        return reader

    def binary_reader(self) -> BinaryReader:
        """The reader of a format that is not."""
        reader: BinaryReader = _imported(self.binary)
        return reader


def _imported(place: str) -> Any:  # noqa: ANN401 - only the caller knows what it asks for
    module, _, name = place.partition(":")
    return getattr(import_module(f"termcheck.articles.{module}"), name)


def _never(_path: str) -> bool:
    return False


def _is_extension(path: str) -> bool:
    """Whether a path is that of a browser extension's messages: ``_locales/de/messages.json``."""
    return path.endswith("/messages.json") and f"/{path}".rpartition("/_locales/")[2].count("/") == 1


def _is_android(path: str) -> bool:
    """Whether a path is that of Android's strings: ``res/values-de/strings.xml``."""
    return re.search(r"(?:^|/)values(?:-[^/]*)?/(?:\w*_)?(?:strings|arrays|plurals)(?:_\w*)?\.xml$", path) is not None


def _has_pdfium(_path: str) -> bool:
    """Whether PDF can be read: without the extra, it is one of the formats that a walk passes over."""
    return is_installed("pypdfium2")


@cache
def is_installed(module: str) -> bool:
    """Whether a library of an extra is there."""
    from importlib.util import find_spec

    return find_spec(module) is not None


def _has_language(path: str) -> bool:
    from termcheck.articles.resources.languages import language_of_path

    return language_of_path(path[path.rfind("/") + 1 :]) is not None


FORMATS: Mapping[str, Format] = {
    "text": Format("text:read_text"),
    "markdown": Format("markdown:read_markdown"),
    "html": Format("html:read_html", declares_encoding=True),
    "xliff": Format("bilingual.xliff:read_xliff", declares_encoding=True, units="bilingual.xliff:xliff_units"),
    "tmx": Format("bilingual.tmx:read_tmx", declares_encoding=True, units="bilingual.tmx:tmx_units"),
    "po": Format("bilingual.po:read_po", units="bilingual.po:po_units"),
    "table": Format("bilingual.table:read_table", is_met=_never, units="bilingual.table:table_units"),
    "workbook": Format(binary="bilingual.workbook:read_workbook", is_met=_never),
    "qt": Format("bilingual.qt:read_qt", declares_encoding=True, is_met=_never),
    "rst": Format("written.rst:read_rst"),
    "asciidoc": Format("written.asciidoc:read_asciidoc"),
    "latex": Format("written.latex:read_latex"),
    "subtitles": Format("written.subtitles:read_subtitles"),
    "docx": Format(binary="documents.docx:read_docx"),
    "pptx": Format(binary="documents.pptx:read_pptx"),
    "odf": Format(binary="documents.odf:read_odf"),
    "epub": Format(binary="documents.epub:read_epub"),
    "pdf": Format(binary="documents.pdf:read_pdf", is_met=_has_pdfium),
    "json": Format("resources.json_files:read_json", is_met=_is_extension, lang_in_path=True),
    "yaml": Format("resources.yaml_files:read_yaml", is_met=_never, lang_in_path=True),
    "arb": Format("resources.json_files:read_arb", lang_in_path=True),
    "xcstrings": Format("resources.json_files:read_xcstrings"),
    "android": Format("resources.android:read_android", declares_encoding=True, is_met=_is_android, lang_in_path=True),
    "apple": Format("resources.apple:read_apple_strings", lang_in_path=True),
    "stringsdict": Format("resources.apple:read_stringsdict", declares_encoding=True, lang_in_path=True),
    "properties": Format(
        "resources.properties:read_properties", fallback="latin-1", is_met=_has_language, lang_in_path=True
    ),
    "resx": Format("resources.resx:read_resx", declares_encoding=True, lang_in_path=True),
}
"""Name, as the setting ``formats`` has it, -> format."""
TABLES = frozenset((".csv", ".tsv"))
"""Suffixes of files that are bilingual tables only where their first line says so."""
_SUFFIXES = {
    "text": ".txt .text",
    "markdown": ".md .markdown .mdown .mkd .mdx .qmd .rmd",
    "html": ".html .htm .xhtml",
    "xliff": ".xlf .xliff .sdlxliff .mqxliff .mxliff .txlf",
    "tmx": ".tmx",
    "po": ".po .pot",
    "table": ".csv .tsv",
    "workbook": ".xlsx .xlsm",
    "qt": ".ts",
    "rst": ".rst",
    "asciidoc": ".adoc .asciidoc",
    "latex": ".tex .ltx",
    "subtitles": ".srt .vtt",
    "docx": ".docx .docm .dotx",
    "pptx": ".pptx .pptm",
    "odf": ".odt .ott .odp",
    "epub": ".epub",
    "pdf": ".pdf",
    "json": ".json",
    "yaml": ".yaml .yml",
    "arb": ".arb",
    "xcstrings": ".xcstrings",
    "android": ".xml",
    "apple": ".strings",
    "stringsdict": ".stringsdict",
    "properties": ".properties",
    "resx": ".resx .resw",
}
READERS: Mapping[str, Format] = {
    suffix: FORMATS[name] for name, suffixes in _SUFFIXES.items() for suffix in suffixes.split()
}
"""Suffix in lower case -> format."""


def format_of(path: str, settings: Settings, *, named: bool = True) -> Format | None:
    """The format of the file with that path (``/``-separated); None where nothing reads it.

    ``named``: whether the user named the file, or its suffix, rather than a folder in which it is.
    """
    for pattern, name in reversed(settings.formats):
        if globs.matches(path, pattern):
            return FORMATS[name]
    found = READERS.get(suffix_of(path))
    if found is None or named or found.is_met is None or found.is_met(path):
        return found
    return None


def suffix_of(path: str) -> str:
    """The suffix of a path in lower case, as ``Path.suffix`` has it."""
    name = path[path.rfind("/") + 1 :]
    dot = name.rfind(".")
    return name[dot:].lower() if 0 < dot < len(name) - 1 else ""
