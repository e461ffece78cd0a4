"""Findings for a terminal, or one line a finding for a pipe."""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from termcheck.model import Excerpt, ExcerptLine, Finding, Report, Severity
from termcheck.reports.passages import with_articles
from termcheck.reports.summary import Summary, findings_in_words, number, summarize, suppression
from termcheck.reports.terminal import clip_end, clip_start, visible
from termcheck.reports.terminal import width as columns
from termcheck.reports.wording import one_paragraph, sentence

_BOLD = "1"
_FAINT = "2"
_GREEN = "32"
_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "33", Severity.HINT: "36"}
_NARROWEST = 40
"""Columns: a terminal that says it is narrower is not believed."""


def render_text(
    report: Report, *, color: bool = False, one_line: bool = True, width: int = 100, quiet: bool = False
) -> str:
    """The report for a terminal of ``width`` columns, or one line a finding; a summary at the end of either.

    ``color`` adds ANSI colours, ``quiet`` leaves out the summary but not what could not be checked. Nothing
    from an article or a glossary reaches the terminal as a control character.
    """
    return "".join(text_lines(report, color=color, one_line=one_line, width=width, quiet=quiet))


def text_lines(
    report: Report, *, color: bool = False, one_line: bool = True, width: int = 100, quiet: bool = False
) -> Iterator[str]:
    """The same, line by line."""
    if one_line:
        found: Iterable[str] = map(_one_line, report.findings)
    else:
        found = _by_article(report, color=color, width=max(width, _NARROWEST))
    for line in chain(found, _not_checked(report)):
        yield f"{line}\n"
    if not quiet:
        for line in _summary(report, summarize(report), color=color):
            yield f"{line}\n"


# ------------------------------------------------------------------------------------------------------ findings


def _one_line(finding: Finding) -> str:
    return visible(f"{finding.file}:{finding.place}: {finding.severity} {finding.rule}: ") + sentence(finding)


def _by_article(report: Report, *, color: bool, width: int) -> Iterator[str]:
    for file, found in groupby(with_articles(report), key=lambda one: one[0].file):
        yield _paint(visible(file), _BOLD, color=color)
        for finding, article in found:
            excerpt = article.excerpt_of(finding) if article is not None else None
            yield from _block(finding, excerpt, color=color, width=width)
            yield ""


def _block(finding: Finding, excerpt: Excerpt | None, *, color: bool, width: int) -> Iterator[str]:
    severity = _paint(finding.severity, _COLORS[finding.severity], color=color)
    concept = _paint(f"  {visible(finding.concept)}", _FAINT, color=color) if finding.concept else ""
    yield f"  {visible(finding.place)}  {severity} {_paint(visible(finding.rule), _BOLD, color=color)}{concept}"
    if excerpt is not None:
        yield from _excerpt(finding, excerpt, color=color, width=width)
    yield f"    {visible(one_paragraph(finding.message))}"
    if finding.suggestion is not None:
        advice = f"→ use “{one_paragraph(finding.suggestion)}”"
        yield f"    {_paint(visible(advice), _GREEN, color=color)}"


def _excerpt(finding: Finding, excerpt: Excerpt, *, color: bool, width: int) -> Iterator[str]:
    """The lines of the file that the finding touches, each with its part of the span underlined.

    Where the format has no lines, it is what a reader sees around the finding.
    """
    lines: list[tuple[str, ExcerptLine]]
    if finding.location is None:
        lines = [(str(line), one) for line, one in enumerate(excerpt.lines, start=finding.line)]
    else:
        lines = [("", ExcerptLine(excerpt.before, excerpt.shown, excerpt.after))] if excerpt.view_span else []
    gutter = max((len(line) for line, _ in lines), default=0)
    room = width - gutter - len("     | ")
    for line, one in lines:
        before, inside, after = visible(one.before).lstrip(), visible(one.inside), visible(one.after).rstrip()
        shown, indent, length = _window(before, inside, after, room)
        marks = _paint("^" * max(length, 1), _COLORS[finding.severity], color=color)
        yield f"    {_paint(f'{line:>{gutter}} |', _FAINT, color=color)} {shown}".rstrip()
        yield f"    {' ' * gutter} {_paint('|', _FAINT, color=color)} {' ' * indent}{marks}"


def _window(before: str, inside: str, after: str, room: int) -> tuple[str, int, int]:
    """A stretch of a line at most ``room`` columns wide around the span; where the span starts in it, and its width.

    The span comes first, then what stands before it, up to half of the rest, then what stands after it.
    """
    inside = clip_end(inside, room)
    rest = room - columns(inside)
    head = clip_start(before, max(rest // 2, rest - columns(after)))
    tail = clip_end(after, rest - columns(head))
    return head + inside + tail, columns(head), columns(inside)


# ------------------------------------------------------------------------------------------------------- summary


def _not_checked(report: Report) -> Iterator[str]:
    for skipped in report.skipped:
        yield visible(f"{skipped.file}: skipped: {one_paragraph(skipped.reason)}")


def _summary(report: Report, summary: Summary, *, color: bool) -> Iterator[str]:
    for notice in (*report.notices, *report.last_words):
        yield visible(f"note: {one_paragraph(notice)}")
    found = findings_in_words(summary)
    style = next((_COLORS[Severity(name)] for name, count in summary.findings.items() if count), _GREEN)
    checked = f"Checked {number(summary.checked, 'article')}"
    if summary.languages:
        checked += f" ({', '.join(f'{count:,} {visible(lang)}' for lang, count in summary.languages.items())})"
    skipped_count = f", skipped {summary.skipped:,}" if summary.skipped else ""
    others = f", passed over {number(report.others, 'file')} of other types" if report.others else ""
    yield f"{_paint(found, style, color=color)}. {checked}{skipped_count}{others}."
    if summary.suppressed:
        yield f"Suppressed: {suppression(summary)}."


def _paint(text: str, style: str, *, color: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if color else text
