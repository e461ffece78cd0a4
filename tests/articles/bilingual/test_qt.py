"""Translations of Qt."""

from pathlib import Path

import pytest

from termcheck.articles import Source, format_of, read_article
from termcheck.config import Settings
from termcheck.errors import ArticleError
from termcheck.model import PROTECTED_MARK, Span

TEXT = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>MainWindow</name>
    <message>
        <location filename="main.cpp" line="3"/>
        <source>Delete the firewall rule &amp;now</source>
        <comment>menu</comment>
        <extracomment>Firewall</extracomment>
        <translation>Die Fire&#119;all-Regel &amp;jetzt l&#xf6;schen</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation><numerusform>%n Regel</numerusform><numerusform>%n Regeln</numerusform></translation>
    </message>
    <message id="about">
        <source>About</source>
        <translation type="unfinished">About</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="vanished">Weg</translation>
    </message>
</context>
</TS>
"""


def test_finished_translations_stand_beside_their_sources() -> None:
    article = read_article(Source("app_de.ts", Path("app_de.ts"), data=TEXT.encode()), Settings())
    shown = [article.view.text[slice(*one.view_span)] for one in article.segments]
    assert shown == ["Die Firewall-Regel jetzt löschen", f"{PROTECTED_MARK} Regel", f"{PROTECTED_MARK} Regeln"]
    assert [one.id for one in article.segments] == [
        "MainWindow: Delete the firewall rule &now", "MainWindow: %n rule(s)", "MainWindow: %n rule(s)",
    ]  # fmt: skip
    assert [one.context for one in article.segments] == ["menu", "plural form 0", "plural form 1"]
    assert article.source is not None
    assert (article.lang, article.source.lang) == ("de-DE", "en")
    at = article.view.text.index("Firewall")
    assert article.text[slice(*article.view.to_file(Span(at, at + 8)))] == "Fire&#119;all"


def test_typescript_is_none_and_never_met() -> None:
    with pytest.raises(ArticleError, match="well-formed"):
        read_article(Source("app.ts", Path("app.ts"), data=b"export const office = 1;\n"), Settings())
    assert format_of("src/app_de.ts", Settings(), named=False) is None
