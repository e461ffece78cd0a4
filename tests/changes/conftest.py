"""A repository with a glossary and one article that is committed."""

import os
import subprocess
from pathlib import Path

import pytest

TERMS = """concept,lang,term,status
cac,zh,中央网信办,preferred
cac,en,Central Cyberspace Administration,preferred
cac,en,Central Network Information Office,deprecated
"""
ARTICLE = "Old: the Central Network Information Office met.\n\nx\n\ny\n"
IDENTITY = (
    "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false",
    "-c", "protocol.file.allow=always",
)  # fmt: skip


class Scratch:
    """A working copy in which tests call git."""

    def __init__(self, top: Path) -> None:
        self.top = top

    def git(self, *args: str, check: bool = True, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
        env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        return subprocess.run(
            ["git", *IDENTITY, *args], cwd=cwd or self.top, env={**env, "PYTHONUTF8": "1"}, capture_output=True,
            text=True, encoding="utf-8", check=check,
        )  # fmt: skip

    def write(self, name: str, text: str | bytes) -> None:
        file = self.top / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def commit(self, *, check: bool = True, **files: str) -> "subprocess.CompletedProcess[str]":
        for name, text in files.items():
            self.write(f"{name}.md", text)
        self.git("add", "--all")
        return self.git("commit", "--message", "m", check=check)


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    made = Scratch(tmp_path / "scratch")
    made.top.mkdir()
    made.git("init", "--quiet", "--initial-branch=main")
    made.write("glossary/terms.csv", TERMS)
    made.write("news/a.md", ARTICLE)
    made.commit()
    return made
