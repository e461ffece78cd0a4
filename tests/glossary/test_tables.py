import datetime as dt
import io

import pytest

from termcheck.glossary.content import NO_OPTIONS, FileContent, Options, cells_of
from termcheck.glossary.formats import FORMATS
from termcheck.glossary.native_csv import read
from termcheck.glossary.tables.header import Column, column_of
from termcheck.glossary.tables.language_names import language_of
from termcheck.glossary.tables.reading import read_xlsx
from termcheck.model import Status

NONE = None


def of(text: str, options: Options = NO_OPTIONS) -> FileContent:
    return read(text.encode("utf-8"), "terms.csv", options)


def short(content: FileContent) -> list[tuple[str, str, str, str]]:
    assert content.problems == ()
    return [(term.concept, term.lang, term.text, term.status.value) for term in content.terms]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("en", Column("term", "en")),
        ("zh-Hans", Column("term", "zh-Hans")),
        ("zh_TW", Column("term", "zh-TW")),
        ("English (UK)", Column("term", "en-GB")),
        ("Chinese (Simplified)", Column("term", "zh-Hans")),
        ("简体中文", Column("term", "zh-Hans")),
        ("Deutsch", Column("term", "de")),
        ("English 2", Column("term", "en")),
        ("en (forbidden)", Column("term", "en", Status.FORBIDDEN)),
        ("en_deprecated", Column("term", "en", Status.DEPRECATED)),
        ("zh-Hans (admitted)", Column("term", "zh-Hans", Status.ADMITTED)),
        ("Deutsch - verboten", Column("term", "de", Status.FORBIDDEN)),
        ("English_Def", Column("definition", "en")),
        ("Note (fr)", Column("note", "fr")),
        ("German_Status", Column("status", "de")),
        ("Term (en)", Column("term", "en")),
        ("Concept ID", Column("concept")),
        ("concept_id", Column("concept")),
        ("Begriff", Column("term")),
        ("术语", Column("term")),
        ("LANGUAGE", Column("lang")),
        ("Term Status", Column("status")),
        ("備考", Column("note")),
        ("Область", Column("domain")),
        ("Zuletzt geändert", Column("Zuletzt geändert")),
        ("No.", Column("No.")),
        ("", NONE),
    ],
)
def test_what_a_column_holds(name: str, column: Column | None) -> None:
    assert column_of(name) == column


@pytest.mark.parametrize(
    ("text", "tag"),
    [("en-gb", "en-GB"), ("ZH_hans", "zh-Hans"), ("español", "es"), ("Brazilian Portuguese", "pt-BR"), ("owner", ""),
     ("*", "*"), ("chi", "chi"), ("Klingon", "")],
)  # fmt: skip
def test_languages(text: str, tag: str) -> None:
    assert language_of(text) == tag


def test_one_row_a_term_with_other_names() -> None:
    content = of(
        "Begriffs-ID;Sprache;Benennung;Status;Groß/Klein;Anmerkung;Besitzer\n"
        "cac;Englisch;Cyberspace Administration of China;bevorzugt;;gut;Ann\n"
        "cac;Chinesisch;中央网信办;Vorzugsbenennung;;;\n"
        "cac;English;Cyberspace Office;nicht verwenden;ja;;\n"
    )
    assert short(content) == [
        ("cac", "en", "Cyberspace Administration of China", "preferred"),
        ("cac", "zh", "中央网信办", "preferred"),
        ("cac", "en", "Cyberspace Office", "forbidden"),
    ]
    assert content.terms[0].note == "gut"
    assert content.terms[0].extra == (("Besitzer", "Ann"),)
    assert content.terms[2].case_sensitive
    assert [term.place.line for term in content.terms] == [2, 3, 4]


def test_approved_says_right_but_not_which_is_preferred() -> None:
    content = of("Concept ID,Language,Term,Status\nx,en,one,approved\nx,en,two,Approved\nx,en,three,rejected\n")
    assert [term.status.value for term in content.terms] == ["preferred", "admitted", "deprecated"]


def test_a_flag_for_forbidden_terms() -> None:
    content = of("ID,Language,Term,Forbidden\nx,en,one,False\nx,en,two,True\nx,en,three,\n")
    assert [term.status.value for term in content.terms] == ["preferred", "forbidden", "admitted"]


def test_one_row_a_concept() -> None:
    content = of(
        "ID,zh,English,en (forbidden),Definition,Domain,en note,Owner\n"
        'cac,中央网信办,Cyberspace Administration of China | CAC,"Central Network Information Office; Web Office",'
        "an office,government,in full first,Ann\n"
        "miit,工信部,MIIT,,,,,\n"
    )
    assert short(content) == [
        ("cac", "zh", "中央网信办", "preferred"),
        ("cac", "en", "Cyberspace Administration of China", "preferred"),
        ("cac", "en", "CAC", "admitted"),
        ("cac", "en", "Central Network Information Office", "forbidden"),
        ("cac", "en", "Web Office", "forbidden"),
        ("miit", "zh", "工信部", "preferred"),
        ("miit", "en", "MIIT", "preferred"),
    ]
    assert {term.definition for term in content.terms[:5]} == {"an office"}
    assert [term.note for term in content.terms[:3]] == ["", "in full first", ""]
    assert content.terms[0].extra == (("Owner", "Ann"),)


def test_concepts_without_an_id_are_named_after_a_term() -> None:
    content = of("Deutsch\tEnglish\nDatenschutz\tData protection\nDatenschutz\tData protection\n")
    assert [term.concept for term in content.terms] == ["data-protection"] * 2 + ["data-protection-2"] * 2


def test_a_monolingual_list_of_right_and_wrong_terms() -> None:
    content = of("Preferred,Avoid\nsign in,log in | login\n", Options(lang="en"))
    assert short(content) == [
        ("sign-in", "en", "sign in", "preferred"),
        ("sign-in", "en", "log in", "deprecated"),
        ("sign-in", "en", "login", "deprecated"),
    ]
    assert {term.lang for term in of("Term,Do not use\nsign in,log in\n").terms} == {"*"}


def test_a_term_and_its_translation() -> None:
    text = "source,target,status,comment\nnode,Knoten,,\nnode,Node,forbidden,English\nedge,Kante,,\n"
    content = of(text, Options(lang="de", source_lang="en"))
    assert short(content) == [
        ("node", "en", "node", "preferred"),
        ("node", "de", "Knoten", "preferred"),
        ("node", "de", "Node", "forbidden"),
        ("edge", "en", "edge", "preferred"),
        ("edge", "de", "Kante", "preferred"),
    ]
    assert "in which languages its terms are" in str(of(text).problems[0])


def test_weblates_table() -> None:
    content = of(
        '"location","source","target","id","fuzzy","context","translator_comments","developer_comments"\n'
        '"","node","Knoten","n1","","","short","long"\n"","edge","Rand","e1","True","","",""\n',
        Options(lang="de", source_lang="en"),
    )
    assert short(content)[1] == ("n1", "de", "Knoten", "preferred")
    assert content.terms[1].note == "short | long"
    assert short(content)[3] == ("e1", "de", "Rand", "proposed")


def test_a_term_base_of_a_cat_tool_with_a_column_for_each_synonym() -> None:
    content = of(
        "Entry_ID;Entry_Subject;Entry_Note;English;English_Def;Term_Info;English;Term_Info;German;Term_Info\n"
        "7;law;old;contract;an agreement;CasePermissive;agreement;CasePermissive;Vertrag;CasePermissive\n"
    )
    assert short(content) == [
        ("7", "en", "contract", "preferred"), ("7", "en", "agreement", "admitted"), ("7", "de", "Vertrag", "preferred"),
    ]  # fmt: skip
    assert {term.domain for term in content.terms} == {"law"}
    assert content.terms[0].note == "old"
    assert content.terms[0].definition == "an agreement"


def test_the_table_of_memoq() -> None:
    content = of(
        "Entry_ID;Entry_Subject;English_Def;English;Term_Info;Term_Example;German_Def;German;Term_Info;Term_Example\n"
        "1;IT;A rule;firewall rule;CasePermissive;Add a firewall rule.;;Firewallregel;CaseSense;\n"
        "1;IT;;;;;;Firewall-Richtlinie;HalfPrefix;\n1;IT;;;;;;Firewall-Gesetz;CasePermissive;Forbidden;\n".replace(
            "CasePermissive;Forbidden;", '"CasePermissive;Forbidden";'
        )
    )
    assert short(content) == [
        ("1", "en", "firewall rule", "preferred"),
        ("1", "de", "Firewallregel", "preferred"),
        ("1", "de", "Firewall-Richtlinie", "admitted"),
        ("1", "de", "Firewall-Gesetz", "forbidden"),
    ]
    english, german, *_ = content.terms
    assert cells_of(english)["context"] == "Add a firewall rule."
    assert cells_of(german)["case"] == "sensitive"


def test_a_row_may_say_the_language_of_its_right_and_wrong_terms() -> None:
    content = of("Use,Instead of,Language\nsign-in page,logon screen,English\nAnmeldeseite,Loginseite,de\n")
    assert short(content) == [
        ("sign-in-page", "en", "sign-in page", "preferred"),
        ("sign-in-page", "en", "logon screen", "deprecated"),
        ("anmeldeseite", "de", "Anmeldeseite", "preferred"),
        ("anmeldeseite", "de", "Loginseite", "deprecated"),
    ]


def test_columns_that_the_user_maps() -> None:
    columns = (("A", "concept"), ("B", "en"), ("C", "en forbidden"), ("D", "-"))
    content = of("A,B,C,D\nx,one,two,three\n", Options(columns=columns))
    assert short(content) == [("x", "en", "one", "preferred"), ("x", "en", "two", "forbidden")]
    assert content.terms[0].extra == ()


def test_a_mapping_leaves_native_tables_as_they_are() -> None:
    text = "concept,lang,term,status,Comment\nx,en,one,preferred,kept\n"
    assert of(text, Options(columns=(("Benennung", "term"),))) == of(text)


def test_a_superseded_term_without_a_date_counts_as_deprecated() -> None:
    (term,) = of("Concept ID,Language,Term,Status\nx,en,one,obsolete\n").terms
    assert term.status is Status.DEPRECATED
    assert term.extra == (("given_status", "superseded"),)


MISTAKES = {
    "no status": ("Concept ID,Language,Term\nx,en,a\n", "terms.csv:1: the column status is missing in the header"),
    "no concept": ("Term,Language,Status\na,en,preferred\n", "terms.csv:1: the column concept is missing"),
    "a status that is not known": (
        "Concept ID,Language,Term,Status\n\nx,en,a,soso\n", "terms.csv:3: status 'soso' is not known"
    ),
    "a language that is not known": (
        "Concept ID,Language,Term,Status\nx,Elvish,a,preferred\n", "terms.csv:2: 'Elvish' is no language tag"
    ),
    "too many cells": ("en,de\na,b,c\n", "terms.csv:2: the row has 3 cells but the header only 2"),
    "an open quotation mark": ('en,de\n"a,b\n', "terms.csv:2: the quotation mark that opens a cell"),
    "another table": ("name,age\nAnn,7\n", "columns concept, lang, term, status are missing in the header"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes(text: str, message: str) -> None:
    (problem,) = of(text).problems
    assert message in str(problem)


# ------------------------------------------------------------------------------------------------------- workbooks


def workbook(*sheets: list[list[object]]) -> bytes:
    xlsxwriter = pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    pytest.importorskip("python_calamine", reason="the extra xlsx is not installed")
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    for rows in sheets:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    return stream.getvalue()


def test_a_workbook_with_a_title_and_a_second_sheet() -> None:
    content = read_xlsx(
        workbook(
            [["Our terms"], [], ["No", "中文", "English", "English (forbidden)"], [1, "节点", "node", "knot"]],
            [["anything"], ["else"]],
            [["Concept ID", "Language", "Term", "Status"], [7, "en", "=1+1 rule", "preferred"], [7, "en", 3, "soso"]],
        ),
        "terms.xlsx",
    )
    assert [(term.concept, term.lang, term.text, term.place.line) for term in content.terms] == [
        ("node", "zh", "节点", 4), ("node", "en", "node", 4), ("node", "en", "knot", 4), ("7", "en", "=1+1 rule", 2),
    ]  # fmt: skip
    (problem,) = content.problems
    assert str(problem).startswith("terms.xlsx:3: status 'soso' is not known")


def test_dates_of_a_workbook() -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    pytest.importorskip("python_calamine", reason="the extra xlsx is not installed")
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["concept", "lang", "term", "status", "until"])
    sheet.write_row(1, 0, ["x", "en", "one", "superseded"])
    sheet.write_datetime(1, 4, dt.datetime(2018, 3, 21, tzinfo=None), book.add_format({"num_format": "yyyy-mm-dd"}))  # noqa: DTZ001
    book.close()
    (term,) = read_xlsx(stream.getvalue(), "terms.xlsx").terms
    assert term.valid_until == dt.date(2018, 3, 21)


def test_what_is_written_opens_as_text() -> None:
    pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    python_calamine = pytest.importorskip("python_calamine", reason="the extra xlsx is not installed")
    (term,) = of('concept,lang,term,status,note\n1-2,en,007 rule,preferred,"\'=HYPERLINK(""x"")"\n').terms
    data = FORMATS["xlsx"].write([term], NO_OPTIONS)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.get_sheet_by_index(0).to_python()[1] == ["1-2", "en", "007 rule", "preferred", '=HYPERLINK("x")']


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"concept,lang,term,status\n", "terms.xlsx: the workbook cannot be read"),
        (b"PK\x03\x04 cut off", "terms.xlsx: the workbook cannot be read"),
        (b"", "terms.xlsx: the workbook cannot be read"),
    ],
)
def test_files_that_are_no_workbook(data: bytes, message: str) -> None:
    pytest.importorskip("python_calamine", reason="the extra xlsx is not installed")
    (problem,) = read_xlsx(data, "terms.xlsx").problems
    assert message in str(problem)


def test_a_workbook_without_terms() -> None:
    (problem,) = read_xlsx(workbook([["a", "b"], [1, 2]]), "terms.xlsx").problems
    assert "no sheet of the workbook has the header of a glossary (sheets: Sheet1)" in str(problem)


def test_a_wide_table_is_read_as_it_was_written() -> None:
    content = of("concept,zh,en,en (admitted),en (forbidden),en note\nx,节点,node,vertex,knot | knob,short\n")
    data = FORMATS["csv-wide"].write(content.terms, NO_OPTIONS)
    assert data.decode("utf-8").splitlines()[0] == "concept,zh,en,en (admitted),en (forbidden),en note"
    assert [cells_of(term) for term in read(data, "x.csv").terms] == [cells_of(term) for term in content.terms]
