"""Where in a text patterns may stand, and the words that may be theirs, for all patterns at once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from termcheck.matching.index import LanguageIndex
from termcheck.matching.pattern_table import BY_CHARACTER
from termcheck.matching.places import EXTRA_WORDS, Places, merged, reach
from termcheck.matching.text import Text


class Occurrences:
    """The tokens of one text by what they may stand for."""

    def __init__(self, text: Text, index: LanguageIndex, places: Places) -> None:
        """Look every token up where any pattern may stand at all."""
        self.verbatim, self.places = index.glances.at(text, places)
        """What a glance tells, and what is left to compare."""
        self.by_id: defaultdict[int, list[int]] = defaultdict(list)
        """Id of a word of the screen's tables -> tokens that may stand for it."""
        self.joined: dict[str, list[int]] = {}
        """Two neighbouring words of a pattern, written as one -> tokens."""
        self.split: list[tuple[int, str]] = []
        """Tokens which with the next one make a word of the tables, and that word."""
        self.contracted: list[int] = []
        """Tokens that may be shortened with the next one, a letter after an apostrophe: Int'l."""
        if not self.places:
            return
        words, gaps, meaning_of, is_listed = text.words, text.gaps, index.meanings.of, index.meanings.is_listed
        kinds = index.patterns.kinds
        worded = {number: found for number, found in self.places.items() if not kinds[number] & BY_CHARACTER}
        for place in _in_reach(worded, len(words), index):
            word = words[place]
            meaning = meaning_of(word, dotted=True)
            for one in meaning.ids:
                self.by_id[one].append(place)
            if meaning.is_joined:
                self.joined.setdefault(word, []).append(place)
            if place + 1 < len(words) and gaps[place + 1] in {" ", "'"}:
                both = word + words[place + 1]
                if is_listed(both):
                    self.split.append((place, both))
                if text.contracts_at(place):
                    self.contracted.append(place)


def _in_reach(places: Places, tokens: int, index: LanguageIndex) -> Iterator[int]:
    """The tokens that forms of the patterns may have, in order."""
    joins = bool(index.language.joins)
    ranges = []
    for number, found in places.items():
        size = index.patterns.size(number)
        further = max(reach(size, joins=joins), size + EXTRA_WORDS) + 1
        ranges += [range(starts.start, min(starts.stop + further, tokens)) for starts in found]
    return chain.from_iterable(merged(ranges))


def within(places: Sequence[int], first: int, after: int) -> list[int]:
    """Those of some tokens, in order, that lie in a stretch."""
    return [place for place in places if first <= place < after]
