"""Reports for GitHub, GitLab and editors, and the comment on a pull request."""

import re
from typing import TYPE_CHECKING

import msgspec
import pytest
from msgspec.structs import replace

from termcheck.model import ArticleResult, Report, Severity, Skipped
from termcheck.reports import REPORTERS
from termcheck.reports.ci.markdown import MARK, render_markdown
from termcheck.reports.ci.relocate import relocated

if TYPE_CHECKING:
    from tests.reports.conftest import Build


# -------------------------------------------------------------------------------------------------------- GitLab


class Lines(msgspec.Struct, forbid_unknown_fields=True):
    begin: int
    end: int | None = None


class Location(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    lines: Lines


class Issue(msgspec.Struct, forbid_unknown_fields=True):
    """What GitLab's documentation says of one entry (Code Quality report format)."""

    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: Location


def gitlab_of(report: Report) -> list[Issue]:
    return msgspec.json.decode(REPORTERS["gitlab"](report), type=list[Issue])


def test_gitlab_gets_what_it_documents(report: Report) -> None:
    issues = gitlab_of(report)
    assert [(issue.check_name, issue.severity, issue.location.path) for issue in issues] == [
        ("deprecated-term", "major", "news/old.txt"),
        ("altered-term", "minor", "news/new.txt"),
        ("unreadable-article", "critical", "news/scan.pdf"),
    ]
    assert issues[0].location.lines == Lines(3, 3)
    assert all(re.fullmatch("[0-9a-f]{32}", issue.fingerprint) for issue in issues)


def test_equal_findings_of_two_files_are_two_for_gitlab(build: "Build") -> None:
    results = []
    for path in ("a.txt", "b.txt"):
        article = build.article(path, "The Net Office.")
        results.append(ArticleResult(article, (), (build.finding(article, "Net Office"),)))
    first, second = gitlab_of(build.report(*results))
    assert first.fingerprint != second.fingerprint


# -------------------------------------------------------------------------------------------------------- GitHub

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*)(?:,[a-zA-Z]+=[^,:\r\n]*)*)::([^\r\n]*)")
"""As GitHub's runner takes a line apart: name, properties up to the next two colons, message."""


def commands_of(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """The annotations, read as the runner reads them."""
    *lines, _summary = REPORTERS["github"](report).splitlines()
    read = []
    for line in lines:
        found = COMMAND.fullmatch(line)
        assert found, line
        properties = dict(one.split("=", 1) for one in found[2].split(","))
        read.append((found[1], {key: unescaped(value) for key, value in properties.items()}, unescaped(found[3])))
    return read


def unescaped(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_github_shows_the_worst_first(report: Report) -> None:
    better_first = replace(report, findings=tuple(reversed(report.findings)))
    commands = commands_of(better_first)
    assert [command for command, _, _ in commands] == ["error", "warning", "error", "notice"]
    assert commands[0][1] == {
        "file": "news/old.txt", "line": "3", "endLine": "3", "col": "5", "endColumn": "39",
        "title": "termcheck: deprecated-term",
    }  # fmt: skip
    assert commands[2][1]["file"] == "news/scan.pdf"


def test_github_gets_columns_only_within_a_line(build: "Build") -> None:
    ((_, properties, _),) = commands_of(build.one("The Net\nOffice met.", "Net\nOffice"))
    assert (properties["line"], properties["endLine"]) == ("1", "2")
    assert not {"col", "endColumn"} & properties.keys()


def test_no_text_can_forge_a_command(build: "Build") -> None:
    evil = "50%, a:b\r\n::error file=x::forged\n::stop-commands::x %0A"
    article = build.article(f"{evil}.txt", "The Net Office.")
    finding = build.finding(article, "Net Office", message=evil, suggestion=evil)
    report = build.report(ArticleResult(article, (), (finding,)), skipped=(Skipped(evil, evil),), notices=(evil,))
    commands = commands_of(report)
    assert len(commands) == 3
    assert all("50%, a:b ::error file=x::forged" in message for _, _, message in commands)
    assert commands[0][1]["file"].startswith("50%, a:b␍␊::error")


# ------------------------------------------------------------------------------------------------------- editors


def test_compact_lines_are_those_of_compilers(report: Report) -> None:
    lines = REPORTERS["compact"](report).splitlines()
    vim = re.compile(r"(?P<f>[^:]+):(?P<l>\d+):(?P<c>\d+): (?P<t>error|warning|note): (?P<m>.+) \[(?P<n>[a-z-]+)\]")
    read = [vim.fullmatch(line) for line in lines]
    assert all(read), lines
    assert [found and (found["f"], found["l"], found["c"], found["t"], found["n"]) for found in read] == [
        ("news/old.txt", "3", "5", "error", "deprecated-term"),
        ("news/new.txt", "1", "5", "warning", "altered-term"),
        ("news/scan.pdf", "1", "1", "error", "skipped"),
    ]


def test_compact_is_one_line_a_finding_whatever_it_says(build: "Build") -> None:
    report = build.one("x", "x", message="a\nb:1:1: error: forged\x1b[2J", suggestion="c\nd")
    assert REPORTERS["compact"](report) == (
        "a.txt:1:1: error: a b:1:1: error: forged␛[2J [use “c d”] [deprecated-term]\n"
    )


# ------------------------------------------------------------------------------------------------------ Markdown


def test_the_comment_has_a_table_the_worst_first(report: Report) -> None:
    text = render_markdown(replace(report, findings=tuple(reversed(report.findings))))
    assert text.startswith(f"{MARK}\n### termcheck: 2 findings: 1 error and 1 warning\n")
    rows = [line for line in text.splitlines() if line.startswith(("| 🔴", "| 🟡"))]
    assert [row[:8] for row in rows] == ["| 🔴 erro", "| 🟡 warn"]
    assert rows[0].endswith("| Central Cyberspace Administration |")
    assert "- news\\/scan\\.pdf: there is no reader for this format" in text
    assert "1 by directives in the article" in text


def test_nothing_foreign_becomes_markup(build: "Build") -> None:
    import pyromark

    evil = (
        "<script>x</script> [a](http://evil.example) ![i](http://evil.example/i.png) **b** `c` | d ~~e~~ "
        "http://evil.example www.evil.example @someone #12 <!-- --> &lt;b&gt; \n# h\n- l $x$ \\| \\"
    )
    report = build.report(
        ArticleResult((article := build.article(f"{evil}.txt", "x")), (), (build.finding(article, "x", message=evil),)),
        skipped=(Skipped(evil, evil),),
    )
    text = render_markdown(report)
    html = pyromark.html(text.replace(MARK, ""), options=pyromark.Options.ENABLE_TABLES)
    assert set(re.findall(r"<(\w+)", html)) <= {"h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li"}
    assert html.count("<td>") == 4
    assert "@someone" not in text
    assert "#12" not in text
    assert not re.search(r"https?://|www\.", text)


@pytest.mark.parametrize("most", [1500, 65_000])
def test_a_long_comment_is_cut_to_what_a_service_takes(build: "Build", most: int) -> None:
    words = [f"Büro{number}" for number in range(3000)]
    article = build.article("ä.txt", " ".join(words))
    found = tuple(build.finding(article, word, severity=Severity.HINT) for word in words)
    skipped = tuple(Skipped(f"{number}.pdf", "no reader") for number in range(3000))
    text = render_markdown(build.report(ArticleResult(article, (), found), skipped=skipped), most)
    assert len(text.encode()) <= most
    rows = sum(line.startswith("| 🔵") for line in text.splitlines())
    assert f"… and {3000 - rows:,} more findings" in text
    assert rows > 0
    assert re.search(r"- … and [0-9,]+ others\n$", text)


# -------------------------------------------------------------------------------------------------- other places


def test_files_can_be_named_from_elsewhere(report: Report) -> None:
    names = {"news/old.txt": "docs/news/old.txt", "news/scan.pdf": "docs/news/scan.pdf"}
    moved = relocated(report, lambda name: names.get(name, name))
    assert {finding.file for finding in moved.findings} == {"docs/news/old.txt", "news/new.txt"}
    assert [result.path for result in moved.results] == ["docs/news/old.txt", "news/new.txt"]
    assert [skipped.file for skipped in moved.skipped] == ["docs/news/scan.pdf"]
    assert [one.fingerprint for one in moved.findings] == [one.fingerprint for one in report.findings]
