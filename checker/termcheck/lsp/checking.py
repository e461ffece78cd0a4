"""What termcheck says of one open text, and how that is kept up while somebody types."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles.formats import READERS, format_of, suffix_of
from termcheck.check import with_final_findings
from termcheck.config import Settings
from termcheck.errors import ArticleError
from termcheck.glossary import display_path
from termcheck.lsp.positions import BOM
from termcheck.lsp.project import Project
from termcheck.matching.mentions import UNLISTED_RENDERING
from termcheck.model import ArticleResult, Finding, Mention, Span, State
from termcheck.pipeline import check_text

_SUFFIXES = {
    "markdown": ".md", "html": ".html", "plaintext": ".txt", "text": ".txt", "restructuredtext": ".rst",
    "latex": ".tex", "tex": ".tex", "asciidoc": ".adoc", "subtitles": ".srt",
}  # fmt: skip
"""Language id of the protocol -> suffix, for texts that have no file yet."""


class Checked(Struct, frozen=True):
    """A text and what was found in it."""

    text: str
    """As the client has it, with its byte order mark."""
    result: ArticleResult
    project: Project

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The open ones."""
        return tuple(finding for finding in self.result.findings if finding.state is State.OPEN)

    def findings_in(self, span: Span) -> list[Finding]:
        """The open findings that touch a span of the article."""
        return [one for one in self.findings if one.start <= span.end and span.start <= one.end]

    def mention_at(self, offset: int) -> Mention | None:
        """The shortest mention over an offset of the article."""
        over = [one for one in self.result.mentions if one.span.start <= offset <= one.span.end]
        return min(over, key=lambda one: one.span.end - one.span.start, default=None)


def readable_path(path: Path | None, language_id: str, settings: Settings) -> str | None:
    """The path as findings report it, with a suffix that says how the text is read; None where nothing reads it.

    ``path`` is None for a text that has no file yet.
    """
    shown = display_path(path, settings.root) if path is not None else "untitled"
    form = format_of(shown, settings, named=False)
    if form is not None:
        return shown if form.text else None
    suffix = _SUFFIXES.get(language_id)
    return None if suffix is None else f"{shown}{suffix}"


def may_be_readable(path: Path | None, language_id: str) -> bool:
    """Whether some project may read a text, told without looking for its project."""
    return language_id in _SUFFIXES or (path is not None and suffix_of(path.as_posix()) in READERS)


def check(text: str, path: str, project: Project, before: Checked | None = None) -> Checked | None:
    """Check a text; None where nothing can be said of it (a language without terms, ...).

    With ``before``, what was found in an earlier state of the text, only what is fast enough for every keystroke is
    looked for, and the unlisted renderings are taken over from there, as far as they stand outside of what changed.
    """
    clean = text.encode("utf-8", "replace").decode() if _has_surrogates(text) else text
    settings = project.settings if before is None else project.quick
    try:
        result = check_text(clean, project.index, path=path, settings=settings)
    except ArticleError:
        return None
    decided = project.verdicts.apply(result.article, result.findings)
    if before is not None:
        decided = _with_kept(decided, before, result)
    return Checked(text, with_final_findings(result, decided), project)


def _has_surrogates(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text)


def _with_kept(findings: tuple[Finding, ...], before: Checked, now: ArticleResult) -> tuple[Finding, ...]:
    """The findings with the unlisted renderings of an earlier state, moved to where they stand now."""
    kept = [one for one in before.result.findings if one.rule == UNLISTED_RENDERING]
    if not kept:
        return findings
    old, new = before.text.removeprefix(BOM), now.article.text
    head = _common_prefix(old, new)
    tail = min(_common_prefix(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    moved = []
    for one in kept:
        if one.end < head:
            moved.append(one)
        elif one.start > len(old) - tail:
            moved.append(_moved(one, len(new) - len(old), now))
    taken = [Span(one.start, one.end) for one in findings]
    free = [one for one in moved if not any(span.overlaps(Span(one.start, one.end)) for span in taken)]
    return tuple(sorted([*findings, *free], key=lambda one: one.order))


def _moved(finding: Finding, distance: int, now: ArticleResult) -> Finding:
    start, end = finding.start + distance, finding.end + distance
    line, column = now.article.position(start)
    end_line, end_column = now.article.position(end)
    return replace(
        finding, start=start, end=end, line=line, column=column, end_line=end_line, end_column=end_column, related=()
    )


def _common_prefix(one: str, other: str) -> int:
    """Number of code points that two texts share at the beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
