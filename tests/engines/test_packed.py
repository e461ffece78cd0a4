"""What is sent to other processes arrives as it was."""

import datetime as dt
import os
import sys
from pathlib import Path

import pytest

from termcheck.articles import Source
from termcheck.articles.read import Facts
from termcheck.engines import Chunk
from termcheck.engines.packed import decode_chunk, encode_chunk

SOURCES = [
    Source("a.md", Path("/somewhere/a.md")),
    Source("a.md", Path("/somewhere/a.md"), parallel=Path("/somewhere/a.zh.md"), parallel_path="a.zh.md"),
    Source("n.jsonl#1", named=False, data=b"\x00text", like="html", facts=Facts("en", dt.date(2020, 1, 2), "Title")),
    Source("s3://bucket/a.md", url="s3://bucket/a.md"),
]


def test_a_chunk_arrives_as_it_was() -> None:
    assert decode_chunk(encode_chunk(Chunk(SOURCES, whole_texts=False))) == Chunk(SOURCES, whole_texts=False)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text there")
def test_names_of_files_may_be_no_text() -> None:
    source = Source("?.md", Path(os.fsdecode(b"/somewhere/\xff.md")))
    assert decode_chunk(encode_chunk(Chunk([source]))).sources == [source]
