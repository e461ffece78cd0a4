"""Look-alikes of a term that must not be taken for it, by class: functions as in ``variants``."""

from collections.abc import Mapping
from random import Random

from bench.terms import Entry, Word
from bench.variants import Make
from bench.words import HEADS, LEVELS, OPPOSITES, ORDINALS, PLACES, load_words


def other_concept(rng: Random, entry: Entry, seed: int) -> str | None:
    """Another content word in place of one."""
    places = [at for at in entry.content if entry.words[at].role == "content"]
    if not places:
        return None
    at = rng.choice(places)
    words = [word.text for word in entry.words]
    other = rng.choice(load_words(seed).nouns)
    if not _are_apart(other, words[at].lower()):
        return None
    words[at] = other.capitalize() if words[at][0].isupper() else other
    return " ".join(words)


def other_head(rng: Random, entry: Entry, _: int) -> str | None:
    """Another kind of body or thing, in names."""
    at = next((at for at, word in enumerate(entry.words) if word.role == "head"), None)
    if at is None or len(entry.words) < 2 or entry.words[at].text not in HEADS:
        return None
    other = rng.choice(HEADS)
    return _replaced(entry, at, other) if _are_apart(other.lower(), entry.words[at].text.lower()) else None


def other_number(rng: Random, entry: Entry, _: int) -> str | None:
    """Another number, ordinal or year."""
    return _from_list(rng, entry, "number", ORDINALS)


def other_place(rng: Random, entry: Entry, _: int) -> str | None:
    """Another place."""
    return _from_list(rng, entry, "place", PLACES)


def other_level(rng: Random, entry: Entry, _: int) -> str | None:
    """Another administrative level."""
    return _from_list(rng, entry, "level", LEVELS)


def opposite(_: Random, entry: Entry, __: int) -> str | None:
    """The opposite of a word."""
    at = _place_of(entry, "opposite")
    if at is None:
        return None
    pair = next(pair for pair in OPPOSITES if entry.words[at].text in pair)
    return _replaced(entry, at, pair[1 - pair.index(entry.words[at].text)])


def scattered(_: Random, entry: Entry, __: int) -> str | None:
    """Its words in a sentence that says something else of them."""
    words = [word.text.lower() for word in entry.words if word.role in ("content", "head")]
    if len(words) < 3:
        return None
    return f"{words[0]} was not meant for what the other {words[1]} had, nor did they want the {words[2]}"


def _from_list(rng: Random, entry: Entry, role: str, of: tuple[str, ...]) -> str | None:
    at = _place_of(entry, role)
    if at is None:
        return None
    return _replaced(entry, at, rng.choice([word for word in of if word != entry.words[at].text]))


def _place_of(entry: Entry, role: str) -> int | None:
    return next((at for at, word in enumerate(entry.words) if word.role == role), None)


def _replaced(entry: Entry, at: int, word: str) -> str:
    words: list[Word] = list(entry.words)
    words[at] = Word(word, words[at].role)
    return " ".join(each.text for each in words)


def _are_apart(one: str, other: str) -> bool:
    """Whether neither begins like the other: no form or derivation of it, and no typo."""
    return one[:3] != other[:3] and abs(len(one) - len(other)) < 6 and one[-5:] != other[-5:]


DECOYS: Mapping[str, Make] = {
    "other concept": other_concept,
    "other head": other_head,
    "other number": other_number,
    "other place": other_place,
    "other level": other_level,
    "opposite": opposite,
    "scattered words": scattered,
}
LISTED_DECOY = "other listed concept"
"""The name of a listed concept that differs from another one in a word: it must not be taken for that."""
