"""Which articles a call means."""

import itertools
import os
import sys
from pathlib import Path

import pytest

from termcheck.articles import Source, discover, read_article
from termcheck.articles.discovery import Discovery
from termcheck.config import Settings
from termcheck.errors import ArticleError, UsageError


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"Text.\n")


def names(root: Path, *paths: str, cwd: Path | None = None, **settings: object) -> list[str]:
    found = discover(paths, Settings(root=root, **settings), cwd or root)  # type: ignore[arg-type]  # any setting
    return [source.path for source in found.sources]


def test_a_folder_is_walked_in_order_and_other_suffixes_are_counted(tmp_path: Path) -> None:
    make(tmp_path, "in/b.md", "in/a.TXT", "in/sub/c.html", "in/x.png", "in/sub/noext", "out.md")
    found = discover(["in"], Settings(root=tmp_path), tmp_path)
    assert [source.path for source in found.sources] == ["in/a.TXT", "in/b.md", "in/sub/c.html"]
    assert found.others == 2
    assert not any(source.named for source in found.sources)


def test_a_file_given_twice_is_one_and_the_order_does_not_matter(tmp_path: Path) -> None:
    make(tmp_path, "in/a.md", "in/b.md")
    paths = ["in", "in/a.md", "./in/../in/a.md", "in/*.md", str(tmp_path / "in/b.md")]
    found = {discover(order, Settings(root=tmp_path), tmp_path) for order in itertools.permutations(paths)}
    assert len(found) == 1
    assert [(one.path, one.named) for one in found.pop().sources] == [("in/a.md", True), ("in/b.md", True)]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("in/*.md", ["in/a.md"]),
        ("in/?.md", ["in/a.md"]),
        ("in/[ab].*", ["in/a.md", "in/b.txt"]),
        ("**/*.md", ["in/a.md", "in/sub/c.md", "top.md"]),
        ("in/**", ["in/a.md", "in/b.txt", "in/sub/c.md"]),
        ("in/**/c.md", ["in/sub/c.md"]),
        ("*.md", ["top.md"]),
        ("in/s*", ["in/sub/c.md"]),
        ("*/sub/*.md", ["in/sub/c.md"]),
        ("./in/*.md", ["in/a.md"]),
    ],
)
def test_globs(tmp_path: Path, pattern: str, expected: list[str]) -> None:
    make(tmp_path, "in/a.md", "in/b.txt", "in/sub/c.md", "in/x.png", "top.md", ".hidden/d.md", "reports/e.md")
    assert names(tmp_path, pattern) == expected


def test_a_name_with_wildcards_that_exists_is_that_file(tmp_path: Path) -> None:
    make(tmp_path, "a[1].md", "a1.md")
    assert names(tmp_path, "a[1].md") == ["a[1].md"]


def test_all_missing_paths_are_reported_at_once(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "x.png")
    with pytest.raises(UsageError) as caught:
        discover(["nosuch.md", "a.md", "in/*.md", "*.rst", ""], Settings(root=tmp_path), tmp_path)
    assert [problem.place for problem in caught.value.problems] == ["nosuch.md", "in/*.md", "*.rst", '""']
    assert all(problem.remedy for problem in caught.value.problems)


def test_what_a_walk_leaves_out(tmp_path: Path) -> None:
    make(
        tmp_path, "a.md", ".hidden/b.md", "reports/c.md", "glossary/d.md", "terms.md", "drafts/e.md", "f.draft.md",
        "._a.md", "sub/reports/g.md",
    )  # fmt: skip
    found = names(tmp_path, ".", glossary=("glossary", "terms.md"), exclude=("drafts/", "*.draft.md"))
    assert found == ["a.md", "sub/reports/g.md"]


@pytest.mark.parametrize("path", [".hidden/b.md", "reports/c.md", "glossary/d.md", "drafts", ".hidden", "reports"])
def test_what_is_named_is_never_left_out(tmp_path: Path, path: str) -> None:
    make(tmp_path, ".hidden/b.md", "reports/c.md", "glossary/d.md", "drafts/e.md")
    (tmp_path / ".gitignore").write_text("/drafts/\n", encoding="utf-8")
    assert len(names(tmp_path, path)) == 1


def test_git_ignore_files_nested_and_with_exceptions(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "build/b.md", "in/c.tmp.md", "in/keep.tmp.md", "in/deep/d.md", "in/deep/e.md", "local.md")
    (tmp_path / ".git" / "info").mkdir(parents=True)
    (tmp_path / ".git" / "info" / "exclude").write_text("local.md\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("# made\nbuild/\n*.tmp.md\n[\n", encoding="utf-8")
    (tmp_path / "in" / ".gitignore").write_text("!keep.tmp.md\n/deep/d.md\n", encoding="utf-8")
    expected = ["in/deep/e.md", "in/keep.tmp.md"]
    assert names(tmp_path, ".") == ["a.md", *expected]
    assert names(tmp_path, "in") == expected
    assert names(tmp_path, "in/deep") == ["in/deep/e.md"]
    assert names(tmp_path, "**/*.md") == ["a.md", *expected]
    assert names(tmp_path, "in/c.tmp.md") == ["in/c.tmp.md"]


def test_paths_are_shown_from_the_root_else_the_working_directory_else_as_given(tmp_path: Path) -> None:
    make(tmp_path, "project/sub/a.md", "work/b.md", "else/c.md")
    root, work = tmp_path / "project", tmp_path / "work"
    outside = (tmp_path / "else" / "c.md").as_posix()
    assert names(root, "../project/sub/a.md", "b.md", outside, cwd=work) == sorted(["sub/a.md", "b.md", outside])
    assert names(root, "a.md", cwd=root / "sub") == ["sub/a.md"]
    assert names(root, "./-x.md", cwd=_with(root, "-x.md")) == ["-x.md"]


def _with(folder: Path, name: str) -> Path:
    make(folder, name)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links(tmp_path: Path) -> None:
    make(tmp_path, "in/a.md", "other/b.md")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "z.md").symlink_to(tmp_path / "in" / "a.md")
    (tmp_path / "in" / "gone.md").symlink_to(tmp_path / "nowhere")
    (tmp_path / "linked").symlink_to(tmp_path / "other")
    assert names(tmp_path, "in") == ["in/a.md"]
    assert names(tmp_path, "linked") == ["linked/b.md"]
    with pytest.raises(UsageError, match="link leads nowhere"):
        names(tmp_path, "in/gone.md")


def test_stdin(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    found = discover(["-", "a.md"], Settings(root=tmp_path), tmp_path, stdin=b"# T", stdin_filename="new/x.md")
    assert [source.path for source in found.sources] == ["a.md", "new/x.md"]
    assert read_article(found.sources[1], Settings()).view.text == "T"
    (source,) = discover(["-"], Settings(root=tmp_path), tmp_path, stdin=b"# T").sources
    assert source.path == "<stdin>"
    assert read_article(source, Settings()).view.text == "# T"


def test_a_named_file_without_a_reader_is_unreadable(tmp_path: Path) -> None:
    make(tmp_path, "a.png", "noext")
    for source in discover(["a.png", "noext"], Settings(root=tmp_path), tmp_path).sources:
        with pytest.raises(ArticleError, match="no reader for") as caught:
            read_article(source, Settings())
        assert caught.value.problems[0].place == source.path


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(ArticleError, match="folder"):
        read_article(Source("folder.md", tmp_path / "folder.md"), Settings())
    with pytest.raises(ArticleError, match="gone"):
        read_article(Source("gone.md", tmp_path / "gone.md"), Settings())


@pytest.mark.skipif(sys.platform == "win32", reason="permissions differ there")
def test_no_permission_and_pipes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(ArticleError, match="no regular file"):
        read_article(Source("pipe.md", tmp_path / "pipe.md"), Settings())
    make(tmp_path, "secret.md", "in/a.md", "in/closed/b.md")
    (tmp_path / "secret.md").chmod(0)
    (tmp_path / "in" / "closed").chmod(0)
    try:
        if os.access(tmp_path / "secret.md", os.R_OK):
            pytest.skip("the superuser may read everything")
        with pytest.raises(ArticleError, match="no permission"):
            read_article(Source("secret.md", tmp_path / "secret.md"), Settings())
        found = discover(["in"], Settings(root=tmp_path), tmp_path)
        assert [source.path for source in found.sources] == ["in/a.md"]
        assert [(one.file, one.unreadable) for one in found.skipped] == [("in/closed", True)]
    finally:
        (tmp_path / "in" / "closed").chmod(0o700)


def test_what_is_read_only_where_it_is_named_is_told_where_there_is_nothing_else(tmp_path: Path) -> None:
    make(tmp_path, "in/a.json", "in/B.JSON", "in/x.png", "in/noext", "in/.hidden", "in/2023.jsonl.gz", "in/old.tar.xz")
    assert discover(["in"], Settings(root=tmp_path), tmp_path).nameable == (".jsonl.gz", ".json", ".tar.xz")
    make(tmp_path, "in/a.md")
    assert discover(["in"], Settings(root=tmp_path), tmp_path).nameable == ()


def test_an_empty_folder_has_no_articles(tmp_path: Path) -> None:
    assert discover(["."], Settings(root=tmp_path), tmp_path) == Discovery((), 0, (), ())
