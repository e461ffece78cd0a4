"""Which format a file has, told by its name or by the configuration, and what reads it.

A suffix alone does not always make an article: ``.json`` and ``.yaml`` files are mostly settings, ``.xml`` can be
anything. Such files are read where a user names them, where the configuration gives them a format, or where their
names are those that a platform prescribes for texts; a walk passes over all others.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from termcheck import globs
from termcheck.articles.reading import BinaryReader, Reader
from termcheck.config import Settings


class Format(NamedTuple):
    """How the files of one format are read: either as text or as bytes."""

    text: Callable[[], Reader] | None = None
    """What imports the reader of a format that is text; a run pays only for the formats it meets."""
    binary: Callable[[], BinaryReader] | None = None
    """The same for a format without text positions."""
    declares_encoding: bool = False
    """Whether a file may say in which encoding it is, as HTML and XML do."""
    is_met: Callable[[str], bool] | None = None
    """Whether a file with that path is an article also where nobody named it; None for always."""


def _text() -> Reader:
    from termcheck.articles.text import read_text

    return read_text


def _markdown() -> Reader:
    from termcheck.articles.markdown import read_markdown

    return read_markdown


def _html() -> Reader:
    from termcheck.articles.html import read_html

    return read_html


def _xliff() -> Reader:
    from termcheck.articles.bilingual.xliff import read_xliff

    return read_xliff


def _tmx() -> Reader:
    from termcheck.articles.bilingual.tmx import read_tmx

    return read_tmx


def _po() -> Reader:
    from termcheck.articles.bilingual.po import read_po

    return read_po


def _table() -> Reader:
    from termcheck.articles.bilingual.table import read_table

    return read_table


def _docx() -> BinaryReader:
    from termcheck.articles.documents.docx import read_docx

    return read_docx


def _pptx() -> BinaryReader:
    from termcheck.articles.documents.pptx import read_pptx

    return read_pptx


def _odf() -> BinaryReader:
    from termcheck.articles.documents.odf import read_odf

    return read_odf


def _epub() -> BinaryReader:
    from termcheck.articles.documents.epub import read_epub

    return read_epub


def _pdf() -> BinaryReader:
    from termcheck.articles.documents.pdf import read_pdf

    return read_pdf


FORMATS: Mapping[str, Format] = {
    "text": Format(_text),
    "markdown": Format(_markdown),
    "html": Format(_html, declares_encoding=True),
    "xliff": Format(_xliff, declares_encoding=True),
    "tmx": Format(_tmx, declares_encoding=True),
    "po": Format(_po),
    "table": Format(_table, is_met=lambda _: False),
    "docx": Format(binary=_docx),
    "pptx": Format(binary=_pptx),
    "odf": Format(binary=_odf),
    "epub": Format(binary=_epub),
    "pdf": Format(binary=_pdf),
}
"""Name, as the setting ``formats`` has it, -> format."""
_SUFFIXES = {
    "text": ".txt .text",
    "markdown": ".md .markdown .mdown .mkd",
    "html": ".html .htm .xhtml",
    "xliff": ".xlf .xliff",
    "tmx": ".tmx",
    "po": ".po .pot",
    "table": ".csv .tsv",
    "docx": ".docx .docm .dotx",
    "pptx": ".pptx .pptm",
    "odf": ".odt .ott .odp",
    "epub": ".epub",
    "pdf": ".pdf",
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
