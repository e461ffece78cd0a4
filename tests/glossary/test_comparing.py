import pytest
from hypothesis import HealthCheck, given, settings

from generated_glossaries import glossaries
from termcheck.glossary import group, native_csv
from termcheck.glossary.comparing import difference
from termcheck.glossary.content import Entry, cells_of, read_entries
from termcheck.glossary.merging import merge
from termcheck.glossary.native_writing import write_like
from termcheck.glossary.validation import check_rows, drop_repeated
from termcheck.model import Term

SLOW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def rows(*lines: str, file: str = "terms.csv") -> tuple[Term, ...]:
    """Terms of ``concept lang status text [note]`` each."""
    entries = []
    for line, text in enumerate(lines, 2):
        concept, lang, status, term, *note = text.split(" ", 3)[:3] + text.split(" ", 3)[3].split(" / ")
        entries.append(Entry({"concept": concept, "lang": lang, "status": status, "term": term,
                              "note": note[0] if note else ""}, line))  # fmt: skip
    return read_entries(entries, file).terms


OLD = rows("cac en preferred Cyberspace Office / ok", "cac zh preferred 网信办", "miit en preferred MIIT")


TABLES = {
    "plain": "concept,lang,term,status\nx,en,one,preferred\nx,de,eins,admitted\n",
    "semicolons, CRLF, other order": "Status;Term;Lang;Concept;Owner\r\npreferred;one;en;x;Ann\r\n",
    "byte order mark": "\ufeffconcept,lang,term,status,note\nx,en,one,preferred,\n",
    "quoted": 'concept,lang,term,status,note\nx,en,one,preferred,"a, b"\n',
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_a_merged_table_looks_like_the_first_one(text: str) -> None:
    data = text.encode("utf-8")
    assert write_like(native_csv.read(data, "terms.csv").terms, data) == data


def test_what_differs() -> None:
    new = rows("cac en admitted Cyberspace Office / ok", "cac en preferred CAC", "mot en preferred MOT")
    found = difference(group(OLD), group(new))
    assert [concept.id for concept in found.added] == ["mot"]
    assert [concept.id for concept in found.removed] == ["miit"]
    (change,) = found.changed
    assert [term.text for term in change.added] == ["CAC"]
    assert [term.text for term in change.removed] == ["网信办"]
    assert [(one.field, one.before, one.after) for one in change.changed[0].fields] == [
        ("status", "preferred", "admitted")
    ]


@SLOW
@given(terms=glossaries())
def test_the_order_of_rows_is_no_difference(terms: tuple[Term, ...]) -> None:
    assert not difference(group(terms), group(terms[::-1]))


def test_rows_are_united() -> None:
    other = rows("cac zh preferred 网信办 / short", "mot en preferred MOT", file="other.csv")
    merged = merge([OLD, other])
    assert merged.conflicts == ()
    assert [(term.concept, term.text, term.note) for term in merged.terms] == [
        ("cac", "Cyberspace Office", "ok"), ("cac", "网信办", "short"), ("miit", "MIIT", ""), ("mot", "MOT", ""),
    ]  # fmt: skip


def test_contradictions_name_both_places() -> None:
    other = rows("cac en forbidden Cyberspace Office / bad", "cac zh preferred 网信办公室", file="other.csv")
    assert [str(conflict).partition(" (")[0] for conflict in merge([OLD, other]).conflicts] == [
        "other.csv:2: “Cyberspace Office” of cac: status is 'forbidden' here and 'preferred' at terms.csv:2",
        "other.csv:2: “Cyberspace Office” of cac: note is 'bad' here and 'ok' at terms.csv:2",
        "other.csv:3: the concept cac has two preferred terms in one language",
    ]


def test_with_an_ancestor_each_side_is_heard() -> None:
    ours = rows("cac en preferred Cyberspace Office / better", "cac zh preferred 网信办")
    theirs = rows("cac en admitted Cyberspace Office / ok", "cac zh preferred 网信办", "miit en preferred MIIT")
    merged = merge([ours, theirs], OLD)
    assert merged.conflicts == ()
    assert [cells_of(term) for term in merged.terms] == [
        {"concept": "cac", "lang": "en", "term": "Cyberspace Office", "status": "admitted", "note": "better"},
        {"concept": "cac", "lang": "zh", "term": "网信办", "status": "preferred"},
    ]


def test_a_row_that_is_deleted_and_changed() -> None:
    ours = rows("cac en preferred Cyberspace Office / ok", "cac zh preferred 网信办")
    theirs = rows("cac en preferred Cyberspace Office / ok", "cac zh preferred 网信办", "miit en preferred MIIT / new")
    (conflict,) = merge([ours, theirs], OLD).conflicts
    assert "“MIIT” of miit is changed here and deleted in the other file" in str(conflict)


@SLOW
@given(terms=glossaries())
def test_merging_with_itself_changes_nothing(terms: tuple[Term, ...]) -> None:
    kept, _ = drop_repeated(terms)
    merged = merge([kept, kept])
    assert not difference(group(kept), group(merged.terms))
    assert merged.conflicts == check_rows(merged.terms)[0]


@SLOW
@given(one=glossaries(), other=glossaries())
def test_merging_with_an_unchanged_side_is_the_other_side(one: tuple[Term, ...], other: tuple[Term, ...]) -> None:
    base, _ = drop_repeated(one)
    new, _ = drop_repeated(other)
    assert not difference(group(new), group(merge([base, new], base).terms))
    assert not difference(group(new), group(merge([new, base], base).terms))
