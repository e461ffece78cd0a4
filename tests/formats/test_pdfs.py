"""PDF files that unpack, or draw, without end are given up before PDFium reads them."""

import base64
import zlib

import pytest

from sample_files import TEXT, pdf_of
from termcheck.articles import Source, read_article
from termcheck.articles.documents.pdf_size import MOST_UNPACKED
from termcheck.config import Settings
from termcheck.errors import ArticleError

pytest.importorskip("pypdfium2", reason="needs the extra pdf")
SHOWN = f"BT /F1 12 Tf 72 720 Td ({TEXT}) Tj ET ".encode()


def shown(data: bytes) -> str:
    return read_article(Source("a.pdf", data=data), Settings()).view.text


def form(content: bytes, drawn: int = 0) -> bytes:
    """A drawing, which may use another one."""
    used = f"/XObject << /X {drawn} 0 R >>" if drawn else ""
    about = f"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length {len(content)} /Resources << {used} "
    return f"{about} /Font << /F1 5 0 R >> >> >>\nstream\n".encode() + content + b"\nendstream"


@pytest.fixture(scope="module")
def much() -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * (1 << 20)) for _ in range((MOST_UNPACKED >> 20) + 1)) + packer.flush()


@pytest.mark.parametrize("kind", ["once", "twice", "as text", "by another name", "called a picture"])
def test_a_page_that_unpacks_to_very_much(much: bytes, kind: str) -> None:
    data = {
        "once": pdf_of(much, "/Filter /FlateDecode"),
        "twice": pdf_of(zlib.compress(much), "/Filter [/FlateDecode /FlateDecode]"),
        "as text": pdf_of(base64.a85encode(much) + b"~>", "/Filter [/ASCII85Decode /FlateDecode]"),
        "by another name": pdf_of(much, "/Filter /Fl#61teDecode"),
        "called a picture": pdf_of(much, "/Subtype /Image /Filter /FlateDecode"),
    }[kind]
    with pytest.raises(ArticleError, match="it unpacks to more than 128 MB"):
        shown(data)


def test_drawings_of_drawings() -> None:
    ten = [form(b"/X Do " * 10, number) for number in range(7, 13)]
    with pytest.raises(ArticleError, match="it unpacks to more than 128 MB"):
        shown(pdf_of(b"/X6 Do", "", *ten, form(SHOWN)))
    assert TEXT in shown(pdf_of(b"/X6 Do", "", form(b"/X Do", 7), form(b"/X Do", 8), form(SHOWN)))
    assert TEXT in shown(pdf_of(SHOWN + b"/X6 Do", "", form(b"/X Do", 6))), "one that draws itself"


def test_packed_pages_and_pictures_of_any_size_are_read(much: bytes) -> None:
    picture = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    picture += f"/Filter /FlateDecode /Length {len(much)} >>\nstream\n".encode() + much + b"\nendstream"
    assert TEXT in shown(pdf_of(zlib.compress(SHOWN), "/Filter /FlateDecode", picture))


def test_a_stream_that_a_page_repeats(much: bytes) -> None:
    del much
    content = zlib.compress(b" " * (1 << 20) + SHOWN)
    once = pdf_of(content, "/Filter /FlateDecode")
    assert TEXT in shown(once)
    with pytest.raises(ArticleError, match="it unpacks to more than 128 MB"):
        shown(once.replace(b"/Contents 4 0 R", b"/Contents [" + b"4 0 R " * 200 + b"]"))
