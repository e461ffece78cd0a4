"""SARIF 2.1.0 (OASIS), for code scanning services and the viewers in editors."""

import re
from collections.abc import Iterator, Mapping
from heapq import merge
from itertools import chain

from msgspec.json import format as reformat

from termcheck.model import Finding, Related, Report, Rule, Severity, Skipped, State
from termcheck.reports.json_report import encode_json, indented_list
from termcheck.reports.wording import one_paragraph
from termcheck.rules import RULES

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_HOME = "https://github.com/termcheck/termcheck"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_ROOT = "%SRCROOT%"
_HERE = "\ue000 here"
_NUMBERS = {rule.id: number for number, rule in enumerate(RULES)}
_KINDS = {State.IGNORED: "inSource", State.DECIDED: "external", State.BASELINE: "external"}


def sarif_pieces(report: Report) -> Iterator[bytes]:
    """One run with every rule, the open findings and the suppressed ones; files count from the root of the sources."""
    from importlib.metadata import version

    from termcheck.reports.summary import UNKNOWN_LANGUAGE

    program = version("termcheck")
    readable = not any(skipped.unreadable for skipped in report.skipped)
    run = {
        "tool": {
            "driver": {
                "name": "termcheck",
                "version": program,
                "semanticVersion": program,
                "informationUri": _HOME,
                "rules": [_rule(rule) for rule in RULES],
            }
        },
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the sources."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [{"executionSuccessful": readable, "toolExecutionNotifications": [_HERE]}],
        "artifacts": [_HERE],
        "results": [_HERE],
    }
    notices = ({"level": "note", "message": _message(notice)} for notice in report.notices)
    artifacts = (
        {"location": _artifact(result.path), "properties": {"lang": result.lang or UNKNOWN_LANGUAGE}}
        for result in report.results
    )
    findings = merge(report.findings, report.suppressed, key=lambda finding: finding.order)
    lists = chain(map(_not_checked, report.skipped), notices), artifacts, map(_result, findings)
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    frame = reformat(encode_json(document), indent=2)
    for objects in lists:  # a list with nothing but a mark stands where each of them is to stand
        before, frame = re.split(rb'\[\s*"' + _HERE.encode() + rb'"\s*\]', frame, maxsplit=1)
        yield before
        margin = before[before.rindex(b"\n") + 1 :]
        yield from indented_list(objects, (len(margin) - len(margin.lstrip())) // 2)
    yield frame + b"\n"


# --------------------------------------------------------------------------------------------------------- rules


def _rule(rule: Rule) -> dict[str, object]:
    page = rule.page.strip()
    title, _, body = page.partition("\n")
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": one_paragraph(body.strip().partition("\n\n")[0].partition("\n")[2]) or title},
        "help": {"text": page, "markdown": _page_as_markdown(title, body)},
        "defaultConfiguration": {"enabled": True, "level": _LEVELS[rule.severity]},
        "properties": {"tags": ["terminology"]},
    }


def _page_as_markdown(title: str, body: str) -> str:
    """A manual page as Markdown: what begins at the margin is a heading, what is indented its text."""
    lines = (line.strip() if line.startswith(" ") or not line else f"#### {line}\n" for line in body.splitlines())
    return f"**{title}**\n\n" + "\n".join(lines).strip() + "\n"


# ------------------------------------------------------------------------------------------------------- results


def _result(finding: Finding) -> dict[str, object]:
    digest = finding.fingerprint.partition(":")[2]
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": _NUMBERS[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": _message(finding.message),
        "locations": [_location(finding)],
        "partialFingerprints": {
            "termcheckFingerprint/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{digest}:1",  # the only one that GitHub looks at
        },
        "rank": round(finding.confidence * 100, 2),
        "properties": {
            "concept": finding.concept,
            "lang": finding.lang,
            "matched": finding.matched,
            "preferred": finding.preferred,
            "suggestion": finding.suggestion,
            "reason": finding.reason,
        },
    }
    if finding.related:
        result["relatedLocations"] = [_related(place, number) for number, place in enumerate(finding.related, start=1)]
    if finding.suggestion is not None and finding.location is None:
        result["fixes"] = [_fix(finding, finding.suggestion)]
    if finding.state is not State.OPEN:
        why = finding.state_reason or finding.state.value
        result["suppressions"] = [{"kind": _KINDS[finding.state], "status": "accepted", "justification": why}]
    return result


def _location(finding: Finding) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": _artifact(finding.file)}
    if finding.location is not None:
        return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": finding.location}]}
    physical["region"] = {**_region(finding), "snippet": {"text": finding.observed}}
    return {"physicalLocation": physical}


def _region(finding: Finding) -> dict[str, int]:
    """Lines and columns from 1, the end column behind the last character, as in a finding."""
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }


def _related(place: Related, number: int) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": _artifact(place.file)}
    if place.location is not None:
        logical = [{"fullyQualifiedName": place.location}]
        return {"id": number, "physicalLocation": physical, "logicalLocations": logical}
    return {"id": number, "physicalLocation": {**physical, "region": {"startLine": place.line}}}


def _fix(finding: Finding, suggestion: str) -> dict[str, object]:
    replacement = {"deletedRegion": _region(finding), "insertedContent": {"text": suggestion}}
    change = {"artifactLocation": _artifact(finding.file), "replacements": [replacement]}
    return {"description": _message(f"Write “{suggestion}”"), "artifactChanges": [change]}


def _not_checked(skipped: Skipped) -> dict[str, object]:
    return {
        "level": "error" if skipped.unreadable else "note",
        "message": _message(f"Not checked: {one_paragraph(skipped.reason)}"),
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(skipped.file)}}],
    }


def _message(text: str) -> Mapping[str, str]:
    """A message object: braces would be placeholders and brackets before a parenthesis links (sections 3.11.5, .6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    return {"text": text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text}


def _artifact(path: str) -> Mapping[str, str]:
    """Where a file is, percent-encoded: from the root of the sources, or, for a file elsewhere, by its whole path."""
    from urllib.parse import quote

    encoded = quote(path, safe="/", errors="replace")
    if path.startswith("/"):
        return {"uri": f"file://{encoded}"}
    if path[1:3] == ":/":  # a drive of Windows
        return {"uri": f"file:///{path[0]}:{encoded[4:]}"}
    return {"uri": encoded, "uriBaseId": _ROOT}
