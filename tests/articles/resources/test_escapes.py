"""Whatever is escaped, and however: what is shown stands where it is said to stand."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.articles import article_of
from termcheck.config import Settings
from termcheck.model import Span

Escape = Callable[[str], str]
"""Another way to write a character."""


def by_unicode(char: str) -> str:
    return "".join(f"\\u{unit:04x}" for unit in _units(char))


def _units(char: str) -> list[int]:
    data = char.encode("utf-16-be")
    return [int.from_bytes(data[place : place + 2], "big") for place in range(0, len(data), 2)]


def by_number(char: str) -> str:
    return f"&#{ord(char)};"


FORMATS: dict[str, tuple[str, Escape]] = {
    "a.json": ('{{"key": "{}"}}', by_unicode),
    "a.arb": ('{{"key": "{}"}}', by_unicode),
    "a.properties": ("key={}", by_unicode),
    "a.strings": ('"key" = "{}";', lambda char: f"\\U{ord(char):04x}"),
    "a.yaml": ('key: "{}"', lambda char: f"\\U{ord(char):08x}"),
    "strings.xml": ('<resources><string name="key">{}</string></resources>', by_number),
    "a.resx": ('<root><data name="key"><value>{}</value></data></root>', by_number),
    "a.stringsdict": ("<plist><dict><key>key</key><string>{}</string></dict></plist>", by_number),
    "a.vtt": ("WEBVTT\n\n00:01.000 --> 00:02.000\n{}\n", by_number),
    "a.adoc": ("x\n\n{}\n", by_number),
}
_LETTERS = st.characters(categories=("Lu", "Ll", "Lo", "Nd"), max_codepoint=0xFFFF, exclude_characters="ᅠㅤﾠ")


@pytest.mark.parametrize("path", FORMATS)
@given(words=st.lists(st.lists(st.tuples(_LETTERS, st.booleans()), min_size=1, max_size=6), min_size=1, max_size=5))
def test_every_character_leads_back_to_how_it_is_written(path: str, words: list[list[tuple[str, bool]]]) -> None:
    if path == "a.yaml":
        pytest.importorskip("yaml", reason="needs the extra yaml")
    template, escape = FORMATS[path]
    written = [[escape(char) if is_escaped else char for char, is_escaped in word] for word in words]
    text = template.format(" ".join("".join(word) for word in written))
    article = article_of(path, text, Settings())
    expected = " ".join("".join(char for char, _ in word) for word in words)
    at = article.view.text.index(expected)
    for shown, how in zip(words, written, strict=True):
        for (char, _), raw in zip(shown, how, strict=True):
            start, end = article.view.to_file(Span(at, at + 1))
            assert (article.view.text[at], text[start:end]) == (char, raw)
            at += 1
        at += 1
