"""Word classes that a glossary teaches: two terms of one concept that differ in one word on each side."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from termcheck.languages.language import Language
from termcheck.matching.unlisted.names import HOME, Token

_LEAST_WEIGHT = 0.4
"""Words that say less are passed over: cyber space = internet."""
_ONE_ON_EACH_SIDE = 2
_MOST_TERMS = 12
"""Terms of a concept that are compared with each other."""


class Classes:
    """Pairs of words that stand for each other in terms of the glossary, with the concept that shows it."""

    def __init__(
        self, language: Language, accepted: Iterable[Sequence[str]] = (), rejected: Iterable[Sequence[str]] = ()
    ) -> None:
        """``accepted``: pairs of words that an editor has accepted, ``rejected``: keeps apart; the rest is learnt."""
        self.rejected = {frozenset(pair) for pair in rejected}
        self.accepted = {frozenset(pair) for pair in accepted}
        self._partners: defaultdict[str, set[str]] = defaultdict(set)
        for pair in self.accepted:
            for word in pair:
                self._partners[word] |= pair - {word}
        self._language = language
        self._plain: dict[str, bool] = {}
        self._direct: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def learn(self, concept: str, names: Sequence[Sequence[Token]]) -> None:
        """Take what the names of a concept teach."""
        lemmas = list(dict.fromkeys(map(_lemmas, names)))[:_MOST_TERMS]
        for one, other in combinations(lemmas, 2):
            if len(one) != len(other) or len(one ^ other) != _ONE_ON_EACH_SIDE or not _says_something(one & other):
                continue
            (word,), (another,) = one - other, other - one
            if self._may_pair(word, another):
                self._direct[word].setdefault(another, concept)
                self._direct[another].setdefault(word, concept)

    def _may_pair(self, word: str, another: str) -> bool:
        plain = self._is_plain(word) and self._is_plain(another) and frozenset((word, another)) not in self.rejected
        return plain and not self._language.excludes(word, another)

    def _is_plain(self, word: str) -> bool:
        """Whether a word is no number, known name, place, level or qualifier."""
        known = self._plain.get(word)
        if known is None:
            know = self._language
            special = word[0] in "#@" or know.is_place(word) or know.level(word) or know.qualifies(word)
            known = self._plain[word] = not special
        return known

    def of(self, word: str) -> dict[str, str]:
        """What may stand for a word, also by way of one other word, with the concepts that teach it."""
        found = {**self._direct.get(word, {}), **dict.fromkeys(self._partners.get(word, ()), "an editor")}
        for between, concept in list(found.items()):
            for another, second in self._direct.get(between, {}).items():
                if another != word and another not in found and self._may_pair(word, another):
                    found[another] = concept if concept == second else f"{concept} and {second}"
        return found


def _lemmas(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.lemma for token in tokens if token.weight >= _LEAST_WEIGHT and token.lemma != HOME)


def _says_something(shared: frozenset[str]) -> bool:
    return any(word[0] != "#" for word in shared)
