"""Bytes become text, or an error; never mojibake."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.articles.decoding import decode
from termcheck.errors import ArticleError

SENTENCES = {
    "gb18030": [
        "今天，中央网络信息办公室发布了新的规定，要求各地加强网络安全管理。\n",
        "国家主席会见外国客人",
        "中央网信办发布通知。",
    ],
    "big5": ["今天，中央網路資訊辦公室發布了新的規定，要求各地加強網路安全管理。", "網路文明大會開幕"],
    "cp932": ["中央サイバースペース管理局は新しい規則を発表しました。", "東京都知事が会見した"],
    "euc_jp": ["中央サイバースペース管理局は新しい規則を発表しました。"],
    "iso2022_jp": ["これはテストです。東京"],
    "euc_kr": ["중앙 사이버공간 관리국은 새로운 규정을 발표했습니다.", "한국 정부는 오늘 발표했다"],
    "cp1252": [
        "“Hello”. The Central Network Information Office acted.\n",
        "It’s the Ministry’s view – and the café’s.",
        "L’été dernier, le président a déclaré que la réforme était nécessaire.",
        "Größe und Maße der Häuser sind für die Bürger nicht zu ändern.",
        "La niña comió piñas en la mañana del año.",
        "O governo não publicou as ações de São Paulo.",
        "Det er ikke på tide å gå for børnene.",
    ],
    "cp1250": ["Rząd przyjął ustawę o ochronie środowiska.", "A kormány új törvényt fogadott el az őrségről."],
    "cp1251": ["Правительство России приняло новый закон."],
    "koi8-r": ["Правительство России приняло новый закон."],
    "cp1253": ["Η κυβέρνηση ανακοίνωσε νέα μέτρα σήμερα."],
    "cp1254": ["Türkiye Cumhuriyeti'nin başkenti Ankara'dır ve çok güzel bir şehirdir."],
    "cp1255": ["הממשלה הודיעה היום על צעדים חדשים"],
    "cp1256": ["أعلنت الحكومة اليوم عن إجراءات جديدة في البلاد"],
    "cp874": ["รัฐบาลประกาศมาตรการใหม่ในวันนี้"],
}


@pytest.mark.parametrize(("encoding", "text"), [(name, text) for name, texts in SENTENCES.items() for text in texts])
def test_a_single_sentence_is_enough(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@settings(derandomize=True)
@given(st.sampled_from(sorted(SENTENCES)), st.data())
def test_any_part_is_read_rightly_or_refused(encoding: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SENTENCES[encoding]))
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    if len(part) < 16:
        return
    try:
        read = decode(part.encode(encoding), "a.txt")
    except ArticleError:
        return
    assert read == part


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + "Ünï 中\r\n".encode(),
        "Ünï 中\r\n".encode(),
        codecs.BOM_UTF16_LE + "Ünï 中\r\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Ünï 中\r\n".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "Ünï 中\r\n".encode("utf-32-le"),
        codecs.BOM_UTF32_BE + "Ünï 中\r\n".encode("utf-32-be"),
    ],
)
def test_unicode_with_and_without_a_byte_order_mark(data: bytes) -> None:
    assert decode(data, "a.txt") == "Ünï 中\r\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_utf_16_and_32_without_a_byte_order_mark(encoding: str) -> None:
    assert decode("The office acted.\n".encode(encoding), "a.txt") == "The office acted.\n"


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_an_empty_file(data: bytes) -> None:
    assert decode(data, "a.txt") == ""


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"<meta charset=gb2312><p>" + "中央".encode("gbk"), "<meta charset=gb2312><p>中央"),
        (b'<meta http-equiv=x content="text/html; charset=iso-8859-1">\x93caf\xe9\x94',
         '<meta http-equiv=x content="text/html; charset=iso-8859-1">“café”'),
        (b'<?xml version="1.0" encoding="windows-1251"?>' + "Да".encode("cp1251"),
         '<?xml version="1.0" encoding="windows-1251"?>Да'),
        ("<meta charset=gbk>é中".encode(), "<meta charset=gbk>é中"),
    ],
)  # fmt: skip
def test_the_encoding_that_html_declares(data: bytes, text: str) -> None:
    assert decode(data, "a.html", declares_encoding=True) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"x \xed\xa0\x80 y. The Central Office acted.", "UTF-8 but for"),
        ("中央网信办发布了".encode() + b"\xff", "UTF-8 but for"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(256)), "binary"),
        (b"MZ\x90\x01\x02\x03\x04\x05\x06\x07", "binary"),
        (b"abc\x01\x02\x03\x04", "binary"),
        (codecs.BOM_UTF16_LE + b"a", "begins like UTF-16"),
        ("网".encode("gbk") + b" x", "cannot be told"),
        ("ışık".encode("cp1254"), "cannot be told"),
        (b"<meta charset=x-unknown>" + "ışık".encode("cp1254"), "cannot be told"),
    ],
)
def test_what_cannot_be_read_for_certain_is_an_error(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as caught:
        decode(data, "in/a.html", declares_encoding=True)
    assert caught.value.problems[0].place == "in/a.html"
    assert caught.value.problems[0].remedy


def test_an_error_in_utf_8_names_its_line() -> None:
    with pytest.raises(ArticleError, match="line 3"):
        decode("é\r\né\r中央".encode() + b"\xff\r\nx", "a.txt")


def test_line_ends_and_a_later_byte_order_mark_stay() -> None:
    assert decode("a\r\nb\rc\n\ufeffd".encode(), "a.txt") == "a\r\nb\rc\n\ufeffd"


def test_a_stray_control_is_no_binary_file() -> None:
    assert decode(b"page one\x0cpage two\x1a", "a.txt") == "page one\x0cpage two\x1a"
