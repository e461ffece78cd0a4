import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.glossary import native_csv
from termcheck.glossary.content import COLUMNS, FileContent
from termcheck.model import Example, Place, Status, Term, TermType, Tier

HEADER = "concept,lang,term,status"
NAME = "Central Cyberspace Administration"
ROW = f"cac,en,{NAME},preferred"


def read(text: str | bytes) -> FileContent:
    return native_csv.read(text if isinstance(text, bytes) else text.encode("utf-8"), "terms.csv")


def only_term(text: str | bytes) -> Term:
    content = read(text)
    assert content.problems == ()
    (term,) = content.terms
    return term


def with_column(column: str, cell: str, term: str = "Central Office") -> str:
    quoted = '"' + cell.replace('"', '""') + '"'
    return f"{HEADER},{column}\nx,en,{term},deprecated,{quoted}\n"


GOOD_FILES = {
    "plain": f"{HEADER}\n{ROW}\n",
    "no line end at the end": f"{HEADER}\n{ROW}",
    "CRLF": f"{HEADER}\r\n{ROW}\r\n",
    "lone CR": f"{HEADER}\r{ROW}\r",
    "BOM": f"\ufeff{HEADER}\n{ROW}\n",
    "semicolons": f"{HEADER}\n{ROW}\n".replace(",", ";"),
    "tabs": f"{HEADER}\n{ROW}\n".replace(",", "\t"),
    "Excel's line for the separator": f"sep=;\n{HEADER}\n{ROW}\n".replace(",", ";"),
    "Excel's line, with commas in the header": f"sep=;\na,b,c;concept;lang;term;status\n;cac;en;{NAME};preferred",
    "columns in another order and case": f"Status,TERM,Lang,concept\npreferred,{NAME},en,cac\n",
    "spaces around cells": "concept , lang,term ,status\n cac , en,  Central Cyberspace Administration , Preferred \n",
    "spaces before quotation marks": f'{HEADER}\ncac, en, "Central Cyberspace Administration", preferred\n',
    "empty rows": f"\n,,,\n{HEADER}\n\n,,,\n   \n{ROW}\n,,,\n\n",
    "empty cells at the end": f"{HEADER},,\n{ROW},,,,\n",
    "UTF-16, little end first": f"{HEADER}\n{ROW}\n".replace(",", "\t").encode("utf-16"),
    "UTF-16, big end first": b"\xfe\xff" + f"{HEADER}\n{ROW}\n".encode("utf-16-be"),
    "statuses in capitals": f"{HEADER}\ncac,en,{NAME},PREFERRED\n",
}  # fmt: skip


@pytest.mark.parametrize("text", GOOD_FILES.values(), ids=GOOD_FILES)
def test_reads_what_spreadsheets_write(text: str | bytes) -> None:
    term = only_term(text)
    assert (term.concept, term.lang, term.text, term.status) == (
        "cac", "en", "Central Cyberspace Administration", Status.PREFERRED,
    )  # fmt: skip


def test_every_column() -> None:
    term = only_term(
        "concept,lang,term,status,note,definition,domain,case,match,type,from,until,paths,forms,not_when,examples,owner,id\n"
        "x,en-GB,Wi-Fi,superseded,why,what,IT,sensitive,exact,short,2020-01-01,2021-12-31,news/** | *.md,"
        'WiFis | Wi Fis,no net,"+ Wi-Fi, here | - a wife",Ann,\n'
    )
    assert term == Term(
        concept="x",
        lang="en-GB",
        text="Wi-Fi",
        status=Status.SUPERSEDED,
        case_sensitive=True,
        tier=Tier.EXACT,
        type=TermType.SHORT,
        valid_from=dt.date(2020, 1, 1),
        valid_until=dt.date(2021, 12, 31),
        paths=("news/**", "*.md"),
        forms=("WiFis", "Wi Fis"),
        not_when=("no net",),
        examples=(Example("Wi-Fi, here", found=True), Example("a wife", found=False)),
        note="why",
        definition="what",
        domain="IT",
        extra=(("owner", "Ann"),),
        place=Place("terms.csv", 2),
    )


def test_line_numbers_count_quoted_line_breaks_and_empty_rows() -> None:
    content = read(f'{HEADER},note\n\na,en,first,preferred,"one\ntwo\nthree"\n,,,,\nb,en,second,preferred,\n')
    assert [str(term.place) for term in content.terms] == ["terms.csv:3", "terms.csv:7"]


def test_a_term_over_two_lines_of_its_cell_is_one_term() -> None:
    assert only_term(f'{HEADER}\nx,en,"Central\nOffice",preferred\n').text == "Central Office"


def test_terms_are_composed() -> None:
    assert only_term(f"{HEADER}\nx,fr,Comite\u0301,preferred\n").text == "Comité"


def test_the_apostrophe_that_guards_a_sign_is_no_part_of_the_cell() -> None:
    term = only_term(with_column("examples", "'+ It is here. | - It is not."))
    assert [example.sentence for example in term.examples] == ["It is here.", "It is not."]
    assert only_term(f"{HEADER}\nx,en,'=sum,preferred\n").text == "=sum"
    assert only_term(f"{HEADER}\nx,en,'tis,preferred\n").text == "'tis"


def test_empty_items_of_a_list_are_left_out() -> None:
    assert only_term(with_column("not_when", " | a b |  | c | ")).not_when == ("a b", "c")


CASES = {
    "IT": (True, TermType.ABBREVIATION),
    "WHO": (True, TermType.ABBREVIATION),
    "CO2": (True, TermType.ABBREVIATION),
    "G20": (True, TermType.ABBREVIATION),
    "ООН": (True, TermType.ABBREVIATION),
    "UNESCO": (False, TermType.FULL),
    "X": (False, TermType.FULL),
    "2024": (False, TermType.FULL),
    "It": (False, TermType.FULL),
    "IT office": (False, TermType.FULL),
    "macOS": (True, TermType.FULL),
    "GitHub": (True, TermType.FULL),
    "JavaScript": (True, TermType.FULL),
    "GitHub Actions": (True, TermType.FULL),
    "Wi-Fi": (False, TermType.FULL),
    "14th Five-Year Plan": (False, TermType.FULL),
    "Central Office": (False, TermType.FULL),
    "中央网信办": (False, TermType.FULL),
}


@pytest.mark.parametrize(("term", "expected"), CASES.items(), ids=CASES)
def test_default_case_and_type(term: str, expected: tuple[bool, TermType]) -> None:
    read_term = only_term(f"{HEADER}\nx,en,{term},preferred\n")
    assert (read_term.case_sensitive, read_term.type) == expected


def test_case_and_type_can_be_given() -> None:
    term = only_term(f"{HEADER},case,type\nx,en,WHO,preferred,insensitive,full\n")
    assert (term.case_sensitive, term.type) == (False, TermType.FULL)
    term = only_term(f"{HEADER},case\nx,en,WHO,preferred,insensitive\n")
    assert (term.case_sensitive, term.type) == (False, TermType.ABBREVIATION)


BAD_CELLS = {
    "status": (f"{HEADER}\nx,en,a,good\n", "status 'good'", "write preferred, admitted"),
    "misspelt status": (f"{HEADER}\nx,en,a,perfered\n", "status 'perfered'", "did you mean preferred?"),
    "case": (with_column("case", "both"), "case 'both'", "sensitive or insensitive"),
    "match": (with_column("match", "loose"), "match 'loose'", "exact, inflected or fuzzy"),
    "type": (with_column("type", "long"), "type 'long'", "full, short or abbreviation"),
    "from": (with_column("from", "31.12.2024"), "from '31.12.2024' is no date", "2024-01-31"),
    "from, a day that does not exist": (with_column("from", "2024-02-30"), "is no date", "2024-01-31"),
    "until, without hyphens": (with_column("until", "20240131"), "is no date", "2024-01-31"),
    "until, week date": (with_column("until", "2024-W05-3"), "is no date", "2024-01-31"),
    "until before from": (
        f"{HEADER},from,until\nx,en,a,deprecated,2024-02-01,2024-01-31\n", "so never", "exchange the two dates",
    ),
    "superseded without until": (f"{HEADER}\nx,en,a,superseded\n", "until", "deprecated"),
    "empty concept": (f"{HEADER}\n,en,a,preferred\n", "the cell concept is empty", "fill in the concept"),
    "blank lang": (f"{HEADER}\nx,  ,a,preferred\n", "the cell lang is empty", "fill in the lang"),
    "blank term": (f'{HEADER}\nx,en,"   ",preferred\n', "the cell term is empty", "fill in the term"),
    "empty status": (f"{HEADER}\nx,en,a,\n", "the cell status is empty", "fill in the status"),
    "row cut short": (f"{HEADER}\nx,en,a\n", "the cell status is empty", "fill in the status"),
    "term of signs": (f"{HEADER}\nx,en,---,preferred\n", "neither a letter nor a digit", "fill it in"),
    "invisible term": (f"{HEADER}\nx,en,\u200b,preferred\n", "neither a letter nor a digit", "fill it in"),
    "garbled term": (f"{HEADER}\nx,en,Caf\ufffd,preferred\n", "garbled", "UTF-8"),
    "control character": (f"{HEADER}\nx,en,a\x07b,preferred\n", "control", "type it anew"),
    "long term": (f"{HEADER}\nx,en,{'a' * 501},preferred\n", "501 characters", "within 500"),
    "long concept": (f"{HEADER}\n{'x' * 201},en,a,preferred\n", "too long", "short name"),
    "line break in a concept": (f'{HEADER}\n"a\nb",en,a,preferred\n', "line break", "short name"),
    "language name": (f"{HEADER}\nx,English,a,preferred\n", "'English' is no language tag", "write a code such as en"),
    "language with underscore": (f"{HEADER}\nx,zh_Hans,a,preferred\n", "'zh_Hans'", "write zh-Hans"),
    "language out of order": (f"{HEADER}\nx,en-GB-Latn,a,preferred\n", "no language tag", "write a code"),
    "example without a sign": (with_column("examples", "It is here."), "neither a + nor a -", "begin it with +"),
    "example that a spreadsheet ate": (with_column("examples", "#NAME?"), "spreadsheet", "apostrophe"),
    "example without a sentence": (with_column("examples", "+ "), "no sentence", "write the sentence"),
    "long example": (with_column("examples", "+ " + "a" * 2000), "characters", "within 2000"),
    "path with backslashes": (with_column("paths", "news\\*.md"), "backslash", "news/**"),
    "path out of the project": (with_column("paths", "../x/**"), "project", "news/**"),
    "phrase of signs": (with_column("not_when", "!"), "neither a letter nor a digit", "fill it in"),
    "form of signs": (with_column("forms", "?"), "neither a letter nor a digit", "fill it in"),
    "many forms": (with_column("forms", " | ".join(["ab"] * 101)), "101 items", "at most 100"),
    "row too long": (f"{HEADER}\nx,en,a, b,preferred\n", "5 cells but the header only 4", "quotation marks"),
    "cell under no column": (f"{HEADER},\nx,en,a,preferred,b\n", "stands under no column", "name the column"),
    "text after a quotation": (f'{HEADER}\nx,en,"14th" Plan,preferred\n', "closing quotation mark", "double every"),
    "open quotation": (f'{HEADER}\nx,en,"a,preferred\ny,en,b,preferred\n', "never closed", "double every"),
    "endless cell": (f'{HEADER}\nx,en,"{"a" * 140_000},preferred\n', "longer than", "double every"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message", "remedy"), BAD_CELLS.values(), ids=BAD_CELLS)
def test_every_mistake_in_a_row_names_line_and_remedy(text: str, message: str, remedy: str) -> None:
    content = read(text)
    (problem,) = content.problems
    assert problem.place == "terms.csv:2"
    assert message in problem.message
    assert remedy in problem.remedy
    assert "\n" not in str(problem)


BAD_FILES = {
    "empty": (b"", 1, "empty", "concept,lang,term,status"),
    "blank": (b"\n \n", 1, "empty", "concept,lang,term,status"),
    "no term column": (b"concept,lang,status\nx,en,preferred\n", 1, "column term is missing", "concept, lang, term"),
    "no status column": (b"concept,lang,term\nx,en,a\n", 1, "column status is missing", "concept, lang, term, status"),
    "no header at all": (b"x,en,a,preferred\n", 1, "columns concept, lang, term, status are missing", "first row"),
    "column twice": (b"concept,lang,term,status,Term\n", 1, "'Term' stands twice", "delete or rename"),
    "unknown column twice": (b"concept,lang,term,status,who,Who\n", 1, "'Who' stands twice", "rename"),
    "header on line 3": (b"\n\nconcept,lang,term\nx,en,a\n", 3, "column status is missing", "in the first row"),
    "Windows-1252": ("concept,lang,term,status\n\nx,fr,Comité,admitted".encode("cp1252"), 3, "not UTF-8", "UTF-8"),
    "GB18030": ("concept,lang,term,status\nx,zh,中央,preferred\n".encode("gb18030"), 2, "not UTF-8", "CSV UTF-8"),
    "odd UTF-16": (b"\xff\xfec", 1, "not UTF-16", "CSV UTF-8"),
    "UTF-16 without its mark": ("concept,lang,term,status\n".encode("utf-16-le"), 1, "NUL", "CSV UTF-8"),
    "NUL in a row": (b"concept,lang,term,status\nx,en,a\0,preferred\n", 2, "NUL", "CSV UTF-8"),
    "a spreadsheet under a wrong name": (b"PK\x03\x04\x14\x00\x06\x00\x08", 1, "NUL", "CSV UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "line", "message", "remedy"), BAD_FILES.values(), ids=BAD_FILES)
def test_every_mistake_in_a_file_names_line_and_remedy(data: bytes, line: int, message: str, remedy: str) -> None:
    content = read(data)
    (problem,) = content.problems
    assert content.terms == ()
    assert problem.place == f"terms.csv:{line}"
    assert message in problem.message
    assert remedy in problem.remedy


def test_all_mistakes_are_reported_at_once_and_good_rows_are_read() -> None:
    content = read(f'{HEADER}\nx,en,,perfered\n{ROW}\ny,English,a,preferred\nz,en,"b" c,preferred\nz,en,d,preferred\n')
    assert [problem.place for problem in content.problems] == [f"terms.csv:{line}" for line in (2, 2, 4, 5)]
    assert [term.text for term in content.terms] == ["Central Cyberspace Administration", "d"]


def test_a_file_full_of_mistakes_is_not_repeated_line_by_line() -> None:
    content = read(f"{HEADER}\n" + "x,en,a,wrong\n" * 2000)
    assert len(content.problems) < 600
    assert "1500 more mistakes" in content.problems[-1].message


def test_a_misspelt_optional_column_is_kept_with_a_warning() -> None:
    content = read(f"{HEADER},not when,owner\nx,en,a,preferred,b,Ann\n")
    assert content.terms[0].extra == (("not when", "b"), ("owner", "Ann"))
    (warning,) = content.warnings
    assert "'not when'" in warning.message
    assert "not_when" in warning.remedy


TAGS = ("en", "en-GB", "zh-Hans", "zh-Hant-TW", "sr-Latn-RS", "es-419", "de-1996", "zh-yue", "x-house", "en-x-house",
        "de-u-co-phonebk", "EN", "sl-rozaj-biske", "*", "fil")  # fmt: skip
NO_TAGS = (
    "e",
    "english",
    "en-",
    "-en",
    "en--GB",
    "en GB",
    "en/GB",
    "e n",
    "en-x",
    "ÄÖ",
    "en-GB-GB",
    "123",
    "**",
    "en,GB",
)


@pytest.mark.parametrize("tag", TAGS)
def test_language_tags(tag: str) -> None:
    assert only_term(f'{HEADER}\nx,"{tag}",a,preferred\n').lang == tag


@pytest.mark.parametrize("tag", NO_TAGS)
def test_what_is_no_language_tag(tag: str) -> None:
    assert [problem.place for problem in read(f'{HEADER}\nx,"{tag}",a,preferred\n').problems] == ["terms.csv:2"]


CELLS = st.text(max_size=40)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=17), max_size=4), st.sampled_from(",;\t"))
def test_any_cells_give_terms_or_problems(rows: list[list[str]], delimiter: str) -> None:
    lines = [delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    header = delimiter.join(COLUMNS)
    content = read("\n".join([header, *lines]).encode("utf-8", "replace"))
    for term in content.terms:
        assert term.concept
        assert term.text.strip() == term.text != ""
    for problem in content.problems:
        assert problem.place.startswith("terms.csv")
        assert problem.remedy
        assert "\n" not in str(problem)


@given(st.binary(max_size=400))
def test_any_bytes_give_terms_or_problems(data: bytes) -> None:
    content = read(data)
    assert content.terms or content.problems or not data.strip()


@given(st.text(alphabet='concept,lang;term\tstatus"\n\r=sep|+- xé中', max_size=200))
def test_any_text_of_the_format_gives_terms_or_problems(text: str) -> None:
    content = read(text)
    assert all(problem.place for problem in content.problems)
