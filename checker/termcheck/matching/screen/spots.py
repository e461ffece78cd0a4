"""The screen for one text: its tokens are looked up one by one.

Right for every language and script; ``batch`` does the same for many plain texts at once.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator

from termcheck.matching.index import LanguageIndex
from termcheck.matching.places import Places, merged, reach
from termcheck.matching.screen.meanings import NOTHING, Meaning
from termcheck.matching.screen.tables import IN_PAIRS, SPREAD, check_of
from termcheck.matching.text import Text

_MOST_JOINED = 3
"""Tokens that may be written for one word."""


def find_places(text: Text, index: LanguageIndex) -> Places:
    """Where in a text which patterns may stand."""
    found: dict[int, list[range]] = {}
    sizes, joins = index.patterns.size, bool(index.language.joins)
    for number, first, last in _spots(text, index) if len(index.tables.words) else ():
        further = reach(sizes(number), joins=joins)
        if last - first <= further:
            found.setdefault(number, []).append(range(max(0, last - further), first + 1))
    if index.tables.characters:
        _add_characters(found, text, index)
    return {number: merged(ranges) for number, ranges in found.items()}


def places_of(spots: Iterable[tuple[int, int, int]], text: Text, index: LanguageIndex) -> Places:
    """The same from what was found in many texts at once: (pattern, start of the first token, start of the last)."""
    found: dict[int, list[range]] = {}
    sizes = index.patterns.size
    for number, start, other in spots:
        first, last = bisect_left(text.starts, start), bisect_left(text.starts, other)
        found.setdefault(number, []).append(range(max(0, last - reach(sizes(number), joins=False)), first + 1))
    return {number: merged(ranges) for number, ranges in found.items()}


def _spots(text: Text, index: LanguageIndex) -> Iterator[tuple[int, int, int]]:
    """(pattern, first token, last token): where words are that speak for a pattern."""
    spoken_for, most = index.tables.spoken_for, index.longest_reach
    kinds, bits = index.tables.kinds, index.tables.pair_bits
    mask = 8 * len(bits) - 1
    recent: deque[tuple[int, tuple[int, ...]]] = deque()
    for first, last, meaning in _meanings(text, index):
        for number in meaning.singles:
            yield number, first, last
        ids = tuple([one for one in meaning.ids if kinds[one] & IN_PAIRS])
        if not ids:
            continue
        while recent and first - recent[0][0] > most:
            recent.popleft()
        for place, others in recent:
            for one in ids:
                for other in others:
                    at = (other * SPREAD ^ one) * SPREAD >> 7 & mask  # pair_place
                    if bits[at >> 3] >> (at & 7) & 1:
                        for number in spoken_for(other, one):
                            yield number, place, last
        recent.append((first, ids))


def _meanings(text: Text, index: LanguageIndex) -> Iterator[tuple[int, int, Meaning]]:
    """First and last token, and the meaning, of all that may stand for a word, by the first token."""
    words, gaps, meanings = text.words, text.gaps, index.meanings
    is_listed = meanings.is_listed
    for place, word in enumerate(words):
        after = gaps[place + 1]
        meaning = meanings.of(word, dotted=after[:1] == ".")
        if meaning is not NOTHING:
            yield place, place, meaning
        if place + 1 < len(words) and after in {" ", "'"}:
            both = word + words[place + 1]
            if is_listed(both):
                yield place, place + 1, meanings.of_split(both)
            if after == "'" and len(words[place + 1]) == 1 and words[place + 1] != "s":
                yield place, place + 1, meanings.of_contraction(both)
        if index.language.joins:
            yield from _joined(text, index, place)


def _joined(text: Text, index: LanguageIndex, place: int) -> Iterator[tuple[int, int, Meaning]]:
    """A token and the next ones as one word, where the language may write a hyphen or space inside words."""
    word = text.words[place]
    for last in range(place + 1, min(place + _MOST_JOINED, len(text.words))):
        if text.view[text.ends[last - 1] : text.starts[last]] not in {*index.language.joins}:
            return
        word += text.words[last]
        yield place, last, index.meanings.of(word, dotted=False)


def _add_characters(found: dict[int, list[range]], text: Text, index: LanguageIndex) -> None:
    """Note where the rarest token of each pattern stands that is compared by character, if its last one does too."""
    words, known = text.words, index.anchored
    count = len(words)
    for place, word in enumerate(words):
        here = known.get(word)
        for number, before, after, check in index.anchored_at(word) if here is None else here:
            if before <= place < count - after and check_of(words[place + after]) == check:
                found.setdefault(number, []).append(range(place - before, place - before + 1))
