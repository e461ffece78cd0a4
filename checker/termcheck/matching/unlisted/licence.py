"""What the parts of source terms mean: by the table of the language, and as the other concepts render them.

Where 网络 stands in source terms, English terms have "cyber", "network" or "internet": such a word may be added to, or
stand in, the name of a concept whose source term holds 网络.
"""

from collections.abc import Callable, Iterable, Sequence

from termcheck.matching.unlisted.compiled import Renders, SourceParts
from termcheck.matching.unlisted.names import MOST_KEPT

PART = "="
"""What the lemma of a part of a source term begins with."""
NOTHING: frozenset[str] = frozenset()


class Licence:
    """Parts of source terms and the words that render them."""

    def __init__(self, parts: Callable[[str], SourceParts], renders: Callable[[str], Renders | None]) -> None:
        """``parts``: of the source terms of a concept; ``renders``: what a word renders."""
        self._parts = parts
        self._renders = renders
        self._strict: dict[tuple[str, str], frozenset[str]] = {}
        self._all: dict[tuple[str, str], frozenset[str]] = {}

    def parts(self, concept: str, lemma: str) -> frozenset[str]:
        """The parts of a concept's source term that a word renders."""
        known = self._strict.get((concept, lemma))
        return self._look_up(concept, lemma)[0] if known is None else known

    def may_add(self, concept: str, lemma: str) -> frozenset[str]:
        """The parts of a concept's source term that a word renders, alone or as one of several words."""
        known = self._all.get((concept, lemma))
        return self._look_up(concept, lemma)[1] if known is None else known

    def _look_up(self, concept: str, lemma: str) -> tuple[frozenset[str], frozenset[str]]:
        if len(self._strict) >= MOST_KEPT:
            self._strict.clear()
            self._all.clear()
        strict = loose = NOTHING
        if lemma[0] == PART:
            strict = loose = frozenset({lemma[1:]})
        elif (found := self._renders(lemma)) is not None:
            parts = self._parts(concept).parts
            strict = found.alone & parts
            if found.shown:
                strict |= {
                    part for part, taught in found.shown.items() if part in parts and taught_elsewhere(taught, concept)
                }
            loose = strict | (found.longer & parts) if found.longer else strict
        self._strict[concept, lemma], self._all[concept, lemma] = strict, loose
        return strict, loose

    def share_said(self, concept: str, lemmas: Iterable[str]) -> float:
        """Share of the parts of a concept's source term that some words render, of those of which a word is known."""
        known = self._parts(concept).sayable
        said = NOTHING.union(*(self.parts(concept, lemma) for lemma in lemmas))
        return len(said) / known if known else 1.0

    def teachers(self, part: str, lemma: str) -> Sequence[str]:
        """The concepts that teach that a word renders a part; none where the table has it."""
        found = self._renders(lemma)
        return () if found is None or part in found.alone else found.shown.get(part, ())


def taught_elsewhere(taught: Sequence[str], concept: str) -> bool:
    """Whether a concept other than this one is among the teachers; none stands there twice."""
    return bool(taught) and (len(taught) > 1 or taught[0] != concept)
