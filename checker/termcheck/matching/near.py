"""Words that stand for a word of the glossary although letters differ.

Candidates come from a symmetric-delete index over word prefixes (the SymSpell idea, W. Garbe, 2012); they are verified
with the optimal string alignment distance, in which a transposition is one edit.
"""

from termcheck.languages.affixes import common_prefix
from termcheck.languages.distance import distance
from termcheck.languages.language import Language
from termcheck.lazy import Pattern

_PREFIX = 6
_CONJUNCT = Pattern("[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca](?=[\u0900-\u0dff])(.)")
"""A consonant under another one, in the scripts of India but Tamil, whose dot only takes the vowel away."""
_JOINED = 0xF0000
"""Added to a consonant, a character of private use that stands for it as the later part of a conjunct."""


def allowed_in_word(word: str, *, is_wide: bool = False) -> int:
    """Edits allowed inside one word: none below 4 letters, one below 8, else two; ``is_wide``: two from 4 on.

    Of two edits in four letters both words have three letters in common, in their order: ``share_deletion``.
    """
    return 0 if len(word) < 4 else 1 if len(word) < 8 and not is_wide else 2


def missing_letters(word: str, *, is_wide: bool = False) -> int:
    """How many letters the keys of a word of the glossary may lack: two are half of a word of four."""
    return min(allowed_in_word(word, is_wide=is_wide), 1 if len(word) < 5 else 2)


def tells_words(language: Language) -> bool:
    """Whether a word that a language does not know is hardly one: its words are listed, and have few endings."""
    return language.has_words and not language.longest_ending


def is_wide(language: Language, word: str) -> bool:
    """Whether a word of a text can hardly be one, so that two edits are allowed in short words."""
    return tells_words(language) and not language.is_word(word)


def deletion_keys(word: str, *, is_wide: bool = False) -> set[str]:
    """Keys under which a word of the glossary is found from misspelt ones; none where it is too short."""
    return {key for one in _readings(word) for key in _deletions(one, missing_letters(word, is_wide=is_wide))}


def misspelt_keys(word: str, *, is_wide: bool = False) -> set[str]:
    """Keys that a misspelt word shares with each word of the glossary that may be meant."""
    most = 2 if len(word) >= (5 if is_wide else 6) else 1
    return {key for one in _readings(word) for key in _deletions(one, most)}


def share_deletion(word: str, target: str, *, is_wide: bool = False) -> bool:
    """Whether a word may be found misspelt for a word of the glossary."""
    return not misspelt_keys(word, is_wide=is_wide).isdisjoint(deletion_keys(target, is_wide=is_wide))


def may_be_near(word: str, candidate: str, limit: int) -> bool:
    """A cheap bound on the edits between two words, one reading of a consonant under another or the other."""
    return _may_be_near(word, candidate, limit) or (
        is_indic(word) and _may_be_near(_joined(word), _joined(candidate), limit)
    )


def _may_be_near(word: str, candidate: str, limit: int) -> bool:
    """A cheap bound: an edit changes the length by one at most and replaces one letter by another at most."""
    if abs(len(word) - len(candidate)) > limit:
        return False
    rest = candidate
    strange = 0
    for letter in word:
        if letter in rest:
            rest = rest.replace(letter, "", 1)
        else:
            strange += 1
    return strange <= limit and len(rest) <= limit


def word_distance(word: str, wanted: str, limit: int, language: Language) -> int:
    """Edits between two words, or between what stands before endings that one word can have; ``limit`` + 1 for more."""
    best = edit_distance(word, wanted, limit)
    counts_letters = not is_indic(word)
    for stem, other in language.stem_pairs(word, wanted):
        if counts_letters and abs(len(stem) - len(other)) > limit:
            continue
        within = min(best - 1, allowed_in_word(other), limit)
        if within > 0 and abs(len(_joined(stem)) - len(_joined(other))) <= within:
            edits = edit_distance(stem, other, within)
            best = edits if 0 < edits <= within else best
    return best


def edit_distance(one: str, other: str, limit: int) -> int:
    """Optimal string alignment distance; ``limit`` + 1 where it is larger. A consonant under another is one letter.

    With a limit of two, ``swapped_around`` counts as two.
    """
    edits = distance(one, other, limit)
    if edits < 2:
        return edits
    if edits > limit == 2 and swapped_around(one, other):
        return 2
    return min(edits, distance(_joined(one), _joined(other), limit)) if is_indic(one) else edits


def swapped_around(one: str, other: str) -> bool:
    """Whether two letters are swapped and one is added or missing between them: two edits, but three for the distance.

    >>> swapped_around("vindication", "vinditcion"), swapped_around("abc", "abcd")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1:
        return False
    start = common_prefix(short, long)
    end = common_prefix(short[::-1], long[::-1])
    short, long = short[start : len(short) - end], long[start : len(long) - end]
    return len(short) == 2 and len(long) == 3 and short == long[2] + long[0]


def is_indic(word: str) -> bool:
    """Whether a word is in a script of India, where one consonant may stand under another."""
    return "\u0900" <= word[:1] <= "\u0dff"


def _readings(word: str) -> set[str]:
    return {word, _joined(word)}


def _joined(word: str) -> str:
    """The word with a single character for each consonant that stands under another one."""
    return _CONJUNCT.sub(lambda match: chr(_JOINED + ord(match[1])), word) if is_indic(word) else word


def _deletions(word: str, most: int) -> set[str]:
    """The word's prefix, and what is left of it without any ``most`` letters."""
    if not most:
        return set()
    prefix = word[:_PREFIX]
    found = {prefix}
    latest = [(prefix, 0)]
    for _ in range(most):
        latest = [(rest[:at] + rest[at + 1 :], at) for rest, first in latest for at in range(first, len(rest))]
        found.update([rest for rest, _ in latest])
    found.discard("")
    return found
