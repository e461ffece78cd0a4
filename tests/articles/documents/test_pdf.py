"""PDF: lines become paragraphs again, and places are pages."""

import pytest

from seen_articles import Read
from termcheck.model import Article

from .conftest import Drawn, pdf

pytest.importorskip("pypdfium2", reason="needs the extra pdf")


def lines(*texts: str, top: float = 780, left: float = 50, size: float = 11, step: float = 13) -> list[Drawn]:
    return [(left, top - step * number, size, text) for number, text in enumerate(texts)]


def blocks(article: Article) -> list[str]:
    return article.view.text.replace("\u00ad", "").split("\u2029")


def test_lines_of_a_paragraph_are_one_text_and_a_gap_parts_paragraphs(read: Read) -> None:
    one = lines("The Central Network", "Information Office met. It", "left.")
    two = lines("Another paragraph", "of two lines.", top=720)
    heading = lines("A heading of", "two lines", top=820, size=18, step=22)
    article = read("a.pdf", pdf([*heading, *one, *two]))
    assert blocks(article) == [
        "A heading of two lines",
        "The Central Network Information Office met. It left.",
        "Another paragraph of two lines.",
    ]
    assert {article.location(offset) for offset in range(len(article.text))} == {"page 1"}


def test_an_item_goes_on_after_a_larger_bullet(read: Read) -> None:
    bullet = [(50.0, 700.0, 18.0, "* "), (62.0, 700.0, 11.0, "the Central Network"), (62.0, 687.0, 11.0, "Office met")]
    assert blocks(read("a.pdf", pdf(bullet)))[-1].endswith("the Central Network Office met")


def test_words_that_a_line_end_parts_are_whole(read: Read) -> None:
    article = read("a.pdf", pdf(lines("Cyberspace Admin-", "istration of cross-", "border data, low-", "Earth orbits")))
    assert blocks(article) == ["Cyberspace Administration of cross-border data, low-Earth orbits"]


def test_other_words_of_the_document_tell_whether_a_hyphen_stays(read: Read) -> None:
    text = lines("A data-flow and an over-", "sight, but oversight", "of any data-", "flow.")
    assert blocks(read("a.pdf", pdf(text))) == ["A data-flow and an oversight, but oversight of any data-flow."]


def test_cells_of_a_row_are_no_one_name(read: Read) -> None:
    article = read("a.pdf", pdf([(50, 700, 11, "Central Network"), (300, 700, 11, "Information Office")]))
    assert blocks(article) == ["Central Network", "Information Office"]


def test_wide_spaces_of_justified_lines_part_nothing(read: Read) -> None:
    words = [[("The", 50.0), ("Central", 120.0), ("Network", 205.0)], [("Information", 50.0), ("Office", 203.0)]] * 3
    page = [(left, 700.0 - 13 * row, 11.0, word) for row, line in enumerate(words) for word, left in line]
    edges = [(50.0, 622.0 - 13 * row, 11.0, "A line of text as wide as its column is") for row in range(3)]
    article = read("a.pdf", pdf(page + edges))
    assert blocks(article)[0].startswith("The Central Network")


def test_columns_are_read_one_after_the_other(read: Read) -> None:
    left = lines("The Central Network Infor-", "mation Office met in the", "city and the Net")
    right = lines("Office left it again.", "Nobody knew why.", left=300)
    article = read("a.pdf", pdf(left + right))
    assert blocks(article) == [
        "The Central Network Information Office met in the city and the Net Office left it again. Nobody knew why."
    ]


def test_running_titles_are_read_once_and_numbers_of_pages_never(read: Read) -> None:
    pages = [
        [(50, 820, 9, "The Daily Report"), *lines(text), (290, 20, 9, f"Page {number}")]
        for number, text in enumerate(("The Central Network", "Information Office met.", "The end."), start=1)
    ]
    article = read("a.pdf", pdf(*pages))
    assert blocks(article) == [
        "The Daily Report",
        "Page 1",
        "The Central Network",
        "Information Office met.",
        "The end.",
    ]
    assert article.location(article.text.index("end")) == "page 3"


def test_a_sentence_goes_on_over_pages(read: Read) -> None:
    article = read("a.pdf", pdf(lines("It met the Central"), lines("cyberspace office. Then it left.")))
    assert blocks(article) == ["It met the Central cyberspace office. Then it left."]
    assert article.location(0) == "page 1"


def test_a_name_goes_on_over_pages_where_its_line_is_full(read: Read) -> None:
    first = lines("A line as long as the next", "of it and of the Central")
    article = read("a.pdf", pdf(first, lines("Cyberspace Office.")))
    assert blocks(article) == ["A line as long as the next of it and of the Central Cyberspace Office."]
    short = lines("A line much longer than the next one", "A heading")
    assert len(blocks(read("a.pdf", pdf(short, lines("Another text."))))) == 2


def test_a_word_goes_on_over_pages(read: Read) -> None:
    article = read("a.pdf", pdf(lines("It met the Cyberspace Admin-"), lines("istration.")))
    assert blocks(article) == ["It met the Cyberspace Administration."]


def test_chinese_lines_join_without_a_space(read: Read) -> None:
    article = read("a.pdf", pdf(lines("中央网络安全和", "信息化委员会办公室", size=12, step=16)))
    assert blocks(article) == ["中央网络安全和信息化委员会办公室"]


def test_title_and_date_of_the_document(read: Read) -> None:
    article = read("a.pdf", pdf(lines("Text."), info="/Title (A report) /CreationDate (D:20210304120000+08'00')"))
    assert (article.title, str(article.date)) == ("A report", "2021-03-04")


def test_pages_without_text_are_named(read: Read) -> None:
    article = read("a.pdf", pdf(lines("Text."), [], []))
    assert article.notices == ("a.pdf: pages 2, 3 hold no text, only pictures of it or nothing",)
