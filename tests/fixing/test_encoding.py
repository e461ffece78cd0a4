"""A mended file keeps its encoding."""

import codecs

import pytest

from termcheck.articles.decoding import decode
from termcheck.articles.encoding import encoded_like

CHINESE = "中央网信办主任在会议上发表讲话，强调要加强网络文明建设，推动互联网健康发展。" * 5
FRENCH = (
    "Le ministère de l'Éducation a été réformé à la suite de la décision du gouvernement français, où il a été créé. "
    * 3
)


@pytest.mark.parametrize(
    ("text", "encoding", "bom"),
    [
        (CHINESE, "utf-8", b""), (CHINESE, "utf-8", codecs.BOM_UTF8), (CHINESE, "gb18030", b""),
        (CHINESE, "utf-16-le", codecs.BOM_UTF16_LE), (CHINESE, "utf-16-be", codecs.BOM_UTF16_BE),
        (FRENCH, "cp1252", b""),
    ],
)  # fmt: skip
def test_the_new_text_is_written_as_the_old_one_was(text: str, encoding: str, bom: bytes) -> None:
    data = bom + text.encode(encoding)
    before = decode(data, "a")
    after = before.replace("网信办", "网络").replace("ministère", "maire")
    written = encoded_like(data, before, after)
    assert written == bom + after.encode(encoding)
    assert decode(written, "a") == after


def test_what_an_encoding_cannot_say_is_not_written() -> None:
    data = FRENCH.encode("cp1252")
    assert encoded_like(data, decode(data, "a"), "网") is None
