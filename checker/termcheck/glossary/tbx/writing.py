"""Writes TBX-Basic: version 2 (``martif``), or version 3 in the style DCA or DCT.

What TBX-Basic has no field for goes into notes of ours, which reading takes back: ``termcheck:COLUMN=CELL``. Texts keep
their line breaks; characters that XML cannot hold are left out.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from termcheck.glossary.content import NO_OPTIONS, Cells, Options, cells_of
from termcheck.glossary.naming import Namer
from termcheck.glossary.tbx import fields
from termcheck.glossary.tbx.cells import (
    administrative_status,
    escaped,
    first,
    is_date,
    is_plain,
    link,
    order,
    parts,
    term_type,
)
from termcheck.glossary.tbx.fields import FIELDS, NOTE_MARK
from termcheck.model import ANY_LANGUAGE, Term

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_TITLE = "Glossary"
_CREATED = ("created", "origination")
_MODIFIED = ("modified", "modification")


class _Dialect(NamedTuple):
    """What the versions call their elements."""

    head: str
    """Everything before the first entry; {lang} is the default language."""
    tail: str
    entry: str
    section: str
    term: str
    is_dct: bool = False


_V2 = _Dialect(
    '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
    '<martif type="TBX-Basic" xml:lang={lang}>\n'
    "<martifHeader><fileDesc>"
    f"<titleStmt><title>{_TITLE}</title></titleStmt><sourceDesc><p>{fields.WRITTEN_BY}</p></sourceDesc></fileDesc>"
    '<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n',
    "</martif>\n",
    "termEntry", "langSet", "tig",
)  # fmt: skip
_V3_HEADER = (
    "<tbxHeader><fileDesc>"
    f"<titleStmt><title>{_TITLE}</title></titleStmt><sourceDesc><p>{fields.WRITTEN_BY}</p></sourceDesc></fileDesc>"
    "</tbxHeader>\n"
)
_V3_DCA = _Dialect(
    '<tbx type="TBX-Basic" style="dca" xml:lang={lang} xmlns="urn:iso:std:iso:30042:ed-2">\n' + _V3_HEADER,
    "</tbx>\n",
    "conceptEntry", "langSec", "termSec",
)  # fmt: skip
_V3_DCT = _Dialect(
    '<tbx type="TBX-Basic" style="dct" xml:lang={lang} xmlns="urn:iso:std:iso:30042:ed-2"'
    ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">\n' + _V3_HEADER,
    "</tbx>\n",
    "conceptEntry", "langSec", "termSec",
    is_dct=True,
)  # fmt: skip


def write_v2(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A TBX-Basic file of version 2, UTF-8, LF."""
    return _written(terms, options, _V2)


def write_v3(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A TBX-Basic file of version 3 in the style DCA: data categories are attributes."""
    return _written(terms, options, _V3_DCA)


def write_v3_dct(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A TBX-Basic file of version 3 in the style DCT: data categories are elements."""
    return _written(terms, options, _V3_DCT)


def _written(terms: Sequence[Term], options: Options, dialect: _Dialect) -> bytes:
    concepts: dict[str, list[dict[str, str]]] = {}
    for term in terms:
        concepts.setdefault(term.concept, []).append(cells_of(term))
    namer = Namer(name for name in concepts if _NAME.fullmatch(name))
    writer = _Writer(dialect)
    lang = options.source_lang or next((term.lang for term in terms if term.lang != ANY_LANGUAGE), "en")
    writer.lines.append('<?xml version="1.0" encoding="UTF-8"?>\n' + dialect.head.format(lang=quoteattr(lang)))
    writer.lines.append("<text><body>\n")
    for number, (concept, rows) in enumerate(concepts.items(), 1):
        writer.concept(concept, concept if _NAME.fullmatch(concept) else namer.name(f"c{number}"), rows)
    writer.lines.append(f"</body></text>\n{dialect.tail}")
    return "".join(writer.lines).encode("utf-8")


class _Writer:
    """Writes one concept after the other."""

    def __init__(self, dialect: _Dialect) -> None:
        self._dialect = dialect
        self.lines: list[str] = []

    def concept(self, concept: str, name: str, rows: Sequence[dict[str, str]]) -> None:
        """One entry; ``name`` is its id in the file."""
        by_lang: dict[str, list[dict[str, str]]] = {}
        for row in rows:
            by_lang.setdefault(row["lang"], []).append(row)
        domain = first(rows, "domain")
        definitions = {lang: first(ones, "definition") for lang, ones in by_lang.items()}
        shared = definitions[rows[0]["lang"]] if len(by_lang) > 1 and len(set(definitions.values())) == 1 else ""
        self._line(1, f"<{self._dialect.entry} id={quoteattr(name)}>")
        for part in parts(domain):
            self._item(2, "descrip", "subjectField", part)
        if shared:
            self._definition(2, shared, rows[0].pop("concept_definition_source", ""))
        if name != concept:
            self._note(2, "concept", concept)
        self._about(2, rows[0], "concept_")
        for lang, ones in by_lang.items():
            tag = fields.ANY_LANGUAGE_TAG if lang == ANY_LANGUAGE else lang
            self._line(2, f"<{self._dialect.section} xml:lang={quoteattr(tag)}>")
            if definitions[lang] and not shared:
                self._definition(3, definitions[lang], ones[0].pop("lang_definition_source", ""))
            self._about(3, ones[0], "lang_")
            for row in ones:
                self._term(row, {"domain": domain, "definition": definitions[lang]})
            self._line(2, f"</{self._dialect.section}>")
        self._line(1, f"</{self._dialect.entry}>")

    def _term(self, row: dict[str, str], inherited: Mapping[str, str]) -> None:
        dialect = self._dialect
        ours = {name: row.get(name, "") for name, cell in inherited.items() if row.get(name, "") != cell}
        if row["lang"].lower() == fields.ANY_LANGUAGE_TAG:
            ours["lang"] = row["lang"]
        taken: set[str] = set()
        status = administrative_status(row, ours, taken)
        kind = term_type(row, ours, taken)
        self._line(3, f"<{dialect.term}>")
        self._line(4, f"<term>{escaped(row['term'])}</term>")
        if kind:
            self._item(4, "termNote", "termType", kind)
        if status:
            self._item(4, "termNote", "administrativeStatus", status)
        self._fields(row, taken)
        self._link(4, row, "external_reference", "externalCrossReference", taken)
        self._transactions(4, row, "", taken)
        self._notes(4, row.get("note", ""))
        done = {"concept", "lang", "term", "status", "note", "definition", "domain", "type", *taken}
        ours |= {name: cell for name, cell in row.items() if name not in done}
        for name in sorted(ours, key=order):
            self._note(4, name, ours[name])
        self._line(3, f"</{dialect.term}>")

    def _fields(self, row: Cells, taken: set[str]) -> None:
        """Write what TBX-Basic has a field for, and add the columns that are done to ``taken``."""
        for field in FIELDS:
            cell = row.get(field.column, "")
            if not cell or (field.values and cell not in field.values) or not is_plain(cell):
                continue
            taken.add(field.column)
            source = row.get(f"{field.column}_source", "")
            if field.element == "descrip" and source and is_plain(source):
                taken.add(f"{field.column}_source")
                self._grouped(4, field.type, cell, source)
            else:
                self._item(4, field.element, field.type, cell)

    def _about(self, depth: int, row: dict[str, str], prefix: str) -> None:
        """Notes and dates of a concept or a language, which its first row has kept; they are taken from the row."""
        taken: set[str] = set()
        if prefix == "concept_":
            self._link(depth, row, "concept_image", "xGraphic", taken)
            self._link(depth, row, "concept_external_reference", "externalCrossReference", taken)
        self._transactions(depth, row, prefix, taken)
        self._notes(depth, row.pop(f"{prefix}note", ""))
        for name in taken:
            del row[name]

    def _link(self, depth: int, row: Cells, column: str, category: str, taken: set[str]) -> None:
        """A reference to something outside, where the cell says where that is."""
        found = link(row.get(column, ""))
        if found is None:
            return
        taken.add(column)
        target = quoteattr(found.target)
        if self._dialect.is_dct:
            self._line(depth, f"<basic:{category} target={target}>{escaped(found.text)}</basic:{category}>")
        else:
            self._line(depth, f'<xref type="{category}" target={target}>{escaped(found.text)}</xref>')

    def _transactions(self, depth: int, row: Cells, prefix: str, taken: set[str]) -> None:
        for column, kind in (_CREATED, _MODIFIED):
            date, who = row.get(prefix + column, ""), row.get(f"{prefix}{column}_by", "")
            if not is_date(date) or not is_plain(who):
                continue
            taken |= {name for name in (prefix + column, f"{prefix}{column}_by") if row.get(name)}
            self._line(depth, "<transacGrp>")
            self._item(depth + 1, "transac", "transactionType", kind)
            self._line(depth + 1, f"<date>{date}</date>")
            if who:
                self._item(depth + 1, "transacNote", "responsibility", who)
            self._line(depth, "</transacGrp>")

    def _definition(self, depth: int, text: str, source: str) -> None:
        if source:
            self._grouped(depth, "definition", text, source)
        else:
            self._item(depth, "descrip", "definition", text)

    def _grouped(self, depth: int, category: str, text: str, source: str) -> None:
        self._line(depth, "<descripGrp>")
        self._item(depth + 1, "descrip", category, text)
        self._item(depth + 1, "admin", "source", source)
        self._line(depth, "</descripGrp>")

    def _item(self, depth: int, element: str, category: str, text: str) -> None:
        if self._dialect.is_dct:
            tag = f"{fields.MODULES.get(category, 'basic')}:{category}"
            self._line(depth, f"<{tag}>{escaped(text)}</{tag}>")
        else:
            self._line(depth, f'<{element} type="{category}">{escaped(text)}</{element}>')

    def _notes(self, depth: int, cell: str) -> None:
        """One note for each line of the cell, or one for all where that could not be read back."""
        if not cell:
            return
        lines = cell.split("\n")
        if not all(line and line == line.strip() for line in lines):
            lines = [cell]
        if any(line.startswith(NOTE_MARK) for line in lines):
            self._note(depth, "note", cell)
            return
        for line in lines:
            self._line(depth, f"<note>{escaped(line)}</note>")

    def _note(self, depth: int, name: str, cell: str) -> None:
        safe = name.replace("%", "%25").replace("=", "%3D")
        self._line(depth, f"<note>{NOTE_MARK}{escaped(safe)}={escaped(cell)}</note>")

    def _line(self, depth: int, text: str) -> None:
        self.lines.append(f"{'  ' * depth}{text}\n")
