"""Asks git what has changed, and for the content that the next commit will hold."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from termcheck.changes.diffs import DiffFile, parse_diff
from termcheck.changes.lines import ChangedLines
from termcheck.errors import Problem, UsageError

_DIFF = (
    "-c", "core.quotePath=true", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false",
    "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--unified=0", "--inter-hunk-context=0", "--find-renames",
    "--src-prefix=a/", "--dst-prefix=b/", "--no-relative", "--full-index", "--submodule=short",
    "--ignore-submodules=all", "--diff-filter=d",
)  # fmt: skip
"""Whatever the user has configured, a diff in one form."""
_FETCH = "check the spelling; in CI, fetch the history (fetch-depth: 0)"


class ChangedFile(Struct, frozen=True):
    """A file that has changed."""

    path: Path
    """Absolute."""
    lines: ChangedLines
    data: bytes | None = None
    """Its content, where that is not the one on the disk."""


class Repository:
    """The repository that a folder belongs to."""

    def __init__(self, folder: Path) -> None:
        """Find the top of the working copy. Raises UsageError without git, a repository, or a working copy."""
        self.top = folder
        real = os.fsdecode(self.ask("rev-parse", "--show-toplevel").rstrip(b"\r\n"))
        up = os.path.normpath(folder / os.fsdecode(self.ask("rev-parse", "--show-cdup").rstrip(b"\r\n")))
        is_same = Path(up).exists() and Path(up).samefile(real)
        self.top = Path(up if is_same else real)  # links stay as the user knows them

    def ask(self, *args: str, stdin: bytes = b"") -> bytes:
        """What git prints; raises UsageError with what it complains of."""
        done = self._run(args, stdin)
        if done.returncode:
            complaint = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["it gives no reason"]
            message = complaint[-1] if complaint[0].startswith("hint:") else complaint[0]
            remedy = "call termcheck in the working copy of a git repository" if "repository" in message else ""
            raise UsageError(Problem(f"git says: {message.removeprefix('fatal: ')}", remedy=remedy))
        return done.stdout

    def asks(self, *args: str) -> bytes | None:
        """What git prints, without the line end; None where it says no."""
        done = self._run(args, b"")
        return None if done.returncode else done.stdout.rstrip(b"\r\n")

    def _run(self, args: Sequence[str], stdin: bytes) -> "subprocess.CompletedProcess[bytes]":
        env = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
        try:
            return subprocess.run(  # noqa: S603 - no shell; arguments are ours, or revisions that do not begin with "-"
                ["git", *args],  # noqa: S607 - the user's git
                cwd=self.top,
                env=env,
                input=stdin,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            remedy = "install git, or pipe a diff to --diff -"
            raise UsageError(Problem(f"git cannot be called: {error.strerror or error}", remedy=remedy)) from error

    # --------------------------------------------------------------------------------------------------- changes

    def changed_since(self, revision: str) -> list[ChangedFile]:
        """What differs in the working copy from a revision; files that git does not know yet are new as a whole.

        ``REV...`` means since the common ancestor with REV. Raises UsageError for a revision that is not known.
        """
        base = self._base(revision)
        files = [ChangedFile(self._path(one), one.lines) for one in parse_diff(self.ask(*_DIFF, base, "--"))]
        new = self.ask("ls-files", "--others", "--exclude-standard", "-z").split(b"\0")
        everything = ChangedLines(everything=True)
        files.extend(ChangedFile(self.top / os.fsdecode(name), everything) for name in new if name)
        return files

    def staged(self) -> list[ChangedFile]:
        """What the next commit changes, with the content that it will hold; in a merge, against all parents."""
        first, *others = [
            {one.names[0]: one for one in parse_diff(self.ask(*_DIFF, "--cached", *parent, "--"))}
            for parent in [(), *((head,) for head in self._merged_heads())]
        ]
        files = [one for name, one in first.items() if all(name in other for other in others)]
        contents = self._contents([one.blob for one in files if one.blob])
        return [
            ChangedFile(self._path(one), self._common(one, others), contents[one.blob])
            for one in files
            if one.blob in contents
        ]

    def _base(self, revision: str) -> str:
        """The id of the tree or commit to compare the working copy with."""
        for dots in ("...", ".."):
            if dots in revision:
                left, _, right = revision.partition(dots)
                if self._id(right or "HEAD") != self._id("HEAD"):
                    remedy = f"check out {right} first, or name one revision"
                    message = f"the articles are read from the working copy, which is not {right}"
                    raise UsageError(Problem(message, f"--diff {revision}", remedy))
                return self._common_ancestor(left or "HEAD", revision) if dots == "..." else self._id(left or "HEAD")
        return self._id(revision)

    def _id(self, revision: str) -> str:
        ask = ("rev-parse", "--verify", "--quiet")
        found = None if revision.startswith("-") else self.asks(*ask, revision)
        if not found or self.asks(*ask, f"{revision}^{{tree}}") is None:
            raise UsageError(Problem(f"git knows no revision {revision}", "--diff", _FETCH))
        return found.decode("ascii")

    def _common_ancestor(self, left: str, revision: str) -> str:
        found = self.asks("merge-base", self._id(left), "HEAD")
        if not found:
            raise UsageError(Problem(f"{left} and HEAD have no common ancestor here", f"--diff {revision}", _FETCH))
        return found.decode("ascii")

    def _merged_heads(self) -> list[str]:
        """The other parents of a merge that is about to be committed."""
        file = self.top / os.fsdecode(self.ask("rev-parse", "--git-path", "MERGE_HEAD").rstrip(b"\r\n"))
        try:
            return file.read_text(encoding="ascii").split()
        except OSError:
            return []

    def _common(self, file: DiffFile, others: Sequence[Mapping[bytes, DiffFile]]) -> ChangedLines:
        lines = file.lines
        for other in others:
            lines = lines.both(other[file.names[0]].lines)
        return lines

    def _contents(self, blobs: Sequence[str]) -> dict[str, bytes]:
        """Id -> content, asked for all at once."""
        if not blobs:
            return {}
        answer = self.ask("cat-file", "--batch", stdin="".join(f"{blob}\n" for blob in blobs).encode("ascii"))
        return dict(_objects(answer))

    def _path(self, file: DiffFile) -> Path:
        return self.top / os.fsdecode(file.names[0])


def _objects(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """The objects of ``git cat-file --batch``: id, kind and size in a line, then the content and a line end."""
    place = 0
    while place < len(answer):
        end = answer.index(b"\n", place)
        name, *rest = answer[place:end].split(b" ")
        if len(rest) != 2:  # "missing"
            place = end + 1
            continue
        size = int(rest[1])
        yield name.decode("ascii"), answer[end + 1 : end + 1 + size]
        place = end + 1 + size + 1
