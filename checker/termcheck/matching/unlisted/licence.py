"""What the parts of source terms mean, learnt from the other concepts of the same glossary.

Where 网络 stands in source terms, English terms have "cyber", "network" or "internet": such a word may be added to, or
stand in, the name of a concept whose source term holds 网络.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

_LENGTHS = (2, 3, 4)
_LEAST = 2
"""Other concepts that must show it."""
_SHARE = 0.4
"""Of the concepts with the part, how many have the word; and more than twice as many as by chance."""
_MOST_PARTS = 24


class Licence:
    """Parts of source terms and the words that go with them."""

    def __init__(self, sources: Mapping[str, Iterable[str]], words: Mapping[str, frozenset[str]]) -> None:
        """Learn from source terms and rendered words by concept."""
        self._parts = {concept: _parts(terms) for concept, terms in sources.items()}
        self._words = words
        self._concepts: defaultdict[str, list[str]] = defaultdict(list)
        for concept, parts in self._parts.items():
            for part in parts:
                self._concepts[part].append(concept)
        self._frequency = Counter(word for found in words.values() for word in found)
        self._counted: dict[str, Sequence[tuple[str, int]]] = {}
        self._known: dict[str, dict[str, str]] = {}

    def of(self, concept: str) -> dict[str, str]:
        """Word -> part of the concept's source term that it renders in other concepts."""
        known = self._known.get(concept)
        if known is None:
            known = self._known[concept] = self._learn(concept)
        return known

    def _learn(self, concept: str) -> dict[str, str]:
        found: dict[str, str] = {}
        own = self._words.get(concept, frozenset())
        for part in sorted(self._parts.get(concept, ()), key=lambda one: (-len(one), one))[:_MOST_PARTS]:
            others = len(self._concepts[part]) - 1
            for word, count in self._often_with(part):
                elsewhere = count - (word in own)
                by_chance = self._frequency[word] / max(1, len(self._words))
                if elsewhere >= max(_LEAST, _SHARE * others) and elsewhere / others > 2 * by_chance:
                    found.setdefault(word, part)
        return found

    def _often_with(self, part: str) -> Sequence[tuple[str, int]]:
        """Words that may go with a part, and how many of its concepts have them."""
        known = self._counted.get(part)
        if known is None:
            concepts = self._concepts[part]
            least = max(_LEAST, _SHARE * (len(concepts) - 1))
            counts = Counter(word for concept in concepts for word in self._words.get(concept, ()))
            known = self._counted[part] = sorted((word, count) for word, count in counts.items() if count >= least)
        return known


def _parts(terms: Iterable[str]) -> frozenset[str]:
    """Stretches of Han characters, two to four long."""
    parts = (
        term[start : start + length] for term in terms for length in _LENGTHS for start in range(len(term) - length + 1)
    )
    return frozenset(part for part in parts if all("\u4e00" <= char <= "\u9fff" for char in part))
