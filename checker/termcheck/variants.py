"""When two approved renderings of one concept are different names, and when they are one name written in two ways."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from termcheck.languages.tokens import tokenize
from termcheck.model import Mention, Role, Standing, TermType

_MOST = 64
"""Renderings of one concept that are compared pair by pair; no text has more, a hostile glossary may."""
_SHORTEST_PLURAL = 4
_LONGEST_SHORT = 3
"""Words of a short form that lacks but one word of the full form."""
_LONGEST_LINK = 3
"""Letters of the words that an abbreviation usually leaves out (of, the, and, de, für)."""

Uses = dict[str, list[Mention]]
"""Key of a rendering -> its mentions, in the order of the article."""


@lru_cache(maxsize=4096)
def rendering_key(text: str) -> str:
    """What all spellings of one rendering share: without case, hyphens, spaces, layout and plural endings."""
    return "".join(_words(text))


class Designation(Protocol):
    """What is compared: a term, or the use of one."""

    @property
    def text(self) -> str:
        """The term as listed."""

    @property
    def type(self) -> TermType:
        """What kind of designation it is."""


_D = TypeVar("_D", bound=Designation)


def compete(one: Designation, other: Designation) -> bool:
    """Whether two approved terms of one concept are different names for it.

    They are not where they differ in writing only, where one is a full form and the other a short form or an
    abbreviation, or where one is the other cut short ("Central Committee", "CPC Central Committee").
    """
    if one.type is not other.type or rendering_key(one.text) == rendering_key(other.text):
        return False
    return not (_cuts_short(one.text, other.text) or _cuts_short(other.text, one.text))


def competing(terms: Sequence[_D]) -> tuple[_D, ...]:
    """Those of the terms that compete with another of them, in the given order."""
    terms = terms[:_MOST]
    return tuple(one for one in terms if any(compete(one, other) for other in terms))


def approved_uses(mentions: Iterable[Mention]) -> dict[str, Uses]:
    """Concept -> rendering -> mentions, for the approved renderings that an article uses.

    Only winners by a listed form count: what stands inside a longer name is no choice of the writer, and misspelled
    and altered forms have findings of their own.
    """
    uses: dict[str, Uses] = {}
    for mention in mentions:
        if (
            mention.role is Role.WINNER
            and mention.standing is Standing.APPROVED
            and mention.method.is_listed
            and not mention.doubtful
        ):
            by_key = uses.setdefault(mention.concept, {})
            by_key.setdefault(rendering_key(mention.term.text), []).append(mention)
    return uses


def competing_uses(uses: Uses) -> Uses:
    """Those renderings of one concept that compete with another one that is used."""
    keys = {id(mentions[0].term): key for key, mentions in uses.items()}
    return {keys[id(term)]: uses[keys[id(term)]] for term in competing([found[0].term for found in uses.values()])}


def times(count: int) -> str:
    """A number of occurrences in words that fit after a quoted form."""
    return "once" if count == 1 else f"{count} times"


def _words(text: str) -> tuple[str, ...]:
    return tuple(map(_singular, tokenize(text).words))


def _singular(word: str) -> str:
    """The word without a plural ending; crude, since it only compares rows that an editor put into one concept."""
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


@lru_cache(maxsize=4096)
def _cuts_short(longer: str, shorter: str) -> bool:
    """Whether the words of ``shorter`` stand side by side in ``longer``, perhaps as initials of its words."""
    tokens = tokenize(longer)
    full = [longer[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    tokens = tokenize(shorter)
    for word in {shorter[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)}:
        if len(word) > 1 and word.isupper():
            full = _abbreviate(full, word)
    wanted, have = list(_words(shorter)), [_singular(word) for word in tokenize(" ".join(full)).words]
    if len(wanted) > _LONGEST_SHORT and len(have) - len(wanted) == 1:
        return False  # a long name with one word more or less reads as another name, not as a short form
    return any(have[at : at + len(wanted)] == wanted for at in range(len(have) - len(wanted) + 1))


def _abbreviate(words: list[str], initials: str) -> list[str]:
    """The words with the first run whose initials spell an abbreviation replaced by it."""
    for first in range(len(words)):
        spelled = ""
        for last in range(first, len(words)):
            word = words[last]
            if word[0].isupper():
                spelled += word[0]
            elif len(word) > _LONGEST_LINK or not spelled:
                break
            if spelled == initials:
                return [*words[:first], initials, *words[last + 1 :]]
    return words
