"""Words of the glossary that may be meant by misspelt ones.

A symmetric-delete index over word prefixes (the SymSpell idea, W. Garbe, 2012), as one sorted array of hashes, with a
Bloom filter before it: most keys of most words are not there.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from zlib import crc32

from termcheck.columns import Columns
from termcheck.languages.affixes import LONGEST_WORD, is_letters
from termcheck.matching.near import (
    allowed_in_word,
    deletion_keys,
    is_indic,
    may_be_near,
    missing_letters,
    misspelt_keys,
)
from termcheck.matching.relations import can_be_misspelt

_BITS_A_KEY = 16
_MASK = 0xFFFFFFFF
_MANY = 500_000
"""Numbers from which on loading numpy to sort them is worth it."""
ALLOWED, MISSING = (
    tuple(bytes(most(" " * length, is_wide=is_wide) for length in range(256)) for is_wide in (False, True))
    for most in (allowed_in_word, missing_letters)
)
"""By length of a word of the glossary, ``allowed_in_word``, ``missing_letters``: for words, and what is hardly one."""


def pack_near_words(words: Sequence[str], ids: Iterable[int], *, is_wide: bool) -> dict[str, "bytes | array[int]"]:
    """Columns for the words that have these ids; ``is_wide``: to be found from what is hardly a word, too."""
    hashes = array("Q")
    for one in ids:
        if is_letters(words[one]) and len(words[one]) <= LONGEST_WORD:
            keys = deletion_keys(words[one], is_wide=is_wide)
            hashes.extend(crc32(key.encode("utf-8", "surrogatepass")) << 32 | one for key in keys)
    bits = 1 << max(10, (_BITS_A_KEY * len(hashes)).bit_length())
    bloom = bytearray(bits >> 3)
    for entry in hashes:
        bit = entry >> 32 & bits - 1
        bloom[bit >> 3] |= 1 << (bit & 7)
    return {
        "near.entries": _sorted(hashes),
        "near.bloom": bytes(bloom),
        "near.lengths": bytes(min(len(word), 255) for word in words),
        "near.letters": array("Q", map(letter_bits, words)),
    }


def _sorted(numbers: "array[int]") -> "array[int]":
    """The numbers in order; of many, numpy makes no objects."""
    if len(numbers) < _MANY:
        return array("Q", sorted(numbers))
    import numpy as np

    np.frombuffer(numbers, np.uint64).sort()
    return numbers


def letter_bits(word: str) -> int:
    """The letters of a word as bits, of which several letters may share one."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 63)
    return found


class NearWords:
    """Some words, by id, to be found from misspelt ones."""

    def __init__(self, columns: Columns, words: Sequence[str]) -> None:
        """Take what ``pack_near_words`` made, and all words by id."""
        self._words = words
        self.entries = columns.numbers("near.entries", "Q")
        """Hash of a key << 32 | id, sorted."""
        self.bloom = columns.numbers("near.bloom", "B")
        """Bits of these hashes."""
        self.lengths = columns.bytes("near.lengths")
        """Of all words, by id; 255 for more."""
        self.letters = columns.numbers("near.letters", "Q")
        """Of all words, by id: their letters as bits."""

    def find(self, word: str, slack: int, *, is_wide: bool = False) -> list[int]:
        """Ids of the words that may be within their bounds of ``word``, never itself: measure them.

        ``slack``: letters at the end that may differ besides, since both words may have endings. ``is_wide``: it is
        hardly a word.
        """
        if not len(self.entries) or not can_be_misspelt(word):
            return []
        bloom, entries, mask = self.bloom, self.entries, 8 * len(self.bloom) - 1
        found = set()
        for key in misspelt_keys(word, is_wide=is_wide):
            hashed = crc32(key.encode("utf-8", "surrogatepass"))
            bit = hashed & mask
            if bloom[bit >> 3] >> (bit & 7) & 1:
                at = bisect_left(entries, hashed << 32)
                while at < len(entries) and entries[at] >> 32 == hashed:
                    found.add(entries[at] & _MASK)
                    at += 1
        allowed, lengths = ALLOWED[is_wide], self.lengths
        near = ((one, self._words[one]) for one in sorted(self._alike(word, found, slack, allowed)))
        return [one for one, full in near if full != word and may_be_near(word, full, allowed[lengths[one]] + slack)]

    def _alike(self, word: str, ids: Iterable[int], slack: int, allowed: bytes) -> Iterable[int]:
        """Those of some words that have about as many letters, and about the same ones."""
        if is_indic(word):
            return ids  # what one reading counts as several letters is one in another
        size, letters = len(word), letter_bits(word)
        lengths, letters_of = self.lengths, self.letters
        return [
            one
            for one in ids
            if abs(size - lengths[one]) <= (most := allowed[lengths[one]] + slack)
            and (letters & ~letters_of[one]).bit_count() <= most >= (letters_of[one] & ~letters).bit_count()
        ]
