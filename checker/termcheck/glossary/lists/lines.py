"""Terms and their translations, one pair a line with tabs between: OmegaT, Xbench, UTX."""

from collections.abc import Sequence

from termcheck.errors import Problem
from termcheck.glossary.content import NO_OPTIONS, FileContent, Options, cells_of, read_entries
from termcheck.glossary.native_csv import decode
from termcheck.glossary.pairs import Pair, languages_of, pairs_of
from termcheck.glossary.standing import APPROVED
from termcheck.glossary.tables.header import Column, Layout, layout_of
from termcheck.glossary.tables.language_names import language_of
from termcheck.glossary.tables.rows import Row, entries_of, problem_with
from termcheck.model import Status, Term

_COMMENT = "#"
_NO_VALUE = "-"
_BOM = b"\xef\xbb\xbf"
_UTX_COLUMNS = ("src", "tgt", "src:pos", "term status", "tgt:comment", "concept ID")
_UTX_STATUSES = {
    Status.PREFERRED: "approved", Status.ADMITTED: "approved", Status.DEPRECATED: "non-standard",
    Status.SUPERSEDED: "non-standard", Status.FORBIDDEN: "forbidden", Status.PROPOSED: "provisional",
}  # fmt: skip
_PAIR = Layout([Column("source"), Column("target"), Column("note")])


# ------------------------------------------------------------------------------------------- without a header


def read_pairs(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of a list ``source TAB target TAB comment``, as OmegaT and Xbench keep it.

    The languages are those of the options; without them it cannot be read. Lines that begin with ``#`` are comments.
    """
    text = decode(data, file)
    if isinstance(text, Problem):
        return FileContent((), (text,))
    problem = problem_with(_PAIR, options, file)
    if problem is not None:
        return FileContent((), (problem,))
    problems: list[Problem] = []
    rows: list[Row] = []
    for line, cells in _lines(text):
        if len(cells) < 2 or not cells[1].strip():
            problems.append(
                Problem("the line has no translation after a tab", f"{file}:{line}", "add it, or delete it")
            )
            continue
        note = "\n".join(cell.strip() for cell in cells[2:] if cell.strip())
        rows.append((line, [cells[0], cells[1], note]))
    return read_entries(entries_of(_PAIR, rows, options), file, problems)


def write_omegat(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A list for OmegaT: UTF-8, LF; only approved terms, because it offers each to the translator."""
    return _pairs(terms, options).encode("utf-8")


def write_xbench(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A list of key terms for Xbench: UTF-8 with BOM, CRLF; only approved terms."""
    return _BOM + _pairs(terms, options).replace("\n", "\r\n").encode("utf-8")


def _pairs(terms: Sequence[Term], options: Options) -> str:
    pairs = pairs_of(terms, *languages_of(terms, options))
    lines = (
        "\t".join(map(_cell, (pair.source.text, pair.target.text, pair.target.note))).rstrip("\t")
        for pair in pairs
        if pair.target is not None and pair.target.status in APPROVED
    )
    return "".join(f"{line}\n" for line in lines)


# --------------------------------------------------------------------------------------------------------- UTX


def read_utx(data: bytes, file: str, options: Options = NO_OPTIONS) -> FileContent:
    """The terms of a UTX file (1.11 and 1.20): the first line names the languages, the last one with # the columns."""
    text = decode(data, file)
    if isinstance(text, Problem):
        return FileContent((), (text,))
    lines = text.splitlines()
    header, names = 0, ""
    for number, line in enumerate(lines, 1):
        if line.startswith(_COMMENT) and "\t" in line:
            header, names = number, line
        elif line.strip() and not line.startswith(_COMMENT):
            break
    if not header:
        return FileContent((), (Problem("the file has no line with the names of its columns", f"{file}:1",
                                        "write a line such as #src<TAB>tgt<TAB>src:pos"),))  # fmt: skip
    told = _utx_options(lines[0], options)
    layout = layout_of([name.strip() for name in names[1:].split("\t")], {})
    problem = problem_with(layout, told, f"{file}:{header}")
    if problem is not None:
        return FileContent((), (problem,))
    rows = [(line, ["" if cell.strip() == _NO_VALUE else cell for cell in cells]) for line, cells in _lines(text)]
    return read_entries(entries_of(layout, rows, told), file)


def _utx_options(first: str, options: Options) -> Options:
    """The options with the languages of the first line (``#UTX 1.11; en/ja; ...``) where the user gives none."""
    for part in first.split(";")[1:]:
        source, slash, target = part.strip().partition("/")
        if slash and language_of(source):
            return Options(options.lang or language_of(target), options.source_lang or language_of(source))
    return options


def write_utx(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A UTX 1.11 file: UTF-8, CRLF; every status, notes on translations and ids of concepts.

    The date that its first line should have is left empty, so that the same terms are the same bytes.
    """
    source, target = languages_of(terms, options)
    head = [f"#UTX 1.11; {source}/{target}; ", f"#{chr(9).join(_UTX_COLUMNS)}"]
    lines = ["\t".join(_utx_row(pair)) for pair in pairs_of(terms, source, target)]
    return "".join(f"{line}\r\n" for line in (*head, *lines)).encode("utf-8")


def _utx_row(pair: Pair) -> list[str]:
    shown = pair.target or pair.source
    cells = cells_of(shown)
    kind = cells.get("part_of_speech", "") or _NO_VALUE
    target = pair.target.text if pair.target else ""
    status = _UTX_STATUSES[shown.status] if pair.target else ""
    return [_cell(one) for one in (pair.source.text, target, kind, status, shown.note, shown.concept)]


# --------------------------------------------------------------------------------------------------------- lines


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """The lines that are not empty and no comment, with their number, cut at tabs."""
    return [
        (number, line.split("\t"))
        for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1)
        if line.strip() and not line.startswith(_COMMENT)
    ]


def _cell(text: str) -> str:
    """A text on one line, without tabs."""
    return " ".join(text.split())
