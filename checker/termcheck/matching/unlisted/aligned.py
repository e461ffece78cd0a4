"""What corresponds in two names, and what can be said of it."""

from collections.abc import Iterator

from msgspec import Struct

from termcheck.lazy import Pattern
from termcheck.matching.unlisted.names import HOME, Token
from termcheck.matching.unlisted.similarity import COUNTRY, FORM, PART_OF, WORDNET, Likeness

_SAID = 0.4
"""Weight from which on a word is missed where it is left out."""
FEW = 2
SURE_LIKENESS = 0.95
"""Of words that are the same but for their form."""


class Pair(Struct, frozen=True):
    """A word of the text and the word of the term that it stands for."""

    text: Token
    term: Token
    likeness: Likeness


class Alignment(Struct, frozen=True):
    """What corresponds, what is left over, and the score."""

    score: float
    pairs: tuple[Pair, ...] = ()
    licensed: tuple[tuple[Token, str], ...] = ()
    """Added words that render a part of the source term, with that part."""
    heads_meet: bool = False
    left: tuple[Token, ...] = ()
    """Words of the term that nothing stands for."""
    added: tuple[Token, ...] = ()
    """Words of the text that stand for nothing."""

    @property
    def is_learnt(self) -> bool:
        """Whether it rests on correspondences that only the glossary shows."""
        return any(pair.likeness.is_learnt for pair in self.pairs)

    @property
    def head_likeness(self) -> float:
        """How alike the term's head is to what stands for it."""
        return max((pair.likeness.value for pair in self.pairs if pair.term.is_head), default=0.0)

    @property
    def is_reordered(self) -> bool:
        """Whether the words are the same, at least three of them, and only their order is another."""
        same = all(pair.likeness.value == 1 for pair in self.pairs)
        return same and self.score == 1 and len(self.pairs) > FEW

    @property
    def differs_by_home(self) -> bool:
        """Whether words and order are the same, but for the home country, which is there on one side only."""
        order = [pair.term.first for pair in self.pairs if pair.term.lemma != HOME]
        unpaired = {token.lemma for token in (*self.left, *self.added)}
        same = all(pair.likeness.value == 1 for pair in self.pairs)
        return same and not self.licensed and order == sorted(order) and unpaired == {HOME}

    @property
    def has_part(self) -> bool:
        """Whether a part of a known name stands for the whole of it: the Party."""
        return any(pair.likeness.why == PART_OF for pair in self.pairs)

    @property
    def is_only_shorter(self) -> bool:
        """Whether words are left out and none is replaced or added."""
        same = all(pair.likeness.value >= SURE_LIKENESS for pair in self.pairs)
        return same and not self.licensed and not self.names_home and any(token.weight >= _SAID for token in self.left)

    @property
    def names_home(self) -> bool:
        """Whether the home country is added, as it may be for "national"."""
        return any(token.lemma == HOME for token in self.added)

    @property
    def names_country(self) -> bool:
        """Whether the home country stands for a word like "national"."""
        return any(pair.likeness.why == COUNTRY for pair in self.pairs)

    @property
    def uses_dictionary(self) -> bool:
        """Whether a word corresponds by the dictionary alone, or is only made of the other."""
        return any(pair.likeness.why in (WORDNET, FORM) for pair in self.pairs)

    @property
    def has_other_head(self) -> bool:
        """Whether the head of two words is only made of the other: market reporting is no market report."""
        return len(self.pairs) <= FEW and any(pair.term.is_head and pair.likeness.why == FORM for pair in self.pairs)

    @property
    def rests_on_dictionary(self) -> bool:
        """Whether one of two words corresponds by the dictionary alone."""
        return len(self.pairs) <= FEW and self.uses_dictionary

    @property
    def reason(self) -> str:
        """The words that are not the same, as an editor reads them."""
        shown = [
            f"{_shown(pair.text.lemma)} ~ {_shown(pair.term.lemma)} ({pair.likeness.why})"
            for pair in self.pairs
            if pair.likeness.why
        ]
        shown += [f"{_shown(token.lemma)} ({part} in the source term)" for token, part in self.licensed]
        return ", ".join(shown) or "the same words in another order"


NO_ALIGNMENT = Alignment(0.0)


def _shown(lemma: str) -> str:
    return lemma.lstrip("@=#")


_LEARNT = Pattern(r"(?:^|, )([^\W\d_]+) ~ ([^\W\d_]+) \((?:\S+ in the source term, )?learnt from ([^),]+)\)")


def learnt_in(reason: str) -> Iterator[tuple[str, str, str]]:
    """The pairs of words in a reason that only the glossary takes for one, each in order, with who teaches it.

    >>> list(learnt_in("network ~ cyber (common synonyms), weir ~ barrage (learnt from dams and rivers)"))
    [('barrage', 'weir', 'dams and rivers')]
    """
    for match in _LEARNT.finditer(reason):
        one, other = sorted((match[1], match[2]))
        yield one, other, match[3]
