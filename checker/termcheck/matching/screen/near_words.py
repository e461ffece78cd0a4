"""Words of the glossary that may be meant by misspelt ones.

A symmetric-delete index over word prefixes (the SymSpell idea, W. Garbe, 2012), as one sorted array of hashes, with a
Bloom filter before it: most keys of most words are not there.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from zlib import crc32

from termcheck.languages.affixes import LONGEST_WORD, is_letters
from termcheck.matching.near import allowed_in_word, deletion_keys, may_be_near, misspelt_keys
from termcheck.matching.relations import can_be_misspelt

_BITS_A_KEY = 16
_MASK = 0xFFFFFFFF


class NearWords:
    """Some words, by id, to be found from misspelt ones."""

    def __init__(self, words: Sequence[str], ids: Iterable[int]) -> None:
        """Index the words that have these ids."""
        self._words = words
        hashes = [
            hash_of(key) << 32 | one
            for one in ids
            if is_letters(words[one]) and len(words[one]) <= LONGEST_WORD
            for key in deletion_keys(words[one])
        ]
        self._entries = array("Q", sorted(hashes))
        self._bits = 1 << max(10, (_BITS_A_KEY * len(hashes)).bit_length())
        bloom = bytearray(self._bits >> 3)
        for entry in self._entries:
            bit = entry >> 32 & self._bits - 1
            bloom[bit >> 3] |= 1 << (bit & 7)
        self._bloom = bytes(bloom)

    def find(self, word: str, slack: int) -> list[int]:
        """Ids of the words that may be within their bounds of ``word``, never itself: measure them.

        ``slack``: letters at the end that may differ besides, since both words may have endings.
        """
        if not self._entries or not can_be_misspelt(word):
            return []
        bloom, entries, mask = self._bloom, self._entries, self._bits - 1
        found = set()
        for key in misspelt_keys(word):
            hashed = crc32(key.encode("utf-8", "surrogatepass"))
            bit = hashed & mask
            if bloom[bit >> 3] >> (bit & 7) & 1:
                at = bisect_left(entries, hashed << 32)
                while at < len(entries) and entries[at] >> 32 == hashed:
                    found.add(entries[at] & _MASK)
                    at += 1
        words = self._words
        return [
            one
            for one in sorted(found)
            if words[one] != word and may_be_near(word, words[one], allowed_in_word(words[one]) + slack)
        ]


def hash_of(key: str) -> int:
    """The hash under which a key is kept, the same in every process."""
    return crc32(key.encode("utf-8", "surrogatepass"))
