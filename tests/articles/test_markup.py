"""What a reader sees of Markdown, HTML and plain text."""

import time

import pytest

from termcheck.articles import Source, read_article
from termcheck.config import Settings
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Article, RegionKind


def read(text: str, name: str) -> Article:
    return read_article(Source(name, data=text.encode()), Settings())


def shown(text: str, name: str) -> str:
    """The view with ``|`` for block borders and ``#`` for protected text."""
    return read(text, name).view.text.replace(BLOCK_BREAK, "|").replace(PROTECTED_MARK, "#")


def regions(article: Article, kind: RegionKind) -> list[str]:
    return [article.view.text[slice(*one.view_span)] for one in article.regions if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A *b* c\n\nd", "A b c|d"),
        ("A heading\n=========\nText", "A heading|Text"),
        ("- a\n  b\n- c\n  1. d", "a b|c|d"),
        ("- [x] done", "done"),
        ("| a | b |\n|---|---|\n| c \\| d | `e` |", "a|b|c | d|#"),
        ("one\ntwo  \nthree\\\nfour", "one two three four"),
        ("> > a\n> > b\nlazy", "a b lazy"),
        ("a ***b*** __c__ ~~d~~", "a b c d"),
        ("snake_case and 2*3*4", "snake_case and 234"),
        ("[the text](http://x.y/z) and [ref][r]\n\n[r]: http://x.y", "the text and ref"),
        ('[text](u "Its title") end', "text|Its title|end"),
        ("[r]\n\n[r]: u 'The \\'title\\''\n\nafter", "r|The 'title'|after"),
        ('[Beijing](u "Beijing") is', "Beijing is"),
        ('a ![the alt *text*](u "title") b', "a|the alt text|title|b"),
        ("a ![](u) b", "a # b"),
        ("<https://example.org/x> and <a@b.co>", "# and #"),
        ("a `code` ``b ` c`` d", "a # # d"),
        ("a\n\n    indented code\n\nb", "a|b"),
        ("a\n\n```text\ncode\n```\n\n~~~\ncode\n~~~\nb", "a|b"),
        ("a\n\n```\nnever closed", "a"),
        ("a[^1] b\n\n[^1]: the note", "a b|the note"),
        ("AT&amp;T &copy; &#233;&unknown; \\*", "AT&T © é&unknown; *"),
        ("# Heading {#anchor .x}", "Heading"),
        ("a <!-- hidden --> b<!-- hidden -->c", "a bc"),
        ("a\n\n<!-- hidden\n\nstill --> b\n\nc", "a|b|c"),
        ("a\n\n<!-- never closed\n\nb", "a"),
        ("a <!-- no comment without an end", "a <!-- no comment without an end"),
        ("<div>\nraw *text* <b>x</b>y\n</div>\n\n*md*", "raw *text* xy|md"),
        ("<pre>\n\ncode\n</pre>\nafter", "after"),
        ("<script>\nlet a;\n\nlet b;</script>\n\nafter", "after"),
        ("a <code>*b* c</code> d <kbd>x\n\nnext", "a # d #|next"),
        ("a<br>b", "a b"),
        ("中文\n换行 and\n中", "中文换行 and 中"),
        ("ภาษา\nไทย", "ภาษาไทย"),
        ("한국어\n띄어쓰기", "한국어 띄어쓰기"),
        ("> <div>\n> a\n> b <!-- x\n> y --> z\n> </div>", "a b z"),
        ("***\n\na\n\n---\n\nb", "a|b"),
    ],
)
def test_markdown(text: str, expected: str) -> None:
    assert shown(text, "a.md") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a</p><p>b", "a|b"),
        ("<p>Net<b>work</b> <em class='x'>of</em>fice", "Network office"),
        ("<h1>a<br>b</h1>c", "a b|c"),
        ("a<br>b<br><br>c", "a b|c"),
        ("a\r\n \t b", "a b"),
        ("<p>  a  </p>  <p>  b  </p>", "a|b"),
        ("a&nbsp;b&#160;c &lt;p&gt; R&amp;D &eacute; &amp &bogus;", "a\u00a0b\u00a0c <p> R&D é & &bogus;"),
        ("Net&shy;work<wbr>er", "Net\u00adworker"),
        ("CO<sub>2</sub> 10<sup>th</sup>", "CO2 10th"),
        ("<ul><li>a<li>b</ul><table><tr><td>c<td>d<tr><th>e</table>", "a|b|c|d|e"),
        ("a <code>x</code><samp>y</samp> b", "a ## b"),
        ("a<pre>x <b>y</b></pre>b", "a|b"),
        ("a<script>if (a < b) '</p>'</script>b<style>p{}</style>c<template><p>x</p></template>", "abc"),
        ("a<noscript>b</noscript>", "a|b"),
        ("a <!-- c > d --> b", "a b"),
        ("a <!-- never closed <p>b", "a"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("a <b unfinished", "a <b unfinished"),
        ("<p title='x>y'>a", "x>y|a"),
        ("<p title=it's>a <b>b</b>", "it's|a b"),
        ('<a href="x>y">a</a>', "a"),
        ("<img alt='An alt' title='A title' src=x>b", "An alt|A title|b"),
        ("a <img src=x> b <img alt='' src=y>", "a # b #"),
        ("<button aria-label='Close it'>x</button>", "Close it|x"),
        ("<meta name=Description content='Prose'><meta name=keywords content='none'>a", "Prose|a"),
        ("<input value=no placeholder=no title=Yes>", "Yes"),
        ("a <span translate=no>b <span>c</span> d</span> e", "a # e"),
        ("<div translate=no>b<div>c</div></div>e", "e"),
        ('a <span class="x notranslate">b</span> e<p class=notranslate>f</p>', "a # e"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字</ruby>", "漢字"),
        ("<ruby>漢<rt>kan</ruby>字", "漢字"),
        ("<svg><title>x</title><text>y</text></svg>a", "#a"),
        ("<?php echo 1 ?>a<!DOCTYPE html>b", "ab"),
        ("中<br>文 中\n文", "中文 中文"),
        ("<textarea>x<p>y</textarea>a", "a"),
    ],
)
def test_html(text: str, expected: str) -> None:
    assert shown(text, "a.html") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<code>a<p>b", "#|b"),
        ("<pre>a<p>b", "b"),
        ("<p><code>a</p>b", "#|b"),
        ("<title>a<p>b", "a|b"),
        ("<textarea>a<p>b", "b"),
        ("<span translate=no>a<p>b", "#|b"),
        ("</p></div></x>a", "a"),
        ("<b><p>a</b>b</p>c", "ab|c"),
        ("<![if x]>a<![endif]>b", "ab"),
        ("a</>b</ x>c", "abc"),
    ],
)
def test_malformed_html_loses_nothing_that_follows(text: str, expected: str) -> None:
    assert shown(text, "a.html") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc", "a b|c"),
        ("a\r\nb\rc\r\r d", "a b c|d"),
        ("a\n \t\u00a0\nb", "a|b"),
        ("To do:\n- one\n  more\n* two\n• three\n1. four\n2) five", "To do:|one more|two|three|1. four|2) five"),
        ("in\n2022. The next", "in 2022. The next"),
        ("第一段\n　　第二段", "第一段|第二段"),
        ("一、甲\n二、乙", "一、甲|二、乙"),
        ("A\n=====\nb", "A|b"),
        ("a *b* _c_ <b>d</b> &amp; `e`", "a *b* _c_ <b>d</b> &amp; `e`"),
        ("He wrote:\n> one\n> two\nafter", "He wrote:|one two|after"),
        ("", ""),
        (" \n\n ", ""),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    assert shown(text, "a.txt") == expected


def test_headings_and_titles_are_regions() -> None:
    page = read("<title>The page</title><h2>Head <i>ing</i></h2><p>text", "a.html")
    assert regions(page, RegionKind.TITLE) == ["The page"]
    assert regions(page, RegionKind.HEADING) == ["Head ing"]
    assert regions(read("One\n===\n\n## Two ##\n\ntext", "a.md"), RegionKind.HEADING) == ["One", "Two"]
    text = read("The Title of It\n\nA first paragraph.\n\nA heading of some words\n\nAnother paragraph.", "a.txt")
    assert regions(text, RegionKind.TITLE) == ["The Title of It"]
    assert regions(text, RegionKind.HEADING) == ["A heading of some words"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "> quoted\n\nnot"),
        ("a.md", "<blockquote>\n\nquoted\n\n</blockquote>\n\nnot"),
        ("a.html", "<blockquote><p>quoted</blockquote>not"),
        ("a.html", "not <q cite='http://x'>quoted</q> not"),
        ("a.txt", "not\n> quoted\n\nnot"),
    ],
)
def test_block_quotations(name: str, text: str) -> None:
    assert regions(read(text, name), RegionKind.BLOCK_QUOTATION) == ["quoted"]


def test_an_alert_is_no_quotation() -> None:
    assert regions(read("> [!NOTE]\n> Mind this.\n", "a.md"), RegionKind.BLOCK_QUOTATION) == []


def test_an_unclosed_heading_ends_with_the_next_block() -> None:
    assert regions(read("<h1>Head<p>text", "a.html"), RegionKind.HEADING) == ["Head"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "[" * 20_000 + "*_" * 5_000 + "\n\nThe end"),
        ("a.md", "> " * 2_000 + "\n\nThe end"),
        ("a.html", "<a " * 20_000 + "<p>The end"),
        ("a.html", '<a =">"' * 20_000 + "='<p>The end"),
        ("a.html", "<b>" * 20_000 + "</i>" * 20_000 + "<p>The end"),
        ("a.html", "<pre>" * 20_000 + "<p>The end"),
        ("a.txt", ")" * 300_000 + "\n\nThe end"),
        ("a.txt", "a_" * 100_000 + "\n\nThe end"),
        ("a.txt", "“" * 100_000 + "\n\nThe end"),
    ],
)
def test_hostile_text_is_read_to_its_end(name: str, text: str) -> None:
    start = time.process_time()
    assert shown(text, name).endswith("The end")
    assert time.process_time() - start < 60, "quadratic"
