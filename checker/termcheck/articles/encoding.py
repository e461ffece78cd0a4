"""Text -> bytes, in the encoding that a file already has."""

from termcheck.articles.decoding import BOMS

_OLDER = (
    "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949",
    "iso2022_jp_ext", "iso2022_kr", "cp1252", "cp1250", "cp1251", "koi8-r", "cp866", "cp1253", "cp1254", "cp1255",
    "cp1256", "cp1257", "cp1258", "cp874",
)  # fmt: skip
"""Encodings that articles are read in."""


def encoded_like(data: bytes, before: str, after: str) -> bytes | None:
    """The bytes of the text ``after`` in the encoding in which ``data`` reads as ``before``; its BOM stays.

    None where the encoding cannot be told or has no sign for a new character.
    """
    bom, names = next(((bom, (name,)) for bom, name in BOMS if data.startswith(bom)), (b"", _OLDER))
    for name in names:
        try:
            if bom + before.encode(name) == data:
                return bom + after.encode(name)
        except ValueError:
            continue
    return None
