"""Damaged, mislabelled and hostile bilingual files: one clear error each, and everything else is checked."""

from pathlib import Path

import pytest

from termcheck.articles import Source, read_article
from termcheck.config import Settings
from termcheck.errors import ArticleError
from termcheck.pipeline import RunRequest, run

XLIFF = '<xliff version="1.2"><file source-language="zh" target-language="en"><body>{}</body></file></xliff>'
UNIT = '<trans-unit id="1"><source>研发处</source><target>{}</target></trans-unit>'
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    + XLIFF.format(UNIT.format("&c;"))
)
BROKEN = {
    "bomb.xlf": (BOMB, "declares entities of its own (a)"),
    "external.xlf": (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + XLIFF.format(UNIT.format("&e;")),
        "declares entities of its own (e)",
    ),
    "parameter.tmx": ('<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://localhost/x">%p;]><tmx/>', "entities of its own (p)"),
    "cut.xlf": (XLIFF.format(UNIT.format("The Net"))[:-30], "it ends in the middle (line 1, column"),
    "crossed.tmx": ("<tmx><body><tu></body></tu></tmx>", "mismatched tag (line 1, column 18)"),
    "page.xlf": ("<html><body>no</body></html>", "it is no XLIFF: its root element is html"),
    "xliff.tmx": (XLIFF.format(""), "it is no TMX: its root element is xliff"),
    "text.tmx": ("Just a text.", "it is no well-formed XML"),
    "empty.xlf": ("", "it ends in the middle"),
    "text.po": ("Just a text.\n", "there is text outside of an entry (line 1)"),
    "open.po": (
        'msgid "a\nmsgstr "b"\n',
        "a string has no quotation mark at its end",
    ),
    "twice.po": ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', "msgid is given twice (line 2)"),
    "cut.po": ('msgid "a"\nmsgstr "b"\n\nmsgid "c"\n', "it ends in the middle of an entry"),
    "open.csv": ('zh,en\n研发处,"Net\n', "the quotation mark in line 2 is never closed"),
    "other.csv": ("name,size\na,1\n", "its header names neither source and target nor two languages"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_says_what_is_wrong_with_it(name: str) -> None:
    text, message = BROKEN[name]
    with pytest.raises(ArticleError) as caught:
        read_article(Source(name, data=text.encode()), Settings())
    (problem,) = caught.value.problems
    assert message in problem.message
    assert problem.place == name
    assert problem.remedy
    assert "root:" not in str(caught.value)


def test_they_stop_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text(
        "concept,lang,term,status\nrd,en,Net Office,forbidden\nrd,zh,研发处,preferred\n"
    )
    for name, (text, _) in BROKEN.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "good.xlf").write_text(XLIFF.format(UNIT.format("The Net Office")), encoding="utf-8")
    names = (*BROKEN, "good.xlf")
    report = run(RunRequest(paths=names, cwd=tmp_path, glossary=("terms.csv",), lang="en", cache=False))
    assert [one.file for one in report.skipped] == sorted(BROKEN)
    assert all(one.unreadable for one in report.skipped)
    assert [(one.file, one.rule, one.segment) for one in report.findings] == [("good.xlf", "forbidden-term", "1")]


def test_a_document_type_without_entities_is_fine() -> None:
    text = '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><header srclang="zh"/><body></body></tmx>'
    assert read_article(Source("a.tmx", data=text.encode()), Settings()).segments == ()


def test_deep_nesting_costs_little() -> None:
    text = XLIFF.format(UNIT.format('<g id="1">' * 5000 + "Net" + "</g>" * 5000))
    article = read_article(Source("a.xlf", data=text.encode()), Settings())
    assert article.view.text == "Net"
    assert article.text[slice(*article.view.to_file(article.segments[0].view_span))] == "Net"
