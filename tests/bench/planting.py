"""Articles with forms of terms planted in them, each with its exact span, class and concept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import cycle
from random import Random

from msgspec import Struct

from bench.decoys import DECOYS, LISTED_DECOY
from bench.prose import Article
from bench.terms import Entry
from bench.variants import BEYOND, VARIANTS, Make
from bench.words import load_words

_CARRIERS = tuple(
    carrier.partition("|")[::2]
    for carrier in """It was then that the |, as many had said, came to be known.
They had asked about the | again and again, without any answer.
Nobody knew what the | would do after that.
In the end the | was what they had come for.
Most of what was written on the | is still to be read.
According to the |, there was nothing more to say.
For those who know the |, this is hardly new.
Then they turned to the | and to what it had done.""".split("\n")
)
_LIKELY = ("exact",) * 12 + ("capitals", "inflected", "inflected", "typography", "hyphen", "1 edit", "word added")
"""Classes of planted forms in the texts for speed: mostly as listed, as in articles."""
_TRIES = 60


class Plant(Struct, frozen=True):
    """A form of a term in a text."""

    start: int
    end: int
    concept: str
    """Of a decoy: the concept that it must not be taken for."""
    form: str
    """The class: a key of VARIANTS, BEYOND or DECOYS, or LISTED_DECOY."""


class Planted(Struct, frozen=True):
    """An article's text and what is planted in it, in order."""

    text: str
    plants: tuple[Plant, ...]


def for_speed(articles: Iterable[Article], entries: Sequence[Entry], each: int, seed: int) -> Iterator[Planted]:
    """Articles with ``each`` forms, mostly as listed."""
    garden = _Garden(entries, seed, "speed")
    for article in articles:
        classes = [garden.rng.choice(_LIKELY) for _ in range(each)]
        yield garden.plant(article, classes)


def for_quality(articles: Iterable[Article], entries: Sequence[Entry], seed: int, each: int = 9) -> Iterator[Planted]:
    """Articles with forms and decoys of all classes in turn, so that any number of them has about as many of each."""
    garden = _Garden(entries, seed, "quality")
    classes = cycle([*VARIANTS, *DECOYS, LISTED_DECOY, *BEYOND])
    for article in articles:
        yield garden.plant(article, [next(classes) for _ in range(each)])


class _Garden:
    """What forms are made of."""

    def __init__(self, entries: Sequence[Entry], seed: int, name: str) -> None:
        self.rng = Random(f"{seed}:{name}")
        self._seed = seed
        self._words = load_words(seed)
        self._entries = entries
        self._listed = {entry.text.lower() for entry in entries}
        self._siblings = [entry for entry in entries if entry.sibling]
        self._alike = {entry.concept for entry in self._siblings} | {entry.sibling for entry in self._siblings}
        self._fitting: dict[str, list[Entry]] = {}
        """Entries by the role of a word that they have."""
        for entry in entries:
            for role in {word.role for word in entry.words} & {"place", "level", "number", "opposite"}:
                self._fitting.setdefault(role, []).append(entry)

    def plant(self, article: Article, classes: Sequence[str]) -> Planted:
        """The text of an article with a sentence for each class that a term can be found for."""
        places: Mapping[tuple[int, int], list[tuple[str, str, str]]] = self._places(article, classes)
        text: list[str] = []
        plants: list[Plant] = []
        length = 0

        def add(piece: str) -> None:
            nonlocal length
            text.append(piece)
            length += len(piece)

        for number, paragraph in enumerate(article):
            for at, sentence in enumerate(paragraph):
                add(" " if at else "")
                add(sentence)
                for form, concept, planted in places.get((number, at), ()):
                    before, after = self.rng.choice(_CARRIERS)
                    add(" " + before)
                    plants.append(Plant(length, length + len(planted), concept, form))
                    add(planted + after)
            add("\n\n")
        return Planted("".join(text), tuple(plants))

    def _places(self, article: Article, classes: Sequence[str]) -> dict[tuple[int, int], list[tuple[str, str, str]]]:
        """(paragraph, sentence) -> what is planted after it: class, concept, text. Never after the title."""
        found: dict[tuple[int, int], list[tuple[str, str, str]]] = {}
        for form in classes:
            made = self._make(form)
            if made is not None:
                paragraph = self.rng.randrange(1, len(article))
                place = paragraph, self.rng.randrange(len(article[paragraph]))
                found.setdefault(place, []).append((form, *made))
        return found

    def _make(self, form: str) -> tuple[str, str] | None:
        """The concept and a text of the class; None where no term is found for it."""
        if form == LISTED_DECOY:
            if not self._siblings:
                return None
            entry = self.rng.choice(self._siblings)
            return entry.sibling, entry.text
        make: Make = {**VARIANTS, **BEYOND, **DECOYS}[form]
        entries = self._fitting.get(_NEEDED[form], []) if form in _NEEDED else self._entries
        for _ in range(_TRIES if entries else 0):
            entry = self.rng.choice(entries)
            text = make(self.rng, entry, self._seed)
            if text is not None and (form == "exact" or self._is_its_own(text, entry, form)):
                return entry.concept, text
        return None

    def _is_its_own(self, text: str, entry: Entry, form: str) -> bool:
        """Whether it is no other listed term, and, misspelt, not as near to one."""
        if form in _LESS and entry.concept in self._alike:
            return False  # without the word in which two concepts differ it may be either
        folded = " ".join(text.lower().replace("\u00ad", "").replace("-", " ").split())
        if folded in self._listed and folded != entry.text.lower():
            return False
        if form not in ("1 edit", "2 edits"):
            return form not in DECOYS or folded not in self._listed
        words, listed = text.split(" "), entry.text.split(" ")
        for at, (word, was) in enumerate(zip(words, listed, strict=True)):
            if word != was and any(
                " ".join([*listed[:at], other, *listed[at + 1 :]]).lower() in self._listed
                for other in _neighbours(word.lower())
                if other != was.lower() and (other in self._words.all or len(listed) == 1)
            ):
                return False
        return True


_LESS = ("word dropped", "word dropped, of three")
_NEEDED = {"other number": "number", "other place": "place", "other level": "level", "opposite": "opposite"}


def _neighbours(word: str) -> set[str]:
    """All that one edit makes of a word."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return (
        {one + other[1:] for one, other in halves if other}
        | {one + letter + other[1:] for one, other in halves if other for letter in letters}
        | {one + letter + other for one, other in halves for letter in letters}
    )
