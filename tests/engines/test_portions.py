"""Files that hold many articles, read in portions: each article once, by whomever, in whatever order."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termcheck.articles import Source
from termcheck.articles.collections.expanding import articles_of
from termcheck.config import Settings
from termcheck.engines import portions as module
from termcheck.engines.portions import Portion, PortionReader, portions_of
from termcheck.model import Skipped


def written(folder: Path, name: str, count: int) -> Source:
    lines = [json.dumps({"id": number, "text": "News."}) for number in range(count)]
    lines[count // 2 :: 7] = ["no JSON"] * len(lines[count // 2 :: 7])
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    return Source(name, folder / name, is_collection=True)


def names(items: Sequence[Source | Skipped]) -> list[str]:
    return [one.path if isinstance(one, Source) else one.file for one in items]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=st.lists(st.integers(0, 40), min_size=1, max_size=3), workers=st.integers(1, 9), data=st.data())
def test_all_portions_together_have_each_article_once(
    tmp_path: Path, counts: list[int], workers: int, data: st.DataObject
) -> None:
    files = [written(tmp_path, f"{number}.jsonl", count) for number, count in enumerate(counts)]
    whole = sorted(names(list(articles_of(files, Settings()))))
    readers = [PortionReader(Settings()) for _ in range(2)]
    found: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BATCH", data.draw(st.integers(1, 12)))
        for portion in data.draw(st.permutations(portions_of(files, workers))):
            number = 0
            while True:
                reader = data.draw(st.sampled_from(readers))  # another worker may go on at any time
                items, total = reader.read(portion, number)
                found += names(items)
                if total is not None:
                    assert total == counts[files.index(portion.source)]
                    assert reader.read(portion, number + 1) == ([], total)
                    break
                number += 1
    assert sorted(found) == whole


def test_a_batch_is_the_same_when_it_is_read_again(tmp_path: Path) -> None:
    portion = Portion(written(tmp_path, "a.jsonl", 300), 1, 2)
    reader = PortionReader(Settings())
    first, second = reader.read(portion, 0)[0], reader.read(portion, 1)[0]
    while reader.read(portion, 2)[1] is None:
        pass
    assert (reader.read(portion, 1)[0], reader.read(portion, 0)[0]) == (second, first)
    assert [len(first), len(second)] == [64, 64]


def test_few_files_are_read_by_all_workers_and_many_by_one_each(tmp_path: Path) -> None:
    files = [written(tmp_path, f"{number}.jsonl", 1) for number in range(16)]
    assert len(portions_of(files, 2)) == 16
    assert len(portions_of(files[:1], 8)) == 8
    assert portions_of([], 8) == []
