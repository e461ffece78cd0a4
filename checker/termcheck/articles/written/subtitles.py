"""Reads subtitles: SubRip (.srt) and WebVTT (W3C).

A sentence goes on over lines and cues until it ends, or until nobody speaks for a while; findings carry the cue.
"""

import re
from typing import NamedTuple

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.html_text import unescape
from termcheck.articles.metadata import Dates
from termcheck.articles.reading import Reading
from termcheck.articles.view import ViewBuilder
from termcheck.articles.written.lines import Line, lines_of
from termcheck.config import Settings
from termcheck.model import BLOCK_BREAK, Segment, Span, View

_STAMP = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.:](\d{1,3})"
_TIMING = re.compile(rf"\s*{_STAMP}\s*-+>\s*{_STAMP}")
_MARKUP = re.compile(
    r"<rt[^<>]{0,50}>[^<>]{0,100}</rt>|</?[A-Za-z][^<>]{0,200}>|<[\d:.]+>|\{\\[^{}]{0,100}\}|&[#\w]{1,30};"
)
"""Tags, times of words, ruby texts, entities."""
_DIALOGUE = re.compile(r"[-–—‐]\s*(?=\S)")
_ENDS = frozenset(".!?。！？…♪")
_AFTER_END = "\"”’'»）)]】」』"
_PAUSE = 3.0
"""Seconds without speech after which a sentence does not go on."""
_LEFT_OUT = ("NOTE", "STYLE", "REGION")


class _Cue(NamedTuple):
    name: str
    begins: float
    """Seconds, as ``ends``."""
    ends: float
    lines: list[Line]


def read_subtitles(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read a file of subtitles."""
    builder = ViewBuilder(text)
    log = DirectiveLog()
    found: list[tuple[_Cue, int, int]] = []
    before: _Cue | None = None
    for cue in _cues(text, log):
        if before is None or cue.begins - before.ends > _PAUSE or _has_ended(before):
            builder.end_block()
        start = builder.length
        for number, line in enumerate(cue.lines):
            _show(builder, text, line, is_first=number == 0)
        if builder.length > start:
            found.append((cue, start, builder.length))
            before = cue
    view = builder.view()
    segments = tuple(
        Segment(cue.name, _without_gap(view, start, end), Span(cue.lines[0].first, cue.lines[-1].end))
        for cue, start, end in found
    )
    return Reading(view, (), log, None, Dates(), None, segments=segments)


def _without_gap(view: View, start: int, end: int) -> Span:
    """A stretch of a view without what parts it from the one before."""
    return Span(start + (view.text[start] in {" ", BLOCK_BREAK}), end)


def _has_ended(cue: _Cue) -> bool:
    plain = _MARKUP.sub("", cue.lines[-1].text).rstrip(_AFTER_END + " ")
    return plain[-1:] in _ENDS


def _cues(text: str, log: DirectiveLog) -> list[_Cue]:
    """The cues; comments of WebVTT go to the log."""
    cues: list[_Cue] = []
    group: list[Line] = []
    for line in [*lines_of(text), Line(len(text), len(text), 0, "")]:
        if not line.is_blank:
            group.append(line)
            continue
        cue = _cue(group, len(cues) + 1)
        if cue is not None:
            cues.append(cue)
        elif group and group[0].text.startswith("NOTE"):
            log.comment(text[group[0].first + len("NOTE") : group[-1].end], group[0].first, group[-1].end)
        group = []
    return cues


def _cue(group: list[Line], number: int) -> _Cue | None:
    """The cue in lines that follow each other without a blank one: its name, its time, what is said."""
    for place, line in enumerate(group[:2]):
        timing = _TIMING.match(line.text)
        if timing is not None and len(group) > place + 1:
            name = group[0].text if place else str(number)
            return _Cue(name, _seconds(timing, 1), _seconds(timing, 5), group[place + 1 :])
        if line.text.startswith(_LEFT_OUT):
            return None
    return None


def _seconds(timing: re.Match[str], first: int) -> float:
    hours, minutes, seconds, part = (int(timing[group] or 0) for group in range(first, first + 4))
    return float(hours * 3600 + minutes * 60 + seconds) + part / float(10 ** len(timing[first + 3]))


def _show(builder: ViewBuilder, text: str, line: Line, *, is_first: bool) -> None:
    at = line.first
    dialogue = _DIALOGUE.match(text, at, line.end)
    if dialogue is not None:
        builder.end_block()
        at = dialogue.end()
    elif not is_first or not builder.is_at_block_start:
        builder.space(at, at, breaks_line=True)
    for match in _MARKUP.finditer(text, at, line.end):
        builder.copy_trimmed(at, match.start())
        at = match.end()
        if match[0].startswith("&"):
            shown = unescape(match[0])
            if shown in " \t\r\n":
                builder.space(match.start(), at)
            else:
                builder.show("" if shown in "\u200e\u200f" else shown, match.start(), at)
    builder.copy_trimmed(at, line.end)
