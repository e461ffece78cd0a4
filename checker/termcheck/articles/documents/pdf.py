"""Reads PDF with PDFium (extra ``pdf``): page by page, in the order in which the file draws its text.

A PDF knows letters and their places only. Lines, words and hyphens at line ends are PDFium's; paragraphs, cells,
running titles and whether a hyphen belongs to its word are told here from places and from the document's other words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from termcheck.articles.directives import Mistake
from termcheck.articles.documents.blocks import About, Block, extracted, is_prose
from termcheck.articles.documents.package import mislabelled, protected
from termcheck.articles.reading import Extracted
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_MOST_PAGES = 5_000
_MOST_CHARACTERS = 20_000_000
_HYPHEN = "\ufffe"
"""What PDFium has for a hyphen at the end of a line."""
_SOFT = "\u00ad"
_PARTED = re.compile(rf"(\w*)(?:{_HYPHEN}|(?<=\w)-\n(?=[^\W\d_]))(\w*)")
"""A word that goes on in the next line, or, where PDFium does not see it, on the next page or in the next column."""
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_BULLET = re.compile(r"[•‣◦▪●○■□–—*·-][ \t]|\(?\d{1,2}[.)][ \t]")
_ENDS = frozenset('.!?:;。！？：；…"”’)）」』')
_CELL_GAP = 1.5
"""White space wider than so many heights of its line parts two cells or columns."""
_PARAGRAPH_GAP = 1.3
"""Lines further apart than so many times the usual distance belong to two paragraphs."""
_OTHER_SIZE = 0.15
"""Share by which the height of two lines differs that belong to two paragraphs."""
_SAMPLES = 5
"""Letters of a line whose places are looked at."""
_EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that may be running titles."""
_REPEATS = 3
"""Pages on which such a line stands if it is one."""
_PREFIXES = frozenset(
    "all anti co counter cross e ex far full half high inter long low mid multi non on off one over post pre pro "
    "semi self short sub third two three under well wide".split()
)
"""What often stands before a hyphen that is part of a compound."""


class _Line(NamedTuple):
    text: str
    left: float
    right: float
    bottom: float
    height: float
    first_word: float
    """Width of its first word."""


def read_pdf(data: bytes, settings: Settings) -> Extracted:  # noqa: ARG001 - all readers are called alike
    """Read the bytes of a PDF file."""
    if b"%PDF-" not in data[:1024]:
        raise mislabelled(data, "PDF")
    document = _opened(data)
    try:
        pages, about = _pages(document), _about(document)
    finally:
        document.close()
    if not any(line for page in pages for line in page):
        message = "it holds no text, only pictures of it" if pages else "it has no pages"
        raise ArticleError(Problem(message, remedy="run it through text recognition (OCR) first"))
    words = Counter(word.casefold() for page in pages for line in page for word in re.findall(r"[\w-]+", line.text))
    blocks = [block for block in _blocks(_parted(pages), words) if is_prose(block.text)]
    found = extracted(blocks, about)
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page]
    if empty:
        named = f"page {empty[0]} holds" if len(empty) == 1 else f"pages {', '.join(empty)} hold"
        found.reading.log.mistakes.append(Mistake(None, f"{named} no text, only pictures of it or nothing"))
    return found


def _opened(data: bytes) -> "PdfDocument":
    try:
        import pypdfium2
    except ImportError:
        remedy = "install it with: pip install 'termcheck[pdf]'"
        raise ArticleError(Problem("PDF needs the extra “pdf”, which is not installed", remedy=remedy)) from None
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise protected("PDF") from None
        remedy = "get it again from where it came, or print it to PDF again"
        raise ArticleError(Problem("it is damaged or cut off", remedy=remedy)) from None
    if count > _MOST_PAGES:
        document.close()
        raise ArticleError(Problem(f"it has more than {_MOST_PAGES:,} pages", remedy="split it"))
    return document


def _about(document: "PdfDocument") -> About:
    meta = document.get_metadata_dict()
    date = _DATE.match(meta.get("CreationDate", ""))
    title = meta.get("Title", "")
    return About(title if is_prose(title) and "." not in title else "", "", "-".join(date.groups()) if date else "")


def _pages(document: "PdfDocument") -> list[list[_Line]]:
    import pypdfium2

    pages = []
    length = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
            lines = [one for one in _lines(text) if one.text.strip()]
            text.close()
            page.close()
        except pypdfium2.PdfiumError:
            raise ArticleError(Problem(f"its page {number + 1} is damaged", remedy="print it to PDF again")) from None
        length += sum(len(line.text) for line in lines)
        if length > _MOST_CHARACTERS:
            raise ArticleError(Problem(f"it has more than {_MOST_CHARACTERS:,} characters", remedy="split it"))
        pages.append(lines)
    return pages


# -------------------------------------------------------------------------------------------------------- lines


def _lines(page: "PdfTextPage") -> Iterator[_Line]:
    """The lines of a page, cut where wide white space parts cells."""
    text = page.get_text_range()
    index = _indices(text)
    at = 0
    for full in re.split(rf"(?<={_HYPHEN})|\r\n|\r|\n", text):
        start = text.index(full, at) if full else at
        at = start + len(full)
        for piece in _cells(page, text, start, at, index):
            first, last = piece
            content = text[first:last]
            if not content.strip():
                continue
            left, _, _, _ = page.get_charbox(index[first], loose=True)
            bottom, height = _line_box(page, [index[first + place] for place in _samples(content)])
            word_end = first + len(content.split(maxsplit=1)[0]) - 1
            _, _, word_right, _ = page.get_charbox(index[word_end], loose=True)
            _, _, right, _ = page.get_charbox(index[last - 1], loose=True)
            yield _Line(content, left, right, bottom, height, word_right - left)


def _samples(content: str) -> list[int]:
    """Some letters, evenly over a line: single ones may be in another font, as bullets and code are."""
    letters = [place for place, char in enumerate(content) if char.isalnum()] or [0]
    return letters[:: max(1, len(letters) // _SAMPLES)]


def _line_box(page: "PdfTextPage", places: Iterable[int]) -> tuple[float, float]:
    """Bottom and height of most of some letters; of the larger ones where two kinds are equally frequent."""
    boxes = [page.get_charbox(place, loose=True) for place in places]
    heights = Counter((round(top - bottom, 2), round(bottom, 2)) for _, bottom, _, top in boxes)
    height, bottom = max(heights, key=lambda each: (heights[each], each))
    return bottom, max(height, 1.0)


def _indices(text: str) -> Sequence[int]:
    """Place of each code point in UTF-16, in which PDFium counts; one more for the end."""
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    found = [0]
    for char in text:
        found.append(found[-1] + (2 if char > "\uffff" else 1))
    return found


def _cells(page: "PdfTextPage", text: str, start: int, end: int, index: Sequence[int]) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    first = start
    for space in re.finditer(r"(?<=\S)\s+(?=\S)", text[start:end]):
        before, after = start + space.start() - 1, start + space.end()
        _, bottom, right, top = page.get_charbox(index[before], loose=True)
        left, _, _, _ = page.get_charbox(index[after], loose=True)
        if left - right > _CELL_GAP * max(top - bottom, 1.0):
            yield first, before + 1
            first = after
    if first < end:
        yield first, end


class _Page(NamedTuple):
    titles: list[_Line]
    """Lines that stand at the edge of several pages, but for their numbers; only on the first of them."""
    lines: list[_Line]


def _parted(pages: list[list[_Line]]) -> list[_Page]:
    """The pages, running titles and all else apart; numbers of pages are left out."""
    counts = Counter(key for page in pages for key in {_running(page, place) for place in range(len(page))} if key)
    parted: list[_Page] = []
    seen: set[str] = set()
    for page in pages:
        now = _Page([], [])
        for place, line in enumerate(page):
            key = _running(page, place)
            if not key or counts[key] < _REPEATS:
                now.lines.append(line)
            elif key not in seen and is_prose(key.replace("#", "")):
                now.titles.append(line)
            seen.add(key)
        parted.append(now)
    return parted


def _running(page: list[_Line], place: int) -> str:
    """What a line at the edge of a page has in common with those of other pages; empty for one in the middle."""
    is_edge = place < _EDGE_LINES or place >= len(page) - _EDGE_LINES
    return re.sub(r"\d+", "#", page[place].text.strip()) if is_edge else ""


# --------------------------------------------------------------------------------------------------- paragraphs


def _blocks(pages: list[_Page], words: Counter[str]) -> Iterator[Block]:
    paragraph: list[_Line] = []
    label = ""
    titles: list[Block] = []
    for number, page in enumerate(pages, start=1):
        usual = _usual_distance(page.lines)
        titles += (Block(f"page {number}", line.text) for line in page.titles)
        for place, line in enumerate(page.lines):
            if paragraph and _parts(paragraph[-1], line, usual, is_new_page=place == 0):
                yield Block(label, _joined(paragraph, words))
                paragraph = []
            if not paragraph:
                yield from titles
                titles.clear()
                label = f"page {number}"
            paragraph.append(line)
    if paragraph:
        yield Block(label, _joined(paragraph, words))
    yield from titles


def _usual_distance(lines: Sequence[_Line]) -> float:
    """From a line to the next in most of the paragraphs of a page; the smallest of those that are equally frequent."""
    distances = Counter(
        round(one.bottom - other.bottom)
        for one, other in pairwise(lines)
        if 0 < one.bottom - other.bottom < 3 * one.height
    )
    return float(min(distances, key=lambda each: (-distances[each], each), default=0))


def _parts(one: _Line, other: _Line, usual: float, *, is_new_page: bool) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    if abs(one.height - other.height) > _OTHER_SIZE * max(one.height, other.height):
        return True
    if one.text.endswith(_HYPHEN) or (is_new_page and one.text.endswith("-") and other.text[0].islower()):
        return False
    ends = one.text.rstrip()[-1:] in _ENDS
    if is_new_page:
        return ends or not (other.text[0].islower() or other.text[0] > "\u2e80")
    distance = one.bottom - other.bottom
    if abs(distance) < one.height / 2:
        return True  # the next cell of a row
    if distance < 0:
        return ends  # the next column
    if _BULLET.match(other.text):
        return True
    if usual and distance > _PARAGRAPH_GAP * usual:
        return True
    would_fit = one.right + other.first_word + one.height / 2 < max(one.right, other.right)
    return ends and would_fit


def _joined(lines: list[_Line], words: Counter[str]) -> str:
    text = "\n".join(line.text for line in lines).replace(f"{_HYPHEN}\n", _HYPHEN)
    return _PARTED.sub(lambda match: _rejoined(match[1], match[2], words), text)


def _rejoined(start: str, end: str, words: Counter[str]) -> str:
    """A word that was parted at the end of a line: with its hyphen where that belongs to it, else a soft one."""
    apart, together = f"{start}-{end}".casefold(), f"{start}{end}".casefold()
    if words[apart] != words[together]:
        keeps = words[apart] > words[together]
    else:
        keeps = not end[:1].islower() or start.casefold() in _PREFIXES
    return f"{start}{'-' if keeps else _SOFT}{end}"
