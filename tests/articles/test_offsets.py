"""Whatever a file holds, its view leads back to the file."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from termcheck.articles import Source, read_article
from termcheck.config import Settings
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Article, Span

FORMATS = ["a.txt", "a.md", "a.html"]

# fmt: off
COMMON = [
    "a", "Net", "work", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "é", "e\u0301", "😀", "中", "网", "ไ", "\u00ad",
    "\u200b", "\u00a0", "“", "”", '"', "'", "’", "«", "《", "》", ".", ",", ":", "https://example.org/x", "a_b",
    "# termcheck-disable X\n", "---\n", "title: 'it''s'\n", 'summary: "q\\u00e9"\n', "+++\n", "date: 2020-01-02\n",
]
MARKDOWN = [
    "*", "**", "_", "`", "```\n", "~~~", "# ", "\n===\n", "> ", "- ", "1. ", "\n    ", "\n    >", "[", "]", "(", ")",
    "](x)", "![", "[r]", "\n[r]: /u 't &amp; \\* i'\n", '](x "ti\ntle")', "|", "\n|--|--|\n", "\\", "\\\n", "[^1]",
    "\n[^1]: ", "~~", "{#id}", "[x] ",
]
HTML = [
    "<p>", "</p>", "<b>", "</b>", "<br>", "<br/>", "<div title='t &lt; u'>", "</div>", "<code>", "</code>", "<pre>",
    "</pre>", "<h1>", "</h1>", "<blockquote>", "</blockquote>", "<q>", "<q cite='x'>", "</q>", "<!-- ", " -->",
    "<!-- termcheck-enable -->", "&amp;", "&nbsp;", "&#233;", "&#x10FFFF;", "&#xD800;", "&NotEqualTilde;", "&notit;",
    "&", "<", ">", "<script>", "</script>", "<title>", "</title>",
    "<img alt='A b'>", '<a title="', "<td>", "<li>", "<ruby>",
    "<rt>", "</ruby>", "<span translate=no title=T>", "</span>", "<![CDATA[", "]]>", "<?x", "<!doctype html>", "<svg/>",
    "<textarea>",
]
# fmt: on


def texts() -> st.SearchStrategy[str]:
    parts = st.lists(st.one_of(st.sampled_from(COMMON), st.sampled_from(MARKDOWN), st.sampled_from(HTML)), max_size=30)
    return st.one_of(parts.map("".join), st.text(max_size=60).filter(is_unicode))


def is_unicode(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text) and not any(
        char < " " and char not in "\t\r\n" for char in text
    )


def read(text: str, name: str) -> Article:
    return read_article(Source(name, data=text.encode()), Settings())


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=150)
@given(text=texts())
@example(text="")
@example(text="> <div>\n> a &amp;\n> b <!-- x\n> y --> z\n> </div>\n")
@example(text="- é\n\n  [r]: /u 'é &amp; é'\n\n  😀 [r]\n")
def test_pieces_cover_the_view_and_never_go_backwards(name: str, text: str) -> None:
    article = read(text, name)
    view_place = file_place = 0
    for piece in article.view.pieces:
        assert piece.view_start == view_place < piece.view_end
        assert file_place <= piece.start or article.view.is_scattered
        assert piece.start <= piece.end <= len(article.text)
        view_place, file_place = piece.view_end, piece.end
    assert view_place == len(article.view.text)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=150)
@given(text=texts())
def test_pieces_of_equal_length_show_the_file_as_it_stands(name: str, text: str) -> None:
    article = read(text, name)
    for piece in article.view.pieces:
        if piece.view_end - piece.view_start == piece.end - piece.start > 1:
            assert article.view.text[piece.view_start : piece.view_end] == article.text[piece.start : piece.end]


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=150)
@given(text=texts(), data=st.data())
def test_every_stretch_of_the_view_maps_to_the_file_in_order(name: str, text: str, data: st.DataObject) -> None:
    article = read(text, name)
    if not article.view.text:
        return
    places = st.integers(0, len(article.view.text) - 1)
    first, last = sorted((data.draw(places), data.draw(places)))
    whole = article.view.to_file(Span(first, last + 1))
    opening = article.view.to_file(Span(first, first + 1))
    closing = article.view.to_file(Span(last, last + 1))
    assert 0 <= whole.start <= whole.end <= len(article.text)
    assert whole == (opening.start, closing.end)
    assert opening.start <= closing.start


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=150)
@given(text=texts())
def test_regions_and_protected_stretches_lie_in_the_view_and_are_sorted(name: str, text: str) -> None:
    article = read(text, name)
    spans = [region.view_span for region in article.regions]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(article.view.text) for start, end in [*spans, *article.protected])
    assert all(one.end <= two.start for one, two in zip(article.protected, article.protected[1:], strict=False))
    assert not any(BLOCK_BREAK in article.view.text[slice(*span)] for span in article.protected)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=100)
@given(text=texts())
def test_directives_are_whole_comments(name: str, text: str) -> None:
    article = read(text, name)
    for directive in article.directives:
        assert "termcheck-" in article.text[slice(*directive.span)]
        assert article.text[directive.span.start] in "<#"


@given(
    words=st.lists(
        st.sampled_from(["Net", "work", "é", "e\u0301", "😀", "\u00ad", "中央", "ｆ", "\u200bx"]), min_size=1
    )
)
def test_plain_words_of_a_paragraph_are_shown_character_for_character(words: list[str]) -> None:
    text = " ".join(words)
    for name in FORMATS:
        article = read(text, name)
        assert article.view.text == text
        for place in range(len(text)):
            assert article.view.to_file(Span(place, place + 1)) == (place, place + 1)


@pytest.mark.parametrize(
    ("name", "text", "shown", "slice_of_file"),
    [
        ("a.md", "The Central **Network** Information Office.", "Central Network Information Office",
         "Central **Network** Information Office"),
        ("a.md", "> The Central\r\n> Network Office.", "Central Network Office", "Central\r\n> Network Office"),
        ("a.md", "- The Central\r  Network Office.", "Central Network Office", "Central\r  Network Office"),
        ("a.md", "😀é The Central&nbsp;Network.", "Central\u00a0Network", "Central&nbsp;Network"),
        ("a.md", "a\\*b *c*d", "a*b cd", "a\\*b *c*d"),
        ("a.md", "The <b>Net</b>work is", "Network", "Net</b>work"),
        ("a.md", "见中央网\n信办。", "中央网信办", "中央网\n信办"),
        ("a.html", "<p>The r&#233;sum&#xe9; parser", "résumé parser", "r&#233;sum&#xe9; parser"),
        ("a.html", "<h1>Central Network<br>Information</h1>", "Network Information", "Network<br>Information"),
        ("a.html", "<p>Cen<i>tra</i>l Net\r\n\twork", "Central Net work", "Cen<i>tra</i>l Net\r\n\twork"),
        ("a.html", "<p>见中央网<br>信办", "中央网信办", "中央网<br>信办"),
        ("a.html", "<p>The <!-- no -->Network", "The Network", "The <!-- no -->Network"),
        ("a.txt", "The Central\r\n  Network Office", "Central Network Office", "Central\r\n  Network Office"),
        ("a.txt", "见中央网\n信办。", "中央网信办", "中央网\n信办"),
        ("a.txt", "\ufeffThe Central", "The", "The"),
    ],
)  # fmt: skip
def test_what_a_reader_sees_leads_to_the_stretch_of_the_file(
    name: str, text: str, shown: str, slice_of_file: str
) -> None:
    article = read(text, name)
    start = article.view.text.index(shown)
    span = article.view.to_file(Span(start, start + len(shown)))
    assert article.text[slice(*span)] == slice_of_file


def test_protected_text_and_blocks_are_single_marks() -> None:
    article = read("a `code` b\n\nc", "a.md")
    assert article.view.text == f"a {PROTECTED_MARK} b{BLOCK_BREAK}c"
