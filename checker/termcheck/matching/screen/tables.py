"""What the screen looks words up in: a few words of each pattern, and which patterns they are of."""

from array import array
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from zlib import crc32

from termcheck.columns import Columns, Lists, WordLists, Words, pack_lists
from termcheck.matching.screen.near_words import NearWords

CONTENT = 1
"""Marks a word that is a content word of a fuzzy pattern."""
SPREAD = 0x9E3779B1
"""Multiplier of ``pair_place``."""
_BITS_A_PAIR = 16
IN_PAIRS = 2
"""Marks a word that speaks for a pattern beside another."""


class Tables:
    """Words that are looked for, by id, and the patterns that they speak for."""

    def __init__(self, columns: Columns) -> None:
        """Take what was compiled; most is only looked into where it lies."""
        self._columns = columns
        self.words = Words(columns, "words")
        """By id, and the other way round."""
        self.kinds = columns.bytes("word_kinds")
        """By id: ``CONTENT`` and ``IN_PAIRS``."""
        self.keys = WordLists(columns, "keys")
        """Key of inflection -> ids of the words that it may be a form of."""
        self.singles = Lists(columns, "singles")
        """Id -> patterns that may stand wherever the word does."""
        self.sizes = columns.numbers("sizes")
        """Of each pattern, how many words it has."""
        self.pairs = Pairs(columns, "pairs")
        """``pair_key`` of two ids -> patterns that may stand where the two words are near each other, in any order."""
        self.ordered = Pairs(columns, "ordered")
        """First id << 32 | second id -> the same for patterns whose words are never moved."""
        self.pair_bits = columns.numbers("pair_bits", "B")
        """A set bit for each pair in the order of a text, at its ``pair_place``: most of two words are no pair."""
        self.apart = columns.numbers("apart")
        """Of each pattern, by how many words that carry meaning two of its words can lie apart in a text."""
        self.marks = columns.bytes("marks").decode("utf-8", "surrogatepass")
        """What stands between words of patterns, other than spaces."""
        self.contents = Lists(columns, "contents")
        """Of each fuzzy pattern of three content words and more, their ids: wherever a form of it stands, three do."""
        self.told = Lists(columns, "told")
        """Of each pattern that is told as listed, the ids of its content words."""
        self.told_at = columns.numbers("told_at", "B")
        """Of each of these, its position in the pattern."""
        self.joined = WordLists(columns, "joined")
        """Two neighbouring words of patterns written as one -> those patterns."""
        self.plain = WordLists(columns, "plain")
        """Words without their accents -> ids of those that have them."""
        self.initials = WordLists(columns, "initials")
        """First letter -> ids of the content words of fuzzy patterns, in the order of the words."""
        self.characters = WordLists(columns, "characters")
        """Token -> pattern, position, check of its last token, pattern, ..., for the rarest token of each that is
        compared by character."""
        self.by_character = columns.numbers("by_character")
        """The patterns that are compared by character."""
        self.content: Container[str] = _Content(self.words, self.kinds)
        """The content words of fuzzy patterns."""

    @cached_property
    def near(self) -> NearWords:
        """Those words to be found from misspelt ones."""
        return NearWords(self._columns, self.words)

    def let_go(self) -> None:
        """Hold nothing in memory that is in a file, until it is looked at again."""
        self._columns.let_go()

    def spoken_for(self, one: int, other: int) -> Iterator[int]:
        """Patterns that may stand where one word stands not far before another."""
        yield from self.ordered.get(one << 32 | other)
        yield from self.pairs.get(pair_key(one, other))


def check_of(token: str) -> int:
    """A number that hardly any other token has."""
    return crc32(token.encode("utf-8", "surrogatepass"))


def pair_place(one: int, other: int) -> int:
    """Where the bit of a word before another one is, modulo the number of bits."""
    return (one * SPREAD ^ other) * SPREAD >> 7


class Pairs:
    """Patterns by two words."""

    def __init__(self, columns: Columns, name: str) -> None:
        """Take what ``pack_pairs`` made under a name."""
        self.keys = columns.numbers(f"{name}.keys", "Q")
        """The two ids, the first one in the upper half, sorted."""
        self.lists = Lists(columns, name)
        """The patterns of each pair."""

    def get(self, key: int) -> Sequence[int]:
        """The patterns of a pair."""
        at = bisect_left(self.keys, key)
        return self.lists[at] if at < len(self.keys) and self.keys[at] == key else ()


class _Content:
    """Some of the words."""

    def __init__(self, words: Words, kinds: bytes) -> None:
        self._words = words
        self._kinds = kinds

    def __contains__(self, word: object) -> bool:
        """Whether it is one of them."""
        number = self._words.find(word) if isinstance(word, str) else -1
        return number >= 0 and bool(self._kinds[number] & CONTENT)


def pack_pairs(name: str, pairs: Mapping[int, Sequence[int]]) -> dict[str, "bytes | array[int]"]:
    """Columns for patterns by two words."""
    keys = sorted(pairs)
    return {f"{name}.keys": array("Q", keys), **pack_lists(name, [pairs[key] for key in keys])}


def pack_pair_bits(pairs: Iterable[int], ordered: Iterable[int]) -> bytes:
    """The bits of pairs, given by their keys."""
    places = [pair_place(one, other) for one, other in map(both, (*ordered, *pairs))]
    places += [pair_place(other, one) for one, other in map(both, pairs)]
    count = 1 << max(10, (_BITS_A_PAIR * len(places)).bit_length())
    bits = bytearray(count >> 3)
    for place in places:
        bits[(place & count - 1) >> 3] |= 1 << (place & 7)
    return bytes(bits)


def both(key: int) -> tuple[int, int]:
    """The two ids of a key."""
    return key >> 32, key & 0xFFFFFFFF


def pair_key(one: int, other: int) -> int:
    """The key of two ids in any order."""
    return one << 32 | other if one < other else other << 32 | one
