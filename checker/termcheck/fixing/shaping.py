"""Puts a new name where an old one stands: line breaks and markup inside the name stay."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from termcheck.articles.escaping import escaped
from termcheck.model import Article, Span

_KEY_MARKS = frozenset(("&", "&amp;", "_", "~"))
"""Marks of keys in labels of programs, which stand before a letter."""


class Shaped(NamedTuple):
    """A new name as it stands in the file."""

    text: str
    has_markup: bool
    """Whether markup stands inside the name, so that somebody must look at where it goes."""


class _Word(NamedTuple):
    shown: str
    raw: str
    inside: str
    """The markup in it: tags, the end of a line of a PO file."""
    after: str
    """What stands between it and the next word of the name: a space, a line break, the end of some markup."""


def shape(article: Article, view_span: Span, name: str) -> Shaped:
    """The new name in the place of the one at ``view_span``.

    Words that stay keep their raw form; line breaks and markup between words go to the corresponding gap, markup inside
    a word behind the one that takes its place.
    """
    old = _words(article, view_span)
    words = name.split(" ")
    quote = '""' if _is_in_quoted_cell(article, view_span) else '"'
    texts = [escaped(word, article.path).replace('"', quote) for word in words]
    gaps = [" "] * len(words)
    matcher = SequenceMatcher(None, [one.shown.casefold() for one in old], [word.casefold() for word in words])
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            for place, other in zip(range(start, end), range(first, last), strict=True):
                _keep(old[place : place + 1], texts, other, is_same=old[place].shown == words[other])
        else:
            _keep(old[start:end], texts, max(first, last - 1), is_same=False)
        _place_gaps(old, (start, end), gaps, (first, last))
    gaps[-1] = gaps[-1].strip(" ") if gaps[-1].strip() else ""
    has_markup = any(one.raw != one.shown for one in old) or any(not one.after.isspace() for one in old[:-1])
    return Shaped("".join(text + gap for text, gap in zip(texts, gaps, strict=True)), has_markup)


def _keep(old: Sequence[_Word], texts: list[str], place: int, *, is_same: bool) -> None:
    """Keep an old word as it is, or of old words the markup inside them, at the new word in their place."""
    if is_same:
        texts[place] = old[0].raw
        return
    place = min(place, len(texts) - 1)
    for one in old:
        if one.inside in _KEY_MARKS:
            texts[place] = one.inside + texts[place]
        else:
            texts[place] += one.inside


def _is_in_quoted_cell(article: Article, view_span: Span) -> bool:
    """Whether a stretch is in a cell of a table that stands between quotation marks."""
    segment = article.segment_at(article.view.to_file(view_span).start)
    if segment is None or not article.path.lower().endswith((".csv", ".tsv")):
        return False
    return article.text[segment.span.start - 1 : segment.span.start] == '"'


def _words(article: Article, view_span: Span) -> list[_Word]:
    view = article.view
    spans = []
    start = view_span.start
    for place in range(view_span.start, view_span.end + 1):
        if place == view_span.end or view.text[place].isspace():
            if place > start:
                spans.append(Span(start, place))
            start = place + 1
    raw = [view.to_file(span) for span in spans]
    afters = [article.text[one.end : other.start] for one, other in pairwise(raw)]
    return [
        _Word(view.text[span.start : span.end], article.text[place.start : place.end], _inside(article, span), after)
        for span, place, after in zip(spans, raw, [*afters, ""], strict=True)
    ]


def _inside(article: Article, span: Span) -> str:
    """What stands between the parts of a word in the file."""
    pieces = article.view.pieces_of(span)
    return "".join(article.text[one.end : other.start] for one, other in pairwise(pieces))


def _place_gaps(old: Sequence[_Word], taken: tuple[int, int], gaps: list[str], given: tuple[int, int]) -> None:
    """Give what is more than a space after the old words ``taken`` to the new words ``given``, in proportion."""
    start, end = taken
    first, last = given
    for place in range(start, end):
        if old[place].after in {" ", ""}:
            continue
        share = (place - start + 1) / (end - start)
        other = max(0, first + max(0, round(share * (last - first)) - 1)) if last > first else max(0, first - 1)
        gaps[other] = old[place].after if gaps[other] == " " else _joined(gaps[other], old[place].after)


def _joined(one: str, other: str) -> str:
    """Two gaps in one: the markup of both, and white space once."""
    return one.rstrip(" ") + other if other[:1].isspace() or not one[-1:].isspace() else one + other.lstrip(" ")
