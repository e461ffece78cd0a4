"""Which open texts an editor has checked, and as what."""

from pathlib import Path

import pytest

from termcheck.config import Settings

pytest.importorskip("pygls", reason="needs the extra lsp")

from termcheck.lsp.checking import may_be_readable, readable_path

ROOT = Path("/project").absolute()


@pytest.mark.parametrize(
    ("name", "language_id", "expected"),
    [
        ("a.rst", "restructuredtext", "a.rst"),
        ("docs/a.adoc", "asciidoc", "docs/a.adoc"),
        ("res/values-de/strings.xml", "xml", "res/values-de/strings.xml"),
        ("locales/de.json", "json", "locales/de.json"),
        ("notes", "latex", "notes.tex"),
        (None, "markdown", "untitled.md"),
        ("package.json", "json", None),
        ("pom.xml", "xml", None),
        ("report.docx", "plaintext", None),
        ("a.py", "python", None),
    ],
)
def test_a_text_is_checked_as_a_walk_would_read_it(name: str | None, language_id: str, expected: str | None) -> None:
    settings = Settings(root=ROOT, formats=(("locales/*.json", "json"),))
    path = ROOT / name if name else None
    assert readable_path(path, language_id, settings) == expected
    assert may_be_readable(path, language_id) or expected is None
