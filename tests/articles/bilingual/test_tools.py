"""Bilingual files as translation tools write them: what each adds to the standards is understood or left out."""

from pathlib import Path

import pytest

from termcheck.articles import Source, read_article
from termcheck.config import Settings
from termcheck.model import PROTECTED_MARK

FILES = Path(__file__).parent / "files"
SHOWN = {
    "trados.docx.sdlxliff": {"u1/1": "Öffnen Sie es.", "u1/2": f"Siehe {PROTECTED_MARK}neue Seite."},
    "memoq.docx.mqxliff": {"1": "Öffnen Sie es", "3": "Seite"},
    "phrase.mxliff": {"1:0": f"Öffnen Sie es{PROTECTED_MARK}"},
    "wordfast.docx.txlf": {"1/0": "Öffnen Sie es"},
    "trados.tmx": {"1": f"Öffnen Sie es {PROTECTED_MARK}"},
}


@pytest.mark.parametrize("name", SHOWN)
def test_translations_are_read_and_nothing_else(name: str) -> None:
    article = read_article(Source(name, FILES / name), Settings())
    assert {one.id: article.view.text[slice(*one.view_span)] for one in article.segments} == SHOWN[name]
    assert (article.lang or "").lower() == "de-de"
    assert article.source is not None
    assert "Open" in article.source.view.text
