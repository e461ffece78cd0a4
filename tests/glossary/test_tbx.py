from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from generated_glossaries import glossaries
from termcheck.glossary.comparing import losses
from termcheck.glossary.content import NO_OPTIONS, FileContent, cells_of
from termcheck.glossary.formats import FORMATS, format_of
from termcheck.glossary.tbx.reading import read
from termcheck.model import Status, Term

SCHEMAS = {"tbx": "tbx-basic-2.rng", "tbx3": "tbx-basic-3.rng", "tbx3-dct": "tbx-basic-3.rng"}
_ENTRY, _LANGUAGE, _TERM = (
    frozenset(("termEntry", "conceptEntry")),
    frozenset(("langSet", "langSec")),
    {"tig", "termSec"},
)
PLACES = {
    "customerSubset": _TERM, "projectSubset": _TERM, "subjectField": _ENTRY, "context": _TERM, "xGraphic": _ENTRY,
    "definition": _ENTRY | _LANGUAGE, "source": _ENTRY | _LANGUAGE | _TERM, "externalCrossReference": _ENTRY | _TERM,
    "transactionType": _ENTRY | _LANGUAGE | _TERM, "responsibility": _ENTRY | _LANGUAGE | _TERM,
    "administrativeStatus": _TERM, "partOfSpeech": _TERM, "grammaticalGender": _TERM, "geographicalUsage": _TERM,
    "termType": _TERM,
}  # fmt: skip
"""Data category -> elements in which it may stand, by itself or in a group, by the Schematron rules of TBX-Basic."""

MARTIF = """<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en">
 <martifHeader><fileDesc><sourceDesc><p>An export</p></sourceDesc></fileDesc></martifHeader>
 <text><body>
  <termEntry id="cac">
   <descrip type="subjectField">government</descrip>
   <note>An office of the
      Central Committee</note>
   <xref type="xGraphic" target="https://example.org/a.png">its seal</xref>
   <transacGrp>
    <transac type="transactionType">origination</transac>
    <transacNote type="responsibility">Ann</transacNote><date>2020-01-31</date>
   </transacGrp>
   <langSet xml:lang="zh"><tig><term>中央网信办</term></tig></langSet>
   <langSet xml:lang="en">
    <descripGrp><descrip type="definition">The Chinese
        internet regulator</descrip><admin type="source">ISO</admin></descripGrp>
    <ntig>
     <termGrp>
      <term>Cyberspace <hi type="italics">Administration</hi> of China</term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
     </termGrp>
     <descripGrp><descrip type="context">The CAC said so.</descrip><admin type="source">Xinhua</admin></descripGrp>
    </ntig>
    <tig>
     <term>CAC</term>
     <termNote type="termType">acronym</termNote>
     <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
    </tig>
    <tig>
     <term>Cyberspace Affairs Office</term>
     <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
     <note>Too literal</note><note>Seen in 2014</note>
    </tig>
    <tig>
     <term>State Internet Information Office</term>
     <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
    </tig>
   </langSet>
  </termEntry>
 </body></text>
</martif>
"""

DCT = """<?xml version="1.0" encoding="utf-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed:3.0"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
 <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
 <text><body>
  <conceptEntry id="c1">
   <min:subjectField>law</min:subjectField><min:subjectField>trade</min:subjectField>
   <langSec xml:lang="en">
    <descripGrp><basic:definition>a duty</basic:definition><basic:source>WTO</basic:source></descripGrp>
    <termSec>
     <term>tariff</term>
     <min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
    </termSec>
    <termSec>
     <term>customs tariff</term>
     <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus><basic:termType>variant</basic:termType>
    </termSec>
   </langSec>
  </conceptEntry>
 </body></text>
</tbx>
"""


def of(text: str | bytes) -> FileContent:
    return read(text.encode("utf-8") if isinstance(text, str) else text, "terms.tbx")


def rows(content: FileContent) -> list[dict[str, str]]:
    assert content.problems == ()
    return [cells_of(term) for term in content.terms]


def mistake(text: str | bytes) -> str:
    content = of(text)
    assert content.terms == ()
    (problem,) = content.problems
    return str(problem)


def with_status(status: str) -> Status:
    (term,) = of(MARTIF_OF_ONE.format(status)).terms
    return term.status


MARTIF_OF_ONE = (
    '<martif><text><body><termEntry id="x"><langSet xml:lang="en"><tig><term>a name</term>'
    '<termNote type="administrativeStatus">{}</termNote></tig></langSet></termEntry></body></text></martif>'
)


def test_version_2_with_tig_and_ntig() -> None:
    content = of(MARTIF)
    zh, full, short, wrong, old = rows(content)
    assert zh == {
        "concept": "cac", "lang": "zh", "term": "中央网信办", "status": "preferred", "domain": "government",
        "concept_note": "An office of the Central Committee", "concept_created": "2020-01-31",
        "concept_created_by": "Ann", "concept_image": "its seal <https://example.org/a.png>",
    }  # fmt: skip
    assert full == {
        "concept": "cac", "lang": "en", "term": "Cyberspace Administration of China", "status": "preferred",
        "domain": "government", "definition": "The Chinese internet regulator", "lang_definition_source": "ISO",
        "part_of_speech": "noun", "context": "The CAC said so.", "context_source": "Xinhua",
    }  # fmt: skip
    assert short["status"] == "admitted"
    assert short["term_type"] == "acronym"
    assert wrong["status"] == "deprecated"
    assert wrong["note"] == "Too literal\nSeen in 2014"
    assert (old["status"], old["given_status"]) == ("deprecated", "superseded"), "a superseded row of ours has a date"
    assert [term.place.line for term in content.terms] == [15, 19, 27, 32, 37]


def test_version_3_in_the_style_dct() -> None:
    good, bad = rows(of(DCT))
    assert good["domain"] == "law | trade"
    assert good["definition"] == "a duty"
    assert good["part_of_speech"] == "noun"
    assert (bad["status"], bad["term_type"]) == ("deprecated", "variant")


@pytest.mark.parametrize(
    ("status", "ours"),
    [
        ("preferredTerm-admn-sts", Status.PREFERRED),
        ("preferredTerm", Status.PREFERRED),
        ("preferred", Status.PREFERRED),
        ("standardizedTerm-admn-sts", Status.PREFERRED),
        ("admittedTerm", Status.ADMITTED),
        ("notRecommended", Status.DEPRECATED),
        ("deprecatedTerm-admn-sts", Status.DEPRECATED),
        ("obsolete", Status.DEPRECATED),
        ("forbidden", Status.FORBIDDEN),
        ("Verboten", Status.FORBIDDEN),
        ("禁用", Status.FORBIDDEN),
        ("proposed", Status.PROPOSED),
    ],
)
def test_statuses_as_they_are_met(status: str, ours: Status) -> None:
    assert with_status(status) is ours


@pytest.mark.parametrize(("lang", "tag"), [("en-us", "en-us"), ("en_US", "en-US"), ("German", "de"), ("*", "*")])
def test_languages_as_they_are_met(lang: str, tag: str) -> None:
    (term,) = of(MARTIF_OF_ONE.format("preferred").replace('"en"', f'"{lang}"')).terms
    assert term.lang == tag


def test_terms_without_a_status_are_right() -> None:
    text = MARTIF_OF_ONE.format("").replace("</tig>", "</tig><tig><term>another name</term></tig>")
    assert [term.status for term in of(text).terms] == [Status.PREFERRED, Status.ADMITTED]


def test_a_status_that_is_not_known() -> None:
    assert "terms.tbx:1: status 'in Prüfung' is not known (write preferred" in mistake(
        MARTIF_OF_ONE.format("in Prüfung")
    )


def test_entries_without_an_id_are_named_after_a_term() -> None:
    text = MARTIF_OF_ONE.replace(' id="x"', "").format("preferred")
    assert of(text).terms[0].concept == "a-name"


def test_weblates_explanations() -> None:
    notes = '<note from="translator">so</note></tig>'
    text = (
        MARTIF_OF_ONE.format("forbidden")
        .replace("</tig>", notes)
        .replace("<langSet", "<descrip>what</descrip><langSet")
    )
    (term,) = of(text).terms
    assert (term.definition, term.note, term.status) == ("what", "so", Status.FORBIDDEN)


def test_tbx_min() -> None:
    (term,) = of(
        '<TBX dialect="TBX-Min"><header><id>x</id><languages source="de" target="en"/></header><body>'
        '<termEntry id="C1"><subjectField>whatever</subjectField><langGroup xml:lang="en"><termGroup><term>hound</term>'
        "<termStatus>preferred</termStatus></termGroup></langGroup></termEntry></body></TBX>"
    ).terms
    assert (term.concept, term.text, term.status, term.domain) == ("C1", "hound", Status.PREFERRED, "whatever")


def test_what_is_not_kept_is_told() -> None:
    text = MARTIF_OF_ONE.format("preferred").replace("</tig>", "<refObject><item>x</item></refObject></tig>")
    (warning,) = of(text).warnings
    assert str(warning).startswith("terms.tbx:1: 1 <refObject> is not kept")


# ------------------------------------------------------------------------------------------------ hostile and broken

MISTAKES = {
    "an entity bomb": (
        '<!DOCTYPE martif [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><martif><p>&b;</p></martif>',
        "terms.tbx:1: the file declares the entity 'a'",
    ),
    "an external entity": (
        '<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]><martif><p>&x;</p></martif>',
        "terms.tbx:1: the file declares the entity 'x'",
    ),
    "an entity of a DTD that is not read": (
        '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n<martif><p>&nbsp;</p></martif>',
        "terms.tbx:2: the entity &nbsp; is not known",
    ),
    "a file that ends too soon": (MARTIF[:700], "the file ends in the middle"),
    "no XML": ("concept,lang,term,status\n", "terms.tbx:1: the file is no well-formed XML"),
    "another XML": ("<html><body/></html>", "terms.tbx:1: the file is no TBX: its outermost element is <html>"),
    "a workbook": (b"PK\x03\x04rest", "terms.tbx: the file is an archive or a workbook"),
    "an empty file": ("", "terms.tbx: the file is empty"),
    "an entry without a term": (
        '<martif><text><body><termEntry id="x"/></body></text></martif>', "terms.tbx:1: the entry has no term"
    ),
    "elements without end": ("<martif>" + "<x>" * 100, "terms.tbx:1: elements are nested deeper than 64"),
    "an empty term": (MARTIF_OF_ONE.replace("a name", " ").format("preferred"), "terms.tbx:1: the cell term is empty"),
    "no language": (
        MARTIF_OF_ONE.replace(' xml:lang="en"', "").format("preferred"), "terms.tbx:1: the cell lang is empty"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes(text: str | bytes, message: str) -> None:
    assert message in mistake(text)


def test_a_status_under_the_name_that_multiterm_gives_it() -> None:
    text = MARTIF_OF_ONE.replace("administrativeStatus", "usageStatus").format("deprecated")
    assert [row["status"] for row in rows(of(text))] == ["deprecated"]


def test_the_same_id_twice() -> None:
    entry = MARTIF_OF_ONE.format("preferred").partition("<body>")[2].partition("</body>")[0].replace('"x"', '"cac"')
    (problem,) = of(MARTIF.replace("</body>", f"{entry}</body>")).problems
    assert str(problem).startswith("terms.tbx:43: the id 'cac' is given to the entry at line 6 already")


def test_mistakes_come_in_the_order_of_the_file() -> None:
    entry = MARTIF_OF_ONE.format("preferred").partition("<body>")[2].partition("</body>")[0]
    bad = entry.replace(' xml:lang="en"', "").replace('"x"', '"y"')
    content = of(f"<martif><text><body>{entry}\n{bad}\n<termEntry/>\n{entry}</body></text></martif>")
    assert [(one.place, one.message) for one in content.problems] == [
        ("terms.tbx:2", "the cell lang is empty"),
        ("terms.tbx:3", "the entry has no term"),
        ("terms.tbx:4", "the id 'x' is given to the entry at line 1 already"),
    ]


def test_one_entry_with_too_many_elements() -> None:
    assert "one entry has more than" in mistake(MARTIF_OF_ONE.format("x" + "<hi/>" * 100_001))


# ---------------------------------------------------------------------------------------------------------- written


@pytest.mark.parametrize("name", SCHEMAS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(terms=glossaries())
def test_what_is_written_is_valid(name: str, terms: tuple[Term, ...]) -> None:
    assert_valid(FORMATS[name].write(terms, NO_OPTIONS), name)


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("text", [MARTIF, DCT], ids=["martif", "dct"])
def test_from_tbx_to_tbx(name: str, text: str) -> None:
    terms = of(text).terms
    data = FORMATS[name].write(terms, NO_OPTIONS)
    assert_valid(data, name)
    assert losses(terms, of(data).terms) == ()
    table = FORMATS["csv"].write(of(data).terms, NO_OPTIONS)
    again = FORMATS["csv"].read(table, "terms.csv", NO_OPTIONS).terms
    assert FORMATS[name].write(again, NO_OPTIONS) == data, "TBX -> CSV -> TBX keeps every byte"


def test_fields_of_tbx_are_used_for_what_they_are() -> None:
    text = FORMATS["tbx"].write(of(MARTIF).terms, NO_OPTIONS).decode("utf-8")
    assert '<termNote type="partOfSpeech">noun</termNote>' in text
    assert '<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>' in text
    assert '<termNote type="termType">acronym</termNote>' in text
    assert text.count("termcheck:") == 0, "everything of a foreign file has a field"


def test_forbidden_is_a_deprecated_term_with_a_note() -> None:
    text = FORMATS["tbx3"].write(of(MARTIF_OF_ONE.format("forbidden")).terms, NO_OPTIONS).decode("utf-8")
    assert "deprecatedTerm-admn-sts" in text
    assert "<note>termcheck:status=forbidden</note>" in text


def assert_valid(data: bytes, name: str) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml validates")
    schema = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "schemas" / SCHEMAS[name]))
    root = etree.fromstring(data)
    schema.assertValid(root.getroottree())
    for element in root.iter(etree.Element):
        local = etree.QName(element).localname
        category = element.get("type") if local in {"descrip", "admin", "termNote", "xref", "transac"} else local
        if category in PLACES:
            around = [etree.QName(one).localname for one in element.iterancestors()]
            place = around[1] if around[0].endswith("Grp") else around[0]
            assert place in PLACES[category], f"{category} may not stand in {place}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1", "windows-1252"])
def test_encodings_that_the_file_declares(encoding: str) -> None:
    text = MARTIF_OF_ONE.replace("a name", "Behörde").format("preferred")
    data = f"<?xml version='1.0' encoding='{encoding.removesuffix('-sig')}'?>{text}".encode(encoding)
    assert of(data).terms[0].text == "Behörde"


@pytest.mark.parametrize("name", ["terms.csv", "terms.txt", "terms.xml", "terms.TBX"])
def test_a_term_base_under_another_name(name: str) -> None:
    assert format_of(name, MARTIF.encode("utf-8")) == "tbx"
