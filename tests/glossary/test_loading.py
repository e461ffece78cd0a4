import sys
from pathlib import Path

import pytest

from termcheck.errors import GlossaryError
from termcheck.glossary import load_glossary
from termcheck.glossary.content import NO_OPTIONS, Options
from termcheck.glossary.formats import FORMATS
from termcheck.model import Glossary

HEADER = "concept,lang,term,status\n"


def write(path: Path, rows: str, header: str = HEADER) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(header + rows, encoding="utf-8", newline="\n")
    return path


def problems(paths: list[Path], root: Path) -> list[str]:
    with pytest.raises(GlossaryError) as caught:
        load_glossary(paths, root)
    return [str(problem) for problem in caught.value.problems]


def texts(glossary: Glossary) -> dict[str, list[str]]:
    return {concept.id: [term.text for term in concept.terms] for concept in glossary.concepts}


def test_a_folder_is_its_tables_in_the_order_of_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "glossary"
    write(folder / "b.csv", "x,en,second,admitted\ny,en,third,preferred\n")
    write(folder / "a.TSV", "x\ten\tfirst\tpreferred\n", HEADER.replace(",", "\t"))
    write(folder / ".hidden.csv", "broken\n")
    write(folder / "README.md", "no table\n")
    write(folder / "deeper" / "c.csv", "z,en,fourth,preferred\n")
    glossary = load_glossary([folder], tmp_path)
    assert texts(glossary) == {"x": ["first", "second"], "y": ["third"]}
    assert glossary.files == ("glossary/a.TSV", "glossary/b.csv")
    assert [str(term.place) for term in glossary.terms] == ["glossary/a.TSV:2", "glossary/b.csv:2", "glossary/b.csv:3"]


def test_several_paths_are_merged_in_their_order(tmp_path: Path) -> None:
    one = write(tmp_path / "one.csv", "x,en,first,admitted\n")
    two = write(tmp_path / "two.csv", "x,en,second,preferred\n")
    assert texts(load_glossary([two, one], tmp_path)) == {"x": ["second", "first"]}


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "glossary" / "one.csv", "x,en,first,admitted\n")
    glossary = load_glossary([tmp_path / "glossary", path, path.parent / ".." / "glossary" / "one.csv"], tmp_path)
    assert texts(glossary) == {"x": ["first"]}
    assert glossary.warnings == ()


def test_an_identical_row_counts_once_and_is_warned_of(tmp_path: Path) -> None:
    one = write(tmp_path / "one.csv", "x,en,first,preferred\n")
    two = write(tmp_path / "two.csv", "x,en,first,preferred\nx,en,second,admitted\n")
    glossary = load_glossary([one, two], tmp_path)
    assert texts(glossary) == {"x": ["first", "second"]}
    (warning,) = glossary.warnings
    assert "two.csv:2" in warning
    assert "one.csv:2" in warning


def test_rows_that_differ_in_a_note_are_two_rows(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv", "x,en,a b,admitted,one\nx,en,a b,admitted,two\n", "concept,lang,term,status,note\n"
    )
    glossary = load_glossary([path], tmp_path)
    assert len(glossary.terms) == 2
    assert glossary.warnings == ()


def test_mistakes_of_all_files_come_together(tmp_path: Path) -> None:
    one = write(tmp_path / "one.csv", "x,en,first,wrong\n")
    two = write(tmp_path / "two.csv", "x,xx-,second,preferred\ny,en,a b,preferred\ny,en,a b,forbidden\n")
    found = problems([one, tmp_path / "no.csv", tmp_path / "list.ods", two], tmp_path)
    assert [text.split(": ")[0] for text in found] == ["no.csv", "list.ods", "one.csv:2", "two.csv:2", "two.csv:4"]


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    (text,) = problems([tmp_path / "terms" / "no.csv"], tmp_path)
    assert text.startswith("terms/no.csv: ")
    assert "check the path" in text


@pytest.mark.parametrize("name", ["terms.ods", "terms.doc", "terms", "terms.csv.bak"])
def test_a_file_of_another_kind(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    (text,) = problems([tmp_path / name], tmp_path)
    assert text.startswith(f"{name}: ")
    assert ".csv, .tsv" in text


def test_no_glossary_at_all(tmp_path: Path) -> None:
    (text,) = problems([], tmp_path)
    assert "--glossary" in text


def test_a_folder_without_a_table(tmp_path: Path) -> None:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "notes.md").write_text("x", encoding="utf-8")
    (text,) = problems([tmp_path / "glossary"], tmp_path)
    assert text.startswith("glossary: no glossary was found")


def test_a_glossary_without_a_row(tmp_path: Path) -> None:
    path = write(tmp_path / "terms.csv", ",,,\n")
    (text,) = problems([path], tmp_path)
    assert text.startswith("terms.csv: ")
    assert "no term" in text


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "terms.csv", "x,en,first,preferred\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (text,) = problems([path], tmp_path)
    assert "terms.csv: the file cannot be read: Permission denied" in text


def test_files_outside_the_root_keep_their_path(tmp_path: Path) -> None:
    path = write(tmp_path / "elsewhere" / "terms.csv", "x,en,first,preferred\n")
    (tmp_path / "project").mkdir()
    assert load_glossary([path], tmp_path / "project").files == (path.as_posix(),)


def test_relative_paths_count_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "project" / "glossary" / "terms.csv", "x,en,first,preferred\n")
    monkeypatch.chdir(tmp_path / "project")
    assert load_glossary([Path("glossary")], tmp_path / "project").files == ("glossary/terms.csv",)
    assert load_glossary([Path("glossary")], Path()).files == ("glossary/terms.csv",)


def test_languages(tmp_path: Path) -> None:
    path = write(tmp_path / "terms.csv", "x,zh,甲乙,preferred\nx,en,first,preferred\ny,*,GitHub,preferred\n")
    assert load_glossary([path], tmp_path).languages == ("en", "zh")


MARTIF = (
    '<martif><text><body><termEntry id="y"><langSet xml:lang="en"><tig><term>from TBX</term></tig></langSet>'
    "</termEntry></body></text></martif>"
)


def test_a_folder_may_hold_several_formats(tmp_path: Path) -> None:
    folder = tmp_path / "glossary"
    write(folder / "a.csv", "x,en,first,preferred\n")
    (folder / "b.tbx").write_text(MARTIF, encoding="utf-8")
    (folder / "c.utx").write_text("#UTX 1.11; en/de;\n#src\ttgt\tsrc:pos\nnode\tKnoten\tnoun\n", encoding="utf-8")
    for name in ("README.md", "accept.txt", "terms.yml", "terms.json", "terms.utf8"):
        (folder / name).write_text("not a glossary unless it is named", encoding="utf-8")
    assert texts(load_glossary([folder], tmp_path)) == {"x": ["first"], "y": ["from TBX"], "node": ["node", "Knoten"]}


def test_a_file_of_any_format_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "TERMS.md").write_text("| concept | en | de |\n|--|--|--|\n| n | node | Knoten |\n", encoding="utf-8")
    (tmp_path / "accept.txt").write_text("GitHub\n", encoding="utf-8")
    files = [tmp_path / "TERMS.md", tmp_path / "accept.txt"]
    assert texts(load_glossary(files, tmp_path)) == {"n": ["node", "Knoten"], "github": ["GitHub"]}


def test_a_workbook_is_a_glossary(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    pytest.importorskip("python_calamine", reason="the extra xlsx is not installed")
    path = write(tmp_path / "terms.csv", "x,en,first,preferred\n")
    terms = load_glossary([path], tmp_path).terms
    (tmp_path / "terms.xlsx").write_bytes(FORMATS["xlsx"].write(terms, NO_OPTIONS))
    (term,) = load_glossary([tmp_path / "terms.xlsx"], tmp_path).terms
    assert str(term.place) == "terms.xlsx:2"


@pytest.mark.parametrize(
    ("name", "module", "extra"), [("terms.xlsx", "python_calamine", "xlsx"), ("terms.yml", "yaml", "yaml")]
)
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    (tmp_path / name).write_text("rules: []", encoding="utf-8")
    monkeypatch.setitem(sys.modules, module, None)
    (text,) = problems([tmp_path / name], tmp_path)
    assert f"needs the extra “{extra}”, which is not installed" in text
    assert f"termcheck[{extra}]" in text


def test_options_say_what_files_leave_open(tmp_path: Path) -> None:
    (tmp_path / "terms.utf8").write_text("node\tKnoten\n", encoding="utf-8")
    (tmp_path / "terms.csv").write_text("A;B\nx;node\n", encoding="utf-8")
    told = Options("de", "en", (("A", "concept"), ("B", "en")))
    glossary = load_glossary([tmp_path / "terms.utf8", tmp_path / "terms.csv"], tmp_path, options=told)
    assert [(term.lang, term.text) for term in glossary.terms] == [("en", "node"), ("de", "Knoten"), ("en", "node")]
    assert glossary.digest != load_glossary([write(tmp_path / "a.csv", "x,en,a,preferred\n")], tmp_path).digest
