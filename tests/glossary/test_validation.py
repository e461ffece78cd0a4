from pathlib import Path

import pytest

from termcheck.errors import GlossaryError
from termcheck.glossary import load_glossary
from termcheck.model import Glossary

HEADER = "concept,lang,term,status,from,until,paths\n"


def load(tmp_path: Path, rows: str) -> Glossary:
    path = tmp_path / "terms.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return load_glossary([path], tmp_path)


CONTRADICTIONS = {
    "preferred and forbidden": "x,en,Alpha,preferred,,,\nx,en,Alpha,forbidden,,,\n",
    "admitted and deprecated": "x,en,Alpha,deprecated,,,\nx,en,Alpha,admitted,,,\n",
    "composed and decomposed": "x,fr,Comité,admitted,,,\nx,fr,Comite\u0301,deprecated,,,\n",
    "general and regional tag": "x,en,Alpha,admitted,,,\nx,en-GB,Alpha,deprecated,,,\n",
    "regional and general tag": "x,EN-gb,Alpha,admitted,,,\nx,en,Alpha,deprecated,,,\n",
    "every language": "x,*,Alpha,preferred,,,\nx,de,Alpha,forbidden,,,\n",
    "dates that share a day": "x,en,Alpha,admitted,,2020-01-01,\nx,en,Alpha,deprecated,2020-01-01,,\n",
    "superseded, then admitted again": "x,en,Alpha,superseded,,2020-01-01,\nx,en,Alpha,admitted,2021-01-01,,\n",
    "superseded, and wrong before": "x,en,Alpha,superseded,,2020-01-01,\nx,en,Alpha,deprecated,,2010-01-01,\n",
    "paths that can meet": "x,en,Alpha,admitted,,,news/**\nx,en,Alpha,deprecated,,,**/*.md\n",
    "paths and none": "x,en,Alpha,admitted,,,news/**\nx,en,Alpha,deprecated,,,\n",
}
TWO_PREFERRED = {
    "one language": "x,en,Alpha,preferred,,,\nx,en,Beta,preferred,,,\n",
    "differing in case": "x,en,Alpha,preferred,,,\nx,en,alpha,preferred,,,\n",
    "general and regional tag": "x,en,Alpha,preferred,,,\nx,en-GB,Beta,preferred,,,\n",
    "every language": "x,*,Alpha,preferred,,,\nx,en,Beta,preferred,,,\n",
    "dates that meet": "x,en,Alpha,preferred,,2020-06-30,\nx,en,Beta,preferred,2020-06-01,,\n",
}
LEGAL = {
    "two statuses that are right": "x,en,Alpha,preferred,,,\nx,en,Alpha,admitted,,,\n",
    "forms that differ in case": "x,en,GitHub,preferred,,,\nx,en,Github,forbidden,,,\n",
    "forms that differ in a hyphen": "x,en,e-mail,preferred,,,\nx,en,e mail,deprecated,,,\nx,en,email,deprecated,,,\n",
    "other languages": "x,en,Gift,preferred,,,\nx,de,Gift,forbidden,,,\n",
    "other regions": "x,en-GB,colour,preferred,,,\nx,en-US,color,preferred,,,\nx,en-GB,color,deprecated,,,\n",
    "dates that do not meet": "x,en,Alpha,admitted,,2019-12-31,\nx,en,Alpha,deprecated,2020-01-01,,\n",
    "preferred in turn": "x,en,Alpha,preferred,,2019-12-31,\nx,en,Beta,preferred,2020-01-01,,\n",
    "superseded by another": "x,en,Alpha,superseded,,2019-12-31,\nx,en,Beta,preferred,,,\n",
    "superseded, right before": "x,en,Alpha,superseded,2010-01-01,2019-12-31,\nx,en,Alpha,admitted,,2009-12-31,\n",
    "superseded for ever": "x,en,Alpha,superseded,,9999-12-31,\n",
    "paths that cannot meet": "x,en,Alpha,preferred,,,law/*\nx,en,Alpha,forbidden,,,it/*\nx,en,Beta,preferred,,,it/*\n",
    "proposed": "x,en,Alpha,preferred,,,\nx,en,Alpha,proposed,,,\nx,en,Beta,proposed,,,\n",
}  # fmt: skip


@pytest.mark.parametrize("rows", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_form_right_and_wrong_in_one_concept_is_a_mistake(tmp_path: Path, rows: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        load(tmp_path, rows)
    (problem,) = caught.value.problems
    assert problem.place in {"terms.csv:2", "terms.csv:3"}
    other = {"terms.csv:2", "terms.csv:3"} - {problem.place}
    assert other.pop() in problem.message
    assert "concept x" in problem.message
    assert "delete the other row" in problem.remedy


@pytest.mark.parametrize("rows", TWO_PREFERRED.values(), ids=TWO_PREFERRED)
def test_two_preferred_terms_of_one_concept_and_language_are_a_mistake(tmp_path: Path, rows: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        load(tmp_path, rows)
    (problem,) = caught.value.problems
    assert problem.place == "terms.csv:3"
    assert "terms.csv:2" in problem.message
    assert "admitted" in problem.remedy


@pytest.mark.parametrize("rows", LEGAL.values(), ids=LEGAL)
def test_what_does_not_contradict_itself_loads(tmp_path: Path, rows: str) -> None:
    glossary = load(tmp_path, rows)
    assert len(glossary.terms) == rows.count("\n")
    assert glossary.warnings == ()


def test_irregular_forms_can_contradict_as_well(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    rows = "x,en,attorney general,preferred,attorneys general\nx,en,attorneys general,forbidden,\n"
    path.write_text("concept,lang,term,status,forms\n" + rows, encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"'attorneys general' is forbidden here and preferred at terms\.csv:2"):
        load_glossary([path], tmp_path)


def test_a_form_right_in_one_concept_and_wrong_in_another_is_a_warning(tmp_path: Path) -> None:
    glossary = load(tmp_path, "x,en,Alpha,preferred,,,\ny,en,Alpha,deprecated,,,\ny,en,Beta,preferred,,,\n")
    (warning,) = glossary.warnings
    assert warning.startswith("terms.csv:3: ")
    assert "terms.csv:2" in warning
    assert "not_when" in warning


def test_between_concepts_dates_paths_and_languages_count_too(tmp_path: Path) -> None:
    rows = "x,en,Alpha,preferred,,2019-12-31,\ny,en,Alpha,deprecated,2020-01-01,,\nz,de,Alpha,deprecated,,,\n"
    assert load(tmp_path, rows).warnings == ()


def test_all_contradictions_are_reported_in_the_order_of_the_file(tmp_path: Path) -> None:
    rows = "".join(f"x{n},en,Alpha{n},admitted,,,\nx{n},en,Alpha{n},deprecated,,,\n" for n in range(10, 15))
    with pytest.raises(GlossaryError) as caught:
        load(tmp_path, rows)
    assert [problem.place for problem in caught.value.problems] == [f"terms.csv:{line}" for line in range(3, 13, 2)]


def test_many_rows_of_one_form_are_compared_within_bounds(tmp_path: Path) -> None:
    rows = "".join(f"x{n},en,Alpha,{status},,,\n" for n in range(600) for status in ("admitted",))
    rows += "".join(f"y{n},en,Alpha,deprecated,,,\n" for n in range(600))
    assert 0 < len(load(tmp_path, rows).warnings) <= 500
