"""Articles with findings of every kind, and what checking them yields."""

from pathlib import Path

import pytest

from small_archive import write_project
from termcheck.engines import Chunk
from termcheck.engines.checker import Checker, Work
from termcheck.model import ArticleRecord, Skipped
from termcheck.pipeline import RunRequest, prepare


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("archive")
    write_project(root)
    return root


@pytest.fixture(scope="session")
def outcomes(project: Path) -> tuple[ArticleRecord | Skipped, ...]:
    job = prepare(RunRequest(paths=("news",), cwd=project))
    checked = Checker(Work(job.glossary, job.settings)).check(Chunk(job.discovery.sources))
    return tuple(one.outcome for one in checked)
