from pathlib import Path

import pytest

from termcheck.config import read_settings


def settings(tmp_path: Path, text: str) -> tuple[tuple[tuple[str, str], ...], list[str]]:
    (tmp_path / "termcheck.toml").write_text(text, encoding="utf-8")
    loaded = read_settings(tmp_path)
    return loaded.settings.glossary_columns, list(map(str, loaded.problems))


def test_columns_and_what_they_hold(tmp_path: Path) -> None:
    found, problems = settings(tmp_path, '[glossary_columns]\n"Spalte 1" = "concept"\nBenennung = "de (forbidden)"\n')
    assert found == (("Spalte 1", "concept"), ("Benennung", "de (forbidden)"))
    assert problems == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('glossary_columns = "term"', "termcheck.toml:1: `glossary_columns` must be a table"),
        ("[glossary_columns]\na = 1\n", "termcheck.toml:2: `glossary_columns.a` must be a text"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, message: str) -> None:
    (problem,) = settings(tmp_path, text)[1]
    assert message in problem
