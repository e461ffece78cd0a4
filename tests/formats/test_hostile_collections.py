"""Collections of every kind that are damaged, mislabelled or made to harm stop nothing but themselves."""

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from hostile_files import LAUGHS, NESTED
from sample_files import SAMPLES, TEXT, zipped
from termcheck.articles import Source
from termcheck.articles.collections import opening
from termcheck.articles.collections.expanding import articles_of
from termcheck.articles.collections.kinds import _EXTRAS, _KINDS, _PACKINGS, _SHORT, kind_of
from termcheck.config import Settings
from termcheck.model import Skipped


def _tar() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.size = len(TEXT)
        archive.addfile(entry, io.BytesIO(TEXT.encode()))
    return stream.getvalue()


def _parquet(text: str = TEXT, rows: int = 1) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    stream = io.BytesIO()
    column = pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), pa.array([text]))
    parquet.write_table(pa.table({"text": column}), stream, compression="zstd", store_schema=False)
    return stream.getvalue()


def _zst(data: bytes) -> bytes:
    import zstandard

    packed: bytes = zstandard.compress(data)
    return packed


MAKERS: Mapping[str, Callable[[], bytes]] = {
    "zip": lambda: zipped({"a.txt": TEXT}),
    "tar": _tar,
    "jsonl": f'{{"text": "{TEXT}"}}\n'.encode,
    "csv": f"id,text\n1,{TEXT}\n".encode,
    "parquet": _parquet,
}
PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": _zst,
}  # fmt: skip
NAMES = sorted(
    [f"a{suffix}" for suffix in (*_KINDS, *_SHORT)]
    + [f"a{suffix}{packing}" for suffix in (".tar", ".jsonl", ".csv") for packing in _PACKINGS]
)


def made(name: str) -> bytes:
    """A file of the kind that its name tells, with one article."""
    kind = kind_of(name)
    assert kind is not None
    for what in kind:
        if what in _EXTRAS and find_spec(_EXTRAS[what][0]) is None:
            pytest.skip(f"needs the extra {_EXTRAS[what][1]}")
    data = MAKERS[kind.form]()
    return PACKERS[kind.packing](data) if kind.packing else data


def read(name: str, data: bytes) -> list[Source | Skipped]:
    found = list(articles_of([Source(name, Path(name), data=data, is_collection=True)], Settings()))
    for one in found:
        if isinstance(one, Skipped):
            assert one.unreadable
            assert one.file.startswith(name)
            assert 0 < len(one.reason) < 400
            assert "root:" not in one.reason
    return found


@pytest.mark.parametrize("name", NAMES)
def test_samples_are_read(name: str) -> None:
    (one,) = read(name, made(name))
    assert isinstance(one, Source)
    assert one.data is not None
    assert one.data.decode().strip() == TEXT


@pytest.mark.parametrize("name", NAMES)
def test_cut_off_mislabelled_or_noise(name: str) -> None:
    data = made(name)
    is_strict = kind_of(name) not in {kind_of("a.csv"), kind_of("a.jsonl"), kind_of("a.tar")}
    others = [MAKERS[form]() for form in ("zip", "tar", "jsonl", "csv")] + [data for _, data in SAMPLES.values()]
    noise = [b"\1" * 1000, bytes(range(256)) * 4, LAUGHS.encode(), *(piece * 5_000 for piece in NESTED)]
    cut = [data[:end] for end in (1, len(data) // 3, len(data) // 2)]
    for content in (*others, *noise, *cut):
        found = read(name, content)
        if is_strict and content not in others:
            assert [type(one) for one in found] == [Skipped]
    assert len(read(name, b"")) <= 1


def test_a_long_text_that_many_rows_share(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow", reason="needs the extra parquet")
    monkeypatch.setattr(opening, "_ALLOWED", 10_000_000)
    data = _parquet("x " * 1_000_000, 1_000)
    assert len(data) < 5_000
    *articles, last = read("a.parquet", data)
    assert len(articles) < 10
    assert isinstance(last, Skipped)
    assert "it unpacks to more than 200 times its size" in last.reason
