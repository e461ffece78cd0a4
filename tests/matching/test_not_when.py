"""A name that its row says is not meant in a sentence."""

from pathlib import Path

import pytest

from termcheck import check_text, load_glossary

ROWS = (
    "nbs,en,National Bureau of Statistics,preferred,\n"
    "nbs,en,National Statistics Bureau,deprecated,Uganda\n"
    "nia,en,National Immigration Administration,preferred,\n"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The National Statistics Bureau met.", ["National Statistics Bureau"]),
        ("The National Statistics Bureau of Uganda met.", []),
        ("Uganda asked the National Statistics Bureaus.", []),
        ("Uganda met. The National Statistics Bureau met.", ["National Statistics Bureau"]),
        ("Uganda named the National Statistics Bureau and the National Immigraton Administration.", ["Immigraton"]),
        ("Uganda named the National Bureau of Statistisc.", ["National Bureau of Statistisc"]),
    ],
)
def test_what_a_row_excludes_is_no_other_form_of_its_concept_either(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("concept,lang,term,status,not_when\n" + ROWS, encoding="utf-8")
    findings = check_text(text, load_glossary(path), lang="en").findings
    assert len(findings) == len(found)
    assert all(part in one.text for one, part in zip(findings, found, strict=True))
