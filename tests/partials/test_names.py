"""``discover`` in shards: whoever reads which article, in whatever order it is put together, one run's proposals."""

import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termcheck.cli import main
from termcheck.engines import Chunk
from termcheck.engines.checker import Checker, Work
from termcheck.gathering import Gathered
from termcheck.model import ArticleRecord, Skipped
from termcheck.partials.merging import Merged
from termcheck.partials.sections import DOSSIERS, RECORDS, SKIPPED, Rows
from termcheck.partials.shelf import Shelf
from termcheck.pipeline import RunRequest, prepare

PATHS = ("news", "news.jsonl")
FORMATS = ("text", "csv", "json")
TERMS = """concept,lang,term,status
cac,zh,中央网信办,preferred
cac,en,Central Cyberspace Administration,preferred
mof,en,Ministry of Finance,preferred
pd,en,Publicity Department of the CPC Central Committee,preferred
"""
SENTENCE = "On Monday evening the {} published its long awaited rules for the protection of children in the provinces."
TEXTS = [
    "The forum was co-hosted by the Central Cyberspace Administration, the Red Cross Society and the Lantern Club.",
    "The forum was co-hosted by the Network Affairs Bureau, the Red Cross Society and the Lantern Club.",
    "Huang Kunming, head of the Publicity Department of the CPC Central Committee, spoke.",
    "Huang Kunming, head of the Office of Public Talks, spoke again.",
    SENTENCE.format("Central Cyberspace Administration"),
    SENTENCE.format("Main Network Office"),
    "We met the Harbour Rescue Society (HRS) in Porto. The Harbour Rescue Society sails.",
    "Everybody knows the Society for Harbour Rescue (HRS), and the Society for Harbour Rescue knows them.",
    "Reporters of the Harbor Rescue Society wrote it down.\n\nThe Cyberspace Administration (中央网信办) met.",
    "The finance ministry said that the Ministry of Finances would pay.",
]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles in files and in a table, in which they stand in another order than that of their names."""
    (tmp_path / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "termcheck.toml").write_text('lang = "en"\nsource_lang = "zh"\nglossary = ["terms.csv"]\n')
    (tmp_path / "news").mkdir()
    for number, text in enumerate(TEXTS):
        (tmp_path / "news" / f"{number}.md").write_text(f"# News {number}\n\n{text}\n", encoding="utf-8")
    (tmp_path / "news" / "once.md").write_text("They asked the Lighthouse Keepers Guild.\n", encoding="utf-8")
    (tmp_path / "news" / "bytes.md").write_bytes(b"\x00\x01\x02\xff" * 50)
    rows = [json.dumps({"id": 9 - number, "text": f"News.\n{text}"}) for number, text in enumerate(TEXTS)]
    (tmp_path / "news.jsonl").write_text("\n".join([*rows, "no JSON"]), encoding="utf-8")
    monkeypatch.setenv("TERMCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def one_run(*options: str) -> list[bytes]:
    for format_ in FORMATS:
        assert (
            main(["discover", "news", "news.jsonl", "--format", format_, "--output", f"one.{format_}", *options]) == 3
        )
    return [Path(f"one.{format_}").read_bytes() for format_ in FORMATS]


def shards(count: int, *options: str) -> list[str]:
    files = [f"{number}.part" for number in range(1, count + 1)]
    for number, file in enumerate(files, start=1):
        assert (
            main(["discover", "news", "news.jsonl", "--shard", f"{number}/{count}", "--partial", file, *options]) == 0
        )
    return files


def merged(files: Sequence[str]) -> list[bytes]:
    for format_ in FORMATS:
        assert main(["merge", *files, f"--format={format_}", "--output", f"all.{format_}"]) == 3
    return [Path(f"all.{format_}").read_bytes() for format_ in FORMATS]


@pytest.mark.parametrize("count", [1, 3, 25])
def test_merged_shards_propose_what_one_run_proposes(root: Path, count: int) -> None:
    expected = one_run()
    for form in (
        "Network Affairs Bureau",
        "Office of Public Talks",
        "Main Network Office",
        "Society for Harbour Rescue",
    ):
        assert form.encode() in expected[0]
    files = shards(count)
    shutil.rmtree(root / "news")  # nobody looks at articles again
    (root / "news.jsonl").unlink()
    random.shuffle(files)
    assert merged(files) == expected


@pytest.mark.usefixtures("root")
def test_several_processes_read_what_one_reads() -> None:
    assert one_run("-j", "2") == one_run("-j", "1")


@pytest.mark.usefixtures("root")
def test_how_often_a_name_must_stand_is_that_of_the_shards() -> None:
    assert one_run("--min-count", "1") != one_run()
    assert merged(shards(2, "--min-count", "1")) == one_run("--min-count", "1")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[ArticleRecord | Skipped, ...]:
    folder = tmp_path_factory.mktemp("names")
    (folder / "terms.csv").write_text(TERMS, encoding="utf-8")
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    (folder / "bytes.md").write_bytes(b"\x00\x01\x02\xff" * 50)
    job = prepare(RunRequest(paths=("*.md",), cwd=folder, glossary=("terms.csv",), lang="en"))
    checker = Checker(Work(job.glossary, job.settings, "en", pages=False, names=True))
    return tuple(one.outcome for one in checker.check(Chunk(job.discovery.sources)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_tree_of_merges_reads_the_same(read: tuple[ArticleRecord | Skipped, ...], data: st.DataObject) -> None:
    parts: list[Rows] = []
    rest = list(data.draw(st.permutations(read)))
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        part = Gathered(Shelf(), data.draw(st.sampled_from([1, 1000])))
        for one in rest[:size]:
            part.add(one)
        parts.append(part)
        rest = rest[size:]
    while len(parts) > 1:
        size = data.draw(st.integers(2, len(parts)))
        chosen = data.draw(st.permutations(parts))
        parts = [Merged(chosen[:size]), *chosen[size:]]
    found = [list(parts[0].rows(section)) for section in (DOSSIERS, RECORDS, SKIPPED)]
    whole = Gathered()
    for one in read:
        whole.add(one)
    assert found == [list(whole.rows(section)) for section in (DOSSIERS, RECORDS, SKIPPED)]
    assert len(found[0]) == len(TEXTS)


@pytest.mark.usefixtures("root")
def test_partial_results_of_two_commands_do_not_mix(capsys: pytest.CaptureFixture[str]) -> None:
    files = shards(2)
    assert main(["run", "news", "--shard", "2/2", "--partial", "run.part"]) == 0
    capsys.readouterr()
    assert main(["merge", files[0], "run.part"]) == 2
    assert "run.part: it is of `termcheck run`, and 1.part is of `termcheck discover`" in capsys.readouterr().err


@pytest.mark.usefixtures("root")
def test_a_missing_shard_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    files = shards(3)
    assert main(["merge", files[0], files[2]]) == 2
    assert "the partial result of shard 2 is missing, of 3 (give it as well)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--reports", "reports"), "--reports: it is about findings, and these are proposals"),
        (("--fail-on", "hint"), "--fail-on: it is about findings"),
        (("--format", "sarif"), "proposals have no format sarif (give one of text, csv, json)"),
        (("--format", "csv=a.csv", "--format", "json"), "one place in one format"),
    ],
)
@pytest.mark.usefixtures("root")
def test_what_proposals_have_not_is_told(capsys: pytest.CaptureFixture[str], options: Sequence[str], told: str) -> None:
    files = shards(1)
    assert main(["merge", *files, *options]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--shard", "1/2"), "--shard: a shard makes no proposals by itself (add --partial FILE)"),
        (("--partial", "a.part", "--format", "csv"), "it is about the proposals of all shards"),
        (("--partial", "news"), "would replace a folder"),
    ],
)
@pytest.mark.usefixtures("root")
def test_what_contradicts_is_told(capsys: pytest.CaptureFixture[str], options: Sequence[str], told: str) -> None:
    assert main(["discover", "news", *options]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("root")
def test_a_run_has_no_csv_to_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "news", "--partial", "run.part"]) == 0
    assert main(["merge", "run.part", "--format", "csv"]) == 2
    assert "give --reports DIR" in capsys.readouterr().err
