"""Which terms a whole name is like, word by word, however little: for names that something else speaks for as well."""

from collections.abc import Sequence
from typing import NamedTuple

from termcheck.languages import english_data
from termcheck.matching.unlisted.aligned import Alignment
from termcheck.matching.unlisted.judging import score
from termcheck.matching.unlisted.names import Name
from termcheck.matching.unlisted.prefilter import candidates
from termcheck.matching.unlisted.resources import Resources
from termcheck.matching.unlisted.tables import numbers_in


class Alike(NamedTuple):
    """A term that a name is like."""

    name: Name
    alignment: Alignment


def names_alike(words: Sequence[str], shapes: Sequence[str], resources: Resources, least: float) -> list[Alike]:
    """The proper names that some words, folded and as written, are like: for each concept the likest, likest first."""
    tokens = resources.tokens(words, shapes)
    links = frozenset(place for place, word in enumerate(words) if word in english_data.PREPOSITIONS)
    best: dict[str, Alike] = {}
    for number in numbers_in(
        candidates(tokens, [False] * len(tokens), [0] * len(tokens), resources) & resources.proper
    ):
        name = resources.names[number]
        alignment = score(resources, tokens, name, links)
        known = best.get(name.concept)
        if alignment.score >= least and (known is None or alignment.score > known.alignment.score):
            best[name.concept] = Alike(name, alignment)
    return sorted(best.values(), key=lambda one: (-one.alignment.score, one.name.concept))
