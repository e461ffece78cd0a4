"""One small, right file of every format in which articles can be; each of them names the Net Office."""

import io
import json
import zipfile
from collections.abc import Mapping

NAME = "Net Office"
"""What every sample says."""
TEXT = f"The {NAME} met on Monday."

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "text", "meta")
)
_STRING = "<string name='a'>{}</string>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _relations(*entries: tuple[str, str, str]) -> str:
    found = "".join(f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for name, kind, to in entries)
    return f'<?xml version="1.0"?><Relationships xmlns="{_RELATIONS}">{found}</Relationships>'


def _docx() -> bytes:
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations(("r1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(("r1", "header", "header1.xml"), ("r2", "styles", "styles.xml")),
        "word/document.xml": f'<w:document xmlns:w="{main}"><w:body><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p></w:body>'
        "</w:document>",
        "word/header1.xml": f'<w:hdr xmlns:w="{main}"><w:p><w:r><w:t>Page</w:t></w:r></w:p></w:hdr>',
        "word/styles.xml": f'<w:styles xmlns:w="{main}"/>',
    })  # fmt: skip


def _pptx() -> bytes:
    main = "http://schemas.openxmlformats.org/presentationml/2006/main"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return zipped({
        "_rels/.rels": _relations(("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/_rels/presentation.xml.rels": _relations(("r1", "slide", "slides/slide1.xml")),
        "ppt/presentation.xml": f'<p:presentation xmlns:p="{main}" xmlns:r="{_OFFICE}"><p:sldIdLst>'
        '<p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>',
        "ppt/slides/slide1.xml": f'<p:sld xmlns:p="{main}" xmlns:a="{drawing}"><p:cSld><p:spTree><p:sp><p:txBody><a:p>'
        f"<a:r><a:t>{TEXT}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>",
    })  # fmt: skip


def _odt() -> bytes:
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_ODF}><office:body><office:text><text:p>{TEXT}</text:p>"
        "</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_ODF}/>",
        "meta.xml": f"<office:document-meta {_ODF}/>",
    })  # fmt: skip


def _epub() -> bytes:
    return zipped({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
        '<rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
        "book.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest><item id="c" href="c.xhtml" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
        "c.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{TEXT}</p></body></html>',
    })  # fmt: skip


def _xlsx() -> bytes:
    rows = (("source", "target"), ("研发处", TEXT))
    cells = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{"AB"[place]}{row}" t="s"><v>{2 * row - 2 + place}</v></c>' for place in (0, 1))
        + "</row>"
        for row in (1, 2)
    )
    shared = "".join(f"<si><t>{text}</t></si>" for row in rows for text in row)
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Terms" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_SHEETS}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEETS}"><sheetData>{cells}</sheetData></worksheet>',
    })  # fmt: skip


def pdf_of(content: bytes, about: str = "", *others: bytes) -> bytes:
    """A PDF of one page with that stream of content, what is said of the stream, and further objects from 6 on."""
    drawn = " ".join(f"/X{number} {number} 0 R" for number in range(6, 6 + len(others)))
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
        + f"/XObject << {drawn} >> >> >>".encode(),
        f"<< /Length {len(content)} {about} >>\nstream\n".encode() + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *others,
    )
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    start = len(data)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    data += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n".encode()
    data += f"startxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


_SEGMENT = f"<source>研发处</source><target>{TEXT}</target>"
SAMPLES: Mapping[str, tuple[str, bytes]] = {
    "text": ("a.txt", f"{TEXT}\n".encode()),
    "markdown": ("a.md", f"# Report\n\n{TEXT}\n".encode()),
    "html": ("a.html", f"<html><body><p>{TEXT}</p></body></html>".encode()),
    "xliff": (
        "a.xlf",
        '<?xml version="1.0"?><xliff version="1.2"><file source-language="zh" target-language="en"><body>'
        f'<trans-unit id="1">{_SEGMENT}</trans-unit></body></file></xliff>'.encode(),
    ),
    "tmx": (
        "a.tmx",
        '<?xml version="1.0"?><tmx version="1.4"><header srclang="zh"/><body><tu><tuv xml:lang="zh"><seg>研发处</seg>'
        f'</tuv><tuv xml:lang="en"><seg>{TEXT}</seg></tuv></tu></body></tmx>'.encode(),
    ),
    "po": ("a.po", f'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "研发处"\nmsgstr "{TEXT}"\n'.encode()),
    "table": ("a.csv", f"source,target\n研发处,{TEXT}\n".encode()),
    "workbook": ("a.xlsx", _xlsx()),
    "qt": (
        "a.ts",
        '<?xml version="1.0"?><TS version="2.1" language="en"><context><name>A</name><message><source>研发处</source>'
        f"<translation>{TEXT}</translation></message></context></TS>".encode(),
    ),
    "rst": ("a.rst", f"Report\n======\n\n{TEXT}\n".encode()),
    "asciidoc": ("a.adoc", f"= Report\n\n{TEXT}\n".encode()),
    "latex": ("a.tex", f"\\section{{Report}}\n{TEXT}\n".encode()),
    "subtitles": ("a.srt", f"1\n00:00:01,000 --> 00:00:02,000\n{TEXT}\n".encode()),
    "docx": ("a.docx", _docx()),
    "pptx": ("a.pptx", _pptx()),
    "odf": ("a.odt", _odt()),
    "epub": ("a.epub", _epub()),
    "pdf": ("a.pdf", pdf_of(f"BT /F1 12 Tf 72 720 Td ({TEXT}) Tj ET".encode())),
    "json": ("a.json", json.dumps({"title": TEXT}).encode()),
    "yaml": ("a.yaml", f"title: {TEXT}\n".encode()),
    "arb": ("a.arb", json.dumps({"@@locale": "en", "title": TEXT}).encode()),
    "xcstrings": (
        "a.xcstrings",
        json.dumps({
            "sourceLanguage": "zh",
            "strings": {"研发处": {"localizations": {"en": {"stringUnit": {"state": "translated", "value": TEXT}}}}},
        }).encode(),
    ),
    "android": ("a.xml", f'<?xml version="1.0"?><resources>{_STRING.format(TEXT)}</resources>'.encode()),
    "apple": ("a.strings", f'"title" = "{TEXT}";\n'.encode()),
    "stringsdict": (
        "a.stringsdict",
        f'<?xml version="1.0"?><plist version="1.0"><dict><key>a</key><string>{TEXT}</string></dict></plist>'.encode(),
    ),
    "properties": ("a.properties", f"title = {TEXT}\n".encode()),
    "resx": ("a.resx", f'<?xml version="1.0"?><root><data name="a"><value>{TEXT}</value></data></root>'.encode()),
}  # fmt: skip
"""Name of a format -> a file name and what the file holds."""
