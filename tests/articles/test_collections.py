"""Articles in archives and tables: the same findings as in files of their own, and nothing that can stop a run."""

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from termcheck.articles import Source, discover
from termcheck.articles.collections.expanding import articles_of
from termcheck.articles.collections.kinds import Kind, kind_of
from termcheck.articles.shards import Shard
from termcheck.cli import main
from termcheck.config import Settings
from termcheck.errors import UsageError
from termcheck.model import Report, Skipped
from termcheck.pipeline import RunRequest, run

TERMS = "concept,lang,term,status\ncac,en,Central Cyberspace Administration,preferred\ncac,en,CNIO board,deprecated\n"
TEXT = "It was late.\nThe CNIO board met in Beijing.\n"
Row = Mapping[str, object]


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "termcheck.toml").write_text('lang = "en"\nglossary = ["terms.csv"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERMCHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path


def report(*paths: str, **request: Any) -> Report:  # noqa: ANN401 - fields of the request
    return run(RunRequest(paths=paths, **request))


def found(*paths: str, **request: Any) -> list[tuple[str, int, int, str]]:  # noqa: ANN401 - as above
    return [(one.file, one.line, one.column, one.text) for one in report(*paths, **request).findings]


def skipped(*paths: str) -> dict[str, str]:
    return {one.file: one.reason for one in report(*paths).skipped}


ROWS: list[Row] = [
    {"id": "a-1", "text": TEXT, "language": "en", "date": "2023-02-01", "title": "Late  night"},
    {"id": 2, "text": "Nothing here.", "language": "en"},
    {"id": "drei", "text": "Der CNIO board.", "language": "de", "date": "2023-02-03"},
]


def as_jsonl(rows: Iterable[Row]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_csv(rows: Iterable[Row], delimiter: str = ",") -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, ["id", "text", "language", "date", "title"], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)  # type: ignore[arg-type]  # rows are mappings
    return stream.getvalue().encode("utf-8-sig")


def as_zst(data: bytes) -> bytes:
    zstandard = pytest.importorskip("zstandard", reason="the extra zst is not installed")
    packed: bytes = zstandard.ZstdCompressor().compress(data)
    return packed


def as_parquet(rows: Iterable[Row]) -> bytes:
    arrow = pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    from pyarrow import parquet

    names = ["id", "text", "language", "date", "title"]
    columns = {name: [None if row.get(name) is None else str(row[name]) for row in rows] for name in names}
    stream = io.BytesIO()
    parquet.write_table(arrow.table(columns), stream, row_group_size=2)
    return stream.getvalue()


TABLES: dict[str, Callable[[], bytes]] = {
    "news.jsonl": lambda: as_jsonl(ROWS),
    "news.ndjson.gz": lambda: gzip.compress(as_jsonl(ROWS)),
    "news.jsonl.bz2": lambda: bz2.compress(as_jsonl(ROWS)),
    "news.jsonl.xz": lambda: lzma.compress(as_jsonl(ROWS)),
    "news.jsonl.zst": lambda: as_zst(as_jsonl(ROWS)),
    "news.csv": lambda: as_csv(ROWS),
    "news.tsv": lambda: as_csv(ROWS, "\t"),
    "news.csv.gz": lambda: gzip.compress(as_csv(ROWS, ";")),
    "news.parquet": lambda: as_parquet(ROWS),
}


@pytest.mark.parametrize("name", TABLES)
def test_each_row_of_a_table_is_an_article(name: str) -> None:
    Path(name).write_bytes(TABLES[name]())
    made = report(name)
    assert [one.path for one in made.results] == [f"{name}#2", f"{name}#a-1"]
    (finding,) = made.findings
    assert (finding.file, finding.line, finding.column, finding.text) == (f"{name}#a-1", 2, 5, "CNIO board")
    assert [one.file for one in made.skipped] == [f"{name}#drei"]  # the glossary has no German
    article = made.results[1]
    assert (article.title, str(article.date), article.lang) == ("Late night", "2023-02-01", "en")


def tar(mode: str, members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]  # any of its modes
        for name, data in members.items():
            about = tarfile.TarInfo(name)
            about.size = len(data)
            archive.addfile(about, io.BytesIO(data))
    return stream.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


MEMBERS = {
    "2023/late.md": b"---\ntitle: Late\n---\n\nThe *CNIO* board met.\n",
    "2023/page.html": b"<p>A CNIO board.</p>",
    "2023/picture.png": b"\x89PNG",
    ".git/config.md": b"CNIO board",
    "__MACOSX/._late.md": b"CNIO board",
}
ARCHIVES: dict[str, Callable[[], bytes]] = {
    "news.zip": lambda: zipped(MEMBERS),
    "news.tar": lambda: tar("w", MEMBERS),
    "news.tar.gz": lambda: tar("w:gz", MEMBERS),
    "news.tgz": lambda: tar("w:gz", MEMBERS),
    "news.tar.bz2": lambda: tar("w:bz2", MEMBERS),
    "news.tar.xz": lambda: tar("w:xz", MEMBERS),
    "news.tar.zst": lambda: as_zst(tar("w", MEMBERS)),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_each_file_in_an_archive_is_an_article(name: str) -> None:
    Path(name).write_bytes(ARCHIVES[name]())
    assert found(name) == [(f"{name}/2023/late.md", 5, 6, "CNIO board"), (f"{name}/2023/page.html", 1, 6, "CNIO board")]
    assert [one.path for one in report(name).results] == [f"{name}/2023/late.md", f"{name}/2023/page.html"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.jsonl", Kind("jsonl")),
        ("A.NDJSON.GZ", Kind("jsonl", "gz")),
        ("a/b.tar.zst", Kind("tar", "zst")),
        ("b.tgz", Kind("tar", "gz")),
        ("b.parquet", Kind("parquet")),
        ("b.zip.gz", None),
        ("b.md.gz", None),
        (".zip", None),
        ("zip", None),
    ],
)
def test_a_name_tells_the_kind(name: str, kind: Kind | None) -> None:
    assert kind_of(name) == kind


def test_only_what_is_named_holds_articles() -> None:
    """A folder may hold all sorts of data."""
    Path("in", "deep").mkdir(parents=True)
    Path("in", "deep", "news.jsonl").write_bytes(as_jsonl(ROWS))
    Path("in", "news.zip").write_bytes(zipped(MEMBERS))
    Path("in", "one.md").write_text("A CNIO board.", encoding="utf-8")
    assert [one[0] for one in found("in")] == ["in/one.md"]
    assert report("in").others == 2
    assert [one[0] for one in found("in/**/*.jsonl")] == ["in/deep/news.jsonl#a-1"]
    assert len(found("in/*.zip", "in/deep/news.jsonl")) == 3


def test_a_table_of_other_things_is_none() -> None:
    Path("numbers.csv").write_text("year,count\n2020,3\n", encoding="utf-8")
    assert "its header names neither" in skipped("numbers.csv")["numbers.csv"]
    Path("numbers.jsonl").write_text('{"year": 2020}\n', encoding="utf-8")
    told = skipped("numbers.jsonl")["numbers.jsonl"]
    assert told == "no column holds the text; its columns are year (name it with --column text=NAME)"
    Path("pairs.csv").write_text("zh,en\n办,CNIO board\n", encoding="utf-8")  # a bilingual table
    assert [one.path for one in report("pairs.csv").results] == ["pairs.csv"]


def test_columns_may_be_called_anything() -> None:
    rows = [{"key": 7, "data": {"body": TEXT}, "tongue": "en"}]
    Path("odd.jsonl").write_bytes(as_jsonl(rows))
    columns = (("text", "data.body"), ("id", "key"))
    assert found("odd.jsonl", columns=columns) == [("odd.jsonl#7", 2, 5, "CNIO board")]
    with Path("termcheck.toml").open("a", encoding="utf-8") as stream:
        stream.write('columns = { text = "data.body" }\nformats = { "*.jsonl" = "markdown" }\n')
    assert found("odd.jsonl") == [("odd.jsonl#L1", 2, 5, "CNIO board")]
    assert main(["run", "odd.jsonl", "--column", "id=key", "--fail-on", "never"]) == 0


@pytest.mark.parametrize(("option", "told"), [("text", "'text' is not one of"), ("body=x", "'body=x' is not one of")])
def test_a_column_that_nobody_needs_is_told(option: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "x.jsonl", "--column", option]) == 2
    assert told in capsys.readouterr().err


def test_the_texts_of_a_table_may_have_a_format() -> None:
    Path("pages.jsonl").write_bytes(as_jsonl([{"id": 1, "body": "<p>A <b>CNIO</b> board <code>CNIO board</code></p>"}]))
    with Path("termcheck.toml").open("a", encoding="utf-8") as stream:
        stream.write('formats = { "*.jsonl" = "html" }\n')
    assert found("pages.jsonl") == [("pages.jsonl#1", 1, 9, "CNIO board")]


# ----------------------------------------------------------------------------------------- what can go wrong with it


def test_bad_lines_stop_only_themselves() -> None:
    lines = [
        b'{"id": 1, "text": "x"}',
        b"{",
        b"[1]",
        b'{"id": 3}',
        b'{"id": 4, "text": 5}',
        b"",
        b"\xff\xfe",
        b'{"text": "CNIO board"}',
    ]
    Path("news.jsonl").write_bytes(b"\n".join(lines))
    made = report("news.jsonl")
    assert [one.path for one in made.results] == ["news.jsonl#1", "news.jsonl#L8"]
    assert {one.file: one.reason.partition(":")[0] for one in made.skipped} == {
        "news.jsonl#L2": "the line is not valid JSON",
        "news.jsonl#L3": "the line is no JSON object",
        "news.jsonl#3": "there is no text",
        "news.jsonl#4": "its text is no text",
        "news.jsonl#L7": "the line is not valid JSON",
    }
    assert main(["run", "news.jsonl", "--fail-on", "never"]) == 3


def test_a_name_counts_once() -> None:
    Path("news.jsonl").write_bytes(
        as_jsonl([{"id": 1, "text": "x"}, {"id": 1, "text": "CNIO board"}, {"id": 1, "text": "y"}])
    )
    made = report("news.jsonl")
    assert [one.path for one in made.results] == ["news.jsonl#1"]
    assert [one.file for one in made.skipped] == ["news.jsonl#1 (article 2)", "news.jsonl#1 (article 3)"]


def test_rows_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "news.csv").write_bytes(b"id,text\n1,CNIO board\n2,\xff\xfe\n3\n\n4,A CNIO board\n")
    made = report("news.csv")
    assert [one.path for one in made.results] == ["news.csv#1", "news.csv#4"]
    assert {one.file: one.reason for one in made.skipped} == {
        "news.csv#R2": "the row is not UTF-8",
        "news.csv#3": "there is no text",
    }


def test_the_other_rows_of_a_damaged_parquet_file_are_read() -> None:
    arrow = pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    from pyarrow import parquet

    table = arrow.table({"text": [f"Number {number}: a CNIO board." for number in range(9)]})
    parquet.write_table(table, "news.parquet", row_group_size=3, write_page_checksum=True, compression="none")
    data = bytearray(Path("news.parquet").read_bytes())
    at = data.index(b"Number 4:")
    data[at : at + 6] = b"Nomber"
    Path("news.parquet").write_bytes(data)
    made = report("news.parquet")
    assert [one.path for one in made.results] == [f"news.parquet#R{number}" for number in (1, 2, 3, 7, 8, 9)]
    (lost,) = made.skipped
    assert (lost.file, lost.unreadable) == ("news.parquet#R4-R6", True)
    assert lost.reason.startswith("the rows cannot be read: ")


@pytest.mark.parametrize("name", ARCHIVES)
def test_files_of_other_types_in_archives_are_counted(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_bytes(ARCHIVES[name]())
    Path("more.zip").write_bytes(zipped({"a.jpg": b"", "b.JPG": b"", "README": b"", "c.md": b"CNIO board"}))
    made = report(name, "more.zip")
    assert made.others == 4
    assert made.notices == (
        "more.zip: passed over 3 files of other types: .jpg (2), without a suffix (1)",
        f"{name}: passed over 1 file of other types: .png (1)",
    )
    assert not made.skipped
    status = main(["run", name, "more.zip", "--fail-on", "never"])
    out, err = capsys.readouterr()
    assert (status, "passed over 4 files of other types" in out + err) == (0, True)
    assert "more.zip: passed over 3 files" in out + err
    for number in ("1", "2"):
        assert main(["run", name, "more.zip", "--shard", f"{number}/2", "--partial", f"{number}.part"]) == 0
    assert main(["merge", "1.part", "2.part", "--fail-on", "never", "--color", "never"]) == 0
    assert capsys.readouterr().out == out


@pytest.mark.parametrize("name", [*TABLES, *ARCHIVES])
def test_a_damaged_file_keeps_what_was_read(name: str) -> None:
    whole = {**TABLES, **ARCHIVES}[name]()
    for length in (0, 5, len(whole) // 2, len(whole) - 3):
        Path(name).write_bytes(whole[:length])
        made = report(name)
        assert len(made.results) <= 2  # and nothing was raised
    Path(name).write_bytes(bytes(range(256)) * 8)
    assert all(one.unreadable for one in report(name).skipped)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("bomb.zip").write_bytes(zipped({"a.md": bytes(5_000_000), "b.md": b"CNIO board"}))
    assert skipped("bomb.zip") == {"bomb.zip/a.md": "it unpacks to more than 1000 times its size"}
    assert [one[0] for one in found("bomb.zip")] == ["bomb.zip/b.md"]
    monkeypatch.setattr("termcheck.articles.collections.opening._ALLOWED", 1_000_000)
    for name, data in {
        "bomb.jsonl.gz": gzip.compress(as_jsonl([{"id": 1, "text": "x"}]) + bytes(9_000_000)),
        "bomb.tar.xz": tar("w:xz", {"a.md": bytes(9_000_000)}),
        "bomb.csv.bz2": bz2.compress(b"id,text\n" + b"\n" * 9_000_000),
    }.items():
        Path(name).write_bytes(data)
        assert "it unpacks to more than 200 times its size" in skipped(name)[name]


def test_a_line_without_end_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termcheck.articles.collections.tables.MOST_BYTES", 1 << 20)
    Path("long.jsonl").write_bytes(b"x" * 3_000_000 + b"\n" + as_jsonl([{"id": 1, "text": "A CNIO board"}]))
    assert skipped("long.jsonl") == {"long.jsonl#L1": "the line is longer than 1 MB"}
    assert [one[0] for one in found("long.jsonl")] == ["long.jsonl#1"]


def test_names_in_archives_lead_nowhere() -> None:
    members = {"../../etc/evil.md": b"CNIO board", "/abs.md": b"CNIO board", "a\\b.md": b"CNIO board"}
    Path("odd.tar").write_bytes(tar("w", members))
    assert [one[0] for one in found("odd.tar")] == ["odd.tar/a/b.md", "odd.tar/abs.md", "odd.tar/etc/evil.md"]
    assert sorted(Path().glob("**/*.md")) == []


def test_links_in_archives_are_no_articles() -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        about = tarfile.TarInfo("link.md")
        about.type = tarfile.SYMTYPE
        about.linkname = "/etc/passwd"
        archive.addfile(about)
    Path("links.tar").write_bytes(stream.getvalue())
    made = report("links.tar")
    assert not made.results
    assert made.notices == ("links.tar: passed over 1 file of other types: link (1)",)


def test_a_library_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    for name in ("news.parquet", "news.jsonl.zst"):
        Path(name).write_bytes(b"x")
    with pytest.raises(UsageError) as caught:
        report("news.parquet", "news.jsonl.zst")
    assert [problem.remedy for problem in caught.value.problems] == [
        'install it: pip install "termcheck[parquet]"',
        'install it: pip install "termcheck[zst]"',
    ]


def test_what_lies_in_a_table_cannot_be_mended(capsys: pytest.CaptureFixture[str]) -> None:
    Path("news.jsonl").write_bytes(as_jsonl(ROWS))
    before = Path("news.jsonl").read_bytes()
    assert main(["fix", "news.jsonl"]) == 3
    assert "what lies in a file with many articles cannot be mended" in "".join(capsys.readouterr())
    assert Path("news.jsonl").read_bytes() == before


# ------------------------------------------------------------------------------------------------------ as a stream


def test_records_are_not_held() -> None:
    """Of a long table only what is at work is in memory."""
    import tracemalloc

    with Path("long.jsonl").open("wb") as stream:
        stream.writelines(as_jsonl([{"id": number, "text": f"{number} is late. " * 60}]) for number in range(20_000))
    sources = discover(["long.jsonl"], Settings(), Path()).sources
    tracemalloc.start()
    count = sum(isinstance(one, Source) for one in articles_of(sources, Settings()))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert most < 6_000_000  # of 18 MB; what is held are digests of names


def test_a_record_belongs_to_one_shard() -> None:
    Path("news.jsonl").write_bytes(as_jsonl([{"id": number, "text": "x"} for number in range(100)] + [{"id": 3}]))
    sources = discover(["news.jsonl"], Settings(), Path()).sources

    def names(shard: Shard) -> list[str]:
        return [one.path if isinstance(one, Source) else one.file for one in articles_of(sources, Settings(), shard)]

    parts = [names(Shard(number, 3)) for number in (1, 2, 3)]
    assert sorted(name for part in parts for name in part) == sorted(names(Shard()))
    assert all(len(part) > 20 for part in parts)


def test_many_tables_belong_to_one_shard_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termcheck.articles.collections.expanding._MANY", 3)
    for number in range(9):
        Path(f"{number}.jsonl").write_bytes(as_jsonl([{"id": one, "text": "x"} for one in range(5)]))
    sources = discover(["*.jsonl"], Settings(), Path()).sources
    parts = [list(articles_of(sources, Settings(), Shard(number, 3))) for number in (1, 2, 3)]
    files = [{one.path.partition("#")[0] for one in part if not isinstance(one, Skipped)} for part in parts]
    assert sum(map(len, files)) == len(files[0] | files[1] | files[2]) == 9


def text_of(number: int) -> str:
    return f"Number {number}: the {'CNIO board' if number % 7 else 'Central Cyberspace Administration'} met."


def reports(*args: str) -> tuple[int, list[bytes]]:
    status = main([*args, "--reports", "one", "--format", "json=one.json", "--output", "one.txt"])
    return status, [Path(name).read_bytes() for name in ("one.json", "one/report.html", "one/findings.csv")]


def test_a_table_is_checked_like_files() -> None:
    """Processes, shards, the cache and the findings that only all articles show."""
    rows = [
        {"id": f"{number:03}", "text": text_of(number), "date": f"2023-01-{number % 28 + 1:02}"} for number in range(60)
    ]
    Path("news.jsonl.gz").write_bytes(gzip.compress(as_jsonl(rows)))
    Path("news.zip").write_bytes(zipped({f"{number}.txt": text_of(number).encode() for number in range(60)}))
    paths = ("news.jsonl.gz", "news.zip")
    expected = reports("run", *paths, "--no-cache", "-j", "1")
    assert expected[0] == 1
    for options in (("--no-cache", "-j", "2"), (), ()):
        assert reports("run", *paths, *options) == expected
    for number in (1, 2, 3):
        assert main(["run", *paths, "--shard", f"{number}/3", "--partial", f"{number}.part"]) == 0
    assert reports("merge", "1.part", "2.part", "3.part") == expected


# --------------------------------------------------------------------------------------------------------- addresses


@pytest.fixture
def memory() -> Any:  # noqa: ANN401 - a file system of fsspec
    fsspec = pytest.importorskip("fsspec", reason="the extra remote is not installed")
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    return system


def test_articles_may_lie_at_addresses(memory: Any, root: Path) -> None:  # noqa: ANN401 - as above
    memory.pipe("/news/one.md", b"A CNIO board.")
    memory.pipe("/news/deep/two.txt", b"A CNIO board.")
    memory.pipe("/news/data.bin", b"x")
    memory.pipe("/news/.git/three.md", b"A CNIO board.")
    memory.pipe("/tables/a.jsonl.gz", gzip.compress(as_jsonl(ROWS)))
    memory.pipe("/tables/b.zip", zipped(MEMBERS))
    assert [one[0] for one in found("memory://news")] == ["memory:///news/deep/two.txt", "memory:///news/one.md"]
    assert report("memory://news").others == 1
    assert [one[0] for one in found("memory://news/*.md")] == ["memory:///news/one.md"]
    assert [one[0] for one in found("memory://tables/*.gz", "memory://tables/b.zip")] == [
        "memory:///tables/a.jsonl.gz#a-1",
        "memory:///tables/b.zip/2023/late.md",
        "memory:///tables/b.zip/2023/page.html",
    ]
    (root / "here.md").write_text("A CNIO board.", encoding="utf-8")
    assert len(found(f"file://{(root / 'here.md').as_posix()}")) == 1


@pytest.mark.parametrize("url", ["memory://nowhere/x.md", "nosuch://x/y.md", "memory://nowhere/*.md"])
def test_addresses_without_anything_are_told(memory: Any, url: str, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401 - as above
    del memory
    assert main(["run", url]) == 2
    assert url in capsys.readouterr().err


def test_the_extra_for_addresses_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("termcheck.articles.remote.find_spec", lambda _: None)
    assert main(["run", "s3://bucket/news"]) == 2
    assert 'pip install "termcheck[remote]"' in capsys.readouterr().err
