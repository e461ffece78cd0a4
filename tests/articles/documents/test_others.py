"""PPTX, ODT, ODP and EPUB: what is read, and where it is said to be."""

import pytest

from seen_articles import Read
from termcheck.model import Article, DirectiveKind, RegionKind, Span

from .conftest import epub, manifest, odf, packed, relations, word


def places(article: Article) -> list[tuple[str, str]]:
    ends = [one.start - 1 for one in article.locations[1:]] + [len(article.text)]
    return [(one.label, article.text[one.start : end]) for one, end in zip(article.locations, ends, strict=True)]


def shape(text: str, placeholder: str = "") -> str:
    kind = f'<p:ph type="{placeholder}"/>' if placeholder else ""
    paragraph = f"<a:p><a:r><a:rPr/><a:t>{text}</a:t></a:r></a:p>"
    return f"<p:sp><p:nvSpPr><p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:txBody>{paragraph}</p:txBody></p:sp>"


def pptx(*slides: str, notes: str = "") -> bytes:
    numbers = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{number}" r:id="r-slide{number}"/>' for number in numbers)
    parts = {
        "_rels/.rels": relations(officeDocument="ppt/presentation.xml"),
        "ppt/presentation.xml": word("p:presentation", f"<p:sldIdLst>{listed}</p:sldIdLst>"),
        "ppt/_rels/presentation.xml.rels": relations(**{f"slide{n}": f"slides/s{n}.xml" for n in numbers}),
        **{f"ppt/slides/s{n}.xml": word("p:sld", slide) for n, slide in zip(numbers, slides, strict=True)},
    }
    if notes:
        parts["ppt/slides/_rels/s1.xml.rels"] = relations(notesSlide="../notesSlides/n1.xml")
        parts["ppt/notesSlides/n1.xml"] = word("p:notes", notes)
    return packed(parts)


def test_slides_in_their_order_with_notes(read: Read) -> None:
    cell = "<a:tc><a:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></a:txBody></a:tc>"
    table = f"<p:graphicFrame><a:tbl><a:tr>{cell.format('a1')}{cell.format('b1')}</a:tr></a:tbl></p:graphicFrame>"
    picture = '<p:pic><p:nvPicPr><p:cNvPr id="2" name="x" descr="The seat"/></p:nvPicPr></p:pic>'
    first = shape("The Office", "title") + shape("Body") + table + picture + shape("12", "sldNum")
    article = read("a.pptx", pptx(first, shape("Second", "ctrTitle"), notes=shape("Speak up", "body")))
    assert places(article) == [
        ("slide 1", "The Office\nBody"),
        ("slide 1, table 1, row 1, cell 1", "a1"),
        ("slide 1, table 1, row 1, cell 2", "b1"),
        ("slide 1, picture", "The seat"),
        ("slide 1, notes", "Speak up"),
        ("slide 2", "Second"),
    ]
    headings = [article.view.text[slice(*one.view_span)] for one in article.regions if one.kind is RegionKind.HEADING]
    assert headings == ["The Office", "Second"]


def test_words_that_a_slide_splits_are_whole_and_lines_are_parted(read: Read) -> None:
    paragraph = "<a:p><a:r><a:t>Net</a:t></a:r><a:r><a:t>work</a:t></a:r><a:br/><a:r><a:t>Office</a:t></a:r></a:p>"
    article = read("a.pptx", pptx(f"<p:sp><p:txBody>{paragraph}</p:txBody></p:sp>"))
    assert (article.text, article.view.text) == ("Network\nOffice", "Network Office")


def test_odt_with_notes_tables_boxes_and_margins(read: Read) -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>The note</text:p></text:note-body></text:note>"
    )
    frame = (
        "<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box><svg:desc>The seat</svg:desc></draw:frame>"
    )
    rows = (
        "<table:table-row><table:table-cell><text:p>a1</text:p></table:table-cell>"
        "<table:table-cell><text:p>b1</text:p></table:table-cell></table:table-row>"
    )
    content = (
        "<office:text><text:h>Head<text:s/>one</text:h><text:p>The Net<text:span>work</text:span>"
        f"<text:tab/>Office{note} met.</text:p><table:table>{rows}</table:table>"
        f"<text:p>Box {frame}here</text:p></office:text>"
    )
    margins = "<office:master-styles><style:header><text:p>Top</text:p></style:header></office:master-styles>"
    article = read("a.odt", odf(content, styles=margins))
    assert places(article) == [
        ("paragraph 1", "Head one"),
        ("paragraph 2", "The Network Office met."),
        ("table 1, row 1, cell 1", "a1"),
        ("table 1, row 1, cell 2", "b1"),
        ("text box in paragraph 3", "Boxed"),
        ("paragraph 3, picture", "The seat"),
        ("paragraph 3", "Box here"),
        ("footnote 1", "The note"),
        ("header", "Top"),
    ]


def test_odt_leaves_out_deletions_comments_hidden_text_and_indexes(read: Read) -> None:
    automatic = (
        '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="P1" style:parent-style-name="Preformatted_20_Text"/>'
        '<style:style style:name="P2" style:parent-style-name="Quotations"/>'
    )
    content = (
        "<office:text><text:tracked-changes><text:deletion><text:p>deleted</text:p></text:deletion></text:tracked-changes>"
        "<text:p>One<office:annotation><text:p>comment</text:p></office:annotation>"
        '<text:span text:style-name="T1">hidden</text:span> two</text:p><text:p text:style-name="P1">code()</text:p>'
        "<text:table-of-content><text:index-body><text:p>One 1</text:p></text:index-body></text:table-of-content>"
        '<text:p text:style-name="P2">Said</text:p></office:text>'
    )
    article = read("a.odt", odf(content, automatic=automatic))
    assert [text for _, text in places(article)] == ["One two", "Said"]
    assert [one.kind for one in article.regions] == [RegionKind.BLOCK_QUOTATION]


@pytest.mark.parametrize("style", ["Source_20_Text", "Source_Text", "Teletype", "User_20_Entry"])
def test_code_in_a_line_of_odt_is_a_mark(read: Read, style: str) -> None:
    content = (
        f'<office:text><text:p>Set <text:span text:style-name="{style}">office=1</text:span>.</text:p></office:text>'
    )
    assert read("a.odt", odf(content)).view.text == "Set \ufffc."


def test_odp_counts_slides(read: Read) -> None:
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    notes = f"<presentation:notes>{box.format('Speak up')}</presentation:notes>"
    content = "<office:presentation><draw:page>{}{}</draw:page><draw:page>{}</draw:page></office:presentation>"
    article = read("a.odp", odf(content.format(box.format("One"), notes, box.format("Two"))))
    assert places(article) == [("slide 1", "One"), ("slide 1, notes", "Speak up"), ("slide 2", "Two")]


def test_odf_metadata(read: Read) -> None:
    meta = "<dc:title>A report</dc:title><dc:language>de-DE</dc:language>"
    meta += "<meta:creation-date>2021-03-04T10:00:00</meta:creation-date>"
    article = read("a.odt", odf("<office:text><text:p>Text.</text:p></office:text>", meta=meta))
    assert (article.title, article.lang, str(article.date)) == ("A report", "de-DE", "2021-03-04")
    again = read(
        "a.odt", odf("<office:text><text:p>Text.</text:p></office:text>", **{"META-INF/manifest.xml": manifest("")})
    )
    assert again.text == "Text."


def test_epub_reads_chapters_in_the_order_of_the_book_with_their_markup(read: Read) -> None:
    page = "<?xml version='1.0'?><html><head><title>Again</title></head><body>{}</body></html>"
    chapters = {
        "second.xhtml": page.format("<h1>One</h1><p>The Net&#119;ork <code>x=1</code> Office</p>"),
        "text/first%201.xhtml": page.format("<p lang='fr'>Deux</p><!-- termcheck-disable --><p>Trois</p>"),
    }
    article = read("a.epub", epub(chapters, title="The Book"))
    assert article.view.text.split("\u2029") == ["The Book", "One", "The Network \ufffc Office", "Deux", "Trois"]
    assert [one.label for one in article.locations] == [
        "title",
        "chapter 1 (second.xhtml)",
        "chapter 2 (first 1.xhtml)",
    ]
    at = article.view.text.index("Network")
    start, end = article.view.to_file(Span(at, at + len("Network")))
    assert (article.text[start:end], article.location(start)) == ("Net&#119;ork", "chapter 1 (second.xhtml)")
    assert (article.title, article.lang, str(article.date)) == ("The Book", "en-GB", "2021-03-04")
    assert [one.kind for one in article.directives] == [DirectiveKind.DISABLE]
    assert [part.lang for part in article.parts] == ["fr"]
