"""The pre-commit hook, by real commits in a scratch repository."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pre_commit", reason="pre-commit is not installed")
yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit")
if shutil.which("git") is None:
    pytest.skip("git is not installed", allow_module_level=True)

TERMS = """concept,lang,term,status
cac,zh,中央网信办,preferred
cac,en,Central Cyberspace Administration,preferred
cac,en,Central Network Information Office,deprecated
"""
WRONG = "The Central Network Information Office met.\n"
DOUBTFUL = "The Central Cyberspace Adminstration met.\n"
CLEAN = "The Central Cyberspace Administration met.\n"
IDENTITY = (
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@example.org",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "core.autocrlf=false",
)

Commit = Callable[..., subprocess.CompletedProcess[str]]


def git(folder: Path, *args: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env = {**kept, "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"), "PRE_COMMIT_COLOR": "never"}
    return subprocess.run(
        ["git", *IDENTITY, *args], cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=check
    )


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    (folder / "glossary").mkdir(parents=True)
    (folder / "glossary" / "terms.csv").write_text(TERMS, encoding="utf-8")
    git(folder, "init", "--quiet")
    return folder


def install(scratch: Path, config: dict[str, object]) -> None:
    (scratch / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    git(scratch, "add", ".")
    git(scratch, "commit", "--quiet", "--message", "start")
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=scratch, check=True, capture_output=True)


def commit(scratch: Path, **articles: str) -> subprocess.CompletedProcess[str]:
    for name, text in articles.items():
        (scratch / f"{name}.md").write_text(text, encoding="utf-8")
    git(scratch, "add", ".")
    return git(scratch, "commit", "--message", "articles", check=False)


def expect_the_hook_to_work(scratch: Path) -> None:
    blocked = commit(scratch, wrong=WRONG)
    assert blocked.returncode != 0
    assert "wrong.md:1:5: error deprecated-term" in blocked.stderr
    git(scratch, "rm", "--quiet", "--force", "wrong.md")
    doubtful = commit(scratch, doubtful=DOUBTFUL)
    assert doubtful.returncode == 0
    assert "doubtful.md:1:5: warning misspelled-term" in doubtful.stderr
    assert commit(scratch, clean=CLEAN).returncode == 0
    assert git(scratch, "ls-files").stdout.split() == [
        ".pre-commit-config.yaml", "clean.md", "doubtful.md", "glossary/terms.csv",
    ]  # fmt: skip
    assert not (scratch / "reports").exists()


def test_the_hook_as_it_is_declared(scratch: Path, root: Path) -> None:
    """With the program of this environment in place of one that pre-commit installs."""
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].startswith("termcheck run")
    entry = hook["entry"].replace("termcheck", f'"{Path(sys.executable).as_posix()}" -m termcheck', 1)
    install(scratch, {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system", "entry": entry}]}]})
    expect_the_hook_to_work(scratch)


@pytest.mark.skipif(not os.environ.get("CI"), reason="installs the program from the network: only where CI is set")
def test_the_hook_as_users_install_it(scratch: Path, root: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    ignore = shutil.ignore_patterns(".git", ".venv", "dist", ".*_cache", ".hypothesis", "__pycache__")
    shutil.copytree(root, source, ignore=ignore)
    git(source, "init", "--quiet")
    git(source, "add", ".")
    git(source, "commit", "--quiet", "--message", "the program")
    rev = git(source, "rev-parse", "HEAD").stdout.strip()
    install(scratch, {"repos": [{"repo": str(source), "rev": rev, "hooks": [{"id": "termcheck"}]}]})
    expect_the_hook_to_work(scratch)
