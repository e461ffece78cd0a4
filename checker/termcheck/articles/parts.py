"""Parts of an article that markup says to be in a language of their own."""

from collections import Counter
from collections.abc import Iterator, Sequence

from termcheck.model import Part, Span


def disjoint(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts cut at those inside them, sorted; ``parts`` nest and have inner ones before those around them."""
    return tuple(_cut(parts)) if parts else ()


def _cut(parts: Sequence[Part]) -> Iterator[Part]:
    around: list[Part] = []
    place = 0
    outer_first = parts[::-1]
    for part in sorted(outer_first, key=lambda one: (one.view_span.start, -one.view_span.end)):
        while around and around[-1].view_span.end <= part.view_span.start:
            outer = around.pop()
            yield from _rest(outer, place)
            place = max(place, outer.view_span.end)
        if around and place < part.view_span.start:
            yield Part(Span(max(place, around[-1].view_span.start), part.view_span.start), around[-1].lang)
        place = max(place, part.view_span.start)
        around.append(part)
    for outer in reversed(around):
        yield from _rest(outer, place)
        place = max(place, outer.view_span.end)


def _rest(part: Part, place: int) -> Iterator[Part]:
    start = max(place, part.view_span.start)
    if start < part.view_span.end:
        yield Part(Span(start, part.view_span.end), part.lang)


def main_language(parts: Sequence[Part], length: int) -> str | None:
    """The language in which more than half of a view of that length is marked up to be; None without one."""
    letters: Counter[str] = Counter()
    for part in parts:
        letters[part.lang] += part.view_span.end - part.view_span.start
    return next((lang for lang, count in letters.most_common(1) if 2 * count > length), None)
