"""Titles in Markdown, ``[text](target "title")`` and ``[label]: target "title"``: what a reader sees of them."""

from termcheck.articles.html_text import unescape
from termcheck.articles.view import ViewBuilder

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_LONGEST_REFERENCE = 40
"""Characters of a character reference, such as ``&amp;``."""


def show_title(text: str, builder: ViewBuilder, start: int, end: int) -> None:
    """Show the title that stands before the file offset ``end``, within its quotation marks or brackets, as a block."""
    while end > start and text[end - 1] in " \t\r\n>":
        end -= 1
    opening = {'"': '"', "'": "'", ")": "("}.get(text[end - 1 : end])
    if opening is None:
        return
    last = end - 1
    first = text.rfind(opening, start, last)
    while first > start and _is_escaped(text, first):
        first = text.rfind(opening, start, first)
    if first < start:
        return
    builder.end_block()
    _show_escaped(text, builder, first + 1, last)
    builder.end_block()


def _show_escaped(text: str, builder: ViewBuilder, start: int, end: int) -> None:
    """Show text in which only backslash escapes, character references and line breaks count."""
    at = place = start
    while place < end:
        char = text[place]
        stop = place + 1
        if char == "\\" and text[stop : stop + 1] in _PUNCTUATION and stop < end:
            builder.copy(at, place)
            builder.show(text[stop], place, stop + 1)
            at = stop = stop + 1
        elif char == "&" and (semicolon := text.find(";", place, min(end, place + _LONGEST_REFERENCE))) > 0:
            shown = unescape(text[place : semicolon + 1])
            if shown != text[place : semicolon + 1]:
                builder.copy(at, place)
                builder.show(shown, place, semicolon + 1)
                at = stop = semicolon + 1
        elif char in "\r\n":
            builder.copy(at, place)
            while stop < end and text[stop] in " \t\r\n>":
                stop += 1
            builder.space(place, stop, breaks_line=True)
            at = stop
        place = stop
    builder.copy(at, end)


def _is_escaped(text: str, place: int) -> bool:
    backslashes = 0
    while place > 0 and text[place - 1] == "\\":
        backslashes += 1
        place -= 1
    return backslashes % 2 == 1
