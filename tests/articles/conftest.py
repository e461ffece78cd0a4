"""Files of articles as tests write them."""

from pathlib import Path

import pytest

from seen_articles import Read
from termcheck.articles import Source, read_article
from termcheck.config import Settings
from termcheck.model import Article


@pytest.fixture
def read() -> Read:
    """Reads a file with this path and content, which need not be on the disk."""

    def make(path: str, content: str | bytes) -> Article:
        data = content.encode() if isinstance(content, str) else content
        return read_article(Source(path, Path(path), data=data), Settings())

    return make
