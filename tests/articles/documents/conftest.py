"""Documents as their programs write them, made of the parts that a test gives."""

import io
import zipfile
from collections.abc import Mapping
from urllib.parse import unquote

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "meta": "meta",
        "svg": "svg-compatible", "presentation": "presentation", "manifest": "manifest",
    }.items()
)  # fmt: skip


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def relations(**parts: str) -> str:
    """The relations of a part: kind, with a number where there are several, -> target."""
    entries = "".join(
        f'<Relationship Id="r-{key}" Type="{OFFICE}/{key.rstrip("0123456789")}" Target="{target}"/>'
        for key, target in parts.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{RELATIONS}">{entries}</Relationships>'


def word(kind: str, content: str) -> str:
    """A part of a Word document or a presentation with that root element."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{kind} {_NAMESPACES}>{content}</{kind}>'


def core(title: str = "", lang: str = "", created: str = "") -> str:
    """The core properties."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:language>{lang}</dc:language><dcterms:created>{created}</dcterms:created>"
        "</cp:coreProperties>"
    )


def docx(body: str, parts: Mapping[str, str] | None = None, **more: str) -> bytes:
    """A Word document: the content of its body, further parts, and relations of the main part."""
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/document.xml": word("w:document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(**more),
            **(parts or {}),
        }
    )


def p(*runs: str, style: str = "") -> str:
    """A paragraph of runs; what is no XML becomes one."""
    content = "".join(run if run.startswith("<") else r(run) for run in runs)
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def odf(content: str, *, automatic: str = "", styles: str = "", meta: str = "", **parts: str) -> bytes:
    """An OpenDocument file: the content of office:body, automatic styles, styles.xml, meta.xml."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": (
                f"<office:document-content {_ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body>{content}</office:body></office:document-content>"
            ),
            "styles.xml": f"<office:document-styles {_ODF}>{styles}</office:document-styles>",
            "meta.xml": (
                f'<office:document-meta {_ODF} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>{meta}'
                "</office:meta></office:document-meta>"
            ),
            **parts,
        }
    )


def manifest(content: str) -> str:
    """META-INF/manifest.xml."""
    return f"<manifest:manifest {_ODF}>{content}</manifest:manifest>"


def epub(chapters: Mapping[str, str], *, title: str = "", **parts: str) -> bytes:
    """An e-book; chapters are in the order of the book."""
    items = "".join(
        f'<item id="c{number}" href="{path}" media-type="application/xhtml+xml"/>'
        for number, path in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": (
                '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
                '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
                "</rootfiles></container>"
            ),
            "OEBPS/book.opf": (
                '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
                f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>en-GB'
                f"</dc:language><dc:date>2021-03-04</dc:date></metadata><manifest>{items}</manifest>"
                f"<spine>{spine}</spine></package>"
            ),
            **{f"OEBPS/{unquote(path)}": content for path, content in chapters.items()},
            **parts,
        }
    )


Drawn = tuple[float, float, float, str]
"""Left, bottom, size of the letters, text."""


def pdf(*pages: list[Drawn], info: str = "") -> bytes:
    """A PDF with text at places; Chinese in a font that every viewer has to know."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", _FONT, _CHINESE, _CHINESE_FONT, f"<< {info} >>"]
    numbers = []
    for page in pages:
        content = "\n".join(f"BT /{_font(text)} {size} Tf {x} {y} Td {_shown(text)} Tj ET" for x, y, size, text in page)
        numbers.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_CHINESE = "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>"
_CHINESE_FONT = (
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
    "/Supplement 4 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox "
    "[-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>"
)


def _font(text: str) -> str:
    return "F1" if text.isascii() else "F2"


def _shown(text: str) -> str:
    return f"({text})" if text.isascii() else f"<{text.encode('utf-16-be').hex()}>"
