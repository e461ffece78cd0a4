"""What the screen looks words up in: a few words of each pattern, and which patterns they are of."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from termcheck.languages.folding import strip_accents
from termcheck.languages.language import Language
from termcheck.matching.pattern_table import PatternTable
from termcheck.matching.patterns import Pattern, is_fuzzy, joined_words
from termcheck.matching.screen.near_words import NearWords
from termcheck.matching.word_keys import WordKeys

DROPPABLE_FROM = 4
"""From this number of content words on, one may be missing."""


class Tables:
    """Ids of the words that are looked for, and the patterns that they speak for. Never changed once all are added."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.words: list[str] = []
        """By id."""
        self.ids: dict[str, int] = {}
        self.keys: dict[str, list[int]] = {}
        """Key of inflection -> ids of the words that it may be a form of."""
        self.singles: dict[int, list[int]] = {}
        """Id -> patterns that may stand wherever the word does."""
        self.pairs: dict[int, list[int]] = {}
        """``pair_key`` of two ids -> patterns that may stand where the two words are near each other, in any order."""
        self.ordered: dict[int, list[int]] = {}
        """First id << 32 | second id -> the same for patterns whose words are never moved."""
        self.apart = array("I")
        """Of each pattern, by how many words that carry meaning two of its words can lie apart in a text."""
        self.joined: dict[str, list[int]] = {}
        """Two neighbouring words of patterns written as one -> those patterns."""
        self.plain: dict[str, list[int]] = {}
        """Words without their accents -> ids of those that have them."""
        self.initials: dict[str, str] = {}
        """First letter -> the words of fuzzy patterns, one a line, with a line end before each and after the last."""
        self.characters: dict[str, list[tuple[int, int]]] = {}
        """Token -> (pattern, position), for the rarest token of each pattern that is compared by character."""
        self.by_character: list[int] = []
        """The patterns that are compared by character."""
        self.near = NearWords([], [])

    def id_of(self, word: str) -> int:
        """The id of a word, given to it now if it has none."""
        known = self.ids.get(word)
        if known is None:
            known = self.ids[word] = len(self.words)
            self.words.append(word)
        return known

    def add(self, ids: Sequence[int], number: int, *, is_ordered: bool) -> None:
        """Let one word, or two near each other, speak for a pattern."""
        if len(ids) == 1:
            self.singles.setdefault(ids[0], []).append(number)
        elif is_ordered:
            self.ordered.setdefault(ids[0] << 32 | ids[1], []).append(number)
        else:
            self.pairs.setdefault(pair_key(ids[0], ids[1]), []).append(number)

    def spoken_for(self, one: int, other: int) -> Iterator[int]:
        """Patterns that may stand where one word stands not far before another."""
        yield from self.ordered.get(one << 32 | other, ())
        yield from self.pairs.get(pair_key(one, other), ())


def pair_key(one: int, other: int) -> int:
    """The key of two ids in any order."""
    return one << 32 | other if one < other else other << 32 | one


def make_tables(patterns: PatternTable, language: Language, keys: WordKeys, frequency: Mapping[str, int]) -> Tables:
    """The tables of all patterns of a language; ``frequency`` counts their words."""
    tables = Tables()
    found: dict[str, set[int]] = defaultdict(set)
    fuzzy: set[int] = set()
    for number, pattern in enumerate(patterns):
        tables.apart.append(_apart(pattern))
        if pattern.by_character:
            tables.by_character.append(number)
            anchor = pattern.words.index(min(pattern.words, key=frequency.__getitem__))
            tables.characters.setdefault(pattern.words[anchor], []).append((number, anchor))
            patterns.anchors.append(anchor)
            continue
        groups = _groups(pattern, language, frequency)
        patterns.anchors.append(groups[0][0])
        is_ordered = not (is_fuzzy(pattern) and language.moves_words and len(pattern.content) > 2)
        for group in groups:
            ids = [tables.id_of(pattern.words[at]) for at in group]
            tables.add(ids, number, is_ordered=is_ordered)
            for at, one in zip(group, ids, strict=True):
                for key in keys.of_pattern(pattern, at):
                    found[key].add(one)
        if is_fuzzy(pattern):
            fuzzy.update(tables.id_of(pattern.words[at]) for at in pattern.content)
            for word in dict.fromkeys(word for word, _ in joined_words(pattern)):
                tables.joined.setdefault(word, []).append(number)
    for one in fuzzy:
        for key in language.term_inflections(tables.words[one], verb=False):
            found[key].add(one)
    tables.keys = {key: sorted(ids) for key, ids in found.items()}
    _index_fuzzy(tables, sorted(fuzzy))
    return tables


def _apart(pattern: Pattern) -> int:
    """By how many words that carry meaning two of a pattern's words can lie apart in a text.

    One word may be added, but not to two: then another would be a term. Or words in between are written as two each.
    What carries no meaning in the pattern may do so in the text, where it is misspelt or inflected.
    """
    content = len(pattern.content)
    between = content - 1 if content < 3 else max(2 * content - 3, content)
    return between + len(pattern.words) - content + sum(not word.isascii() for word in pattern.words)


def _groups(pattern: Pattern, language: Language, frequency: Mapping[str, int]) -> Sequence[tuple[int, ...]]:
    """Positions of a pattern, one or two a group: wherever a form of it stands, all words of one group do.

    All content words must be there, or all but one of four and more; then one of two groups is left whole. Words that
    carry no meaning are everywhere, so they are never looked for where there is another.
    """
    real = [at for at in pattern.content if pattern.words[at] not in language.function_words]
    rarest = sorted(
        real or range(len(pattern.words)), key=lambda at: (frequency[pattern.words[at]], -len(pattern.words[at]), at)
    )
    if len(real) < 2:
        return [(rarest[0],)]
    if len(pattern.content) < DROPPABLE_FROM:
        return [_in_order(rarest[0], rarest[1])]
    return [_in_order(rarest[0], rarest[3]), _in_order(rarest[1], rarest[2])]


def _in_order(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _index_fuzzy(tables: Tables, fuzzy: Sequence[int]) -> None:
    """Ways to find the words of fuzzy patterns that are not written as they should be."""
    tables.near = NearWords(tables.words, fuzzy)
    initials: dict[str, list[str]] = defaultdict(list)
    for one in fuzzy:
        word = tables.words[one]
        initials[word[:1]].append(word)
        if not word.isascii() and strip_accents(word) != word:
            tables.plain.setdefault(strip_accents(word), []).append(one)
    tables.initials = {initial: "\n" + "\n".join(sorted(words)) + "\n" for initial, words in initials.items()}
