"""What an editor offers to do about a finding."""

from collections.abc import Iterator

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Command,
    Diagnostic,
    TextEdit,
    WorkspaceEdit,
)

from termcheck.languages.tags import related
from termcheck.lsp.checking import Checked
from termcheck.lsp.positions import Positions
from termcheck.model import Finding, Method, Span, Status

IGNORE_HERE = "termcheck.ignoreHere"
IGNORE_EVERYWHERE = "termcheck.ignoreEverywhere"
ADD_TO_GLOSSARY = "termcheck.addToGlossary"
_UNLISTED = (Method.NEAR, Method.ALTERED, Method.UNLISTED)


def actions(
    checked: Checked, finding: Finding, uri: str, positions: Positions, diagnostic: Diagnostic | None
) -> Iterator[CodeAction]:
    """Replacements first, the suggested one preferred; then what to remember of the finding."""
    diagnostics = [diagnostic] if diagnostic else None
    for number, text in enumerate(_replacements(checked, finding)):
        edit = TextEdit(positions.range(Span(finding.start, finding.end)), text)
        yield CodeAction(
            title=f"Replace with “{text}”",
            kind=CodeActionKind.QuickFix,
            diagnostics=diagnostics,
            is_preferred=number == 0 and text == finding.suggestion,
            edit=WorkspaceEdit(changes={uri: [edit]}),
        )
    for title, command in _commands(finding):
        yield CodeAction(
            title=title,
            kind=CodeActionKind.QuickFix,
            diagnostics=diagnostics,
            command=Command(title=title, command=command, arguments=[uri, finding.fingerprint]),
        )


def _replacements(checked: Checked, finding: Finding) -> list[str]:
    """The suggestion, then the approved renderings in their dictionary form."""
    found = [finding.suggestion] if finding.suggestion is not None else []
    for concept in checked.project.index.glossary.concepts:
        if concept.id == finding.concept:
            found += [
                term.text
                for status in (Status.PREFERRED, Status.ADMITTED)
                for term in concept.terms
                if term.status is status and related(term.lang, finding.lang or term.lang)
            ]
    return [text for text in dict.fromkeys(found) if text != finding.observed]


def _commands(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.concept is None:
        return
    yield f"Ignore “{finding.text}” here", IGNORE_HERE
    yield f"Ignore “{finding.text}” for {finding.concept} everywhere", IGNORE_EVERYWHERE
    if finding.method in _UNLISTED:
        yield f"Add “{finding.text}” to the glossary as admitted for {finding.concept}", ADD_TO_GLOSSARY
