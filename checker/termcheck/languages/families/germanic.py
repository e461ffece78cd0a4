"""What the modules of the Germanic languages share: adjectives, and writing paradigms down in short."""

import re
from collections.abc import Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.families.paradigms import with_endings
from termcheck.languages.generic import Generic

_ADJECTIVES = "0:"
"""Prefix of the keys by the first paradigm."""


class Germanic(Generic):
    """Languages whose adjectives have endings that make another word of a noun: Politik, Politiker; test, testa."""

    def __init__(self, facts: Facts, adjectives: str) -> None:
        """Take the facts, the first paradigm being that of adjectives, and a pattern of what adjectives end in.

        In German ``^`` stands behind a stem that has changed.
        """
        super().__init__(facts)
        self._is_adjective = re.compile(rf"(?:{adjectives})\^?$")

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """Its keys, those of adjectives only where the stem looks like one."""
        keys = super().term_inflections(word, verb=verb)
        return [key for key in keys if not key.startswith(_ADJECTIVES) or self._is_adjective.search(key)]


def forms(stems: str, endings: str, others: str = "", shortest: str = "0+") -> tuple[str, ...]:
    """A paradigm for each stem of the list: the stem with each ending (``-`` for none), also at the end of compounds.

    ``stad:städ``: the second form of the stem stands before the ``others``.
    """
    found = []
    for stem in stems.split():
        one, _, changed = stem.partition(":")
        found.append(" ".join((shortest, *with_endings(one, endings), *with_endings(changed or one, others))))
    return tuple(found)


def with_genitive(*paradigms: str) -> tuple[str, ...]:
    """The paradigms with -s after each of their endings, but not after the bare stem."""
    found = []
    for paradigm in paradigms:
        endings = paradigm.split()
        genitives = (f"{one}s" for one in endings if one != "-" and not one.endswith(("s", "+")))
        found.append(" ".join([*endings, *(one for one in genitives if one not in endings)]))
    return tuple(found)
