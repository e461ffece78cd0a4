"""Shows text of HTML, between its tags or in its attributes, as a reader sees it."""

import re

from termcheck.articles.view import ViewBuilder

_TEXT_PARTS = re.compile(r"[ \t\n\r\f]+|&(?:#[0-9]{1,10}|#[xX][0-9A-Fa-f]{1,10}|[A-Za-z][A-Za-z0-9]{1,40});?")


def show_html_text(builder: ViewBuilder, source: str, start: int, end: int, base: int) -> None:
    """Show ``source[start:end]``, which stands at ``base`` + ``start`` of the file, as HTML text without tags."""
    at = start
    for part in _TEXT_PARTS.finditer(source, start, end):
        first, last = part.span()
        shown = " " if source[first] != "&" else unescape(part[0])
        if shown == part[0] and source[first] == "&":
            continue
        builder.copy(base + at, base + first)
        at = last
        if shown.isspace() and shown in " \t\n\r\f":
            builder.space(base + first, base + last, breaks_line="\n" in part[0] or "\r" in part[0])
        else:
            builder.show(shown, base + first, base + last)
    builder.copy(base + at, base + end)


def unescape(text: str) -> str:
    """The text with its character references resolved, as the HTML standard has it."""
    from html import unescape as resolve

    return resolve(text)
