"""The HTML report as a reader of the page has it: what it says of names, findings and articles."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from page_elements import Element, page, squeezed, table_rows
from termcheck.model import (
    BLOCK_BREAK,
    PROTECTED_MARK,
    Article,
    ArticleResult,
    Finding,
    Glossary,
    Reconciliation,
    Region,
    RegionKind,
    Rendering,
    Report,
    Role,
    Severity,
    Skipped,
    Span,
    State,
    View,
)
from termcheck.records import record

if TYPE_CHECKING:
    from tests.reports.conftest import Build


CNIO = "Central Network Information Office"


def named(concept: str, *renderings: Rendering) -> Reconciliation:
    """A concept that is called so."""
    return Reconciliation(concept, "en", "", concept, renderings, None, None, None, "")


# ------------------------------------------------------------------------------------------------ what an editor sees


def test_the_first_screen_says_how_many_names_are_wrong_and_what_to_do_first(report: Report) -> None:
    overview = page(report).all("section", "overview")[0]
    assert overview.all("h1")[0].text == "1 of 2 names is wrong or inconsistent"
    tallies = [squeezed(item.text) for item in overview.all("ul", "tallies")[0].all("li")]
    assert tallies == ["1 error", "1 warning", "0 hints"]
    step = overview.all("div", "steps")[0].all("li")[0]
    assert squeezed(step.text) == (
        "Central Cyberspace Administration 中央网信办 Replace “Central Network Information Office” "
        "1 error 1 warning in 2 articles"
    )
    assert "Suppressed and not counted: 1 by directives in the article." in overview.text
    assert "termcheck-disable holds to the end of the file" in overview.text


def test_the_matrix_shows_who_calls_it_what(report: Report) -> None:
    matrix = page(report).all("table", "matrix")[0]
    heads = [squeezed(cell.text) for cell in matrix.all("thead")[0].all("th")]
    assert heads == ["Name", "2022-08-28 A meeting old.txt", "2023-07-19 new.txt"]
    assert table_rows(matrix) == [
        [
            "中央网信办 Central Cyberspace Administration",
            "✗wrong: Central Network Information Office 4×",
            "?unlisted: Cyberspace Central Administration",
        ],
        ["netizen", "✓preferred: netizen", "✓preferred: netizen"],
    ]


def test_articles_of_the_same_name_are_told_apart_by_their_folders(build: "Build") -> None:
    paths = ("a/news.txt", "b/news.txt", "b/other.txt")
    results = [ArticleResult(build.article(path, "Text"), (), ()) for path in paths]
    entry = named("c", Rendering("Good", "preferred", 3, 3, 0, tuple((path, 1) for path in paths)))
    root = page(build.report(*results, reconciliation=(entry,)))
    shown = [squeezed(cell.text).removeprefix("undated ") for cell in root.all("thead")[0].all("th")[1:]]
    assert shown == ["a/news.txt", "b/news.txt", "other.txt"]


def test_a_cell_with_several_standings_is_mixed(build: "Build") -> None:
    article = build.article("a.txt", "Text")
    renderings = tuple(
        Rendering(text, status, count, count, 0, (("a.txt", count),))
        for text, status, count in (("Good", "preferred", 2), ("Fair", "admitted", 1), ("Bad", "forbidden", 1))
    )
    root = page(build.report(ArticleResult(article, (), ()), reconciliation=(named("c", *renderings),)))
    cell = root.all("table", "matrix")[0].all("td")[0]
    assert "mixed" in cell.classes
    assert squeezed(cell.text) == "mixed: ✓preferred: Good 2× ○admitted: Fair ✗wrong: Bad"


def test_with_many_articles_the_matrix_is_compact_and_bounded(build: "Build") -> None:
    results = [ArticleResult(build.article(f"{n:03}.txt", "Text"), (), ()) for n in range(60)]
    articles = tuple((result.article.path, 1) for result in results)
    entry = named("c", Rendering("Good", "preferred", 60, 60, 0, articles))
    matrix = page(build.report(*results, reconciliation=(entry,))).all("section", id="matrix")[0]
    assert len(matrix.all("tbody")[0].all("td")) == 40
    assert "20 more are left out" in matrix.text
    assert squeezed(matrix.all("td")[0].text) == "✓preferred: 1×"


def test_a_superseded_rendering_is_wrong_unless_every_mention_was_in_time(build: "Build") -> None:
    article = build.article("a.txt", "Text")
    renderings = (
        Rendering("In time", "superseded", 1, 1, 0, (("a.txt", 1),)),
        Rendering("Late", "superseded", 1, 2, 0, (("a.txt", 2),)),
    )
    entry = named("c", *renderings)
    table = page(build.report(ArticleResult(article, (), ()), reconciliation=(entry,))).all("table", "renderings")[0]
    assert [sorted(row.classes) for row in table.all("tbody")[0].all("tr")] == [["admitted"], ["wrong"]]


def test_every_concept_has_a_part_with_renderings_and_findings(report: Report) -> None:
    root = page(report)
    part = root.all("article", "concept")[0]
    assert table_rows(part) == [
        [CNIO, "✗ deprecated", "3", "1", "75%", "old.txt 4", "2022-08-28", "2022-08-28"],
        ["Cyberspace Central Administration", "? unlisted", "1", "", "25%", "new.txt 1", "2023-07-19", "2023-07-19"],
    ]
    assert [squeezed(card.text) for card in part.all("li", "finding")] == [
        (
            "error deprecated-term news/old.txt:3:5 The Central Network Information Office (网信办) met netizens. "
            "“Central Network Information Office” is a deprecated term Use Central Cyberspace Administration "
            "It stands there letter for letter."
        ),
        (
            "warning altered-term news/new.txt:1:5 The Cyberspace Central Administration met. Stop, =netizens! "
            "Words of “Central Cyberspace Administration” are moved Use Central Cyberspace Administration "
            "The same words in another order; confidence 0.91"
        ),
    ]
    assert [
        squeezed(summary.text)
        for summary in (one for part in root.all("details", "concept") for one in part.all("summary"))
    ] == ["netizen 2 times"]


def test_what_was_left_out_is_listed(report: Report) -> None:
    left_out = page(report).all("section", id="left-out")[0]
    assert "news/scan.pdf: there is no reader for this format" in squeezed(left_out.text)
    assert "news/new.txt:1:50 =netizens deprecated-term netizen ignored: termcheck-disable in line 1" in squeezed(
        " ".join(cell.text for cell in left_out.all("td"))
    )


def test_findings_of_no_concept_have_a_part_of_their_own(build: "Build") -> None:
    root = page(build.one("The Office", "Office", rule="unused-directive", severity=Severity.HINT, concept=None))
    assert len(root.all("section", id="others")[0].all("li", "finding")) == 1


def test_most_errors_come_first(build: "Build") -> None:
    article = build.article("a.txt", "one two three")
    found = tuple(
        build.finding(article, surface, concept=concept, severity=severity)
        for surface, concept, severity in (
            ("one", "hints", Severity.HINT), ("two", "warnings", Severity.WARNING), ("three", "errors", Severity.ERROR),
        )
    )  # fmt: skip
    entries = tuple(
        named(concept, Rendering(concept, "admitted", 1, 1, 0, (("a.txt", 1),)))
        for concept in ("calm", "errors", "hints", "warnings")
    )
    root = page(build.report(ArticleResult(article, (), found), reconciliation=entries))
    assert [squeezed(title.text) for title in root.all("div", "steps")[0].all("h3")] == ["errors", "warnings", "hints"]
    assert root.all("h1")[0].text == "3 of 4 names are wrong or inconsistent"


@pytest.mark.parametrize(
    ("skipped", "headline"),
    [((), "No name of the glossary occurs in the articles"), ((Skipped("a.txt", "why"),), "No article was checked")],
)
def test_a_report_without_findings_has_a_headline(build: "Build", skipped: tuple[Skipped, ...], headline: str) -> None:
    results = () if skipped else (ArticleResult(build.article("a.txt", "Text"), (), ()),)
    assert page(build.report(*results, skipped=skipped)).all("h1")[0].text == headline


# ------------------------------------------------------------------------------------------------ articles


def body(report: Report, number: int = 1) -> Element:
    return page(report).all("article", "text")[number - 1].all("div", "body")[0]


def test_an_article_is_shown_whole_with_its_marks(report: Report) -> None:
    shown = body(report)
    assert [squeezed(block.text) for block in shown.all("p")] == [
        "A meeting",
        "The Central Network Information Office (网信办) met netizens.",
    ]
    hit = shown.all("a", "hit")[0]
    assert (hit.text, hit.attributes["href"]) == ("Central Network Information Office", "#finding-1")
    assert [mention.text for mention in shown.all("span", "preferred")] == ["netizens"]
    assert [(mark.text, "suppressed" in mark.classes) for mark in body(report, 2).all("span", "m")] == [
        ("=", True),
        ("netizens", True),
    ]


def test_nested_and_crossing_marks_leave_the_text_as_it_was(build: "Build") -> None:
    article = build.article("a.txt", "one two three four five")
    outer = build.mention(article, "one two three")
    inner = build.mention(article, "two", role=Role.NESTED)
    found = (
        build.finding(article, "one two three"),
        build.finding(article, "two", rule="altered-term", severity=Severity.WARNING),
        build.finding(article, "three four", rule="mixed-renderings", severity=Severity.HINT),
    )
    shown = body(build.report(ArticleResult(article, (outer, inner), found)))
    assert squeezed(shown.text) == "one two three four five"
    (hit,) = shown.all("a", "hit")
    assert (hit.text, hit.attributes["data-findings"]) == ("one two three four", "1 2 3")
    assert "error" in hit.classes
    assert [(span.text, "nested" in span.classes) for span in hit.all("span", "m")] == [
        ("one ", False), ("two", True), (" three", False),
    ]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    st.text("ab c\u4e2d\u05d0\n" + BLOCK_BREAK, min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12), st.booleans()), max_size=8),
)
def test_marks_never_change_the_text(text: str, spans: list[tuple[int, int, bool]]) -> None:
    article = Article("a.txt", text, View.verbatim(text), lang="en")
    found = tuple(
        Finding("r", Severity.HINT, "m", "a.txt", start, min(start + length, len(text)), 1, 1, 1, 1, "", "",
                state=State.OPEN if is_open else State.IGNORED)
        for start, length, is_open in spans
        if start < len(text)
    )  # fmt: skip
    is_open = tuple(finding for finding in found if finding.state is State.OPEN)
    suppressed = tuple(finding for finding in found if finding.state is State.IGNORED)
    kept = record(ArticleResult(article, (), found), page=True)
    report = Report(Glossary(()), (kept,), is_open, suppressed, ())
    shown = [squeezed(block.text) for block in body(report).all("p")]
    assert shown == [squeezed(block) for block in text.split(BLOCK_BREAK) if block.strip()]


def test_headings_and_protected_text_show(build: "Build") -> None:
    view = f"Heading{BLOCK_BREAK}Type {PROTECTED_MARK} here"
    article = Article("a.md", view, View.verbatim(view), lang="en", regions=(Region(RegionKind.HEADING, Span(0, 7)),))
    blocks = body(build.report(ArticleResult(article, (), ()))).all("p")
    assert [block.text for block in blocks] == ["Heading", "Type […] here"]
    assert ["heading" in block.classes for block in blocks] == [True, False]


def test_of_a_very_long_text_only_the_blocks_with_findings_are_shown(build: "Build") -> None:
    article = build.article("a.txt", "x" * 2_100_000, "The Office met.", "Nothing here.")
    shown = body(build.report(ArticleResult(article, (), (build.finding(article, "Office"),))))
    assert [squeezed(block.text) for block in shown.all("p")] == [
        "Only the blocks with a finding are shown.", "⋯", "The Office met.",
    ]  # fmt: skip


def test_a_finding_without_text_position_has_a_card_and_a_mark_as_others_do(build: "Build") -> None:
    root = page(build.one("The Office", "Office", location="Sheet1!B7", concept=None))
    assert "a.txt:Sheet1!B7" in root.all("li", "finding")[0].text
    assert root.all("blockquote")[0].text == "The Office"
    assert root.all("a", "hit", id="mark-1")


def test_texts_carry_their_language_and_their_own_direction(build: "Build") -> None:
    article = build.article("a.txt", "שלום עולם", lang="he", title="כותרת")
    root = page(build.report(ArticleResult(article, (), (build.finding(article, "עולם", lang="he"),))))
    text = root.all("article", "text")[0]
    assert text.all("div", "body")[0].attributes["lang"] == "he"
    assert (text.all("h3")[0].attributes["lang"], text.all("h3")[0].attributes["dir"]) == ("he", "auto")
    assert {block.attributes["dir"] for block in text.all("div", "body")[0].all("p")} == {"auto"}
    assert root.all("blockquote")[0].attributes["lang"] == "he"


def test_source_terms_carry_their_language(report: Report) -> None:
    source = page(report).all("article", "concept")[0].all("h3")[0].all("bdi", lang="zh")[0]
    assert source.text == "中央网信办"
