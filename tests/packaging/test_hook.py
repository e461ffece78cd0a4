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
    install(scratch, {"repos": [{"repo": "local", "hooks": [declared(root, "termcheck")]}]})
    expect_the_hook_to_work(scratch)


def declared(root: Path, name: str, **more: object) -> dict[str, object]:
    """A hook as it is declared, but for how the program is called."""
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (hook,) = (hook for hook in hooks if hook["id"] == name)
    assert hook["entry"].startswith("termcheck run")
    entry = hook["entry"].replace("termcheck", f'"{Path(sys.executable).as_posix()}" -P -m termcheck', 1)
    return {**hook, "language": "system", "entry": entry, **more}


def test_the_hook_leaves_alone_what_is_not_included(scratch: Path, root: Path) -> None:
    (scratch / "termcheck.toml").write_text('include = ["news"]\nexclude = ["drafts"]\n', encoding="utf-8")
    install(scratch, {"repos": [{"repo": "local", "hooks": [declared(root, "termcheck")]}]})
    for folder in ("news/drafts", "docs"):
        (scratch / folder).mkdir(parents=True)
        (scratch / folder / "x.md").write_text(WRONG, encoding="utf-8")
    assert commit(scratch, README=WRONG).returncode == 0
    (scratch / "news" / "x.md").write_text(WRONG, encoding="utf-8")
    assert "news/x.md:1:5: error" in commit(scratch).stderr


def test_articles_and_glossary_live_anywhere(scratch: Path, root: Path) -> None:
    shutil.move(scratch / "glossary", scratch / "shared" / "terms")
    hook = declared(root, "termcheck", args=["--glossary", "shared/terms"], files=r"^site/.*\.md$")
    install(scratch, {"repos": [{"repo": "local", "hooks": [hook]}]})
    assert commit(scratch, README=WRONG).returncode == 0
    (scratch / "site").mkdir()
    (scratch / "site" / "x.md").write_text(WRONG, encoding="utf-8")
    assert "site/x.md:1:5: error" in commit(scratch).stderr


def test_a_configuration_in_a_folder(scratch: Path, root: Path) -> None:
    shutil.move(scratch / "glossary", scratch / "docs" / "glossary")
    (scratch / "docs" / "termcheck.toml").write_text('lang = "en"\n', encoding="utf-8")
    hook = declared(root, "termcheck", args=["--config", "docs/termcheck.toml"])
    install(scratch, {"repos": [{"repo": "local", "hooks": [hook]}]})
    assert commit(scratch, README=WRONG).returncode == 0
    (scratch / "docs" / "x.md").write_text(WRONG, encoding="utf-8")
    assert "x.md:1:5: error" in commit(scratch).stderr


def test_only_changed_lines_with_an_argument(scratch: Path, root: Path) -> None:
    hook = declared(root, "termcheck", args=["--staged"])
    (scratch / "old.md").write_text(WRONG, encoding="utf-8")
    install(scratch, {"repos": [{"repo": "local", "hooks": [hook]}]})
    assert commit(scratch, old=WRONG + "\nMore.\n").returncode == 0
    assert "old.md:4:5: error" in commit(scratch, old=WRONG + "\nMore.\n" + WRONG).stderr


def test_the_corpus_hook_compares_all_articles(scratch: Path, root: Path) -> None:
    terms = TERMS + "cac,en,National Cyberspace Office,admitted\n"
    (scratch / "glossary" / "terms.csv").write_text(terms, encoding="utf-8")
    (scratch / "termcheck.toml").write_text('include = ["."]\n', encoding="utf-8")
    (scratch / "old.md").write_text(CLEAN + WRONG, encoding="utf-8")
    install(scratch, {"repos": [{"repo": "local", "hooks": [declared(root, "termcheck-corpus")]}]})
    shown = commit(scratch, new="The National Cyberspace Office met.\n")
    assert shown.returncode == 0
    assert "new.md:1:5: hint inconsistent-across-articles" in shown.stderr
    assert "deprecated-term" not in shown.stderr


@pytest.mark.skipif(not os.environ.get("CI"), reason="installs the program from the network: only where CI is set")
def test_the_hook_as_users_install_it(scratch: Path, root: Path, tmp_path: Path) -> None:
    source = repository_of(root, tmp_path)
    rev = git(source, "rev-parse", "HEAD").stdout.strip()
    install(scratch, {"repos": [{"repo": str(source), "rev": rev, "hooks": [{"id": "termcheck"}]}]})
    expect_the_hook_to_work(scratch)
    (scratch / "wrong.md").write_text(WRONG, encoding="utf-8")
    git(scratch, "add", ".")
    env = {**os.environ, "PRE_COMMIT_HOME": str(scratch.parent / "pre-commit"), "PRE_COMMIT_COLOR": "never"}
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(source), "termcheck", "--files", "wrong.md"]
    tried = subprocess.run(command, cwd=scratch, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert tried.returncode == 1, tried.stdout + tried.stderr
    assert "wrong.md:1:5: error deprecated-term" in tried.stdout
    assert "write “Central Cyberspace Administration”" in tried.stdout


def repository_of(root: Path, tmp_path: Path) -> Path:
    """A repository that holds this project as it is."""
    source = tmp_path / "source"
    ignore = shutil.ignore_patterns(".git", ".venv", "dist", ".*_cache", ".hypothesis", "__pycache__")
    shutil.copytree(root, source, ignore=ignore)
    git(source, "init", "--quiet")
    git(source, "add", ".")
    git(source, "commit", "--quiet", "--message", "the program")
    return source
