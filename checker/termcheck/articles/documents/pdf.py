"""Reads PDF with PDFium (extra ``pdf``): page by page, in the order in which the file draws its text.

A PDF knows letters and their places only. Lines, words and hyphens at line ends are PDFium's; paragraphs, cells,
running titles and whether a hyphen belongs to its word are told here from places and from the document's other words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from termcheck.articles.directives import Mistake
from termcheck.articles.documents.blocks import About, Block, extracted, is_prose
from termcheck.articles.documents.package import mislabelled, protected
from termcheck.articles.documents.pdf_lines import HYPHEN, Line, lines_of
from termcheck.articles.documents.pdf_size import check_size
from termcheck.articles.reading import Extracted
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_PAGES = 5_000
_MOST_CHARACTERS = 20_000_000
_SOFT = "\u00ad"
_PARTED = re.compile(rf"(\w*)(?:{HYPHEN}|(?<=\w)-\n(?=[^\W\d_]))(\w*)")
"""A word that goes on in the next line, or, where PDFium does not see it, on the next page or in the next column."""
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_BULLET = re.compile(r"[•‣◦▪●○■□–—*·-][ \t]|\(?\d{1,2}[.)][ \t]")
_ENDS = frozenset('.!?:;。！？：；…"”’)）」』')
_PARAGRAPH_GAP = 1.3
"""Lines further apart than so many times the usual distance belong to two paragraphs."""
_LINE_GAP = 1.25
"""... if that is more than so many times their height, as it is not within a heading in larger letters."""
_OTHER_SIZE = 0.15
"""Share by which the height of two lines differs that belong to two paragraphs."""
_EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that may be running titles."""
_REPEATS = 3
"""Pages on which such a line stands if it is one."""
_PREFIXES = frozenset(
    "all anti co counter cross e ex far full half high inter long low mid multi non on off one over post pre pro "
    "semi self short sub third two three under well wide".split()
)
"""What often stands before a hyphen that is part of a compound."""


def read_pdf(data: bytes, settings: Settings) -> Extracted:  # noqa: ARG001 - all readers are called alike
    """Read the bytes of a PDF file."""
    if b"%PDF-" not in data[:1024]:
        raise mislabelled(data, "PDF")
    check_size(data)
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


def _pages(document: "PdfDocument") -> list[list[Line]]:
    import pypdfium2

    pages = []
    length = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
            lines = [one for one in lines_of(text) if one.text.strip()]
            text.close()
            page.close()
        except pypdfium2.PdfiumError:
            raise ArticleError(Problem(f"its page {number + 1} is damaged", remedy="print it to PDF again")) from None
        length += sum(len(line.text) for line in lines)
        if length > _MOST_CHARACTERS:
            raise ArticleError(Problem(f"it has more than {_MOST_CHARACTERS:,} characters", remedy="split it"))
        pages.append(lines)
    return pages


# ------------------------------------------------------------------------------------------------------ running titles


class _Page(NamedTuple):
    titles: list[Line]
    """Lines that stand at the edge of several pages, but for their numbers; only on the first of them."""
    lines: list[Line]


def _parted(pages: list[list[Line]]) -> list[_Page]:
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


def _running(page: list[Line], place: int) -> str:
    """What a line at the edge of a page has in common with those of other pages; empty for one in the middle."""
    is_edge = place < _EDGE_LINES or place >= len(page) - _EDGE_LINES
    return re.sub(r"\d+", "#", page[place].text.strip()) if is_edge else ""


# --------------------------------------------------------------------------------------------------- paragraphs


def _blocks(pages: list[_Page], words: Counter[str]) -> Iterator[Block]:
    paragraph: list[Line] = []
    label = ""
    titles: list[Block] = []
    for number, page in enumerate(pages, start=1):
        usual = _usual_distance(page.lines)
        titles += (Block(f"page {number}", line.text) for line in page.titles)
        for place, line in enumerate(page.lines):
            if paragraph and _parts(paragraph, line, usual, is_new_page=place == 0):
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


def _usual_distance(lines: Sequence[Line]) -> float:
    """From a line to the next in most of the paragraphs of a page; the smallest of those that are equally frequent."""
    distances = Counter(
        round(one.bottom - other.bottom)
        for one, other in pairwise(lines)
        if 0 < one.bottom - other.bottom < 3 * one.height
    )
    return float(min(distances, key=lambda each: (-distances[each], each), default=0))


def _parts(paragraph: Sequence[Line], other: Line, usual: float, *, is_new_page: bool) -> bool:
    """Whether a paragraph ends before the next line."""
    one = paragraph[-1]
    if abs(one.height - other.height) > _OTHER_SIZE * max(one.height, other.height):
        return True
    if one.text.endswith(HYPHEN) or (is_new_page and one.text.endswith("-") and other.text[0].islower()):
        return False
    ends = one.text.rstrip()[-1:] in _ENDS
    if is_new_page:
        widest = max(line.right for line in paragraph)
        is_full = len(paragraph) > 1 and one.right + other.first_word + one.height / 3 > widest  # it would not fit
        return ends or not (is_full or other.text[0].islower() or other.text[0] > "\u2e80")
    distance = one.bottom - other.bottom
    if abs(distance) < one.height / 2:
        return True  # the next cell of a row
    if distance < 0:
        return ends  # the next column
    if _BULLET.match(other.text):
        return True
    if usual and distance > max(_PARAGRAPH_GAP * usual, _LINE_GAP * one.height):
        return True
    would_fit = one.right + other.first_word + one.height / 2 < max(one.right, other.right)
    return ends and would_fit


def _joined(lines: list[Line], words: Counter[str]) -> str:
    text = "\n".join(line.text for line in lines).replace(f"{HYPHEN}\n", HYPHEN)
    return _PARTED.sub(lambda match: _rejoined(match[1], match[2], words), text)


def _rejoined(start: str, end: str, words: Counter[str]) -> str:
    """A word that was parted at the end of a line: with its hyphen where that belongs to it, else a soft one."""
    apart, together = f"{start}-{end}".casefold(), f"{start}{end}".casefold()
    if words[apart] != words[together]:
        keeps = words[apart] > words[together]
    else:
        keeps = not end[:1].islower() or start.casefold() in _PREFIXES
    return f"{start}{'-' if keeps else _SOFT}{end}"
