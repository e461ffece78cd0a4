"""The example glossary: that it is well kept. That it finds what it should is measured by ``make accuracy``."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from termcheck.config import Settings
from termcheck.glossary import load_glossary
from termcheck.lint import lint
from termcheck.model import Glossary, Status

STATUS_ORDER = {"preferred": 0, "admitted": 1, "superseded": 2, "deprecated": 3, "forbidden": 4}
LANGUAGE_ORDER = {"zh": 0, "zh-Hans": 0, "zh-Hant": 1, "en": 2}
FILES = sorted(path.stem for path in (Path(__file__).parents[2] / "glossary").glob("*.csv"))


@pytest.fixture(scope="module")
def glossary(root: Path) -> Glossary:
    return load_glossary([root / "glossary"], root)


def test_it_loads_without_a_warning(glossary: Glossary) -> None:
    assert glossary.warnings == ()
    assert len(glossary.concepts) >= 483
    assert glossary.languages == ("en", "zh", "zh-Hans", "zh-Hant")


def test_every_concept_has_one_preferred_term_in_english_and_in_chinese(glossary: Glossary) -> None:
    preferred = Counter((term.concept, term.lang) for term in glossary.terms if term.status is Status.PREFERRED)
    both = Counter((concept, "en" if lang == "en" else "zh") for concept, lang in preferred if lang != "zh-Hant")
    assert both == Counter((concept.id, lang) for concept in glossary.concepts for lang in ("en", "zh"))
    assert set(preferred.values()) == {1}


def test_a_simplified_term_that_has_another_traditional_form_has_it(glossary: Glossary) -> None:
    by_lang = Counter((term.concept, term.lang) for term in glossary.terms)
    simplified = {concept: count for (concept, lang), count in by_lang.items() if lang == "zh-Hans"}
    assert simplified == {concept: by_lang[concept, "zh-Hant"] for concept in simplified}


def test_lint_has_nothing_to_say(glossary: Glossary) -> None:
    assert [str(message) for message in lint(glossary, Settings(lang="en", source_lang="zh"))] == []


def test_no_template_is_left(glossary: Glossary) -> None:
    assert [term.text for term in glossary.terms if set(term.text) & set("{}（）") or " / " in term.text] == []


def test_every_wrong_term_says_why(glossary: Glossary) -> None:
    wrong = (Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN)
    assert [term.text for term in glossary.terms if term.status in wrong and not term.note] == []


def test_the_standing_example(glossary: Glossary) -> None:
    rows = {term.text: term.status for term in glossary.terms if term.concept == "cac"}
    assert rows["Central Cyberspace Administration"] is Status.PREFERRED
    assert rows["Cyberspace Administration of China"] is Status.ADMITTED
    assert rows["Office of the Central Cyberspace Affairs Commission"] is Status.ADMITTED
    assert rows["Central Network Information Office"] is Status.DEPRECATED
    assert rows["国家网信办"] is Status.ADMITTED


@pytest.mark.parametrize("name", FILES)
def test_the_files_are_in_order_and_open_in_a_spreadsheet(root: Path, name: str) -> None:
    data = (root / "glossary" / f"{name}.csv").read_bytes()
    text = data.decode("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    rows = list(csv.DictReader(text.splitlines(), strict=True))
    keys = [
        (row["concept"], LANGUAGE_ORDER[row["lang"]], STATUS_ORDER[row["status"]], row["term"].lower(), row["term"])
        for row in rows
    ]
    assert keys == sorted(keys)
    cells = [cell for row in rows for cell in row.values()]
    assert [cell for cell in cells if cell != cell.strip() or cell.startswith(("=", "+", "-", "@"))] == []
