"""Bilingual files as their tools write them: what a reader sees, and where in the file each part of it stands."""

from pathlib import Path

import pytest

from termcheck.articles import Source, read_article
from termcheck.config import Settings
from termcheck.model import Article

FILES = Path(__file__).parent / "files"

# ruff: noqa: E501 - one row a segment
SEGMENTS = {
    # file: [(id, source, target, the target as it stands in the file)]
    "firewall.xlf": [
        ("1", "Delete the firewall rule.", "Löschen Sie die Firewallregel.", 'Löschen Sie die <g id="1">Firewall</g>regel.'),
        ("2", "Copy & move \ufffc files", "\ufffc Dateien kopieren & verschieben", '<ph id="1">%d</ph> Dateien kopieren &amp; verschieben'),
        ("4/0", "First.", "Erstens.", "Erstens."),
        ("4/1", "Second.", "Zweitens.", 'Zwei<bx id="1"/>tens.'),
        ("6", "Line one Line two", "Zeile eins Zeile zwei", 'Zeile eins<x id="1" ctype="lb"/>Zeile zwei'),
    ],
    "firewall-2.xlf": [
        ("u1/s1", "Delete the firewall rule.", "Löschen Sie die Firewallregel.", 'Löschen Sie die <pc id="1">Firewallregel</pc>.'),
        ("u1/s2", "Then restart.", "Starten Sie dann neu.", "Starten Sie dann&#x20;neu."),
        ("u2", "Version \ufffc", "Version \ufffc", 'Version <ph id="1" equiv="{0}"/>'),
    ],
    "memory.tmx": [
        ("a-1", "Delete the firewall rule.", "Löschen Sie die Firewallregel.", "Löschen Sie die <hi>Firewallregel</hi>."),
        ("a-1", "Delete the firewall rule.", "Supprimez la règle de pare-feu.", "Supprimez la r&#232;gle de pare-feu."),
        ("2", "Bold text", "Fetter Text", '<bpt i="1">&lt;b&gt;</bpt>Fetter<ept i="1">&lt;/b&gt;</ept> Text'),
    ],
    "messages.po": [
        ("Use of artificial intelligence", "Use of artificial intelligence", "Einsatz der künstlichen Intelligenz", 'Einsatz der künstlichen "\n"Intelligenz'),
        ("\ufffc firewall rule", "\ufffc firewall rule", "\ufffc Firewallregel", "%d Firewallregel"),
        ("\ufffc firewall rule", "\ufffc firewall rules", "\ufffc Firewallregeln", "%d Firewallregeln"),
        ('Say "no" now', 'Say "no" now', "Sag jetzt „nein“ bitte", r"Sag jetzt „nein“\nbitte"),
    ],
    "table.csv": [
        ("x1", "A, b", 'Ein "a", b', 'Ein ""a"", b'),
        ("x2", "two lines", "zwei Zeilen", "zwei\nZeilen"),
        ("4", "last", "letzte", "letzte"),
    ],
}  # fmt: skip


def read(name: str) -> Article:
    return read_article(Source(name, data=(FILES / name).read_bytes()), Settings())


@pytest.mark.parametrize("name", SEGMENTS)
def test_segments_and_their_places(name: str) -> None:
    article = read(name)
    assert article.source is not None
    found = []
    for one in article.segments:
        assert one.source is not None
        source, target = article.source.view.text[slice(*one.source)], article.view.text[slice(*one.view_span)]
        found.append((one.id, source, target, article.text[slice(*one.span)]))
    wanted = [(one[0].replace("\ufffc", "%d"), *one[1:]) for one in SEGMENTS[name]]
    assert found == wanted


@pytest.mark.parametrize("name", SEGMENTS)
def test_every_piece_of_a_view_leads_to_its_segment(name: str) -> None:
    article = read(name)
    for segment in article.segments:
        for place in range(*segment.view_span):
            span = article.view.to_file(segment.view_span._replace(start=place, end=place + 1))
            assert segment.span.contains(span)
            assert article.segment_at(span.start) is segment


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("name", SEGMENTS)
def test_the_encoding_of_a_file_does_not_matter(name: str, encoding: str) -> None:
    text = (FILES / name).read_bytes().decode("utf-8")
    bom = b"\xfe\xff" if encoding == "utf-16-be" else b""
    article = read_article(Source(name, data=bom + text.encode(encoding)), Settings())
    assert (article.text, article.segments, article.view) == (text, read(name).segments, read(name).view)


def test_the_languages_are_those_of_the_files() -> None:
    found = {
        name: (article.lang, article.source and article.source.lang) for name in SEGMENTS if (article := read(name))
    }
    assert found == {
        "firewall.xlf": ("de", "en-US"),
        "firewall-2.xlf": ("de", "en"),
        "memory.tmx": ("de", "en-US"),
        "messages.po": ("de", None),
        "table.csv": ("de-AT", "en"),
    }
