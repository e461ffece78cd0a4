"""What a glossary covers."""

from pathlib import Path

from termcheck.coverage import coverage
from termcheck.glossary import load_glossary
from termcheck.model import Glossary


def _load(folder: Path, **tables: str) -> Glossary:
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("concept,lang,term,status,domain,note\n" + rows, encoding="utf-8")
    return load_glossary([folder], folder)


def test_the_file_names_the_domain_unless_a_row_does(tmp_path: Path) -> None:
    glossary = _load(
        tmp_path, laws="a,en,Law A,preferred,,\n", bodies="b,en,Body B,preferred,,\nc,en,C,preferred,posts,\n"
    )
    assert [(one.domain, one.concepts) for one in coverage(glossary, None).domains] == [
        ("bodies", 1),
        ("laws", 1),
        ("posts", 1),
    ]


def test_only_a_note_that_begins_so_says_that_a_rendering_is_attested(tmp_path: Path) -> None:
    rows = (
        "a,en,Alpha Office,preferred,,Attested: its website.\n"
        "b,en,Beta Office,preferred,,Not attested: nothing was seen.\n"
        "c,en,Gamma Office,preferred,,It is attested: somewhere.\n"
        "d,en,Delta Office,preferred,,Usual.\n"
        "e,en,Epsilon Office,preferred,,Not verified: its website.\n"
        "d,en,Delta Bureau,admitted,,Attested: its website.\n"
    )
    total = coverage(_load(tmp_path, bodies=rows), None).total
    assert (total.preferred, total.attested, total.not_attested, total.unsaid) == (5, 1, 1, 2)
    assert total.not_verified == 1
    assert total.share == 0.2


def test_source_terms_are_no_renderings(tmp_path: Path) -> None:
    rows = (
        "a,zh-Hans,甲办,preferred,,\na,zh-Hant,甲辦,preferred,,\na,en,Alpha,preferred,,\na,de,Alpha-Amt,preferred,,\n"
    )
    glossary = _load(tmp_path, bodies=rows)
    assert coverage(glossary, "zh").total.renderings["preferred"] == 2
    assert coverage(glossary, None).total.renderings["preferred"] == 4
    assert coverage(glossary, "zh").languages == {"de": 1, "en": 1, "zh-Hans": 1, "zh-Hant": 1}


def test_the_example_glossary_is_as_large_as_it_says(root: Path) -> None:
    covered = coverage(load_glossary([root / "glossary"], root), "zh")
    assert covered.total.concepts >= 483
    assert len(covered.domains) >= 12
    assert covered.total.unsaid == 0
    assert covered.total.attested >= 300
