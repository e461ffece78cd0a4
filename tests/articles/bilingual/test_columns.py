"""Which tables are bilingual, and what their columns hold."""

import pytest

from termcheck.articles.bilingual.table import columns_of
from termcheck.config import Settings


@pytest.mark.parametrize(
    ("header", "source", "targets", "name"),
    [
        ("source,target", (0, None), [(1, None)], None),
        ("ID,Source text,Target text,Comment", (1, None), [(2, None)], 0),
        ("key,Original,Translation", (1, None), [(2, None)], 0),
        ("原文,译文", (0, None), [(1, None)], None),
        ("en,de,fr", (0, "en"), [(1, "de"), (2, "fr")], None),
        ("ID,English,German,Notes", (1, "en"), [(2, "de")], 0),
        ("No.,中文,English", (1, "zh"), [(2, "en")], None),
        ("English (UK),Deutsch (Schweiz)", (0, "en-GB"), [(1, "de-CH")], None),
        ("no,English,Norwegian", (1, "en"), [(2, "no")], None),
    ],
)
def test_bilingual_headers(
    header: str, source: tuple[int, str | None], targets: list[tuple[int, str | None]], name: int | None
) -> None:
    columns = columns_of(header.split(","), Settings())
    assert columns is not None
    assert (columns.source, columns.source_lang) == source
    assert list(columns.targets) == targets
    assert columns.id == name


def test_the_source_is_the_language_that_the_user_says() -> None:
    columns = columns_of(["English", "German"], Settings(source_lang="de"))
    assert columns is not None
    assert (columns.source, columns.targets) == (1, ((0, "en"),))


@pytest.mark.parametrize(
    "header", ["name,size", "id,text", "Language,Name", "Note,German", "all languages,English", "source,text"]
)
def test_other_headers(header: str) -> None:
    assert columns_of(header.split(","), Settings()) is None
