"""Bytes -> text. Offsets refer to the decoded text as it stands: no line end is translated, only the BOM is dropped.

UTF-8 is taken where the bytes are valid UTF-8, which no other encoding is by accident; then UTF-16 and UTF-32; then the
encoding an HTML file declares; then ``legacy`` weighs the older encodings. What cannot be told for certain is an error:
a text read in the wrong encoding would pass as clean.
"""

import codecs
import re

from termcheck.errors import ArticleError, Problem

MOST_BYTES = 64 * 1024 * 1024
"""Largest file that is read; beyond that it is hardly one article."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""How files begin that say their encoding; those of UTF-32 before those of UTF-16, which begin alike."""
_NO_TEXT = re.compile(r"[\x00-\x06\x0e-\x19\x1c-\x1f\x7f]")
"""Controls that texts do not hold: not tab, line and page ends, BEL, BS, the DOS end mark, ESC."""
_MOST_CONTROLS = 0.005
_DECLARED = rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)"
_DECLARATION_REACH = 4096
_ALIASES = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "cp936": "gb18030",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-9": "cp1254",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
    "sjis": "cp932", "big5": "big5hkscs", "x-euc-jp": "euc_jp", "tis-620": "cp874", "iso-8859-11": "cp874",
}  # fmt: skip
"""Labels that stand for the larger encoding that is really used under that name (WHATWG Encoding)."""
_SAVE_AS_UTF8 = "save it as UTF-8"
_NO_TEXTS = ((b"%PDF-1.", "a PDF"), (b"%PDF-2.", "a PDF"), (b"{\\rtf1", "an RTF file"))
"""First bytes of files that may be nothing but letters, but are no text -> what they are."""


def decode(data: bytes, place: str, *, declares_encoding: bool = False, fallback: str = "") -> str:
    """The text of a file. Raises ArticleError, with ``place``, where the bytes are no text or could be several.

    ``fallback`` is the encoding of a file that is not UTF-8, where its format prescribes one.
    """
    _refuse_others(data, place)
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _with_bom(data[len(bom) :], encoding, place)
    if b"\x00" in data:
        text = _utf_16_without_bom(data)
        if text is None:
            raise _binary(place)
        return text
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if fallback and not has_controls(found := data.decode(fallback, "replace")):
            return found
        return _not_utf_8(data, error, place, declares_encoding=declares_encoding)
    if b"\x1b$" in data or b"\x1b(" in data:
        text = _decoded(data, "iso2022_jp_ext") or _decoded(data, "iso2022_kr") or text
    if has_controls(text):
        raise _binary(place)
    return text


def _refuse_others(data: bytes, place: str) -> None:
    for start, kind in _NO_TEXTS:
        if data.startswith(start):
            raise ArticleError(Problem(f"it is no text but {kind}", place, "give it the suffix of its format"))


def too_large(place: str) -> ArticleError:
    """The error for a file of more than ``MOST_BYTES``."""
    return ArticleError(Problem(f"it is larger than {MOST_BYTES >> 20} MB", place, "split it into articles"))


def has_controls(text: str) -> bool:
    """Whether a text holds more control characters than a slip of the keyboard explains."""
    found = sum(1 for _ in _NO_TEXT.finditer(text))
    return found > 0 and ("\x00" in text or found > 2 + _MOST_CONTROLS * len(text))


def _with_bom(data: bytes, encoding: str, place: str) -> str:
    text = _decoded(data, encoding)
    if text is None:
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise ArticleError(Problem(f"it begins like {name} but is damaged", place, _SAVE_AS_UTF8))
    if has_controls(text):
        raise _binary(place)
    return text


def _utf_16_without_bom(data: bytes) -> str | None:
    """The text of bytes with NULs, if these stand as in UTF-16 or UTF-32: always in the same place of a unit."""
    zeros = [data[place::4].count(0) for place in range(4)]
    units = len(data) // 4
    candidates = []
    if units and len(data) % 4 == 0 and zeros[2] == zeros[3] == units:
        candidates.append("utf-32-le")
    if units and len(data) % 4 == 0 and zeros[0] == zeros[1] == units:
        candidates.append("utf-32-be")
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if len(data) % 2 == 0 and (even == 0) != (odd == 0):
        candidates.append("utf-16-le" if even == 0 else "utf-16-be")
    for encoding in candidates:
        text = _decoded(data, encoding)
        if text is not None and not has_controls(text) and _is_plausible(text):
            return text
    return None


def _is_plausible(text: str) -> bool:
    """Whether nearly all characters are letters, digits, white space or common punctuation."""
    good = sum(char.isalnum() or char.isspace() or char in ".,;:!?'\"()-，。、；：！？（）《》“”‘’—…" for char in text)
    return good >= 0.9 * len(text) and any(char.isspace() or char in "，。、.," for char in text)


def _not_utf_8(data: bytes, error: UnicodeDecodeError, place: str, *, declares_encoding: bool) -> str:
    if declares_encoding:
        match = re.search(_DECLARED, data[:_DECLARATION_REACH])
        text = _decoded(data, _python_name((match[1] or match[2]).decode("ascii", "replace"))) if match else None
        if text is not None and not has_controls(text):
            return text
    if _is_damaged_utf_8(data):
        line = len(re.findall(rb"\r\n|\r|\n", data[: error.start])) + 1
        message = f"it is UTF-8 but for some bytes, the first of them in line {line}"
        raise ArticleError(Problem(message, place, "mend these bytes, or save the file as UTF-8 again"))
    from termcheck.articles.legacy import detect

    text = detect(data)
    if text is None:
        if has_controls(data.decode("latin-1")):
            raise _binary(place)
        raise ArticleError(Problem("its encoding cannot be told for certain", place, _SAVE_AS_UTF8))
    return text


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether bytes are UTF-8 with a few errors, or with surrogates written as characters (CESU-8, WTF-8)."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        beyond_ascii = sum(char > "\x7f" for char in text)
        return text.count("\ufffd") <= beyond_ascii / 4
    return True


def _decoded(data: bytes, encoding: str) -> str | None:
    """The bytes in an encoding; None where they are not valid in it, or where it is none."""
    try:
        return data.decode(encoding)
    except (ValueError, LookupError):
        return None


def _python_name(label: str) -> str:
    label = label.lower()
    return _ALIASES.get(label, label)


def _binary(place: str) -> ArticleError:
    return ArticleError(Problem("it holds binary data, no text", place, "export it as text, or take it out of the run"))
