"""What stands around a finding, in paragraphs of every length."""

import re
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck import excerpts
from termcheck.excerpts import PROTECTED_SHOWN, excerpt
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Article, ArticleResult, Finding, Report, Severity, Span, View
from termcheck.reports import text as text_report
from termcheck.reports.csv_reports import render_findings_csv
from termcheck.reports.html_report import render_html
from termcheck.reports.passages import Passage, passage

if TYPE_CHECKING:
    from tests.reports.conftest import Build

REACH = 60
FILLING = st.text(alphabet=f"ab \n\t\u3000{PROTECTED_MARK}{BLOCK_BREAK}", max_size=300)
MANY = 400


def around(text: str, start: int, end: int) -> Passage:
    article = Article("a.txt", text, View.verbatim(text), lang="en")
    finding = Finding("deprecated-term", Severity.ERROR, "wrong", "a.txt", start, end, 1, 1, 1, 1, "Bureau", "Bureau")
    return passage(excerpt(article, Span(start, end)), finding, REACH)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace(PROTECTED_MARK, PROTECTED_SHOWN))


@given(before=FILLING, after=FILLING, window=st.integers(1, 40))
def test_the_words_do_not_depend_on_how_much_is_looked_at_first(before: str, after: str, window: int) -> None:
    text, start = f"{before}Bureau{after}", len(before)
    expected = around(text, start, start + 6)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(excerpts, "_WINDOW", window)
        assert around(text, start, start + 6) == expected


@given(before=FILLING, after=FILLING)
def test_what_stands_around_is_the_block_or_its_nearest_part(before: str, after: str) -> None:
    found = around(f"{before}Bureau{after}", len(before), len(before) + 6)
    whole_before = squeezed(before.rpartition(BLOCK_BREAK)[2]).lstrip()
    whole_after = squeezed(after.partition(BLOCK_BREAK)[0]).rstrip()
    assert found.text == "Bureau"
    assert whole_before.endswith(found.before.removeprefix("…"))
    assert whole_after.startswith(found.after.removesuffix("…"))
    assert found.before.startswith("…") is (len(whole_before) > REACH)
    assert found.after.endswith("…") is (len(whole_after) > REACH)


@pytest.mark.parametrize(
    ("module", "name", "render"),
    [
        (excerpts, "squeeze", render_findings_csv),
        (excerpts, "squeeze", render_html),
        (text_report, "visible", partial(text_report.render_text, one_line=False)),
    ],
)
def test_many_findings_in_one_paragraph_do_not_read_it_again_and_again(
    module: ModuleType, name: str, render: Callable[[Report], str], build: "Build", monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work that a report does for each finding must not grow with the paragraph."""
    read = 0
    original = getattr(module, name)

    def counting(text: str) -> str:
        nonlocal read
        read += len(text)
        return str(original(text))

    text = " ".join(f"On day {day} the Bureau number {day} met the others." for day in range(MANY))
    article = build.article("a.txt", text)
    findings = tuple(build.finding(article, f"Bureau number {day} ") for day in range(MANY))
    monkeypatch.setattr(module, name, counting)
    assert "Bureau number 7 " in render(build.report(ArticleResult(article, (), findings)))
    assert 0 < read < MANY * len(text) / 10
