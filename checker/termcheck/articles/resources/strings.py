"""Strings of resource files -> what readers of articles yield."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from termcheck.articles.bilingual.content import Content
from termcheck.articles.directives import DirectiveLog
from termcheck.articles.metadata import Dates
from termcheck.articles.reading import Reading
from termcheck.articles.view import ViewBuilder
from termcheck.model import Part, Segment, Span

_XML_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


class String(NamedTuple):
    """One string."""

    id: str
    """Its key, those around it before it, as developers write it."""
    content: Content
    lang: str | None = None
    """BCP 47 tag, where a file has strings in several languages."""


def read_strings(text: str, strings: Iterable[String], log: DirectiveLog | None = None) -> Reading:
    """What an article is made of, from the strings of a file in its order."""
    builder = ViewBuilder(text)
    segments: list[Segment] = []
    parts: list[Part] = []
    lengths: Counter[str] = Counter()
    for one in strings:
        before = builder.length
        one.content.show(builder)
        if builder.length == before:
            continue
        view_span = Span(before + 1 if before else 0, builder.length)
        segments.append(Segment(one.id, view_span, Span(one.content.start, one.content.end)))
        if one.lang is not None:
            parts.append(Part(view_span, one.lang))
            lengths[one.lang] += 1
    lang = max(lengths, key=lambda each: (lengths[each], each), default=None)
    return Reading(
        builder.view(),
        (),
        log or DirectiveLog(),
        None,
        Dates(),
        lang,
        parts=tuple(parts) if len(lengths) > 1 else (),
        segments=tuple(segments),
    )


def xml_comments(text: str) -> DirectiveLog:
    """The directives in the comments of an XML file."""
    log = DirectiveLog()
    for match in _XML_COMMENT.finditer(text) if "termcheck" in text else ():
        log.comment(match[1], match.start(), match.end())
    return log
