"""``missing-term`` where the glossary has no term in the language of the sources."""

from pathlib import Path

import pytest

from termcheck.pipeline import RunRequest, run

NAMES = "concept,lang,term,status\nps,*,Photoshop,preferred\n"
HEAD = 'msgid ""\nmsgstr ""\n"Language: ja\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.mark.parametrize(("target", "found"), [("Photoshopを開く", []), ("フォトショップを開く", ["missing-term"])])
def test_names_of_every_language_are_looked_for_in_sources_of_any(
    tmp_path: Path, target: str, found: list[str]
) -> None:
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    (tmp_path / "ja.po").write_text(f'{HEAD}msgid "Open Photoshop"\nmsgstr "{target}"\n', encoding="utf-8")
    report = run(RunRequest(paths=("ja.po",), cwd=tmp_path, glossary=("names.csv",)))
    assert [one.rule for one in report.findings] == found
    assert not report.skipped
    assert not report.notices
