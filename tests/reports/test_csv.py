import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termcheck.model import ArticleResult, Reconciliation, Rendering, Report
from termcheck.reports import REPORTERS
from termcheck.reports.csv_reports import guard

FINDINGS = (
    "\ufeffseverity,rule,concept,preferred,text,suggestion,file,line,column,context,reason,confidence,first_seen,"
    "fingerprint,decision,replacement,comment\r\n"
    "error,deprecated-term,cac,Central Cyberspace Administration,Central Network Information Office,"
    "Central Cyberspace Administration,news/old.txt,3,5,"
    "The ‹Central Network Information Office› (网信办) met netizens.,"
    "It stands there letter for letter.,1,2022-08-28,1:abc,,,\r\n"
    "warning,altered-term,cac,Central Cyberspace Administration,Cyberspace Central Administration,"
    "Central Cyberspace Administration,news/new.txt,1,5,"
    '"The ‹Cyberspace Central Administration› met. Stop, =netizens!",'
    "The same words in another order.,0.912,2023-07-19,1:def,,,\r\n"
)
RECONCILIATION = (
    "\ufeffconcept,source,preferred,rendering,status,count,nested,articles,first,last,share,action,decision,comment\r\n"
    "cac,中央网信办,Central Cyberspace Administration,Central Network Information Office,deprecated,3,1,"
    "news/old.txt (4),2022-08-28,2022-08-28,0.750,Replace “Central Network Information Office”,,\r\n"
    "cac,中央网信办,Central Cyberspace Administration,Cyberspace Central Administration,unlisted,1,0,"
    "news/new.txt (1),2023-07-19,2023-07-19,0.250,Replace “Central Network Information Office”,,\r\n"
    "netizen,,netizen,netizen,preferred,2,0,news/new.txt (1) | news/old.txt (1),2022-08-28,2023-07-19,1.000,,,\r\n"
)

if TYPE_CHECKING:
    from tests.reports.conftest import Build


def rows(text: str) -> list[dict[str, str]]:
    """As a program reads the file: BOM gone, quotes resolved."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_findings_as_they_stand_in_the_file(report: Report) -> None:
    assert REPORTERS["findings.csv"](report) == FINDINGS


def test_reconciliation_as_it_stands_in_the_file(report: Report) -> None:
    assert REPORTERS["reconciliation.csv"](report) == RECONCILIATION


def test_without_findings_there_is_still_a_header(build: "Build") -> None:
    assert REPORTERS["findings.csv"](build.report()) == FINDINGS.split("\r\n", 1)[0] + "\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_becomes_a_formula(build: "Build", start: str) -> None:
    formula = f"{start}cmd|' /C calc'!A0"
    article = build.article(f"{start}a.txt", "The Office met.")
    found = build.finding(
        article, "Office", message=formula, suggestion=formula, preferred=formula, concept=formula, rule=formula,
        text=formula, reason=formula, fingerprint=formula,
    )  # fmt: skip
    rendering = Rendering(formula, "unlisted", 0, 1, 0, ((article.path, 1),))
    entry = Reconciliation(formula, "en", formula, formula, (rendering,), None, None, None, formula)
    report = build.report(ArticleResult(article, (), (found,)), reconciliation=(entry,))
    for name in ("findings.csv", "reconciliation.csv"):
        row = rows(REPORTERS[name](report))[0]
        cells = [cell for cell in row.values() if "calc" in cell]
        assert len(cells) >= 5
        assert set(cells) == {f"'{formula}"}
        assert not [cell for cell in row.values() if cell.startswith(start)]


STARTS = ("=", "+", "-", "@", "\t", "\r")


@given(st.text("'=+-@\t\ra中"))
@example("'=1")
def test_removing_one_apostrophe_from_a_guarded_cell_gives_it_back(cell: str) -> None:
    guarded = guard(cell)
    assert not guarded.startswith(STARTS)
    is_guarded = guarded.startswith("'") and guarded.lstrip("'").startswith(STARTS)
    assert (guarded[1:] if is_guarded else guarded) == cell


@pytest.mark.parametrize(
    "cell", ["two\nlines", "two\r\nlines", "a\rb", 'a "quoted", comma', "semi;colon", " edges ", "中\u3000文"]
)
def test_every_cell_is_read_back_as_it_was(build: "Build", cell: str) -> None:
    report = build.one("The Office met.", "Office", suggestion=cell, reason=cell)
    text = REPORTERS["findings.csv"](report)
    assert [rows(text)[0][column] for column in ("suggestion", "reason")] == [cell, cell]
    assert len(rows(text)) == 1


def test_the_context_is_one_line_of_the_block_cut_between_words(build: "Build") -> None:
    article = build.article("a.txt", "Another block.", f"{'before ' * 20}\nthe\tOffice met {'after ' * 20}")
    report = build.report(ArticleResult(article, (), (build.finding(article, "Office"),)))
    context = rows(REPORTERS["findings.csv"](report))[0]["context"]
    assert context == f"…{'before ' * 7}the ‹Office› met {'after ' * 8}after…"


def test_first_seen_is_the_earliest_article_with_the_same_form_in_other_letters(build: "Build") -> None:
    early = build.article("early.txt", "THE OFFICE met.", date="2020-01-02")
    late = build.article("late.txt", "The Office met.", date="2024-05-06")
    undated = build.article("undated.txt", "The Office met.")
    mention = build.mention(early, "THE OFFICE")
    found = build.finding(late, "The Office")
    other = build.finding(undated, "The Office", concept="another")
    report = build.report(
        ArticleResult(early, (mention,), ()), ArticleResult(late, (), (found,)), ArticleResult(undated, (), (other,))
    )
    assert [row["first_seen"] for row in rows(REPORTERS["findings.csv"](report))] == ["2020-01-02", ""]


def test_a_finding_without_text_position_says_where_it_is(build: "Build") -> None:
    row = rows(REPORTERS["findings.csv"](build.one("The Office", "Office", location="Sheet1!B7")))[0]
    assert (row["line"], row["column"], row["context"]) == ("Sheet1!B7", "", "The ‹Office›")


def test_a_cell_of_many_articles_stays_within_what_a_spreadsheet_holds(build: "Build") -> None:
    articles = tuple((f"{number:06}/{'x' * 50}.txt", 1) for number in range(5000))
    rendering = Rendering("Office", "unlisted", 0, 5000, 0, articles)
    entry = Reconciliation("cac", "en", "", None, (rendering,), None, None, None, "")
    cell = rows(REPORTERS["reconciliation.csv"](build.report(reconciliation=(entry,))))[0]["articles"]
    assert len(cell) < 32_767
    assert cell.endswith(f"and {5000 - cell.count(' (1)')} more")
