"""Messages of the Language Server Protocol 3.17 in, answers out."""

from lsprotocol import types

from termcheck.lsp import remembering
from termcheck.lsp.actions import ADD_TO_GLOSSARY, IGNORE_EVERYWHERE, IGNORE_HERE, actions
from termcheck.lsp.checking import Checked
from termcheck.lsp.completion import MOST, offers
from termcheck.lsp.hover import hover_text
from termcheck.lsp.positions import Positions
from termcheck.lsp.server import TermcheckServer
from termcheck.model import Span


def make_server(config: str | None = None, glossary: tuple[str, ...] = ()) -> TermcheckServer:
    """A server that answers; ``start_io`` of it runs until the client says goodbye."""
    server = TermcheckServer(config, glossary)
    _register_documents(server)
    _register_answers(server)
    _register_commands(server)
    return server


def _register_documents(server: TermcheckServer) -> None:
    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        watched = server.client_capabilities.workspace and server.client_capabilities.workspace.did_change_watched_files
        if watched and watched.dynamic_registration:
            patterns = ("**/*.{csv,tsv}", "**/termcheck.toml", "**/pyproject.toml", "**/*.decisions.jsonl")
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(one) for one in patterns])
            registration = types.Registration("watched", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(types.RegistrationParams([registration]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.check_now(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        server.check_all()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        server.check_all()


def _register_answers(server: TermcheckServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        found = server.current(params.text_document.uri)
        if found is None:
            return None
        _, checked, positions = found
        mention = checked.mention_at(positions.offset(params.position))
        if mention is None:
            return None
        concept = next(one for one in checked.project.index.glossary.concepts if one.id == mention.concept)
        own = [one for one in checked.findings if one.concept == mention.concept and one.start == mention.span.start]
        text = hover_text(concept, mention, own)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), positions.range(mention.span))

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        found = server.current(params.text_document.uri)
        wanted = params.context.only
        if found is None or (wanted and not any(_covers(kind, types.CodeActionKind.QuickFix) for kind in wanted)):
            return []
        document, checked, positions = found
        span = Span(positions.offset(params.range.start), positions.offset(params.range.end))
        return [
            action
            for finding in checked.findings_in(span)
            for action in actions(
                checked, finding, document.uri, positions, server.diagnostic(finding, positions, document.uri)
            )
        ]

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions())
    def complete(params: types.CompletionParams) -> types.CompletionList:
        found = server.current(params.text_document.uri)
        if found is None:
            return types.CompletionList(is_incomplete=False, items=[])
        _, checked, positions = found
        return _completions(checked, positions, params.position)


def _covers(kind: str, other: str) -> bool:
    return other == kind or other.startswith(f"{kind}.")


def _completions(checked: Checked, positions: Positions, position: types.Position) -> types.CompletionList:
    article = checked.result.article
    cursor = positions.offset(position)
    line = article.line_span(article.position(cursor)[0])
    found = offers(article.text[line.start : cursor], checked.project.index.glossary, article.lang or "")
    items = [
        types.CompletionItem(
            label=one.text,
            kind=types.CompletionItemKind.Text,
            detail=f"{one.source} ({one.concept})" if one.source else one.concept,
            filter_text=one.typed,
            sort_text=f"{number:04}",
            text_edit=types.TextEdit(positions.range(Span(cursor - len(one.typed), cursor)), one.text),
        )
        for number, one in enumerate(found)
    ]
    return types.CompletionList(is_incomplete=len(items) == MOST, items=items)


def _register_commands(server: TermcheckServer) -> None:
    @server.command(IGNORE_HERE)
    def ignore_here(uri: str, fingerprint: str) -> None:
        server.remember(
            uri, fingerprint, lambda checked, finding: remembering.ignore(checked, finding, everywhere=False)
        )

    @server.command(IGNORE_EVERYWHERE)
    def ignore_everywhere(uri: str, fingerprint: str) -> None:
        server.remember(
            uri, fingerprint, lambda checked, finding: remembering.ignore(checked, finding, everywhere=True)
        )

    @server.command(ADD_TO_GLOSSARY)
    def add_to_glossary(uri: str, fingerprint: str) -> None:
        server.remember(uri, fingerprint, remembering.add_to_glossary)
