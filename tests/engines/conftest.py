"""A project of many articles, what checking it yields, and a look at what is checked."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from small_archive import bytes_of, write_project
from termcheck.engines import checker
from termcheck.model import Article, ArticleResult


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More articles than are checked without further ado; findings that only all of them show; some that fail."""
    root = tmp_path_factory.mktemp("project")
    write_project(root)
    return root


@pytest.fixture(scope="session")
def expected(project: Path) -> list[str]:
    """The reports that every way of checking it must give."""
    found = bytes_of(project, cache=False)
    assert all(word in found[0] for word in ("inconsistent-across-articles", "unused-directive", "deprecated-term"))
    assert "bytes.md" in found[0]
    return found


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    monkeypatch.setenv("TERMCHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the articles that are checked rather than remembered."""
    paths: list[str] = []
    check = checker.check_articles

    def noting(articles: Sequence[Article], *others: object) -> Iterator[ArticleResult]:
        paths.extend(article.path for article in articles)
        return check(articles, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(checker, "check_articles", noting)
    return paths
