"""What counts as found, and as falsely accepted.

A planted form is **found** where a hit of its concept covers it by half: what the two share is at least half of the
longer one. Of termcheck any mention is a hit, in whichever role and with whichever confidence; an approved form makes a
mention and no finding. A decoy is **accepted** where, in the same sense, a hit of the concept that it only looks like
covers it. Peers are judged in the same way; they get what termcheck gets: the rows of the glossary.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from bench.decoys import DECOYS, LISTED_DECOY
from bench.planting import Plant
from bench.variants import VARIANTS

Hit = tuple[str, int, int]
"""(concept, start, end)."""
GATED_DECOYS = ("other concept", "other head", "other number", "other place", LISTED_DECOY)
"""The decoys of the gate: other concept, other number, other place."""
TYPOS = ("1 edit", "2 edits")
WORDS = ("word dropped", "word added")


class Count(Struct, frozen=True):
    """Of so many planted forms, how many were found (or, decoys, accepted)."""

    hit: int = 0
    of: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.hit + other.hit, self.of + other.of)

    @property
    def share(self) -> float:
        """0 to 1; 0 where nothing was planted."""
        return self.hit / self.of if self.of else 0.0


class Score(Struct, frozen=True):
    """How a matcher did on planted texts."""

    by_form: dict[str, Count]
    others: int = 0
    """Hits that cover nothing planted by half."""
    characters: int = 0

    def total(self, forms: Iterable[str]) -> Count:
        """The sum over classes."""
        return sum((self.by_form[form] for form in forms if form in self.by_form), Count())

    @property
    def variants(self) -> Count:
        """Over all classes of the gate."""
        return self.total(VARIANTS)

    @property
    def decoys(self) -> Count:
        """Over the decoys of the gate."""
        return self.total(GATED_DECOYS)

    @property
    def all_decoys(self) -> Count:
        """Over every class of decoys."""
        return self.total((*DECOYS, LISTED_DECOY))


def score(planted: Sequence[Sequence[Plant]], hits: Sequence[Iterable[Hit]], characters: int = 0) -> Score:
    """Judge the hits of each article by what is planted in it."""
    counts: defaultdict[str, Count] = defaultdict(Count)
    others = 0
    for plants, found in zip(planted, hits, strict=True):
        unexplained = set(found)
        for plant in plants:
            covering = {hit for hit in unexplained if covers(hit, plant)}
            is_hit = any(hit[0] == plant.concept for hit in covering)
            counts[plant.form] += Count(int(is_hit), 1)
            unexplained -= covering
        others += len(unexplained)
    return Score(dict(counts), others, characters)


def covers(hit: Hit, plant: Plant) -> bool:
    """Whether what they share is at least half of the longer one."""
    shared = min(hit[2], plant.end) - max(hit[1], plant.start)
    return 2 * shared >= max(hit[2] - hit[1], plant.end - plant.start)
