"""The server itself: which texts are open, when they are checked, and what the client is told of them."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from termcheck import __version__
from termcheck.errors import Problem, TermcheckError
from termcheck.lsp.checking import Checked, check, may_be_readable, readable_path
from termcheck.lsp.positions import BOM, Positions
from termcheck.lsp.project import Project, Projects
from termcheck.model import Finding, Severity, Span

SOURCE = "termcheck"
_BURST = 0.005
"""Seconds in which changes that come together are gathered into one check."""
_PAUSE = 0.4
"""Seconds without a change after which the text is checked in full."""
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.HINT: types.DiagnosticSeverity.Information,  # what the protocol calls a hint is all but invisible
}


class TermcheckServer(LanguageServer):
    """The open texts, their projects, and what was found in them."""

    def __init__(self, config: str | None = None, glossary: tuple[str, ...] = ()) -> None:
        """Make a server; ``config`` and ``glossary`` stand for what the projects themselves say."""
        super().__init__(SOURCE, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.projects = Projects(config, glossary, self._show_problems)
        self.checked: dict[str, Checked] = {}
        self._waiting: dict[tuple[str, bool], asyncio.TimerHandle] = {}

    # ------------------------------------------------------------------------------------------------- checking

    def check_soon(self, uri: str) -> None:
        """Check what every keystroke can pay for at once, the rest when typing pauses."""
        if uri in self.checked:
            self._after(_BURST, uri, in_full=False)
        self._after(_PAUSE, uri, in_full=True)

    def check_now(self, uri: str, *, in_full: bool = True) -> None:
        """Check a text and tell the client what was found."""
        document = self.workspace.text_documents.get(uri)
        if document is None:
            return
        if in_full:
            self._cancel(uri)
        checked = self._check(document, None if in_full else self.checked.get(uri))
        if checked is None:
            self.checked.pop(uri, None)
        else:
            self.checked[uri] = checked
        self._publish(document, checked)

    def check_all(self) -> None:
        """Check every open text in full: something that concerns them all has changed."""
        self.projects.look_again()
        for uri in list(self.workspace.text_documents):
            self.check_now(uri)

    def forget(self, uri: str) -> None:
        """A text was closed: its diagnostics go."""
        self._cancel(uri)
        self.checked.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _after(self, seconds: float, uri: str, *, in_full: bool) -> None:
        waiting = self._waiting.get((uri, in_full))
        if waiting is not None:
            waiting.cancel()
        loop = asyncio.get_running_loop()
        self._waiting[uri, in_full] = loop.call_later(seconds, lambda: self.check_now(uri, in_full=in_full))

    def _cancel(self, uri: str) -> None:
        for in_full in (False, True):
            waiting = self._waiting.pop((uri, in_full), None)
            if waiting is not None:
                waiting.cancel()

    def _check(self, document: TextDocument, before: Checked | None) -> Checked | None:
        path = _path(document.uri)
        language_id = document.language_id or ""
        project = self.projects.of(self._folder(path)) if may_be_readable(path, language_id) else None
        if project is None or self._is_excluded(path, project):
            return None
        readable = readable_path(path, language_id, project.settings)
        return check(document.source, readable, project, before) if readable is not None else None

    def _folder(self, path: Path | None) -> Path:
        """Where the configuration of a text is looked for: beside it, if there is one above; else in the workspace."""
        from termcheck.config import read_settings

        root = self.workspace.root_path
        if path is not None and (not root or read_settings(path.parent).settings.file is not None):
            return path.parent
        return Path(root) if root else Path.cwd()

    def _is_excluded(self, path: Path | None, project: Project) -> bool:
        from termcheck.articles.ignoring import ignored_in

        if path is None:
            return False
        root = project.settings.root
        ignored = ignored_in(root, root, project.settings)
        return path.is_relative_to(root) and any(
            str(one) in ignored.fixed or ignored.is_ignored(str(one), is_folder=one != path)
            for one in (path, *path.parents)
            if one != root and one.is_relative_to(root)
        )

    # --------------------------------------------------------------------------------------------------- telling

    def positions(self, document: TextDocument, checked: Checked) -> Positions:
        """How the client counts in a text."""
        return Positions(checked.result.article, document.position_codec, has_bom=document.source.startswith(BOM))

    def current(self, uri: str) -> tuple[TextDocument, Checked, Positions] | None:
        """An open text with what was found in its present state."""
        document = self.workspace.text_documents.get(uri)
        if document is None:
            return None
        if uri not in self.checked or self.checked[uri].text != document.source:
            self.check_now(uri, in_full=uri not in self.checked)
        checked = self.checked.get(uri)
        return None if checked is None else (document, checked, self.positions(document, checked))

    def _publish(self, document: TextDocument, checked: Checked | None) -> None:
        diagnostics = []
        if checked is not None:
            positions = self.positions(document, checked)
            diagnostics = [self.diagnostic(finding, positions, document.uri) for finding in checked.findings]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(document.uri, diagnostics, version=document.version)
        )

    def diagnostic(self, finding: Finding, positions: Positions, uri: str) -> types.Diagnostic:
        """A finding as the protocol has it."""
        here = [one for one in finding.related if one.file == finding.file]
        related = [
            types.DiagnosticRelatedInformation(
                types.Location(uri, positions.range(Span(one.start, one.end))), "see also"
            )
            for one in here
        ]
        return types.Diagnostic(
            range=positions.range(Span(finding.start, finding.end)),
            message=finding.message,
            severity=_SEVERITIES[finding.severity],
            code=finding.rule,
            source=SOURCE,
            related_information=related or None,
            data={"fingerprint": finding.fingerprint},
        )

    def _show_problems(self, problems: Iterable[Problem]) -> None:
        lines = [str(problem) for problem in problems]
        more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"termcheck: {lines[0]}{more}"))
        for line in lines:
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, line))

    def remember(self, uri: str, fingerprint: str, act: Callable[[Checked, Finding], Path]) -> None:
        """Do something about a finding that leaves a trace in the project, and check again."""
        checked = self.checked.get(uri)
        finding = next((one for one in checked.findings if one.fingerprint == fingerprint), None) if checked else None
        if checked is None or finding is None:
            self._show_problems([Problem("the finding is gone", remedy="the text has changed since; try again")])
            return
        try:
            file = act(checked, finding)
        except TermcheckError as error:
            self._show_problems(error.problems)
        except OSError as error:
            self._show_problems(
                [Problem(f"it cannot be written: {error.strerror or error}", remedy="check the rights")]
            )
        else:
            shown = checked.project.shown(file)
            self.window_log_message(types.LogMessageParams(types.MessageType.Info, f"wrote {shown}"))
            self.check_all()


def _path(uri: str) -> Path | None:
    """The file of a URI; None for a text that has none."""
    found = uris.to_fs_path(uri) if uri.startswith("file:") else None
    return Path(found) if found else None
