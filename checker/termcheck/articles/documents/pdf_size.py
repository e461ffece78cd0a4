"""What a PDF unpacks to, looked at before PDFium reads it: some kilobytes may hold gigabytes, or draw them for ever.

Only what extracting text unpacks is counted: no pictures. What is encrypted, or packed by other means than zlib, cannot
be looked at; it is left to PDFium's own bounds.
"""

import base64
import binascii
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from termcheck.errors import ArticleError, Problem

MOST_UNPACKED = 128 << 20
"""Bytes that a page may come to, with all that it draws, or that a small file may unpack to."""
_RATIO = 30
"""How many times its size a larger file may unpack to."""
_MOST_DRAWN = 4 << 30
"""Bytes that all pages may come to: a letterhead counts on each of them."""
_PER_DRAWING = 500
"""Bytes that drawing something takes besides."""
_OBJECT = re.compile(rb"(\d{1,9})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj\b")
_STREAM = re.compile(rb"stream\r?\n")
_FILTER = re.compile(rb"/(FlateDecode|Fl|ASCIIHexDecode|AHx|ASCII85Decode|A85)(?![A-Za-z])")
_REFERENCE = re.compile(rb"(\d{1,9})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R\b")
_NAMED = re.compile(rb"/([^\0\t\n\f\r /<>\[\](){}%]+)[\0\t\n\f\r ]*(\d{1,9})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R\b")
_DRAWN = re.compile(rb"/([^\0\t\n\f\r /<>\[\](){}%]+)[\0\t\n\f\r ]+Do\b")
_PICTURE = re.compile(rb"/Subtype[\0\t\n\f\r ]*/Image\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_NUMBERS = re.compile(rb"\d{1,9}")
_DEEPEST = 40
"""Levels of drawings in drawings, as PDFium has them."""


class _Object(NamedTuple):
    about: bytes
    """Its dictionary."""
    size: int = 0
    """Bytes of its stream, unpacked; 0 without one, too many for a picture."""
    drawn: Mapping[bytes, int] = {}
    """The names of what its stream draws -> how often."""


def check_size(data: bytes) -> None:
    """Raise ArticleError where a PDF comes to more than anybody has written."""
    objects = _Objects(data).found
    drawn: dict[int, int] = {}
    total = 0
    for one in objects.values():
        if re.search(rb"/Type[\0\t\n\f\r ]*/Page\b", one.about):
            size = _size(one, objects, drawn, 0)
            total += size
            if size > MOST_UNPACKED or total > _MOST_DRAWN:
                raise _too_large()


class _Objects:
    """The objects of a file by their numbers; of several with one number the last, as in a file that was changed."""

    def __init__(self, data: bytes) -> None:
        self.found: dict[int, _Object] = {}
        self._left = max(MOST_UNPACKED, _RATIO * len(data))
        starts = list(_OBJECT.finditer(data))
        for place, start in enumerate(starts):
            end = starts[place + 1].start() if place + 1 < len(starts) else len(data)
            self._add(int(start[1]), data[start.end() : end])

    def _add(self, number: int, raw: bytes) -> None:
        stream = _STREAM.search(raw)
        about = _ESCAPED.sub(_unescaped, raw[: stream.start()] if stream else raw)
        if stream is None or _PICTURE.search(about):
            self.found[number] = _Object(about, MOST_UNPACKED + 1 if stream else 0)  # no page consists of a picture
            return
        content = self._unpacked(about, raw[stream.end() : raw.rfind(b"endstream")])
        self.found[number] = _Object(about, len(content), Counter(_DRAWN.findall(content)))
        if b"/ObjStm" in about:
            for inner, text in _objects_in(about, content):
                self.found.setdefault(inner, _Object(_ESCAPED.sub(_unescaped, text)))

    def _unpacked(self, about: bytes, content: bytes) -> bytes:
        for name in _FILTER.findall(about):
            try:
                if name in {b"FlateDecode", b"Fl"}:
                    content = zlib.decompressobj().decompress(content, self._left + 1)
                elif name in {b"ASCIIHexDecode", b"AHx"}:
                    content = binascii.unhexlify(re.sub(rb"[^0-9A-Fa-f]", b"", content.partition(b">")[0]))
                else:
                    content = base64.a85decode(content.partition(b"~")[0], ignorechars=b" \t\n\r\v\0")
            except (zlib.error, ValueError):
                return b""
            self._left -= len(content)
            if self._left < 0:
                raise _too_large()
        return content


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 16)])


def _objects_in(about: bytes, content: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects in a stream of objects: their numbers and places stand before them."""
    first = re.search(rb"/First[\0\t\n\f\r ]+(\d{1,9})", about)
    if first is None:
        return
    start = int(first[1])
    numbers = [int(one) for one in _NUMBERS.findall(content[:start])]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    ends = [place for _, place in pairs[1:]] + [len(content)]
    for (number, place), end in zip(pairs, ends, strict=True):
        yield number, content[start + place : start + end]


def _size(one: _Object, objects: Mapping[int, _Object], drawn: dict[int, int], depth: int) -> int:
    """Bytes of a page or a drawing, with all that it draws."""
    streams = [one, *(objects[number] for number in _contents(one, objects))]
    size = sum(stream.size for stream in streams) + _PER_DRAWING
    if depth > _DEEPEST:
        return size
    forms = dict(_NAMED.findall(_resources(one, objects)))
    for name, count in (drawing for stream in streams for drawing in stream.drawn.items()):
        number = int(forms.get(name, b"-1"))
        if number in objects and b"/Form" in objects[number].about:
            if number not in drawn:
                drawn[number] = 0  # what draws itself is drawn once
                drawn[number] = _size(objects[number], objects, drawn, depth + 1)
            size += count * drawn[number]
    return size


def _contents(page: _Object, objects: Mapping[int, _Object]) -> Iterator[int]:
    """The streams of a page, in an array, perhaps one that is an object of its own; a stream may be there often."""
    found = re.search(rb"/Contents[\0\t\n\f\r ]*(\[[^\]]*\]|\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R)", page.about)
    for reference in _REFERENCE.findall(found[1]) if found else ():
        one = objects.get(int(reference))
        if one is not None and one.about.strip().startswith(b"["):
            yield from (int(inner) for inner in _REFERENCE.findall(one.about) if int(inner) in objects)
        elif one is not None:
            yield int(reference)


def _resources(one: _Object, objects: Mapping[int, _Object]) -> bytes:
    """The text in which its drawings have their names: that of the object, and those that it refers to for them."""
    texts = [one.about]
    for key in (b"/Resources", b"/XObject"):
        named = re.compile(key + rb"[\0\t\n\f\r ]+(\d{1,9})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R\b")
        numbers = [int(number) for text in texts for number in named.findall(text)]
        texts += [objects[number].about for number in numbers if number in objects]
    return b" ".join(texts)


def _too_large() -> ArticleError:
    message = f"it unpacks to more than {MOST_UNPACKED >> 20} MB"
    return ArticleError(Problem(message, remedy="split it, if it is what it should be"))
