"""Whatever bilingual files hold, their strings are those that other programs read, and their places are right."""

import csv
import io
from xml.sax.saxutils import escape

from hypothesis import example, given, settings
from hypothesis import strategies as st

from termcheck.articles import Source, read_article
from termcheck.articles.bilingual.table import rows_of
from termcheck.config import Settings
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Article

CELLS = st.text(st.sampled_from('ab,;\t"\n\réß中 😀'), max_size=8)
STRINGS = st.text(st.sampled_from('ab\\"\n\tnx01é中😀 &<>#;'), min_size=1, max_size=12)


def read(name: str, text: str) -> Article:
    return read_article(Source(name, data=text.encode()), Settings())


@settings(max_examples=200, deadline=None)
@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=4), delimiter=st.sampled_from(",;\t"))
def test_cells_are_those_of_the_csv_module(rows: list[list[str]], delimiter: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    text = stream.getvalue()
    found = [
        [text[cell.start : cell.end].replace('""', '"') if cell.quoted else text[cell.start : cell.end] for cell in row]
        for row in rows_of(text, delimiter)
    ]
    assert found == [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]


def po(string: str, cut: int) -> str:
    """A string as gettext writes it, over two lines."""
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    first, second = ("".join(escapes.get(char, char) for char in part) for part in (string[:cut], string[cut:]))
    return f'"{first}"\n"{second}"'


def words_of(article: Article) -> str:
    return " ".join(article.view.text.replace(BLOCK_BREAK, " ").replace(PROTECTED_MARK, "").split())


@settings(max_examples=200, deadline=None)
@given(strings=st.lists(STRINGS, min_size=1, max_size=3), cut=st.integers(0, 12))
@example(strings=["&a0;"], cut=0)
def test_places_in_po_and_xml_lead_to_what_is_seen(strings: list[str], cut: int) -> None:
    entries = "\n\n".join(f'msgid "s{number}"\nmsgstr {po(one, cut)}' for number, one in enumerate(strings))
    units = "".join(
        f'<trans-unit id="{number}"><source>s{number}</source><target>{escape(one)}</target></trans-unit>'
        for number, one in enumerate(strings)
    )
    for article in (read("a.po", entries), read("a.xlf", f"<xliff><file><body>{units}</body></file></xliff>")):
        for segment in article.segments:
            number = int((article.source or article).view.text[slice(*(segment.source or (0, 0)))][1:])
            shown = article.view.text[slice(*segment.view_span)]
            place = 0
            for char in shown.replace(BLOCK_BREAK, ""):
                if char not in {" ", PROTECTED_MARK}:
                    place = strings[number].index(char, place) + 1
            for at in range(*segment.view_span):
                span = article.view.to_file(segment.view_span._replace(start=at, end=at + 1))
                raw, seen = article.text[span.start : span.end], article.view.text[at]
                if seen.isalnum():
                    assert raw == seen
                assert segment.span.contains(span)
