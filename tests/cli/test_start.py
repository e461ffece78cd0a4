"""What is imported when one article is checked, and how the public interface starts."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]
HEAVY = ("pandas", "numpy", "jinja2", "pathspec", "charset_normalizer", "importlib.metadata", "dataclasses", "asyncio")
OTHER_COMMANDS = ("termcheck.cli.explain", "termcheck.cli.glossary", "termcheck.cli.rules", "termcheck.cli.init")


def imported_by(*args: str, cwd: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "termcheck", *args], cwd=cwd, capture_output=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    rows = [line.split("|") for line in done.stderr.decode().splitlines() if line.startswith("import time:")]
    return {row[2].strip() for row in rows}


@pytest.mark.parametrize("module", [*HEAVY, *OTHER_COMMANDS])
def test_checking_one_article_does_not_import(module: str, modules_of_one_article: set[str]) -> None:
    assert not {name for name in modules_of_one_article if name == module or name.startswith(f"{module}.")}


@pytest.fixture(scope="module")
def modules_of_one_article(root: Path) -> set[str]:
    modules = imported_by("run", "seeds/000_fb498e32ceafee33.txt", "--no-reports", cwd=root)
    assert "termcheck.matching" in modules
    return modules


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import termcheck; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["termcheck"]
