"""Marks of keys in labels of programs leave no trace; the same signs elsewhere stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.articles import Source, read_article
from termcheck.articles.bilingual.labels import key_mark
from termcheck.config import Settings

MARKED = {
    "&File menu": "File menu",
    "_File menu": "File menu",
    "~File menu": "File menu",
    "File &menu...": "File menu...",
    "Fi&le menu": "File menu",
    "D&ata": "Data",
    "E_xit": "Exit",
    "Save _As": "Save As",
    "文件(&F)": "文件",
    "ファイル (_F)": "ファイル",
    "开始（&S）": "开始",
    "&Überprüfen": "Überprüfen",
    "Log&inseite öffnen": "Loginseite öffnen",
    '"&Open"': '"Open"',
}
TS = "<TS><context><message><source>x</source><translation>Net Offic&amp;e</translation></message></context></TS>"
XLIFF = (
    '<xliff version="1.2"><file source-language="zh" target-language="en"><body><trans-unit id="1"><source>x</source>'
    "<target>&amp;Net Office</target></trans-unit></body></file></xliff>"
)
PLAIN = (
    "R&D Office", "AT&T", "Q&A", "A & B", "Terms && &Conditions", "file_name", "The file_name is long", "__init__",
    "a&nbsp;b", "&amp; more", "x?a=1&b=2", "~/.config", "~100 files", "100_000", "user@a_b.org", "path/_file",
    "_file.txt_", "_call()", "&x=1", "data_&menu", "a" * 201 + "&b", "-_-", "_", "&", "&&", "T&e", "My_longer_name",
)  # fmt: skip


@pytest.mark.parametrize("text", MARKED)
def test_marks(text: str) -> None:
    mark = key_mark(text)
    assert mark is not None
    assert text[: mark.start] + text[mark.end :] == MARKED[text]


@pytest.mark.parametrize("text", PLAIN)
def test_signs_that_are_no_marks(text: str) -> None:
    assert key_mark(text) is None


@given(st.text(st.sampled_from("aZé中 &_~()F1=/.:"), max_size=12))
def test_a_mark_is_one_sign_with_or_without_brackets(text: str) -> None:
    mark = key_mark(text)
    if mark is not None:
        assert sum(sign in "&_~" for sign in text[mark.start : mark.end]) == 1
        assert mark.end - mark.start == 1 or text[mark.end - 1] == ")"


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a.po", 'msgid "x"\nmsgstr "Open the Net Of&fice now"\n', "Net Of&fice"),
        ("a.po", 'msgid "x"\nmsgstr "_Net Office"\n', "Net Office"),
        ("a.po", 'msgid "x"\nmsgstr "the&nbsp;Net&nbsp;Office &amp; more"\n', "Net&nbsp;Office"),
        ("a.properties", "a = &Net Office...\n", "Net Office"),
        ("a.resx", '<root><data name="a"><value>&amp;Net Office</value></data></root>', "Net Office"),
        ("a.resw", '<root><data name="a"><value>N&amp;et Office</value></data></root>', "N&amp;et Office"),
        ("a.json", '{"a": "~Net Office"}', "Net Office"),
        (
            "a.ts",
            TS,
            "Net Offic&amp;e",
        ),
        (
            "a.xlf",
            XLIFF,
            "Net Office",
        ),
    ],
)
def test_names_in_labels_are_whole_and_lead_to_their_place(path: str, text: str, found: str) -> None:
    article = read_article(Source(path, data=text.encode()), Settings())
    shown = article.view.text.replace("\u00a0", " ")
    at = shown.index("Net Office")
    span = article.view.to_file(type(article.segments[0].view_span)(at, at + len("Net Office")))
    assert article.text[span.start : span.end] == found
