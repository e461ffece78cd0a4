"""Shards that are checked apart and merged give the bytes of one run, whatever happens on the way."""

import os
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from termcheck.articles import Source
from termcheck.cli import main
from termcheck.partials.files import PartialFile
from termcheck.partials.sections import RECORDS, SPARES

REPORTS = ("report.html", "findings.csv", "reconciliation.csv")
Command = Callable[..., int]


@pytest.fixture(autouse=True)
def root(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project of this test's own, as the working directory."""
    shutil.copytree(project, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("TERMCHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "project"


def command(*args: str) -> int:
    return main(args)


def one_run(*options: str) -> tuple[int, list[bytes]]:
    formats = ("--format", "json=one.json", "--format", "sarif=one.sarif", "--output", "one.txt")
    status = command("run", "news", "--reports", "one", *formats, *options)
    return status, written("one")


def written(name: str) -> list[bytes]:
    files = [Path(name, report) for report in REPORTS] + [Path(f"{name}.{end}") for end in ("json", "sarif", "txt")]
    return [file.read_bytes() for file in files]


def shards(count: int, *options: str) -> list[str]:
    files = [f"{number}.part" for number in range(1, count + 1)]
    for number, file in enumerate(files, start=1):
        assert command("run", "news", "--shard", f"{number}/{count}", "--partial", file, *options) == 0
    return files


def merged(files: Sequence[str], *options: str) -> tuple[int, list[bytes]]:
    formats = ("--format", "json=all.json", "--format", "sarif=all.sarif", "--output", "all.txt")
    status = command("merge", *files, "--reports", "all", *formats, *options)
    return status, written("all")


@pytest.mark.parametrize("count", [1, 2, 5, 40])
def test_merged_shards_give_the_bytes_of_one_run(root: Path, count: int) -> None:
    expected = one_run()
    assert expected[0] == 3  # an article could not be read
    assert all(word in expected[1][3] for word in (b"inconsistent-across-articles", b"unused-directive"))
    files = shards(count)
    shutil.rmtree(root / "news")  # nobody looks at articles again
    random.shuffle(files)
    assert merged(files) == expected


@pytest.mark.parametrize("limit", [300, 100_000])
def test_long_texts_show_the_same_blocks(monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    from termcheck import gathering
    from termcheck.reports import html_report

    for module in (gathering, html_report):
        monkeypatch.setattr(module, "WHOLE_TEXTS", limit)
    expected = one_run("--no-cache")
    assert merged(shards(3, "--no-cache")) == expected


def test_a_report_too_large_for_memory_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = one_run()
    monkeypatch.setattr("termcheck.sharding._MOST_HELD", 0)
    monkeypatch.setattr("termcheck.partials.shelf._MOST_OPEN", 2)
    assert merged(shards(5)) == expected


@pytest.mark.parametrize("options", [(), ("--only", "deprecated-term"), ("--only", "corpus"), ("--history", "past")])
def test_what_lies_on_the_disk_gives_the_same_in_every_format(
    monkeypatch: pytest.MonkeyPatch, options: Sequence[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    formats = ("json", "jsonl", "compact", "github", "gitlab", "sarif", "junit", "checkstyle", "markdown", "text")

    def made(name: str) -> list[bytes]:
        Path("past").unlink(missing_ok=True)
        asked = [part for format_ in formats for part in ("--format", f"{format_}={name}.{format_}")]
        for _ in range(2):
            command("run", "news", *asked, "--format", "compact", "--reports", name, *options, "--fail-on", "never")
        files = [Path(f"{name}.{format_}") for format_ in formats] + [Path(name, report) for report in REPORTS]
        return [file.read_bytes() for file in files]

    from termcheck import gathering

    expected = made("few")
    assert expected[0]
    monkeypatch.setattr(gathering, "MOST_HELD", 20)
    assert made("many") == expected


def test_a_large_workbook_holds_what_a_small_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    calamine = pytest.importorskip("python_calamine", reason="the extra xlsx is not installed")

    def sheets(name: str) -> list[list[object]]:
        command("run", "news", "--format", f"xlsx={name}", "--fail-on", "never")
        book = calamine.CalamineWorkbook.from_path(name)
        return [book.get_sheet_by_name(sheet).to_python() for sheet in book.sheet_names]

    expected = sheets("small.xlsx")
    assert len(expected[0]) > 20
    monkeypatch.setattr("termcheck.reports.workbook._MOST_HELD", 0)
    assert sheets("large.xlsx") == expected


def test_decisions_and_the_baseline_hold_when_shards_are_merged() -> None:
    line = '{"concept":"civ","form":"Online civilization","scope":"everywhere","verdict":"ignore"}\n'
    Path("termcheck.decisions.jsonl").write_text(line, encoding="utf-8")
    command("baseline", "news/a")
    expected = one_run("--strict")
    assert b'"baseline":0' not in expected[1][3]
    assert merged(shards(3), "--strict") == expected


def test_the_order_of_shards_is_stable() -> None:
    files = shards(2)
    before = {file: {one.path for one in PartialFile(Path(file), file).rows(RECORDS)} for file in files}
    Path("news", "zzz.md").write_text("New here.\n", encoding="utf-8")
    after = {file: {one.path for one in PartialFile(Path(file), file).rows(RECORDS)} for file in shards(2)}
    assert all(before[file] <= after[file] for file in files)
    assert all(before.values())


def test_a_shard_is_small_and_says_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("run", "news", "--partial", "all.part", "--no-reports") == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines()[-1].startswith("termcheck: wrote all.part: 24 articles, 2 skipped, ")
    assert list(Path().glob("all.part*")) == [Path("all.part")]
    file = PartialFile(Path("all.part"), "all.part")
    assert all(record.page is None for record in file.rows(RECORDS))
    assert file.count(SPARES)


# ----------------------------------------------------------------------------------------------- what goes together


def refused(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    capsys.readouterr()
    assert command("merge", *args) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def test_a_missing_shard_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    files = shards(4)
    assert "the partial result of shards 2, 4 is missing, of 4 (" in refused(capsys, files[0], files[2])


def test_a_doubled_shard_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    files = shards(2)
    shutil.copy(files[1], "copy.part")
    told = refused(capsys, *files, "copy.part")
    assert "copy.part: it is shard 2 of 2, as is 2.part" in told
    assert "no partial result" not in told


def test_shards_of_another_run_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    files = shards(2)
    command("run", "news", "--shard", "2/3", "--partial", "third.part")
    assert "third.part: it is one of 3 shards, and 1.part is one of 2" in refused(capsys, files[0], "third.part")
    command("run", "news", "--shard", "2/2", "--partial", "call.part", "--no-directives")
    assert "call.part: it has other options than 1.part" in refused(capsys, files[0], "call.part")
    Path("news", "zzz.md").write_text("New here.\n", encoding="utf-8")
    command("run", "news", "--shard", "2/2", "--partial", "more.part")
    assert "more.part: it has other articles than 1.part" in refused(capsys, files[0], "more.part")


def test_another_glossary_or_configuration_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    files = shards(2)
    with Path("termcheck.toml").open("a", encoding="utf-8") as stream:
        stream.write('quotes = "skip"\n')
    told = refused(capsys, *files)
    assert "1.part: it was made with another configuration than is here" in told
    assert "2.part: it was made with another configuration than is here" in told
    with Path("terms.csv").open("a", encoding="utf-8") as stream:
        stream.write("new,en,new thing,preferred,\n")
    assert "1.part: it was made with another glossary and another configuration than is here" in refused(capsys, *files)


def test_what_only_concerns_the_report_may_differ() -> None:
    files = shards(2)
    with Path("termcheck.toml").open("a", encoding="utf-8") as stream:
        stream.write('fail_on = "never"\nreports = "elsewhere"\n')
    expected = one_run()
    assert merged(files) == expected


def test_a_file_that_is_no_partial_result_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    files = shards(2)
    assert "terms.csv: this is no partial result" in refused(capsys, files[0], "terms.csv")
    assert "nowhere.part: the partial result cannot be read" in refused(capsys, files[0], "nowhere.part")
    data = Path(files[1]).read_bytes()
    Path(files[1]).write_bytes(data[: len(data) // 2])
    assert "2.part: the partial result is not complete" in refused(capsys, *files)


def test_pages_are_asked_for_only_where_they_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    expected = one_run()
    files = shards(2, "--no-reports")
    assert "1.part: it has nothing for the HTML report" in refused(capsys, *files, "--reports", "all")
    formats = ("--format", "json=all.json", "--output", "all.txt")
    assert command("merge", *files, "--no-reports", *formats) == 3
    assert [Path("all.json").read_bytes(), Path("all.txt").read_bytes()] == [expected[1][3], expected[1][5]]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--shard", "1/2"), "--shard: a shard makes no reports by itself (add --partial FILE)"),
        (("--partial", "x", "--reports", "all"), "--reports: it is about the report on all articles"),
        (("--partial", "x", "--fail-on", "hint"), "--fail-on: it is about the report on all articles"),
        (("--partial", "x", "--format", "json"), "--format or --output: it is about the report on all articles"),
        (("--partial", "x", "--only", "corpus"), "--only: it cannot be combined with --partial"),
        (("--partial", "x", "--watch"), "--watch: it cannot be combined with --partial"),
        (("--partial", "news"), "news: the partial result would replace a folder"),
        (("--shard", "0/2", "--partial", "x"), "'0/2' is no shard"),
        (("--shard", "3/2", "--partial", "x"), "'3/2' is no shard"),
        (("--shard", "one", "--partial", "x"), "'one' is no shard"),
    ],
)
def test_what_contradicts_is_told(capsys: pytest.CaptureFixture[str], options: Sequence[str], told: str) -> None:
    assert command("run", "news", *options) == 2
    assert told in capsys.readouterr().err
    assert not Path("x").exists()


# -------------------------------------------------------------------------------------------------------- resuming


def test_an_interrupted_run_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    from termcheck.engines import many, remembered
    from termcheck.engines.checker import Checker

    monkeypatch.setattr(many, "_LOT", 5)
    monkeypatch.setattr(remembered, "_MOST", 3)
    monkeypatch.setattr("termcheck.engines.checker._SETTLED", -(10**18))  # what was written a moment ago counts as well
    command("run", "news", "--partial", "expected.part", "--no-cache", "-j", "1")
    checked: list[str] = []
    honest = Checker._record  # noqa: SLF001

    def checking(checker: Checker, source: Source, *rest: object) -> object:
        checked.append(source.path)
        if len(checked) == 16:
            raise KeyboardInterrupt
        return honest(checker, source, *rest)  # type: ignore[arg-type]  # what it is called with

    monkeypatch.setattr(Checker, "_record", checking)
    options = ("--partial", "all.part", "--no-cache", "-j", "1")
    assert command("run", "news", *options) == 130
    assert not Path("all.part").exists()
    lots = [PartialFile(file, file.name) for file in Path("all.part.parts").iterdir()]
    done = {one.path for lot in lots for one in lot.rows(RECORDS)}
    assert done
    assert set(checked) - done
    checked.extend([""] * 10)
    assert command("run", "news", *options) == 0
    assert not Path("all.part.parts").exists()
    assert not done & set(checked[26:])
    assert len(done) + len(checked[26:]) == 24
    assert Path("all.part").read_bytes() == Path("expected.part").read_bytes()


def test_a_changed_article_is_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from termcheck.engines.journal import Journal

    monkeypatch.setattr(Journal, "remove", lambda _: None)
    command("run", "news", "--partial", "all.part")
    (lot,) = Path("all.part.parts").iterdir()
    os.truncate(lot, 100)  # cut off by whatever stopped the run
    path = Path("news", "a", "04.md")
    path.write_text(path.read_text(encoding="utf-8").replace("Network", "Cyberspace"), encoding="utf-8")
    command("run", "news", "--partial", "all.part")
    command("run", "news", "--partial", "expected.part", "--no-cache")
    assert Path("all.part").read_bytes() == Path("expected.part").read_bytes()
