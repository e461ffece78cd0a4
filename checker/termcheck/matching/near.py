"""Words that stand for a word of the glossary although letters differ.

Candidates come from a symmetric-delete index over word prefixes (the SymSpell idea, W. Garbe, 2012); they are verified
with the optimal string alignment distance, in which a transposition is one edit.
"""

from collections import defaultdict
from collections.abc import Iterable

from termcheck.languages.affixes import LONGEST_WORD, is_letters
from termcheck.languages.language import Language

_PREFIX = 6


def allowed_in_word(word: str) -> int:
    """Edits allowed inside one word: none below 4 letters, one below 8, else two."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


class NearWords:
    """The words of a glossary, to be found from misspelt ones."""

    def __init__(self, words: Iterable[str]) -> None:
        """Index the words by the deletions of their prefixes."""
        self._index: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if is_letters(word) and len(word) <= LONGEST_WORD:
                for shortened in _deletions(word, allowed_in_word(word)):
                    self._index[shortened].append(word)

    def find(self, word: str, slack: int = 0) -> list[str]:
        """The glossary's words that may be within their bounds of ``word``, sorted, never itself: measure them.

        ``slack``: letters at the end that may differ besides, since both words may have endings.
        """
        if not 3 <= len(word) <= LONGEST_WORD or not (word.isalnum() or is_letters(word)):
            return []
        index = self._index
        shared = _deletions(word, 2 if len(word) >= 6 else 1) & index.keys()
        found = {candidate for shortened in shared for candidate in index[shortened]}
        found.discard(word)
        return sorted(candidate for candidate in found if _may_be_near(word, candidate, slack))


def _may_be_near(word: str, candidate: str, slack: int) -> bool:
    """A cheap bound: an edit changes the length by one at most and replaces one letter by another at most."""
    limit = allowed_in_word(candidate) + slack
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
    for stem, other in language.stem_pairs(word, wanted):
        within = min(best - 1, allowed_in_word(other), limit)
        if within > 0 and abs(len(stem) - len(other)) <= within:
            edits = edit_distance(stem, other, within)
            best = edits if 0 < edits <= within else best
    return best


def edit_distance(one: str, other: str, limit: int) -> int:
    """Optimal string alignment distance; ``limit`` + 1 where it is larger."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other, score_cutoff=limit))


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
