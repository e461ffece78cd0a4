"""AsciiDoc."""

import pytest

from seen_articles import Read, blocks, raw, regions
from termcheck.model import PROTECTED_MARK as M
from termcheck.model import DirectiveKind, RegionKind

TEXT = r"""= The *Net* Office
Some Body <some@example.org>
v1.0, 2021-03-04: first draft
:description: About the Office
:lang: en-GB
:toc:

// termcheck-disable cac

////
The Office in a comment
////

== Section

The *Central Network
Office* met `net_office`, see https://example.org/x[the page], <<label,Title>>, <<label>>
and {attribute} with "`quotes`" and ((Index)).footnote:[A note on it.] H~2~O stays **b**old.

.A block title
[source,python]
----
office = 1
----

....
literal Office
....

 literal paragraph

* First
** Inner *bold*
. Numbered
- [x] Done
+
Continued

Term:: Definition

NOTE: Take note.

[quote, Somebody, A book]
____
Said by somebody.
____

image::x.png[The seat, 100]

====
An example.
====

|===
|Cell |Other *one*

2+|Third
a|Fourth
|===

[quote]
Short saying.

// termcheck-enable
Line one +
line two. Escaped \*stars*. A &amp; B.
"""


def test_what_a_reader_sees(read: Read) -> None:
    article = read("a.adoc", TEXT)
    assert blocks(article) == [
        "The Net Office", "About the Office", "Section",
        f"The Central Network Office met {M}, see the page, Title, {M} and {M} with “quotes” and Index.",
        "A note on it.", "H2O stays bold.", "A block title", "First", "Inner bold", "Numbered", "Done", "Continued",
        "Term", "Definition", "NOTE: Take note.", "Said by somebody.", "The seat", "An example.", "Cell", "Other one",
        "Third", "Fourth", "Short saying.", "Line one line two. Escaped *stars*. A & B.",
    ]  # fmt: skip
    assert (article.title, article.lang, str(article.date)) == ("The Net Office", "en-GB", "2021-03-04")
    assert regions(article, RegionKind.BLOCK_QUOTATION) == ["Said by somebody.", "Short saying."]
    assert regions(article, RegionKind.HEADING) == ["The Net Office", "Section"]
    assert [one.kind for one in article.directives] == [DirectiveKind.DISABLE, DirectiveKind.ENABLE]
    assert raw(article, "Central Network Office met") == "Central Network\nOffice* met"
    assert raw(article, "the page,") == "the page],"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2*3*4 and a_b_c\n", "2*3*4 and a_b_c"),
        ("C# and a 5* hotel, x^2\n", "C# and a 5* hotel, x^2"),
        ("pass:[<b>Office</b>] and stem:[x=1]\n", f"{M} and {M}"),
        ("[.role]#marked# text\n", "marked text"),
        ("image:x.png[alt text] in line\n", "alt text in line"),
        ("link:x.html[Text^] and xref:y[]\n", f"Text and {M}"),
        ("```ruby\ncode\n```\nText\n", "Text"),
        ("include::x.adoc[]\nifdef::x[]\nText\nendif::[]\n", "Text"),
        ("----\nnever closed\n", "never closed"),
        ("The {uri}[AsciiDoc] and {uri}/docs[its docs] in {name}.\n", f"The AsciiDoc and its docs in {M}."),
        (". Install it:\n\n $ code\n\n. Run it\n", "Install it:\u2029Run it"),
        ("* One\n  goes on\n", "One goes on"),
    ],
)
def test_single_constructs(read: Read, text: str, shown: str) -> None:
    assert read("a.adoc", text).view.text == shown
