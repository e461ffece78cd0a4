"""What the parts of source terms mean: by the table of the language, and as the other concepts render them.

Where 网络 stands in source terms, English terms have "cyber", "network" or "internet": such a word may be added to, or
stand in, the name of a concept whose source term holds 网络.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from termcheck.matching.unlisted.compiled import PartRecord

PART = "="
"""What the lemma of a part of a source term begins with."""
NOTHING: frozenset[str] = frozenset()


class Licence:
    """Parts of source terms and the words that render them."""

    def __init__(self, parts: Callable[[str], Sequence[str]], record: Callable[[str], PartRecord | None]) -> None:
        """``parts``: of the source terms of a concept; ``record``: what renders a part."""
        self._parts = parts
        self._record = record
        self._strict: dict[str, dict[str, frozenset[str]]] = {}
        self._all: dict[str, dict[str, frozenset[str]]] = {}

    def parts(self, concept: str, lemma: str) -> frozenset[str]:
        """The parts of a concept's source term that a word renders."""
        if lemma[0] == PART:
            return frozenset({lemma[1:]})
        known = self._strict.get(concept)
        return (self.of(concept) if known is None else known).get(lemma, NOTHING)

    def may_add(self, concept: str, lemma: str) -> frozenset[str]:
        """The parts of a concept's source term that a word renders, alone or as one of several words."""
        if lemma[0] == PART:
            return frozenset({lemma[1:]})
        known = self._all.get(concept)
        return (self.longer(concept) if known is None else known).get(lemma, NOTHING)

    def of(self, concept: str) -> Mapping[str, frozenset[str]]:
        """Word -> parts of the concept's source term that it renders, by the table or in other concepts."""
        known = self._strict.get(concept)
        if known is None:
            known = self._strict[concept] = self._gather(concept, lambda record: record.words)
        return known

    def longer(self, concept: str) -> Mapping[str, frozenset[str]]:
        """Word -> parts of the concept's source term that it renders, alone or as one of several words."""
        known = self._all.get(concept)
        if known is None:
            known = self._all[concept] = self._gather(concept, lambda record: (*record.words, *record.longer))
        return known

    def words(self, part: str) -> Sequence[str]:
        """What renders a part alone."""
        record = self._record(part)
        return (*record.words, *record.shown) if record is not None else ()

    def _gather(self, concept: str, words: Callable[[PartRecord], Iterable[str]]) -> dict[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for part in self._parts(concept):
            record = self._record(part)
            if record is not None:
                for word in words(record):
                    found[word].add(part)
                for word, taught in record.shown.items():
                    if taught and (len(taught) > 1 or taught[0] != concept):  # none stands there twice
                        found[word].add(part)
        return {word: frozenset(parts) for word, parts in found.items()}

    def share_said(self, concept: str, lemmas: Iterable[str]) -> float:
        """Share of the parts of a concept's source term that some words render, of those of which a word is known."""
        known = frozenset().union(*self.of(concept).values())
        said = frozenset().union(*(self.parts(concept, lemma) for lemma in lemmas))
        return len(said) / len(known) if known else 1.0

    def teachers(self, part: str, lemma: str) -> Sequence[str]:
        """The concepts that teach that a word renders a part; none where the table has it."""
        record = self._record(part)
        if lemma[0] == PART or record is None or lemma in record.words:
            return ()
        return record.shown.get(lemma, ())
