"""Reading unified diffs."""

import difflib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.changes.diffs import parse_diff
from termcheck.changes.lines import ChangedLines
from termcheck.errors import UsageError

LINES = st.lists(st.sampled_from(["a", "b", "c", "-- a", "++ b", "@@ -1 +1 @@", "", "\x0c", "é\u2028"]), max_size=12)


def numbers(changed: ChangedLines) -> set[int]:
    return {line for first, last in changed.added for line in range(first, last + 1)}


@given(LINES, LINES, st.integers(0, 3), st.sampled_from(["", "\n"]))
def test_the_added_lines_are_those_of_a_diff(old: list[str], new: list[str], context: int, end: str) -> None:
    diff = list(difflib.unified_diff(old, new, "a/x.md", "b/x.md", n=context, lineterm=""))
    text = "\n".join(diff) + end
    files = parse_diff(text.encode())
    codes = difflib.SequenceMatcher(None, old, new).get_opcodes()
    added = {
        line + 1 for kind, _, _, start, end in codes if kind in ("insert", "replace") for line in range(start, end)
    }
    seams = {start for kind, _, _, start, _ in codes if kind in ("delete", "replace")}
    assert len(files) == (old != new)
    if files:
        assert files[0].names == (b"x.md", b"b/x.md")
        assert numbers(files[0].lines) == added
        assert set(files[0].lines.seams) == seams


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    with suppress(UsageError):
        parse_diff(b"--- a/x\n+++ b/x\n@@ -1,3 +1,4 @@\n" + data)


def test_what_git_says_of_files() -> None:
    diff = rb"""diff --git a/old name.md b/new name.md
similarity index 90%
rename from old name.md
rename to new name.md
index 1111111111111111111111111111111111111111..2222222222222222222222222222222222222222 100644
--- a/old name.md{tab}
+++ b/new name.md{tab}
@@ -2 +2 @@ context
-b
+c
\ No newline at end of file
diff --git "a/\303\274\"\t.md" "b/\303\274\"\t.md"
new file mode 100644
index 0000000..3333333
--- /dev/null
+++ "b/\303\274\"\t.md"
@@ -0,0 +1,2 @@
+x
+y
diff --git a/gone.md b/gone.md
deleted file mode 100644
index 3333333..0000000
--- a/gone.md
+++ /dev/null
@@ -1 +0,0 @@
-x
diff --git a/only renamed.md b/only moved.md
similarity index 100%
rename from only renamed.md
rename to only moved.md
diff --git a/utf 16.txt b/utf 16.txt
index 4444444..5555555 100644
Binary files a/utf 16.txt and b/utf 16.txt differ
diff --git a/link.md b/link.md
new file mode 120000
index 0000000..6666666
--- /dev/null
+++ b/link.md
@@ -0,0 +1 @@
+target
\ No newline at end of file
diff --git a/module b/module
index 7777777..8888888 160000
--- a/module
+++ b/module
@@ -1 +1 @@
-Subproject commit 7777777
+Subproject commit 8888888
diff --git a/cut.md b/cut.md
index 9999999..aaaaaaa 100644
--- a/cut.md
+++ b/cut.md
@@ -3,2 +2,0 @@
-x
-y
"""
    diff = diff.replace(b"{tab}", b"\t")  # git's mark of a name with spaces
    files = {one.names[0]: one for one in parse_diff(diff)}
    assert {name: (one.lines.added, one.lines.seams) for name, one in files.items()} == {
        b"new name.md": (((2, 2),), (1,)),
        b'\xc3\xbc"\t.md': (((1, 2),), ()),
        b"utf 16.txt": ((), ()),
        b"cut.md": ((), (2,)),
    }
    assert files[b"utf 16.txt"].lines.everything
    assert files[b"new name.md"].blob == "2" * 40


def test_a_merge_counts_what_differs_from_all_parents() -> None:
    diff = b"""diff --cc a.md
index 1,2..3
--- a/a.md
+++ b/a.md
@@@ -1,3 -1,3 +1,4 @@@
- ours
 -theirs
++both
  same
+ of theirs
 +of ours
"""
    (file,) = parse_diff(diff)
    assert file.names[-1] in (b"a.md", b"b/a.md")
    assert file.lines.added == ((1, 1),)


@pytest.mark.parametrize(
    "header", ["--- x.md\t2024-01-01\n+++ x.md\t2024-01-02 10:00\n", "Index: x.md\n=====\n--- x.md\n+++ x.md\n"]
)
def test_other_programs_write_no_prefix(header: str) -> None:
    (file,) = parse_diff((header + "@@ -1 +1,2 @@\n a\n+b\n").encode())
    assert (file.names, file.lines.added) == ((b"x.md",), ((2, 2),))


def test_several_files_without_lines_of_git() -> None:
    one = "--- {0}.md\n+++ {0}.md\n@@ -1 +1,2 @@\n a\n+b\n"
    assert [file.names for file in parse_diff((one.format("x") + one.format("y")).encode())] == [(b"x.md",), (b"y.md",)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_shells_of_windows_change_encoding_and_line_ends(encoding: str, end: str) -> None:
    text = "diff --git a/x.md b/x.md\nindex 1..2 100644\n--- a/x.md\n+++ b/x.md\n@@ -1 +1,2 @@\n a\n+ü\n"
    (file,) = parse_diff(text.replace("\n", end).encode(encoding))
    assert (file.names[0], file.lines.added) == (b"x.md", ((2, 2),))


@pytest.mark.parametrize("text", ["no diff at all", "--- a\n+++ b\n", "--- a\n+++ b\n@@ -1,2 +1,3 @@\n a\n"])
def test_what_is_no_whole_diff_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="diff"):
        parse_diff(text.encode())


def test_no_change_is_no_mistake() -> None:
    assert parse_diff(b"\n") == ()


@pytest.mark.parametrize(
    ("first", "last", "touched"),
    [
        (1, 1, False),
        (2, 2, True),
        (1, 9, True),
        (4, 4, True),
        (5, 5, False),
        (5, 6, False),
        (7, 8, True),
        (8, 9, False),
    ],
)
def test_a_stretch_is_touched_by_lines_in_it_and_by_cuts_between_them(first: int, last: int, *, touched: bool) -> None:
    assert ChangedLines(added=((2, 4),), seams=(7,)).touch(first, last) is touched
