"""DOCX: what is read, and where it is said to be."""

import pytest

from seen_articles import Read
from termcheck.model import Article, RegionKind

from .conftest import core, docx, p, r, word

STYLES = word(
    "w:styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:styleId="Mine"><w:name w:val="My heading"/><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="code"><w:name w:val="HTML Preformatted"/></w:style>'
    '<w:style w:styleId="inline"><w:name w:val="HTML Code"/></w:style>'
    '<w:style w:styleId="secret"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="quote"><w:name w:val="Intense Quote"/></w:style>'
    '<w:style w:styleId="toc1"><w:name w:val="toc 1"/></w:style>',
)


def places(article: Article) -> list[tuple[str, str]]:
    """(where, what) of every place of an article."""
    ends = [one.start - 1 for one in article.locations[1:]] + [len(article.text)]
    return [(one.label, article.text[one.start : end]) for one, end in zip(article.locations, ends, strict=True)]


def body(read: Read, content: str) -> list[tuple[str, str]]:
    return places(read("a.docx", docx(content, {"word/styles.xml": STYLES}, styles="styles.xml")))


def test_words_that_runs_split_are_whole(read: Read) -> None:
    article = read("a.docx", docx(p("The Cen", r("tral Net", "<w:b/>"), "work Office met.")))
    assert article.view.text == article.text == "The Central Network Office met."
    assert article.location(4) == "paragraph 1"


def test_tracked_changes_are_read_as_accepted(read: Read) -> None:
    inserted = '<w:ins w:author="x"><w:r><w:t>Network </w:t></w:r></w:ins>'
    deleted = "<w:del><w:r><w:delText>Net </w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('away')}</w:moveFrom><w:moveTo>{r('here')}</w:moveTo>"
    assert body(read, p("The ", deleted, inserted, "Office ", moved)) == [("paragraph 1", "The Network Office here")]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(read: Read) -> None:
    first = f'<w:p><w:pPr><w:rPr><w:ins w:id="1"/><w:del w:id="2"/></w:rPr></w:pPr>{r("The Central ")}</w:p>'
    assert body(read, first + p("Office")) == [("paragraph 1", "The Central Office")]


def test_a_change_of_formatting_deletes_nothing(read: Read) -> None:
    changed = "<w:p><w:pPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange></w:pPr></w:p>"
    assert body(read, changed + p("One") + p("Two")) == [("paragraph 1", "One"), ("paragraph 2", "Two")]


def test_field_codes_are_left_out_and_their_results_read(read: Read) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://office"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("the Office")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert body(read, p("See ", field, ".")) == [("paragraph 1", "See the Office.")]


def test_tabs_breaks_and_special_hyphens(read: Read) -> None:
    article = read("a.docx", docx(p("Net", "<w:r><w:tab/><w:br/></w:r>", "Office")))
    assert (article.text, article.view.text) == ("Net \nOffice", "Net Office")
    article = read("a.docx", docx(p("Of", "<w:r><w:softHyphen/><w:t>fice</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>")))
    assert article.text == "Of\u00adfice\u20111"


def test_tab_stops_are_no_tabs(read: Read) -> None:
    stops = f'<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>{r("Office")}</w:p>'
    assert body(read, stops) == [("paragraph 1", "Office")]


def test_tables_have_rows_and_cells(read: Read) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('inner')}</w:tc></w:tr></w:tbl>"
    rows = f"<w:tr><w:tc>{p('a1')}</w:tc><w:tc>{p('b1')}{inner}</w:tc></w:tr><w:tr><w:tc>{p('a2')}</w:tc></w:tr>"
    table = f"<w:tbl>{rows}</w:tbl>"
    assert body(read, p("Before") + table + p("After")) == [
        ("paragraph 1", "Before"),
        ("table 1, row 1, cell 1", "a1"),
        ("table 1, row 1, cell 2", "b1\ninner"),
        ("table 1, row 2, cell 1", "a2"),
        ("paragraph 2", "After"),
    ]


def test_notes_have_the_numbers_that_word_prints(read: Read) -> None:
    notes = word(
        "w:footnotes",
        f'<w:footnote w:type="separator" w:id="-1">{p("line")}</w:footnote>'
        f'<w:footnote w:id="5">{p("second")}</w:footnote>'
        f'<w:footnote w:id="3">{p("first")}</w:footnote><w:footnote w:id="9">{p("nowhere")}</w:footnote>',
    )
    ends = word("w:endnotes", f'<w:endnote w:id="1">{p("at the end")}</w:endnote>')
    referred = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    content = p("One", referred.format(3), " two", referred.format(5), '<w:r><w:endnoteReference w:id="1"/></w:r>')
    parts = {"word/footnotes.xml": notes, "word/endnotes.xml": ends}
    data = docx(content, parts, footnotes="footnotes.xml", endnotes="/word/endnotes.xml")
    assert places(read("a.docx", data))[1:] == [
        ("footnote 1", "first"),
        ("footnote 2", "second"),
        ("endnote 1", "at the end"),
    ]


def test_headers_and_footers_are_read_once(read: Read) -> None:
    parts = {f"word/{name}.xml": word("w:hdr", p(text)) for name, text in (("h1", "Top"), ("h2", "Top"), ("f1", "End"))}
    data = docx(p("Body"), parts, header1="h1.xml", header2="h2.xml", footer1="f1.xml")
    assert places(read("a.docx", data)) == [("paragraph 1", "Body"), ("header", "Top"), ("footer", "End")]


def test_comments_are_not_read(read: Read) -> None:
    data = docx(p("Body"), {"word/comments.xml": word("w:comments", p("Wrong!"))}, comments="comments.xml")
    assert places(read("a.docx", data)) == [("paragraph 1", "Body")]


def test_text_boxes_and_descriptions_of_pictures(read: Read) -> None:
    box = f"<w:txbxContent>{p('Boxed')}</w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Picture 1" '
        f'descr="The seat of the Office"/>{box}</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert body(read, p("One") + p("Around ", drawing, "it")) == [
        ("paragraph 1", "One"),
        ("text box in paragraph 2", "Boxed"),
        ("paragraph 2", "Around it"),
        ("paragraph 2, picture", "The seat of the Office"),
    ]


def test_styles_make_titles_headings_and_quotations(read: Read) -> None:
    content = p("Report", style="Titel") + p("One", style="berschrift1") + p("Two", style="Mine")
    content += p("Said", style="quote") + f'<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{r("Three")}</w:p>' + p("Text")
    article = read("a.docx", docx(content, {"word/styles.xml": STYLES}, styles="styles.xml"))
    regions = {article.view.text[one.view_span.start : one.view_span.end]: one.kind for one in article.regions}
    assert regions == {
        "Report": RegionKind.TITLE, "One": RegionKind.HEADING, "Two": RegionKind.HEADING,
        "Said": RegionKind.BLOCK_QUOTATION, "Three": RegionKind.HEADING,
    }  # fmt: skip
    assert article.title == "Report"


def test_code_hidden_text_and_formulas_are_not_checked(read: Read) -> None:
    formula = "<m:oMath><m:r><m:t>Office=1</m:t></m:r></m:oMath>"
    line = p("Set ", r("office=1", '<w:rStyle w:val="inline"/>'), r(" secret", "<w:vanish/>"), " so ", formula, ".")
    named = p(r("hidden", '<w:rStyle w:val="secret"/>'), "shown")
    assert body(read, line + p("office()", style="code") + named) == [
        ("paragraph 1", "Set \ufffc so \ufffc."),
        ("paragraph 3", "shown"),
    ]


def test_the_table_of_contents_and_prompts_are_not_read_twice_or_at_all(read: Read) -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    content = control.format(gallery, p("Office ... 3")) + p("Office ... 3", style="toc1")
    content += control.format("<w:showingPlcHdr/>", p("Click here")) + control.format("", p("Chosen"))
    assert [text for _, text in body(read, content)] == ["Chosen"]


def test_properties_give_what_the_text_does_not(read: Read) -> None:
    parts = {"docProps/core.xml": core("A report", "en-GB", "2021-03-04T10:00:00Z")}
    article = read("a.docx", docx(p("Text."), parts))
    assert (article.title, article.lang, str(article.date)) == ("A report", "en-GB", "2021-03-04")
    article = read("a.docx", docx(p("Date 2022-05-06 The heading") + p("Text."), parts))
    assert str(article.date) == "2022-05-06"


@pytest.mark.parametrize("suffix", ["docx", "docm", "dotx"])
def test_documents_with_macros_and_templates_are_read_as_well(read: Read, suffix: str) -> None:
    assert read(f"a.{suffix}", docx(p("Text."))).text == "Text."
