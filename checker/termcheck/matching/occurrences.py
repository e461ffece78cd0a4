"""Where in a text patterns may stand, and the words that may be theirs, for all patterns at once."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from termcheck.matching.index import LanguageIndex
from termcheck.matching.pattern_table import BY_CHARACTER, FUZZY
from termcheck.matching.places import EXTRA_WORDS, Places, merged, reach
from termcheck.matching.screen.meanings import NOTHING
from termcheck.matching.text import Text


class Occurrences:
    """The tokens of one text by what they may stand for."""

    def __init__(self, text: Text, index: LanguageIndex, places: Places) -> None:
        """Look every token up where any pattern may stand at all."""
        self.verbatim, self.places, self.hits = index.glances.at(text, places)
        """What a glance tells, what is left to compare, and of some of what is left which tokens may stand for words.

        Of these patterns, nothing is in what follows.
        """
        self.by_id: defaultdict[int, list[int]] = defaultdict(list)
        """Id of a word of the screen's tables -> tokens that may stand for it."""
        self.joined: dict[str, list[int]] = {}
        """Two neighbouring words of a pattern, written as one -> tokens."""
        self.split: list[tuple[int, str]] = []
        """Tokens which with the next one make a content word of a pattern, and that word."""
        self.contracted: list[int] = []
        """Tokens that may be shortened with the next one, a letter after an apostrophe: Int'l."""
        if len(self.places) == len(self.hits):
            return
        kinds = index.patterns.kinds
        worded = {
            number: found
            for number, found in self.places.items()
            if number not in self.hits and not kinds[number] & BY_CHARACTER
        }
        content = {
            pattern.words[at]
            for number in worded
            if kinds[number] & FUZZY
            for pattern in (index.patterns[number],)
            for at in pattern.content
        }
        for stretch in _in_reach(worded, len(text.words), index):
            self._look_up(text, stretch, index)
            self._look_across(text, stretch, content)

    def tokens_for(self, number: int, at: int, one: int) -> Sequence[int]:
        """The tokens that may stand for a pattern's word at a position, given its id, too; in order."""
        hits = self.hits.get(number)
        return self.by_id.get(one, ()) if hits is None else [place for place, other in hits if other == at]

    def _look_up(self, text: Text, stretch: range, index: LanguageIndex) -> None:
        """What single tokens may stand for."""
        known, meaning_of = index.meanings.dotted, index.meanings.of
        for place, word in enumerate(text.words[stretch.start : stretch.stop], stretch.start):
            meaning = known.get(word) or meaning_of(word, dotted=True)
            if meaning is NOTHING:
                continue
            for one in meaning.ids:
                self.by_id[one].append(place)
            if meaning.is_joined:
                self.joined.setdefault(word, []).append(place)

    def _look_across(self, text: Text, stretch: range, content: Collection[str]) -> None:
        """What tokens and the next ones may stand for together: content words of patterns."""
        words, gaps = text.words, text.gaps
        end = min(stretch.stop + 1, len(words))
        inside, between = words[stretch.start : end], gaps[stretch.start + 1 : end]
        letters = "".join(inside)
        if any(letters.count(word) > inside.count(word) for word in content):
            for place, (one, other, gap) in enumerate(zip(inside, inside[1:], between, strict=False), stretch.start):
                if gap in {" ", "'"} and one + other in content:
                    self.split.append((place, one + other))
        if "'" in between:
            self.contracted += [place for place in range(stretch.start, end - 1) if text.contracts_at(place)]


def _in_reach(places: Places, tokens: int, index: LanguageIndex) -> list[range]:
    """The tokens that forms of the patterns may have, in order."""
    joins = bool(index.language.joins)
    ranges = []
    for number, found in places.items():
        size = index.patterns.size(number)
        further = max(reach(size, joins=joins), size + EXTRA_WORDS) + 1
        ranges += [range(starts.start, min(starts.stop + further, tokens)) for starts in found]
    return merged(ranges)


def within(places: Sequence[int], first: int, after: int) -> list[int]:
    """Those of some tokens, in order, that lie in a stretch."""
    return [place for place in places if first <= place < after]
