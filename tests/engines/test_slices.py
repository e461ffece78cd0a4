"""Large bilingual files are checked slice by slice: what comes out is what checking them as a whole yields."""

from pathlib import Path

import pytest

from termcheck.articles.bilingual import units
from termcheck.engines import checker
from termcheck.matching import mentions
from termcheck.model import Report
from termcheck.pipeline import RunRequest, run

GLOSSARY = """concept,lang,term,status
FW,en,firewall rule,preferred
FW,de,Firewallregel,preferred
FW,de,Firewall-Vorschrift,admitted
FW,de,Brandmauerregel,deprecated
AI,en,artificial intelligence,preferred
AI,de,künstliche Intelligenz,preferred
"""
TARGETS = ("Löschen Sie die Firewallregel.", "Die Brandmauerregel fehlt.", "Etwas anderes.", "Die Firewall-Vorschrift.")


def catalogue(entries: int) -> str:
    head = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n\n'
    rows = [
        f'msgid "Text {number % 37}: the firewall rule &amp; artificial intelligence"\n'
        f'msgstr "Text {number % 37}: {TARGETS[number % 4]} Künstliche Intelligenz"\n'
        for number in range(entries)
    ]
    return head + "\n".join(rows)


def report(folder: Path, monkeypatch: pytest.MonkeyPatch, *, sliced: bool) -> Report:
    monkeypatch.setattr(checker, "_SLICED", 0 if sliced else 1 << 40)
    monkeypatch.setattr(units, "_SLICE", 700)
    return run(RunRequest(paths=("a.po",), cwd=folder, glossary=("glossary.csv",), cache=False))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("entries", [0, 1, 60, 151])
def test_slices_yield_what_the_whole_yields(entries: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.po").write_text(catalogue(entries), encoding="utf-8")
    whole, sliced = (report(folder, monkeypatch, sliced=one) for one in (False, True))
    assert sliced.findings == whole.findings
    assert bool(whole.findings) == (entries > 1)
    assert sliced.reconciliation == whole.reconciliation
    for one, other in zip(sliced.results, whole.results, strict=True):
        assert one.excerpts == other.excerpts
        assert one.page == other.page
        assert (one.length, one.lang, one.notices) == (other.length, other.lang, other.notices)


def test_a_file_that_ends_in_the_middle_is_skipped_as_a_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.po").write_text(catalogue(150) + '\nmsgid "cut off', encoding="utf-8")
    made = report(folder, monkeypatch, sliced=True)
    assert [(one.file, one.unreadable) for one in made.skipped] == [("a.po", True)]
    assert not made.findings


def test_a_term_with_several_names_is_told_with_all_of_them_and_how_often_each_is_used(folder: Path) -> None:
    names = ["Firewallregel"] * 3 + ["Firewall-Vorschrift"] * 2 + ["Durchlassgebot"]
    (folder / "glossary.csv").write_text(f"{GLOSSARY}FW,de,Durchlassgebot,admitted\n", encoding="utf-8")
    rows = [
        f'msgid "The {number}th firewall rule."\nmsgstr "Nr. {number}: {name}."' for number, name in enumerate(names)
    ]
    (folder / "a.po").write_text("\n\n".join(['msgid ""\nmsgstr "Language: de\\n"', *rows]) + "\n", encoding="utf-8")
    made = run(RunRequest(paths=("a.po",), cwd=folder, glossary=("glossary.csv",), cache=False))
    told = {one.text: one for one in made.findings if one.rule == "inconsistent-translation"}
    assert told.keys() == {"Firewall-Vorschrift", "Durchlassgebot"}
    rarest = told["Durchlassgebot"]
    assert rarest.message == (
        "“firewall rule” is “Durchlassgebot” once, but “Firewallregel” 3 times and “Firewall-Vorschrift” 2 times; "
        "write one of them throughout"
    )
    assert [place.line for place in rarest.related] == [5, 14]


def test_targets_in_several_languages_are_screened_each_in_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        f"FW,{lang},{term}" for lang in ("en", "id") for term in ("firewall rule,preferred", "wall guideline,forbidden")
    ]
    (folder / "glossary.csv").write_text(
        "\n".join(["concept,lang,term,status", "FW,de,Regel,preferred", *rows]), "utf-8"
    )
    names = ("firewall rule", "fire wall rule", "firewal rule", "wall guidelines", "guideline of walls", "nothing")
    units = [
        f'<tu><tuv xml:lang="de"><seg>Eine Regel, die {at}.</seg></tuv>'
        f'<tuv xml:lang="en"><seg>A {name}, the {at}th.</seg></tuv>'
        f'<tuv xml:lang="id"><seg>Ada {name}, yaitu {at}.</seg></tuv></tu>'
        for at, name in enumerate(names * 4)
    ]
    body = f'<tmx version="1.4"><header srclang="de"/><body>{"".join(units)}</body></tmx>'
    (folder / "a.tmx").write_text(body, encoding="utf-8")
    request = RunRequest(paths=("a.tmx",), cwd=folder, glossary=("glossary.csv",), cache=False)
    alone = run(request)
    for fewest in ("_FEWEST_CHARACTERS", "_FEWEST_BESIDES"):
        monkeypatch.setattr(mentions, fewest, 0)
    screened = run(request)
    assert {one.lang for one in alone.findings} == {"en", "id"}
    assert screened.findings == alone.findings
