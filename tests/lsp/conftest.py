"""A project on disk and a real client that drives the server as an editor would."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, make_test_lsp_client

GLOSSARY = """concept,lang,term,status,note
cac,zh,中央网信办,preferred,
cac,en,Central Cyberspace Administration,preferred,“official” name <b>
cac,en,Central Network Information Office,deprecated,
npc,zh,全国人大,preferred,
npc,en,National People's Congress,preferred,
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a configuration and a glossary."""
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.csv").write_text(GLOSSARY, encoding="utf-8", newline="")
    (tmp_path / "termcheck.toml").write_text('lang = "en"\nsource_lang = "zh"\n', encoding="utf-8")
    return tmp_path


def _client() -> LanguageClient:
    """A test client that tells a code action with a command from a bare command, which lsprotocol 2025 does not."""
    client = make_test_lsp_client()
    converter = client.protocol._converter  # noqa: SLF001
    converter.register_structure_hook(
        types.Command | types.CodeAction, lambda value, _: converter.structure(value, types.CodeAction)
    )
    return client


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[sys.executable, "-m", "termcheck", "lsp"], client_factory=_client)
)
async def client(lsp_client: LanguageClient, project: Path) -> AsyncIterator[None]:
    """A client that counts in UTF-16, as most editors do."""
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=types.ClientCapabilities(), workspace_folders=None, root_uri=project.as_uri()
        )
    )
    yield
    await lsp_client.shutdown_session()
