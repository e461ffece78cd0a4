"""Inline directives in each format."""

import pytest

from termcheck.articles import Source, read_article
from termcheck.config import Settings
from termcheck.model import BLOCK_BREAK, Article, DirectiveKind


def read(text: str, name: str) -> Article:
    return read_article(Source(name, data=text.encode()), Settings())


def found(article: Article) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.kind.value, one.concepts, article.text[slice(*one.span)]) for one in article.directives]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_comments_inside_a_line(name: str) -> None:
    article = read("The <!-- termcheck-disable -->X y<!-- termcheck-enable --> and X y", name)
    assert article.view.text == "The X y and X y"
    assert found(article) == [
        ("disable", (), "<!-- termcheck-disable -->"),
        ("enable", (), "<!-- termcheck-enable -->"),
    ]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_concepts_are_separated_by_spaces_or_commas(name: str) -> None:
    article = read("<!--termcheck-disable-next-line CAC, nc.1  中央-->\n\ntext", name)
    assert found(article)[0][:2] == ("disable-next-line", ("CAC", "nc.1", "中央"))
    assert article.view.text == "text"


def test_lines_of_plain_text() -> None:
    article = read("a\n  # termcheck-disable CAC\nb\n#termcheck-enable\n\nc # termcheck-disable no\n", "a.txt")
    assert found(article) == [("disable", ("CAC",), "# termcheck-disable CAC"), ("enable", (), "#termcheck-enable")]
    assert article.view.text == f"a b{BLOCK_BREAK}c # termcheck-disable no"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.md",
            "```\n<!-- termcheck-disable -->\n```\n\n    <!-- termcheck-disable -->\n\n`<!-- termcheck-disable -->`",
        ),
        ("a.html", "<pre><!-- termcheck-disable --></pre><script>// <!-- termcheck-disable -->\n</script>"),
        ("a.html", "<code>&lt;!-- termcheck-disable --&gt;</code>"),
        ("a.md", "# termcheck-disable\n"),
        ("a.txt", "The word termcheck-disable\n<!-- termcheck-disable -->\n"),
        ("a.md", "<!-- see termcheck-disable -->\n\n<!-- termcheck finds names -->"),
    ],
)
def test_what_is_no_directive(name: str, text: str) -> None:
    article = read(text, name)
    assert article.directives == ()
    assert article.notices == ()


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.md", "x\n\n<!-- termcheck-disabel CAC -->", 3),
        ("a.html", "x\n<!-- termcheck: disable -->", 2),
        ("a.txt", "x\n# termcheck-off\n", 2),
        ("a.md", "<!-- termcheck-disable-line -->", 1),
    ],
)
def test_a_mistaken_directive_is_reported_with_its_line(name: str, text: str, line: int) -> None:
    article = read(text, name)
    assert article.directives == ()
    assert len(article.notices) == 1
    assert article.notices[0].startswith(f"{name}:{line}: ")
    assert "termcheck-disable-next-line" in article.notices[0]


def test_positions_are_those_of_the_file() -> None:
    article = read("é😀\r\n\r\n<!-- termcheck-disable -->\r\nx", "a.md")
    (directive,) = article.directives
    assert directive.kind is DirectiveKind.DISABLE
    assert article.position(directive.span.start) == (3, 1)
