"""What a project tells of words: pairs that editors accepted, and a dictionary of the source language."""

from pathlib import Path

import pytest

from termcheck.errors import UsageError
from termcheck.languages.cedict import read_cedict
from termcheck.model import Finding, Severity
from termcheck.pipeline import RunRequest, run

_WEIR = "a,en,tidal barrage,preferred\na,en,tidal weir,admitted\nb,en,river barrage project,preferred\n"
_CRAFT = "c,zh,传统手艺,preferred\nc,en,traditional craft,preferred\n"
_ENTRY = (
    "傳統手藝 传统手艺 [chuan2 tong3 shou3 yi4] /traditional craft/\n手藝 手艺 [shou3 yi4] /workmanship/handicraft/\n"
)


def _findings(folder: Path, rows: str, text: str, configuration: str = "") -> list[Finding]:
    (folder / "termcheck.toml").write_text(f"{configuration}\n", encoding="utf-8")
    (folder / "terms.csv").write_text(f"concept,lang,term,status\n{rows}", encoding="utf-8")
    (folder / "a.md").write_text(text, encoding="utf-8")
    return list(run(RunRequest(paths=("a.md",), cwd=folder, glossary=("terms.csv",), lang="en")).findings)


def _decide(folder: Path, form: str) -> None:
    line = f'{{"concept": "a", "form": "{form}", "verdict": "same-word"}}\n'
    (folder / "termcheck.decisions.jsonl").write_text(line, encoding="utf-8")


def test_a_word_that_only_the_glossary_teaches_is_a_hint(tmp_path: Path) -> None:
    (finding,) = _findings(tmp_path, _WEIR, "The river weir project began.")
    assert finding.severity is Severity.HINT
    assert "learnt from a" in finding.reason


@pytest.mark.parametrize("form", ["weir = barrage", "Barrage=Weir"])
def test_it_is_a_warning_once_an_editor_has_accepted_it(tmp_path: Path, form: str) -> None:
    _decide(tmp_path, form)
    (finding,) = _findings(tmp_path, _WEIR, "The river weir project began.")
    assert finding.severity is Severity.WARNING
    assert "accepted by an editor" in finding.reason


def test_accepted_words_need_no_other_evidence(tmp_path: Path) -> None:
    rows = "b,en,river barrage project,preferred\n"
    assert not _findings(tmp_path, rows, "The river weir project began.")
    _decide(tmp_path, "weir = barrage")
    assert len(_findings(tmp_path, rows, "The river weir project began.")) == 1


@pytest.mark.parametrize("form", ["weir barrage", "weir = weir", "weir = barrage = dam", "weir ="])
def test_a_form_that_is_no_pair_is_named(tmp_path: Path, form: str) -> None:
    _decide(tmp_path, form)
    with pytest.raises(UsageError, match="same-word"):
        _findings(tmp_path, _WEIR, "text")


def test_a_dictionary_says_what_the_table_lacks(tmp_path: Path) -> None:
    assert not _findings(tmp_path, _CRAFT, "A traditional handicraft.")
    (tmp_path / "words.u8").write_text(f"# comment\n{_ENTRY}", encoding="utf-8")
    (finding,) = _findings(tmp_path, _CRAFT, "A traditional handicraft.", 'dictionary = "words.u8"')
    assert "handicraft ~ 手艺" in finding.reason


@pytest.mark.parametrize(("content", "message"), [(b"nothing here\n", "no entry"), (b"\xff\xfe", "cannot be read")])
def test_a_file_that_is_no_dictionary_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "words.u8").write_bytes(content)
    with pytest.raises(UsageError, match=message):
        _findings(tmp_path, _CRAFT, "text", 'dictionary = "words.u8"')


def test_a_missing_dictionary_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"words\.u8"):
        _findings(tmp_path, _CRAFT, "text", 'dictionary = "words.u8"')


def test_meanings_are_told_from_asides(tmp_path: Path) -> None:
    file = tmp_path / "words.u8"
    file.write_text("網絡 网络 [wang3 luo4] /network (computing, etc)/the Internet/CL:個|个[ge4]/\n", encoding="utf-8")
    gloss = read_cedict(file, "words.u8", ["网络"])["网络"]
    assert gloss.words == ("network", "internet")
    assert gloss.parts == ()


def test_traditional_characters_are_looked_up_too(tmp_path: Path) -> None:
    file = tmp_path / "words.u8"
    file.write_text(_ENTRY, encoding="utf-8")
    assert read_cedict(file, "words.u8", ["手藝"])["手藝"].words == ("workmanship", "handicraft")
