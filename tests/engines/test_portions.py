"""Files that hold many articles, read in portions: each article once, by whomever, in whatever order."""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from termcheck.articles import Source
from termcheck.articles.collections.expanding import articles_of
from termcheck.config import Settings
from termcheck.engines import portions as module
from termcheck.engines.checker import Work
from termcheck.engines.cluster import Cluster
from termcheck.engines.on_ray import _Portions, _Worker
from termcheck.engines.portions import Portion, PortionReader, portions_of
from termcheck.model import Glossary, Skipped


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


class Machines(Cluster):
    """A cluster of two machines, each with a folder of its own and a reader; what is to die over a batch does."""

    def __init__(
        self,
        folders: Sequence[Path],
        deaths: Sequence[tuple[int, int]] = (),
        choose: Callable[[Sequence[Any]], Any] = lambda ready: ready[0],
    ) -> None:
        """``choose``: which of the results to come is there first, of those that each machine has begun with."""
        self.count = 2
        self._folders = folders
        self._deaths = set(deaths)
        self._choose = choose
        self._workers: list[_Machine] = []
        self._tasks: dict[int, tuple[_Machine, Any]] = {}
        self._numbers = count()
        self._work: Any = None
        self._kind = self

    def remote(self, _work: object) -> "_Machine":
        return _Machine(self._folders[len(self._workers) % len(self._folders)])

    def give(self, worker: "_Machine", task: Any) -> None:  # noqa: ANN401 - one of the engine's
        self._tasks[next(self._numbers)] = worker, task

    def taken(self) -> Iterator[tuple["_Machine", Any, Any]]:
        begun = {id(worker): number for number, (worker, _) in reversed(self._tasks.items())}
        worker, task = self._tasks.pop(self._choose(sorted(begun.values())))
        batch = getattr(task, "portion", Portion(Source(""))).first, task.number
        if batch in self._deaths:
            self._deaths.remove(batch)
            self._workers.remove(worker)
            yield worker, task, None
        else:
            yield worker, task, task.start(worker)


class _Machine:
    def __init__(self, folder: Path) -> None:
        self._worker = _Worker(Work(Glossary(()), Settings(), pages=False))
        self._folder = folder
        self.read, self.check = self, self

    def remote(self, *what: Any) -> Any:  # noqa: ANN401 - as above
        if len(what) == 1:
            return self._worker.check(*what)
        portion, *rest = what
        here = replace(portion.source, file=self._folder / portion.source.path)
        return self._worker.read(portion._replace(source=here), *rest)


def found_by(machines: Machines, folder: Path, name: str = "news.jsonl") -> list[Skipped]:
    """What reading a table on machines yields: no glossary knows its articles, so that all are skipped."""
    source = Source(name, folder / name, is_collection=True)
    run = _Portions(machines, PortionReader(Settings()), lambda: True, pages=False)
    outcomes = [one.outcome for one in run.run(portions_of([source], machines.count))]
    return sorted(one for one in outcomes if isinstance(one, Skipped))


def folder_with(folder: Path, count: int) -> Path:
    folder.mkdir()
    written(folder, "news.jsonl", count)
    return folder


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=st.lists(st.integers(0, 60), min_size=1, max_size=9), data=st.data())
def test_machines_of_any_speed_check_each_article_once(tmp_path: Path, counts: list[int], data: st.DataObject) -> None:
    files = [written(tmp_path, f"{number}.jsonl", length) for number, length in enumerate(counts)]
    machines = Machines([tmp_path], choose=lambda ready: data.draw(st.sampled_from(ready)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BATCH", data.draw(st.integers(1, 12)))
        run = _Portions(machines, PortionReader(Settings()), lambda: True, pages=False)
        outcomes = [one.outcome for one in run.run(portions_of(files, machines.count))]
    found = sorted(one.file for one in outcomes if isinstance(one, Skipped))
    assert found == sorted(names(list(articles_of(files, Settings()))))


@pytest.mark.parametrize("deaths", [[], [(0, 0)], [(0, 1), (1, 0)], [(1, 2), (0, 4)]])
def test_a_machine_that_dies_loses_and_doubles_nothing(
    tmp_path: Path, deaths: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BATCH", 8)
    folder = folder_with(tmp_path / "here", 70)
    whole = names(list(articles_of([Source("news.jsonl", folder / "news.jsonl", is_collection=True)], Settings())))
    assert [one.file for one in found_by(Machines([folder], deaths), folder)] == sorted(whole)


def test_machines_that_find_other_articles_are_told(tmp_path: Path) -> None:
    folders = [folder_with(tmp_path / "one", 200), folder_with(tmp_path / "other", 130)]
    (told,) = [one for one in found_by(Machines(folders), folders[0]) if one.file == "news.jsonl"]
    assert told.reason == "the machines of the cluster find different content: 130 or 200 articles"
    assert told.unreadable
