"""reStructuredText."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seen_articles import Read, blocks, raw, regions
from termcheck.articles import article_of
from termcheck.config import Settings
from termcheck.model import PROTECTED_MARK as M
from termcheck.model import DirectiveKind, RegionKind

TEXT = r"""
=================
The *Net* Office
=================

:Author: Somebody
:Date: 2021-03-04
:Description: About the Office

.. termcheck-disable cac

.. This comment names the Office
   on two lines.

.. _office: https://example.org/office
.. |net| replace:: The Network
.. image:: office.png
   :alt: The seat
   :width: 100

Section one
-----------

The **Central Network
Office** met ``net_office``, see `the page <http://x>`_, Office_ and `Two words`_ [1]_ or |net|.
Roles: :ref:`Title <label>`, :ref:`label`, :py:func:`net.office`, :term:`Cyber Space`, :math:`a=b`, :abbr:`CAC`.
Escaped \*stars\*, in\ side. Code follows::

   The Office = code()

   more

Back again.

* First item
  goes on

  with a paragraph

* Second

  1. Inner

term : classifier
   Definition of it

    A quotation inside

:field: Its body
-o FILE  An option

.. note:: Take note
   of this.

   And that.

.. code-block:: python
   :caption: A caption

   office = 1

.. figure:: x.png
   :alt: Alternative

   The caption

.. function:: office(net)

   What it does.

.. [1] The footnote.
.. [CIT2002] The citation.

Before it.

   A quotation of
   two lines

>>> office()
3

| A line
| another line

+-------+--------+
| Cell  | Other  |
+=======+========+
| Third | Fourth |
+-------+--------+

=====  ======
Name   Office
=====  ======
One    Two x
=====  ======

----

.. termcheck-enable

The end.
"""
SENTENCE = (
    f"The Central Network Office met {M}, see the page, Office and Two words or {M}. Roles: Title, {M}, {M}, "
    f"Cyber Space, {M}, CAC. Escaped *stars*, inside. Code follows::"
)


def test_what_a_reader_sees(read: Read) -> None:
    article = read("a.rst", TEXT)
    assert blocks(article) == [
        "The Net Office", "About the Office", "The Network", "The seat", "Section one",
        SENTENCE,
        "Back again.", "First item goes on", "with a paragraph", "Second", "Inner", "term : classifier",
        "Definition of it", "A quotation inside", "Its body", "An option", "Take note of this.", "And that.",
        "Alternative", "The caption", "What it does.", "The footnote.", "The citation.", "Before it.",
        "A quotation of two lines", "A line another line", "Cell", "Other", "Third", "Fourth", "Name", "Office",
        "One", "Two x", "The end.",
    ]  # fmt: skip
    assert article.title == "The Net Office"
    assert str(article.date) == "2021-03-04"
    assert regions(article, RegionKind.HEADING) == ["The Net Office", "Section one"]
    assert regions(article, RegionKind.BLOCK_QUOTATION) == ["A quotation inside", "A quotation of two lines"]
    assert [(one.kind, one.concepts) for one in article.directives] == [
        (DirectiveKind.DISABLE, ("cac",)),
        (DirectiveKind.ENABLE, ()),
    ]
    assert raw(article, "Central Network Office met") == "Central Network\nOffice** met"
    assert raw(article, "the page,") == "the page <http://x>`_,"


@pytest.mark.parametrize("path", ["a.rst", "a.adoc"])
def test_front_matter_of_site_generators_is_read(read: Read, path: str) -> None:
    article = read(path, "---\ntitle: The Office\ndate: 2021-03-04\nlang: en\nlayout: office\n---\n\nText.\n")
    assert blocks(article) == ["The Office", "Text."]
    assert (article.title, str(article.date), article.lang) == ("The Office", "2021-03-04", "en")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2*3*4 and *a*\n", "2*3*4 and a"),
        ("snake_case_ and file_name and __init__\n", "snake_case and file_name and __init__"),
        ("中央\\ **网信办**\\ 发布\n", "中央网信办发布"),
        ("网信办\n发布\n", "网信办发布"),
        ("a * b * c\n", "a * b * c"),
        ("A. Einstein was\nborn.\n", "A. Einstein was born."),
        ("..\n\n   A quotation after an empty comment\n", "A quotation after an empty comment"),
        (".. comment\n.. another\nText\n", "Text"),
        ("Text::\n\n> quoted code\n> more\n\nAfter\n", "Text::\u2029After"),
        (".. toctree::\n   :maxdepth: 2\n   :caption: Parts\n\n   one\n   Two <two>\n", "Parts"),
        (".. unknown:: argument\n   :option: value\n\n   Prose\n", "Prose"),
        (".. list-table:: Title\n   :header-rows: 1\n\n   * - One\n     - Two\n", "Title\u2029One\u2029Two"),
        ("", ""),
    ],
)
def test_single_constructs(read: Read, text: str, shown: str) -> None:
    assert read("a.rst", text).view.text == shown


@given(st.text(st.sampled_from("ab中 \n\t*`_|\\:.-=+<>[]()'\">#{}&%$"), max_size=80))
def test_nothing_makes_it_fail_and_all_comes_from_the_file(text: str) -> None:
    for path in ("a.rst", "a.adoc", "a.tex", "a.srt", "a.vtt"):
        article = article_of(path, text, Settings())
        last = 0
        for piece in article.view.pieces:
            assert last <= piece.start or article.view.is_scattered
            assert piece.start <= piece.end <= len(text)
            last = piece.start
            shown = article.view.text[piece.view_start : piece.view_end]
            if len(shown) == piece.end - piece.start and shown.isalnum():
                assert text[piece.start : piece.end] == shown
