"""The XML export of MultiTerm, whose fields are called as their owner likes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.errors import GlossaryError
from termcheck.glossary import multiterm
from termcheck.glossary.content import Options
from termcheck.glossary.files import read_path
from termcheck.model import Status, Term

EXPORT = """<?xml version="1.0" encoding="{encoding}"?>
<mtf>
<conceptGrp>
<concept>17</concept>
<system type="entryClass">1</system>
<transacGrp><transac type="origination">ann</transac><date>2020-01-01T10:00:00</date></transacGrp>
<descripGrp><descrip type="Fachgebiet">Elektrik</descrip></descripGrp>
<descripGrp><descrip type="Bemerkung">for all</descrip></descripGrp>
<languageGrp>
<language type="English (UK)" lang="EN-GB"/>
<descripGrp><descrip type="Definition">Breaks a <xref Tlink="Term:circuit">circuit</xref>.</descrip>
<descripGrp><descrip type="Source">IEC 60050</descrip></descripGrp></descripGrp>
<termGrp><term>circuit breaker</term>
<descripGrp><descrip type="Usage">preferred</descrip></descripGrp>
<descripGrp><descrip type="Note">one</descrip></descripGrp>
<descripGrp><descrip type="Note">two</descrip></descripGrp>
<descripGrp><descrip type="Context">The circuit breaker trips.</descrip></descripGrp></termGrp>
<termGrp><term>breaker switch</term><descripGrp><descrip type="Status">do not use</descrip></descripGrp></termGrp>
<termGrp><term>CB</term><descripGrp><descrip type="Term type">acronym</descrip></descripGrp></termGrp>
</languageGrp>
<languageGrp><language type="German" lang=""/><termGrp><term>Leistungsschalter</term></termGrp></languageGrp>
</conceptGrp>
<conceptGrp>
<languageGrp><language type="English" lang="EN"/><termGrp><term>Fuse</term></termGrp></languageGrp>
<languageGrp><language type="German" lang="DE"/><termGrp><term>Sicherung</term>
<descripGrp><descrip type="Verboten">nein</descrip></descripGrp></termGrp></languageGrp>
</conceptGrp>
</mtf>
"""


def terms_of(folder: Path, text: str = EXPORT, encoding: str = "utf-8") -> tuple[Term, ...]:
    file = folder / "export.xml"
    file.write_bytes(text.replace("{encoding}", encoding).encode(encoding))
    return read_path(file, Options()).terms


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_terms_have_what_their_fields_say(tmp_path: Path, encoding: str) -> None:
    terms = terms_of(tmp_path, encoding=encoding)
    assert [(one.concept, one.lang, one.text, one.status) for one in terms] == [
        ("17", "EN-GB", "circuit breaker", Status.PREFERRED),
        ("17", "EN-GB", "breaker switch", Status.FORBIDDEN),
        ("17", "EN-GB", "CB", Status.ADMITTED),
        ("17", "de", "Leistungsschalter", Status.PREFERRED),
        ("fuse", "EN", "Fuse", Status.PREFERRED),
        ("fuse", "DE", "Sicherung", Status.PREFERRED),
    ]
    first = terms[0]
    assert (first.domain, first.definition, first.note) == ("Elektrik", "Breaks a circuit.", "one; two")
    assert dict(first.extra) == {
        "Context": "The circuit breaker trips.",
        "lang_Source": "IEC 60050",
        "concept_note": "for all",
    }
    assert {one.domain for one in terms[:4]} == {"Elektrik"}
    assert terms[2].type.value == "abbreviation"


def test_what_is_wrong_is_named_with_its_line(tmp_path: Path) -> None:
    broken = EXPORT.replace("preferred</descrip>", "sometimes</descrip>").replace("<term>Fuse</term>", "<term></term>")
    with pytest.raises(GlossaryError) as error:
        terms_of(tmp_path, broken.replace("</mtf>", "<conceptGrp><concept>9</concept></conceptGrp></mtf>"))
    told = [str(problem) for problem in error.value.problems]
    assert len(told) == 3
    assert any(line.endswith(":28: the entry has no term (add one, or delete it)") for line in told)
    assert any("sometimes" in line and ":13: " in line for line in told)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<mtf><conceptGrp>", "ends in the middle"),
        ('<!DOCTYPE mtf [<!ENTITY a "b">]><mtf/>', "declares the entity 'a'"),
        ("<mtf/>", "there is no term in it"),
    ],
)
def test_what_is_no_export_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(GlossaryError, match=message):
        terms_of(tmp_path, text)


@given(st.integers(0, len(EXPORT)), st.text(max_size=8), st.integers(0, 60))
def test_no_damage_makes_it_fail(at: int, new: str, cut: int) -> None:
    content = multiterm.read((EXPORT[:at] + new + EXPORT[at + cut :]).encode("utf-8", "replace"), "export.xml")
    assert all(problem.place.startswith("export.xml") and problem.remedy for problem in content.problems)
