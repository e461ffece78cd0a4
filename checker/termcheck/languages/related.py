"""English words of like meaning and words of one family, as WordNet has them."""

from functools import lru_cache

import msgspec

from termcheck.languages.wordlist import first_line, mapped

_FILE = "en.related.txt"


class Related(msgspec.Struct, frozen=True):
    """The words related to one word; no word stands in two of the sets, nor the word itself in any."""

    synonyms: frozenset[str] = frozenset()
    """Words of the same meaning in one of its first four senses as a noun, verb or adjective."""
    derivations: frozenset[str] = frozenset()
    """Words that it is derived from or that are derived from it: management of manage, national of nation."""
    synonym_of: frozenset[str] = frozenset()
    """Words that have it among their synonyms, where it has not them among its own."""


_NOTHING = Related()


@lru_cache(maxsize=10_000)
def related_words(word: str) -> Related:
    """What is related to an English word in its base form, in lower case; nothing for a word that is not listed.

    Derivations go both ways. Synonyms do not: a word's rarer senses are left out, so that of two words either may
    list the other. Whoever does not care has ``synonym_of`` as well.

    >>> sorted(related_words("office").synonyms & {"agency", "bureau", "ministry"})
    ['agency', 'bureau']
    >>> sorted(related_words("management").derivations)
    ['manage', 'managerial']
    """
    if "|" in word:
        return _NOTHING
    wanted = f"{word}|".encode(errors="replace")
    line = first_line(mapped(_FILE), wanted)
    if not line.startswith(wanted):
        return _NOTHING
    _, *related = line.decode().split("|")
    return Related(*(frozenset(words.split()) for words in related))
