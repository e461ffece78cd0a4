"""Vocabulary for texts and glossaries, from the word list of the package; the same seed gives the same words."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from random import Random

import numpy as np
from msgspec import Struct

DATA = Path(__file__).parents[2] / "checker" / "termcheck" / "languages" / "data"

PLACES = tuple(
    """Fujian Hunan Sichuan Zhejiang Guangdong Yunnan Hebei Shandong Bavaria Saxony Hesse Tuscany Lombardy Brittany
    Normandy Catalonia Galicia Andalusia Silesia Bohemia Moravia Ontario Quebec Manitoba Alberta Nevada Oregon Montana
    Kentucky Nebraska Kerala Gujarat Punjab Assam Hokkaido Osaka Nagoya Queensland Tasmania""".split()
)
LEVELS = ("National", "Provincial", "Municipal", "Regional", "Local")
OPPOSITES = (
    ("Public", "Private"), ("Domestic", "Foreign"), ("Internal", "External"), ("Northern", "Southern"),
    ("Eastern", "Western"), ("Upper", "Lower"), ("Formal", "Informal"), ("Primary", "Secondary"),
)  # fmt: skip
ORDINALS = tuple("First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split()) + tuple(
    f"{number}th" for number in range(11, 20)
)
HEADS = tuple(
    """Administration Agency Assembly Association Authority Bureau Campaign Center Charter Commission Committee
    Conference Corporation Council Department Directorate Forum Foundation Fund Institute League Ministry Mission
    Network Office Organization Plan Program Project Registry Secretariat Service Strategy Task Treaty University
    Workshop Initiative Framework Academy""".split()
)
ABBREVIATED = {
    "Administration": "Admin.", "Association": "Assn.", "Corporation": "Corp.", "Department": "Dept.",
    "Institute": "Inst.", "Organization": "Org.", "University": "Univ.", "Commission": "Comm.",
}  # fmt: skip
_RESERVED = frozenset(
    word.lower() for words in (PLACES, LEVELS, ORDINALS, HEADS, *OPPOSITES) for word in words
) | frozenset(
    """central national state federal province prefectural prefecture municipality city county district borough
    township town village region world global international worldwide european african asian american deputy vice
    former acting interim assistant associate anti pseudo quasi joint branch junior senior counter post without
    excluding except shadow honorary provisional draft revised amended mini micro nano macro mega ultra young male
    female woman women major minor maximum minimum positive negative legal illegal direct indirect regular irregular
    three four five seven eight nine eleven twelve hundred thousand million billion between under within into onto
    over through among against about concerning regarding toward towards from with their that which this these those
    first second third fourth fifth sixth seventh eighth ninth tenth once twice with were have been""".split()
)
_ONSETS = tuple("b br c cl d dr f fl g gr h k kr l m n p pr r s st t tr v w z".split())
_VOWELS = tuple("a e i o u ai ea io".split())
_CODAS = tuple("l m n r s t nd rn st lv".split())


class Words(Struct, frozen=True):
    """Words by kind, the frequent ones first."""

    nouns: tuple[str, ...]
    plurals: tuple[str, ...]
    """Of the same nouns, in another order."""
    adjectives: tuple[str, ...]
    adverbs: tuple[str, ...]
    verbs: tuple[str, ...]
    """In the past tense."""
    names: tuple[str, ...]
    """With a capital."""
    all: frozenset[str]
    """Every form that the list has, lower-cased."""


@cache
def load_words(seed: int) -> Words:
    """The words of the list, each kind in an order drawn with the seed."""
    listed = _lines("en.words.txt")
    places = _lines("en.places.txt")
    barred = _RESERVED | places
    plain = sorted(
        word for word in listed if 4 <= len(word) <= 13 and word.isascii() and word.isalpha() and word not in barred
    )
    nouns = [word for word in plain if word + "s" in listed and not word.endswith(("ing", "ly", "ss"))]
    adverbs = [word for word in plain if word.endswith("ly") and word[:-2] in listed]
    adjectives = [word for word in plain if word + "ly" in listed or word.endswith(("ous", "ical", "able", "ive"))]
    verbs = [word for word in plain if word.endswith("ed") and {word[:-2], word[:-1]} & listed]
    names = [word.capitalize() for word in _lines("en.names.txt") - places if word.isalpha() and len(word) > 3]
    coined = coin(f"{seed}:coined", 400_000, ("en", "or", "a", "is", "ov", "ick"))
    return Words(
        nouns=_drawn(nouns, f"{seed}:nouns"),
        plurals=_drawn((word + "s" for word in nouns), f"{seed}:plurals"),
        adjectives=_drawn(adjectives, f"{seed}:adjectives"),
        adverbs=_drawn(adverbs, f"{seed}:adverbs"),
        verbs=_drawn(verbs, f"{seed}:verbs"),
        names=_drawn(names, f"{seed}:names") + tuple(word.capitalize() for word in coined),
        all=frozenset(listed | _lines("en.names.txt") | places | set(coined)),
    )


def coin(seed: str, count: int, endings: tuple[str, ...]) -> list[str]:
    """So many different words that no language has, in lower case, each with one of the endings."""
    rng = Random(seed)
    syllables = [onset + vowel + coda for onset in _ONSETS for vowel in _VOWELS for coda in _CODAS]
    found: dict[str, None] = {}
    while len(found) < count:
        missing = count - len(found)
        parts = (rng.choices(of, k=missing) for of in (syllables, syllables, endings))
        found.update(dict.fromkeys(map("".join, zip(*parts, strict=True))))
    return list(found)


def zipf(size: int, exponent: float, offset: float) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Cumulated probabilities of the ranks 1 to ``size`` after Zipf and Mandelbrot: (rank + offset) ** -exponent."""
    weights = (np.arange(1, size + 1) + offset) ** -exponent
    cumulated: np.ndarray[tuple[int], np.dtype[np.float64]] = np.cumsum(weights) / weights.sum()
    return cumulated


def _lines(name: str) -> set[str]:
    return set((DATA / name).read_text(encoding="utf-8").split())


def _drawn(words: Iterable[str], seed: str) -> tuple[str, ...]:
    ordered = sorted(set(words))
    Random(seed).shuffle(ordered)
    return tuple(ordered)
