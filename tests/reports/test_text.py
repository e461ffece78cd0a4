import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from termcheck.model import ArticleResult, Report, Severity
from termcheck.reports import REPORTERS
from termcheck.reports.terminal import clip_end, clip_start, visible, width
from termcheck.reports.text import render_text

if TYPE_CHECKING:
    from tests.reports.conftest import Build


PIPED = """\
news/old.txt:3:5: error deprecated-term: “Central Network Information Office” is a deprecated term \
[use “Central Cyberspace Administration”]
news/new.txt:1:5: warning altered-term: Words of “Central Cyberspace Administration” are moved
news/scan.pdf: skipped: there is no reader for this format
note: news/new.txt:1: termcheck-disable holds to the end of the file and hides 1 finding
2 findings: 1 error and 1 warning. Checked 2 articles (2 en), skipped 1, passed over 2 files of other types.
Suppressed: 1 by directives in the article.
"""

TERMINAL = """\
news/old.txt
  3:5  error deprecated-term  cac
    3 | The Central Network Information Office (网信办) met netizens.
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    “Central Network Information Office” is a deprecated term
    → use “Central Cyberspace Administration”

news/new.txt
  1:5  warning altered-term  cac
    1 | The Cyberspace Central Administration met. Stop, =netizens!
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Words of “Central Cyberspace Administration” are moved
    → use “Central Cyberspace Administration”

news/scan.pdf: skipped: there is no reader for this format
note: news/new.txt:1: termcheck-disable holds to the end of the file and hides 1 finding
2 findings: 1 error and 1 warning. Checked 2 articles (2 en), skipped 1, passed over 2 files of other types.
Suppressed: 1 by directives in the article.
"""


def terminal(report: Report, columns: int = 100) -> list[str]:
    return render_text(report, color=False, one_line=False, width=columns).split("\n")


def test_piped_output_has_one_line_a_finding_and_a_summary(report: Report) -> None:
    assert REPORTERS["text"](report) == PIPED


def test_a_terminal_shows_the_line_the_span_and_the_suggestion_by_article(report: Report) -> None:
    assert render_text(report, color=False, one_line=False, width=100) == TERMINAL


def test_colour_adds_nothing_but_escape_sequences(report: Report) -> None:
    coloured = render_text(report, color=True, one_line=False, width=100)
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == TERMINAL


def test_a_run_without_findings_says_so(build: "Build") -> None:
    article = build.article("a.txt", "Nothing.")
    assert REPORTERS["text"](build.report(ArticleResult(article, (), ()))) == "No findings. Checked 1 article (1 en).\n"


def test_an_article_of_unknown_language_is_counted_as_such(build: "Build") -> None:
    article = build.article("a.txt", "Nothing.", lang=None)
    assert "Checked 1 article (1 und)." in REPORTERS["text"](build.report(ArticleResult(article, (), ())))


def test_the_piped_line_does_not_repeat_a_suggestion_that_the_message_gives(build: "Build") -> None:
    found = build.one("The Office met.", "Office", message="“Office” is wrong; write “Bureau”", suggestion="Bureau")
    assert (
        REPORTERS["text"](found).splitlines()[0]
        == "a.txt:1:5: error deprecated-term: “Office” is wrong; write “Bureau”"
    )


@pytest.mark.parametrize(
    ("text", "surface", "shown", "marks"),
    [
        ("中央网信办 met in 北京.", "北京", "中央网信办 met in 北京.", " " * 18 + "^^^^"),
        ("cafe\u0301 Offices", "Offices", "cafe\u0301 Offices", "     ^^^^^^^"),
        ("a\tOffice\tb", "Office", "a    Office    b", "     ^^^^^^"),
        ("한국어 Office", "Office", "한국어 Office", "       ^^^^^^"),
        ("Ｆｕｌｌ Office", "Office", "Ｆｕｌｌ Office", "         ^^^^^^"),
        ("\ufeffso\u00adft Office", "Office", "\ufeffso\u00adft Office", "     ^^^^^^"),
        ("👍 Office", "Office", "👍 Office", "   ^^^^^^"),
    ],
)
def test_the_underline_stands_under_the_span(build: "Build", text: str, surface: str, shown: str, marks: str) -> None:
    lines = terminal(build.one(text, surface))
    assert lines[2] == f"    1 | {shown}"
    assert lines[3] == f"      | {marks}"


def test_a_long_line_is_cut_around_the_span(build: "Build") -> None:
    lines = terminal(build.one("before " * 300 + "the Office " + "after " * 300, "Office"), 80)
    assert len(lines[2]) <= 80
    assert lines[2].startswith("    1 | …")
    assert lines[2].endswith("…")
    start, end = lines[3].index("^"), len(lines[3])
    assert lines[2][start:end] == "Office"


def test_a_span_longer_than_the_line_is_cut_too(build: "Build") -> None:
    lines = terminal(build.one("x" * 500, "x" * 500), 60)
    assert lines[2] == "    1 | " + "x" * 51 + "…"
    assert lines[3] == "      | " + "^" * 52


def test_a_span_over_several_lines_is_underlined_on_each_of_the_first_three(build: "Build") -> None:
    lines = terminal(build.one("the A\nB\nC\nD of all", "A\nB\nC\nD"))
    assert lines[2:8] == ["    1 | the A", "      |     ^", "    2 | B", "      | ^", "    3 | C", "      | ^"]


def test_a_finding_without_text_position_shows_where_it_is_instead(build: "Build") -> None:
    found = build.one("The Office met.", "Office", location="Sheet1!B7")
    assert REPORTERS["text"](found).startswith("a.txt:Sheet1!B7: error deprecated-term: ")
    assert terminal(found)[1:4] == [
        "  Sheet1!B7  error deprecated-term  cac",
        "     | The Office met.",
        "     |     ^^^^^^",
    ]


def test_a_finding_in_a_file_that_is_no_article_has_no_line_to_show(build: "Build") -> None:
    found = build.one("The Office met.", "Office", file="terms.csv", rule="stale-decision", severity=Severity.HINT)
    assert terminal(found)[:2] == ["terms.csv", "  1:5  hint stale-decision  cac"]


@pytest.mark.parametrize("one_line", [True, False])
def test_nothing_from_an_article_controls_the_terminal(build: "Build", one_line: bool) -> None:  # noqa: FBT001
    evil = "\x1b]0;title\x07\x1b[2J\x9b31m\u202egnp.exe\r\x00\x7f\u2028"
    found = build.one(
        f"{evil}The Office",
        "The Office",
        message=f"m{evil}",
        suggestion=f"s{evil}",
        rule=f"r{evil}",
        concept=f"c{evil}",
    )
    found = replace(found, notices=(f"n{evil}",))
    output = render_text(found, color=False, one_line=one_line, width=200)
    assert all(line.isprintable() for line in output.split("\n"))
    assert "␛]0;title␇␛[2J" in output


def test_a_file_name_that_is_no_text_does_not_stop_the_report(build: "Build") -> None:
    output = REPORTERS["text"](build.one("The Office", "Office", file="bad\udcff.txt"))
    assert output.encode("utf-8").startswith("bad\ufffd.txt:1:5:".encode())


def test_text_is_clipped_by_columns_not_by_characters() -> None:
    assert clip_end("中央网信办", 7) == "中央网…"
    assert clip_start("中央网信办", 6) == "…信办"
    assert clip_end("中央", 4) == "中央"
    assert clip_end("abc", 0) == ""
    assert width(visible("中央\te\u0301")) == 4 + 4 + 1
