"""Markdown for a comment on a pull request, and for the summary of a job.

Articles and glossaries are foreign text: nothing of them may become markup, a link, or a name that GitHub notifies.
"""

import re
from collections.abc import Iterable, Iterator

from termcheck.model import Finding, Report, Severity
from termcheck.reports.summary import findings_in_words, number, summarize, suppression, worst_first
from termcheck.reports.terminal import visible
from termcheck.reports.wording import one_paragraph

MARK = "<!-- termcheck -->"
"""First line: by it a bot finds its own comment, to replace it."""
MOST_BYTES = 65_000
"""GitHub takes 65,536 characters in a comment."""
MOST_SUMMARY_BYTES = 1_000_000
"""GitHub takes 1 MiB in the summary of one step."""

_SIGNS = {Severity.ERROR: "🔴 error", Severity.WARNING: "🟡 warning", Severity.HINT: "🔵 hint"}
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_CALLS = re.compile(r"(?<=[@#])(?=\w)")
"""Places where a name or a number would be linked, even after an escape."""
_JOINER = "\u2060"
"""Invisible; it keeps "@name" from being a mention."""
_MOST_CHARACTERS = 400
"""Of one cell: more is no name."""
_HEADER = ("| | Where | Finding | Write |", "|---|---|---|---|")
_ROOM_FOR_THE_END = 300


def render_markdown(report: Report, most_bytes: int = MOST_BYTES) -> str:
    """A heading with the counts and a table of findings, the worst first; at most ``most_bytes`` in UTF-8."""
    summary = summarize(report)
    found = findings_in_words(summary)
    checked = f"Checked {number(summary.checked, 'article')}, skipped {summary.skipped:,}."
    silent = f" Suppressed: {suppression(summary)}." if summary.suppressed else ""
    head = [MARK, f"### termcheck: {found}", "", checked + silent]
    room = most_bytes - _size(head) - _ROOM_FOR_THE_END
    table = _fitting(_rows(report), room)
    rest = len(report.findings) - max(0, len(table) - len(_HEADER))
    lines = [*head, *(["", *table] if len(table) > len(_HEADER) else [])]
    if rest:
        lines += ["", f"… and {number(rest, 'more finding', 'more findings')}: see the log of the job."]
    left = most_bytes - _size(lines) - _ROOM_FOR_THE_END
    return "".join(f"{line}\n" for line in (*lines, *_not_checked(report, left)))


def _rows(report: Report) -> Iterator[str]:
    yield from _HEADER
    yield from map(_row, worst_first(report))


def _row(finding: Finding) -> str:
    place = finding.location if finding.location is not None else str(finding.line)
    instead = _cell(finding.suggestion) if finding.suggestion is not None else ""
    where = f"{_cell(finding.file)}:{_cell(place)}"
    return f"| {_SIGNS[finding.severity]} | {where} | {_cell(finding.message)} ({_cell(finding.rule)}) | {instead} |"


def _not_checked(report: Report, room: int) -> Iterator[str]:
    if not report.skipped:
        return
    shown = _fitting((f"- {_cell(one.file)}: {_cell(one.reason)}" for one in report.skipped), room)
    yield ""
    yield "Not checked:"
    yield ""
    yield from shown
    if len(shown) < len(report.skipped):
        yield f"- … and {number(len(report.skipped) - len(shown), 'other')}"


def _fitting(lines: Iterable[str], room: int) -> list[str]:
    """As many of the first lines as there is room for, in bytes."""
    kept = []
    for line in lines:
        room -= _size([line])
        if room < 0:
            break
        kept.append(line)
    return kept


def _size(lines: Iterable[str]) -> int:
    return sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)


def _cell(text: str) -> str:
    """Foreign text in one cell: as it reads, with nothing in it that means something to Markdown."""
    shown = visible(one_paragraph(text))
    if len(shown) > _MOST_CHARACTERS:
        shown = shown[: _MOST_CHARACTERS - 1] + "…"
    return _PUNCTUATION.sub(r"\\\g<0>", _CALLS.sub(_JOINER, shown))
