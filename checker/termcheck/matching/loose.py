"""The near and altered tiers: forms of a term that nobody listed.

Words of the text stand for content words of fuzzy patterns: as they are, inflected, misspelt, shortened, joined or
split. Stretches in which enough content words of one pattern meet are compared with it word by word.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from termcheck.languages.affixes import LONGEST_WORD, doubles_consonant
from termcheck.languages.endings import meet
from termcheck.languages.folding import strip_accents
from termcheck.languages.language import Language
from termcheck.matching.candidates import Candidate
from termcheck.matching.compare import compare
from termcheck.matching.index import LanguageIndex
from termcheck.matching.listed import StandingOf
from termcheck.matching.near import allowed_in_word, word_distance
from termcheck.matching.patterns import Pattern
from termcheck.matching.stretch import UNMEASURED, Hit
from termcheck.matching.text import Text
from termcheck.model import Standing

_EXTRA_WORDS = 3
"""How many words more than the pattern a stretch may have."""
_MOST_SLACK = 6
"""Letters of endings by which a misspelt word may differ besides."""
_DROPPABLE_FROM = 4
"""From this number of content words on, one may be missing."""
_MOST_KNOWN = 50_000
"""Words of texts of which is kept what they may stand for."""


def find_loose(text: Text, index: LanguageIndex, standing_of: StandingOf, home: frozenset[str]) -> Iterator[Candidate]:
    """Every misspelt or altered form in a text, overlapping ones included."""
    for number, hits in _Hits(text, index).by_pattern().items():
        pattern = index.patterns[number]
        standing = standing_of(pattern.term)
        if standing not in {Standing.APPROVED, Standing.WRONG, Standing.DOUBTFUL}:
            continue
        for stretch in _stretches(text, index.language, pattern, hits):
            candidate = compare(text, index.language, pattern, standing, stretch, home)
            if candidate is not None:
                yield candidate


def _needed(pattern: Pattern) -> int:
    """How many content words of a pattern a stretch must have."""
    return len(pattern.content) - (len(pattern.content) >= _DROPPABLE_FROM)


class _Hits:
    """What the tokens of one text stand for."""

    def __init__(self, text: Text, index: LanguageIndex) -> None:
        self.text = text
        self.index = index
        self.fuzzy = index.fuzzy
        self._known = index.stand_ins

    def by_pattern(self) -> dict[int, list[Hit]]:
        """Hits by pattern, in the order of the text, for patterns of which enough words occur at all."""
        if not self.fuzzy.places:
            return {}
        possible = self._possible()
        found: dict[int, list[Hit]] = defaultdict(list)
        words, gaps = self.text.words, self.text.gaps
        for place, word in enumerate(words):
            for target, edits, shortened, inflected in self._stands_for(word):
                for number, at in self.fuzzy.places[target]:
                    if number in possible and not (inflected and self._lacks_apostrophe(word, number, at)):
                        found[number].append(Hit(place, place, at, 1, edits, shortened, inflected))
            for number, at in self.fuzzy.joined.get(word, ()):
                found[number].append(Hit(place, place, at, 2, 1))
            if place + 1 < len(words) and gaps[place + 1] in {" ", "'"}:
                for number, at in self.fuzzy.places.get(word + words[place + 1], ()):
                    found[number].append(Hit(place, place + 1, at, 1, 1))
                for number, at in self._contracted(place):
                    found[number].append(Hit(place, place + 1, at, 1, 0, shortened=True))
        return found

    def _possible(self) -> set[int]:
        """Patterns of which enough content words occur anywhere in the text."""
        present: defaultdict[int, set[int]] = defaultdict(set)
        words = set(self.text.words)
        for target in {target for word in words for target, *_ in self._stands_for(word)}:
            for number, at in self.fuzzy.places[target]:
                present[number].add(at)
        for word in words & self.fuzzy.joined.keys():
            for number, at in self.fuzzy.joined[word]:
                present[number] |= {at, at + 1}
        for place, (first, second) in enumerate(pairwise(self.text.words)):
            for number, at in (*self.fuzzy.places.get(first + second, ()), *self._contracted(place)):
                present[number].add(at)
        return {number for number, places in present.items() if len(places) >= _needed(self.index.patterns[number])}

    def _contracted(self, place: int) -> list[tuple[int, int]]:
        """What two tokens with an apostrophe between them shorten: Int'l, Gov't."""
        words = self.text.words
        if self.text.gaps[place + 1] != "'" or len(words[place + 1]) > 1 or words[place + 1] == "s":
            return []
        shortened = (target for target, _, is_short, _ in self._stands_for(words[place] + words[place + 1]) if is_short)
        return [where for target in shortened for where in self.fuzzy.places[target]]

    def _lacks_apostrophe(self, word: str, number: int, at: int) -> bool:
        """Whether the word is a possessive of the pattern with its apostrophe lost (Peoples for People's)."""
        pattern = self.index.patterns[number]
        return pattern.words[at : at + 2] == (word[:-1], "s") and word.endswith("s") and pattern.gaps[at] == "'"

    def _stands_for(self, word: str) -> list[tuple[str, int, bool, bool]]:
        """(word of the glossary, edits, whether shortened, whether inflected)."""
        known = self._known.get(word)
        if known is None:
            known = self._analyse(word)
            if len(word) <= LONGEST_WORD:
                if len(self._known) >= _MOST_KNOWN:
                    self._known.clear()
                self._known[word] = known
        return known

    def _analyse(self, word: str) -> list[tuple[str, int, bool, bool]]:
        language = self.index.language
        if word in language.function_words:
            return []
        same = {
            target: (int(_misspells(word, target, language)), False, target != word)
            for key in language.inflections(word)
            for target in self.fuzzy.keys.get(key, ())
        }
        plain = strip_accents(word) if language.writes_syllables and word not in same else word
        same.update({target: (1, False, False) for target in self.fuzzy.plain.get(plain, ()) if target not in same})
        found = [(target, *how) for target, how in same.items()]
        if word not in same:
            slack = min(_MOST_SLACK, language.longest_ending)
            written = (word, *language.bare_words(word))
            near = dict.fromkeys(target for one in written for target in self.fuzzy.near.find(one, slack))
            found += [(target, UNMEASURED, False, False) for target in near if target not in same]
        shortened = [
            (target, 0, True, False)
            for target in self.fuzzy.initials.get(word[:1], ())
            if len(target) > len(word) + 1 and target not in same and language.shortens(word, target, dotted=True)
        ]
        return found + shortened


def _lacks_accents(word: str, target: str) -> bool:
    """Whether only accents differ: a near miss, although some stemmers pass over them."""
    return word != target and strip_accents(word) == strip_accents(target)


def _misspells(word: str, target: str, language: Language) -> bool:
    """Whether two words that a stemmer takes for one differ as a misspelling does."""
    lacks_accents = _lacks_accents(word, target) and not meet(
        language.inflections(word), language.term_inflections(target, verb=False)
    )
    return lacks_accents or (language.has_endings and doubles_consonant(word, target))


def _stretches(text: Text, language: Language, pattern: Pattern, hits: Sequence[Hit]) -> Iterator[tuple[Hit, ...]]:
    """Stretches of the text that cover enough of the pattern: for each start, the one that covers most."""
    longest = len(pattern.words) + _EXTRA_WORDS
    needed = _needed(pattern)
    simple = all(hit.covers == 1 for hit in hits)
    end = 0
    words, wanted = text.words, list(pattern.words)
    for start, first in enumerate(hits):
        while end < len(hits) and hits[end].last - first.place < longest:
            end += 1
        begin = first.place - first.at
        if words[begin : begin + len(wanted)] == wanted:
            continue  # the listed tiers have found it
        if (end - start) * 2 < needed or (simple and end - start < needed) or _coverage(hits[start:end]) < needed:
            continue
        window = _measured(text, language, pattern, hits[start:end])
        if not window or window[0].place != first.place or window[0].at != first.at:
            continue
        chosen = _assign(window, window[0])
        if sum(hit.covers for hit in chosen) >= needed and not _is_verbatim(chosen, pattern):
            yield tuple(chosen)


def _coverage(hits: Sequence[Hit]) -> int:
    return len({hit.at for hit in hits} | {hit.at + 1 for hit in hits if hit.covers == 2})


def _measured(text: Text, language: Language, pattern: Pattern, hits: Sequence[Hit]) -> list[Hit]:
    """The hits with their edits counted; those that are too far away are left out."""
    if len(pattern.words) == 1 and not any(hit.edits for hit in hits):
        return []
    measured = []
    for hit in hits:
        if hit.edits != UNMEASURED:
            measured.append(hit)
            continue
        wanted = pattern.words[hit.at]
        limit = min(allowed_in_word(wanted), pattern.edits)
        edits = word_distance(text.words[hit.place], wanted, limit, language)
        if edits <= limit:
            measured.append(replace(hit, edits=edits))
    return measured


def _assign(window: Sequence[Hit], first: Hit) -> list[Hit]:
    """One hit for each position of the pattern and each token: best placed first, then cheapest."""
    chosen: list[Hit] = [first]
    taken = {first.at} | ({first.at + 1} if first.covers == 2 else set())
    used = set(range(first.place, first.last + 1))
    for hit in sorted(window, key=lambda one: _misfit(one, first)):
        positions = {hit.at} | ({hit.at + 1} if hit.covers == 2 else set())
        places = set(range(hit.place, hit.last + 1))
        if hit is not first and not positions & taken and not places & used:
            chosen.append(hit)
            taken |= positions
            used |= places
    return sorted(chosen, key=lambda one: one.place)


def _misfit(hit: Hit, first: Hit) -> tuple[int, int, int]:
    """How far a hit stands from where the pattern has its word, seen from the first hit; then what it costs."""
    shift = (hit.place - first.place) - (hit.at - first.at)
    return abs(shift), hit.edits + 2 * hit.shortened, hit.place


def _is_verbatim(chosen: Sequence[Hit], pattern: Pattern) -> bool:
    """Whether nothing differs: the listed tiers have found it."""
    return (
        len(chosen) == len(pattern.words)
        and all(hit.edits == 0 and not hit.shortened for hit in chosen)
        and [hit.at for hit in chosen] == list(range(len(pattern.words)))
        and chosen[-1].last - chosen[0].place == len(pattern.words) - 1
    )
