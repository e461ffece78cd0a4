"""Everything in README.md that can be run is run, from top to bottom, as a reader would do it."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]
IDENTITY = "-c user.name=a -c user.email=a@example.org -c commit.gpgsign=false"
FOLDERS = {"in: repository": "repository", "in: git": "git", "in: empty": "empty"}
LANGUAGES = {"sh", "text", "csv", "toml", "yaml", "python"}
EDITORS = {"json", "lua", "toml", "elisp"}
"""Languages of blocks that set up an editor, which a note says."""


class Block(NamedTuple):
    """A block of code and the invisible comment above it."""

    note: str
    language: str
    text: str
    line: int


def blocks(root: Path) -> list[Block]:
    text = (root / "README.md").read_text(encoding="utf-8")
    pattern = r"(?:^<!-- ([^\n]*) -->\n)?^```(\w+)\n(.*?)^```$"
    return [
        Block(found[1] or "", found[2], found[3], text.count("\n", 0, found.start()) + 1)
        for found in re.finditer(pattern, text, re.MULTILINE | re.DOTALL)
    ]


@pytest.fixture
def reader(tmp_path: Path, root: Path) -> Path:
    """Folders of a reader: one of their own, and the repository's example project."""
    (tmp_path / "own").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "repository").mkdir()
    for name in ("seeds", "glossary"):
        shutil.copytree(root / name, tmp_path / "repository" / name)
        shutil.copytree(root / name, tmp_path / "git" / name)
    (tmp_path / "git" / "news").mkdir()
    for command in ("init --quiet", "add .", f"{IDENTITY} commit --quiet --message start", "update-ref {} HEAD"):
        git = ["git", *command.format("refs/remotes/origin/main").split()]
        subprocess.run(git, cwd=tmp_path / "git", check=True)
    shutil.copy(root / "pyproject.toml", tmp_path / "repository")
    shutil.copy(root / "pyproject.toml", tmp_path / "git")
    return tmp_path


def test_every_command_does_what_the_readme_says(reader: Path, root: Path, cli: Run) -> None:
    for block in blocks(root):
        if block.note.startswith("editor: "):
            continue
        assert block.language in LANGUAGES, f"README.md:{block.line}: nothing tries a block in {block.language}"
        if block.note.startswith("file: "):
            (reader / "own" / block.note.removeprefix("file: ")).write_text(block.text, encoding="utf-8")
        if block.language == "sh" and not block.note.startswith("test: "):
            folder = reader / FOLDERS.get(block.note, "own")
            status = int(block.note.removeprefix("status: ")) if block.note.startswith("status: ") else 0
            _run_lines(block, folder, status, cli)
        if block.language == "python":
            _run_python(block, reader / "own")
    written = {path.name for path in (reader / "repository" / "reports").iterdir()}
    assert written == {"report.html", "findings.csv", "reconciliation.csv"}


def _run_lines(block: Block, folder: Path, status: int, cli: Run) -> None:
    """Run the commands of a block; the first one ends with ``status``, the others with that or 0."""
    for number, line in enumerate(block.text.splitlines()):
        program, *args = shlex.split(line)
        assert program == "termcheck", f"README.md:{block.line}: mark what the test cannot run"
        done = cli(*args, cwd=folder)
        allowed = {status} if number == 0 else {status, 0}
        assert done.returncode in allowed, f"README.md:{block.line}: {line}\n{done.stderr.decode()}"


def _run_python(block: Block, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", block.text], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, f"README.md:{block.line}: {done.stderr}"
    assert "Central Network Information Office -> Cyberspace Administration of China" in done.stdout


def test_installing_installs_this_project(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    commands = [block.text.split() for block in blocks(root) if block.note == "test: install"]
    assert commands == [["pipx", "install", project["name"]], ["uv", "tool", "install", project["name"]]]
    assert project["scripts"] == {"termcheck": "termcheck.__main__:main"}


def test_batch_jobs_use_options_that_there_are(root: Path, cli: Run) -> None:
    lines = [line for block in blocks(root) if block.note == "test: batch" for line in block.text.splitlines()]
    commands = [line[line.index("termcheck ") :].split() for line in lines if "termcheck " in line]
    assert {command[1] for command in commands} == {"run", "merge"}
    for _, name, *words in commands:
        known = cli(name, "--help").stdout.decode().replace(",", " ").split()
        for word in words:
            assert not word.startswith("-") or word in known, f"{name} has no option {word}"


def test_every_editor_is_told_to_start_the_server(root: Path) -> None:
    editors = [block for block in blocks(root) if block.note.startswith("editor: ")]
    assert {block.language for block in editors} == EDITORS
    for block in editors:
        words = re.findall(r"[\w.-]+", block.text)
        assert "termcheck" in words, f"README.md:{block.line}"
        assert "lsp" in words, f"README.md:{block.line}"
    json.loads(next(block.text for block in editors if block.language == "json"))
    tomllib.loads(next(block.text for block in editors if block.language == "toml"))


def test_extras_exist(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for block in blocks(root):
        if block.note.startswith("test: extra "):
            extra = block.note.removeprefix("test: extra ")
            assert extra in project["optional-dependencies"]
            assert f"{project['name']}[{extra}]" in block.text


def test_the_settings_are_all_of_them(root: Path) -> None:
    from termcheck.config import Settings

    (settings,) = (
        block for block in blocks(root) if block.language == "toml" and not block.note.startswith("editor: ")
    )
    assert set(tomllib.loads(settings.text)) == set(Settings.__struct_fields__) - {"root", "file", "told"}


def test_the_columns_are_all_of_them(root: Path) -> None:
    from termcheck.glossary.content import COLUMNS
    from termcheck.model import Status

    text = (root / "README.md").read_text(encoding="utf-8")
    section = text[text.index("### ... write a glossary") : text.index("### ... check articles")]
    named = {
        name for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    }
    assert named == {*COLUMNS, *Status}


def test_the_git_hook_is_installed_as_the_readme_says(root: Path, cli: Run, tmp_path: Path) -> None:
    (commands,) = (block.text for block in blocks(root) if block.note == "test: hook")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    for line in commands.splitlines():
        done = cli(*shlex.split(line)[1:], cwd=tmp_path)
        assert done.returncode == 0, done.stderr.decode()


def test_completion_and_watching_are_called_as_the_readme_says(root: Path, cli: Run) -> None:
    (lines,) = (block.text.splitlines() for block in blocks(root) if block.note == "test: completion")
    for line in lines:
        found = re.fullmatch(r'eval "\$\(termcheck (completion \w+)\)"', line)
        assert found, line
        assert cli(*found[1].split()).returncode == 0
    (watched,) = (block.text.split() for block in blocks(root) if block.note == "test: watch")
    assert watched[:2] + watched[3:] == ["termcheck", "run", "--watch"]
    assert b"--watch" in cli("run", "--help").stdout


def test_the_jobs_for_ci_call_what_there_is(reader: Path, root: Path, cli: Run) -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit")
    jobs = [block.text for block in blocks(root) if block.language == "yaml" and "repos:" not in block.text]
    calls = [
        line.strip().removeprefix("- ").removeprefix("run: ")
        for job in jobs
        for line in job.splitlines()
        if "termcheck run" in line
    ]
    assert len(jobs) == len(calls) == 2
    for job, call in zip(jobs, calls, strict=True):
        assert isinstance(yaml.safe_load(job), dict)
        known = call.replace("${{ github.base_ref }}", "main").replace("$CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD")
        done = cli(*shlex.split(known)[1:], cwd=reader / "git")
        assert done.returncode == 0, done.stderr.decode()
        for file in re.findall(r"--format \w+=(\S+)", call):
            assert (reader / "git" / file).is_file()
            assert job.count(file) == 1 + ("reports:" in job)


def test_the_hooks_are_those_that_are_declared(root: Path) -> None:
    (config,) = (block.text for block in blocks(root) if block.language == "yaml" and "repos:" in block.text)
    declared = (root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert re.findall(r"- id: (\S+)", config) == re.findall(r"- id: (\S+)", declared)


def test_pictures_and_linked_files_exist(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if not link.startswith(("https://", "#"))]
    assert [link for link in links if not (root / link).is_file()] == []


def test_the_contents_name_every_heading_once(root: Path) -> None:
    text = re.sub(r"^```.*?^```", "", (root / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    headings = [title for title in re.findall(r"^###? (.+)$", text, re.MULTILINE) if title != "How to ..."]
    anchors = ["#" + re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in headings]
    assert sorted(re.findall(r"\]\((#[^)]+)\)", text)) == sorted(anchors)
