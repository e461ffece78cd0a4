"""``termcheck run --diff`` and ``--staged`` in real repositories."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.changes.conftest import Scratch

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
OLD = "Old: the Central Network Information Office met.\n"
NEW = "New: the Central Network Information Office met.\n"
CLEAN = "The Central Cyberspace Administration met.\n"
if shutil.which("git") is None:
    pytest.skip("git is not installed", allow_module_level=True)


def found(cli: Run, scratch: "Scratch", *args: str, cwd: Path | None = None, stdin: bytes = b"") -> list[str]:
    """The places of the findings, which are all errors."""
    done = cli("run", "--lang", "en", "--format", "compact", *args, cwd=cwd or scratch.top, stdin=stdin)
    assert done.returncode in (0, 1), done.stderr.decode()
    lines = [line for line in done.stdout.decode().splitlines() if not line.endswith("[skipped]")]
    assert done.returncode == int(bool(lines))
    return [line.split(": ")[0] for line in lines]


def test_only_changed_lines_count(cli: Run, scratch: "Scratch") -> None:
    scratch.write("news/a.md", OLD + "\nx\n\n" + NEW)
    assert found(cli, scratch, "--diff", "HEAD") == ["news/a.md:5:10"]
    assert found(cli, scratch, "--diff", "HEAD", "--whole-files") == ["news/a.md:1:10", "news/a.md:5:10"]
    assert found(cli, scratch, "--diff", "HEAD", "glossary") == []


def test_what_is_left_out_is_told(cli: Run, scratch: "Scratch") -> None:
    scratch.write("news/a.md", OLD + "\nx\n\n" + NEW)
    done = cli("run", "--lang", "en", "--diff", "HEAD", cwd=scratch.top)
    assert "note: 1 finding is left out: its line has not changed" in done.stdout.decode()


def test_files_that_git_does_not_know_yet_are_new(cli: Run, scratch: "Scratch") -> None:
    scratch.write("news/new.md", NEW)
    scratch.write("ignored/x.md", NEW)
    scratch.write(".gitignore", "ignored/\n")
    assert found(cli, scratch, "--diff", "HEAD") == ["news/new.md:1:10"]


def test_the_index_counts_and_not_the_working_copy(cli: Run, scratch: "Scratch") -> None:
    scratch.write("news/bad.md", NEW)
    scratch.write("news/good.md", CLEAN)
    scratch.git("add", ".")
    scratch.write("news/bad.md", CLEAN)
    scratch.write("news/good.md", NEW)
    scratch.write("news/unstaged.md", NEW)
    assert found(cli, scratch, "--staged") == ["news/bad.md:1:10"]
    (scratch.top / "news" / "bad.md").unlink()
    assert found(cli, scratch, "--staged") == ["news/bad.md:1:10"]
    assert found(cli, scratch, "--staged", "news/good.md") == []


def test_the_first_commit(cli: Run, scratch: "Scratch") -> None:
    scratch.git("checkout", "--quiet", "--orphan", "fresh")
    assert found(cli, scratch, "--staged") == ["news/a.md:1:10"]


def test_a_renamed_article_is_not_new(cli: Run, scratch: "Scratch") -> None:
    scratch.write("news/long.md", OLD + "\nx\n" * 20)
    scratch.commit()
    scratch.git("mv", "news/long.md", "news/moved.md")
    assert found(cli, scratch, "--staged") == []
    scratch.write("news/moved.md", OLD + "\nx\n" * 20 + NEW)
    scratch.git("add", ".")
    assert found(cli, scratch, "--staged") == ["news/moved.md:42:10"]


def test_a_deleted_article_is_nothing(cli: Run, scratch: "Scratch") -> None:
    scratch.git("rm", "--quiet", "news/a.md")
    assert found(cli, scratch, "--staged") == []
    assert found(cli, scratch, "--diff", "HEAD") == []


def test_a_term_that_a_cut_brings_together(cli: Run, scratch: "Scratch") -> None:
    scratch.write("news/b.md", "The Central Network\nand the\nInformation Office met.\n")
    scratch.commit()
    scratch.write("news/b.md", "The Central Network\nInformation Office met.\n")
    assert found(cli, scratch, "--diff", "HEAD") == ["news/b.md:1:5"]


def test_a_line_end_at_the_end_changes_the_last_line_only(cli: Run, scratch: "Scratch") -> None:
    scratch.write("news/b.md", OLD + "\nend")
    scratch.commit()
    scratch.write("news/b.md", OLD + "\nend\n")
    assert found(cli, scratch, "--diff", "HEAD") == []


def test_lone_carriage_returns_end_no_line_for_git(cli: Run, scratch: "Scratch") -> None:
    scratch.write("news/b.txt", f"one\rtwo\r{OLD}three\n")
    scratch.commit()
    scratch.write("news/b.txt", f"one\rtwo\r{OLD}three\n{NEW}")
    assert found(cli, scratch, "--diff", "HEAD") == ["news/b.txt:5:10"]


def test_binary_for_git_means_the_whole_article(cli: Run, scratch: "Scratch") -> None:
    scratch.write("news/b.txt", OLD.encode("utf-16"))
    scratch.commit()
    scratch.write("news/b.txt", (OLD + "x\n").encode("utf-16"))
    assert found(cli, scratch, "--diff", "HEAD") == ["news/b.txt:1:10"]


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such names")
def test_names_that_must_be_quoted_or_are_no_utf_8(cli: Run, scratch: "Scratch") -> None:
    for name in ('news/a "b"\tc.md', "news/新闻 ü.md", "news/ b.md", "b/c.md"):
        scratch.write(name, NEW)
    try:
        scratch.write(os.fsdecode(b"news/\xff.md"), NEW)
        expected = 5
    except OSError:  # macOS
        expected = 4
    assert len(found(cli, scratch, "--diff", "HEAD")) == expected
    scratch.git("add", ".")
    assert len(found(cli, scratch, "--staged")) == expected
    diff = subprocess.run(["git", "diff", "--cached"], cwd=scratch.top, capture_output=True, check=True).stdout
    assert len(found(cli, scratch, "--diff", "-", stdin=diff)) == expected


@pytest.mark.parametrize(
    "options", [(), ("--no-prefix",), ("--unified=0",), ("--src-prefix=i/", "--dst-prefix=w/"), ("--unified=9",)]
)
def test_a_diff_on_standard_input(cli: Run, scratch: "Scratch", options: tuple[str, ...]) -> None:
    scratch.write("news/a.md", OLD + "\nx\n\n" + NEW)
    scratch.git("add", ".")
    diff = scratch.git("diff", "--cached", *options).stdout.encode()
    assert found(cli, scratch, "--diff", "-", stdin=diff) == ["news/a.md:5:10"]
    assert found(cli, scratch, "-g", "../glossary", "--diff", "-", stdin=diff, cwd=scratch.top / "news") == [
        "a.md:5:10"
    ]


def test_a_diff_without_any_repository(cli: Run, tmp_path: Path, scratch: "Scratch") -> None:
    shutil.copytree(scratch.top, tmp_path / "copy", ignore=shutil.ignore_patterns(".git"))
    diff = b"--- a.md\n+++ a.md\n@@ -1 +1 @@\n-x\n+y\n--- gone.md\n+++ gone.md\n@@ -1 +1 @@\n-x\n+y\n"
    args = ("run", "-g", "../glossary", "--lang", "en", "--diff", "-")
    done = cli(*args, cwd=tmp_path / "copy" / "news", stdin=diff)
    assert done.returncode == 1
    assert "a.md:1:10: error" in done.stdout.decode()
    assert "gone.md: skipped: the diff names it, but it is not here" in done.stdout.decode()


def test_since_the_fork(cli: Run, scratch: "Scratch") -> None:
    scratch.git("checkout", "--quiet", "-b", "topic")
    scratch.commit(mine=NEW)
    scratch.git("checkout", "--quiet", "main")
    scratch.write("news/a.md", CLEAN)
    scratch.commit()
    scratch.git("checkout", "--quiet", "topic")
    assert found(cli, scratch, "--diff", "main...") == ["mine.md:1:10"]
    assert found(cli, scratch, "--diff", "main...HEAD") == ["mine.md:1:10"]
    assert found(cli, scratch, "--diff", "main") == ["mine.md:1:10", "news/a.md:1:10"]
    assert found(cli, scratch, "--diff", "main..topic") == ["mine.md:1:10", "news/a.md:1:10"]


def test_a_merge_is_about_what_it_adds_itself(cli: Run, scratch: "Scratch") -> None:
    scratch.git("checkout", "--quiet", "-b", "topic")
    scratch.commit(theirs=NEW)
    scratch.git("checkout", "--quiet", "main")
    scratch.commit(ours=NEW)
    scratch.git("merge", "--quiet", "--no-commit", "--no-ff", "topic")
    assert found(cli, scratch, "--staged") == []
    scratch.write("theirs.md", NEW + "\n" + NEW)
    scratch.git("add", ".")
    assert found(cli, scratch, "--staged") == ["theirs.md:3:10"]


def test_submodules_are_left_alone_and_can_be_checked_themselves(cli: Run, scratch: "Scratch", tmp_path: Path) -> None:
    shutil.copytree(scratch.top, tmp_path / "inner")
    scratch.git("submodule", "--quiet", "add", str(tmp_path / "inner"), "inner.md")
    scratch.write("inner.md/new.md", NEW)
    assert found(cli, scratch, "--staged") == []
    assert found(cli, scratch, "--diff", "HEAD") == []
    assert found(cli, scratch, "--diff", "HEAD", cwd=scratch.top / "inner.md") == ["new.md:1:10"]


def test_a_pointer_to_large_files_is_not_taken_for_a_clean_article(cli: Run, scratch: "Scratch") -> None:
    scratch.write("big.md", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n")
    scratch.git("add", ".")
    done = cli("run", "--lang", "en", "--staged", "--quiet", cwd=scratch.top)
    assert "big.md: skipped: git holds only a pointer" in done.stdout.decode()
    assert done.returncode == 3


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_no_articles(cli: Run, scratch: "Scratch") -> None:
    (scratch.top / "link.md").symlink_to("news/a.md")
    scratch.git("add", ".")
    assert found(cli, scratch, "--staged") == []


def test_a_project_in_a_folder_of_the_repository(cli: Run, scratch: "Scratch") -> None:
    scratch.write("docs/termcheck.toml", 'glossary = ["../glossary"]\nexclude = ["drafts/"]\ninclude = ["news"]\n')
    for name in ("news/new.md", "docs/news/new.md", "docs/news/drafts/new.md", "docs/other/new.md"):
        scratch.write(name, NEW)
    args = ("--diff", "HEAD", "--config", "docs/termcheck.toml")
    assert found(cli, scratch, *args) == ["docs/news/new.md:1:10"]
    assert found(cli, scratch, "--diff", "HEAD", cwd=scratch.top / "docs") == ["news/new.md:1:10"]
    assert found(cli, scratch, *args, "news") == ["news/new.md:1:10"]
    done = cli("run", *args, "--lang", "en", "--format", "json", cwd=scratch.top)
    assert b'"file":"news/new.md"' in done.stdout


def test_paths_and_globs_choose_among_what_changed(cli: Run, scratch: "Scratch") -> None:
    for name in ("news/x.md", "news/deep/y.md", "other/z.txt", ".hidden/h.md"):
        scratch.write(name, NEW)
    assert found(cli, scratch, "--diff", "HEAD") == ["news/deep/y.md:1:10", "news/x.md:1:10", "other/z.txt:1:10"]
    assert found(cli, scratch, "--diff", "HEAD", "news") == ["news/deep/y.md:1:10", "news/x.md:1:10"]
    assert found(cli, scratch, "--diff", "HEAD", "*/*.txt") == ["other/z.txt:1:10"]
    assert found(cli, scratch, "--diff", "HEAD", "**/*.md") == ["news/deep/y.md:1:10", "news/x.md:1:10"]
    assert found(cli, scratch, "--diff", "HEAD", ".hidden/h.md") == [".hidden/h.md:1:10"]


def test_reports_of_a_part_do_not_replace_those_of_the_whole(cli: Run, scratch: "Scratch") -> None:
    scratch.write("news/x.md", NEW)
    assert found(cli, scratch, "--diff", "HEAD", "news") == ["news/x.md:1:10"]
    assert not (scratch.top / "reports").exists()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--diff", "nowhere"), "git knows no revision nowhere"),
        (("--diff", "--output=x"), "git knows no revision --output=x"),
        (("--diff", "HEAD..HEAD~1"), "git knows no revision HEAD~1"),
        (("--diff", "HEAD", "--staged"), "contradict each other"),
        (("--diff", "HEAD", "-"), "standard input has no changed lines"),
        (("--diff", "HEAD", "nwes"), "the path does not exist"),
        (("--whole-files",), "--whole-files is about changed files"),
        (("--only", "no-rule"), "there is no rule no-rule"),
    ],
)
def test_mistakes_are_told(cli: Run, scratch: "Scratch", args: tuple[str, ...], message: str) -> None:
    done = cli("run", "--lang", "en", *args, cwd=scratch.top)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()


def test_no_repository(cli: Run, tmp_path: Path) -> None:
    done = cli("run", "--staged", "-g", "x.csv", cwd=tmp_path, env={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    assert done.returncode == 2
    assert "not a git repository" in done.stderr.decode()


def test_another_revision_than_the_one_checked_out(cli: Run, scratch: "Scratch") -> None:
    scratch.commit(b=CLEAN)
    done = cli("run", "--lang", "en", "--diff", "HEAD..HEAD~1", cwd=scratch.top)
    assert "read from the working copy, which is not HEAD~1" in done.stderr.decode()


MIXED = "concept,lang,term,status\nic,en,internet civilization,preferred\nic,en,online civilization,admitted\n"


def test_mixed_renderings_count_where_one_of_their_places_changed(cli: Run, scratch: "Scratch") -> None:
    """The hint stands at the rarest name, which may be the older one; the line that brought it about is the other."""
    scratch.write("glossary/terms.csv", MIXED)
    scratch.write("news/a.md", "They like online civilization.\n\nx\n\ny\n")
    scratch.commit()
    scratch.write(
        "news/a.md", "They like online civilization.\n\nx\n\nBoth internet civilization and internet civilization.\n"
    )
    done = cli("run", "--lang", "en", "--diff", "HEAD", "--fail-on", "hint", cwd=scratch.top)
    assert "news/a.md:1:11: hint mixed-renderings" in done.stdout.decode()
    scratch.commit()
    scratch.write("news/a.md", (scratch.top / "news" / "a.md").read_text() + "\nz\n")
    done = cli("run", "--lang", "en", "--diff", "HEAD", "--fail-on", "hint", cwd=scratch.top)
    assert done.returncode == 0


def test_only_some_rules(cli: Run, scratch: "Scratch") -> None:
    scratch.write("glossary/terms.csv", MIXED + "cac,en,CAC,preferred\ncac,en,Net Office,forbidden\n")
    scratch.write("news/a.md", "They like online civilization and the Net Office.\n")
    scratch.write("news/b.md", "They like internet civilization.\n")
    rules = {
        rule: cli("run", "news", "--no-reports", "--lang", "en", "--only", rule, cwd=scratch.top).stdout.decode()
        for rule in ("corpus", "inconsistent-across-articles", "forbidden-term")
    }
    assert "1 hint." in rules["corpus"]
    assert rules["corpus"] == rules["inconsistent-across-articles"]
    assert "1 error." in rules["forbidden-term"]


def test_only_what_is_included(cli: Run, scratch: "Scratch") -> None:
    scratch.write("termcheck.toml", 'include = ["news"]\nexclude = ["drafts"]\n')
    for name in ("README.md", "news/drafts/x.md", "news/y.md", "glossary/z.md"):
        scratch.write(name, NEW)
    names = ("README.md", "news/drafts/x.md", "news/y.md", "glossary/z.md", "glossary/terms.csv")
    assert found(cli, scratch, "--only-included", *names) == ["news/y.md:1:10"]
    (scratch.top / "termcheck.toml").write_text('exclude = ["drafts"]\n')
    assert found(cli, scratch, "--only-included", *names) == ["README.md:1:10", "news/y.md:1:10"]
