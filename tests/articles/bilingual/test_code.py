"""Code in the texts of bilingual files, as HTML and Markdown mark it."""

import json

import pytest

from termcheck.articles import Source, read_article
from termcheck.config import Settings
from termcheck.model import PROTECTED_MARK

SHOWN = {
    "Run <code>x y</code> now": "Run # now",
    'Press <kbd class="k">x</kbd>': "Press #",
    "Run `x y` or ``z`` now": "Run # or # now",
    "The `x' file and the `y' file": "The `x' file and the `y' file",
    "One ` alone": "One ` alone",
    "<code>not closed": "not closed",
    "<codec>x</codec>": "x",
}


@pytest.mark.parametrize("target", SHOWN)
def test_code_is_protected(target: str) -> None:
    text = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr {json.dumps(target)}\n'
    article = read_article(Source("a.po", data=text.encode()), Settings())
    assert article.view.text.strip("\u2029").replace(PROTECTED_MARK, "#") == SHOWN[target]
