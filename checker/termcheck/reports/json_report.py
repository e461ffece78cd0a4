"""The report for other programs: JSON, version 1."""

from collections.abc import Iterable, Iterator

from msgspec.json import encode
from msgspec.json import format as reformat

from termcheck.model import Finding, Reconciliation, Related, Rendering, Report, State
from termcheck.reports.summary import summarize

VERSION = 1
"""Raised when a key is removed or changes its meaning; new keys do not raise it."""

_DIGITS = 4
"""Of a confidence: more would differ between machines."""


def render_json(report: Report, *, pretty: bool = False) -> str:
    """The whole report as one JSON object and a line end; compact unless ``pretty``."""
    encoded = b"".join(json_pieces(report))
    return (reformat(encoded, indent=2) + b"\n" if pretty else encoded).decode()


def json_pieces(report: Report) -> Iterator[bytes]:
    """The same, compact, in pieces."""
    yield b'{"version":%d,"summary":%s,"findings":[' % (VERSION, encode_json(_summary(report)))
    yield from _listed(map(finding_object, report.findings))
    yield b'],"suppressed":['
    yield from _listed(map(_suppressed, report.suppressed))
    yield b'],"reconciliation":['
    yield from _listed(map(_reconciliation, report.reconciliation))
    yield b'],"skipped":['
    yield from _listed({"file": skipped.file, "reason": skipped.reason} for skipped in report.skipped)
    yield b"]}\n"


def json_lines(report: Report) -> Iterator[bytes]:
    """Every open finding as an object in a line of its own."""
    for finding in report.findings:
        yield encode_json(finding_object(finding)) + b"\n"


def _listed(objects: Iterable[object]) -> Iterator[bytes]:
    comma = b""
    for one in objects:
        yield comma + encode_json(one)
        comma = b","


def indented_list(objects: Iterable[object], depth: int = 0) -> Iterator[bytes]:
    """A JSON list with two spaces more a level, object by object; ``depth``: levels around it."""
    margin = b"\n" + b"  " * (depth + 1)
    is_empty = True
    for one in objects:
        yield (b"[" if is_empty else b",") + margin + reformat(encode_json(one), indent=2).replace(b"\n", margin)
        is_empty = False
    yield b"[]" if is_empty else margin[:-2] + b"]"


def encode_json(document: object) -> bytes:
    """A document as compact JSON; a name that is not valid in the system's encoding becomes one with ``?``."""
    try:
        return encode(document)
    except UnicodeEncodeError:
        # A file name that is not valid in the system's encoding: rare enough to pay for the standard library's json.
        import json

        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), default=str)
        return text.encode("utf-8", "replace")


def _summary(report: Report) -> dict[str, object]:
    summary = summarize(report)
    return {
        "articles": summary.articles,
        "checked": summary.checked,
        "skipped": summary.skipped,
        "findings": summary.findings,
        "suppressed": summary.suppressed,
        "suppressed_by": {state.value: summary.suppressed_by.get(state, 0) for state in State if state != State.OPEN},
        "languages": summary.languages,
        "others": report.others,
        "notices": report.notices,
    }


def finding_object(finding: Finding) -> dict[str, object]:
    """A finding as other programs get it."""
    placed = finding.location is None
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": round(finding.confidence, _DIGITS),
        "method": finding.method,
        "concept": finding.concept,
        "lang": finding.lang,
        "file": finding.file,
        "segment": finding.segment,
        "location": finding.location,
        "line": finding.line if placed else None,
        "column": finding.column if placed else None,
        "end_line": finding.end_line if placed else None,
        "end_column": finding.end_column if placed else None,
        "start": finding.start if placed else None,
        "end": finding.end if placed else None,
        "observed": finding.observed,
        "text": finding.text,
        "matched": finding.matched,
        "suggestion": finding.suggestion,
        "preferred": finding.preferred,
        "message": finding.message,
        "reason": finding.reason,
        "related": [_related(place) for place in finding.related],
        "fingerprint": finding.fingerprint,
    }


def _related(place: Related) -> dict[str, object]:
    if place.location is None:
        return {"file": place.file, "line": place.line, "start": place.start, "end": place.end}
    return {"file": place.file, "location": place.location, "line": None, "start": None, "end": None}


def _suppressed(finding: Finding) -> dict[str, object]:
    return {**finding_object(finding), "reason": finding.state_reason or finding.reason, "state": finding.state}


def _reconciliation(entry: Reconciliation) -> dict[str, object]:
    return {
        "concept": entry.concept,
        "lang": entry.lang,
        "source": entry.source,
        "preferred": entry.preferred,
        "first": entry.first,
        "last": entry.last,
        "majority": entry.majority,
        "action": entry.action,
        "renderings": [_rendering(rendering) for rendering in entry.renderings],
    }


def _rendering(rendering: Rendering) -> dict[str, object]:
    return {
        "text": rendering.text,
        "status": rendering.status,
        "count": rendering.count,
        "nested": rendering.nested,
        "articles": dict(rendering.articles),
        **({"more_articles": rendering.more} if rendering.more else {}),
        "first": rendering.first,
        "last": rendering.last,
    }
