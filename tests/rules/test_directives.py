import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.decisions import apply_directives, open_ended, place_directives
from termcheck.model import (
    Article,
    ArticleRecord,
    ClosingRule,
    Directive,
    DirectiveKind,
    Finding,
    Severity,
    Span,
    State,
    Suppressions,
    View,
)
from termcheck.rules import RULES

COMMENT = re.compile(r"<!-- termcheck-(disable-next-line|disable|enable)((?: \w+)*) -->")


def article(text: str) -> Article:
    """An article in which every comment is a directive."""
    found = tuple(
        Directive(DirectiveKind(match[1]), tuple(match[2].split()), Span(*match.span()))
        for match in COMMENT.finditer(text)
    )
    return Article("a.md", text, View.verbatim(text), lang="en", directives=found)


def kept(read: Article) -> ArticleRecord:
    return ArticleRecord(read.path, read.lang, None, None, 0, (), directives=place_directives(read))


def check(text: str) -> tuple[list[str], list[tuple[int, int]], tuple[str, ...]]:
    """Names of the open findings (words like X1: concept X), (line, suppressed) of the uses, and the notices."""
    read = article(text)
    findings = []
    for match in re.finditer(r"\b([A-Z]|none)\d", text):
        line, column = read.position(match.start())
        concept = None if match[1] == "none" else match[1]
        findings.append(
            Finding("forbidden-term", Severity.ERROR, "", "a.md", *match.span(), line, column, line, column, "",
                    match[0], concept=concept)
        )  # fmt: skip
    stated, uses = apply_directives(kept(read), findings)
    assert [finding.start for finding in stated] == [finding.start for finding in findings]
    open_names = [finding.text for finding in stated if finding.state is State.OPEN]
    lines = [(read.position(use.directive.span.start)[0], use.suppressed) for use in uses]
    return open_names, lines, open_ended(kept(read), uses)


def unused(text: str, concepts: frozenset[str] = frozenset("XY")) -> list[tuple[int, str]]:
    read = article(text)
    findings = [
        Finding("forbidden-term", Severity.ERROR, "", "a.md", *match.span(), read.position(match.start())[0], 1, 1, 1,
                "", match[0], concept=match[1])
        for match in re.finditer(r"\b([A-Z])\d", text)
    ]  # fmt: skip
    rule = next(rule for rule in RULES if rule.id == "unused-directive")
    assert isinstance(rule, ClosingRule)
    found = list(rule.find(Suppressions(apply_directives(kept(read), findings)[1], concepts)))
    assert all(finding.severity is Severity.HINT and finding.concept is None for finding in found)
    return [(finding.line, finding.message) for finding in found]


OFF, ON = "<!-- termcheck-disable -->", "<!-- termcheck-enable -->"
NEXT = "<!-- termcheck-disable-next-line -->"


def test_between_disable_and_enable() -> None:
    assert check(f"X1\n{OFF}\nX2 Y3\n{ON}\nX4")[:2] == (["X1", "X4"], [(2, 2)])


def test_within_one_line() -> None:
    assert check(f"The {OFF}X1{ON} and X2")[0] == ["X2"]


def test_named_concepts_only() -> None:
    assert check("<!-- termcheck-disable X -->\nX1 Y2 none3")[0] == ["Y2", "none3"]
    assert check("<!-- termcheck-disable X Y -->\nX1 Y2 Z3")[0] == ["Z3"]


def test_findings_without_concept_are_under_unnamed_directives_only() -> None:
    assert check(f"{OFF}\nnone1")[0] == []


def test_named_enable_ends_only_that_concept() -> None:
    assert check(f"{OFF}\nX1 Y2\n<!-- termcheck-enable X -->\nX3 Y4\n{ON}\nX5 Y6")[0] == ["X3", "X5", "Y6"]
    assert check("<!-- termcheck-disable X Y -->\n<!-- termcheck-enable X -->\nX1 Y2")[0] == ["X1"]


def test_disable_after_a_named_enable_holds_again() -> None:
    assert check(f"{OFF}\n<!-- termcheck-enable X -->\nX1\n<!-- termcheck-disable X -->\nX2")[0] == ["X1"]
    assert check(f"{OFF}\n<!-- termcheck-enable X -->\nX1\n{OFF}\nX2")[0] == ["X1"]


def test_unnamed_enable_ends_named_disables() -> None:
    assert check(f"<!-- termcheck-disable X -->\nX1\n{ON}\nX2")[0] == ["X2"]


def test_next_line() -> None:
    assert check(f"{NEXT}\nX1 Y2\nX3")[:2] == (["X3"], [(1, 2)])
    assert check("<!-- termcheck-disable-next-line X -->\nX1 Y2\nX3")[0] == ["Y2", "X3"]


def test_next_line_skips_blank_lines_and_other_next_line_comments() -> None:
    assert check(f"{NEXT}\n\n \nX1\nX2")[0] == ["X2"]
    stacked = "<!-- termcheck-disable-next-line X -->\n<!-- termcheck-disable-next-line Y -->\nX1 Y2 Z3"
    assert check(stacked)[:2] == (["Z3"], [(1, 1), (2, 1)])


def test_next_line_says_nothing_of_its_own_line() -> None:
    assert check(f"X1 {NEXT} X2\nX3")[0] == ["X1", "X2"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends(end: str) -> None:
    assert check(f"{NEXT}{end}X1{end}X2")[0] == ["X2"]


def test_next_line_at_the_end_of_the_file_suppresses_nothing() -> None:
    assert check(f"X1\n{NEXT}")[:2] == (["X1"], [(2, 0)])


def test_reason_names_the_directive() -> None:
    read = article(f"Text.\n{OFF}\nX1")
    finding = Finding(
        "forbidden-term", Severity.ERROR, "", "a.md", len(read.text) - 2, len(read.text), 3, 1, 3, 3, "", ""
    )
    ((stated,), _) = apply_directives(kept(read), [finding])
    assert (stated.state, stated.state_reason) == (State.IGNORED, "termcheck-disable at line 2")


def test_open_end_is_named_with_its_findings() -> None:
    assert check(f"X1\n{OFF}\nX2 Y3")[2] == (
        "a.md:2: termcheck-disable holds to the end of the file, with 2 findings under it",
    )
    assert check(f"{OFF}\nX2\n{ON}")[2] == ()
    (notice,) = check("<!-- termcheck-disable X Y -->\n<!-- termcheck-enable X -->\nY1")[2]
    assert notice.endswith("with 1 finding under it")


def test_article_without_directives_is_left_alone() -> None:
    assert check("X1 Y2") == (["X1", "Y2"], [], ())


@pytest.mark.parametrize("text", [f"{OFF}\nZ1\n{ON}", f"{NEXT}\nX1", "<!-- termcheck-disable X -->\nX1"])
def test_used_directives_are_silent(text: str) -> None:
    assert not unused(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{OFF}\nText.\n{ON}\nX1", [1]),
        (f"{NEXT}\nText.\nX1", [1]),
        (f"X1\n{ON}", [2]),
        ("<!-- termcheck-disable X -->\nY1", [1]),
        ("<!-- termcheck-disable X -->\nX1\n<!-- termcheck-enable Y -->", [3]),
    ],
)
def test_unused_directives_are_hints(text: str, lines: list[int]) -> None:
    assert [line for line, _ in unused(text)] == lines


def test_unknown_concepts_are_named_even_if_others_were_used() -> None:
    ((line, message),) = unused("Text.\n<!-- termcheck-disable X Q -->\nX1")
    assert line == 2
    assert "no concept Q" in message


@given(st.lists(st.sampled_from(["disable", "disable X", "disable Y", "enable", "enable X", "X1", "Y2", "none3"])))
def test_disable_holds_until_an_enable_for_it(parts: list[str]) -> None:
    lines = [f"<!-- termcheck-{part} -->" if "able" in part else part for part in parts]
    wanted = []
    holding: list[str | None] = []
    reopened: set[str | None] = set()
    for part in parts:
        name, _, concept = part.partition(" ")
        if name == "disable":
            holding.append(concept or None)
            reopened -= {concept} if concept else set(reopened)
        elif name == "enable" and concept:
            holding = [held for held in holding if held != concept]
            reopened.add(concept)
        elif name == "enable":
            holding, reopened = [], set()
        else:
            about = None if name == "none3" else name[0]
            unnamed = None in holding and about not in reopened
            if not (unnamed or (about is not None and about in holding)):
                wanted.append(name)
    assert check("\n".join(lines))[0] == wanted
