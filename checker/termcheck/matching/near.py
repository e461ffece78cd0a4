"""Words that stand for a word of the glossary although letters differ.

Candidates come from a symmetric-delete index over word prefixes (the SymSpell idea, W. Garbe, 2012); they are verified
with the optimal string alignment distance, in which a transposition is one edit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

_PREFIX = 7
_LONGEST = 64
"""Longer tokens are no words and are not compared."""


def allowed_in_word(word: str) -> int:
    """Edits allowed inside one word: none below 4 letters, one below 8, else two."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


class NearWords:
    """The words of a glossary, to be found from misspelt ones."""

    def __init__(self, words: Iterable[str]) -> None:
        """Index the words by the deletions of their prefixes."""
        self._index: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if word.isalpha() and len(word) <= _LONGEST:
                for shortened in _deletions(word, allowed_in_word(word)):
                    self._index[shortened].append(word)

    def find(self, word: str) -> list[tuple[str, int]]:
        """The glossary's words within their bounds of ``word``, with the distance, nearest first; never itself."""
        if not 3 <= len(word) <= _LONGEST or not word.isalpha():
            return []
        candidates = {
            candidate
            for shortened in _deletions(word, 2 if len(word) >= 6 else 1)
            for candidate in self._index.get(shortened, ())
            if abs(len(candidate) - len(word)) <= allowed_in_word(candidate)
        }
        candidates.discard(word)
        found = []
        for candidate in sorted(candidates):
            distance = edit_distance(word, candidate, allowed_in_word(candidate))
            if distance <= allowed_in_word(candidate):
                found.append((candidate, distance))
        return sorted(found, key=lambda pair: pair[1])


def edit_distance(one: str, other: str, limit: int) -> int:
    """Optimal string alignment distance; ``limit`` + 1 where it is larger."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other, score_cutoff=limit))


def _deletions(word: str, most: int) -> Iterator[str]:
    if not most:
        return
    prefix = word[:_PREFIX]
    for count in range(most + 1):
        if count >= len(prefix):
            break
        for kept in combinations(prefix, len(prefix) - count):
            yield "".join(kept)
