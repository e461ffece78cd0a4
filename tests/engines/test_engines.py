"""Checking many articles: in one process or several, in any chunks, with a cache or without, the bytes are the same."""

import weakref
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from small_archive import COUNT, FORMATS, bytes_of, report_of
from termcheck.engines import checker, processes
from termcheck.model import Article
from termcheck.reports import REPORTERS


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chunk_size=st.integers(1, COUNT + 2), has_cache=st.booleans())
def test_neither_chunks_nor_the_cache_change_a_byte(
    project: Path,
    expected: list[str],
    chunk_size: int,
    has_cache: bool,  # noqa: FBT001 - hypothesis names it
) -> None:
    assert bytes_of(project, chunk_size, cache=has_cache) == expected


@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.parametrize("chunk_size", [1, 4, 100])
def test_processes_do_not_change_a_byte(
    project: Path, expected: list[str], cache: Path, jobs: int, chunk_size: int
) -> None:
    assert bytes_of(project, chunk_size, jobs=jobs, cache=False) == expected
    assert not cache.exists()
    assert bytes_of(project, chunk_size, jobs=jobs) == expected
    assert bytes_of(project, jobs=jobs) == expected


def test_new_processes_do_not_change_a_byte(
    project: Path, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where processes are no copies of this one, as on macOS and Windows."""
    monkeypatch.setattr(processes, "fork_is_safe", lambda: False)
    assert bytes_of(project, jobs=2, cache=False) == expected


def test_beyond_its_limit_the_page_shows_the_same_blocks(
    project: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from termcheck import gathering
    from termcheck.reports import html_report

    whole = bytes_of(project)
    for module in (gathering, html_report):
        monkeypatch.setattr(module, "WHOLE_TEXTS", 1000)
    cut = bytes_of(project, cache=False)
    assert cut[:3] == whole[:3]
    assert "Only the blocks with a finding are shown." in cut[3]
    assert [bytes_of(project), bytes_of(project), bytes_of(project, jobs=2, cache=False)] == [cut] * 3
    monkeypatch.undo()
    monkeypatch.setenv("TERMCHECK_CACHE", str(cache))
    assert bytes_of(project) == whole


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_memory_does_not_hold_does_not_change_a_byte(
    project: Path, expected: list[str], monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    from termcheck import gathering

    monkeypatch.setattr(gathering, "MOST_HELD", 30)
    report = report_of(project, jobs=jobs, cache=False)
    assert not isinstance(report.results, tuple)
    assert [REPORTERS[name](report) for name in FORMATS] == expected


def test_articles_are_gone_before_the_last_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = checker.read_article
    known: list[weakref.ref[Article]] = []
    alive: list[int] = []

    def noting(*arguments: object) -> Article:
        article = read(*arguments)  # type: ignore[arg-type]
        known.append(weakref.ref(WeakArticle.of(article)))
        alive.append(sum(one() is not None for one in known))
        return article

    class WeakArticle(Article, weakref=True, frozen=True):
        @classmethod
        def of(cls, article: Article) -> "WeakArticle":
            nonlocal latest
            latest = cls(**{name: getattr(article, name) for name in Article.__struct_fields__})
            return latest

    latest: Article | None = None

    def weak(*arguments: object) -> Article:
        noting(*arguments)
        assert latest is not None
        return latest

    monkeypatch.setattr(checker, "read_article", weak)
    report = report_of(project, cache=False)
    assert len(report.results) == COUNT
    assert max(alive) <= 7  # those of a chunk, and the last
    latest = None
    assert not any(one() for one in known)
