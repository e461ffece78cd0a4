"""The language server, driven by a real client over standard input and output."""

import asyncio
import json
from pathlib import Path

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient

WRONG = "Central Network Information Office"
RIGHT = "Central Cyberspace Administration"


class Editor:
    """One open text."""

    def __init__(self, client: LanguageClient, file: Path, language: str = "markdown") -> None:
        self.client = client
        self.uri = file.as_uri()
        self.language = language
        self.version = 0

    async def open(self, text: str) -> list[types.Diagnostic]:
        item = types.TextDocumentItem(self.uri, self.language, self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics()

    async def type(self, text: str) -> list[types.Diagnostic]:
        self.version += 1
        identifier = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
        return await self.diagnostics()

    async def diagnostics(self) -> list[types.Diagnostic]:
        """What the server says next."""
        await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return list(self.client.diagnostics[self.uri])

    async def actions(self, one: types.Diagnostic) -> dict[str, types.CodeAction]:
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(self.uri), one.range, types.CodeActionContext([one]))
        )
        return {action.title: action for action in found or () if isinstance(action, types.CodeAction)}

    async def run(self, action: types.CodeAction) -> None:
        assert action.command is not None
        params = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        await self.client.workspace_execute_command_async(params)

    async def hover(self, line: int, character: int) -> str | None:
        found = await self.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(self.uri), types.Position(line, character))
        )
        if found is None:
            return None
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    async def complete(self, line: int, character: int) -> list[types.CompletionItem]:
        found = await self.client.text_document_completion_async(
            types.CompletionParams(types.TextDocumentIdentifier(self.uri), types.Position(line, character))
        )
        assert isinstance(found, types.CompletionList)
        return list(found.items)


def _at(one: types.Diagnostic) -> tuple[int, int, int, int]:
    return one.range.start.line, one.range.start.character, one.range.end.line, one.range.end.character


def _applied(text: str, edit: types.TextEdit) -> str:
    """A text of one-byte line ends with an edit in UTF-16 units."""
    lines = text.encode("utf-16-le").split("\n".encode("utf-16-le"))
    start, end = edit.range.start, edit.range.end
    assert start.line == end.line
    line = lines[start.line]
    lines[start.line] = line[: 2 * start.character] + edit.new_text.encode("utf-16-le") + line[2 * end.character :]
    return "\n".encode("utf-16-le").join(lines).decode("utf-16-le")


@pytest.mark.asyncio
async def test_a_wrong_name_is_shown_where_it_stands_and_goes_when_it_is_mended(
    client: LanguageClient, project: Path
) -> None:
    editor = Editor(client, project / "a.md")
    found = await editor.open(f"# News\n\nThe {WRONG} met.\n")
    assert [(_at(one), one.severity, one.code, one.source) for one in found] == [
        ((2, 4, 2, 4 + len(WRONG)), types.DiagnosticSeverity.Error, "deprecated-term", "termcheck")
    ]
    assert await editor.type(f"# News\n\nThe {RIGHT} met.\n") == []


@pytest.mark.asyncio
async def test_positions_count_in_utf_16_across_astral_characters_and_crlf(
    client: LanguageClient, project: Path
) -> None:
    editor = Editor(client, project / "a.md")
    found = await editor.open(f"𠮷 one\u2028two\r\n\r\n😀😀 the {WRONG} met 𝔘.\r\n")
    assert [_at(one) for one in found] == [(2, 9, 2, 9 + len(WRONG))]


@pytest.mark.asyncio
async def test_a_byte_order_mark_counts_as_the_client_counts_it(client: LanguageClient, project: Path) -> None:
    editor = Editor(client, project / "a.txt", "plaintext")
    found = await editor.open(f"\ufeffThe {WRONG} met.")
    assert [_at(one) for one in found] == [(0, 5, 0, 5 + len(WRONG))]
    assert "cac" in (await editor.hover(0, 10) or "")


@pytest.mark.asyncio
async def test_the_fix_puts_the_preferred_name_in_place(client: LanguageClient, project: Path) -> None:
    text = f"😀 The {WRONG}'s office."
    editor = Editor(client, project / "a.txt", "plaintext")
    found = await editor.open(text)
    fixes = await editor.actions(found[0])
    first = next(iter(fixes.values()))
    assert first.is_preferred
    assert first.edit is not None
    assert first.edit.changes is not None
    mended = _applied(text, first.edit.changes[editor.uri][0])
    assert mended == f"😀 The {RIGHT}'s office."
    assert await editor.type(mended) == []


@pytest.mark.asyncio
async def test_ignoring_here_is_remembered_and_holds_for_this_place_only(client: LanguageClient, project: Path) -> None:
    editor = Editor(client, project / "a.txt", "plaintext")
    text = f"The {WRONG} met. Yesterday the {WRONG} spoke.\n"
    found = await editor.open(text)
    fixes = await editor.actions(found[0])
    await editor.run(fixes[f"Ignore “{WRONG}” here"])
    left = list(client.diagnostics[editor.uri])
    assert [_at(one) for one in left] == [_at(found[1])]
    decided = [
        json.loads(line) for line in (project / "termcheck.decisions.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [(one["concept"], one["form"], one["verdict"], one["scope"][0]) for one in decided] == [
        ("cac", WRONG, "ignore", "a.txt")
    ]


@pytest.mark.asyncio
async def test_ignoring_everywhere_silences_the_form(client: LanguageClient, project: Path) -> None:
    editor = Editor(client, project / "a.txt", "plaintext")
    found = await editor.open(f"The {WRONG} met. Yesterday the {WRONG} spoke.\n")
    fixes = await editor.actions(found[0])
    await editor.run(fixes[f"Ignore “{WRONG}” for cac everywhere"])
    assert not client.diagnostics[editor.uri]


@pytest.mark.asyncio
async def test_an_unlisted_form_can_be_added_to_the_glossary(client: LanguageClient, project: Path) -> None:
    editor = Editor(client, project / "a.txt", "plaintext")
    found = await editor.open("The Central Cyberspace Adminstration met.\n")
    assert [one.code for one in found] == ["misspelled-term"]
    fixes = await editor.actions(found[0])
    await editor.run(fixes["Add “Central Cyberspace Adminstration” to the glossary as admitted for cac"])
    assert not client.diagnostics[editor.uri]
    lines = (project / "glossary" / "terms.csv").read_text(encoding="utf-8").splitlines()
    assert lines[4] == "cac,en,Central Cyberspace Adminstration,admitted,"


@pytest.mark.asyncio
async def test_hover_shows_the_concept_its_source_term_and_why_as_plain_text(
    client: LanguageClient, project: Path
) -> None:
    editor = Editor(client, project / "a.txt", "plaintext")
    await editor.open(f"The {WRONG} met.\n")
    shown = await editor.hover(0, 12)
    assert shown is not None
    for expected in ("**cac**", "中央网信办", f"{RIGHT} \\(preferred\\)", f"{WRONG} \\(deprecated\\)", "Recognised"):
        assert expected.replace("\\(", "(").replace("\\)", ")") in shown
    assert "<b>" not in shown.replace("\\<b\\>", "")
    assert await editor.hover(0, 1) is None


@pytest.mark.asyncio
async def test_completion_offers_preferred_names_by_beginning_and_by_source_term(
    client: LanguageClient, project: Path
) -> None:
    editor = Editor(client, project / "a.txt", "plaintext")
    await editor.open("Then the National Peo")
    items = await editor.complete(0, 21)
    assert [item.label for item in items] == ["National People's Congress"]
    edit = items[0].text_edit
    assert isinstance(edit, types.TextEdit)
    assert (edit.range.start.character, edit.range.end.character) == (9, 21)
    await editor.type("Then the 中央网")
    assert [item.label for item in await editor.complete(0, 12)] == [RIGHT]


@pytest.mark.asyncio
async def test_a_changed_glossary_is_read_again(client: LanguageClient, project: Path) -> None:
    editor = Editor(client, project / "a.txt", "plaintext")
    assert await editor.open("The Cyber Chamber met.\n") == []
    terms = project / "glossary" / "terms.csv"
    terms.write_text(terms.read_text(encoding="utf-8") + "cac,en,Cyber Chamber,forbidden,\n", encoding="utf-8")
    change = types.FileEvent(terms.as_uri(), types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
    assert [one.code for one in await editor.diagnostics()] == ["forbidden-term"]


@pytest.mark.asyncio
async def test_a_broken_glossary_is_told_and_the_last_good_one_stays_in_use(
    client: LanguageClient, project: Path
) -> None:
    editor = Editor(client, project / "a.txt", "plaintext")
    await editor.open(f"The {WRONG} met.\n")
    terms = project / "glossary" / "terms.csv"
    good = terms.read_text(encoding="utf-8")
    terms.write_text(good + "cac,en,X,prefered,\n", encoding="utf-8")
    found = await editor.type(f"The {WRONG} met again.\n")
    assert [one.code for one in found] == ["deprecated-term"]
    assert any("terms.csv:7" in message.message for message in client.messages)


@pytest.mark.asyncio
async def test_a_text_without_a_file_is_checked_by_its_language(client: LanguageClient) -> None:
    item = types.TextDocumentItem("untitled:Untitled-1", "markdown", 0, f"`{WRONG}` but the {WRONG}")
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert [_at(one)[1] for one in client.diagnostics["untitled:Untitled-1"]] == [len(WRONG) + 11]


@pytest.mark.asyncio
async def test_what_no_reader_knows_gets_no_diagnostics(client: LanguageClient, project: Path) -> None:
    assert await Editor(client, project / "a.py", "python").open(f"# {WRONG}\n") == []


@pytest.mark.asyncio
async def test_many_keystrokes_end_in_what_the_last_text_says(client: LanguageClient, project: Path) -> None:
    editor = Editor(client, project / "a.txt", "plaintext")
    await editor.open("")
    text = f"The {WRONG} met."
    for end in range(len(text)):
        editor.version += 1
        identifier = types.VersionedTextDocumentIdentifier(editor.version, editor.uri)
        change = types.TextDocumentContentChangeWholeDocument(text[:end])
        client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
    await editor.type(text)
    await asyncio.sleep(0.6)
    assert [_at(one) for one in client.diagnostics[editor.uri]] == [(0, 4, 0, 4 + len(WRONG))]


@pytest.mark.asyncio
async def test_unlisted_renderings_come_when_typing_pauses_and_stay_while_it_goes_on_elsewhere(
    client: LanguageClient, project: Path
) -> None:
    (project / "termcheck.toml").write_text('lang = "en"\nsource_lang = "zh"\n', encoding="utf-8")
    editor = Editor(client, project / "a.txt", "plaintext")
    await editor.open("")
    text = "The Central Internet Administration met."
    await editor.type(text)
    await editor.diagnostics()
    assert [(one.code, _at(one)[1]) for one in client.diagnostics[editor.uri]] == [("unlisted-rendering", 4)]
    found = await editor.type(f"So: {text}")
    assert [(one.code, _at(one)[1]) for one in found] == [("unlisted-rendering", 8)]
    found = await editor.type("So: The Central Internet met.")
    assert [one.code for one in found] == []
