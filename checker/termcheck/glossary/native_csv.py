"""The native glossary format: a CSV or TSV file with a header, one row a term.

``read`` turns the bytes of a file into terms and problems; it never stops at the first mistake. What the cells may
hold is checked in ``cells``; what rows say together, in ``validation``.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termcheck.errors import Problem
from termcheck.glossary.cells import CellReader
from termcheck.glossary.content import COLUMNS, NO_OPTIONS, REQUIRED, FileContent, Options, limited
from termcheck.model import Place, Term

_DELIMITERS = ",;\t"
_LONGEST_NAME = 40
"""A column's name is shown up to this many characters."""
_LONGEST_CELL = 131_072
"""Characters; what is longer has a quotation mark that is not closed."""
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
_MEND_QUOTES = "put the whole cell in quotation marks and double every quotation mark inside it"
_SAVE_AS_UTF8 = "save the file as 'CSV UTF-8'"


class Header(NamedTuple):
    """The first row of a table and how the table is written."""

    line: int
    """1-based line at which it starts."""
    delimiter: str
    places: Mapping[str, int]
    """Known column -> its position."""
    others: Sequence[tuple[int, str]]
    """Position and name, as written, of the unknown columns."""
    width: int
    """Number of cells."""
    names: Sequence[str]
    """Every cell, as written."""


def read(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of a glossary in the native format.

    ``data`` are the bytes of the file, ``file`` is its path as it is to be reported. Mistakes are returned, not raised.
    A table of another kind, by its header or by what the user says of it, is read as that.
    """
    text = decode(data, file)
    if isinstance(text, Problem):
        return FileContent((), (text,))
    header = find_header(text, file)
    if isinstance(header, Problem):
        return FileContent((), (header,))
    asked = {name.strip().casefold() for name, _ in options.columns}
    if not is_native(header) or not asked.isdisjoint(name.casefold() for name in header.names):
        from termcheck.glossary.tables.reading import read_table

        content = read_table(text, file, options)
        if content is not None:
            return content
    if problems := _check_header(header, file):
        return FileContent((), problems)
    terms, problems = _read_rows(text, header, file)
    return FileContent(terms, problems, _doubtful_columns(header, file))


def is_native(header: Header) -> bool:
    """Whether a table is meant to be a native one, even if a column is missing."""
    return "concept" in header.places and ("lang" in header.places or "term" in header.places)


# ------------------------------------------------------------------------------------------------------ decoding


def decode(data: bytes, file: str) -> str | Problem:
    """The text of a glossary file, or what keeps it from being one; ``file`` is its path as reported."""
    _, encoding = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1 if encoding.startswith("utf-8") else 1
        name = {"utf-8-sig": "UTF-8"}.get(encoding, encoding.upper())
        return Problem(f"the file is not {name}, in which glossaries are written", f"{file}:{line}", _SAVE_AS_UTF8)
    if (place := text.find("\0")) >= 0:
        line = text.count("\n", 0, place) + 1
        return Problem("the file holds NUL characters, so it is no text in UTF-8", f"{file}:{line}", _SAVE_AS_UTF8)
    return text


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """The byte order mark of a file, empty without one, and the name of the encoding that it means."""
    return next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", "utf-8"))


def encode_like(text: str, data: bytes) -> bytes:
    """A text as bytes in the encoding of ``data``, with its byte order mark."""
    bom, encoding = encoding_of(data)
    order = {b"\xff\xfe": "-le", b"\xfe\xff": "-be"}.get(bom.replace(b"\0", b""), "")
    return bom + text.encode(encoding.removesuffix("-sig") + order)


# -------------------------------------------------------------------------------------------------------- header


def find_header(text: str, file: str, known: Callable[[Header], int] | None = None) -> Header | Problem:
    """The first row with a cell that is not blank, read with the delimiter that yields most known columns.

    ``known`` counts the columns that are known, in a table of another kind than the native one.
    """
    start, line, forced = _skip_separator_line(text)
    headers: list[Header] = []
    for delimiter in forced or _DELIMITERS:
        stream = io.StringIO(text, newline="")
        stream.seek(start)
        reader = csv.reader(stream, delimiter=delimiter, strict=True, skipinitialspace=True)
        before = 0
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    headers.append(_parse_header(cells, line + before, delimiter))
                    break
                before = reader.line_num
        except csv.Error:
            continue
    if not headers:
        message = "the header cannot be read" if text.strip() else "the file is empty"
        return Problem(message, f"{file}:{line}", f"the first row must name the columns: {','.join(REQUIRED)}")
    count = known or _count_known
    return max(headers, key=lambda header: (count(header), header.width))


def _count_known(header: Header) -> int:
    return len(header.places)


def _skip_separator_line(text: str) -> tuple[int, int, str]:
    """Where the table starts (offset and 1-based line), and the delimiter of a line ``sep=;`` of Excel, if any."""
    first = io.StringIO(text, newline="").readline()
    directive = first.rstrip("\r\n").strip(' "')
    if directive[:4].lower() == "sep=" and len(directive) > len("sep=") and directive[4] in _DELIMITERS:
        return len(first), 2, directive[4]
    return 0, 1, ""


def _parse_header(cells: Sequence[str], line: int, delimiter: str) -> Header:
    names = [cell.strip() for cell in cells]
    places: dict[str, int] = {}
    others: list[tuple[int, str]] = []
    for place, name in enumerate(names):
        if name.lower() in COLUMNS:
            places.setdefault(name.lower(), place)
        else:
            others.append((place, name))
    return Header(line, delimiter, places, tuple(others), len(names), names)


def _check_header(header: Header, file: str) -> tuple[Problem, ...]:
    where = f"{file}:{header.line}"
    problems = []
    seen: set[str] = set()
    for name in header.names:
        key = name.casefold()
        if key and key in seen:
            problems.append(Problem(f"the column '{_shorten(name)}' stands twice in the header", where,
                                    "delete or rename one of the two"))  # fmt: skip
        seen.add(key)
    missing = [name for name in REQUIRED if name not in header.places]
    if missing:
        what = f"column {missing[0]} is" if len(missing) == 1 else f"columns {', '.join(missing)} are"
        found = ", ".join(_shorten(name) for name in header.names[:12] if name)
        problems.append(Problem(f"the {what} missing in the header (found: {found})", where,
                                f"name the columns {', '.join(REQUIRED)} in the first row"))  # fmt: skip
    return tuple(problems)


def _doubtful_columns(header: Header, file: str) -> tuple[Problem, ...]:
    """Unknown columns whose name is that of a known one but for spaces or signs: kept, but surely meant otherwise."""
    plain = {name.replace("_", ""): name for name in COLUMNS}
    return tuple(
        Problem(f"the unknown column '{_shorten(name)}' has no effect", f"{file}:{header.line}", f"write {plain[key]}")
        for _, name in header.others
        if (key := "".join(filter(str.isalnum, name.lower())).removesuffix("s")) in plain
        or (key := "".join(filter(str.isalnum, name.lower()))) in plain
    )


def _shorten(name: str) -> str:
    return " ".join(name.split())[:_LONGEST_NAME]


# ---------------------------------------------------------------------------------------------------------- rows


def _read_rows(text: str, header: Header, file: str) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    terms: list[Term] = []
    problems: list[Problem] = []
    reader = CellReader(header.places, header.others)
    for line, cells in table_rows(text, header, file, problems):
        term, mistakes = reader.term(cells, Place(file, line))
        if term is not None:
            terms.append(term)
        problems.extend(Problem(mistake.message, f"{file}:{line}", mistake.remedy) for mistake in mistakes)
    return tuple(terms), limited(problems, file)


def table_rows(text: str, header: Header, file: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The rows after the header that are not empty, each with its first line; what is wrong goes to ``problems``."""
    for line, cells in _rows(text, header):
        if isinstance(cells, str):
            problems.append(Problem(cells, f"{file}:{line}", _MEND_QUOTES))
        elif surplus := [cell for cell in cells[header.width :] if cell.strip()]:
            count = f"the row has {len(cells)} cells but the header only {header.width}"
            message = f"{count}; '{_shorten(surplus[0])}' has no column"
            remedy = "put a cell that holds the separator in quotation marks"
            problems.append(Problem(message, f"{file}:{line}", remedy))
        else:
            yield line, cells


def _rows(text: str, header: Header) -> Iterator[tuple[int, list[str] | str]]:
    """The same; for a broken row what is wrong with its quotation marks."""
    csv.field_size_limit(_LONGEST_CELL)  # one for all tables: those of articles allow more
    stream = io.StringIO(text, newline="")
    for _ in range(header.line - 1):
        stream.readline()
    reader = csv.reader(stream, delimiter=header.delimiter, strict=True, skipinitialspace=True)
    next(reader)
    while True:
        line = header.line + reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, _explain(error)
        else:
            if "".join(cells).strip():
                yield line, cells


def _explain(error: csv.Error) -> str:
    """What a message of the csv library means to an editor."""
    text = str(error)
    if "field larger" in text:
        return f"a cell is longer than {_LONGEST_CELL} characters: is a quotation mark left open?"
    if "unexpected end" in text:
        return "the quotation mark that opens a cell of this row is never closed"
    return "a cell goes on after its closing quotation mark"
