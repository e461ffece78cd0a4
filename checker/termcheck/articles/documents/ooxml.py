"""What DOCX and PPTX share: relationships between parts, and properties of the document (ECMA-376, parts 1 and 2)."""

import posixpath
from typing import NamedTuple

from termcheck.articles.documents.blocks import About
from termcheck.articles.documents.package import Package
from termcheck.articles.documents.xml import Attributes, parse

_OF_TEMPLATES = frozenset(("2013-12-23T23:15:00Z", "2013-01-27T09:14:16Z"))
"""When the documents were made with which python-docx and python-pptx begin: that is no date of an article."""


class Relation(NamedTuple):
    """A part that another one refers to."""

    id: str
    kind: str
    """Last name of its type: ``footnotes``, ``slide``."""
    part: str


class _Relations:
    def __init__(self, folder: str) -> None:
        self.found: list[Relation] = []
        self._folder = folder

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "rel:Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(f"/{self._folder}", attributes.get("Target", "")))
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.append(Relation(attributes.get("Id", ""), kind, target.lstrip("/")))

    def end(self, name: str) -> None: ...

    def text(self, data: str) -> None: ...


def relations(package: Package, part: str = "") -> list[Relation]:
    """What a part, or the package itself, refers to, in the order of the file."""
    folder, _, name = part.rpartition("/")
    where = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    data = package.find(where)
    found = _Relations(folder)
    if data is not None:
        parse(data, found, where)
    return found.found


def main_part(package: Package, default: str) -> str:
    """The part with the document itself."""
    found = (one.part for one in relations(package) if one.kind == "officeDocument")
    return next((part for part in found if part in package.names), default)


class _Properties:
    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._open = ""

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002 - as every handler
        self._open = name

    def end(self, name: str) -> None:  # noqa: ARG002 - as every handler
        self._open = ""

    def text(self, data: str) -> None:
        if self._open:
            self.values[self._open] = self.values.get(self._open, "") + data


def about(package: Package) -> About:
    """What the core properties say."""
    part = next((one.part for one in relations(package) if one.kind == "core-properties"), "docProps/core.xml")
    data = package.find(part)
    found = _Properties()
    if data is not None:
        parse(data, found, part)
    title, lang, created = (found.values.get(name, "") for name in ("dc:title", "dc:language", "dcterms:created"))
    return About(title, lang, "" if created.strip() in _OF_TEMPLATES else created)
