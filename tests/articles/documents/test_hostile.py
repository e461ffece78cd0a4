"""Documents that are damaged, locked, mislabelled or made to harm: one clear error each."""

import io
import sys
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seen_articles import Read
from termcheck.articles import Source, read_article
from termcheck.articles.documents.package import MOST_UNPACKED
from termcheck.config import Settings
from termcheck.errors import ArticleError

from .conftest import docx, epub, manifest, odf, p, packed, pdf

TEXT = "<office:text><text:p>Text.</text:p></office:text>"
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>'
)
LOCKED = '<encryption><EncryptedData xmlns="x"><CipherReference URI="OEBPS/c.xhtml"/></EncryptedData></encryption>'


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def damaged(data: bytes) -> bytes:
    """One byte of the packed main part is another one."""
    name = b"word/document.xml"
    at = data.index(name) + len(name) + 10
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def locked() -> bytes:
    data = bytearray(docx(p("Text.")))
    at = 0
    while (at := data.find(b"PK\x01\x02", at + 1)) > 0:
        data[at + 8] |= 1
    return bytes(data)


def many_parts() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(40_000):
            archive.writestr(f"word/media/a-picture-with-a-long-name-{number:060}.png", b"")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("path", "make", "message"),
    [
        ("a.docx", lambda: b"", "it is empty"),
        ("a.docx", lambda: b"Just text.", "it is no Word document"),
        ("a.docx", lambda: b"{\\rtf1 x}", "it is no Word document but an RTF file"),
        ("a.docx", lambda: b"%PDF-1.7", "it is no Word document but a PDF"),
        ("a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected with a password, or in an old format"),
        ("a.docx", lambda: cut(docx(p("Text."))), "it is cut off"),
        ("a.docx", lambda: damaged(docx(p("Text."))), "its part word/document.xml is damaged"),
        ("a.docx", lambda: packed({"word/document.xml": "<w:document"}), "is damaged"),
        ("a.docx", lambda: packed({"word/document.xml": BOMB}), "declares entities of its own"),
        ("a.docx", locked, "protected with a password"),
        ("a.docx", lambda: odf(TEXT), "the part word/document.xml is missing"),
        ("a.docx", many_parts, "more parts than any document"),
        ("a.pptx", lambda: docx(p("Text.")), "another document than its suffix says"),
        ("a.odt", lambda: docx(p("Text.")), "the part content.xml is missing"),
        ("a.odt", lambda: odf(TEXT, **{"META-INF/manifest.xml": manifest("<manifest:encryption-data/>")}), "password"),
        ("a.epub", lambda: odf(TEXT), "it names no package document"),
        ("a.epub", lambda: epub({"c.xhtml": "x"}, **{"META-INF/encryption.xml": LOCKED}), "protected against copying"),
        ("a.epub", lambda: epub({"c.xhtml": "x\0\1\2" * 50}), "binary"),
        ("a.pdf", lambda: b"%PDF-1.7 and no more", "damaged or cut off"),
        ("a.pdf", lambda: docx(p("Text.")), "it is no PDF but a zip archive"),
        ("a.pdf", lambda: pdf([]), "it holds no text"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(read: Read, path: str, make: Callable[[], bytes], message: str) -> None:
    if path == "a.pdf":
        pytest.importorskip("pypdfium2", reason="needs the extra pdf")
    with pytest.raises(ArticleError, match=message) as raised:
        read(path, make())
    assert [problem.place for problem in raised.value.problems] == [path]
    assert all(problem.remedy for problem in raised.value.problems)


def test_a_document_that_unpacks_without_end_is_given_up(read: Read) -> None:
    with pytest.raises(ArticleError, match=f"unpacks to more than {MOST_UNPACKED >> 20} MB"):
        read("a.docx", docx(p("Text."), {"word/document.xml": " " * (MOST_UNPACKED + 1)}))


def test_without_the_extra_a_pdf_says_which_one_is_missing(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ArticleError, match=r"needs the extra “pdf”.*pip install 'termcheck\[pdf\]'"):
        read("a.pdf", pdf([]))


@given(st.binary(max_size=200), st.integers(0, 600), st.sampled_from(["docx", "odt", "epub", "pptx"]))
def test_no_bytes_make_a_reader_fail_otherwise(noise: bytes, at: int, suffix: str) -> None:
    made = {
        "docx": docx(p("Text.")), "odt": odf(TEXT), "epub": epub({"c.xhtml": "<p>Text."}), "pptx": docx(p("Text.")),
    }  # fmt: skip
    data = made[suffix]
    broken = data[:at] + noise + data[at + len(noise) :]
    try:
        article = read_article(Source(f"a.{suffix}", data=broken), Settings())
    except ArticleError:
        return
    assert len(article.locations) >= 1
