"""What tests of several areas share."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # how fast a machine is says nothing of what a test asserts
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parents[1]

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache that all tests share, and processes they start: that of the user is not touched."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TERMCHECK_CACHE", str(folder))
        yield folder


@pytest.fixture
def cli(tmp_path: Path) -> Run:
    """Runs the program as users do, in a process of its own, in ``tmp_path`` unless ``cwd`` is given."""

    def run(
        *args: str, cwd: Path = tmp_path, stdin: bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
        return subprocess.run(
            [sys.executable, "-m", "termcheck", *args],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=120,
            env={**kept, "PYTHONUTF8": "1", **(env or {})},
        )

    return run
