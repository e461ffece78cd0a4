"""What is done to files to harm their readers."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from sample_files import NAME

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "Net Office "><!ENTITY b "' + "&a;" * 100 + '"><!ENTITY c "' + "&b;" * 100 + '">'
    '<!ENTITY d "' + "&c;" * 100 + '">]>'
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY d SYSTEM "file:///etc/passwd">]>'

NESTED = (b"[", b'{"a":', b"<a>", b"(", b"> ", b"- ", b"{", b"\\begin{a}", b"<<", b"/*", b'"', b"'", b"|", b"&", b"\\")
"""What may be opened, or repeated, without end."""


def with_xml(data: bytes, doctype: str) -> bytes:
    """An XML document with a document type, whose text holds the last entity of it."""
    text = data.decode("utf-8")
    head, declaration, rest = text.rpartition("?>")
    return f"{head}{declaration}{doctype}{rest.replace(NAME, f'{NAME} &d;')}".encode()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def bombs(data: bytes, much: bytes) -> Iterator[bytes]:
    """A zip archive once for each of its parts, which then unpacks to very much."""
    for blown in parts_of(data):
        stream, directory = io.BytesIO(), b""
        for name, content in parts_of(data).items():
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = much if name == blown else packer.compress(content) + packer.flush()
            size = 10_000 if name == blown else len(content)  # it lies
            head = b"".join((
                b"\0\0\x08\0\0\0!\0", zlib.crc32(content).to_bytes(4, "little"), len(packed).to_bytes(4, "little"),
                size.to_bytes(4, "little"), len(name.encode()).to_bytes(2, "little"),
            ))  # fmt: skip
            start = stream.tell().to_bytes(4, "little")
            directory += b"PK\x01\x02\x14\0\x14\0" + head + b"\0" * 12 + start + name.encode()
            stream.write(b"PK\x03\x04\x14\0" + head + b"\0\0" + name.encode() + packed)
        count = len(parts_of(data)).to_bytes(2, "little")
        place = stream.tell().to_bytes(4, "little")
        end = b"PK\x05\x06\0\0\0\0" + count + count + len(directory).to_bytes(4, "little") + place + b"\0\0"
        yield stream.getvalue() + directory + end
