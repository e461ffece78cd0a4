"""Rows are added to a glossary file as its editor would; every byte that was there stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.errors import GlossaryError
from termcheck.glossary import native_csv
from termcheck.glossary.adding import with_rows

ROW = {"concept": "a", "lang": "en", "term": "New, one", "status": "admitted"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "concept,lang,term,status\na,en,X,preferred\nb,en,Y,preferred\n",
            'concept,lang,term,status\na,en,X,preferred\na,en,"New, one",admitted\nb,en,Y,preferred\n',
            id="behind the last row of its concept",
        ),
        pytest.param(
            "concept,lang,term,status\nb,en,Y,preferred\n",
            'concept,lang,term,status\nb,en,Y,preferred\na,en,"New, one",admitted\n',
            id="at the end for a new concept",
        ),
        pytest.param(
            "concept,lang,term,status\r\nb,en,Y,preferred",
            'concept,lang,term,status\r\nb,en,Y,preferred\r\na,en,"New, one",admitted\r\n',
            id="CRLF, no line end before",
        ),
        pytest.param(
            'sep=;\nStatus;term;note;lang;concept\n"preferred";"X\ny";"n";"en";"a"\n\n',
            'sep=;\nStatus;term;note;lang;concept\n"preferred";"X\ny";"n";"en";"a"\n'
            '"admitted";"New, one";"";"en";"a"\n\n',
            id="other order, all quoted, a line break in a cell",
        ),
        pytest.param(
            "concept\tlang\tterm\tstatus\ra\ten\tX\tpreferred\r",
            "concept\tlang\tterm\tstatus\ra\ten\tX\tpreferred\ra\ten\tNew, one\tadmitted\r",
            id="tabs, lone CR",
        ),
        pytest.param("concept,lang,term,status\n", 'concept,lang,term,status\na,en,"New, one",admitted\n', id="empty"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be with BOM"])
def test_a_row_is_added_and_the_rest_stays(before: str, after: str, encoding: str) -> None:
    def encoded(text: str) -> bytes:
        if encoding == "utf-16-be with BOM":
            return b"\xfe\xff" + text.encode("utf-16-be")
        return text.encode(encoding)

    assert with_rows(encoded(before), [ROW], "g.csv") == encoded(after)


def test_a_cell_without_a_column_is_refused_with_the_place() -> None:
    with pytest.raises(GlossaryError, match=r"g\.csv:1: .*column note"):
        with_rows(b"concept,lang,term,status\n", [{**ROW, "note": "why"}], "g.csv")


def test_a_file_that_is_no_table_is_refused() -> None:
    with pytest.raises(GlossaryError, match=r"g\.csv"):
        with_rows(b"", [ROW], "g.csv")


_CELL = (
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn"), exclude_characters="\ufffc\ufffd"), max_size=8
    )
    .map(lambda cell: " ".join(f"w{cell}w".split()))
    .filter(lambda cell: "|" not in cell)
)


@given(
    st.lists(_CELL, min_size=1, max_size=5), _CELL, st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"])
)
def test_what_is_added_is_read_back_and_nothing_else_changes(terms: list[str], new: str, mark: str, end: str) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    lines = [mark.join(("concept", "lang", "term", "status"))]
    lines += [mark.join((f"c{number % 2}", "en", quoted(term), "admitted")) for number, term in enumerate(terms)]
    before = (end.join(lines) + end).encode()
    row = {"concept": "c0", "lang": "en", "term": new, "status": "deprecated"}
    after = native_csv.read(with_rows(before, [row], "g.csv"), "g.csv")
    old = native_csv.read(before, "g.csv")
    assert not after.problems
    found = [(term.concept, term.text, term.status) for term in after.terms]
    assert sorted(found) == sorted([*((term.concept, term.text, term.status) for term in old.terms), *_expected(row)])
    assert [one for one in found if one not in _expected(row)] == [
        one for one in ((term.concept, term.text, term.status) for term in old.terms) if one not in _expected(row)
    ]


def _expected(row: dict[str, str]) -> list[tuple[str, str, str]]:
    import unicodedata

    return [(row["concept"], unicodedata.normalize("NFC", row["term"]), row["status"])]


def test_rows_of_another_table_are_not_changed() -> None:
    with pytest.raises(
        GlossaryError, match="rows can only be changed in a native table, and this one has no column lang"
    ):
        with_rows(b"concept,en,de\nx,node,Knoten\n", [ROW], "terms.csv")
