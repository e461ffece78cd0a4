"""Files made to take long: the time to read one grows with its length only, or these tests would not end."""

import pytest

from seen_articles import Read

PIECES = {
    "a.tex": ("{", "\\textbf{", "$", "\\begin{a}", "\\item[", "\\label{", "\\(", "\\footnote{", "% x\n", "\\verb|"),
    "a.rst": (
        "*a ",
        "**a ",
        "``a ",
        "`a ",
        ":a:`b ",
        "|a ",
        "a_ ",
        "  " * 40 + "a\n\n",
        "- a\n",
        "+-",
        "\\",
        "a::\n\n ",
    ),
    "a.adoc": (
        "*a ",
        "`a ",
        "+a ",
        "+++a ",
        "footnote:[a ",
        "link:a[b ",
        "<<a,b ",
        "((a ",
        "{a ",
        "|===\n",
        "a:: ",
        "----\n",
    ),
    "a.srt": ("<i>", "{\\an", "1\n00:00:01,000 --> 00:00:02,000\na\n\n", "- a\n", "&amp"),
    "a.strings": ('"a" = "b";\n', "/*", '"', "\\"),
    "a.properties": ("a=b\\\n", "\\", "''", "\\u00"),
    "a.json": ("[", '{"a":', '"a', "/*", "//"),
}


@pytest.mark.parametrize(("path", "piece"), [(path, piece) for path, pieces in PIECES.items() for piece in pieces])
def test_many_of_one_piece_are_read_or_refused(read: Read, path: str, piece: str) -> None:
    from termcheck.errors import ArticleError

    text = piece * 20_000
    try:
        assert read(path, text).text == text
    except ArticleError as error:
        assert len(error.problems) == 1  # noqa: PT017
